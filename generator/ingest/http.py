"""The body of an HTTP answer as the server meant it: without chunks and packing, and never more than is allowed."""

from __future__ import annotations

import io
import re
import zlib
from typing import Final

import brotli
from warcio.bufferedreaders import ChunkedDataReader

from generator.ingest.stream import Damaged

_CHARSET: Final = re.compile(r"charset\s{0,9}=\s{0,9}[\"']?([A-Za-z0-9_:.\-]{1,40})", re.IGNORECASE)
_HTML: Final = ("text/html", "application/xhtml+xml")
_PIECE: Final = 1 << 16
_GZIP_WINDOW: Final = 31


def media_type_of(content_type: str) -> str:
    """The type alone, in lower case."""
    return content_type.partition(";")[0].strip().lower()


def charset_of(content_type: str) -> str:
    """The charset that a ``Content-Type`` names; '' where it names none."""
    match = _CHARSET.search(content_type[:500])
    return match[1] if match else ""


def is_html(media_type: str) -> bool:
    """Whether a media type is that of a page; an answer without one may be a page."""
    return media_type in _HTML or not media_type


def body_of(body: bytes, transfer: str, packing: str, limit: int) -> bytes:
    """The body without what the way over the net has put around it.

    Args:
        body: As it was sent.
        transfer: ``Transfer-Encoding``.
        packing: ``Content-Encoding``; what a crawler has undone already is left as it is.
        limit: How many bytes it may have.

    Raises:
        Damaged: it cannot be unpacked, or is larger.
    """
    if "chunked" in transfer.lower():
        body = _joined(body)
    for name in reversed([part.strip().lower() for part in packing.split(",")[:4]]):
        body = _unpacked(body, name, limit)
    return body


def _joined(body: bytes) -> bytes:
    reader = ChunkedDataReader(io.BytesIO(body))
    parts: list[bytes] = []
    while part := reader.read(_PIECE):
        parts.append(part)
    return b"".join(parts)


def _unpacked(body: bytes, name: str, limit: int) -> bytes:
    if name in ("gzip", "x-gzip") and body.startswith(b"\x1f\x8b"):
        return _inflated(body, _GZIP_WINDOW, limit)
    if name == "deflate":
        # Some servers send the bare stream, some the one with a header; the header's first half byte is 8.
        return _inflated(body, 15 if body[:1] and body[0] & 15 == 8 else -15, limit)
    return _unbrotlied(body, limit) if name == "br" else body


def _inflated(body: bytes, window: int, limit: int) -> bytes:
    member = zlib.decompressobj(wbits=window)
    try:
        found = member.decompress(body, limit + 1)
    except zlib.error as error:
        raise Damaged(f"has a body that cannot be unpacked ({error})") from error
    return _within(found, limit)


def _unbrotlied(body: bytes, limit: int) -> bytes:
    if body.lstrip()[:1] == b"<":
        return body
    member = brotli.Decompressor()
    try:
        found = [member.process(body, output_buffer_limit=_PIECE)]
        size = len(found[0])
        while size <= limit and (piece := member.process(b"", output_buffer_limit=_PIECE)):
            found.append(piece)
            size += len(piece)
    except brotli.error as error:
        raise Damaged(f"has a body that cannot be unpacked ({error})") from error
    return _within(b"".join(found), limit)


def _within(body: bytes, limit: int) -> bytes:
    if len(body) > limit:
        raise Damaged(f"has a body of more than {limit:,} bytes")
    return body
