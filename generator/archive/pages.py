"""Which pages the next site shall have: everything in the archive that passes the thresholds of archive.yml."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping

from generator.config.schema import EntityEntry, SiteConfig, Thresholds
from generator.model import Archive, Entity, PageKind
from generator.store.permalinks import JUDGED, Wish
from generator.text.names import parse_name
from generator.text.slugs import slug


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
        *_credits(archive, config.archive.thresholds, live),
        *_private_people(archive),
        *_private(config, {one.id for one in archive.private}),
    )


def _articles(archive: Archive) -> Iterator[Wish]:
    for row in archive.articles.values():
        yield Wish(kind="article", id=row.id, text=row.title or row.id.rpartition("/")[2], sha256=row.origin.sha256)


def _entities(archive: Archive, least: Thresholds, live: Mapping[str, frozenset[str]]) -> Iterator[Wish]:
    names = _names(archive)
    limits = {"person": least.person_page, "organization": least.organization_page, "place": least.place_page}
    for entity in archive.entities:
        if len(archive.stories(entity.articles)) >= limits[entity.kind] or entity.id in live.get(
            entity.kind, frozenset()
        ):
            known = names.get(entity.id, ()) if entity.kind == "person" else ()
            aliases = dict.fromkeys((*entity.aliases, *known))
            # The id is a slug of the name already.
            yield Wish(
                kind=entity.kind,
                id=entity.id,
                text=entity.id,
                sha256=JUDGED if entity.judged else "",
                aliases=tuple(aliases),
                names=_kept_names(entity, known, least) if entity.kind == "person" else (),
            )


def _kept_names(person: Entity, unshared: Iterable[str], least: Thresholds) -> tuple[str, ...]:
    """The other names that a rule put on the page of somebody who is not to be parted by a rule."""
    if person.judged or len(person.articles) <= least.settled:
        return ()
    joined = {slug(form.text) for form in person.forms if form.rule and parse_name(form.text).full}
    return tuple(sorted(joined & set(unshared) - {person.id}))


def _names(archive: Archive) -> Mapping[str, tuple[str, ...]]:
    """Person -> slugs of the full names that are nobody else's: a page that once had one of them leads here."""
    owners: dict[str, set[str]] = defaultdict(set)
    for entity in archive.entities:
        if entity.kind == "person":
            for form in entity.forms:
                if parse_name(form.text).full:
                    owners[slug(form.text)].add(entity.id)
    names: dict[str, list[str]] = defaultdict(list)
    for name, ids in sorted(owners.items()):
        if len(ids) == 1:
            names[next(iter(ids))].append(name)
    return {key: tuple(found) for key, found in names.items()}


def _sources(archive: Archive, least: Thresholds, live: Mapping[str, frozenset[str]]) -> Iterator[Wish]:
    for source in archive.sources:
        articles = archive.stories({cited.article for cited in source.cited_by})
        if len(articles) >= least.source_page or source.id in live.get("source", frozenset()):
            yield Wish(kind="source", id=source.id, text=source.id)


def _credits(archive: Archive, least: Thresholds, live: Mapping[str, frozenset[str]]) -> Iterator[Wish]:
    for credit in archive.credits:
        if len(archive.stories(credit.articles)) >= least.credit_page or credit.id in live.get("credit", frozenset()):
            yield Wish(kind="credit", id=credit.id, text=credit.id)


def _private_people(archive: Archive) -> Iterator[Wish]:
    for one in archive.private:
        names = (slug(form.text) for form in one.forms if parse_name(form.text).full)
        yield Wish(
            kind="person", id=one.id, text=one.id, aliases=tuple({*one.aliases, *names} - {one.id}), private=True
        )


def _private(config: SiteConfig, known: Collection[str]) -> Iterator[Wish]:
    """Private entries of which the articles say nothing, and private bodies and places."""
    kinds: tuple[tuple[PageKind, Mapping[str, EntityEntry]], ...] = (
        ("person", config.people.people),
        ("organization", config.organizations.organizations),
        ("place", config.places.places),
    )
    for kind, entries in kinds:
        for identifier, entry in entries.items():
            if entry.private and not (kind == "person" and identifier in known):
                yield Wish(kind=kind, id=identifier, text=identifier, private=True)
