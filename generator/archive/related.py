"""What to read next: articles that share rare names and topics and stand near in time.

Sharing a name counts by its rarity, so that one famous person does not tie everything to everything.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from math import exp, log

from generator.model import ArticleRow, Entity, Filing, Related

_SHOWN = 5
_COMMON = 60
"""An entity in more articles than this ties nothing together, and would make the work quadratic."""
_WEIGHTS = {"person": 1.0, "organization": 0.5, "place": 0.3}
_TOPIC = 0.5
_YEARS = 3.0
"""Time constant of nearness: articles three years apart count 1/e of neighbours."""
_MINIMUM = 1.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Ties:
    """What can tie one article to another."""

    rows: Mapping[str, ArticleRow]
    named: Mapping[str, tuple[tuple[Entity, tuple[str, ...]], ...]]
    """Article id -> the rare entities in it, each with all its articles."""
    topics: Mapping[str, frozenset[str]]
    version_of: Mapping[str, str]
    years: Mapping[str, float | None]
    """Article id -> when it was published, in years; None where that is unknown."""

    def story(self, article: str) -> str:
        """Id of the best copy of the article's story."""
        return self.version_of.get(article, article)


def relate_articles(
    rows: Mapping[str, ArticleRow],
    entities: tuple[Entity, ...],
    filings: Mapping[str, tuple[Filing, ...]],
    version_of: Mapping[str, str],
) -> dict[str, tuple[Related, ...]]:
    """Article id -> up to five others, best first; copies of the same story are left out."""
    topics = {article: frozenset(filing.topic for filing in filed) for article, filed in filings.items()}
    years = {article: _year(row.published.date) if row.published else None for article, row in rows.items()}
    ties = _Ties(rows=rows, named=_rare_entities(entities), topics=topics, version_of=version_of, years=years)
    return {article: found for article in sorted(rows) if (found := tuple(_best(article, ties)))}


def _rare_entities(entities: tuple[Entity, ...]) -> dict[str, tuple[tuple[Entity, tuple[str, ...]], ...]]:
    named: defaultdict[str, list[tuple[Entity, tuple[str, ...]]]] = defaultdict(list)
    for entity in entities:
        articles = entity.articles
        if 1 < len(articles) <= _COMMON:
            for article in articles:
                named[article].append((entity, articles))
    return {article: tuple(found) for article, found in named.items()}


def _best(article: str, ties: _Ties) -> Iterator[Related]:
    """The related articles of one, best first, one a story."""
    scores, people = _shared(article, ties)
    ranked = sorted(
        (-score * _nearness(ties.years[article], ties.years[other]), other) for other, score in scores.items()
    )
    seen: set[str] = set()
    for score, other in ranked:
        if len(seen) == _SHOWN:
            return
        if scores[other] >= _MINIMUM and ties.story(other) not in seen:
            seen.add(ties.story(other))
            names = tuple(name for _, name in sorted(people[other])[:3])
            topics = tuple(sorted(ties.topics.get(article, frozenset()) & ties.topics.get(other, frozenset())))
            yield Related(article=other, score=round(-score, 3), people=names, topics=topics)


def _shared(article: str, ties: _Ties) -> tuple[dict[str, float], dict[str, list[tuple[float, str]]]]:
    """For every article that shares a rare entity: the weight of all that is shared, and the people by rarity."""
    scores: defaultdict[str, float] = defaultdict(float)
    people: defaultdict[str, list[tuple[float, str]]] = defaultdict(list)
    for entity, articles in ties.named.get(article, ()):
        weight = _WEIGHTS[entity.kind] * log(len(ties.rows) / len(articles) + 1)
        for other in articles:
            if ties.story(other) != ties.story(article):
                scores[other] += weight
                if entity.kind == "person":
                    people[other].append((-weight, entity.id))
    for other in scores:
        scores[other] += _TOPIC * len(ties.topics.get(article, frozenset()) & ties.topics.get(other, frozenset()))
    return scores, people


def _nearness(one: float | None, other: float | None) -> float:
    """1 for the same time, toward 0.5 for far apart; 0.75 where a date is missing."""
    if one is None or other is None:
        return 0.75
    return 0.5 + 0.5 * exp(-abs(one - other) / _YEARS)


def _year(date: str) -> float:
    year, month, day = (*date.split("-"), "07", "01")[:3]
    return int(year) + (int(month) - 1) / 12 + (int(day) - 1) / 365
