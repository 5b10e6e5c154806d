"""The body of an article as blocks, sentences and runs: structure for the template, which escapes every text."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import groupby
from typing import Final

from generator.model import ArticleRow, Block, CleanArticle
from generator.publishing.catalog import Catalog
from generator.publishing.entries import Presence
from generator.publishing.sentences import Sentence
from generator.text.urls import normalize, safe_href

_PIECES: Final = {"item": "list", "quote": "quote", "code": "code", "table": "table", "heading": "heading"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Target:
    """Where a run of text leads."""

    start: int
    end: int
    address: str = ""
    """Of a page of this site."""
    href: str = ""
    """Outside this site."""
    style: str = "name"
    """``name`` for a person or the like, ``link`` for a link of the original."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Run:
    """Text that leads to one place, or to none."""

    text: str
    target: Target | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A sentence, or the part of it in one block."""

    anchor: str
    runs: tuple[Run, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A block of the body, or a run of list items or quoted paragraphs."""

    kind: str
    """``paragraph``, ``heading``, ``list``, ``quote``, ``code``, ``table``."""
    level: int
    parts: tuple[tuple[int, tuple[Passage, ...]], ...]
    """Level and sentences of each block in it."""
    ordinals: tuple[int | None, ...] = ()
    """Of a list with numbers: that of each part, None of an item without one."""
    rows: tuple[tuple[str, ...], ...] = ()
    """Of a table."""


def pieces(article: CleanArticle, sentences: Sequence[Sentence], targets: Sequence[Target]) -> tuple[Piece, ...]:
    """The body, block by block; neighbouring items and quotes become one list or quotation."""
    found = []
    for kind, group in groupby(article.blocks, key=lambda block: _PIECES.get(block.kind, "paragraph")):
        blocks = list(group)
        for together in _together(kind, blocks):
            parts = tuple((block.level, _passages(article.text, block, sentences, targets)) for block in together)
            rows = _rows(article.text, blocks[0]) if kind == "table" else ()
            ordinals = tuple(block.ordinal for block in together)
            found.append(
                Piece(
                    kind=kind,
                    level=together[0].level,
                    parts=parts,
                    ordinals=ordinals if any(one is not None for one in ordinals) else (),
                    rows=rows,
                )
            )
    return tuple(found)


def _together(kind: str, blocks: Sequence[Block]) -> Sequence[Sequence[Block]]:
    """The neighbours of a kind that make one piece; where a list's outermost items change to numbers, one ends."""
    if kind == "quote":
        return [blocks]
    if kind != "list":
        return [[block] for block in blocks]
    found: list[list[Block]] = []
    for block in blocks:
        first = found[-1][0] if found else None
        same = first is not None and (first.ordinal is None) == (block.ordinal is None)
        if first is not None and (same or block.level > first.level):
            found[-1].append(block)
        else:
            found.append([block])
    return found


def targets(catalog: Catalog, article: CleanArticle, present: Iterable[Presence]) -> tuple[Target, ...]:
    """What is linked in a body: the original's links, then each entity with a page where it is first named."""
    chosen = list(_original_links(catalog, article))
    for presence in present:
        address = catalog.address(presence.entity.kind, presence.entity.id)
        if address is None:
            continue
        one = Target(start=presence.first.start, end=presence.first.end, address=address)
        if not any(one.start < other.end and other.start < one.end for other in chosen):
            chosen.append(one)
    return tuple(sorted(chosen, key=lambda target: target.start))


def _original_links(catalog: Catalog, article: CleanArticle) -> Iterator[Target]:
    base = catalog.archive.articles[article.id].origin.url
    end = 0
    for link in sorted(article.links, key=lambda link: (link.start, link.end)):
        href = safe_href(link.href, base)
        if href is None or link.start < end or link.start >= link.end:
            continue
        end = link.end
        inside = catalog.by_url.get(normalize(href))
        if inside is not None and inside != article.id:
            address = catalog.permalinks["article", inside]
            yield Target(start=link.start, end=link.end, address=address, style="link")
        else:
            yield Target(start=link.start, end=link.end, href=href, style="link")


def linked_inside(catalog: Catalog, row: ArticleRow) -> tuple[str, ...]:
    """Where the links of an original lead that lead to pages of this site."""
    hrefs = (safe_href(link, row.origin.url) for link in row.links)
    found = (catalog.by_url.get(normalize(href)) for href in hrefs if href is not None)
    return tuple(catalog.permalinks["article", one] for one in found if one is not None and one != row.id)


def _passages(text: str, block: Block, sentences: Sequence[Sentence], targets: Sequence[Target]) -> tuple[Passage, ...]:
    first = bisect_right(sentences, block.start, key=lambda sentence: sentence.end)
    begins = block.begins(text)
    found = []
    for sentence in sentences[first:]:
        if sentence.start >= block.end:
            break
        words = replace(sentence, start=begins) if sentence.start < begins < sentence.end else sentence
        runs = tuple(_runs(text, words, targets)) if words.end > begins else ()
        found.append(Passage(anchor=sentence.anchor, runs=runs))
    return tuple(found)


def _runs(text: str, sentence: Sentence, targets: Sequence[Target]) -> Iterator[Run]:
    position = sentence.start
    for target in targets[bisect_right(targets, sentence.start, key=lambda target: target.end) :]:
        if target.start >= sentence.end:
            break
        start, end = max(target.start, sentence.start), min(target.end, sentence.end)
        if position < start:
            yield Run(text=text[position:start], target=None)
        yield Run(text=text[start:end], target=target)
        position = end
    if position < sentence.end:
        yield Run(text=text[position : sentence.end], target=None)


def _rows(text: str, block: Block) -> tuple[tuple[str, ...], ...]:
    lines = text[block.start : block.end].split("\n")
    mark = "\t" if any("\t" in line for line in lines) else "|"
    rows = [tuple(cell.strip() for cell in line.strip("| ").split(mark)) for line in lines if line.strip()]
    return tuple(rows) if rows and max(map(len, rows)) > 1 else ()
