"""Where a page shows its text again, once for each width of a screen: one copy of it is the article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import chain
from typing import Final

_FEWEST: Final = 8
"""So many parts of a text …"""
_FEWEST_WORDS: Final = 150
"""… and so many words again in the same order are a copy; a refrain, a label or a question listed above is none."""
_REFRAIN: Final = 64
"""So many parts that say few words again and again hold no copy: none of them is asked for another beginning."""
_GAP: Final = 2
"""So many parts at most stand between two of a copy, or between those that they repeat."""
_MOST: Final = 0.9
"""So many of a copy's words stand above it too: a list of questions does not make the answers below it a copy."""
_SLACK: Final = 30
"""So many other words may stand at its beginning."""
_TEASER: Final = 15
"""Words of an article's beginning as a list of articles shows it …"""
_LONGEST_TEASER: Final = 1000
"""… and its characters."""
_REACH: Final = 12
"""Parts below it in which it stands whole."""
_LONG: Final = 8
"""Words of a part that is no label: of a page with copies it is one too, wherever it stands again."""


def without_copies(texts: Sequence[str], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, of text that it shows several times the first, and of a deck said twice.

    Args:
        texts: The words of each part of a page, in order.
        within: Which of them were chosen.
    """
    body = [place for place, stays in enumerate(within) if stays]
    shown = [texts[place] for place in body]
    again = {*chain.from_iterable(_copies(shown))}
    # A deck that is the first paragraph too.
    doubled = {1} if len(shown) > 1 and shown[0] == shown[1] and _size(shown[0]) >= _LONG else set[int]()
    teaser = {0} if _is_teaser(shown) else set[int]()
    gone = {body[order] for order in doubled | teaser | (again | _again(shown) if again else again)}
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def _is_teaser(body: Sequence[str]) -> bool:
    """Whether the first part is cut off, and stands whole in the next ones: what a list of articles shows of one."""
    first = body[0] if body else ""
    cut = first.rstrip("[]…. ")
    if len(cut) > _LONGEST_TEASER or _size(cut) < _TEASER:
        return False
    has_dots = first.rstrip("[]").endswith(("…", "..."))
    below = " ".join(body[1 : 1 + _REACH])
    at = below.find(cut)
    return at >= 0 and (has_dots or below[at + len(cut) : at + len(cut) + 1].isalnum())


def _copies(body: Sequence[str]) -> Iterator[list[int]]:
    """The places of the parts of each copy, which goes on as what it repeats does."""
    first: dict[str, int] = {}
    place = 0
    while place < len(body):
        origin = first.setdefault(body[place], place)
        copied = _run(body, origin, place) if origin < place else []
        is_copy = _is_copy(body, copied)
        if is_copy:
            yield copied
        place = copied[-1] + 1 if is_copy or len(copied) > _REFRAIN else place + 1


def _run(body: Sequence[str], origin: int, start: int) -> list[int]:
    """The places from a start on that say what stands from the origin on, up to the start.

    It ends where too much else stands between, so that what is no copy after all was looked at for a short while only.
    """
    found, place, said, other_words = [start], start + 1, _size(body[start]), 0
    while place < len(body) and place - found[-1] <= _GAP + 1 and other_words <= _SLACK + (1 - _MOST) * said:
        reach = range(origin + 1, min(start, origin + _GAP + 2))
        again = next((other for other in reach if body[other] == body[place]), None)
        if again is not None:
            origin = again
            found.append(place)
            said += _size(body[place])
        else:
            other_words += _size(body[place])
        place += 1
    return found


def _is_copy(body: Sequence[str], copied: Sequence[int]) -> bool:
    """Whether a run says enough, not the same few words again and again as the cells of a table do."""
    distinct = {body[place] for place in copied}
    if len(distinct) < _FEWEST or sum(map(_size, distinct)) < _FEWEST_WORDS:
        return False
    words = sum(_size(body[place]) for place in copied)
    return words >= _MOST * sum(map(_size, body[copied[0] : copied[-1] + 1]))


def _again(body: Sequence[str]) -> frozenset[int]:
    """The places of sentences that stand above too."""
    first: dict[str, int] = {}
    return frozenset(
        place for place, text in enumerate(body) if first.setdefault(text, place) < place and _size(text) >= _LONG
    )


def _size(text: str) -> int:
    return text.count(" ") + 1
