"""One file in, its originals out; whatever cannot be read comes back with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, cast

from generator.ingest import clipped, containers, tables
from generator.ingest.context import IngestContext, field_names
from generator.ingest.documents import document
from generator.ingest.forms import MEDIA_TYPES, Shape, Unpacked, not_text, shape_of, unpack
from generator.ingest.news_xml import is_news_xml, stories
from generator.ingest.originals import Unreadable, passed, quarantined, source_of
from generator.ingest.snapshots import MEDIA_TYPE as MHTML
from generator.ingest.snapshots import snapshot_in
from generator.model import Original, Passed, Quarantined
from generator.text.decode import decode_raw

if TYPE_CHECKING:
    from generator.config.schema import Limits
    from generator.ingest.discovery import SourceFile

Item = Original | Quarantined | Passed
_ALONE = ("text", "html", "markdown")
_AT_ONCE = 1_000_000


def read(file: SourceFile, context: IngestContext) -> tuple[Item, ...]:
    """The originals in a file, in its order, whatever in it cannot be read, and whatever is no article.

    Ids are those that each original claims; ``settle`` makes them unique over the archive.
    """
    return tuple(items(file, context))


def items(file: SourceFile, context: IngestContext) -> Iterator[Item]:
    """The same one by one: of a container no more is held at once than one record."""
    if file.in_page:
        yield Passed(path=file.name, record=file.name, reason="part of a saved page")
        return
    try:
        kind = containers.container_of(file)
        if kind == "feed" and file.in_mirror:
            yield Passed(path=file.name, record=file.name, reason="no page (feed)")
        elif kind:
            yield from containers.pieces(file, kind, context)
        else:
            yield from _whole(file, context)
    except Unreadable as error:
        yield refused(file, str(error), context)


def refused(file: SourceFile, reason: str, context: IngestContext) -> Quarantined:
    """The report of a whole file that cannot be read."""
    return quarantined(source_of(file, digest_of_file(file), "", context), reason)


def is_container(file: SourceFile) -> bool:
    """Whether a file is to be read piece by piece."""
    try:
        return containers.container_of(file) is not None
    except Unreadable:
        return False


def digest_of_file(file: SourceFile) -> str:
    """SHA-256 of a file's bytes; '' where they cannot be read."""
    try:
        if file.data is not None or file.size <= _AT_ONCE:
            return hashlib.sha256(file.path.read_bytes() if file.data is None else file.data).hexdigest()
        with file.path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""


def _whole(file: SourceFile, context: IngestContext) -> Iterator[Item]:
    """What is in a file that is read at once."""
    data = _bytes_of(file, context.config.archive.limits)
    unpacked = unpack(data, context.config.archive.limits.file_bytes)
    digest = hashlib.sha256(data).hexdigest()
    is_news = is_news_xml(unpacked.data) and not file.in_mirror
    snapshot = None if is_news else snapshot_in(unpacked.data)
    if unpacked.reason and (is_news or snapshot):
        raise Unreadable(unpacked.reason)
    if is_news:
        source = source_of(file, digest, "application/xml", context)
        yield from containers.within_limits(source, stories(source, unpacked.data))
    elif snapshot:
        source = source_of(file, digest, MHTML, context)
        yield document(source, "html", snapshot.html, saved=snapshot.said)
    else:
        yield from _text_file(file, digest, unpacked, context)


def _text_file(file: SourceFile, digest: str, unpacked: Unpacked, context: IngestContext) -> Iterator[Item]:
    """What is in a file of text: one article, or the records of many."""
    text = _text_of(unpacked)
    shape = shape_of(text, file.name, field_names(file.name, context.config))
    source = source_of(file, digest, MEDIA_TYPES.get(cast("Shape", shape), ""), context)
    if shape not in MEDIA_TYPES:
        if file.in_mirror:
            yield passed(source, file.name, "no page (other)")
            return
        raise Unreadable(shape)
    if unpacked.reason and shape != "jsonl":
        raise Unreadable(unpacked.reason)
    found = clipped.articles(source, text) if shape == "text" and not file.in_mirror else ()
    if found:
        yield from containers.within_limits(source, iter(found))
    elif shape in _ALONE:
        yield document(source, cast("Shape", shape), text)
    else:
        yield from containers.within_limits(source, tables.articles(source, cast("Shape", shape), text))
    if unpacked.reason:
        yield quarantined(source, unpacked.reason)


def _bytes_of(file: SourceFile, limits: Limits) -> bytes:
    if file.size > limits.file_bytes:
        raise Unreadable(f"has {file.size:,} bytes; the limit is {limits.file_bytes:,}")
    if file.data is not None:
        return file.data
    try:
        return file.path.read_bytes()
    except OSError as error:
        raise Unreadable(f"cannot be read: {error.strerror}") from error


def _text_of(unpacked: Unpacked) -> str:
    if reason := not_text(unpacked.data):
        raise Unreadable(reason)
    text = decode_raw(unpacked.data)
    if not text.strip():
        raise Unreadable(unpacked.reason or "is empty")
    return text
