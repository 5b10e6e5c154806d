"""The visible blocks of text of an HTML page, in order: what a reader sees, before anything is chosen.

The walk keeps no Python stack, so that no depth can exhaust it; every visible character lands in exactly one block.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from typing import Final

from lxml import etree, html

from generator.cleaning.html_table import is_data_table, table_rows
from generator.cleaning.html_tree import DEEPEST, parse_page
from generator.errors import ContentError
from generator.model import BlockKind

BLOCK_TAGS: Final = frozenset(
    [
        "address", "article", "aside", "blockquote", "body", "button", "caption", "center", "dd", "details", "dialog",
        "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer", "form", "frameset", "h1", "h2", "h3",
        "h4", "h5", "h6", "header", "hgroup", "hr", "html", "legend", "li", "main", "menu", "nav", "ol", "optgroup",
        "option", "p", "pre", "search", "section", "select", "summary", "table", "tbody", "td", "textarea", "tfoot",
        "th", "thead", "tr", "ul",
    ]
)  # fmt: skip
UNSEEN_TAGS: Final = frozenset(
    [
        "applet", "area", "audio", "base", "canvas", "datalist", "embed", "frame", "head", "iframe", "img", "input",
        "link", "map", "math", "meta", "noembed", "noframes", "noscript", "object", "param", "picture", "script",
        "source", "style", "svg", "template", "title", "track", "video",
    ]
)  # fmt: skip
HEADINGS: Final = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_HIDING: Final = ("display:none", "visibility:hidden")


@dataclass(frozen=True, slots=True, kw_only=True)
class PageBlock:
    """One visible block of a page."""

    number: int
    """From 1, in the order of the page."""
    text: str
    kind: BlockKind
    level: int
    element: html.HtmlElement
    """The innermost block-level element that holds the text."""
    links: tuple[tuple[int, int, str], ...]
    hidden: bool
    """The page's own markup keeps it from view (until a script shows it)."""
    emphasis: int = 0
    """Characters in bold or strong."""


@dataclass(slots=True)
class _Run:
    """Inline text that is being gathered for the next block."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[tuple[int, int, str]] = field(default_factory=list)
    emphasis: int = 0

    def add(self, text: str, *, verbatim: bool) -> None:
        """Append text, with runs of white space as one space unless it is preformatted."""
        if not verbatim:
            words = text.split()
            if not words:
                text = " " if text else ""
            else:
                text = (" " if text[0].isspace() else "") + " ".join(words) + (" " if text[-1].isspace() else "")
            if text[:1] == " " and (not self.parts or self.parts[-1][-1] in " \n"):
                text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: what surrounds the next character."""

    blocks: list[PageBlock] = field(default_factory=list)
    run: _Run = field(default_factory=_Run)
    owners: list[html.HtmlElement] = field(default_factory=list)
    lists: int = 0
    quotes: int = 0
    preformatted: int = 0
    hidden: int = 0
    emphasis: int = 0
    open_links: list[tuple[int, str]] = field(default_factory=list)
    item: html.HtmlElement | None = None
    """The list item that has not yet had a block."""

    def flush(self) -> None:
        """End the current block, if it holds any text."""
        run, self.run = self.run, _Run()
        for start, href in self.open_links:
            run.links.append((start, run.length, href))
        self.open_links = [(0, href) for _, href in self.open_links]
        raw = "".join(run.parts)
        text = raw.strip("\n").rstrip() if self.preformatted else raw.strip()
        if not text.strip():
            return
        shift = raw.index(text)
        kind, level = self._kind(text)
        self.blocks.append(
            PageBlock(
                number=len(self.blocks) + 1,
                text=text,
                kind=kind,
                level=level,
                element=self.owners[-1],
                links=tuple(_clipped(run.links, shift, len(text), text)),
                hidden=self.hidden > 0,
                emphasis=min(run.emphasis, len(text)),
            )
        )

    def _kind(self, text: str) -> tuple[BlockKind, int]:
        tag = self.owners[-1].tag
        if tag in HEADINGS:
            return "heading", max(2, int(tag[1]))
        if self.preformatted and (len(text) > 60 or "\n" in text):
            return "code", 0
        if self.item is not None:
            self.item = None
            return "item", max(0, self.lists - 1)
        return ("quote", 0) if self.quotes else ("paragraph", 0)


