"""Lists of a dump that stand each below the same label: ``Pros`` of every product that an article compares."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from generator.cleaning.dump.lists import lists
from generator.cleaning.pieces.looks import Look

_FEWEST: Final = 3
"""So many lists below the same label are alike."""
_ENOUGH: Final = 0.5
"""Of their items: with so many in the body the others are too."""
_WORDS_OF_A_LABEL: Final = 4


def with_those_alike(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with all lists amid it below a label whose other lists mostly are.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    found = list(within)
    body = [place for place, stays in enumerate(within) if stays]
    below = defaultdict[str, list[range]](list)
    for places in lists(looks):
        label = looks[places.start - 1] if places.start else None
        if label is not None and 0 < label.words <= _WORDS_OF_A_LABEL and body and body[0] < places.start < body[-1]:
            below[label.plain].append(places)
    for alike in below.values():
        items = [place for places in alike for place in places]
        if len(alike) >= _FEWEST and len(items) > sum(within[place] for place in items) >= _ENOUGH * len(items):
            for place in (*items, *(places.start - 1 for places in alike)):
                found[place] = True
    return found
