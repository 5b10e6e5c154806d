"""The headline: what people say it is, else the line above the body that looks most like one."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import Counter
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from generator.cleaning.byline import read_byline, read_signature
from generator.cleaning.dating import read_dates
from generator.cleaning.features import Look
from generator.cleaning.prose import score

_REACH: Final = 40
_LONGEST: Final = 32
_LEAST: Final = -2.5
_PLAIN: Final = re.compile(r"[\W_]+")
_DISTANCES: Final = (1, 2, 3, 5, 8, 13, 21)


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same, case and punctuation aside."""
    return _words(first) == _words(second)


def _words(text: str) -> str:
    return _PLAIN.sub(" ", text.lower()).strip()


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
    seen = Counter(_words(look.piece.text) for look in looks)
    uses = Counter(term for look in looks[start : start + 60] if look.sentence for term in look.terms)
    signed = [_is_signature(look) for look in looks[first : start + 3]]
    for index in range(first, min(start + 3, len(looks))):
        look = looks[index]
        if (
            look.words == 0
            or look.words > _LONGEST
            or look.shape is not None
            or (index > start and looks[index - 1].sentence)
        ):
            continue
        if signed[index - first]:
            continue
        shared = sum(1 for term in look.terms if uses[term]) / len(look.terms) if look.terms else 0.0
        repeated = seen[_words(look.piece.text)] > 1
        distance = bisect_right(_DISTANCES, start - index) if index <= start else 9
        between = sum(1 for other in looks[index + 1 : start] if other.words > 3 and other.shape is None)
        below = next((at for at in (1, 2, 3, 4) if index + at - first < len(signed) and signed[index + at - first]), 0)
        yield (
            index,
            [
                *look.own,
                f"distance:{distance}",
                f"between:{min(between, 5)}",
                f"shared:{bisect_right((0.01, 0.34, 0.6, 0.99), shared)}/size{min(look.size, 6)}",
                f"signature-below:{below}",
                f"signature-above:{any(signed[: index - first])}",
                f"repeated:{repeated}/size{min(look.size, 5)}",
                f"marker:{len(look.piece.marker) if look.piece.kind == 'heading' else 0}",
                f"above-it:{_kind_above(looks, index)}",
            ],
        )


def _kind_above(looks: Sequence[Look], index: int) -> str:
    if index and looks[index - 1].sentence:
        return "prose"
    return "shape" if index and looks[index - 1].shape else "line"


def _is_signature(look: Look) -> bool:
    """Whether a line is a byline or a date line."""
    if look.words > 16:
        return False
    text = look.piece.text
    return (
        bool(read_dates(text) and look.words < 9) or read_byline(text) is not None or read_signature(text) is not None
    )
