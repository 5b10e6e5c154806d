"""Who is named together, by surprise: sharing an article with a famous name says little, with a rare one much."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from math import log
from typing import Final

from generator.model import Entity
from generator.publishing.catalog import Catalog

_SHOWN: Final = 12
_CROWD: Final = 40
"""An article that names more people is a list: it says nothing of who belongs together."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Companion:
    """Someone named in the same articles."""

    entity: Entity
    together: int


def company(catalog: Catalog) -> Mapping[str, tuple[Companion, ...]]:
    """Person id -> the people named with them, the most telling first."""
    together: defaultdict[str, Counter[str]] = defaultdict(Counter)
    for article in catalog.archive.stories(catalog.present):
        present = catalog.present[article]
        people = sorted({one.entity.id for one in present if one.entity.id in catalog.people and _person(one.entity)})
        if len(people) > _CROWD:
            continue
        for person in people:
            together[person].update(people)
    for person, others in together.items():
        del others[person]
    return {person: _best(catalog, person, others) for person, others in together.items()}


def _person(entity: Entity) -> bool:
    return entity.kind == "person"


def _best(catalog: Catalog, person: str, others: Counter[str]) -> tuple[Companion, ...]:
    size = len(catalog.order)
    mine = catalog.counts["person", person]

    def surprise(other: str) -> float:
        expected = mine * catalog.counts["person", other] / size
        return others[other] * log(1 + others[other] / expected)

    # One shared article ties two people together only where there is nothing better to show.
    repeated = [other for other, count in others.items() if count > 1]
    chosen = repeated if len(repeated) >= _SHOWN // 2 else list(others)
    ranked = sorted(chosen, key=lambda other: (-round(surprise(other), 6), other))
    return tuple(Companion(entity=catalog.people[other], together=others[other]) for other in ranked[:_SHOWN])
