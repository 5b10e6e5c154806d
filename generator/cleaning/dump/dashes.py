"""Dashes that begin a line and no item: ``- it lasts`` below what it tells of, ``– Jane Doe`` below her words."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.cleaning.pieces.lines import Piece, RawLine
from generator.cleaning.pieces.marks import Anchor

_DASHES: Final = frozenset({"-", "–"})
_LONG_DASH: Final = "–"
_ENDS: Final = re.compile(r"[.!?:…][\"”’)]*$|[\"”]$")
_CODE: Final = re.compile(r"[=;{}\[\]<>\\|]|\w\(")
_WRAPPED: Final = 60
"""Letters of a line that was broken for its length."""


class Dashes(NamedTuple):
    """The pieces that begin with a dash and are no items, though they read like one."""

    places: frozenset[int] = frozenset()
    joined: frozenset[int] = frozenset()
    """Numbers of the lines of those that go on with the line above."""


def dashes_in(pieces: Sequence[Piece], lines: Sequence[RawLine], *, strings: bool) -> Dashes:
    """The dashes of a dump that stand alone: a list has several, one below the other.

    Args:
        pieces: All of the dump.
        lines: Its raw lines.
        strings: Each line is a string of a page.
    """
    lone = [*_lone(pieces)]
    going = {place for place in lone if _goes_on(pieces[place - 1], pieces[place], lines, strings=strings)}
    told = {place for place in lone if pieces[place].marker == _LONG_DASH}
    return Dashes(frozenset(going | told), frozenset(pieces[place].numbers[0] for place in going))


def with_dash(piece: Piece, anchors: Sequence[Anchor]) -> tuple[Piece, Sequence[Anchor]]:
    """A piece as the paragraph that it is, with its dash, and the links on its text."""
    moved = len(piece.marker) + 1
    text = f"{piece.marker} {piece.text}"
    return piece._replace(text=text, kind="paragraph", level=0, marker=""), [
        (start + moved, end + moved, href) for start, end, href in anchors
    ]


def _lone(pieces: Sequence[Piece]) -> Iterator[int]:
    marks = [piece.marker if piece.kind == "item" and piece.marker in _DASHES else "" for piece in pieces]
    for place in range(1, len(pieces)):
        if marks[place] and marks[place] not in (marks[place - 1], *marks[place + 1 : place + 2]):
            yield place


def _goes_on(above: Piece, piece: Piece, lines: Sequence[RawLine], *, strings: bool) -> bool:
    """Whether a dash goes on with the line right above: it has no end, and was broken at a string or for its length."""
    last = lines[above.numbers[-1] - 1]
    if piece.numbers[0] != last.number + 1 or _ENDS.search(above.text) or _CODE.search(f"{last.text} {piece.text}"):
        return False
    return strings or last.width >= _WRAPPED
