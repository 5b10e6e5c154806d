"""The articles of an archive beside each other: when they came out, and how much they resemble each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleRow
from generator.topics.headlines import is_empty
from generator.topics.leaning import Numbers
from generator.topics.words import Words

_COMMON = 0.4
"""Words of a larger share of the articles make no two of them alike."""
_HEADLINED = 0.2
_FEW = 4
_FREQUENCIES = np.concatenate([[1.0], 1 + np.log(np.arange(1, 256))])
"""What a word counts for by its count."""
_HALF_BITS, _HALF = 16, 0xFFFF
_SOME_SIZE = 1000
"""A smaller archive says too little of how rare a word is."""

Floats: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.int64]
"""Articles, each by its number in the order of days; those without a day come last."""


class Dated:
    """What candidates are measured against; its articles are in the order of their days."""

    def __init__(self, rows: Mapping[str, ArticleRow], words: Mapping[str, Words]) -> None:
        """Lay out days, titles and words of the articles, of which at least one has a day."""
        days = {id_: day_of(row) for id_, row in rows.items()}
        dated = sorted((day, id_) for id_, day in days.items() if day is not None)
        self.ids = (*(id_ for _, id_ in dated), *sorted(id_ for id_, day in days.items() if day is None))
        self.rows = {id_: rows[id_] for id_ in self.ids}
        self.places = {id_: place for place, id_ in enumerate(self.ids)}
        self.days: Places = np.array([day for day, _ in dated], dtype=np.int64)
        """Of the articles that have one, and so come first."""
        self.span = int(self.days[-1] - self.days[0]) + 1
        self.titles = {id_: (row.title or "").casefold() for id_, row in self.rows.items()}
        """In small letters."""
        said = {id_: own for id_, own in words.items() if id_ in rows}
        self._vectors = _Vectors([said[id_] for id_ in self.ids])
        headed = Counter(word for title in self.titles.values() for word in set(title.split()) if not is_empty(word))
        self.common = frozenset(word for word, number in headed.items() if number > max(_HEADLINED * len(rows), _FEW))
        """Words that mean something, but stand in so many headlines that they tell nothing: an agency, its head."""

    @cached_property
    def usual(self) -> float:
        """The mean likeness of any two articles."""
        return max(self.likeness(np.arange(len(self.ids))), 1e-6)

    def likeness(self, articles: Places) -> float:
        """The mean cosine of any two of the articles."""
        total, number = self._vectors.total(articles), len(articles)
        pairs = number * (number - 1)
        return (float((total * total).sum()) - number) / pairs if pairs else 0.0

    def nearness(self, middle: Places, first: int, end: int) -> Floats:
        """The mean cosine of each article from a place to before another with those in the middle, itself left out."""
        near = self._vectors.near(self._vectors.total(middle), first, end)
        return _without_itself(near, middle, np.arange(first, end))

    def nearness_of(self, places: Places, middle: Places) -> Floats:
        """The same of some articles, in their order."""
        return _without_itself(self._vectors.near_among(self._vectors.total(middle), places), middle, places)

    def repeating(self, stems: Sequence[str]) -> set[int]:
        """The articles that hold each of the stems more than once; a title counts twice."""
        found = [self._vectors.repeating(stem) for stem in stems]
        return set(frozenset.intersection(*found)) if found else set()

    def speaking(self, stems: Sequence[str], places: Places) -> float:
        """How many of the articles are about all of the stems: by half where one stands there but once."""
        return float(np.minimum.reduce([self.heard(stem, places) for stem in stems]).sum())

    def heard(self, stem: str, places: Places) -> Floats:
        """For each of the articles 1 if it holds a stem more than once, one half if once."""
        return self._vectors.heard(stem, places)

    def holding(self, stems: Sequence[str]) -> Places:
        """The articles that hold the rarest of the stems."""
        return min(map(self._vectors.holding, stems), key=len)

    def rarity(self, stem: str) -> float:
        """From 0 for a stem of every article of an archive of some size to 1 for one of a single article."""
        return 1 - math.log(max(len(self._vectors.holding(stem)), 1)) / math.log(max(len(self.ids), _SOME_SIZE))

    def between(self, first: int, last: int) -> tuple[int, int]:
        """The place of the first article from a day on, and that after the last until another day."""
        return int(np.searchsorted(self.days, first, "left")), int(np.searchsorted(self.days, last, "right"))

    def around(self, articles: Places, days: int) -> tuple[int, int]:
        """Where the articles begin and end that lie from so many days before some of them to as many days after."""
        dated = self.days[articles[articles < len(self.days)]]
        return self.between(int(dated.min()) - days, int(dated.max()) + days)


class _Vectors:
    """The articles as vectors of length one over their words, by tf and idf, side by side in two columns."""

    def __init__(self, articles: Sequence[Words]) -> None:
        known = Numbers()
        split = [words.stems.split(" ") if words.stems else [] for words in articles]
        self._bounds: Places = np.cumsum([0, *map(len, split)])
        stems = chain.from_iterable(split)
        self._words: Places = np.fromiter(map(known.__getitem__, stems), np.int64, int(self._bounds[-1]))
        self._known = known
        self._counts = np.frombuffer(b"".join(words.counts for words in articles), dtype=np.uint8)
        self._rows = np.repeat(np.arange(len(articles)), np.diff(self._bounds))
        holding = np.bincount(self._words, minlength=len(known))
        counted = (holding > 1) & (holding <= _COMMON * len(articles))
        rarity = np.where(counted, np.log(len(articles) / np.maximum(holding, 1)), 0.0)
        values = _FREQUENCIES[self._counts] * rarity[self._words]
        lengths = np.sqrt(np.bincount(self._rows, weights=values * values, minlength=len(articles)))
        self._values: Floats = values / np.where(lengths > 0, lengths, 1.0)[self._rows]
        order = _in_order(self._words)
        self._holders: Places = self._rows[order]
        self._held = self._counts[order]
        self._starts: Places = np.concatenate([[0], np.cumsum(holding)])
        self._asked: dict[str, frozenset[int]] = {}

    def total(self, places: Places) -> Floats:
        """The sum of the vectors of some articles."""
        told, _ = self._told(places)
        total: Floats = np.bincount(self._words[told], self._values[told], len(self._known)).astype(np.float64)
        return total

    def near(self, total: Floats, first: int, end: int) -> Floats:
        """The product of a sum with each of the articles from a place to before another."""
        span = slice(self._bounds[first], self._bounds[end])
        products = self._values[span] * total[self._words[span]]
        near: Floats = np.bincount(self._rows[span] - first, products, end - first).astype(np.float64)
        return near

    def near_among(self, total: Floats, places: Places) -> Floats:
        """The same of some articles."""
        told, rows = self._told(places)
        near: Floats = np.bincount(rows, self._values[told] * total[self._words[told]], len(places)).astype(np.float64)
        return near

    def _told(self, places: Places) -> tuple[Places, Places]:
        """Where the words of some articles stand in the columns, and of which of these articles each is."""
        begins = self._bounds[places]
        sizes = self._bounds[places + 1] - begins
        before = np.cumsum(sizes) - sizes
        rows = np.repeat(np.arange(len(places)), sizes)
        return np.arange(len(rows)) + (begins - before)[rows], rows

    def holding(self, stem: str) -> Places:
        """The articles that hold a stem, in their order."""
        return self._holders[self._span(stem)]

    def heard(self, stem: str, places: Places) -> Floats:
        """For each of the articles 1 if it holds a stem more than once, one half if once."""
        span = self._span(stem)
        holders, held = self._holders[span], self._held[span]
        at = np.searchsorted(holders, places)
        found = at < len(holders)
        found[found] = holders[at[found]] == places[found]
        heard = np.zeros(len(places))
        heard[found] = np.minimum(held[at[found]], 2) / 2
        return heard

    def _span(self, stem: str) -> slice:
        word = self._known.get(stem)
        return slice(0, 0) if word is None else slice(self._starts[word], self._starts[word + 1])

    def repeating(self, stem: str) -> frozenset[int]:
        """The articles that hold a stem more than once."""
        if stem not in self._asked:
            span = self._span(stem)
            self._asked[stem] = frozenset(self._holders[span][self._held[span] > 1].tolist())
        return self._asked[stem]


def _without_itself(near: Floats, middle: Places, places: Places) -> Floats:
    """The mean of what each of some articles has in common with those in the middle, by the sum."""
    own = np.isin(places, middle)
    mean: Floats = (near - own) / np.maximum(len(middle) - own, 1)
    return mean


def _in_order(numbers: Places) -> Places:
    """The places of numbers below 2^32, the least first; by two halves, of which the sort is several times faster."""
    order: Places = np.argsort((numbers & _HALF).astype(np.uint16), kind="stable")
    return order[np.argsort((numbers[order] >> _HALF_BITS).astype(np.uint16), kind="stable")]


def day_of(row: ArticleRow) -> int | None:
    """The day of publication as a number; the middle of a month or year where only that is known."""
    if row.published is None:
        return None
    year, month, day = [*map(int, row.published.date.split("-")), 0, 0][:3]
    return date(year, month or 7, day or 15).toordinal()
