"""Files that are read piece by piece, however large: web archives, packages of them, exports of blogs, feeds."""

from __future__ import annotations

import hashlib
import sys
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING, Final, Literal

from generator.ingest.captures import from_archive
from generator.ingest.forms import root_of_xml
from generator.ingest.originals import Source, Unreadable, of_many, quarantined, source_of
from generator.ingest.posts import from_feed
from generator.ingest.stream import GZIP, ByteStream, Exhausted, allowance
from generator.ingest.wacz import from_package
from generator.model import Original, Passed, Quarantined

if TYPE_CHECKING:
    from generator.ingest.context import IngestContext
    from generator.ingest.discovery import SourceFile

Container = Literal["archive", "package", "feed"]
Found = Original | Quarantined | Passed

_HEAD: Final = 32_768
_MEDIA_TYPES: Final = {"archive": "application/warc", "package": "application/wacz", "feed": "application/xml"}
_EMPTY: Final = {
    "archive": "is a web archive without a capture of any page",
    "package": "is a WACZ package without a capture of any page",
    "feed": "is a feed or export without items",
}
_FEED_ROOTS: Final = ("rss", "feed", "rdf:RDF")


def container_of(file: SourceFile) -> Container | None:
    """What kind of container a file is, by its first bytes; None where it is none."""
    if file.data is not None:
        head = file.data[:_HEAD]
    else:
        try:
            with file.path.open("rb") as opened:
                head = opened.read(_HEAD)
        except OSError as error:
            raise Unreadable(f"cannot be read: {error.strerror}") from error
    if head.startswith(b"PK\x03\x04"):
        return "package"
    if head.startswith(GZIP):
        head = _unpacked(head)
    if head.startswith((b"WARC/", b"filedesc:")):
        return "archive"
    return "feed" if root_of_xml(head) in _FEED_ROOTS else None


def pieces(file: SourceFile, kind: Container, context: IngestContext) -> Iterator[Found]:
    """All that is in a container, in its order; beyond what one file may cost the rest is quarantined.

    Raises:
        Unreadable: it cannot be read at all.
    """
    limits = context.config.archive.limits
    if file.size > limits.archive_bytes:
        raise Unreadable(f"has {file.size:,} bytes; the limit is {limits.archive_bytes:,}")
    with file.path.open("rb") as opened:
        digest = hashlib.file_digest(opened, "sha256").hexdigest()
        opened.seek(0)
        source = of_many(source_of(file, digest, _MEDIA_TYPES[kind], context))
        if kind == "package":
            found = from_package(source, opened)
        else:
            read = from_archive if kind == "archive" else from_feed
            found = read(source, ByteStream(opened, allowance(file.size, limits)))
        is_empty = True
        for item in within_limits(source, found):
            is_empty = False
            yield item
        if is_empty:
            raise Unreadable(_EMPTY[kind])


def within_limits(source: Source, found: Iterator[Found]) -> Iterator[Found]:
    """What was found, until it is too much for one file."""
    limits, held = source.limits, 0
    try:
        for number, item in enumerate(found, 1):
            held += sys.getsizeof(item.text) if isinstance(item, Original) else 0
            if number > limits.records or held > limits.held_bytes:
                what = (
                    f"{limits.records:,} records" if number > limits.records else f"{limits.held_bytes:,} bytes of text"
                )
                yield quarantined(source, f"holds more than {what}: the rest is not read; split the file")
                return
            yield item
    except Exhausted as error:
        yield quarantined(source, f"{error}: the rest is not read")


def _unpacked(head: bytes) -> bytes:
    try:
        return zlib.decompressobj(wbits=31).decompress(head, _HEAD)
    except zlib.error:
        return b""
