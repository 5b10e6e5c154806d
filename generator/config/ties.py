"""What the decisions about people say together: which names are one person, which never are, and where that is said.

Names are compared folded. ``same`` is transitive: who is the same as the same is the same, over people.yml and
judgements.yml alike.
"""

from __future__ import annotations

from collections import defaultdict, deque
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import combinations

from generator.config.schema import Judgement, JudgementsFile, PeopleFile
from generator.text.names import fold

Place = tuple[str | int, ...]
"""Where something is said: the stem of a file and the keys that lead there."""


@dataclass(frozen=True, slots=True)
class Ties:
    """Folded names as a graph: an edge is somebody's word that two are one person."""

    edges: Mapping[str, Mapping[str, Place]] = field(default_factory=dict)
    apart: Mapping[tuple[str, str], Place] = field(default_factory=dict)
    """Pairs, each sorted, that are somebody's word for two people."""

    def path(self, one: str, other: str) -> tuple[Place, ...] | None:
        """The words by which two names are one person, fewest first; None where nothing says so."""
        before: dict[str, tuple[str, Place] | None] = {one: None}
        waiting = deque([one])
        while waiting and other not in before:
            name = waiting.popleft()
            for near, place in self.edges.get(name, {}).items():
                if near not in before:
                    before[near] = (name, place)
                    waiting.append(near)
        if other not in before:
            return None
        said: list[Place] = []
        while step := before[other]:
            other, place = step
            said.append(place)
        return tuple(reversed(said))

    def classes(self) -> tuple[frozenset[str], ...]:
        """The names of each person of whom anything is said, sorted."""
        seen: set[str] = set()
        found = []
        for name in sorted(self.edges):
            if name not in seen:
                members = self._reachable(name)
                seen |= members
                found.append(frozenset(members))
        return tuple(found)

    def _reachable(self, name: str) -> set[str]:
        members, waiting = {name}, [name]
        while waiting:
            fresh = set(self.edges[waiting.pop()]) - members
            members |= fresh
            waiting += sorted(fresh)
        return members


def ties(people: PeopleFile, judgements: JudgementsFile) -> Ties:
    """All that people.yml and judgements.yml say about names that are, or are not, one person."""
    edges: dict[str, dict[str, Place]] = defaultdict(dict)
    for one, other, place in _said_same(people, judgements):
        edges[one].setdefault(other, place)
        edges[other].setdefault(one, place)
    apart: dict[tuple[str, str], Place] = {}
    for one, other, place in _said_different(judgements):
        apart.setdefault((min(one, other), max(one, other)), place)
    return Ties(dict(edges), apart)


def names_of(judgement: Judgement) -> tuple[str, ...]:
    """All names that a judgement speaks of, as written there."""
    single = (judgement.rename, judgement.split, judgement.bind, judgement.alias, judgement.to, judgement.rest)
    return (
        *judgement.same,
        *judgement.different,
        *judgement.unsure,
        *judgement.person,
        *judgement.not_a_person,
        *judgement.private,
        *(name for name in single if name),
    )


def _said_same(people: PeopleFile, judgements: JudgementsFile) -> Iterator[tuple[str, str, Place]]:
    for slug, entry in people.people.items():
        name = fold(entry.name)
        yield name, name, ("people", "people", slug)
        for key in ("aliases", "misspellings"):
            for number, other in enumerate(getattr(entry, key)):
                yield name, fold(other), ("people", "people", slug, key, number)
    for number, judgement in enumerate(judgements.judgements):
        place = ("judgements", "judgements", number)
        for one, other in _pairs_of_one(judgement):
            yield fold(one), fold(other), place


def _pairs_of_one(judgement: Judgement) -> Iterator[tuple[str, str]]:
    """Pairs that a judgement makes one; a name beside itself is merely known."""
    first = next(iter(judgement.same), None)
    if first is not None:
        yield from ((first, other) for other in judgement.same)
    yield from ((name, name) for name in judgement.person)
    for name in (judgement.rename, judgement.alias):
        if name and judgement.to:
            yield name, judgement.to
    for name in (judgement.bind and judgement.to, judgement.split, judgement.split and judgement.to):
        if name:
            yield name, name
    if judgement.split and judgement.rest:
        yield judgement.split, judgement.rest


def _said_different(judgements: JudgementsFile) -> Iterator[tuple[str, str, Place]]:
    for number, judgement in enumerate(judgements.judgements):
        place = ("judgements", "judgements", number)
        for one, other in combinations(_folded(judgement.different), 2):
            yield one, other, place
        if judgement.split and judgement.to:
            yield fold(judgement.split), fold(judgement.to), place


def _folded(names: Iterable[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(fold(name) for name in names))
