"""The records of a file that holds many articles: each stands alone, and a broken one harms no other."""

from __future__ import annotations

import csv
import hashlib
import io
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from generator.ingest.forms import delimiter_of

if TYPE_CHECKING:
    from generator.ingest.forms import Shape

_MAX_CELL = 60_000_000
_WRAPPERS = ("items", "articles", "results", "posts")


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as it stands in the file, or the reason why it cannot be read."""

    number: int
    """From 1."""
    sha256: str
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""


def records_of(text: str, shape: Shape) -> Iterator[Record]:
    """The records of a JSONL file, a JSON file or a table, in their order."""
    if shape == "jsonl":
        return _lines(text)
    return _objects(text) if shape == "json" else _rows(text)


def _lines(text: str) -> Iterator[Record]:
    # Lines are met one by one: fifty million bytes of `{}` would make a list of gigabytes.
    lines = (line.strip() for line in io.StringIO(text, newline="\n"))
    for number, line in enumerate((line for line in lines if line), 1):
        data = line.encode("utf-8", "surrogatepass")
        try:
            values = msgspec.json.decode(data, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError) as error:
            yield Record(number=number, sha256=_digest(data), reason=f"is no JSON object: {error}")
        else:
            yield Record(number=number, sha256=_digest(data), values=values)


def _objects(text: str) -> Iterator[Record]:
    found = msgspec.json.decode(text)
    if isinstance(found, dict):
        found = next((found[key] for key in _WRAPPERS if _is_list_of_objects(found.get(key))), [found])
    for number, values in enumerate(found, 1):
        yield Record(number=number, sha256=_digest(msgspec.json.encode(values, order="sorted")), values=values)


def _is_list_of_objects(value: Any) -> bool:
    return isinstance(value, list) and bool(value) and all(isinstance(item, dict) for item in value)


def _rows(text: str) -> Iterator[Record]:
    csv.field_size_limit(_MAX_CELL)
    first = text.lstrip().partition("\n")[0]
    reader = csv.reader(io.StringIO(text.lstrip(), newline=""), delimiter=delimiter_of(first))
    header = [cell.strip() for cell in next(reader, [])]
    for number, cells in enumerate((row for row in reader if row), 1):
        digest = _digest("\x1f".join(cells).encode("utf-8", "surrogatepass"))
        if len(cells) != len(header):
            reason = f"has {len(cells)} cells where the first line names {len(header)}"
            yield Record(number=number, sha256=digest, reason=reason)
        else:
            yield Record(number=number, sha256=digest, values=dict(zip(header, cells, strict=True)))


def _digest(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
