"""The visible blocks of text of an HTML page, in order: what a reader sees, before anything is chosen.

The walk keeps no Python stack, so that no depth can exhaust it; every visible character lands in exactly one block,
but for signs that are drawn and not read.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection
from dataclasses import dataclass, field
from typing import Final, NamedTuple

from lxml import etree

from generator.cleaning.markup.numbering import Numbering
from generator.cleaning.markup.run import Run
from generator.cleaning.markup.signs import SIGN_TAGS, is_sign
from generator.cleaning.markup.table import is_data_table, table_rows
from generator.cleaning.markup.tree import DEEPEST, parse_page
from generator.cleaning.pieces.marks import table_text
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
_FLOWING: Final = HEADINGS | {"p"}
"""Elements whose text flows on through an element of the page's own making (``<side-note>``)."""
LISTS: Final = frozenset({"ul", "ol", "menu", "dir"})
_UNSCRIPTED: Final = "noscript"
_FEW: Final = 100
"""Words: a page with fewer may have its text elsewhere, and that is so many words at least …"""
_TIMES: Final = 5
"""… and so many times those that it shows; most say that scripts are needed, and no more."""
_BOLD: Final = frozenset({"b", "strong"})
_TYPE: Final = "font"
_HIDING: Final = ("display:none", "visibility:hidden")
_SEVERAL: Final = -1
_MOST: Final = 0.5


class PageBlock(NamedTuple):
    """One visible block of a page."""

    number: int
    """From 1, in the order of the page."""
    text: str
    kind: BlockKind
    level: int
    element: etree._Element
    """The innermost block-level element that holds the text."""
    links: tuple[tuple[int, int, str], ...]
    hidden: bool
    """The page's own markup keeps it from view (until a script shows it)."""
    emphasis: int = 0
    """Characters in bold or strong."""
    ordinal: int | None = None
    """Of an item of an ordered list: the number that a browser writes before it."""

    @property
    def linked(self) -> int:
        """Characters on which a link stands."""
        return sum(end - start for start, end, _ in self.links)


@dataclass(slots=True)
class _Walk:
    """Where the walk stands: what surrounds the next character."""

    blocks: list[PageBlock] = field(default_factory=list)
    run: Run = field(default_factory=Run)
    owners: list[etree._Element] = field(default_factory=list)
    lists: list[Numbering] = field(default_factory=list)
    quotes: int = 0
    preformatted: int = 0
    hiding: list[tuple[int, etree._Element]] = field(default_factory=list)
    """The elements around that keep their text from view, numbered in the order of the page, from the outside in."""
    hiders: int = 0
    hidden_by: list[int] = field(default_factory=list)
    """Of each block: the number of the one element that hides it, 0 where none does, -1 where several do."""
    emphasis: int = 0
    open_links: list[tuple[int, str]] = field(default_factory=list)
    item: etree._Element | None = None
    """The list item that has not yet had a block."""
    ordinal: int | None = None
    """Its number."""

    def flush(self) -> None:
        """End the current block, if it holds any text."""
        if not self.run.parts:
            self.run.links.clear()
            return
        run, self.run = self.run, Run()
        for start, href in self.open_links:
            run.links.append((start, run.length, href))
        self.open_links = [(0, href) for _, href in self.open_links]
        text, links = run.taken(preformatted=self.preformatted > 0)
        if not text:
            return
        ordinal = self.ordinal
        kind, level = self._kind(text)
        self.add(
            PageBlock(
                number=len(self.blocks) + 1,
                text=text,
                kind=kind,
                level=level,
                element=self.owners[-1],
                links=links,
                hidden=bool(self.hiding),
                emphasis=min(run.emphasis, len(text)),
                ordinal=ordinal if kind == "item" else None,
            )
        )

    def add(self, block: PageBlock) -> None:
        """The next block, with what hides it."""
        self.blocks.append(block)
        hiders = [number for number, _ in self.hiding[:2]]
        self.hidden_by.append(_SEVERAL if len(hiders) > 1 else next(iter(hiders), 0))

    def hide(self, element: etree._Element) -> None:
        """Enter an element that keeps its text from view."""
        self.hiders += 1
        self.hiding.append((self.hiders, element))

    def _kind(self, text: str) -> tuple[BlockKind, int]:
        tag = self.owners[-1].tag
        if tag in HEADINGS:
            return "heading", max(2, int(tag[1]))
        if self.preformatted and (len(text) > 60 or "\n" in text):
            return "code", 0
        if self.item is not None:
            self.item = None
            return "item", max(0, len(self.lists) - 1)
        return ("quote", 0) if self.quotes else ("paragraph", 0)


def page_blocks(root: etree._Element) -> tuple[PageBlock, ...]:
    """Every visible block of text of a page, numbered in order.

    Of a page that scripts build, and that says next to nothing without them, what it keeps for readers without scripts.
    """
    blocks = _blocks(root, UNSEEN_TAGS)
    words = _words(blocks)
    if words < _FEW and next(root.iter(_UNSCRIPTED), None) is not None:
        unscripted = _blocks(root, UNSEEN_TAGS - {_UNSCRIPTED})
        if _words(unscripted) >= max(_FEW, _TIMES * words):
            return unscripted
    return blocks


