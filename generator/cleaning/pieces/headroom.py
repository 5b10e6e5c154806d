"""What stands above a headline: notices, breadcrumbs and menus, however much they read like prose."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from typing import Final, Protocol

_MOST: Final = 0.4
"""Of the body's words: with more above it, a line is no headline but one of the article's own subheadings."""

_RIGHT_BELOW: Final = 4
_ECHOED: Final = 0.75
"""So much of a headline's longer words the text below it says again."""
_LEAST: Final = 100
"""Words of an article's text below its headline."""


class Told(Protocol):
    """What is asked of a part of a page."""

    @property
    def words(self) -> int:
        """How many words it has."""

    @property
    def terms(self) -> Collection[str]:
        """Its longer words."""


def sole_headline(parts: Sequence[Told], within: Sequence[bool], highest: Sequence[int]) -> int | None:
    """The only heading of the highest level, if the body below it is long enough and speaks of what it says.

    Args:
        parts: The parts of a page, in order.
        within: Which of them were chosen for the body.
        highest: The places of the headings of the highest level.
    """
    if len(highest) != 1:
        return None
    (place,) = highest
    below = [part for part, stays in zip(parts[place + 1 :], within[place + 1 :], strict=True) if stays]
    spoken = set().union(*(part.terms for part in below))
    wanted = set(parts[place].terms)
    enough = sum(part.words for part in below) >= _LEAST
    return place if wanted and enough and len(wanted & spoken) >= _ECHOED * len(wanted) else None


def signed_headline(lines: Mapping[int, str]) -> int | None:
    """The last piece that shows the headline with a byline or a date right below it; None where none does.

    Args:
        lines: Number of a piece -> the field that it gave.
    """
    signed = [index for index, told in lines.items() if told in {"byline", "date"}]
    shown = (index for index, told in lines.items() if told == "title")
    return max((index for index in shown if any(0 < one - index <= _RIGHT_BELOW for one in signed)), default=None)


def below_headline(within: Sequence[bool], words: Sequence[int], headline: int | None) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without the few that stand above its headline.

    Args:
        within: For each part of the page, in order, whether it was chosen.
        words: How many words each has.
        headline: The place of the headline; None where nothing is sure of it.
    """
    if headline is None:
        return tuple(within)
    above = _words_of(within[:headline], words)
    if not above or above > _MOST * _words_of(within, words):
        return tuple(within)
    return tuple(stays and place > headline for place, stays in enumerate(within))


def _words_of(within: Sequence[bool], words: Sequence[int]) -> int:
    return sum(count for stays, count in zip(within, words, strict=False) if stays)
