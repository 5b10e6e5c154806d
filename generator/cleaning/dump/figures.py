"""A table of figures amid an article, which a dump has as a line a cell: it comes whole."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from itertools import pairwise
from typing import Final

from generator.cleaning.pieces.looks import Look

_ONE: Final = (
    r"(?:(?:US)?[$€£~]\s?\d[\d.,]*\s?(?:[KMB]|bn|million|billion)?\+?"
    r"|\d[\d.,]*\s?(?:[KMB%]|bn|million|billion|hours?|min|mi|km|lbs?|kg|oz|in|/\d+)\+?"
    r"|\d[\d,]{2,}(?:\.\d+)?|\d+\.\d+)"
)
_FIGURE: Final = re.compile(rf"{_ONE}(?:\s?(?:[–—-]|to)\s?{_ONE})?", re.IGNORECASE)
"""A price, a share, a measure or a number of three digits and more, or from one to another of these; ``1`` and ``2``
count the lines of a list."""
_FEWEST, _MOST = 6, 800
"""Cells of a table."""
_FIGURES: Final = 0.3
_FURNITURE: Final = 0.1
"""Of its cells."""
_LONGEST: Final = 10
"""Words of a cell."""
_OTHER: Final = re.compile(r"(?:table of )?contents|displaying \d.*|.*\bcompare:?|hide", re.IGNORECASE)
"""Of a list of contents, or of a shop's tool."""


def with_figures(looks: Sequence[Look], within: Sequence[bool], fields: Collection[int]) -> list[bool]:
    """Which pieces are of the body, with the tables of figures that stand between two of them.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        fields: Those that gave headline, byline or date: no table goes across one.
    """
    chosen = list(within)
    for places in _between(within):
        if not any(place in fields for place in places) and _is_table([looks[place] for place in places]):
            chosen[places.start : places.stop] = [True] * len(places)
    return chosen


def _between(within: Sequence[bool]) -> Iterator[range]:
    """The runs of pieces that stand between two of the body."""
    body = (place for place, stays in enumerate(within) if stays)
    return (range(first + 1, second) for first, second in pairwise(body) if second > first + 1)


def _is_table(cells: Sequence[Look]) -> bool:
    if not _FEWEST <= len(cells) <= _MOST or any(cell.words > _LONGEST for cell in cells):
        return False
    texts = [cell.piece.text.strip() for cell in cells]
    figures = sum(_FIGURE.fullmatch(text) is not None for text in texts)
    furniture = sum(cell.shape is not None for cell in cells)
    of_other = any(_OTHER.fullmatch(text) for text in texts)
    return figures >= _FIGURES * len(cells) and furniture <= _FURNITURE * len(cells) and not of_other
