"""Which pages the next site shall have: everything in the archive that passes the thresholds of archive.yml."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from generator.config.schema import EntityEntry, SiteConfig, Thresholds
from generator.model import Archive, PageKind
from generator.store.permalinks import Wish


def wishes(archive: Archive, config: SiteConfig, live: Mapping[str, frozenset[str]]) -> tuple[Wish, ...]:
    """Every page that wants an address.

    Args:
        archive: What there is to show.
        config: Thresholds and private people.
        live: Ids that have a page already: it stays, even where it would be too small to be given one today.
    """
    return (
        *_articles(archive),
        *_entities(archive, config.archive.thresholds, live),
        *(Wish(kind="surname", id=name.id, text=name.surname) for name in archive.surnames),
        *(Wish(kind=t.kind, id=t.id, text=t.id, aliases=t.aliases) for t in archive.topics),
        *_sources(archive, config.archive.thresholds, live),
        *(Wish(kind="outlet", id=outlet.id, text=outlet.id) for outlet in archive.outlets),
        *_private(config),
    )


def _articles(archive: Archive) -> Iterator[Wish]:
    for row in archive.articles.values():
        yield Wish(kind="article", id=row.id, text=row.title or row.id.rpartition("/")[2], sha256=row.origin.sha256)


def _entities(archive: Archive, least: Thresholds, live: Mapping[str, frozenset[str]]) -> Iterator[Wish]:
    limits = {"person": least.person_page, "organization": least.organization_page, "place": least.place_page}
    for entity in archive.entities:
        if len(entity.articles) >= limits[entity.kind] or entity.id in live.get(entity.kind, frozenset()):
            # The id is a slug of the name already.
            yield Wish(kind=entity.kind, id=entity.id, text=entity.id, aliases=entity.aliases)


def _sources(archive: Archive, least: Thresholds, live: Mapping[str, frozenset[str]]) -> Iterator[Wish]:
    for source in archive.sources:
        articles = {cited.article for cited in source.cited_by}
        if len(articles) >= least.source_page or source.id in live.get("source", frozenset()):
            yield Wish(kind="source", id=source.id, text=source.id)


def _private(config: SiteConfig) -> Iterator[Wish]:
    kinds: tuple[tuple[PageKind, Mapping[str, EntityEntry]], ...] = (
        ("person", config.people.people),
        ("organization", config.organizations.organizations),
        ("place", config.places.places),
    )
    for kind, entries in kinds:
        for identifier, entry in entries.items():
            if entry.private:
                yield Wish(kind=kind, id=identifier, text=identifier, private=True)
