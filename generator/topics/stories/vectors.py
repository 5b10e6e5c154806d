"""The articles of an archive as vectors over their words."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.topics.sheaves import Places, Table, spread

_COMMON = 0.4
"""Words of a larger share of the articles make no two of them alike."""
_FREQUENCIES = np.concatenate([[1.0], 1 + np.log(np.arange(1, 256))])
"""What a word counts for by its count."""
_HALF_BITS, _HALF = 16, 0xFFFF

Floats: TypeAlias = NDArray[np.float64]


class Vectors:
    """Vectors of length one, by tf and idf, side by side in two columns; and the articles of every word."""

    def __init__(self, table: Table) -> None:
        """Weigh the words of the articles."""
        number = len(table.bounds) - 1
        self._stems, self._named = table.stems, tuple(table.stems)
        self._bounds, self._words, self._counts = table.bounds, table.words, table.counts
        self._sizes = np.diff(table.bounds)
        holding = np.bincount(table.words, minlength=len(table.stems))
        counted = (holding > 1) & (holding <= _COMMON * number)
        rarity = np.where(counted, np.log(number / np.maximum(holding, 1)), 0.0)
        values: Floats = _FREQUENCIES[table.counts] * rarity[table.words]
        lengths = np.sqrt(self._by_article(values * values, 0, number))
        values /= np.repeat(np.where(lengths > 0, lengths, 1.0), self._sizes)
        self._values = values
        order = _in_order(table.words)
        self._holders = np.repeat(np.arange(number, dtype=np.int32), self._sizes)[order]
        self._held = table.counts[order]
        self._starts: Places = np.concatenate([[0], np.cumsum(holding)])
        self._asked: dict[str, Places] = {}

    def whole(self) -> Floats:
        """The sum of the vectors of all articles."""
        whole: Floats = np.bincount(self._words, self._values, len(self._stems)).astype(np.float64)
        return whole

    def total(self, places: Places) -> Floats:
        """The sum of the vectors of some articles."""
        told, _ = spread(self._bounds[places], self._sizes[places])
        total: Floats = np.bincount(self._words[told], self._values[told], len(self._stems)).astype(np.float64)
        return total

    def near(self, total: Floats, first: int, end: int) -> Floats:
        """The product of a sum with each of the articles from a place to before another."""
        span = slice(self._bounds[first], self._bounds[end])
        return self._by_article(self._values[span] * total[self._words[span]], first, end)

    def near_among(self, total: Floats, places: Places) -> Floats:
        """The product of a sum with each of some articles."""
        told, bounds = spread(self._bounds[places], self._sizes[places])
        return _sums(self._values[told] * total[self._words[told]], bounds)

    def _by_article(self, values: Floats, first: int, end: int) -> Floats:
        return _sums(values, self._bounds[first : end + 1] - self._bounds[first])

    def holding(self, stem: str) -> Places:
        """The articles that hold a stem, in their order."""
        return self._holders[self._span(stem)].astype(np.int64)

    def number_holding(self, stem: str) -> int:
        """How many articles hold a stem."""
        span = self._span(stem)
        return int(span.stop - span.start)

    def heard(self, stem: str, places: Places) -> Floats:
        """For each of the articles 1 if it holds a stem more than once, one half if once."""
        span = self._span(stem)
        holders, held = self._holders[span], self._held[span]
        found = among(places, holders)
        heard = np.zeros(len(places))
        heard[found] = np.minimum(held[np.searchsorted(holders, places[found])], 2) / 2
        return heard

    def loud(self, places: Places, least: float) -> dict[str, float]:
        """How much is heard of each stem in some articles together, of those of which it is so much."""
        told, _ = spread(self._bounds[places], self._sizes[places])
        heard = np.bincount(self._words[told], np.minimum(self._counts[told], 2) / 2)
        return {self._named[word]: float(heard[word]) for word in np.flatnonzero(heard >= least).tolist()}

    def _span(self, stem: str) -> slice:
        word = self._stems.get(stem)
        return slice(0, 0) if word is None else slice(int(self._starts[word]), int(self._starts[word + 1]))

    def repeating(self, stem: str) -> Places:
        """The articles that hold a stem more than once, in their order."""
        if stem not in self._asked:
            span = self._span(stem)
            self._asked[stem] = self._holders[span][self._held[span] > 1].astype(np.int64)
        return self._asked[stem]


def among(places: Places, others: NDArray[np.int64] | NDArray[np.int32]) -> NDArray[np.bool_]:
    """Which of some places are among others, which are in order."""
    if not len(others):
        return np.zeros(len(places), dtype=bool)
    found: NDArray[np.bool_] = others[np.minimum(np.searchsorted(others, places), len(others) - 1)] == places
    return found


def _sums(values: Floats, bounds: Places) -> Floats:
    """The sum of each run of the values; nothing is the sum of an empty one."""
    sums = np.zeros(len(bounds) - 1)
    full = np.flatnonzero(np.diff(bounds))
    if len(full):
        sums[full] = np.add.reduceat(values, bounds[full])
    return sums


def _in_order(numbers: NDArray[np.int32]) -> Places:
    """The places of numbers, the least first; by two halves, of which the sort is several times faster."""
    order: Places = np.argsort((numbers & _HALF).astype(np.uint16), kind="stable")
    if len(numbers) and int(numbers.max()) > _HALF:
        order = order[np.argsort((numbers[order] >> _HALF_BITS).astype(np.uint16), kind="stable")]
    return order
