"""What a file is, by its content: its name only decides where the content leaves a choice."""

from __future__ import annotations

import csv
import json
import re
import zlib
from dataclasses import dataclass
from pathlib import PurePosixPath
from typing import TYPE_CHECKING, Any, Literal

import msgspec

from generator.ingest.naming import columns_known

if TYPE_CHECKING:
    from collections.abc import Mapping

Shape = Literal["text", "html", "markdown", "json", "jsonl", "csv"]
MEDIA_TYPES: Mapping[Shape, str] = {
    "text": "text/plain",
    "html": "text/html",
    "markdown": "text/markdown",
    "json": "application/json",
    "jsonl": "application/jsonl",
    "csv": "text/csv",
}

_MAGIC = (
    (b"%PDF-", "a PDF document"),
    (b"PK\x03\x04", "a ZIP archive or an office document"),
    (b"\x89PNG", "a picture"),
    (b"GIF8", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"\xd0\xcf\x11\xe0", "an old office document"),
    (b"{\\rtf", "a rich text document"),
    (b"7z\xbc\xaf", "a packed file"),
    (b"BZh", "a packed file"),
    (b"\xfd7zXZ", "a packed file"),
    (b"(\xb5/\xfd", "a Zstandard file (unpack it with `zstd -d`)"),
    (b"]*M\x18", "a Zstandard web archive (unpack it with `zstd -d`)"),
    (b"SQLite format 3", "a database"),
    (b"bplist00", "a page saved by Safari (save it as page source)"),
)
_HEAD = 4096
_SPACE = re.compile(r"\s*")
# Each takes some sixty bytes of memory.
_MAX_VALUES = 2_000_000
_HTML_START = re.compile(r"<!doctype\s{1,9}html|<html[\s>]|<head[\s>]|<body[\s>]|<title[\s>]|<meta\s", re.IGNORECASE)
_ELEMENT_START = re.compile(
    r"<(?:article|main|section|header|div|p|h[1-6]|table|span|ul|ol|a|img)\b[^<>]{0,500}>", re.IGNORECASE
)
_ANY_ELEMENT = re.compile(r"</?[a-z][a-z0-9]{0,15}(?:\s[^<>]{0,500})?/?>", re.IGNORECASE)
_PROLOGUE = re.compile(r"\s*(?:<\?xml[^>]{0,300}>\s*|<!--[^>]{0,2000}-->\s*){0,32}", re.IGNORECASE)
_DOCTYPE = re.compile(r"\s*<!DOCTYPE[^<>\[]{0,1000}(?:\[[^\]]{0,20000}\]\s*)?>\s*(?:<!--[^>]{0,2000}-->\s*){0,8}")
_XML_ROOT = re.compile(r"<([A-Za-z][\w:.\-]{0,40})")
_TAG = re.compile(r"<(/?)([a-zA-Z][a-zA-Z0-9]{0,15})\b")
# Elements that close by themselves, or at the next of their kind: they do not nest.
_FLAT = frozenset(
    {
        *("area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "param", "source", "track"),
        *("wbr", "p", "li", "dt", "dd", "tr", "td", "th", "option"),
    },
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Unpacked:
    """The bytes in a file, and why they are not all of it ('' where they are)."""

    data: bytes
    reason: str = ""


def unpack(data: bytes, limit: int) -> Unpacked:
    """The bytes in a gzip file, or the bytes themselves; never more than ``limit``."""
    if not data.startswith(b"\x1f\x8b"):
        return Unpacked(data=data)
    parts: list[bytes] = []
    room = limit
    while data.startswith(b"\x1f\x8b"):
        member = zlib.decompressobj(wbits=31)
        try:
            parts.append(member.decompress(data, room + 1))
        except zlib.error as error:
            return Unpacked(data=b"".join(parts), reason=f"is a damaged gzip file ({error})")
        room -= len(parts[-1])
        if room < 0:
            return Unpacked(data=b"", reason=f"unpacks to more than {limit:,} bytes")
        if not member.eof:
            return Unpacked(data=b"".join(parts), reason="is a gzip file that breaks off")
        data = member.unused_data
    return Unpacked(data=b"".join(parts))


def not_text(data: bytes) -> str:
    """What a file is instead of text; '' where it is text."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return f"is {name}, which is not read"
    if data.startswith((b"\xff\xfe", b"\xfe\xff")):
        return ""
    head = data[:_HEAD]
    controls = sum(1 for byte in head if byte < 32 and byte not in b"\t\n\v\f\r\x1b")
    return "is not text" if b"\0" in head or controls * 20 > len(head) else ""


def shape_of(text: str, name: str, names: Mapping[str, str]) -> Shape | str:
    """The shape of a text file, or a sentence on why it is none that is read.

    Args:
        text: All of the file.
        name: Its name below content/articles.
        names: How its records call our fields, for tables.
    """
    ending = PurePosixPath(name.lower().removesuffix(".gz")).suffix
    start = text[_PROLOGUE.match(text).end() :][:_HEAD]  # type: ignore[union-attr]
    if _HTML_START.match(start):
        return "html"
    if ending in (".md", ".markdown"):
        return "markdown"
    if start.startswith(("{", "[")) or ending in (".jsonl", ".ndjson", ".json"):
        return _json_shape(text, ending)
    if text.lstrip().startswith("<?xml"):
        root = _XML_ROOT.match(start)
        return f"is an XML file (<{root[1]}>) of a kind that is not read" if root else "is a broken XML file"
    if _ELEMENT_START.match(start) or (ending in (".html", ".htm", ".xhtml") and _ANY_ELEMENT.search(text)):
        return "html"
    return _table_shape(text, ending, names)


def root_of_xml(head: bytes) -> str:
    """The name of the root element of an XML file, by its first bytes; '' where it is none."""
    text = head.decode("utf-16" if head.startswith((b"\xff\xfe", b"\xfe\xff")) else "utf-8", "replace").lstrip("\ufeff")
    prologue = _PROLOGUE.match(text)
    start = prologue.end() if prologue else 0
    if doctype := _DOCTYPE.match(text, start):
        start = doctype.end()
    root = _XML_ROOT.match(text, start)
    return root[1] if root else ""


def _json_shape(text: str, ending: str) -> Shape | str:
    if ending in (".jsonl", ".ndjson"):
        return "jsonl"
    if text.count("{") + text.count("[") > _MAX_VALUES:
        return f"holds more than {_MAX_VALUES:,} objects and lists"
    first, _, rest = text.strip().partition("\n")
    if _is_json(first) and rest.lstrip().startswith("{"):
        return "jsonl"
    if _is_json(text) or series_of(text):
        return "json"
    return _why_no_json(text) if ending == ".json" else "text"


def _why_no_json(text: str) -> str:
    """Line and column of the first fault. The library that reads records quickly does not tell them."""
    try:
        json.loads(text)
    except json.JSONDecodeError as error:
        return f"is not valid JSON: {error.msg} (line {error.lineno}, column {error.colno})"
    except RecursionError:
        return "is not valid JSON, or nests too deeply"
    except ValueError as error:
        return f"is not valid JSON: {error}"
    return "is JSON, but neither an object nor a list of objects"


def _is_json(text: str) -> bool:
    """Whether a text is an object or a list of objects."""
    try:
        msgspec.json.decode(text, type=dict[str, object] | list[dict[str, object] | None])
    except (msgspec.DecodeError, RecursionError, UnicodeEncodeError):
        return False
    return True


def series_of(text: str) -> list[dict[str, Any]]:
    """Objects that stand one after the other, over several lines each; nothing where that is not all of the text."""
    decoder, objects, at = json.JSONDecoder(), list[dict[str, Any]](), len(text) - len(text.lstrip())
    while at < len(text):
        try:
            found, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            return []
        if not isinstance(found, dict):
            return []
        objects.append(found)
        at = _SPACE.match(text, end).end()  # type: ignore[union-attr]
    return objects


def _table_shape(text: str, ending: str, names: Mapping[str, str]) -> Shape | str:
    """A table has a first line that names a text column and one more that we know."""
    first = text.lstrip().partition("\n")[0]
    is_named = ending in (".csv", ".tsv")
    if len(first) < 2000 and (is_named or first.count(",") or first.count("\t")):
        columns = [cell.strip() for cell in next(csv.reader([first], delimiter=delimiter_of(first)), [])]
        # A text may begin with a line like `Content, Date`: without a name that tells, a table calls things as we do.
        ours = columns_known(columns, names) if is_named else {*columns} | {names.get(name, "") for name in columns}
        if ours & {"text", "html"} and ours & {"id", "url", "title", "date"}:
            return "csv"
    if is_named:
        return "is a table without a column `text` or `html`; name its columns under `folders:` in archive.yml"
    return "text"


def delimiter_of(first_line: str) -> str:
    """What parts the cells of a table."""
    return max((",", "\t", ";"), key=first_line.count)


def depth_of(html: str) -> int:
    """How deep elements are nested at most, in one pass and without building a tree."""
    depth = deepest = 0
    for match in _TAG.finditer(html):
        if match[2].lower() not in _FLAT:
            depth = max(0, depth - 1) if match[1] else depth + 1
            deepest = max(deepest, depth)
    return deepest
