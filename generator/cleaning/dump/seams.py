"""Sentences of an article that are still torn, where every string of a page stands on a line of its own.

The rules of :mod:`~generator.cleaning.pieces.inline` join seven of ten such seams, before anything else is known of the
dump. Trees weigh what they say with what is told of the lines around, once the article is chosen: what other models
see does not depend on them.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from math import inf
from typing import Final, NamedTuple

from generator.cleaning.dump.code import is_operator
from generator.cleaning.dump.seam_traits import seam_traits
from generator.cleaning.dump.word_places import places
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.lines import Piece, RawLine
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.words import OPEN_ENDS
from generator.text.sentences import ends_sentence

TABLE: Final = "seams.tsv"
"""The trees, built by ``python -m tests.quality.train_seams``."""

_LEAST: Final = 1.1
"""Log-odds from which two lines are one sentence, where the one above ends as a sentence or a label does …"""
_LEAST_OPEN: Final = 0.0
"""… where it has no end: what is torn there is seen …"""
_LEAST_NUMBERED: Final = -1.0
"""… where it is a number alone, and nothing without what it numbers …"""
_LEAST_CUT: Final = -2.5
"""… and where it ends with the first word of a sentence: ``It was closed. The``."""
_LIKELY: Final = -0.7
"""Log-odds from which they may be."""
_NEVER: Final = frozenset({"shape:legal", "shape:print-rule", "shape:share-bar"})
"""What stands beside a sentence as if it went on with it."""
_DRAWN: Final = re.compile(r"\|.*|[-=_*]{3,}")
"""A row of a table, or a rule: no line goes on with it, nor it with a line."""
_NUMBER: Final = re.compile(r"[#(]?\d{1,3}[.):]?")
_FIRST_WORD: Final = re.compile(r"[.!?][\"”’)]* ([A-Z][a-z]*)$")
_CREDITED: Final = re.compile(r"\W*(?:credits?|image|photo|picture|source|via)\W*", re.IGNORECASE)


class Seams(NamedTuple):
    """Numbers of the lines that go on with the sentence of the line above, though they begin a piece."""

    sure: frozenset[int] = frozenset()
    likely: frozenset[int] = frozenset()
    """These, and those of which it is not sure enough to join them, but too likely to call either half a heading."""

    def with_more(self, sure: Collection[int]) -> Seams:
        """These seams and some that are sure."""
        return Seams(self.sure.union(sure), self.likely.union(sure))


def torn(pieces: Sequence[Piece], strings: Sequence[RawLine]) -> Seams:
    """Where sentences are torn between pieces.

    Args:
        pieces: All of a dump.
        strings: Its lines with words, where each is a string of a page; none where it breaks otherwise.
    """
    if not strings:
        return Seams()
    joined = {number for piece in pieces for number in piece.numbers[1:]}
    odds = odds_of([line.text for line in strings], [line.number in joined for line in strings])
    known = {line.number: value for line, value in zip(strings[1:], odds, strict=True)}
    known |= dict.fromkeys(_beside_operators(strings), inf)
    texts = {line.number: line.text for line in strings}
    asked = [
        (below.numbers[0], known[below.numbers[0]], least_below(texts[above.numbers[-1]]))
        for above, below in pairwise(pieces)
        if below.numbers[0] == above.numbers[-1] + 1
        and above.kind == below.kind == "paragraph"
        and _may_meet(texts[above.numbers[-1]], texts[below.numbers[0]])
    ]
    return Seams(
        frozenset(number for number, value, least in asked if value >= least),
        frozenset(number for number, value, least in asked if value >= min(least, _LIKELY)),
    )


def _may_meet(above: str, below: str) -> bool:
    """Whether two lines may be one sentence; the same words twice are a heading and what its paragraph begins with."""
    return above != below and not (_DRAWN.fullmatch(above) or _DRAWN.fullmatch(below))


def least_below(text: str) -> float:
    """Log-odds from which a line goes on with the one above it.

    Args:
        text: The line above.
    """
    if is_number(text):
        return _LEAST_NUMBERED
    first = _FIRST_WORD.search(text[-30:])
    if first is not None and first[1].lower() in OPEN_ENDS:
        return _LEAST_CUT
    return _LEAST if text.endswith(":") or ends_sentence(text) else _LEAST_OPEN


def is_number(text: str) -> bool:
    """Whether a line is a number alone: ``5.``, ``#12``."""
    return _NUMBER.fullmatch(text) is not None


def with_other_halves(looks: Sequence[Look], within: Sequence[bool], seams: Seams) -> list[bool]:
    """Which pieces are of the body, with those that are for sure of one sentence with a piece that is.

    ``Source:`` alone is an empty label, and ``View all`` a button; torn from what they stand with they are neither.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        seams: Where its sentences are torn.
    """
    found = list(within)
    torn = [place for place in range(1, len(looks)) if looks[place].piece.numbers[0] in seams.sure]
    down, up = [(place - 1, place) for place in torn], [(place, place - 1) for place in reversed(torn)]
    for one, other in (*down, *up):
        found[other] = found[other] or (found[one] and _may_be_half(looks[other]))
    return found


def _may_be_half(look: Look) -> bool:
    if is_operator(look.piece.text):
        return True
    is_credit = _CREDITED.fullmatch(look.piece.text) is not None
    return look.words > 0 and not is_credit and (look.shape is None or look.shape.rule not in _NEVER)


def _beside_operators(strings: Sequence[RawLine]) -> Iterator[int]:
    """Numbers of the lines where a sum or code goes on: those of an operator, and those below."""
    for above, below in pairwise(strings):
        if is_operator(above.text) or is_operator(below.text):
            yield below.number


def odds_of(texts: Sequence[str], ruled: Sequence[bool]) -> Sequence[float]:
    """Log-odds of each line but the first that it goes on with the line above.

    Args:
        texts: The lines with words, in order.
        ruled: Which of them do by the rules.
    """
    return score(TABLE, seam_traits(texts, ruled, places()), len(texts) - 1) if len(texts) > 1 else []
