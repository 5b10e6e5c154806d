"""The blocks of a Markdown document as CommonMark reads them, raw HTML as a page would show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.cleaning.account import BODY, Verdict
from generator.cleaning.fields.captions import CAPTION
from generator.cleaning.markdown.inline import inline_text, is_bold
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, is_captioned, parse_page
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.marks import Anchor, Cell, table_text
from generator.model import BlockKind

_PARSER: Final = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable("table")
_BLANK_LINES: Final = re.compile(r"(\n[^\S\n]*\n)")
_MOST_BRACKETS: Final = 400
_LIST_ENDS: Final = frozenset({"bullet_list_close", "ordered_list_close"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """One block of a Markdown document and the lines that it stands on."""

    kind: BlockKind
    level: int
    text: str
    anchors: Sequence[Anchor]
    first: int
    """Number of its first line, from 0."""
    last: int
    """Number of the line after its last."""
    verdict: Verdict = BODY
    ordinal: int | None = None
    """Of an item of an ordered list: its number."""
    bold: bool = False
    """All of it is in bold."""

    @property
    def part(self) -> Part:
        """What ``assemble`` takes."""
        return Part(self.kind, self.level, self.text, self.anchors, self.ordinal)


def passages(text: str) -> Iterator[Passage]:
    """The blocks of a Markdown document, in order."""
    tokens = _PARSER.parse(_without_hostile_brackets(text))
    around: list[str] = []
    lists: list[int | None] = []
    fresh = False
    rows: list[list[Cell]] = []
    for position, token in enumerate(tokens):
        kind = token.type
        if kind.endswith("_open"):
            around.append(kind)
            fresh = fresh or kind == "list_item_open"
            _count(lists, token)
            rows += [[]] if kind == "tr_open" else []
        elif kind.endswith("_close"):
            around.pop()
            _count(lists, token)
            if kind == "table_close":
                yield from _table(rows, _table_lines(tokens, position))
                rows = []
        elif kind == "inline" and "table_open" in around:
            words, anchors = inline_text(token.children or [])
            rows[-1].append((words.replace("\n", " "), anchors))
        elif kind == "inline":
            words, anchors = inline_text(token.children or [])
            block, level = _kind(tokens[position - 1], around, len(lists) if fresh else 0)
            ordinal = lists[-1] if block == "item" else None
            fresh = fresh and not words
            if words:
                passage = _passage(block, level, words, anchors, (token.map or [0, 0])[:2])
                yield replace(passage, ordinal=ordinal, bold=is_bold(token.children or []))
        elif kind in {"fence", "code_block"} and token.content.strip():
            yield _passage("code", 0, token.content.strip("\n").rstrip(), (), (token.map or [0, 0])[:2])
        elif kind == "html_block":
            yield from _markup(token)


def _without_hostile_brackets(text: str) -> str:
    """The text, brackets escaped in a paragraph of hundreds of them: looking for links there takes for ever."""
    if text.count("[") <= _MOST_BRACKETS:
        return text
    parts = _BLANK_LINES.split(text)
    return "".join(part.replace("[", "\\[") if part.count("[") > _MOST_BRACKETS else part for part in parts)


def _passage(kind: BlockKind, level: int, text: str, anchors: Sequence[Anchor], lines: Sequence[int]) -> Passage:
    return Passage(kind=kind, level=level, text=text, anchors=anchors, first=lines[0], last=lines[1])


def _kind(opening: Token, around: Sequence[str], lists: int) -> tuple[BlockKind, int]:
    """Kind and level of a block; ``lists`` is how deep it stands in lists, where it begins an item."""
    if opening.type == "heading_open":
        return "heading", int(opening.tag[1])
    if lists:
        return "item", lists - 1
    return ("quote", 0) if "blockquote_open" in around else ("paragraph", 0)


def _count(lists: list[int | None], token: Token) -> None:
    """Keep the number of the last item of every open list; None of one without numbers."""
    if token.type == "bullet_list_open":
        lists.append(None)
    elif token.type == "ordered_list_open":
        lists.append(int(token.attrs.get("start", 1)) - 1)
    elif token.type == "list_item_open" and lists[-1] is not None:
        lists[-1] += 1
    elif token.type in _LIST_ENDS:
        lists.pop()


def _table(rows: Sequence[Sequence[Cell]], lines: Sequence[int]) -> Iterator[Passage]:
    """A table without its empty rows: a head that names nothing is one; nothing where no row is left."""
    said = [row for row in rows if any(text for text, _ in row)]
    if said:
        yield _passage("table", 0, *table_text(said), lines)


def _table_lines(tokens: Sequence[Token], closing: int) -> tuple[int, int]:
    for position in range(closing, -1, -1):
        if tokens[position].type == "table_open":
            first, last = (tokens[position].map or [0, 0])[:2]
            return first, last
    return 0, 0


def _markup(token: Token) -> Iterator[Passage]:
    """The visible blocks of a piece of raw HTML."""
    lines = (token.map or [0, 0])[:2]
    root = parse_page(f"<html><body>{token.content}</body></html>", DEEPEST)
    for block in page_blocks(root) if root is not None else ():
        passage = replace(_passage(block.kind, block.level, block.text, block.links, lines), ordinal=block.ordinal)
        yield (
            replace(passage, verdict=Verdict(fate="field", rule=CAPTION)) if is_captioned(block.element) else passage
        )
