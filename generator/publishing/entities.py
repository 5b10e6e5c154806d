"""Pages of people, organizations and places: each article with the sentence that names them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Entity, NameForm, Role
from generator.publishing import structured
from generator.publishing.articles import Fact
from generator.publishing.catalog import ENTITY_KINDS, Catalog
from generator.publishing.chart import chart
from generator.publishing.company import Companion
from generator.publishing.entries import Entry, Quote, spanned
from generator.publishing.feeds import feed_of
from generator.publishing.listing import shelf_pages, shelve, whole_list
from generator.publishing.page import Page
from generator.publishing.wording import counted

_SHOWN: Final = 10
_ABOVE: Final = {
    "person": ("People", "people/"),
    "organization": ("Organizations", "organizations/"),
    "place": ("Places", "places/"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Called:
    """What someone is called, in how many articles and when, and the sentence that shows it."""

    text: str
    articles: int
    years: str
    address: str | None = None
    fragment: str = ""


def surname_pages(catalog: Catalog) -> Iterator[Page]:
    """The "Which Clinton?" page for every surname that could not be given to one person."""
    for surname in catalog.archive.surnames:
        address = catalog.address("surname", surname.id)
        if address is None:
            continue
        bearers = [catalog.people[one] for one in surname.bearers if one in catalog.people]
        entries = catalog.newest({mention.article for mention in surname.mentions})
        whole = whole_list(catalog.config)
        shelf = shelve(address, entries, whole)
        page = Page(
            address=address,
            kind="surname",
            headline=f"Which {surname.surname}?",
            template="surname",
            values={
                "surname": surname.surname,
                "bearers": [
                    Fact(name=one.name, address=catalog.address("person", one.id), note=summary(catalog, one))
                    for one in bearers
                ],
                "shelf": shelf,
            },
            description=f"People named {surname.surname} in this archive.",
            indexed=False,
        )
        yield page
        yield from shelf_pages(address, entries, page, whole)


def summary(catalog: Catalog, entity: Entity) -> str:
    """``12 articles, 1961–1969``."""
    years = catalog.years(entity.articles)
    return counted(catalog.counts[entity.kind, entity.id], "article") + (f", {years}" if years else "")


def span(entries: Sequence[Entry]) -> str:
    """``1961–1969``, ``1961`` or ''."""
    return spanned(entry.date[:4] for entry in entries)


def beside(catalog: Catalog, entity: Entity) -> tuple[object, ...]:
    """What an entity's page shows that neither it nor its articles tell."""
    return _surname(catalog, entity), _places(catalog, entity.within), _inside(catalog, entity)


def entity_pages(
    catalog: Catalog, entity: Entity, quotes: Mapping[str, Quote], companions: Sequence[Companion]
) -> Iterator[Page]:
    """The page of an entity that has an address, and the years of one that fills more than a page.

    Args:
        catalog: the archive.
        entity: whose.
        quotes: article id -> the sentence that names it.
        companions: the people named with a person, the most telling first.
    """
    address = catalog.permalinks[entity.kind, entity.id]
    entries = tuple(replace(entry, quote=quotes.get(entry.id)) for entry in catalog.newest(entity.articles))
    whole = whole_list(catalog.config, quoted=True)
    shelf = shelve(address, entries, whole)
    thresholds = catalog.config.archive.thresholds
    page = Page(
        address=address,
        kind=entity.kind,
        headline=entity.name,
        template="entity",
        values={
            "entity": replace(entity, mentions=(), roles=()),  # of which the other values tell
            "summary": summary(catalog, entity),
            "forms": _forms(entity),
            "within": _places(catalog, entity.within),
            "inside": _inside(catalog, entity),
            "roles": called(catalog, entity, quotes),
            "chart": chart(entries),
            "shelf": shelf,
            "facts": _together(catalog, entity, companions),
            "surname": _surname(catalog, entity),
            "ld": [
                structured.entity(catalog, entity),
                *structured.trail(catalog, _ABOVE[entity.kind], (entity.name, address)),
            ],
        },
        description=f"{entity.name} in {catalog.config.site.name}: {summary(catalog, entity)}, "
        "each with the sentence that names them.",
        indexed=entity.kind != "person" or len(entries) >= thresholds.indexed,
        feed=feed_of(catalog, entity.kind, entity.id, len(entries)) if entity.kind == "person" else None,
    )
    yield page
    yield from shelf_pages(address, entries, page, whole)


