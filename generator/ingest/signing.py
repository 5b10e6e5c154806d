"""Who wrote the articles of an export that tells authors by keys: their names stand elsewhere in the same file."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from generator.ingest.wrappings import at_path, names_in, opened

_PERSON: Final = re.compile(r"user|author|person|people|profile|contributor|staff|writer", re.IGNORECASE)
_KINDS: Final = ("@type", "_type", "model", "type", "entityType")
_KEYS: Final = ("@id", "pk", "_id", "_ref", "id", "ID")
_NAMES: Final = ("display_name", "name", "full_name", "fullName")
_SIGNED: Final = frozenset(
    {"author", "authors", "author_id", "author_ids", "post_author", "uid", "byline", "by", "field_byline"},
)
_ARTICLE: Final = ("post_id", "article_id")
_LETTER: Final = re.compile(r"[^\W\d_]")
_VISITED: Final = 500_000


class People(NamedTuple):
    """The people of an export by their keys in it."""

    names: Mapping[str, str]
    wrote: Mapping[str, tuple[str, ...]]
    """Key of an article -> keys of its authors, in their order, where a table of its own tells them."""


NOBODY: Final = People({}, {})


def people_in(tree: Any) -> People:
    """All people that an export tells with a key: users of Django, Drupal, Ghost, WordPress; ``Person`` of JSON-LD."""
    names: dict[str, str] = {}
    links: dict[str, list[tuple[int, str]]] = defaultdict(list)
    for group, kind in _groups(tree):
        fields = opened(group)
        own = {path.rpartition(".")[2]: value for path, value in reversed(fields.items())}
        key = next((str(own[name]) for name in _KEYS if own.get(name)), "")
        named = next((own[name] for name in _NAMES if isinstance(own.get(name), str)), "")
        if key and named and _PERSON.search(kind):
            names[key] = named
        article = next((str(own[name]) for name in _ARTICLE if own.get(name)), "")
        if article and own.get("author_id"):
            order = own.get("sort_order")
            links[article].append((order if isinstance(order, int) else 0, str(own["author_id"])))
    wrote = {article: tuple(author for _, author in sorted(found)) for article, found in links.items()}
    return People(names, wrote)


def signed(values: dict[str, Any], people: People) -> dict[str, Any]:
    """A record with the names of its authors, where it has their keys alone."""
    if not people.names:
        return values
    fields = opened(values)
    relations = values.get("relationships")
    held = [value for path, value in fields.items() if path.rpartition(".")[2] in _SIGNED]
    if any(_LETTER.search(name) and name not in people.names for value in held for name in names_in(value)):
        return values
    held += [relations[key] for key in _SIGNED & relations.keys()] if isinstance(relations, Mapping) else []
    keys = [key for value in held for key in _keys_in(value)]
    keys += people.wrote.get(str(values.get("id")), ())
    names = list(dict.fromkeys(people.names[key] for key in keys if key in people.names))
    return {**values, "authors": names} if names else values


def _groups(tree: Any) -> Iterator[tuple[Mapping[str, Any], str]]:
    """Every object of a file with what kind of thing it is, by itself or by the list that it stands in."""
    stack, left = [(tree, "")], _VISITED
    while stack and left:
        node, kind = stack.pop()
        left -= 1
        if isinstance(node, Mapping):
            own = next((str(node[name]) for name in _KINDS if node.get(name)), kind)
            own = str(node.get("name")) if own == "table" else own
            own = str(at_path(node, "sys.contentType.sys.id") or own)
            yield node, own
            stack += [(value, own if key == "data" else key) for key, value in node.items() if _is_deep(value)]
        elif isinstance(node, list):
            stack += [(value, kind) for value in node if _is_deep(value)]


def _is_deep(value: Any) -> bool:
    return isinstance(value, Mapping | list)


def _keys_in(value: Any) -> Iterator[str]:
    """The keys in a reference: ``7``, ``[1, 2]``, ``{"@id": "…"}``, ``{"data": {"id": "…"}}``."""
    if isinstance(value, str | int):
        yield str(value)
    elif isinstance(value, list):
        for item in value:
            yield from _keys_in(item)
    elif isinstance(value, Mapping):
        inner = next((value[name] for name in ("data", "sys", *_KEYS) if value.get(name)), None)
        if inner is not None:
            yield from _keys_in(inner)
