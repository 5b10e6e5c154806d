"""What the depth of a dump's lines tells: text browsers indent what paragraphs say, and not the headings above it."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.lines import Piece

_DEPTHS: Final = range(2, 4)
"""Blanks before a paragraph of a text browser: lynx, links and elinks print three. More stand before code and cells."""
_FEWEST: Final = 8
"""Lines by which the depth of a dump is known."""
_USUAL: Final = 0.6
"""Of the lines without a mark."""
_LONGEST: Final = 160
"""Letters of a heading."""
_END: Final = ".;,"


def usual_depth(pieces: Sequence[Piece], lines: Sequence[str]) -> int:
    """How many blanks stand before the paragraphs of a dump, 0 where none do or no number of them is usual.

    Args:
        pieces: All that the body is made of.
        lines: The raw lines of the dump.
    """
    plain = [number for piece in pieces if piece.kind == "paragraph" and not piece.marker for number in piece.numbers]
    depths = Counter(_depth(lines[number - 1]) for number in plain)
    depth, count = max(depths.items(), key=lambda one: one[1], default=(0, 0))
    return depth if depth in _DEPTHS and count >= max(_FEWEST, _USUAL * len(plain)) else 0


def is_raised(piece: Piece, lines: Sequence[str], usual: int) -> bool:
    """Whether a paragraph is a heading, for no blank stands before it where some stand before the others.

    Args:
        piece: A piece of the body.
        lines: The raw lines of the dump.
        usual: The depth of its paragraphs, 0 if there is none.
    """
    if not usual or piece.kind != "paragraph" or piece.marker or not piece.apart:
        return False
    is_short = len(piece.text) <= _LONGEST and piece.text[-1] not in _END
    return is_short and not any(_depth(lines[number - 1]) for number in piece.numbers)


def _depth(line: str) -> int:
    return len(line) - len(line.lstrip(" "))
