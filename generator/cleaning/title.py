"""The headline: what people say it is, else the line above the body that looks most like one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache
from typing import Final

from generator.cleaning.byline import read_byline, read_signature
from generator.cleaning.dating import read_dates
from generator.cleaning.looks import Look
from generator.cleaning.prose import score

_REACH: Final = 40
_PAST: Final = 9
_LONGEST_SIGNATURE: Final = 16
_LONGEST: Final = 32
_LEAST: Final = -2.5
_PLAIN: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"^\d{1,2}[.)]\s+")
_DISTANCES: Final = (1, 2, 3, 5, 8, 13, 21)


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same, case and punctuation aside."""
    return _words(first) == _words(second)


@lru_cache(maxsize=1 << 14)
def _words(text: str) -> str:
    return _PLAIN.sub(" ", _NUMBER.sub("", text).lower()).strip()


def find_title(looks: Sequence[Look], start: int, gone: Collection[int]) -> int | None:
    """Number of the piece that is the headline of an article whose body begins at ``start``.

    Args:
        looks: The pieces of the dump.
        start: The first running text of the body.
        gone: Pieces that are furniture for sure.
    """
    best: tuple[float, int] | None = None
    for index, own in title_traits(looks, start):
        value = score(own, "title")
        if index not in gone and value > _LEAST and (best is None or value > best[0]):
            best = (value, index)
    return None if best is None else best[1]


def title_traits(looks: Sequence[Look], start: int) -> Iterator[tuple[int, list[str]]]:
    """The pieces that could be the headline, each with what speaks for or against it."""
    first = max(0, start - _REACH)
    last = min(start + _PAST, len(looks))
    seen = Counter(_words(look.piece.text) for look in looks)
    uses = Counter(term for look in looks[start : start + 60] if look.sentence for term in look.terms)
    signed = {index for index in range(first, last) if _is_signature(looks[index])}
    for index in range(first, last):
        repeated = seen[_words(looks[index].piece.text)] > 1
        if index not in signed and _may_be_title(looks, index, start, repeated=repeated):
            yield (
                index,
                [
                    *looks[index].own,
                    *_place(looks, index, start),
                    _shared(looks[index], uses),
                    f"signature-below:{next((at for at in (1, 2, 3, 4) if index + at in signed), 0)}",
                    f"signature-above:{any(line < index for line in signed)}",
                    f"repeated:{repeated}/size{min(looks[index].size, 5)}",
                ],
            )


def _may_be_title(looks: Sequence[Look], index: int, start: int, *, repeated: bool) -> bool:
    """Below the first running text (it may be a notice) only what the page shows twice or marks as its headline."""
    look = looks[index]
    if not 0 < look.words <= _LONGEST or look.shape is not None:
        return False
    if index <= start:
        return True
    return (repeated and look.words > 2 and not look.sentence) or look.piece.marker == "#"


def _place(looks: Sequence[Look], index: int, start: int) -> tuple[str, ...]:
    look = looks[index]
    distance = bisect_right(_DISTANCES, start - index) if index <= start else "below"
    between = sum(1 for other in looks[index + 1 : start] if other.words > 3 and other.shape is None)
    return (
        f"distance:{distance}",
        f"between:{min(between, 5)}",
        f"marker:{len(look.piece.marker) if look.piece.kind == 'heading' else 0}",
        f"above-it:{_kind_above(looks, index)}",
    )


def _shared(look: Look, uses: Counter[str]) -> str:
    """How much of a line's longer words the prose below uses."""
    share = sum(1 for term in look.terms if uses[term]) / len(look.terms) if look.terms else 0.0
    return f"shared:{bisect_right((0.01, 0.34, 0.6, 0.99), share)}/size{min(look.size, 6)}"


def _kind_above(looks: Sequence[Look], index: int) -> str:
    if index and looks[index - 1].sentence:
        return "prose"
    return "shape" if index and looks[index - 1].shape else "line"


def _is_signature(look: Look) -> bool:
    """Whether a line is a byline or a date line."""
    if look.words > _LONGEST_SIGNATURE:
        return False
    text = look.piece.text
    dates = read_dates(text)
    dated = bool(dates) and dates[0].others <= (2 if dates[0].role == "unlabelled" else 4)
    return dated or read_byline(text) is not None or read_signature(text) is not None
