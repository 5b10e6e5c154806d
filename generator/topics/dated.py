"""The dated articles of an archive beside each other: when they came out, and how much they resemble each other."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleRow
from generator.topics.words import Words

_COMMON = 0.4
"""Words of a larger share of the articles make no two of them alike."""
_HEADLINED = 0.12
_FEW = 4

_Floats: TypeAlias = NDArray[np.float64]
_Ints: TypeAlias = NDArray[np.int64]


class Dated:
    """What candidates are measured against."""

    def __init__(self, rows: Mapping[str, ArticleRow], words: Mapping[str, Words]) -> None:
        """Lay out days, titles and words of the dated articles."""
        self.rows = rows
        self.titles = {id_: (row.title or "").casefold() for id_, row in rows.items()}
        """In small letters."""
        self.days = {id_: day_of(row) or 0 for id_, row in rows.items()}
        self.ordered = sorted(self.days.values())
        self.span = self.ordered[-1] - self.ordered[0]
        self._vectors = _Vectors([words[id_] for id_ in rows])
        self._ids = tuple(rows)
        self._places = {id_: place for place, id_ in enumerate(self._ids)}
        self.usual = max(self.likeness(self._ids), 1e-6)
        said = Counter(word for row in rows.values() for word in set((row.title or "").casefold().split()))
        self.common = frozenset(word for word, number in said.items() if number > max(_HEADLINED * len(rows), _FEW))
        """Words that stand in so many headlines that they tell nothing: an office's head, an agency."""

    def likeness(self, articles: Collection[str]) -> float:
        """The mean cosine of any two of the articles."""
        total, number = self._total(articles), len(articles)
        pairs = number * (number - 1)
        return (float(total @ total) - number) / pairs if pairs else 0.0

    def nearness(self, middle: Collection[str], articles: Iterable[str]) -> dict[str, float]:
        """How near each article is to the mean of those in the middle, itself left out."""
        total = self._total(sorted(middle))
        found = {}
        for id_ in articles:
            own = 1.0 if id_ in middle else 0.0
            words, values = self._vectors.of([self._places[id_]])
            found[id_] = (float(values @ total[words]) - own) / max(len(middle) - own, 1)
        return found

    def kinship(self, some: Collection[str], others: Collection[str]) -> float:
        """The mean cosine of an article of one set with one of the other, those in both left out."""
        first, second = sorted(set(some) - set(others)), sorted(set(others) - set(some))
        if not first or not second:
            return 1.0
        return float(self._total(first) @ self._total(second)) / (len(first) * len(second))

    def repeating(self, stems: Sequence[str]) -> set[str]:
        """The articles that hold each of the stems more than once."""
        found = [self._vectors.repeating(stem) for stem in stems]
        return {self._ids[place] for place in frozenset.intersection(*found)} if found else set()

    def titled(self, phrase: str) -> set[str]:
        """The articles whose headline holds a phrase, in whatever case."""
        folded = phrase.casefold()
        return {id_ for id_, title in self.titles.items() if folded in title}

    def between(self, first: int, last: int) -> int:
        """How many articles lie between two days."""
        return bisect_right(self.ordered, last) - bisect_left(self.ordered, first)

    def _total(self, articles: Iterable[str]) -> _Floats:
        return self._vectors.total([self._places[id_] for id_ in articles])


class _Vectors:
    """The articles as vectors of length one over their words, by tf and idf, side by side in two columns."""

    def __init__(self, articles: Sequence[Words]) -> None:
        known: dict[str, int] = {}
        split = [words.stems.split(" ") if words.stems else [] for words in articles]
        self._words: _Ints = np.array(
            [known.setdefault(s, len(known)) for stems in split for s in stems], dtype=np.int64
        )
        self._known = known
        self._counts = np.frombuffer(b"".join(words.counts for words in articles), dtype=np.uint8)
        self._bounds: _Ints = np.cumsum([0, *map(len, split)])
        rows = np.repeat(np.arange(len(articles)), np.diff(self._bounds))
        holding = np.bincount(self._words, minlength=len(known))
        counted = (holding > 1) & (holding <= _COMMON * len(articles))
        rarity = np.where(counted, np.log(len(articles) / np.maximum(holding, 1)), 0.0)
        values = (1 + np.log(np.maximum(self._counts, 1))) * rarity[self._words]
        lengths = np.sqrt(np.bincount(rows, weights=values * values, minlength=len(articles)))
        self._values: _Floats = values / np.where(lengths > 0, lengths, 1.0)[rows]
        order = np.argsort(self._words, kind="stable")
        self._holders: _Ints = rows[order]
        self._held = self._counts[order]
        self._starts: _Ints = np.concatenate([[0], np.cumsum(holding)])

    def of(self, places: Sequence[int]) -> tuple[_Ints, _Floats]:
        """The words of some articles, and what each counts for there."""
        spans = [slice(self._bounds[place], self._bounds[place + 1]) for place in places]
        if not spans:
            return self._words[:0], self._values[:0]
        return np.concatenate([self._words[span] for span in spans]), np.concatenate([self._values[s] for s in spans])

    def total(self, places: Sequence[int]) -> _Floats:
        """The sum of the vectors of some articles."""
        words, values = self.of(places)
        total: _Floats = np.bincount(words, weights=values, minlength=len(self._known)).astype(np.float64)
        return total

    def repeating(self, stem: str) -> frozenset[int]:
        """The articles that hold a stem more than once."""
        word = self._known.get(stem)
        if word is None:
            return frozenset()
        span = slice(self._starts[word], self._starts[word + 1])
        return frozenset(self._holders[span][self._held[span] > 1].tolist())


def day_of(row: ArticleRow) -> int | None:
    """The day of publication as a number; the middle of a month or year where only that is known."""
    if row.published is None:
        return None
    year, month, day = [*map(int, row.published.date.split("-")), 0, 0][:3]
    return date(year, month or 7, day or 15).toordinal()
