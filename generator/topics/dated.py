"""The dated articles of an archive beside each other: when they came out, and how much they resemble each other."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TypeAlias

from generator.model import ArticleRow
from generator.topics.words import Words

_COMMON = 0.4
"""Words of a larger share of the articles make no two of them alike."""
_HEADLINED = 0.12
_FEW = 4

_Vector: TypeAlias = Mapping[str, float]


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
        self.counts = {id_: dict(words[id_].counted()) for id_ in rows}
        self.holding: defaultdict[str, set[str]] = defaultdict(set)
        for id_, counted in self.counts.items():
            for word in counted:
                self.holding[word].add(id_)
        self.vectors = {id_: self._vector(counted) for id_, counted in self.counts.items()}
        self.usual = max(self.likeness(tuple(rows)), 1e-6)
        said = Counter(word for row in rows.values() for word in set((row.title or "").casefold().split()))
        self.common = frozenset(word for word, number in said.items() if number > max(_HEADLINED * len(rows), _FEW))
        """Words that stand in so many headlines that they tell nothing: an office's head, an agency."""

    def likeness(self, articles: Collection[str]) -> float:
        """The mean cosine of any two of the articles."""
        total = self._total(articles)
        number = len(articles)
        pairs = number * (number - 1)
        return (sum(value * value for value in total.values()) - number) / pairs if pairs else 0.0

    def nearness(self, middle: Collection[str], articles: Iterable[str]) -> dict[str, float]:
        """How near each article is to the mean of those in the middle, itself left out."""
        total = self._total(sorted(middle))
        found = {}
        for id_ in articles:
            own = 1.0 if id_ in middle else 0.0
            said = sum(value * total[word] for word, value in self.vectors[id_].items())
            found[id_] = (said - own) / max(len(middle) - own, 1)
        return found

    def kinship(self, some: Collection[str], others: Collection[str]) -> float:
        """The mean cosine of an article of one set with one of the other, those in both left out."""
        first, second = sorted(set(some) - set(others)), sorted(set(others) - set(some))
        if not first or not second:
            return 1.0
        one, two = self._total(first), self._total(second)
        return sum(value * two.get(word, 0.0) for word, value in one.items()) / (len(first) * len(second))

    def _total(self, articles: Iterable[str]) -> defaultdict[str, float]:
        total: defaultdict[str, float] = defaultdict(float)
        for id_ in articles:
            for word, value in self.vectors[id_].items():
                total[word] += value
        return total

    def titled(self, phrase: str) -> set[str]:
        """The articles whose headline holds a phrase, in whatever case."""
        folded = phrase.casefold()
        return {id_ for id_, title in self.titles.items() if folded in title}

    def between(self, first: int, last: int) -> int:
        """How many articles lie between two days."""
        return sum(first <= day <= last for day in self.ordered)

    def _vector(self, counted: Mapping[str, int]) -> _Vector:
        most = _COMMON * len(self.rows)
        values = {
            word: (1 + math.log(number)) * math.log(len(self.rows) / len(self.holding[word]))
            for word, number in counted.items()
            if 1 < len(self.holding[word]) <= most
        }
        length = math.sqrt(sum(value * value for value in values.values())) or 1.0
        return {word: value / length for word, value in values.items()}


def day_of(row: ArticleRow) -> int | None:
    """The day of publication as a number; the middle of a month or year where only that is known."""
    if row.published is None:
        return None
    year, month, day = [*map(int, row.published.date.split("-")), 0, 0][:3]
    return date(year, month or 7, day or 15).toordinal()