def _forms(entity: Entity) -> tuple[NameForm, ...]:
    if len(entity.forms) < 2 and not any(form.misspelling for form in entity.forms):
        return ()
    ranked = sorted(entity.forms, key=lambda form: (form.misspelling, -form.count, form.text))
    # A name in capitals is no other way of writing it.
    found: dict[str, NameForm] = {}
    for form in ranked:
        found.setdefault(form.text.casefold(), form)
    return tuple(found.values())


def called(catalog: Catalog, entity: Entity, quotes: Mapping[str, Quote]) -> tuple[Called, ...]:
    """What a person is called, the most frequent first, each with the latest article that shows it in a sentence."""
    return tuple(_called(catalog, role, quotes) for role in entity.roles[:_SHOWN])


def _called(catalog: Catalog, role: Role, quotes: Mapping[str, Quote]) -> Called:
    entries = catalog.newest({mention.article for mention in role.mentions})
    shown = next((entry for entry in entries if entry.id in quotes), None)
    return Called(
        text=role.name,
        articles=len(entries),
        years=span(entries),
        address=shown.address if shown else None,
        fragment=quotes[shown.id].fragment if shown else "",
    )


def _together(catalog: Catalog, entity: Entity, companions: Sequence[Companion]) -> dict[str, tuple[Fact, ...]]:
    """What else is in the same articles: people, other entities, topics, sources."""
    counts: dict[str, Counter[str]] = {kind: Counter() for kind in (*ENTITY_KINDS, "topic", "source")}
    names: dict[tuple[str, str], tuple[str, str | None]] = {}
    for article in catalog.archive.stories(entity.articles):
        for filing in catalog.archive.filings.get(article, ()):
            if topic := catalog.topics.get(filing.topic):
                counts["topic"][topic.id] += 1
                names["topic", topic.id] = (topic.name, catalog.address(topic.kind, topic.id))
        for source, _, _ in catalog.cited.get(article, ()):
            counts["source"][source.id] += 1
            names["source", source.id] = (source.name, catalog.address("source", source.id))
        for one in catalog.present.get(article, ()):
            other, counter = one.entity, counts[one.entity.kind]
            if other.id in counter:
                counter[other.id] += 1
            elif other is not entity and (address := catalog.address(other.kind, other.id)) is not None:
                counter[other.id] = 1
                names[other.kind, other.id] = (other.name, address)
    made = {kind: _most(kind, counter, names) for kind, counter in counts.items()}
    if entity.kind == "person":
        made["person"] = tuple(
            Fact(name=one.entity.name, address=catalog.address("person", one.entity.id), count=one.together)
            for one in companions
        )
    return made


def _most(
    kind: str, counter: Counter[str], names: Mapping[tuple[str, str], tuple[str, str | None]]
) -> tuple[Fact, ...]:
    ranked = sorted(counter.items(), key=lambda item: (-item[1], names[kind, item[0]][0]))
    return tuple(
        Fact(name=names[kind, key][0], address=names[kind, key][1], count=count) for key, count in ranked[:_SHOWN]
    )


def _places(catalog: Catalog, names: Sequence[str]) -> tuple[Fact, ...]:
    """Places by their names, with the addresses of those that have a page."""
    ids = catalog.place_ids
    return tuple(Fact(name=name, address=catalog.address("place", ids.get(name, ""))) for name in names)


def _inside(catalog: Catalog, entity: Entity) -> tuple[Fact, ...]:
    """The places of the archive that lie right inside a place."""
    if entity.kind != "place":
        return ()
    return _places(catalog, catalog.inside.get(entity.name, ()))


def _surname(catalog: Catalog, entity: Entity) -> Fact | None:
    if entity.kind != "person":
        return None
    surname = catalog.surname_of.get(entity.id)
    if surname is None:
        return None
    return Fact(name=f"Which {surname.surname}?", address=catalog.address("surname", surname.id))
