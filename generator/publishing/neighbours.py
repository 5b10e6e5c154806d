"""Earlier and later: an article's place in its story or topic, among the articles on its person, and in its outlet."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from math import log

from generator.publishing.catalog import Catalog
from generator.publishing.entries import Entry, Presence


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The dated articles before and after one, in one line of articles."""

    label: str
    """What the line is: ``Story``, ``Topic``, ``Person``, ``Outlet``."""
    name: str
    address: str
    earlier: Entry | None
    later: Entry | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Steps by article, computed once for the whole archive."""

    _by_article: Mapping[str, tuple[Step, ...]]

    def steps(self, article: str) -> tuple[Step, ...]:
        """An article's steps: its story or topic, its person, its outlet."""
        return self._by_article.get(article, ())


@dataclass(frozen=True, slots=True, kw_only=True)
class _Line:
    """Articles that follow each other."""

    label: str
    name: str
    address: str | None
    articles: Iterable[str]
    of: Collection[str]
    """The articles that show their place in it."""


def neighbours(catalog: Catalog) -> Neighbours:
    """Every article's steps."""
    found: defaultdict[str, list[Step]] = defaultdict(list)
    for line in (*_subjects(catalog), *_people(catalog), *_outlets(catalog)):
        _walk(catalog, found, line)
    return Neighbours({article: tuple(steps) for article, steps in found.items()})


def _subjects(catalog: Catalog) -> Iterable[_Line]:
    """Each article in one line: that of its first story, else of its first topic."""
    first: defaultdict[str, list[str]] = defaultdict(list)
    for article, filings in catalog.archive.filings.items():
        topics = [catalog.topics[filing.topic] for filing in filings if filing.topic in catalog.topics]
        for topic in sorted(topics, key=lambda topic: topic.kind != "story")[:1]:
            first[topic.id].append(article)
    for identifier, articles in sorted(first.items()):
        topic = catalog.topics[identifier]
        address = catalog.address(topic.kind, topic.id)
        yield _Line(label=topic.kind.capitalize(), name=topic.name, address=address, articles=articles, of=articles)


def _people(catalog: Catalog) -> Iterable[_Line]:
    """Each article in the line of the person whom it is most about."""
    about: defaultdict[str, set[str]] = defaultdict(set)
    size = len(catalog.order)
    rarity = {one: log(size / catalog.counts["person", one]) for one in catalog.people}
    for article, present in catalog.present.items():
        people = [one for one in present if one.entity.kind == "person" and one.entity.id in rarity]
        if people:
            about[max(_weight(one, rarity) for one in people)[1]].add(article)
    for identifier, articles in sorted(about.items()):
        person = catalog.people[identifier]
        address = catalog.address("person", identifier)
        yield _Line(label="Person", name=person.name, address=address, articles=person.articles, of=articles)


def _weight(one: Presence, rarity: Mapping[str, float]) -> tuple[float, str]:
    """How much an article is about somebody: named often there, and not in every other article as well."""
    return round(len(one.mentions) * rarity[one.entity.id], 6), one.entity.id


def _outlets(catalog: Catalog) -> Iterable[_Line]:
    for outlet in catalog.archive.outlets:
        address = catalog.address("outlet", outlet.id)
        yield _Line(label="Outlet", name=outlet.name, address=address, articles=outlet.articles, of=outlet.articles)


def _walk(catalog: Catalog, found: defaultdict[str, list[Step]], line: _Line) -> None:
    dated = [entry for entry in reversed(catalog.newest(line.articles)) if entry.date]
    if line.address is None or len(dated) < 2:
        return
    shown = frozenset(line.of)
    for earlier, entry, later in zip([None, *dated], dated, [*dated[1:], None], strict=False):
        if entry.id in shown:
            step = Step(label=line.label, name=line.name, address=line.address, earlier=earlier, later=later)
            found[entry.id].append(step)
