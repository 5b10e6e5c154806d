"""The captures in a web archive (WARC or ARC), one at a time; a damaged record harms no other."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Final

from warcio.exceptions import ArchiveLoadFailed
from warcio.recordloader import ArcWarcRecordLoader
from warcio.statusandheaders import StatusAndHeadersParserException

from generator.ingest.http import body_of, charset_of, is_html, media_type_of
from generator.ingest.stream import Damaged

if TYPE_CHECKING:
    from generator.ingest.stream import ByteStream

_HEADER: Final = 1 << 18
_PIECE: Final = 1 << 16
_START: Final = re.compile(
    rb"WARC/\d|filedesc:|[a-z]{2,20}:\S{0,8000} [0-9.:a-fA-F]{2,40} \d{14} \S{1,200} \d{1,12}\s*$"
)
_STAMP: Final = re.compile(r"(\d{4})(\d\d)(\d\d)(\d\d)(\d\d)(\d\d)")
_WEB: Final = ("http://", "https://")


@dataclass(frozen=True, slots=True, kw_only=True)
class Capture:
    """One answer of the web, as a crawler kept it."""

    record: str
    """The record's own id; in an ARC file, which has none, moment and address."""
    url: str
    captured: str
    """ISO date and time; '' where the record has none."""
    body: bytes = b""
    """The page, without what the way over the net has put around it; empty where ``passed`` says why."""
    charset: str = ""
    """As the server declared it."""
    passed: str = ""
    """Why this is no page: its status, its media type, …"""
    warnings: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Broken:
    """A record that cannot be read."""

    number: int
    """From 1, of all records in the file."""
    reason: str
    record: str = ""


@dataclass(slots=True)
class _Reader:
    """A stream of records, with what is known of the one that is being read."""

    stream: ByteStream
    limit: int
    """How many bytes a page may have."""
    loader: Any = field(default_factory=lambda: ArcWarcRecordLoader(verify_http=False, arc2warc=False))
    number: int = 0
    record: str = ""


def captures(stream: ByteStream, limit: int) -> Iterator[Capture | Broken]:
    """Every answer of the web in an archive, in its order; requests and notes of the crawler are none.

    Args:
        stream: The archive's bytes.
        limit: How many bytes a page may have.

    Raises:
        Exhausted: the archive unpacks to more than is allowed.
    """
    reader = _Reader(stream=stream, limit=limit)
    while True:
        reader.record = ""
        reader.number += 1
        try:
            line, is_clean = _next_start(stream)
            if not is_clean:
                yield Broken(number=reader.number - 1, reason="is followed by bytes that are no record")
            if not line:
                return
            capture = _capture(reader, line)
        except Damaged as error:
            yield Broken(number=reader.number, reason=str(error), record=reader.record)
            stream.skip()
        else:
            if capture:
                yield capture


def _next_start(stream: ByteStream) -> tuple[bytes, bool]:
    """The first line of the next record, and whether only blank lines stand before it; b'' at the end."""
    is_clean = True
    while line := stream.readline():
        if _START.match(line):
            return line, is_clean
        is_clean = is_clean and not line.strip()
    return b"", is_clean


def _capture(reader: _Reader, line: bytes) -> Capture | None:
    """The record that begins with ``line``, read to its end; None where it is no answer of the web."""
    raw = _loaded(reader, line)
    names = ("uri", "archive-date") if raw.format == "arc" else ("WARC-Target-URI", "WARC-Date")
    url, date = (str(raw.rec_headers.get_header(name) or "").strip() for name in names)
    moment = _STAMP.match(date) if raw.format == "arc" else None
    captured = "{}-{}-{}T{}:{}:{}Z".format(*moment.groups()) if moment else date
    own = str(raw.rec_headers.get_header("WARC-Record-ID") or "").strip("<> ")
    reader.record = own or f"{date}/{url}"
    try:
        capture = Capture(record=reader.record, url=url.strip("<>"), captured=captured)
        found = _answer(reader, raw, capture) if capture.url.lower().startswith(_WEB) else None
    finally:
        reader.stream.meter(None)
        while raw.raw_stream.read(_PIECE):
            pass
    if raw.raw_stream.limit:
        raise Damaged("breaks off")
    return found


def _loaded(reader: _Reader, line: bytes) -> Any:
    """The record's header, read by warcio."""
    reader.stream.meter(_HEADER)
    try:
        raw = reader.loader.parse_record_stream(reader.stream, line, no_record_parse=True)
    except (ArchiveLoadFailed, StatusAndHeadersParserException, EOFError, ValueError, TypeError) as error:
        raise Damaged("has a header that cannot be read") from error
    reader.stream.meter(None)
    name = "length" if raw.format == "arc" else "Content-Length"
    if not str(raw.rec_headers.get_header(name) or "").strip().isdecimal():
        raise Damaged("has a header without its length")
    return raw


def _answer(reader: _Reader, raw: Any, capture: Capture) -> Capture | None:
    if raw.rec_type == "revisit":
        return _passed(capture, "seen again unchanged (revisit)")
    if raw.rec_type == "resource":
        media_type = str(raw.content_type or "")
        return _page(reader, raw, capture, {"content-type": media_type})
    if raw.rec_type != "response":
        return None
    reader.stream.meter(_HEADER)
    try:
        answer = reader.loader.http_parser.parse(raw.raw_stream)
    except (EOFError, StatusAndHeadersParserException) as error:
        raise Damaged("holds no HTTP answer") from error
    reader.stream.meter(None)
    status = answer.get_statuscode() or ""
    if status.startswith("3"):
        return _passed(capture, "redirect")
    if status != "200":
        return _passed(capture, f"status {status}" if status.isdecimal() and len(status) == 3 else "no HTTP status")
    return _page(reader, raw, capture, {name.lower(): value for name, value in answer.headers})


def _page(reader: _Reader, raw: Any, capture: Capture, headers: dict[str, str]) -> Capture:
    """The page of a good answer."""
    kind = headers.get("content-type", "")
    if not is_html(media_type_of(kind)):
        return _passed(capture, f"no page ({media_type_of(kind).partition('/')[0][:20]})")
    body = raw.raw_stream.read(reader.limit + 1)
    if len(body) > reader.limit:
        raise Damaged(f"has a body of more than {reader.limit:,} bytes")
    body = body_of(body, headers.get("transfer-encoding", ""), headers.get("content-encoding", ""), reader.limit)
    cut = str(raw.rec_headers.get_header("WARC-Truncated") or "")
    return Capture(
        record=capture.record,
        url=capture.url,
        captured=capture.captured,
        body=body,
        charset=charset_of(kind),
        passed="" if body.strip() else "empty",
        warnings=(f"the crawler cut this page off (WARC-Truncated: {cut[:40]})",) if cut else (),
    )


def _passed(capture: Capture, reason: str) -> Capture:
    return Capture(record=capture.record, url=capture.url, captured=capture.captured, passed=reason)
