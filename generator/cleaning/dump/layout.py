"""Where on a dumped page a line stands: what the candidates for headline, byline and date are measured by."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain, compress
from typing import Final

import numpy as np

from generator.cleaning.dump.sheet import bounded
from generator.cleaning.fields.byline import read_byline, read_signature
from generator.cleaning.fields.dating import DateLine, read_dates
from generator.cleaning.pieces.forest import Numbers
from generator.cleaning.pieces.looks import Look
from generator.text.day_order import Order, in_digits, order_of

Traits = dict[str, Numbers]
"""What is measured of some candidates, a column each."""

_LONGEST_LINE: Final = 40
_LONGEST_SIGNATURE: Final = 16
_LEAD: Final = 6
_FAR: Final = 60
_ABOVE_PROSE: Final = 12
_AROUND: Final = 4
_BEYOND: Final = 1 << 30
_ABOVE_START, _BELOW_START, _ABOVE_END, _BELOW_END = 60, 20, 30, 50
"""How far above and below the first running text, and the body's end, the byline is looked for: of the dumps
of html/web that show a right one at all, 98 % show one there, and of their lines two thirds stand elsewhere."""
_SIGNING: Final = ("by ", "author", "written by", "posted by", "published by", "posted on", "words by", "story by")
"""How lines begin that sign an article wherever they stand."""
REACH: Final = 12
"""How far from a piece others are asked for."""
_BESIDE: Final = (-3, -2, -1, 1, 2, 3)


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
    near: Sequence[int]
    """The pieces, in order, that stand near enough to the body's beginning or end to be a byline, or say they are."""
    plain: Sequence[str]
    """The words of every piece."""
    times: Mapping[str, int]
    """How often the page has a line of these words."""
    short: str
    """The words of all shorter lines, each line between blanks."""
    spoken: Counter[str]
    """How often they have each word."""
    top: str
    """The words of the first line: pages dumped whole begin with the title of their window."""
    order: Order | None
    """Whether the page writes the month before the day."""
    dates: Mapping[int, tuple[DateLine, ...]]
    """The dates that pieces show."""
    signed: Sequence[int]
    """The pieces that are a byline or a date line, in order."""
    sentences: Numbers
    """How many sentences stand above each piece, and in all."""
    shapes: Numbers
    """The same of furniture of known shape."""
    words: Numbers
    """The same of words, of which a piece counts no more than 60."""
    lead: Counter[str]
    """The longer words of the body's first sentences."""
    uses: Counter[str]
    """The longer words of the whole body, with how many pieces have them."""

    def is_around_head(self, index: int, headline: int | None) -> bool:
        """Whether a piece stands where bylines and dates do: from above the headline to below the first prose."""
        first = self.start - _ABOVE_PROSE if headline is None else min(headline, self.start) - _AROUND
        return first <= index <= max(self.start, headline or 0) + _AROUND


def layout_of(looks: Sequence[Look], within: Sequence[bool]) -> Layout:
    """The layout of a page whose body are the pieces ``within``."""
    inner = [index for index, stays in enumerate(within) if stays] or [0]
    start = first_prose(looks, within)
    plain = [look.plain for look in looks]
    near = _near(plain, start, inner[-1])
    digits = [(index, look.piece.text) for index, look in enumerate(looks) if look.digit]
    ordered = any(in_digits(text) for _, text in digits)
    order = order_of("\n".join(look.piece.text for look in looks)) if ordered else None
    dates = {index: found for index, text in digits if (found := read_dates(text, order))}
    short = f" {'  '.join(look.plain for look in looks if look.words <= _LONGEST_LINE)} "
    opening = [look for look in looks[start:] if look.sentence][:_LEAD]
    return Layout(
        looks=looks,
        within=within,
        start=start,
        first=inner[0],
        last=inner[-1],
        near=near,
        plain=plain,
        times=Counter(plain),
        short=short,
        spoken=Counter(short.split()),
        top=next((words for words in plain if words), ""),
        order=order,
        dates=dates,
        signed=_signed(looks, near, dates),
        sentences=_sums([look.sentence for look in looks]),
        shapes=_sums([look.shape is not None for look in looks]),
        words=_sums([min(look.words, _FAR) for look in looks]),
        lead=Counter(chain.from_iterable([look.terms for look in opening])),
        uses=Counter(chain.from_iterable([look.terms for look in compress(looks, within)])),
    )


