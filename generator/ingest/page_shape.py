"""What a page looks like from afar: how much of it is prose, how much links, and what it calls itself."""

from __future__ import annotations

import json
import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from lxml import etree

_SENTENCE: Final = 60
_END: Final = re.compile(r"[.!?…。।؟][\"'”’»)\]]{0,2}(?:\s|$)")
_SPACE: Final = re.compile(r"\s+")
_SILENT: Final = frozenset(
    {"script", "style", "noscript", "template", "svg", "select", "button", "textarea", "iframe", "title"}
)
_EDGES: Final = frozenset({"nav", "footer", "aside", "header", "form"})
_BLOCKS: Final = _EDGES | frozenset(
    {
        *("p", "li", "td", "th", "tr", "dd", "dt", "dl", "ul", "ol", "table", "blockquote", "pre", "br", "hr"),
        *("div", "section", "article", "main", "body", "figure", "figcaption", "h1", "h2", "h3", "h4", "h5", "h6"),
    }
)
_TYPE_DEPTH: Final = 6


@dataclass(slots=True)
class PageShape:
    """What was counted and read on one page."""

    title: str = ""
    meta: dict[str, str] = field(default_factory=dict)
    """Name or property in lower case -> content, the first of each."""
    types: set[str] = field(default_factory=set)
    """What JSON-LD and microdata call the page and its parts: schema.org's names in lower case."""
    prose: int = 0
    """Characters in blocks of running text."""
    paragraphs: int = 0
    """Such blocks."""
    linked: int = 0
    """Characters in links."""
    all: int = 0
    """Characters of visible text."""
    tags: Counter[str] = field(default_factory=Counter)


def shape_of_page(html: str) -> PageShape:
    """The shape of a page, in one walk over its tree."""
    shape = PageShape()
    parser = etree.HTMLParser(encoding="utf-8", remove_comments=True, remove_pis=True, no_network=True)
    try:
        root = etree.fromstring(html.encode("utf-8", "replace"), parser)
    except etree.XMLSyntaxError:
        return shape
    if root is not None:
        _Walk(shape).over(root)
    return shape


class _Walk:
    """One walk: text is gathered into the block it stands in, and the block is then counted."""

    def __init__(self, shape: PageShape) -> None:
        self.shape = shape
        self.text: list[str] = []
        self.linked = 0
        self.links = self.silent = self.edges = 0

    def over(self, root: etree._Element) -> None:
        for event, element in etree.iterwalk(root, events=("start", "end")):
            tag = element.tag if isinstance(element.tag, str) else ""
            step = 1 if event == "start" else -1
            if tag in _BLOCKS:
                self.count_block()
            if step > 0:
                self.note(element, tag)
            self.links += step * (tag == "a")
            self.silent += step * (tag in _SILENT)
            self.edges += step * (tag in _EDGES)
            self.take(element.text if step > 0 else element.tail)
        self.count_block()

    def note(self, element: etree._Element, tag: str) -> None:
        """What an element says of the page."""
        shape = self.shape
        shape.tags[tag] += 1
        if tag == "meta":
            name = element.get("property") or element.get("name") or element.get("itemprop") or ""
            shape.meta.setdefault(name.lower(), element.get("content") or "")
        elif tag == "title" and not shape.title:
            shape.title = element.text or ""
        elif tag == "script" and "ld+json" in (element.get("type") or ""):
            shape.types |= _types_in(element.text or "")
        if kind := element.get("itemtype"):
            shape.types.add(_name(kind))
        if "articleBody" in (element.get("itemprop") or ""):
            shape.types.add("article")

    def take(self, text: str | None) -> None:
        if text and not self.silent:
            self.text.append(text)
            self.linked += len(text) if self.links else 0

    def count_block(self) -> None:
        text, linked = _SPACE.sub(" ", "".join(self.text)).strip(), self.linked
        self.text, self.linked = [], 0
        self.shape.all += len(text)
        self.shape.linked += min(linked, len(text))
        if len(text) >= _SENTENCE and 2 * linked < len(text) and not self.edges and _END.search(text):
            self.shape.prose += len(text)
            self.shape.paragraphs += 1


def _types_in(script: str) -> set[str]:
    try:
        return _types_of(json.loads(script), 0)
    except (ValueError, RecursionError):
        return set()


def _types_of(value: Any, depth: int) -> set[str]:
    """The types of the page and of what it is about; not those of the things that it merely lists."""
    if depth > _TYPE_DEPTH:
        return set()
    if isinstance(value, list):
        return set().union(*(_types_of(item, depth + 1) for item in value[:50]))
    if not isinstance(value, Mapping):
        return set()
    kinds = value.get("@type")
    names = {_name(kind) for kind in (kinds if isinstance(kinds, list) else [kinds]) if isinstance(kind, str)}
    parts = (value.get(key) for key in ("@graph", "mainEntity", "mainEntityOfPage"))
    return names.union(*(_types_of(part, depth + 1) for part in parts))


def _name(kind: str) -> str:
    """``http://schema.org/NewsArticle`` is ``newsarticle``."""
    return kind.rstrip("/").rsplit("/", 1)[-1][:60].lower()
