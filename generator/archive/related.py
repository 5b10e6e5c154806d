"""What to read next: articles that share rare names and topics and stand near in time.

Sharing a name counts by its rarity, so that one famous person does not tie everything to everything. All pairs of
articles that share a rare name are weighed at once, in columns.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import chain
from math import log
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.model import ArticleRow, Entity, Filing, Related

_SHOWN = 5
_NAMED = 3
"""So many people are named as what two articles share."""
_COMMON = 60
"""An entity in more articles than this ties nothing together, and would make the work quadratic."""
_WEIGHTS = {"person": 1.0, "organization": 0.5, "place": 0.3}
_TOPIC = 0.5
_YEARS = 3.0
"""Time constant of nearness: articles three years apart count 1/e of neighbours."""
_UNDATED = 0.75
"""Nearness where a date is missing."""
_MINIMUM = 1.0
_AT_ONCE = 100_000
"""Pairs whose topics are laid side by side: a byte for each topic of the archive, twice."""

Floats: TypeAlias = NDArray[np.float64]
Places: TypeAlias = NDArray[np.int64]
"""Articles, each by its number in the order of ids."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Pairs:
    """Pairs of articles in columns."""

    one: Places
    other: Places
    score: Floats

    def where(self, kept: NDArray[np.bool_] | Places) -> _Pairs:
        """Some of the pairs."""
        return _Pairs(one=self.one[kept], other=self.other[kept], score=self.score[kept])


def relate_articles(
    rows: Mapping[str, ArticleRow],
    entities: Sequence[Entity],
    filings: Mapping[str, tuple[Filing, ...]],
    version_of: Mapping[str, str],
) -> dict[str, tuple[Related, ...]]:
    """Article id -> up to five others, best first; copies of the same story are left out."""
    ids = sorted(rows)
    places = {id_: place for place, id_ in enumerate(ids)}
    stories = np.array([places[version_of.get(id_, id_)] for id_ in ids], dtype=np.int64)
    rare = [(entity, _weight(entity, len(ids))) for entity in entities if 1 < len(entity.articles) <= _COMMON]
    topics = [frozenset(filing.topic for filing in filings.get(id_, ())) for id_ in ids]

    tied = _tied(rare, places)
    tied = tied.where(stories[tied.one] != stories[tied.other])
    best = _best(_ranked(_weighed(tied, topics, _years([rows[id_] for id_ in ids]))), stories.tolist())
    people = _people(rare)
    found: dict[str, tuple[Related, ...]] = {}
    for one, others in best:
        own = people.get(ids[one], {})
        found[ids[one]] = tuple(
            Related(
                article=ids[other],
                score=round(score, 3),
                people=_first(own, people.get(ids[other], {})),
                topics=tuple(sorted(topics[one] & topics[other])),
            )
            for other, score in others
        )
    return found


def _weight(entity: Entity, articles: int) -> float:
    return _WEIGHTS[entity.kind] * log(articles / len(entity.articles) + 1)


def _tied(rare: Sequence[tuple[Entity, float]], places: Mapping[str, int]) -> _Pairs:
    """Every pair of articles that share a rare entity, once, with the weight of all that they share."""
    same: defaultdict[int, list[tuple[Entity, float]]] = defaultdict(list)
    for entity, weight in rare:
        same[len(entity.articles)].append((entity, weight))
    keys, weights = [np.zeros(0, dtype=np.int64)], [np.zeros(0)]
    for number, found in sorted(same.items()):
        held = chain.from_iterable(entity.articles for entity, _ in found)
        articles = np.fromiter(map(places.__getitem__, held), np.int64, number * len(found)).reshape(-1, number)
        one, other = np.triu_indices(number, 1)
        keys.append((articles[:, one] * len(places) + articles[:, other]).ravel())
        weights.append(np.repeat([weight for _, weight in found], len(one)))
    pairs, of = np.unique(np.concatenate(keys), return_inverse=True)
    shared = np.bincount(of, np.concatenate(weights), len(pairs)).astype(np.float64)
    one, other = np.divmod(pairs, max(len(places), 1))
    return _Pairs(one=one, other=other, score=shared)


def _weighed(tied: _Pairs, topics: Sequence[frozenset[str]], years: Floats) -> _Pairs:
    """The pairs that share enough, with what their topics and their nearness in time make of it."""
    score = tied.score + _TOPIC * _in_common(topics, tied)
    near = np.exp(-np.abs(years[tied.one] - years[tied.other]) / _YEARS)
    nearness = np.where(np.isnan(near), _UNDATED, 0.5 + 0.5 * near)
    return _Pairs(one=tied.one, other=tied.other, score=score * nearness).where(score >= _MINIMUM)


def _in_common(topics: Sequence[frozenset[str]], pairs: _Pairs) -> Places:
    """How many topics the articles of each pair share."""
    columns = {topic: column for column, topic in enumerate(sorted(frozenset().union(*topics)))}
    filed = np.zeros((len(topics), len(columns)), dtype=bool)
    for place, own in enumerate(topics):
        filed[place, [columns[topic] for topic in own]] = True
    counts = np.zeros(len(pairs.one), dtype=np.int64)
    for first in range(0, len(counts), _AT_ONCE):
        some = slice(first, first + _AT_ONCE)
        counts[some] = (filed[pairs.one[some]] & filed[pairs.other[some]]).sum(axis=1)
    return counts


def _ranked(pairs: _Pairs) -> _Pairs:
    """Each pair both ways, by article, the best other first."""
    both = _Pairs(
        one=np.concatenate([pairs.one, pairs.other]),
        other=np.concatenate([pairs.other, pairs.one]),
        score=np.concatenate([pairs.score, pairs.score]),
    )
    return both.where(np.lexsort((both.other, -both.score, both.one)))


def _best(ranked: _Pairs, stories: Sequence[int]) -> Iterator[tuple[int, list[tuple[int, float]]]]:
    """Each article with the related ones, best first, one a story."""
    starts = np.flatnonzero(np.diff(ranked.one, prepend=-1))
    ends = np.append(starts, len(ranked.one))[1:]
    for start, end in zip(starts.tolist(), ends.tolist(), strict=True):
        others = zip(ranked.other[start:end].tolist(), ranked.score[start:end].tolist(), strict=True)
        told: dict[int, tuple[int, float]] = {}
        for other, score in others:
            told.setdefault(stories[other], (other, score))
            if len(told) == _SHOWN:
                break
        yield int(ranked.one[start]), list(told.values())


def _people(rare: Sequence[tuple[Entity, float]]) -> dict[str, dict[str, None]]:
    """Article id -> the rare people in it, the rarest first."""
    named: defaultdict[str, dict[str, None]] = defaultdict(dict)
    people = ((entity, weight) for entity, weight in rare if entity.kind == "person")
    for entity, _ in sorted(people, key=lambda one: (-one[1], one[0].id)):
        for article in entity.articles:
            named[article][entity.id] = None
    return named


def _first(own: Mapping[str, None], others: Mapping[str, None]) -> tuple[str, ...]:
    """The rarest of the people that both articles name."""
    return tuple(person for person in own if person in others)[:_NAMED]


def _years(rows: Sequence[ArticleRow]) -> Floats:
    """When each article was published, in years; not a number where that is unknown."""
    return np.array([_year(row.published.date) if row.published else np.nan for row in rows])


def _year(date: str) -> float:
    year, month, day = (*date.split("-"), "07", "01")[:3]
    return int(year) + (int(month) - 1) / 12 + (int(day) - 1) / 365
