"""Pages of sources (who cites them) and outlets (what they published), and their indexes."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import replace
from typing import Final

from generator.model import Outlet, Source
from generator.publishing.articles import Fact
from generator.publishing.catalog import Catalog
from generator.publishing.chart import chart
from generator.publishing.entities import span
from generator.publishing.feeds import feed_of
from generator.publishing.listing import shelf_pages, shelve
from generator.publishing.page import Page
from generator.publishing.structured import trail
from generator.publishing.wording import counted

_SHOWN: Final = 12


def sources(catalog: Catalog) -> list[Source]:
    """Every source that has an address."""
    return [source for source in catalog.archive.sources if catalog.address("source", source.id)]


def outlets(catalog: Catalog) -> list[Outlet]:
    """Every outlet that has an address."""
    return [outlet for outlet in catalog.archive.outlets if catalog.address("outlet", outlet.id)]


def source_index(catalog: Catalog) -> Page:
    """The index of sources."""
    facts = [
        Fact(
            name=source.name,
            address=catalog.address("source", source.id),
            count=len({citing.article for citing in source.cited_by}),
        )
        for source in sources(catalog)
    ]
    return Page(
        address="sources/",
        kind="index",
        headline="Sources",
        template="names",
        description=f"Whom the articles of {catalog.config.site.name} cite.",
        values={
            "facts": sorted(facts, key=lambda fact: (-fact.count, fact.name.casefold())),
            "lead": "Whom the articles cite, in their credit lines and in the text. The number counts articles.",
        },
    )


def outlet_index(catalog: Catalog) -> Page:
    """The index of outlets."""
    facts = [
        Fact(
            name=outlet.name,
            address=catalog.address("outlet", outlet.id),
            count=len(catalog.stories(outlet.articles)),
            note=span([catalog.entry(article) for article in outlet.articles]),
        )
        for outlet in outlets(catalog)
    ]
    return Page(
        address="outlets/",
        kind="index",
        headline="Outlets",
        template="names",
        description=f"The publications whose articles {catalog.config.site.name} holds.",
        values={
            "facts": sorted(facts, key=lambda fact: (-fact.count, fact.name.casefold())),
            "lead": "The publications that the articles come from. The number is that of the articles.",
        },
    )


def note(catalog: Catalog, source: Source) -> str:
    """What the maintainers say of a source."""
    known = catalog.config.sources.sources.get(source.id)
    return known.note if known else ""


def source_pages(catalog: Catalog, source: Source) -> Iterator[Page]:
    """The page of a source that has an address, and the years of one that fills more than a page."""
    notes: dict[str, str] = {}
    for citing in source.cited_by:
        times = f"cited {citing.count} times" if citing.count > 1 else "cited"
        text = f" as “{citing.text}”" if citing.text != source.name else ""
        where = " in the text" if citing.kind == "attribution" else ""
        notes[citing.article] = "; ".join(filter(None, [notes.get(citing.article), f"{times}{where}{text}"]))
    entries = tuple(replace(entry, note=notes[entry.id]) for entry in catalog.newest(notes))
    beside = [other for article in notes for other, _, _ in catalog.cited.get(article, ()) if other.id != source.id]
    with_it, names = Counter(other.id for other in beside), {other.id: other.name for other in beside}
    address = catalog.permalinks["source", source.id]
    shelf = shelve(address, entries)
    page = Page(
        address=address,
        kind="source",
        headline=source.name,
        template="cited",
        description=f"{counted(len(entries), 'article')} of {catalog.config.site.name} cite {source.name}.",
        feed=feed_of(catalog, "source", source.id, len(entries)),
        values={
            "label": "Source",
            "ld": trail(catalog, ("Sources", "sources/"), (source.name, address)),
            "summary": f"Cited by {counted(len(entries), 'article')}"
            + (f", {years}" if (years := span(entries)) else ""),
            "note": note(catalog, source),
            "chart": chart(entries),
            "shelf": shelf,
            "aside": "Cited together with",
            "facts": [
                Fact(name=names[key], address=catalog.address("source", key), count=count)
                for key, count in sorted(with_it.items(), key=lambda item: (-item[1], names[item[0]]))[:_SHOWN]
            ],
        },
    )
    yield page
    yield from shelf_pages(shelf, page)


def outlet_pages(catalog: Catalog, outlet: Outlet) -> Iterator[Page]:
    """The page of an outlet that has an address, and the years of one that fills more than a page."""
    entries = catalog.newest(outlet.articles)
    authors = Counter(author for one in outlet.articles for author in catalog.archive.articles[one].authors)
    address = catalog.permalinks["outlet", outlet.id]
    shelf = shelve(address, entries)
    page = Page(
        address=address,
        kind="outlet",
        headline=outlet.name,
        template="cited",
        description=f"{counted(len(entries), 'article')} from {outlet.name} in {catalog.config.site.name}.",
        values={
            "label": "Outlet",
            "ld": trail(catalog, ("Outlets", "outlets/"), (outlet.name, address)),
            "summary": counted(len(entries), "article") + (f", {years}" if (years := span(entries)) else ""),
            "note": outlet.note,
            "chart": chart(entries),
            "shelf": shelf,
            "aside": "Bylines",
            "facts": [
                Fact(name=name, address=None, count=count)
                for name, count in sorted(authors.items(), key=lambda item: (-item[1], item[0]))[:_SHOWN]
            ],
        },
    )
    yield page
    yield from shelf_pages(shelf, page)