def first_prose(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """The first piece of running text of the body, or its first piece."""
    inner = [index for index, stays in enumerate(within) if stays]
    prose = (index for index in inner if looks[index].sentence and looks[index].words >= 10)
    return next(prose, inner[0] if inner else 0)


def _near(plain: Sequence[str], start: int, last: int) -> list[int]:
    head = range(start - _ABOVE_START, start + _BELOW_START + 1)
    foot = range(last - _ABOVE_END, last + _BELOW_END + 1)
    return [
        index
        for index, words in enumerate(plain)
        if index in head or index in foot or words == "by" or words.startswith(_SIGNING)
    ]


def columns(rows: Sequence[Mapping[str, float]]) -> Traits:
    """The columns of a table whose rows all have the same traits in the same order."""
    if not rows:
        return {}
    return dict(zip(rows[0], np.array([list(row.values()) for row in rows], dtype=float).T, strict=True))


def place_traits(page: Layout, places: Sequence[int]) -> Traits:
    """Where some pieces stand: on the page, to the body, among their neighbours."""
    at, count, start = np.array(places, dtype=np.intp), len(page.looks), page.start
    sentences, shapes, words = page.sentences, page.shapes, page.words
    return {
        "index": np.minimum(at, 200),
        "share": at / count,
        "distance": bounded(start - at, _FAR),
        "to-first": bounded(page.first - at, _FAR),
        "past-last": bounded(at - page.last, _FAR),
        "sentences-above": np.minimum(sentences[at], 20),
        "sentences-between": bounded(sentences[start] - sentences[at], 20),
        "sentences-below": sentences[np.minimum(at + 31, count)] - sentences[np.minimum(at + 1, count)],
        "shapes-between": bounded(shapes[start] - shapes[at], 10),
        "words-between": bounded(words[start] - words[at], 300),
        "pieces": np.full(len(at), min(count, 600)),
        **dict(_neighbours(page, at)),
    }


def _neighbours(page: Layout, at: Numbers) -> Iterator[tuple[str, Numbers]]:
    words, sentences, shapes = beyond(page.words, -1), beyond(page.sentences, 0), beyond(page.shapes, 0)
    beside = at + (REACH + np.array(_BESIDE)[:, None])
    for offset, counted, marked in zip(_BESIDE, words[beside], sentences[beside], strict=True):
        yield f"words@{offset}", counted
        yield f"sentence@{offset}", marked
    for offset in (-1, 1):
        yield f"shape@{offset}", shapes[at + (REACH + offset)]


def beyond(sums: Numbers, nothing: int) -> Numbers:
    """What stands at each place, ``REACH`` places further on, with nothing before the first and behind the last."""
    edge = np.full(REACH, nothing)
    return np.concatenate([edge, sums[1:] - sums[:-1], edge])


def nearest(marks: Sequence[int], places: Sequence[int], farthest: int) -> tuple[Numbers, Numbers]:
    """How far the nearest of some sorted marks is above each of some pieces, and how far below it."""
    at = np.array(places, dtype=np.intp)
    known = np.array([-_BEYOND, *marks, _BEYOND], dtype=np.intp)
    above = at - known[np.searchsorted(known, at, side="left") - 1]
    below = known[np.searchsorted(known, at, side="right")] - at
    return np.minimum(above, farthest), np.minimum(below, farthest)


def within_reach(places: Numbers, reach: int) -> Numbers:
    """How many of some sorted places are no farther than that from each of them, itself included."""
    ends = np.searchsorted(places, places + reach, side="right")
    return ends - np.searchsorted(places, places - reach, side="left")


def _sums(values: Sequence[int]) -> Numbers:
    """How much stands before each place, and in all."""
    return np.cumsum([0, *values], dtype=np.intp)


def _signed(looks: Sequence[Look], near: Sequence[int], dates: Mapping[int, tuple[DateLine, ...]]) -> list[int]:
    """The bylines and date lines among some pieces and around every date."""
    around = {index for place in dates for index in range(place - REACH, place + REACH + 1)}
    asked = sorted({*near, *around}.intersection(range(len(looks))))
    return [index for index in asked if _is_signature(looks[index], dates.get(index, ()))]


def _is_signature(look: Look, dates: Sequence[DateLine]) -> bool:
    """Whether a line is a byline or a date line."""
    if look.words > _LONGEST_SIGNATURE:
        return False
    if dates and dates[0].others <= (2 if dates[0].role == "unlabelled" else 4):
        return True
    return read_byline(look.piece.text) is not None or read_signature(look.piece.text) is not None