def _words(blocks: tuple[PageBlock, ...]) -> int:
    return sum(block.text.count(" ") + 1 for block in blocks)


def _blocks(root: etree._Element, unseen: Collection[str]) -> tuple[PageBlock, ...]:
    """The blocks of a page of which the elements with some tags are not seen."""
    walk = _Walk(owners=[root])
    walker = etree.iterwalk(root, events=("start", "end", "comment"))
    is_skipped = False
    for event, element in walker:
        if event == "start":
            tag = element.tag
            if tag in unseen or (tag in SIGN_TAGS and is_sign(element)) or (tag == "table" and is_data_table(element)):
                walker.skip_subtree()
                is_skipped = True
                continue
            _open(walk, element, tag)
            if _is_hidden(element):
                walk.hide(element)
            text = element.text
        else:
            if event == "end":
                if not is_skipped:
                    _close(walk, element)
                elif element.tag == "table":
                    _table(walk, element)
                is_skipped = False
            text = element.tail if element is not root else None
        # No block begins with the white space that parts elements in the source, and most of a page's texts are that.
        if text and (walk.run.parts or walk.preformatted or not text.isspace()):
            _text(walk, text)
    walk.flush()
    return tuple(_revealed(walk))


def _revealed(walk: _Walk) -> list[PageBlock]:
    """The blocks of a walk; where one element hides most of a page's text, a script will show it, and so do we."""
    sizes = Counter[int]()
    for block, hider in zip(walk.blocks, walk.hidden_by, strict=True):
        sizes[hider] += len(block.text)
    revealed = {hider for hider, size in sizes.items() if hider > 0 and size > _MOST * sizes.total()}
    return [
        block._replace(hidden=False) if hider in revealed else block
        for block, hider in zip(walk.blocks, walk.hidden_by, strict=True)
    ]


def blocks_of(text: str) -> tuple[PageBlock, ...]:
    """The visible blocks of a decoded page; none of a page that is nested too deeply or holds no element."""
    try:
        root = parse_page(text, DEEPEST)
    except ContentError:
        return ()
    return page_blocks(root) if root is not None else ()


def _text(walk: _Walk, text: str) -> None:
    before = walk.run.length
    walk.run.add(text, verbatim=walk.preformatted > 0)
    if walk.emphasis:
        walk.run.emphasis += walk.run.length - before


def _open(walk: _Walk, element: etree._Element, tag: str) -> None:
    if tag == "a":
        walk.open_links.append((walk.run.length, element.get("href") or ""))
    elif tag == "br":
        _break(walk, element)
    elif tag in _BOLD:
        walk.emphasis += 1
    elif tag in BLOCK_TAGS or ("-" in tag and walk.owners[-1].tag not in _FLOWING):
        walk.flush()
        walk.owners.append(element)
        if tag in LISTS:
            walk.lists.append(Numbering.of(element))
        elif tag == "li":
            walk.item = element
            walk.ordinal = walk.lists[-1].next(element) if walk.lists else None
        elif tag == "blockquote":
            walk.quotes += 1
        elif tag == "pre":
            walk.preformatted += 1


def _close(walk: _Walk, element: etree._Element) -> None:
    tag = element.tag
    if tag == "a":
        if walk.open_links:
            start, href = walk.open_links.pop()
            walk.run.links.append((start, walk.run.length, href))
    elif tag in _BOLD:
        walk.emphasis -= 1
    elif walk.owners[-1] is element:
        walk.flush()
        walk.owners.pop()
        if tag in LISTS:
            walk.lists.pop()
        elif tag == "blockquote":
            walk.quotes -= 1
        elif tag == "pre":
            walk.preformatted -= 1
        if walk.item is element:
            walk.item = None
    if walk.hiding and walk.hiding[-1][1] is element:
        walk.hiding.pop()


def _break(walk: _Walk, element: etree._Element) -> None:
    """A line break; two in a row part paragraphs, and so does one between lines in different type."""
    walk.run.drop_spaces()
    if walk.run.parts and not walk.preformatted and (walk.run.parts[-1] == "\n" or _changes_type(element)):
        walk.flush()
    else:
        walk.run.break_line()


def _changes_type(line_break: etree._Element) -> bool:
    """Whether the line above a break and the one below are in type that differs in size, face or colour.

    Pages of the 2000s had no other headings and bylines.
    """
    above, below = line_break.getprevious(), line_break.getnext()
    if above is None or below is None or not above.tag == below.tag == _TYPE:
        return False
    is_bare = not (above.tail or "").strip() and not (line_break.tail or "").strip()
    return is_bare and sorted(above.items()) != sorted(below.items())


def _table(walk: _Walk, table: etree._Element) -> None:
    """One block for a table of data: a line a row, tabs between its cells."""
    walk.flush()
    text, links = table_text(table_rows(table))
    if text.strip():
        walk.add(
            PageBlock(
                number=len(walk.blocks) + 1,
                text=text,
                kind="table",
                level=0,
                element=table,
                links=links,
                hidden=bool(walk.hiding),
            )
        )


def _is_hidden(element: etree._Element) -> bool:
    style = element.get("style")
    if style and ("none" in style or "hidden" in style):
        squeezed = style.lower().replace(" ", "")
        if any(sign in squeezed for sign in _HIDING):
            return True
    return element.get("hidden") is not None
