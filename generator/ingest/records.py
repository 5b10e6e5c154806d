"""The records of a file that holds many articles: each stands alone, and a broken one harms no other."""

from __future__ import annotations

import csv
import hashlib
import io
import re
from collections.abc import Callable, Iterator, Mapping
from contextlib import suppress
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

import msgspec

from generator.ingest.forms import delimiter_of, series_of
from generator.ingest.signing import NOBODY, people_in, signed
from generator.ingest.wrappings import untyped
from generator.text.field_names import is_known
from generator.text.urls import host

if TYPE_CHECKING:
    from generator.ingest.forms import Shape

Judge = Callable[[Mapping[str, Any]], bool]

_TYPED = re.compile(r'"stringValue"|\{\s{0,20}"S"\s{0,3}:')
"""Of databases that tell the type of every value."""
_REFERENCE = '"_ref"'
"""Of documents that name others in the file."""
_MAX_CELL = 60_000_000
_DEPTH = 5
_VISITED = 10_000
"""So many objects and lists of a file are looked through for its articles."""
_SAMPLE = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Record:
    """One record as it stands in the file, or the reason why it cannot be read."""

    number: int
    """From 1."""
    sha256: str
    values: Mapping[str, Any] = field(default_factory=dict)
    reason: str = ""


def records_of(text: str, shape: Shape, is_article: Judge) -> Iterator[Record]:
    """The records of a JSONL file, a JSON file or a table, in their order.

    Args:
        text: All of the file.
        shape: What it is.
        is_article: Whether a record holds an article; wanted where a JSON file has its records somewhere inside.
    """
    if shape == "jsonl":
        return _lines(text)
    return _objects(text, is_article) if shape == "json" else _rows(text)


def _lines(text: str) -> Iterator[Record]:
    people = people_in(list(_decoded(text))) if _REFERENCE in text else NOBODY
    is_typed = _TYPED.search(text) is not None
    # Lines are met one by one: fifty million bytes of `{}` would make a list of gigabytes.
    lines = (line.strip() for line in io.StringIO(text, newline="\n"))
    for number, line in enumerate((line for line in lines if line), 1):
        data = line.encode("utf-8", "surrogatepass")
        try:
            values = msgspec.json.decode(data, type=dict[str, Any])
        except (msgspec.DecodeError, RecursionError) as error:
            yield Record(number=number, sha256=_digest(data), reason=f"is no JSON object: {error}")
        else:
            values = untyped(values) if is_typed else values
            yield Record(number=number, sha256=_digest(data), values=signed(values, people))


def _decoded(text: str) -> Iterator[Any]:
    for line in io.StringIO(text, newline="\n"):
        with suppress(msgspec.DecodeError, RecursionError):
            yield msgspec.json.decode(line)


def _objects(text: str, is_article: Judge) -> Iterator[Record]:
    try:
        tree = msgspec.json.decode(text)
    except msgspec.DecodeError:
        tree = series_of(text)
    tree = _rowed(untyped(tree) if _TYPED.search(text) else tree)
    people = people_in(tree)
    for number, values in enumerate(articles_in(tree, is_article), 1):
        digest = _digest(msgspec.json.encode(values, order="sorted"))
        yield Record(number=number, sha256=digest, values=signed(values, people))


def articles_in(tree: Any, is_article: Judge) -> list[dict[str, Any]]:
    """The records of a JSON file: its list, the article that it is, or the nearest articles that lie together in it.

    Databases and interfaces wrap what they give (``{"response": {"results": […]}}``), and some name articles by their
    addresses (``{"https://…": {…}}``). Lists of one name at one depth are one list; of several at one depth the longest
    counts.
    """
    whole = [one for item in (tree if isinstance(tree, list) else [tree]) for one in _graph(item)]
    if any(map(is_article, whole[:_SAMPLE])):
        return whole
    level: list[tuple[str, Any]] = [("", tree)]
    left = _VISITED
    for _ in range(_DEPTH):
        found: dict[str, list[dict[str, Any]]] = {}
        for name, node in level:
            found.setdefault(name, []).extend(_beside(node, is_article))
        if any(found.values()):
            return max(found.values(), key=len)
        level = [child for name, node in level for child in _children(name, node)][:left]
        left -= len(level)
    return whole


def _rowed(tree: Any) -> Any:
    """A table as a list of records: its names apart from its rows, or kept by columns; anything else as it is.

    Pandas, BigQuery, interfaces of databases and of spreadsheets give tables so.
    """
    if not isinstance(tree, dict):
        return tree
    schema = tree.get("schema")
    names = schema.get("fields") if isinstance(schema, dict) else tree.get("columns") or tree.get("fields")
    rows = next((tree[key] for key in ("data", "rows", "values") if isinstance(tree.get(key), list)), None)
    if names is None and rows and isinstance(rows[0], list) and all(isinstance(name, str) for name in rows[0]):
        names, rows = rows[0], rows[1:]
    if isinstance(names, list) and rows and any(map(is_known, map(_column, names))):
        cells = [_cells(row) for row in rows]
        if all(isinstance(row, list) for row in cells):
            return [dict(zip(map(_column, names), row, strict=False)) for row in cells]
    columns = list(tree.values())
    is_by_column = len(columns) > 1 and all(isinstance(column, dict) for column in columns) and all(map(is_known, tree))
    if is_by_column and all(column.keys() == columns[0].keys() for column in columns):
        return [{name: column[key] for name, column in tree.items()} for key in columns[0]]
    return tree


def _column(name: Any) -> str:
    return str(name.get("name", "")) if isinstance(name, dict) else str(name)


def _cells(row: Any) -> Any:
    """The cells of a row; BigQuery has each in a group (``{"f": [{"v": "…"}]}``)."""
    cells = row.get("f") if isinstance(row, dict) else row
    if not isinstance(cells, list):
        return None
    return [cell["v"] if isinstance(cell, dict) and cell.keys() == {"v"} else cell for cell in cells]


def _graph(item: Any) -> list[dict[str, Any]]:
    """The objects that JSON-LD links in one (``@graph``); any other object is one, and what is none holds nothing."""
    inner = item.get("@graph") if isinstance(item, dict) else None
    found = inner if isinstance(inner, list) else [item]
    return [one for one in found if isinstance(one, dict)]


def _beside(node: Any, is_article: Judge) -> list[dict[str, Any]]:
    """The records in one list or group, if any of the first are articles; in a group with few only these."""
    is_group = isinstance(node, dict)
    named = [_named(key, value) for key, value in node.items()] if is_group else node
    objects = [value for value in named if isinstance(value, dict)]
    sample = objects[:_SAMPLE]
    articles = sum(map(is_article, sample))
    if is_group and articles * 2 < len(sample):
        return [one for one in objects if is_article(one)]
    return objects if articles else []


def _named(key: str, value: Any) -> Any:
    return {"url": key, **value} if isinstance(value, dict) and host(key) else value


def _children(name: str, node: Any) -> Iterator[tuple[str, Any]]:
    """What lies in a group, by its names, or in a list, by that of the list."""
    for key, value in node.items() if isinstance(node, dict) else ((name, item) for item in node):
        if isinstance(value, dict | list):
            yield key, value


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
