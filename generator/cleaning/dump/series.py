"""Lines of one kind that each of the things in a text has: a list of books says who wrote them, one of fairs when."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import Final

from generator.cleaning.dump.layout import Layout

_FEWEST: Final = 3


def in_series(page: Layout, said: Mapping[int, object]) -> frozenset[int]:
    """The pieces that stand in a series: below the first running text, other words in each, and text between them.

    Args:
        page: The page.
        said: What each piece of the kind says, by its number.
    """
    places = [place for place in sorted(said) if page.start < place < page.last]
    if len({said[place] for place in places}) < _FEWEST:
        return frozenset()
    parted = all(
        any(page.looks[between].sentence for between in range(place + 1, following))
        for place, following in pairwise([*places, page.last + 1])
    )
    return frozenset(places) if parted else frozenset()
