"""Lines that are numbered in a row: ``Step 1: …`` and ``Step 2: …``; parts of an article that are."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final, NamedTuple

from generator.cleaning.pieces.looks import Look

_SERIES: Final = re.compile(
    r"(?P<before>[(#]|(?:chapter|day|lesson|level|method|mistake|number|no\.?|part|phase|question|reason|rule|stage|step"
    r"|strategy|tip|trend|way|week) #?|)(?P<number>\d{1,3})(?P<behind>[.):](?!\d)| [–—-] |)",
    re.IGNORECASE,
)
_FEWEST: Final = 3
_MOSTLY: Final = 0.6
"""So many parts, and so many of them with a text."""
_WORDS: Final = 17
"""Of what heads a part, its number with them."""
_LEADS_ON: Final = (",", ":", ";")
_TEXTS: Final = frozenset({"paragraph", "quote", "code"})
_DIGITS: Final = 3


class Numbered(NamedTuple):
    """How a line is numbered."""

    series: str
    """``step 1:`` for ``Step 7: Mend the Pier``; empty where the line is not numbered."""
    number: int


def numbered(text: str) -> Numbered:
    """The series of a line and its number there, 0 where it has none."""
    found = _SERIES.match(text)
    if found is None or not (found["before"] or found["behind"]):
        return Numbered("", 0)
    return Numbered(f"{found['before']}1{found['behind']}".lower(), int(found["number"]))


def series_of(text: str) -> str:
    """The series of a line, empty where it is not numbered."""
    return numbered(text).series


def heads_of_parts(looks: Sequence[Look], within: Sequence[bool]) -> frozenset[int]:
    """The pieces of a body that head its numbered parts: several that count on, nearly each with a text of its own.

    To a dump they are items, each a list of its own.

    Args:
        looks: The pieces of the dump.
        within: Which of them are of the body.
    """
    body = [index for index, stays in enumerate(within) if stays]
    texts = {index for index, below in pairwise(body) if _is_text(looks[below])}
    runs = (run for run in _runs(looks, body) if all(_may_head_a_part(looks[place]) for place in run))
    return frozenset(index for run in runs if _have_texts(run, texts) for index in run)


def _runs(looks: Sequence[Look], body: Sequence[int]) -> Iterator[list[int]]:
    """The runs of pieces of a body of which each has the number after that of the one before."""
    run: list[int] = []
    last = 0
    for index in body:
        number = _ordinal(looks[index])
        if number and run and number != last + 1:
            yield run
            run = []
        if number:
            run.append(index)
            last = number
    yield run


def _have_texts(run: Sequence[int], texts: Collection[int]) -> bool:
    return len(run) >= _FEWEST and sum(index in texts for index in run) >= _MOSTLY * len(run)


def _may_head_a_part(look: Look) -> bool:
    return 1 < look.words <= _WORDS and not look.piece.text.endswith(_LEADS_ON)


def _is_text(look: Look) -> bool:
    return look.piece.kind in _TEXTS and not _ordinal(look)


def _ordinal(look: Look) -> int:
    """The number with which a piece begins as items do, ``3. …``; 0 where it has none."""
    marker = look.piece.marker
    return int(marker[:-1]) if marker[:-1].isdecimal() and len(marker) <= _DIGITS + 1 else 0
