"""The one place where a text and what is said of it become an original, or a reason why not."""

from __future__ import annotations

import hashlib
import re
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from generator.ingest.context import IngestContext, folder_voices, sidecar_of
from generator.ingest.forms import depth_of
from generator.ingest.identity import id_of, id_of_record
from generator.ingest.metadata import Said, merge, without
from generator.ingest.outlets import NO_OUTLET, outlet_of
from generator.ingest.quarantine import is_accepted
from generator.model import Form, Metadata, Origin, Original, OutletRef, Passed, Quarantined
from generator.text.decode import repair

if TYPE_CHECKING:
    from generator.config.schema import Limits
    from generator.ingest.discovery import SourceFile

_OF_ONE_ARTICLE = frozenset({"id", "url", "title"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_EMBEDDED = re.compile(r"(?P<kind>\bdata:[\w./+-]{1,60}(?:;[\w.=-]{1,40}){0,4};base64,)[A-Za-z0-9+/=%]{2000,}+")
"""Pictures and fonts that a browser's extension (SingleFile) wrote into a page: megabytes, and nothing to read."""


class Unreadable(Exception):  # noqa: N818 - it is a verdict on a file, not an error of the program
    """A file or record that is to be quarantined; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """A file on its way, with all that is said of it from outside."""

    file: SourceFile
    sha256: str
    media_type: str
    voices: tuple[Said, ...]
    warnings: tuple[str, ...]
    context: IngestContext

    @property
    def limits(self) -> Limits:
        """What one file may cost."""
        return self.context.config.archive.limits


@dataclass(frozen=True, slots=True, kw_only=True)
class Content:
    """What a document or one record of many holds by itself."""

    form: Form
    text: str
    said: tuple[Said, ...] = ()
    """In its own words; counts before all that is said from outside."""
    traces: tuple[Said, ...] = ()
    """What tools have left in or around it; counts after all others."""
    claimed: Said | None = None
    """The address that the page gives itself: a stranger's word, which decides neither id nor outlet of a folder."""
    record_sha256: str = ""
    """Hash of a record's bytes; '' where the file is the article."""
    record: str | None = None
    """How the record calls itself; where it has no name, the article's id stands for it."""
    warnings: tuple[str, ...] = ()


def source_of(file: SourceFile, digest: str, media_type: str, context: IngestContext) -> Source:
    """A file with what sidecar, tables and folders say of it."""
    beside, warnings = sidecar_of(file)
    voices = (*beside, *context.rows.get(file.name, ()), *folder_voices(file.name, context.config))
    return Source(file=file, sha256=digest, media_type=media_type, voices=voices, warnings=warnings, context=context)


def of_many(source: Source) -> Source:
    """The same file, where what is said of it is said of many articles at once."""
    return replace(source, voices=tuple(without(voice, _OF_ONE_ARTICLE) for voice in source.voices))


def digest_of(text: str) -> str:
    """What an original's text is known by."""
    return hashlib.sha256(text.encode("utf-8", "surrogatepass")).hexdigest()


def original(source: Source, content: Content) -> Original:
    """The original that a document or record is.

    Raises:
        Unreadable: it is empty, or beyond what one article may cost.
    """
    metadata, warnings = merge((*content.said, *source.voices, *content.traces))
    form: Form = "clean" if metadata.cleaned and content.form == "text" else content.form
    if metadata.cleaned and form == "html":
        warnings = (*warnings, "`cleaned` is not used: only text can be clean, not HTML")
    text = without_embedded(content.text) if form == "html" else content.text
    text = _SURROGATE.sub("\ufffd", text) if form == "clean" else repair(text)
    check_limits(text, form, source.limits)
    name, digest = source.file.name, content.record_sha256
    metadata, outlet, identifier = _placed(source, content, metadata)
    return Original(
        id=identifier,
        origin=Origin(
            path=name,
            sha256=digest or source.sha256,
            media_type=source.media_type,
            record=content.record or (identifier if digest else None),
            url=metadata.url,
            retrieved=metadata.retrieved,
        ),
        form=form,
        text=text,
        metadata=metadata,
        outlet=outlet,
        digest=digest_of(text),
        size=len(text),
        warnings=tuple(f"{name}: {warning}" for warning in (*source.warnings, *content.warnings, *warnings)),
    )


def _placed(source: Source, content: Content, metadata: Metadata) -> tuple[Metadata, OutletRef, str]:
    """Metadata, outlet and id; an address that the page gives itself is used where nothing better is known."""
    name, digest = source.file.name, content.record_sha256
    identifier = id_of_record(metadata, digest) if digest else id_of(metadata, name)
    outlet = outlet_of(metadata, name, source.context.outlets)
    if metadata.url is None and content.claimed:
        claim, _ = merge((content.claimed,))
        retrieved = metadata.retrieved or claim.retrieved
        metadata = replace(metadata, url=claim.url, retrieved=retrieved, basis={**claim.basis, **metadata.basis})
        outlet = outlet_of(metadata, name, source.context.outlets) if outlet == NO_OUTLET else outlet
    return metadata, outlet, identifier


def without_embedded(html: str) -> str:
    """A page without the pictures and fonts that are written into it."""
    return _EMBEDDED.sub(r"\g<kind>", html) if ";base64," in html else html


def check_limits(text: str, form: Form, limits: Limits) -> None:
    """Raise ``Unreadable`` where a text would cost the later stages too much."""
    if not text.strip():
        raise Unreadable("holds nothing that can be read")
    if len(text) > limits.text_characters:
        raise Unreadable(f"has {len(text):,} characters; the limit is {limits.text_characters:,}")
    if max(map(len, text.split("\n"))) > limits.line_characters:
        raise Unreadable(f"has a line of more than {limits.line_characters:,} characters")
    if form == "html" and depth_of(text) > limits.html_depth:
        raise Unreadable(f"has elements nested more than {limits.html_depth} deep")


def quarantined(source: Source, reason: str, record: str | None = None, digest: str = "") -> Quarantined:
    """The report of a file, or of one record of it, that cannot be read."""
    sha256 = digest or source.sha256
    accepted = is_accepted(source.file.name, sha256, source.context.config)
    return Quarantined(path=source.file.name, sha256=sha256, reason=reason, record=record, accepted=accepted)


def passed(source: Source, record: str, reason: str) -> Passed:
    """The report of a record that is no article."""
    return Passed(path=source.file.name, record=record, reason=reason)
