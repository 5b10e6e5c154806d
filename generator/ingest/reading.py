"""One file in, its originals out; whatever cannot be read comes back with its reason."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

from generator.config.yaml_file import parse_yaml
from generator.errors import ConfigError
from generator.ingest.context import IngestContext, as_written, field_names, folder_voices, sidecar_of
from generator.ingest.forms import MEDIA_TYPES, Shape, Unpacked, depth_of, not_text, shape_of, unpack
from generator.ingest.identity import id_of, id_of_record
from generator.ingest.metadata import KNOWN, Said, Unusable, identifier_of, merge, without
from generator.ingest.outlets import outlet_of
from generator.ingest.quarantine import is_accepted
from generator.ingest.records import Record, records_of
from generator.model import Form, Origin, Original, Quarantined
from generator.text.decode import decode_raw, repair

if TYPE_CHECKING:
    from generator.config.schema import Limits
    from generator.ingest.discovery import SourceFile

_FENCE = re.compile(r"^(?:---|\.\.\.)[ \t]*$", re.MULTILINE)
_KEY_LINE = re.compile(r"^[A-Za-z_][\w\-]{0,40}:(?:\s|$)", re.MULTILINE)
_BODIES = ("text", "html")
_OF_ONE_ARTICLE = frozenset({"id", "url", "title"})
_SURROGATE = re.compile("[\ud800-\udfff]")


class _Unreadable(Exception):  # noqa: N818 - it is a verdict on a file, not an error of the program
    """A file or record that is to be quarantined; the message says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Job:
    """A file on its way, with all that is said of it from outside."""

    file: SourceFile
    sha256: str
    shape: Shape
    text: str
    """To the code point."""
    voices: tuple[Said, ...]
    warnings: tuple[str, ...]
    context: IngestContext


@dataclass(frozen=True, slots=True, kw_only=True)
class _Content:
    """What a document or record holds by itself."""

    form: Form
    text: str
    said: tuple[Said, ...] = ()


def read(file: SourceFile, context: IngestContext) -> tuple[Original | Quarantined, ...]:
    """The originals in a file, in its order, and whatever in it cannot be read.

    Ids are those that each original claims; ``settle`` makes them unique over the archive.
    """
    digest = ""
    try:
        data = _bytes_of(file, context.config.archive.limits)
        digest = hashlib.sha256(data).hexdigest()
        unpacked = unpack(data, context.config.archive.limits.file_bytes)
        found = tuple(_originals(_job(file, digest, unpacked, context)))
    except _Unreadable as error:
        return (_quarantined(file, digest, str(error), context),)
    broken = (_quarantined(file, digest, unpacked.reason, context),) if unpacked.reason else ()
    return (*found, *broken)


def _bytes_of(file: SourceFile, limits: Limits) -> bytes:
    if file.size > limits.file_bytes:
        raise _Unreadable(f"has {file.size:,} bytes; the limit is {limits.file_bytes:,}")
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise _Unreadable(f"cannot be read: {error.strerror}") from error


def _job(file: SourceFile, digest: str, unpacked: Unpacked, context: IngestContext) -> _Job:
    """What the file is and what is said of it."""
    reason = not_text(unpacked.data)
    if reason:
        raise _Unreadable(reason)
    text = decode_raw(unpacked.data)
    if not text.strip():
        raise _Unreadable(unpacked.reason or "is empty")
    shape = shape_of(text, file.name, field_names(file.name, context.config))
    if shape not in MEDIA_TYPES:
        raise _Unreadable(shape)
    if unpacked.reason and shape != "jsonl":
        raise _Unreadable(unpacked.reason)
    beside, warnings = sidecar_of(file)
    voices = (*beside, *context.rows.get(file.name, ()), *folder_voices(file.name, context.config))
    return _Job(
        file=file,
        sha256=digest,
        shape=cast("Shape", shape),
        text=text,
        voices=voices,
        warnings=warnings,
        context=context,
    )


def _originals(job: _Job) -> Iterator[Original | Quarantined]:
    if job.shape not in ("text", "html", "markdown"):
        yield from _from_records(job)
        return
    content = _markdown(job) if job.shape == "markdown" else _Content(form=cast("Form", job.shape), text=job.text)
    yield _original(job, content, None)


def _markdown(job: _Job) -> _Content:
    """A Markdown document without its front matter, which speaks first."""
    text = repair(job.text)
    opening = _FENCE.match(text)
    closing = _FENCE.search(text, opening.end() + 1) if opening else None
    if opening is None or closing is None:
        return _Content(form="markdown", text=text)
    block = text[opening.end() + 1 : closing.start()]
    try:
        tree = parse_yaml(block, job.file.name, first_line=2)
    except ConfigError as error:
        if not _KEY_LINE.search(block):
            return _Content(form="markdown", text=text)
        problem = error.problems[0]
        where = f"{problem.key} " if problem.key else ""
        raise _Unreadable(f"front matter, line {problem.line}: {where}{problem.message}. {problem.remedy}") from error
    if not isinstance(tree.value, dict):
        return _Content(form="markdown", text=text)
    said = Said(where="front matter", values=as_written(tree))
    return _Content(form="markdown", text=text[closing.end() :].lstrip("\n"), said=(said,))


