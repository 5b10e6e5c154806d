"""A table of contents in a dump: lines near the beginning that come again one by one, far apart, as headings."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import accumulate
from typing import Final

_NUMBER: Final = re.compile(r"\A(?:\d+ )+")
_FEWEST: Final = 4
_LONGEST: Final = 20
"""Words of an entry."""
_FIRST: Final = 0.3
"""In this first part of a body's words a table of contents begins."""
_FAR: Final = 5
"""So many times its own words lie between it and the last of the headings that it lists."""


def without_contents(plain: Sequence[str], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without the lists of headings that come again below them.

    Args:
        plain: The words of a page's parts, in order (see ``looks.plain_words``).
        within: Which of them were chosen.
    """
    body = [place for place, stays in enumerate(within) if stays]
    gone = {body[order] for run in _contents([_NUMBER.sub("", plain[place]) for place in body]) for order in run}
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def _contents(plain: Sequence[str]) -> Iterator[range]:
    """The runs of a body's lines that list what follows."""
    places: dict[str, list[int]] = {}
    for place, line in enumerate(plain):
        places.setdefault(line, []).append(place)
    # How many words stand before each line, and in all.
    words = [0, *accumulate(line.count(" ") + 1 for line in plain)]
    start = 0
    while start < len(plain) and words[start] < _FIRST * words[-1]:
        end, last = start, -1
        while end < len(plain) and (again := _comes_again(plain[end], places, max(end, last))) is not None:
            end, last = end + 1, again
        if end - start >= _FEWEST and words[last] - words[end] >= _FAR * (words[end] - words[start]):
            yield range(start, end)
        start = max(end, start + 1)


def _comes_again(line: str, places: dict[str, list[int]], after: int) -> int | None:
    """Where a short line stands for the second and last time, if that is behind some place."""
    found = places[line]
    is_entry = bool(line) and line.count(" ") < _LONGEST and len(found) == 2
    return found[1] if is_entry and found[1] > after else None
