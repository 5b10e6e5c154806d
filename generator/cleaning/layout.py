"""Where on a dumped page a line stands: what the candidates for headline, byline and date are measured by."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.cleaning.byline import read_byline, read_signature
from generator.cleaning.dating import DateLine, read_dates
from generator.cleaning.looks import Look
from generator.text.day_order import Order, in_digits, order_of

Traits = dict[str, float]
"""What is measured of a candidate; what is missing is 0."""

_PLAIN: Final = re.compile(r"[\W_]+")
_NUMBER: Final = re.compile(r"^\d{1,2}[.)]\s+")
_LONGEST_LINE: Final = 40
_LONGEST_SIGNATURE: Final = 16
_LEAD: Final = 6
_FAR: Final = 60
_ABOVE_PROSE: Final = 12
_AROUND: Final = 4
_BESIDE: Final = (-3, -2, -1, 1, 2, 3)


@lru_cache(maxsize=1 << 14)
def plain_words(text: str) -> str:
    """A text without case, punctuation and the number of an item, for comparison."""
    return _PLAIN.sub(" ", _NUMBER.sub("", text).lower()).strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class Layout:
    """A dump with what is counted over all of its pieces."""

    looks: Sequence[Look]
    within: Sequence[bool]
    """Which pieces are of the body."""
    start: int
    """The first running text of the body."""
    first: int
    """The first piece of the body."""
    last: int
    """Its last piece."""
    plain: Sequence[str]
    """The words of every piece."""
    times: Mapping[str, int]
    """How often the page has a line of these words."""
    short: str
    """The words of all shorter lines, each line between blanks."""
    top: str
    """The words of the first line: pages dumped whole begin with the title of their window."""
    order: Order | None
    """Whether the page writes the month before the day."""
    dates: Mapping[int, tuple[DateLine, ...]]
    """The dates that pieces show."""
    signed: Sequence[int]
    """The pieces that are a byline or a date line, in order."""
    sentences: Sequence[int]
    """How many sentences stand above each piece, and in all."""
    shapes: Sequence[int]
    """The same of furniture of known shape."""
    words: Sequence[int]
    """The same of words."""
    lead: Counter[str]
    """The longer words of the body's first sentences."""
    uses: Counter[str]
    """The longer words of the whole body, with how many pieces have them."""

    def distance(self, index: int) -> float:
        """How many pieces before the first running text a piece stands; negative below it."""
        return max(-_FAR, min(self.start - index, _FAR))

    def is_around_head(self, index: int, headline: int | None) -> bool:
        """Whether a piece stands where bylines and dates do: from above the headline to below the first prose."""
        first = self.start - _ABOVE_PROSE if headline is None else min(headline, self.start) - _AROUND
        return first <= index <= max(self.start, headline or 0) + _AROUND


def layout_of(looks: Sequence[Look], within: Sequence[bool]) -> Layout:
    """The layout of a page whose body are the pieces ``within``."""
    inner = [index for index, stays in enumerate(within) if stays] or [0]
    start = first_prose(looks, within)
    plain = [plain_words(look.piece.text) for look in looks]
    texts = [look.piece.text for look in looks]
    order = order_of("\n".join(texts)) if any(in_digits(text) for text in texts) else None
    dates = {index: found for index, look in enumerate(looks) if (found := read_dates(look.piece.text, order))}
    opening = [look for look in looks[start:] if look.sentence][:_LEAD]
    return Layout(
        looks=looks,
        within=within,
        start=start,
        first=inner[0],
        last=inner[-1],
        plain=plain,
        times=Counter(plain),
        short=f" {'  '.join(words for words, look in zip(plain, looks, strict=True) if look.words <= _LONGEST_LINE)} ",
        top=next((words for words in plain if words), ""),
        order=order,
        dates=dates,
        signed=[index for index in range(len(looks)) if _is_signature(looks[index], dates.get(index, ()))],
        sentences=_sums([int(look.sentence) for look in looks]),
        shapes=_sums([int(look.shape is not None) for look in looks]),
        words=_sums([min(look.words, _FAR) for look in looks]),
        lead=Counter(term for look in opening for term in look.terms),
        uses=Counter(term for look, stays in zip(looks, within, strict=True) if stays for term in look.terms),
    )


def first_prose(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """The first piece of running text of the body, or its first piece."""
    inner = [index for index, stays in enumerate(within) if stays]
    prose = (index for index in inner if looks[index].sentence and looks[index].words >= 10)
    return next(prose, inner[0] if inner else 0)


def place_traits(page: Layout, index: int) -> Traits:
    """Where a piece stands: on the page, to the body, among its neighbours."""
    looks, start = page.looks, page.start
    return {
        "index": min(index, 200),
        "share": index / len(looks),
        "distance": page.distance(index),
        "to-first": max(-_FAR, min(page.first - index, _FAR)),
        "past-last": max(-_FAR, min(index - page.last, _FAR)),
        "sentences-above": min(page.sentences[index], 20),
        "sentences-between": max(-20, min(page.sentences[start] - page.sentences[index], 20)),
        "sentences-below": page.sentences[min(index + 31, len(looks))] - page.sentences[min(index + 1, len(looks))],
        "shapes-between": max(-10, min(page.shapes[start] - page.shapes[index], 10)),
        "words-between": max(-300, min(page.words[start] - page.words[index], 300)),
        "pieces": min(len(looks), 600),
        **dict(_neighbours(looks, index)),
    }


def _neighbours(looks: Sequence[Look], index: int) -> Iterator[tuple[str, float]]:
    for offset in _BESIDE:
        other = index + offset
        known = 0 <= other < len(looks)
        yield f"words@{offset}", min(looks[other].words, _FAR) if known else -1
        yield f"sentence@{offset}", float(known and looks[other].sentence)
    yield "shape@-1", float(index > 0 and looks[index - 1].shape is not None)
    yield "shape@1", float(index + 1 < len(looks) and looks[index + 1].shape is not None)


def nearest(places: Sequence[int], index: int, farthest: int) -> tuple[float, float]:
    """How far the nearest of some sorted places is above a piece, and how far below it."""
    at = bisect_left(places, index)
    after = bisect_right(places, index)
    above = index - places[at - 1] if at else farthest
    below = places[after] - index if after < len(places) else farthest
    return min(above, farthest), min(below, farthest)


def _sums(values: Sequence[int]) -> list[int]:
    total, sums = 0, [0]
    for value in values:
        total += value
        sums.append(total)
    return sums


def _is_signature(look: Look, dates: Sequence[DateLine]) -> bool:
    """Whether a line is a byline or a date line."""
    if look.words > _LONGEST_SIGNATURE:
        return False
    if dates and dates[0].others <= (2 if dates[0].role == "unlabelled" else 4):
        return True
    return read_byline(look.piece.text) is not None or read_signature(look.piece.text) is not None
