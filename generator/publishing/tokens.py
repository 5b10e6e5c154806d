"""Tokens: a few bytes that change when anything changes that other pages show of an article or of a name."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import fields
from functools import cached_property
from operator import attrgetter
from typing import Final

from generator.model import ArticleRow, Entity, Topic
from generator.publishing.article_rows import rough
from generator.publishing.body import linked_inside
from generator.publishing.catalog import Catalog
from generator.publishing.press import digest
from generator.text.slugs import slug

_UNSHOWN: Final = frozenset({"mentions", "scores", "sketch"})
"""Of an article's row, what pages know only as what was made of it: names that were filed, topics, copies."""
_SHOWN: Final = attrgetter(*(field.name for field in fields(ArticleRow) if field.name not in _UNSHOWN))


class Tokens:
    """Tokens of everything in an archive, each made once."""

    def __init__(self, catalog: Catalog) -> None:
        """Tokens of an archive."""
        self._catalog = catalog

    def scores(self, identifier: str) -> bytes:
        """What its row of open data shows of an article, and no page."""
        return digest([rough(filing.score) for filing in self._catalog.archive.filings.get(identifier, ())])

    def articles(self, identifiers: Iterable[str]) -> bytes:
        """What pages show of articles, in their order.

        Scores are not among it: they are the one thing that a new article may change, by a hair, in all others.
        """
        return b"".join(map(self._articles.__getitem__, identifiers))

    @cached_property
    def _articles(self) -> dict[str, bytes]:
        """All that each article says of itself, and where its names, topics and sources lead."""
        return {identifier: self._article(identifier) for identifier in self._catalog.archive.articles}

    def _article(self, identifier: str) -> bytes:
        catalog, archive = self._catalog, self._catalog.archive
        row = archive.articles[identifier]
        present = catalog.present.get(identifier, ())
        filings = archive.filings.get(identifier, ())
        outlet = catalog.outlets.get(identifier)
        return digest(
            (
                (
                    _SHOWN(row),
                    catalog.entry(identifier),
                    archive.version_of.get(identifier),
                ),
                [(self._names[one.entity.kind, one.entity.id], one.mentions) for one in present],
                [(one.topic, one.basis, one.because, self._topics.get(one.topic)) for one in filings],
                [(self._sources[source.id], count, kind) for source, count, kind in catalog.cited.get(identifier, ())],
                (outlet.id, outlet.name, catalog.address("outlet", outlet.id)) if outlet else None,
                linked_inside(catalog, row),
                [catalog.address("credit", slug(name)) for name in row.photo_credits],
            )
        )

    @cached_property
    def _names(self) -> dict[tuple[str, str], bytes]:
        return {(one.kind, one.id): self._name(one) for one in self._catalog.public}

    def _name(self, one: Entity) -> bytes:
        wrong = sorted(form.text for form in one.forms if form.misspelling)
        filtered = self._catalog.counts[one.kind, one.id] >= self._catalog.config.archive.thresholds.search_filter
        return digest((one.kind, one.id, one.name, self._catalog.address(one.kind, one.id), wrong, filtered))

    @cached_property
    def _topics(self) -> dict[str, bytes]:
        topics = self._catalog.archive.topics
        return {one.id: self._topic(one) for one in topics}

    def _topic(self, one: Topic) -> bytes:
        return digest((one.id, one.name, one.kind, one.iptc, one.parent, self._catalog.address(one.kind, one.id)))

    @cached_property
    def _sources(self) -> dict[str, bytes]:
        sources = self._catalog.archive.sources
        return {one.id: digest((one.id, one.name, self._catalog.address("source", one.id))) for one in sources}
