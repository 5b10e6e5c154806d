"""Cleaning of a Markdown original: its blocks as CommonMark reads them, raw HTML as a page would show it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from markdown_it import MarkdownIt
from markdown_it.token import Token

from generator.cleaning.account import Verdict
from generator.cleaning.dump.printed import same_words
from generator.cleaning.fields.attributions import attributions, known_outlets
from generator.cleaning.fields.byline import Byline, read_byline
from generator.cleaning.fields.captions import CAPTION, captions_in
from generator.cleaning.fields.credits import CreditLine, cited, contributors_in, photographers, read_credits
from generator.cleaning.fields.dating import of_address, of_metadata, of_path
from generator.cleaning.fields.openings import corrections_in, dateline_of
from generator.cleaning.markdown.indents import without_indents
from generator.cleaning.markdown.inline import inline_text, is_bold
from generator.cleaning.markdown.templates import calls_by_line, without_calls
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, is_captioned, parse_page
from generator.cleaning.pieces.blocks import Part, assemble
from generator.cleaning.pieces.bold import with_bold_headings
from generator.cleaning.pieces.marks import Anchor, Cell, table_text
from generator.cleaning.rules import Line, ruled, told
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import repeated
from generator.model import AccountedLine, BlockKind, CleanArticle, Original, Repeats
from generator.text.language import detect

_PARSER: Final = MarkdownIt("commonmark", {"html": True, "maxNesting": 60}).enable("table")
_BODY: Final = Verdict(fate="body", rule="body")
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
    verdict: Verdict = _BODY
    ordinal: int | None = None
    """Of an item of an ordered list: its number."""
    bold: bool = False
    """All of it is in bold."""

    @property
    def part(self) -> Part:
        """What ``assemble`` takes."""
        return Part(self.kind, self.level, self.text, self.anchors, self.ordinal)


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """The fields that a document itself gives."""

    title: str | None
    byline: Byline | None
    credits: Sequence[CreditLine]


def clean_markdown(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of a Markdown document.

    Args:
        original: A document without its front matter.
        repeats: Which of its lines repeat over the outlet's originals, if known.
        settings: What the maintainers decided for it.
    """
    known = (*known_outlets(), *settings.sources)
    read = list(passages(without_indents(without_calls(original.text))))
    found = ruled([Line(text=one.text, kind=one.kind, level=one.level) for one in read], settings)
    original = told(original, found)
    credited: dict[int, CreditLine] = {}
    title = original.metadata.title
    byline: Byline | None = None
    judged: list[Passage] = []
    for number, passage in enumerate(read):
        credit = read_credits(passage.text, known) if passage.kind in {"paragraph", "item"} else None
        if credit is not None:
            credited[number] = credit
        first = not any(one.verdict is _BODY for one in judged)
        if title is None and first and passage.kind == "heading" and passage.level == 1:
            title = passage.text
        verdict = _verdict(passage, title, credit, repeats)
        if byline is None and verdict is _BODY and first:
            byline = read_byline(passage.text)
            verdict = verdict if byline is None else Verdict(fate="field", rule="byline")
        judged.append(replace(passage, verdict=found.verdicts.get(number, verdict)))
    fields = Found(title=title, byline=byline, credits=[credited[number] for number in sorted(credited)])
    return _article(original, judged, fields, settings)


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


def _verdict(passage: Passage, title: str | None, credit: CreditLine | None, repeats: Repeats | None) -> Verdict:
    if title is not None and passage.kind == "heading" and same_words(passage.text, title):
        return Verdict(fate="field", rule="title")
    if passage.verdict is not _BODY:
        return passage.verdict
    share = repeated(passage.text, repeats)
    if share and passage.kind != "code":
        return Verdict(fate="removed", rule=f"repeated:{share}")
    return _BODY if credit is None else Verdict(fate="field", rule=credit.rule)


def _article(original: Original, judged: Sequence[Passage], found: Found, settings: CleaningSettings) -> CleanArticle:
    said = original.metadata
    title, byline = found.title, found.byline
    body = [passage for passage in judged if passage.verdict.fate == "body"]
    parts = with_bold_headings([_shown(passage) for passage in body], [passage.bold for passage in body])
    text, blocks, links = assemble(parts)
    paragraphs = [text[block.start : block.end] for block in blocks]
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=blocks,
        links=links,
        title=title,
        title_basis=said.basis.get("title", "metadata") if said.title else ("heading" if title else ""),
        authors=said.authors if said.authors is not None else (byline.authors if byline else ()),
        authors_basis=_basis(original, byline),
        dateline=dateline_of(paragraphs),
        published=of_metadata(said.date, said.basis.get("date", "metadata"))
        or of_address(said.url or original.origin.url)
        or of_path(original),
        updated=of_metadata(said.updated, said.basis.get("updated", "metadata")),
        sources=cited(found.credits, attributions(text, settings.sources)),
        photo_credits=photographers(found.credits),
        contributors=contributors_in((one.verdict.rule, one.text) for one in judged),
        captions=captions_in((one.verdict.rule, one.text) for one in judged),
        corrections=corrections_in(paragraphs),
        language=said.language or detect(text),
        account=tuple(_account(original.text, judged)),
    )


def _basis(original: Original, byline: Byline | None) -> str:
    said = original.metadata
    if said.authors is not None:
        return said.basis.get("authors", "metadata")
    return byline.basis if byline else ""


def _shown(passage: Passage) -> Part:
    """A heading of the first level stands for the article's own sections too: the page has its title above them."""
    return replace(passage, level=max(2, passage.level)).part if passage.kind == "heading" else passage.part


def _account(text: str, judged: Sequence[Passage]) -> Iterator[AccountedLine]:
    """Every raw line with its fate; where no block stands it is markup, a call of the generator or blank.

    A call that was taken out of a line of the body stands below that line, with the same number.
    """
    calls = calls_by_line(text)
    by_line: dict[int, Verdict] = {}
    for passage in judged:
        for number in range(passage.first, passage.last):
            if by_line.get(number, passage.verdict).fate != "body":
                by_line[number] = passage.verdict
            by_line.setdefault(number, passage.verdict)
    for number, line in enumerate(text.split("\n")):
        if number in by_line:
            verdict = by_line[number]
        elif not line.strip():
            verdict = Verdict(fate="body", rule="blank")
        else:
            verdict = Verdict(fate="removed", rule="template-call" if number in calls else "markup")
        yield AccountedLine(
            number=number + 1, fate=verdict.fate, rule=verdict.rule, text="" if verdict.fate == "body" else line.strip()
        )
        for call in calls.get(number, ()) if verdict.fate == "body" else ():
            yield AccountedLine(number=number + 1, fate="removed", rule="template-call", text=" ".join(call.split()))
