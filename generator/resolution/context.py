"""The company that a person keeps: how like two sets of articles are in whom they name, and how near in time."""

from __future__ import annotations

import math
from bisect import bisect_left
from collections import Counter
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain

from generator.model import ArticleRow
from generator.resolution.ballots import Ballot
from generator.text.names import fold

# A name that stands in more than this share of a large archive tells nothing.
_TOO_COMMON = 0.2
_HALF_YEAR = 182.0
# The first articles of a person tell their company; the thousandth adds nothing but time.
_PROFILE_ARTICLES = 60


class Context:
    """What each article names besides the person in question."""

    def __init__(self, rows: Sequence[ArticleRow], ballot: Ballot) -> None:
        """Gather the names of every article; those in one article only are of no use and left out."""
        self._names = [{fold(m.text) for m in row.mentions if len(m.text) > 2} for row in rows]
        counts = Counter(chain.from_iterable(self._names))
        most = max(3.0, _TOO_COMMON * len(rows))
        self._weight = {
            name: math.log(len(rows) / count) + 0.1
            for name, count in counts.items()
            if 2 <= count <= most and ballot.kind(name)
        }
        self._days = [_day(row) for row in rows]
        self._profiles: dict[frozenset[int], dict[str, float]] = {}

    def likeness(self, one: Iterable[int], other: Iterable[int], without: frozenset[str]) -> float:
        """Cosine of the company in two sets of articles, 0 to 1; ``without`` holds the names in question themselves."""
        a, b = self._profile(frozenset(one)), self._profile(frozenset(other))
        if len(a) > len(b):
            a, b = b, a
        dot = sum(weight * b[name] for name, weight in a.items() if name in b and name not in without)
        if not dot:
            return 0.0
        norms = [sum(w * w for n, w in p.items() if n not in without) for p in (a, b)]
        return float(dot / math.sqrt(norms[0] * norms[1]))

    def days(self, articles: Iterable[int]) -> tuple[int, ...]:
        """The known days of the articles as numbers, sorted."""
        return tuple(sorted(day for day in (self._days[article] for article in articles) if day is not None))

    def nearness(self, article: int, days: Sequence[int]) -> float | None:
        """How near the nearest of some sorted days is: 1 the same day, .37 after half a year; None if unknown."""
        here = self._days[article]
        if here is None or not days:
            return None
        at = bisect_left(days, here)
        return math.exp(-min(abs(here - day) for day in days[max(0, at - 1) : at + 1]) / _HALF_YEAR)

    def _profile(self, articles: frozenset[int]) -> dict[str, float]:
        if articles not in self._profiles:
            profile: Counter[str] = Counter()
            for article in sorted(articles)[:_PROFILE_ARTICLES]:
                profile.update(self._names[article])
            self._profiles[articles] = {
                name: (1 + math.log(count)) * self._weight[name]
                for name, count in sorted(profile.items())
                if name in self._weight
            }
        return self._profiles[articles]


def _day(row: ArticleRow) -> int | None:
    """The article's day as a number; a partial date counts from its middle."""
    text = row.published.date if row.published else row.not_before or row.not_after
    if not text:
        return None
    parts = [int(part) for part in text.split("-")]
    return date(parts[0], parts[1] if len(parts) > 1 else 7, parts[2] if len(parts) > 2 else 15).toordinal()
