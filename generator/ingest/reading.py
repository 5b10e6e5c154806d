"""One file in, its originals out; whatever cannot be read comes back with its reason."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Sequence
from functools import partial
from typing import TYPE_CHECKING, cast

from generator.ingest import containers, tables
from generator.ingest.context import IngestContext, field_names
from generator.ingest.documents import document
from generator.ingest.forms import MEDIA_TYPES, Shape, Unpacked, not_text, shape_of, unpack
from generator.ingest.mirrors import in_mirror
from generator.ingest.originals import Unreadable, passed, quarantined, source_of
from generator.model import Original, Passed, Quarantined
from generator.text.decode import decode_raw
from generator.workers import Overrun, Workers

if TYPE_CHECKING:
    from generator.config.schema import Limits
    from generator.ingest.discovery import SourceFile

_ALONE = ("text", "html", "markdown")
_BATCH = 64


def read(file: SourceFile, context: IngestContext) -> tuple[Original | Quarantined | Passed, ...]:
    """The originals in a file, in its order, whatever in it cannot be read, and whatever is no article.

    Ids are those that each original claims; ``settle`` makes them unique over the archive.
    """
    return tuple(_read(file, context))


def read_all(
    files: Sequence[SourceFile], context: IngestContext, workers: Workers
) -> Iterator[tuple[Original | Quarantined | Passed, ...]]:
    """What ``read`` gives for each file, in their order.

    A file that is read at once is read where it can be stopped. Containers are read here, piece by piece: they have
    limits of their own, and what they hold may be large.
    """
    read_one = partial(read, context=context)
    for start in range(0, len(files), _BATCH):
        batch = files[start : start + _BATCH]
        single = [file for file in batch if not _is_container(file)]
        found = dict(zip(single, workers.map(read_one, single, lambda file: file.size), strict=True))
        for file in batch:
            result = found[file] if file in found else read_one(file)
            if isinstance(result, Overrun):
                source = source_of(file, _digest_of(file), "", context)
                result = (quarantined(source, result.reason),)
            yield result


def _is_container(file: SourceFile) -> bool:
    try:
        return containers.container_of(file) is not None
    except Unreadable:
        return False


def _read(file: SourceFile, context: IngestContext) -> Iterator[Original | Quarantined | Passed]:
    try:
        kind = containers.container_of(file)
        if kind == "feed" and in_mirror(file):
            yield Passed(path=file.name, record=file.name, reason="no page (feed)")
        elif kind:
            yield from containers.pieces(file, kind, context)
        else:
            yield from _whole(file, context)
    except Unreadable as error:
        source = source_of(file, _digest_of(file), "", context)
        yield quarantined(source, str(error))


def _whole(file: SourceFile, context: IngestContext) -> Iterator[Original | Quarantined | Passed]:
    """What is in a file that is read at once."""
    data = _bytes_of(file, context.config.archive.limits)
    unpacked = unpack(data, context.config.archive.limits.file_bytes)
    text = _text_of(unpacked)
    shape = shape_of(text, file.name, field_names(file.name, context.config))
    source = source_of(file, hashlib.sha256(data).hexdigest(), MEDIA_TYPES.get(cast("Shape", shape), ""), context)
    if shape not in MEDIA_TYPES:
        if in_mirror(file):
            yield passed(source, file.name, "no page (other)")
            return
        raise Unreadable(shape)
    if unpacked.reason and shape != "jsonl":
        raise Unreadable(unpacked.reason)
    if shape in _ALONE:
        yield document(source, cast("Shape", shape), text)
    else:
        yield from containers.within_limits(source, tables.articles(source, cast("Shape", shape), text))
    if unpacked.reason:
        yield quarantined(source, unpacked.reason)


def _bytes_of(file: SourceFile, limits: Limits) -> bytes:
    if file.size > limits.file_bytes:
        raise Unreadable(f"has {file.size:,} bytes; the limit is {limits.file_bytes:,}")
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


def _digest_of(file: SourceFile) -> str:
    try:
        with file.path.open("rb") as opened:
            return hashlib.file_digest(opened, "sha256").hexdigest()
    except OSError:
        return ""
