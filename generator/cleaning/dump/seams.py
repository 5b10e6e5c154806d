"""Sentences of an article that are still torn, where every string of a page stands on a line of its own.

The rules of :mod:`~generator.cleaning.pieces.inline` join seven of ten such seams, before anything else is known of the
dump. Trees weigh what they say with what is told of the lines around, once the article is chosen: what other models
see does not depend on them.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.cleaning.dump.seam_traits import seam_traits
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.lines import Piece, RawLine

TABLE: Final = "seams.tsv"
"""The trees, built by ``python -m tests.quality.train_seams``."""

_LEAST: Final = 1.1
"""Log-odds from which two lines are one sentence."""


def torn(pieces: Sequence[Piece], strings: Sequence[RawLine]) -> frozenset[int]:
    """Numbers of the lines that go on with the sentence of the line above, though they begin a piece.

    Args:
        pieces: All of a dump.
        strings: Its lines with words, where each is a string of a page; none where it breaks otherwise.
    """
    joined = {number for piece in pieces for number in piece.numbers[1:]}
    going = goes_on([line.text for line in strings], [line.number in joined for line in strings])
    numbers = {line.number for line, goes in zip(strings, going, strict=True) if goes}
    return frozenset(
        below.numbers[0]
        for above, below in pairwise(pieces)
        if below.numbers[0] in numbers
        and below.numbers[0] == above.numbers[-1] + 1
        and above.kind == below.kind == "paragraph"
    )


def goes_on(texts: Sequence[str], ruled: Sequence[bool]) -> list[bool]:
    """Which lines go on with the line above, by the rules or by the trees; the first does not.

    Args:
        texts: The lines with words, in order.
        ruled: Which of them do by the rules.
    """
    if not texts:
        return []
    odds = score(TABLE, seam_traits(texts, ruled), len(texts) - 1)
    return [False, *(joins or value >= _LEAST for value, joins in zip(odds, ruled[1:], strict=True))]
