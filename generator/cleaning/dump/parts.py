"""What the pieces of a dump become in the article: words that a line's end broke are whole, code is as it was."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from textwrap import dedent
from typing import Final, NamedTuple

from generator.cleaning.dump.code import code_lines
from generator.cleaning.dump.depths import is_raised, usual_depth
from generator.cleaning.dump.remarks import has_sign, is_remark, marks_headings, remark_lines
from generator.cleaning.dump.tables import Grid
from generator.cleaning.pieces.blocks import HIGHEST, Part
from generator.cleaning.pieces.inline import joined
from generator.cleaning.pieces.lines import Piece
from generator.cleaning.pieces.marks import Anchor, plain, table_text, without_blanks

_BROKEN: Final = re.compile(r"(?<=[^\W\d_]-) (?=[^\W\d_])(?!(?:and|or|to|und|oder|bis|et|ou|y|o) )")
"""Tools that wrap lines break words at their hyphens; ``short- and long-term`` is none such."""
_HEADING: Final = re.compile(r"(#{1,6}) (?=\w)")
"""In an item, whose mark such tools write before the heading's."""
_INNER: Final = re.compile(r"(?:\* +)+(?=[^\s*])")
"""The marks of lists inside an item that says nothing itself, before the words of the first item inside."""
_RULE: Final = re.compile(r"(?<=\S)\s+_{10,}\s*$")
"""A line across the page below a paragraph, as lynx draws it."""
_ARROW: Final = ">> "
"""Before what a line leads to; of a quotation in a quotation the marks stand apart."""
_WORD: Final = re.compile(r"\w")
_ENOUGH: Final = 12
"""Letters by which the end of a line is known in the text that it became."""


class Read(NamedTuple):
    """A piece, put together from its lines, and the links on its text."""

    piece: Piece
    links: Sequence[Anchor]


def mended(body: Sequence[Read], torn: Collection[int], parted: Collection[int] = ()) -> list[Read]:
    """The pieces of the body, where those that go on with the sentence of the one above are of that.

    Args:
        body: The pieces of the body.
        torn: Numbers of the lines that do.
        parted: Numbers of the lines that go on with the paragraph above, if that is one, and they are no other thing.
    """
    found: list[Read] = []
    for read in body:
        first = read.piece.numbers[0]
        above = found[-1] if found and found[-1].piece.numbers[-1] == first - 1 else None
        goes_on = above is not None and above.piece.kind == read.piece.kind == "paragraph" and first in parted
        if above is None or not (first in torn or goes_on):
            found.append(read)
            continue
        text = joined(above.piece.text, read.piece.text)
        moved = len(text) - len(read.piece.text)
        links = [*above.links, *((start + moved, end + moved, href) for start, end, href in read.links)]
        found[-1] = Read(above.piece._replace(text=text, numbers=above.piece.numbers + read.piece.numbers), links)
    return found


def parts_of(body: Sequence[Read], lines: Sequence[str], tables: Sequence[Grid] = ()) -> list[Part]:
    """The parts of the body that its pieces make.

    Args:
        body: The pieces of the body.
        lines: The raw lines of the dump.
        tables: Its tables.
    """
    marked = not any(has_sign(read.piece) for read in body) or marks_headings(lines)
    code = code_lines(lines) | (frozenset() if marked else remark_lines([read.piece for read in body], lines))
    depth = usual_depth([read.piece for read in body], lines)
    rows = _rows(body, [table for table in tables if code.isdisjoint(table.numbers)], lines)
    parts: list[Part | range] = []
    for place, read in enumerate(body):
        if place in rows:
            parts += rows[place]
            continue
        first, last = read.piece.numbers[0], read.piece.numbers[-1]
        before = parts[-1] if parts else None
        if not code.issuperset(read.piece.numbers):
            parts.append(_part(read, lines, depth, marked=marked))
        elif isinstance(before, range) and not any(line.strip() for line in lines[before.stop : first - 1]):
            parts[-1] = range(before.start, last)
        else:
            parts.append(range(first - 1, last))
    return [_code(part, lines) if isinstance(part, range) else part for part in parts]


def _rows(body: Sequence[Read], tables: Sequence[Grid], lines: Sequence[str]) -> dict[int, list[Part]]:
    """Place of a piece that is of a table -> the table at its first piece, nothing at the others.

    A table of which a line is not of the body, or is of a piece that goes beyond it, stays as its lines are; so does
    one that says nothing.
    """
    places = {number: place for place, read in enumerate(body) for number in read.piece.numbers} if tables else {}
    found: dict[int, list[Part]] = {}
    for table in tables:
        said = [number for number in table.numbers if _WORD.search(lines[number - 1])]
        own = sorted({places[number] for number in said if number in places})
        if (
            said
            and all(number in places for number in said)
            and all(number in table.numbers for place in own for number in body[place].piece.numbers)
        ):
            text, anchors = table_text([[plain(cell) for cell in row] for row in table.rows])
            found |= {place: [] for place in own} | {own[0]: [Part("table", 0, text, anchors)]}
    return found


def _code(places: range, lines: Sequence[str]) -> Part:
    """The raw lines of a run of code as one block, without the depth at which all of it stands."""
    return Part("code", 0, dedent("\n".join(lines[places.start : places.stop])).rstrip(), ())


def _part(read: Read, lines: Sequence[str], depth: int, *, marked: bool) -> Part:
    piece = read.piece
    if has_sign(piece) and (not marked or is_remark(piece, lines)):
        return Part("paragraph", 0, "\n".join(lines[number - 1].strip() for number in piece.numbers), ())
    number = piece.marker[:-1] if piece.kind == "item" else ""
    if piece.kind == "item" and (heading := _HEADING.match(piece.text)) and not read.links:
        return Part("heading", max(HIGHEST, len(heading[1])), piece.text[heading.end() :], ())
    if piece.kind == "quote" and lines[piece.numbers[0] - 1].lstrip().startswith(_ARROW) and not read.links:
        return Part("paragraph", 0, piece.text.lstrip("> "), ())
    piece = piece._replace(text=_RULE.sub("", piece.text))
    if piece.kind == "item" and (inner := _INNER.match(piece.text)) and not read.links:
        piece = piece._replace(text=piece.text[inner.end() :], level=piece.level + inner[0].count("*"))
    text, anchors = without_blanks(piece.text, read.links, _gaps(piece, lines))
    if is_raised(piece, lines, depth):
        return Part("heading", HIGHEST, text, anchors)
    return Part(piece.kind, piece.level, text, anchors, int(number) if number.isdigit() else None)


def _gaps(piece: Piece, lines: Sequence[str]) -> Sequence[int]:
    """Where a blank stands for the end of a line that a hyphen ended; one within a line was the author's."""
    ends = {lines[number - 1].strip()[-_ENOUGH:] for number in piece.numbers[:-1]}
    broken = {end for end in ends if end.endswith("-")}
    sizes = {len(end) for end in broken}
    gaps = [gap.start() for gap in _BROKEN.finditer(piece.text)] if broken else []
    return [gap for gap in gaps if any(piece.text[max(0, gap - size) : gap] in broken for size in sizes)]
