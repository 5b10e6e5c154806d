"""The articles of an archive beside each other: when they came out, and how much they resemble each other."""

from __future__ import annotations

import math
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from functools import cached_property
from itertools import chain
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleRow
from generator.topics.headlines import is_empty
from generator.topics.sheaves import Sheaf, table_of
from generator.topics.stories.vectors import Floats, Vectors, among

_HEADLINED = 0.2
_FEW = 4
_SOME_SIZE = 1000
"""A smaller archive says too little of how rare a word is."""

Places: TypeAlias = NDArray[np.int64]
"""Articles, each by its number in the order of days; those without a day come last."""


class Dated:
    """What candidates are measured against; its articles are in the order of their days."""

    def __init__(self, rows: Mapping[str, ArticleRow], sheaves: Iterable[Sheaf]) -> None:
        """Lay out days, titles and words of the articles, of which at least one has a day."""
        days = {id_: _day_of(row) for id_, row in rows.items()}
        dated = sorted((day, id_) for id_, day in days.items() if day is not None)
        self.ids = (*(id_ for _, id_ in dated), *sorted(id_ for id_, day in days.items() if day is None))
        self.rows = {id_: rows[id_] for id_ in self.ids}
        self.places = {id_: place for place, id_ in enumerate(self.ids)}
        self.days: Places = np.array([day for day, _ in dated], dtype=np.int64)
        """Of the articles that have one, and so come first."""
        self.span = int(self.days[-1] - self.days[0]) + 1
        self.titles = [(row.title or "").casefold() for row in self.rows.values()]
        """In small letters, by place."""
        self._vectors = Vectors(table_of(self.ids, sheaves))
        headed = Counter(chain.from_iterable(set(title.split()) for title in self.titles))
        many = max(_HEADLINED * len(rows), _FEW)
        self.common = frozenset(word for word, number in headed.items() if number > many and not is_empty(word))
        """Words that mean something, but stand in so many headlines that they tell nothing: an agency, its head."""

    @cached_property
    def usual(self) -> float:
        """The mean likeness of any two articles."""
        return max(_likeness(self._vectors.whole(), len(self.ids)), 1e-6)

    def likeness(self, articles: Places) -> float:
        """The mean cosine of any two of the articles."""
        return _likeness(self._vectors.total(articles), len(articles))

    def nearness(self, middle: Places, first: int, end: int) -> Floats:
        """The mean cosine of each article from a place to before another with those in the middle, itself left out."""
        near = self._vectors.near(self._vectors.total(middle), first, end)
        return _without_itself(near, middle, np.arange(first, end))

    def nearness_of(self, places: Places, middle: Places) -> Floats:
        """The same of some articles, in their order."""
        return _without_itself(self._vectors.near_among(self._vectors.total(middle), places), middle, places)

    def repeating(self, stems: Sequence[str]) -> Places:
        """The articles that hold each of the stems more than once, in their order; a title counts twice."""
        kept, *others = sorted(map(self._vectors.repeating, stems), key=len)
        for holding in others:
            kept = kept[among(kept, holding)]
        return kept

    def speaking(self, stems: Sequence[str], places: Places) -> float:
        """How many of the articles are about all of the stems: by half where one stands there but once."""
        return float(np.minimum.reduce([self.heard(stem, places) for stem in stems]).sum())

    def heard(self, stem: str, places: Places) -> Floats:
        """For each of the articles 1 if it holds a stem more than once, one half if once."""
        return self._vectors.heard(stem, places)

    def loud(self, places: Places, least: float) -> dict[str, float]:
        """How much is heard of each stem in some articles together, of those of which it is so much."""
        return self._vectors.loud(places, least)

    def holding(self, stems: Sequence[str]) -> Places:
        """The articles that hold the rarest of the stems."""
        return self._vectors.holding(min(stems, key=self._vectors.number_holding))

    def rarity(self, stem: str) -> float:
        """From 0 for a stem of every article of an archive of some size to 1 for one of a single article."""
        return 1 - math.log(max(self._vectors.number_holding(stem), 1)) / math.log(max(len(self.ids), _SOME_SIZE))

    def between(self, first: int, last: int) -> tuple[int, int]:
        """The place of the first article from a day on, and that after the last until another day."""
        return int(np.searchsorted(self.days, first, "left")), int(np.searchsorted(self.days, last, "right"))

    def around(self, articles: Places, days: int) -> tuple[int, int]:
        """Where the articles begin and end that lie from so many days before some of them to as many days after."""
        dated = self.days[articles[articles < len(self.days)]]
        return self.between(int(dated.min()) - days, int(dated.max()) + days)


def _likeness(total: Floats, number: int) -> float:
    """The mean cosine of any two of a number of vectors, by their sum."""
    pairs = number * (number - 1)
    return (float((total * total).sum()) - number) / pairs if pairs else 0.0


def _without_itself(near: Floats, middle: Places, places: Places) -> Floats:
    """The mean of what each of some articles has in common with those in the middle, by the sum."""
    own = among(places, middle)
    mean: Floats = (near - own) / np.maximum(len(middle) - own, 1)
    return mean


def _day_of(row: ArticleRow) -> int | None:
    """The day of publication as a number; the middle of a month or year where only that is known."""
    if row.published is None:
        return None
    year, month, day = [*map(int, row.published.date.split("-")), 0, 0][:3]
    return date(year, month or 7, day or 15).toordinal()
