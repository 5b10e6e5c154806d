"""Values out of what programs wrap them in: groups that only hold a part of a record, lists of one, typed values."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from datetime import UTC, datetime
from math import isfinite
from typing import Any, Final

import msgspec

from generator.ingest.rich_text import html_of, is_rich_text

# Where databases, interfaces, crawlers and queues put the fields of an article: Elasticsearch, JSON:API and Strapi,
# Django and the Guardian, AP, Contentful, readers for language models, WordPress, Kafka and Debezium.
_GROUPS: Final = frozenset(
    {
        *("_source", "attributes", "fields", "item", "article", "post", "story", "document", "doc", "node", "record"),
        *("object", "Item", "data", "content", "metadata", "meta", "properties", "crawl", "sys", "timestamps"),
        *("yoast_head_json", "_embedded", "opengraph", "payload", "message", "event", "after"),
    }
)
_TYPES: Final[Mapping[str, str]] = {
    **dict.fromkeys(("S", "N", "L", "M", "BOOL", "NULL", "SS", "NS"), ""),
    **dict.fromkeys(("stringValue", "integerValue", "doubleValue", "booleanValue", "timestampValue", "nullValue"), ""),
    "arrayValue": "values",
    "mapValue": "fields",
}
"""Types that stand around values, and the key within that holds them."""
_NULLS: Final = frozenset({"NULL", "nullValue"})
_LISTED: Final = frozenset({"jsonLd", "json_ld", "openGraph", "open_graph"})
"""Groups in lists: one alone, or its fields each by itself."""
_TAG: Final = re.compile(r"<[^<>]{1,1000}>")
_EXPONENT: Final = re.compile(r"\d\.\d{1,12}[eE]\+?(?:09|9|12)")
_TIME: Final = re.compile(r"<time\b[^<>]{0,300}\bdatetime=\"(?P<moment>[^\"<>]{4,40})\"")
_DEPTH: Final = 3
# How WordPress, MongoDB, Drupal, Arc, JSON-LD, readers of feeds and converters of XML hold a single value.
_VALUE: Final = (
    *("rendered", "$date", "$numberLong", "$oid", "safe_value", "processed", "value", "basic", "@value", "#text"),
    *("raw_markdown", "und", "en", "main", "html", "markdown", "raw", "json", "document", "text"),
    *("content", "name", "title", "@id", "href"),
)
_HOLDING: Final = ("data", "attributes", "und")
_NAME: Final = (
    "name",
    "by",
    "byline",
    "display_name",
    "displayName",
    "full_name",
    "fullName",
    "author",
    "value",
    "title",
)
_WRITERS: Final = ("author", "writer", "reporter", "Author", "Writer")
_MAIN: Final = ("main", "html", "body", "plain")
"""Roles of the one of several headlines or bodies (ninjs 2)."""
_EPOCH: Final = ((10, 1), (13, 1000))
"""Digits of a moment counted from 1970, and how many of its units make a second."""


def opened(values: Mapping[str, Any]) -> dict[str, Any]:
    """The fields of a record with those in its groups, by their paths (``metadata.title``), the outer ones first."""
    found: dict[str, Any] = {}
    level: list[tuple[str, Mapping[str, Any]]] = [("", values)]
    for _ in range(_DEPTH):
        inner: list[tuple[str, Mapping[str, Any]]] = []
        for path, group in level:
            for key, held in group.items():
                value = _listed(held) if key in _LISTED else _decoded(held) if key in _GROUPS else held
                if key in (_GROUPS | _LISTED) and isinstance(value, Mapping) and not _is_value(value):
                    inner.append((f"{path}{key}.", value))
                else:
                    found.setdefault(path + key, value)
        level = inner
    return found | {path.rstrip("."): group for path, group in level}


def _decoded(held: Any) -> Any:
    """A group that stands in a text, as messages carry it; anything else as it is."""
    if not isinstance(held, str) or not held.startswith("{"):
        return held
    try:
        return msgspec.json.decode(held)
    except (msgspec.DecodeError, RecursionError):
        return held


def _listed(held: Any) -> Any:
    """A group that stands in a list alone, or whose fields stand in one (``[{"property": "og:title", …}]``)."""
    if not isinstance(held, list) or not held or not all(isinstance(item, Mapping) for item in held):
        return held
    if all(isinstance(item.get("property"), str) and "content" in item for item in held):
        return {item["property"]: item["content"] for item in held}
    return held[0] if len(held) == 1 else held


def untyped(value: Any) -> Any:
    """A value as DynamoDB (``{"S": "…"}``) or Firestore (``{"stringValue": "…"}``) export it, without its types."""
    if isinstance(value, list):
        return [untyped(item) for item in value]
    if not isinstance(value, Mapping):
        return value
    if len(value) == 1:
        ((name, inner),) = value.items()
        if name in _TYPES:
            held = inner.get(_TYPES[name], inner) if isinstance(inner, Mapping) and _TYPES[name] else inner
            return None if name in _NULLS else untyped(held)
    return {key: untyped(inner) for key, inner in value.items()}


def at_path(values: Mapping[str, Any], path: str) -> Any:
    """What stands at a path like ``headlines.basic``; None where there is nothing."""
    found: Any = values
    for key in path.split("."):
        found = found.get(key) if isinstance(found, Mapping) else None
    return found


def plain(value: Any) -> Any:
    """A value out of its wrapping: ``{"rendered": "Storm"}`` and ``["Storm"]`` are ``"Storm"``."""
    for _ in range(_DEPTH):
        if isinstance(value, Mapping):
            key = next((key for key in _VALUE if value.get(key) not in (None, "", [], {})), None)
            if key is None:
                return value
            value = value[key]
        elif isinstance(value, list) and len(value) == 1:
            value = value[0]
        elif isinstance(value, list) and all(isinstance(item, Mapping) and "role" in item for item in value):
            value = next((item for item in value if item["role"] in _MAIN), value[0] if value else None)
        else:
            break
    return value


def names_in(value: Any, depth: int = 2 * _DEPTH) -> Iterator[str]:
    """The names of people in whatever holds them: a text, a list, groups with a ``name``; numbers name nobody."""
    if isinstance(value, str):
        yield _TAG.sub("", value)
    elif isinstance(value, Mapping) and depth:
        key = next((key for key in (*_HOLDING, *_NAME) if value.get(key)), None)
        if key is not None:
            yield from names_in(value[key], depth - 1)
    elif isinstance(value, list) and depth:
        writers = [item for item in value if isinstance(item, Mapping) and item.get("role") in _WRITERS]
        for item in writers or value:
            yield from names_in(item, depth - 1)


def moment(value: Any) -> Any:
    """A moment counted from 1970, in seconds or thousandths, as ISO date and time; anything else as it is."""
    if isinstance(value, str) and (marked := _TIME.search(value)):
        return marked["moment"]
    if isinstance(value, str) and _EXPONENT.fullmatch(value):
        value = float(value)
    is_number = isinstance(value, int | float) and not isinstance(value, bool) and isfinite(value)
    digits = str(int(value)) if is_number else value
    if isinstance(digits, str) and digits.isdecimal():
        for length, units in _EPOCH:
            if len(digits) == length:
                return datetime.fromtimestamp(int(digits) / units, UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
    return value


def text_in(value: Any) -> str:
    """The text that a field holds: paragraphs in a list, rich text as HTML; '' where it holds none."""
    if is_rich_text(value) and (html := html_of(value)):
        return html
    value = plain(value)
    if isinstance(value, str):
        return value.strip() and value
    if isinstance(value, list) and all(isinstance(item, str) for item in value):
        return "\n\n".join(paragraph for item in value if (paragraph := item.strip()))
    return html_of(value) if is_rich_text(value) else ""


def _is_value(group: Mapping[str, Any]) -> bool:
    """Whether a group holds one value, as WordPress's ``content`` does, and no fields of an article."""
    keys = ("rendered", "processed", "value", "content", "raw_markdown", "html", "markdown", "text")
    if isinstance(group.get("raw"), Mapping) or isinstance(group.get("json"), Mapping):
        return True
    if group.keys() & {"root", "children", "nodeType"} or group.get("type") == "doc":
        return True
    return any(isinstance(group.get(key), str) for key in keys) and not group.keys() & {"title", "headline", "url"}
