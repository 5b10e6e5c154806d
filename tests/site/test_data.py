"""The open data: what is published validates against the schemas that are published with it."""

from __future__ import annotations

import hashlib
import json
import re
from collections import Counter
from collections.abc import Iterator
from typing import Any

import pytest

from tests.site.archives import ArchiveFolder

TABLES = ("articles", "people", "organizations", "places", "topics", "sources", "outlets")
_TYPES: dict[str, type | tuple[type, ...]] = {
    "object": dict,
    "array": list,
    "string": str,
    "integer": int,
    "number": (int, float),
    "boolean": bool,
    "null": type(None),
}
_KNOWN = frozenset(
    {"$schema", "$ref", "$defs", "$id", "title", "description", "type", "properties", "required", "items"}
    | {"anyOf", "enum", "const", "default"}
)
"""The words of JSON Schema that the check below understands; another one is an error, not a pass."""


def violations(value: Any, schema: dict[str, Any], root: dict[str, Any], at: str = "") -> Iterator[str]:
    """Where a value is not what its schema says."""
    assert set(schema) <= _KNOWN, f"{at}: teach the check {set(schema) - _KNOWN}"
    if "$ref" in schema:
        target: Any = root
        for part in schema["$ref"].removeprefix("#/").split("/"):
            target = target[part]
        yield from violations(value, target, root, at)
    if "anyOf" in schema and all(list(violations(value, one, root, at)) for one in schema["anyOf"]):
        yield f"{at}: fits none of the alternatives"
    if "enum" in schema and value not in schema["enum"]:
        yield f"{at}: {value!r} is none of {schema['enum']}"
    kind = schema.get("type")
    if kind and (not isinstance(value, _TYPES[kind]) or (isinstance(value, bool) and kind != "boolean")):
        yield f"{at}: is no {kind}"
    if kind == "object" and isinstance(value, dict):
        properties = schema.get("properties", {})
        yield from (f"{at}.{name}: is missing" for name in schema.get("required", ()) if name not in value)
        yield from (f"{at}.{name}: is not in the schema" for name in value if name not in properties)
        for name in value.keys() & properties.keys():
            yield from violations(value[name], properties[name], root, f"{at}.{name}")
    if kind == "array" and isinstance(value, list):
        for number, item in enumerate(value):
            yield from violations(item, schema.get("items", {}), root, f"{at}[{number}]")


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_what_their_schema_says(demo: ArchiveFolder, table: str) -> None:
    """Every row of every published file fits its published schema, and no key is missing or unknown."""
    data = demo.site / "data"
    schema = json.loads((data / "schemas" / f"{table}.schema.json").read_text(encoding="utf-8"))
    lines = (data / f"{table}.jsonl").read_text(encoding="utf-8").splitlines()
    assert lines
    for number, line in enumerate(lines, 1):
        assert list(violations(json.loads(line), schema, schema, f"{table}:{number}")) == []


@pytest.mark.parametrize("table", TABLES)
def test_rows_are_sorted_by_id(demo: ArchiveFolder, table: str) -> None:
    """Rows stand in the order of their ids, each id once."""
    identifiers = [row["id"] for row in demo.rows(table)]
    assert identifiers == sorted(set(identifiers))


def test_the_manifest_tells_what_is_there(demo: ArchiveFolder) -> None:
    """manifest.json names the version of the schemas and every file, with its rows and its hash as they are."""
    data = demo.site / "data"
    manifest = json.loads((data / "manifest.json").read_text(encoding="utf-8"))
    assert manifest["schema_version"]
    assert {f"{table}.jsonl" for table in TABLES} <= set(manifest["files"])
    for name, said in manifest["files"].items():
        content = (data / name).read_bytes()
        assert said.get("sha256", hashlib.sha256(content).hexdigest()) == hashlib.sha256(content).hexdigest(), name
        if name.endswith(".jsonl"):
            assert said.get("rows", content.count(b"\n")) == content.count(b"\n"), name


def test_every_reference_leads_somewhere(demo: ArchiveFolder) -> None:
    """Ids that rows name are ids of rows, and every address is a page."""
    tables = {table: {row["id"]: row for row in demo.rows(table)} for table in TABLES}
    for row in tables["articles"].values():
        for table in ("people", "organizations", "places", "topics"):
            assert {one["id"] for one in row[table]} <= set(tables[table])
        assert {one["id"] for one in row["sources"] if one["id"]} <= set(tables["sources"])
        assert row["version_of"] is None or row["version_of"] in tables["articles"]
    for table in TABLES:
        assert all(demo.answers(row["address"]) for row in tables[table].values() if row["address"])


def test_strangers_lines_are_not_published_again(demo: ArchiveFolder) -> None:
    """In the published copy the text of a removed line is there only where it stands in several originals."""
    whole = demo.rows("articles")
    originals = Counter(text for row in whole for text in {_folded(one["text"]) for one in row["removed"]})
    published = [json.loads(line) for line in (demo.site / "data" / "articles.jsonl").read_text("utf-8").splitlines()]
    texts = {_folded(one["text"]) for row in published for one in row["removed"] if one["text"] is not None}
    assert {text for text in texts if originals[text] < 2} == set()
    assert min(map(len, texts)) > 0
    assert [_without_removed(row) for row in published] == [_without_removed(row) for row in whole]


def _folded(line: str) -> str:
    """A line with its numbers left open: `17 shares` and `1.2K shares` repeat each other."""
    return re.sub(r"\d[\d.,]*K?", "0", line).strip()


def _without_removed(row: dict[str, Any]) -> dict[str, Any]:
    """A row but for the lines that were taken out."""
    return {key: value for key, value in row.items() if key != "removed"}
