"""What a page's own structured data (JSON-LD of schema.org) says of its article."""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from html import unescape as html_unescape
from typing import Any, Final

from lxml import etree

_TYPES: Final = re.compile(r"(?:Article|Posting|Report|Review|Recipe|CreativeWork|Story|Opinion\w*|Analysis\w*)$")
_PAGES: Final = frozenset({"WebPage", "ItemPage", "FAQPage", "AboutPage"})
_OPENING: Final = re.compile(r"\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)?")
_CLOSING: Final = re.compile(r"\s*;?\s*(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)?\s*;?\Z")
_LONGEST_CLOSING: Final = 20
_TAGS: Final = re.compile(r"<[^<>]{0,400}>")
_MOST_NODES: Final = 2_000


@dataclass(frozen=True, slots=True, kw_only=True)
class Linked:
    """The fields of an article's JSON-LD, verbatim; empty where it does not say."""

    headline: str = ""
    authors: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    """Those of the authors that are no people."""
    published: str = ""
    is_page: bool = False
    """Whether that is of a page, in which the data sees no article."""
    modified: str = ""
    body: str = ""
    site: str = ""


def read_linked(root: etree._Element) -> Linked:
    """The article that a page describes in JSON-LD; an empty one where it describes none."""
    nodes = [node for script in _scripts(root) for node in _nodes(script)]
    by_id = {str(node["@id"]): node for node in reversed(nodes) if "@id" in node and len(node) > 1}
    article = _article(nodes)
    if article is None:
        return Linked(site=_site(nodes, {}, by_id))
    signed = article.get("author") or article.get("creator")
    return Linked(
        headline=_plain(article.get("headline") or article.get("name")),
        authors=_known(_names(signed, by_id)),
        organizations=_known(
            name for one in _things(signed, by_id) if "Person" not in _types(one) for name in _names(one, by_id)
        ),
        published=_plain(article.get("datePublished") or article.get("dateCreated")),
        is_page=not _is_article(article),
        modified=_plain(article.get("dateModified")),
        body=_text(article.get("articleBody")),
        site=_site(nodes, article, by_id),
    )


def _unwrapped(script: str) -> str:
    """A script without the comment that hid it from old browsers; its end alone is asked how it ends."""
    bare = _OPENING.sub("", script.rstrip(), count=1)
    return bare[:-_LONGEST_CLOSING] + _CLOSING.sub("", bare[-_LONGEST_CLOSING:])


def _scripts(root: etree._Element) -> Iterator[Any]:
    for script in root.iter("script"):
        if "ld+json" not in (script.get("type") or "").lower() or not script.text:
            continue
        try:
            yield json.loads(_unwrapped(script.text), strict=False)
        except (ValueError, RecursionError):
            continue


def _nodes(data: Any) -> Iterator[Mapping[str, Any]]:
    """Every object of a JSON-LD document that is a thing of its own, outermost first."""
    waiting = [data]
    seen = 0
    while waiting and seen < _MOST_NODES:
        seen += 1
        thing = waiting.pop(0)
        if isinstance(thing, list):
            waiting.extend(thing)
        elif isinstance(thing, dict):
            yield thing
            waiting.extend(
                value
                for key in ("@graph", "mainEntity", "mainEntityOfPage")
                if isinstance(value := thing.get(key), list | dict)
            )


def _types(node: Mapping[str, Any]) -> tuple[str, ...]:
    kind = node.get("@type", "")
    return tuple(str(one) for one in kind) if isinstance(kind, list) else (str(kind),)


def _article(nodes: list[Mapping[str, Any]]) -> Mapping[str, Any] | None:
    """The first node that is an article; else the first page that says who wrote it or when."""
    for node in nodes:
        if _is_article(node) and (node.get("headline") or node.get("datePublished") or node.get("author")):
            return node
    for node in nodes:
        if _PAGES.intersection(_types(node)) and (node.get("datePublished") or node.get("author")):
            return node
    return None


def _is_article(node: Mapping[str, Any]) -> bool:
    return any(_TYPES.search(kind) for kind in _types(node))


def _known(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if name))


def _things(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[Mapping[str, Any]]:
    """The things of a value that say of what type they are."""
    for one in value if isinstance(value, list) else [value]:
        known = by_id.get(str(one.get("@id", "")), one) if isinstance(one, dict) and "@type" not in one else one
        if isinstance(known, dict) and "@type" in known:
            yield known


def _names(value: Any, by_id: Mapping[str, Mapping[str, Any]]) -> Iterator[str]:
    """The names of people (or organizations) in a value of ``author``."""
    for one in value if isinstance(value, list) else [value]:
        if isinstance(one, str):
            yield _plain(one)
        elif isinstance(one, dict):
            known = one if one.get("name") else by_id.get(str(one.get("@id", "")), one)
            name = known.get("name")
            yield from (_plain(part) for part in name) if isinstance(name, list) else (_plain(name),)


def _site(nodes: list[Mapping[str, Any]], article: Mapping[str, Any], by_id: Mapping[str, Mapping[str, Any]]) -> str:
    for name in _names(article.get("publisher"), by_id):
        if name:
            return name
    for node in nodes:
        if {"WebSite", "Organization", "NewsMediaOrganization"}.intersection(_types(node)) and node.get("name"):
            return _plain(node["name"])
    return ""


def _plain(value: Any) -> str:
    """A value as one line of text: entities resolved, tags and white space at its ends gone."""
    if isinstance(value, list):
        value = value[0] if value else ""
    if not isinstance(value, str):
        return ""
    return " ".join(_TAGS.sub(" ", _unescaped(value)).split())


def _text(value: Any) -> str:
    return _unescaped(value) if isinstance(value, str) else ""


def _unescaped(value: str) -> str:
    return html_unescape(html_unescape(value)) if "&" in value else value