def _from_records(job: _Job) -> Iterator[Original | Quarantined]:
    """Each record by itself; keys that nobody knows are reported once, with the first."""
    names = field_names(job.file.name, job.context.config)
    records = [_renamed(record, names) for record in records_of(job.text, job.shape)]
    is_single = job.shape == "json" and len(records) == 1
    if not is_single:
        job = replace(job, voices=tuple(without(voice, _OF_ONE_ARTICLE) for voice in job.voices))
    unknown = sorted({key for record in records for key in record.values} - KNOWN - set(_BODIES))
    if unknown:
        job = replace(job, warnings=(*job.warnings, f"unknown keys are not used: {', '.join(unknown)[:300]}"))
    for record in records:
        item = _from_record(job, record, None if is_single else record)
        if isinstance(item, Original):
            job = replace(job, warnings=())
        yield item


def _renamed(record: Record, names: dict[str, str]) -> Record:
    return replace(record, values={names.get(key, key): value for key, value in record.values.items()})


def _from_record(job: _Job, record: Record, one_of_many: Record | None) -> Original | Quarantined:
    where = "" if one_of_many is None else f"record {record.number} "
    bodies = {key: record.values[key] for key in _BODIES if isinstance(record.values.get(key), str)}
    bodies = {key: text for key, text in bodies.items() if text.strip()}
    if record.reason or not bodies:
        reason = record.reason or "has no `text` or `html`; name its fields under `folders:` in archive.yml"
        return _quarantined(job.file, record.sha256, where + reason, job.context, _own_id(record))
    values = {key: value for key, value in record.values.items() if key in KNOWN}
    said = Said(where=where.strip() or "record", values=values)
    is_clean = merge((said, *job.voices))[0].cleaned
    form: Form = "html" if "html" in bodies and not (is_clean and "text" in bodies) else "text"
    try:
        return _original(job, _Content(form=form, text=bodies[form], said=(said,)), one_of_many)
    except _Unreadable as error:
        return _quarantined(job.file, record.sha256, where + str(error), job.context, _own_id(record))


def _own_id(record: Record) -> str:
    """How the record calls itself, or its number in the file."""
    try:
        return identifier_of(record.values["id"])
    except (KeyError, Unusable):
        return str(record.number)


def _original(job: _Job, content: _Content, record: Record | None) -> Original:
    metadata, warnings = merge((*content.said, *job.voices))
    form: Form = "clean" if metadata.cleaned and content.form == "text" else content.form
    if metadata.cleaned and form == "html":
        warnings = (*warnings, "`cleaned` is not used: only text can be clean, not HTML")
    text = _SURROGATE.sub("\ufffd", content.text) if form == "clean" else repair(content.text)
    _check_limits(text, form, job.context.config.archive.limits)
    own_id = metadata.id if record is not None and metadata.id else None
    return Original(
        id=id_of_record(metadata, record.sha256) if record else id_of(metadata, job.file.name),
        origin=Origin(
            path=job.file.name,
            sha256=record.sha256 if record else job.sha256,
            media_type=MEDIA_TYPES[job.shape],
            record=own_id,
            url=metadata.url,
            retrieved=metadata.retrieved,
        ),
        form=form,
        text=text,
        metadata=metadata,
        outlet=outlet_of(metadata, job.file.name, job.context.outlets),
        warnings=tuple(f"{job.file.name}: {warning}" for warning in (*job.warnings, *warnings)),
    )


def _check_limits(text: str, form: Form, limits: Limits) -> None:
    """Raise where a text would cost the later stages too much."""
    if not text.strip():
        raise _Unreadable("holds nothing that can be read")
    if len(text) > limits.text_characters:
        raise _Unreadable(f"has {len(text):,} characters; the limit is {limits.text_characters:,}")
    if max(map(len, text.split("\n"))) > limits.line_characters:
        raise _Unreadable(f"has a line of more than {limits.line_characters:,} characters")
    if form == "html" and depth_of(text) > limits.html_depth:
        raise _Unreadable(f"has elements nested more than {limits.html_depth} deep")


def _quarantined(
    file: SourceFile, digest: str, reason: str, context: IngestContext, record: str | None = None
) -> Quarantined:
    accepted = is_accepted(file.name, digest, context.config)
    return Quarantined(path=file.name, sha256=digest, reason=reason, record=record, accepted=accepted)
