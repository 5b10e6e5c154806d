"""Earlier and later: an article's place in its outlet and in its first topic or story."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from generator.publishing.catalog import Catalog, Entry


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """The dated articles before and after one, in one line of articles."""

    name: str
    address: str
    earlier: Entry | None
    later: Entry | None


@dataclass(frozen=True, slots=True)
class Neighbours:
    """Steps by article, computed once for the whole archive."""

    _by_article: Mapping[str, tuple[Step, ...]]

    def steps(self, article: str) -> tuple[Step, ...]:
        """An article's steps: its story or topic, then its outlet."""
        return self._by_article.get(article, ())


def neighbours(catalog: Catalog) -> Neighbours:
    """Every article's steps."""
    found: dict[str, list[Step]] = {}
    first: dict[str, list[str]] = {}
    for article, filings in catalog.archive.filings.items():
        topics = [catalog.topics[filing.topic] for filing in filings if filing.topic in catalog.topics]
        shown = sorted(topics, key=lambda topic: topic.kind != "story")[:1]
        for topic in shown:
            first.setdefault(topic.id, []).append(article)
    for identifier, articles in sorted(first.items()):
        topic = catalog.topics[identifier]
        _walk(catalog, found, (topic.name, catalog.address(topic.kind, topic.id)), articles)
    for outlet in catalog.archive.outlets:
        _walk(catalog, found, (outlet.name, catalog.address("outlet", outlet.id)), outlet.articles)
    return Neighbours({article: tuple(steps) for article, steps in found.items()})


def _walk(
    catalog: Catalog, found: dict[str, list[Step]], line: tuple[str, str | None], articles: Iterable[str]
) -> None:
    name, address = line
    dated = [entry for entry in reversed(catalog.newest(articles)) if entry.date]
    if address is None or len(dated) < 2:
        return
    for earlier, entry, later in zip([None, *dated], dated, [*dated[1:], None], strict=False):
        found.setdefault(entry.id, []).append(Step(name=name, address=address, earlier=earlier, later=later))