def page_blocks(root: html.HtmlElement) -> tuple[PageBlock, ...]:
    """Every visible block of text of a page, numbered in order."""
    walk = _Walk(owners=[root])
    body = root.find("body") if root.tag == "html" else root
    for event, element in _events(root if body is None else body):
        if event == "open":
            _open(walk, element)
        elif event == "close":
            _close(walk, element)
        elif event == "table":
            _table(walk, element)
        if event != "open" and element.tail and element is not body:
            _text(walk, element.tail)
    walk.flush()
    return tuple(walk.blocks)


def blocks_of(text: str) -> tuple[PageBlock, ...]:
    """The visible blocks of a decoded page; none of a page that is nested too deeply or holds no element."""
    try:
        root = parse_page(text, DEEPEST)
    except ContentError:
        return ()
    return page_blocks(root) if root is not None else ()


def _events(root: html.HtmlElement) -> Iterator[tuple[str, html.HtmlElement]]:
    """Opening and closing of every element that can be seen; ``skip`` for the others, ``table`` for a table of data."""
    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    skipped = False
    for event, element in walker:
        if event == "comment":
            yield "skip", element
        elif event == "start":
            if element.tag in UNSEEN_TAGS:
                walker.skip_subtree()
                skipped = True
            elif element.tag == "table" and is_data_table(element):
                walker.skip_subtree()
                skipped = True
                continue
            else:
                yield "open", element
        elif skipped:
            skipped = False
            yield ("table" if element.tag == "table" else "skip"), element
        else:
            yield "close", element


def _text(walk: _Walk, text: str) -> None:
    before = walk.run.length
    walk.run.add(text, verbatim=walk.preformatted > 0)
    if walk.emphasis:
        walk.run.emphasis += walk.run.length - before


def _open(walk: _Walk, element: html.HtmlElement) -> None:
    tag = element.tag
    if tag == "br":
        _break(walk)
    elif tag == "a":
        walk.open_links.append((walk.run.length, element.get("href") or ""))
    elif tag in {"b", "strong"}:
        walk.emphasis += 1
    elif tag in BLOCK_TAGS or "-" in tag:
        walk.flush()
        walk.owners.append(element)
        walk.lists += tag in _LISTS
        walk.quotes += tag == "blockquote"
        walk.preformatted += tag == "pre"
        if tag == "li":
            walk.item = element
    if _is_hidden(element):
        walk.hidden += 1
    if element.text:
        _text(walk, element.text)


def _close(walk: _Walk, element: html.HtmlElement) -> None:
    tag = element.tag
    if tag == "a" and walk.open_links:
        start, href = walk.open_links.pop()
        walk.run.links.append((start, walk.run.length, href))
    elif tag in {"b", "strong"}:
        walk.emphasis -= 1
    elif (tag in BLOCK_TAGS or "-" in tag) and tag != "br":
        walk.flush()
        walk.owners.pop()
        walk.lists -= tag in _LISTS
        walk.quotes -= tag == "blockquote"
        walk.preformatted -= tag == "pre"
        if walk.item is element:
            walk.item = None
    if _is_hidden(element):
        walk.hidden -= 1


def _break(walk: _Walk) -> None:
    """A line break; two in a row part paragraphs."""
    parts = walk.run.parts
    while parts and parts[-1] == " ":
        walk.run.length -= len(parts.pop())
    if parts and parts[-1] == "\n" and not walk.preformatted:
        walk.flush()
    elif parts:
        if parts[-1].endswith(" "):
            parts[-1] = parts[-1][:-1]
            walk.run.length -= 1
        parts.append("\n")
        walk.run.length += 1


def _table(walk: _Walk, table: html.HtmlElement) -> None:
    """One block for a table of data: a line a row, tabs between its cells."""
    walk.flush()
    rows = table_rows(table)
    text = "\n".join("\t".join(row) for row in rows)
    if text.strip():
        block = PageBlock(
            number=len(walk.blocks) + 1,
            text=text,
            kind="table",
            level=0,
            element=table,
            links=(),
            hidden=walk.hidden > 0,
        )
        walk.blocks.append(block)


def _is_hidden(element: html.HtmlElement) -> bool:
    if element.get("hidden") is not None:
        return True
    style = element.get("style")
    if not style or ("none" not in style and "hidden" not in style):
        return False
    squeezed = style.lower().replace(" ", "")
    return any(sign in squeezed for sign in _HIDING)


def _clipped(links: list[tuple[int, int, str]], shift: int, length: int, text: str) -> Iterator[tuple[int, int, str]]:
    """Links moved to the stripped text, without white space at their ends, and none that is empty."""
    for start, end, href in sorted(links):
        low, high = max(0, start - shift), min(length, end - shift)
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high, href
