"""Pages of sources (who cites them), outlets (what they published) and photo credits, and their indexes."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Credit, Outlet, Source
from generator.publishing.articles import Fact
from generator.publishing.catalog import Catalog
from generator.publishing.chart import chart
from generator.publishing.entities import span
from generator.publishing.entries import Entry
from generator.publishing.feeds import feed_of
from generator.publishing.listing import shelf_pages, shelve, whole_list
from generator.publishing.page import Page
from generator.publishing.structured import trail
from generator.publishing.wording import counted

_SHOWN: Final = 12

Group = tuple[str, tuple[Fact, ...]]
"""A heading beside the list, and what stands under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Subject:
    """What one of these pages shows."""

    kind: str
    label: str
    above: tuple[str, str]
    """Name and address of the index."""
    name: str
    address: str
    summary: str
    description: str
    entries: tuple[Entry, ...]
    groups: tuple[Group, ...]
    note: str = ""
    feed: str | None = None


def sources(catalog: Catalog) -> list[Source]:
    """Every source that has an address."""
    return [source for source in catalog.archive.sources if catalog.address("source", source.id)]


def outlets(catalog: Catalog) -> list[Outlet]:
    """Every outlet that has an address."""
    return [outlet for outlet in catalog.archive.outlets if catalog.address("outlet", outlet.id)]


def credits_of(catalog: Catalog) -> list[Credit]:
    """Every photo credit that has an address."""
    return [credit for credit in catalog.archive.credits if catalog.address("credit", credit.id)]


def source_index(catalog: Catalog) -> Page:
    """The index of sources."""
    return _index(
        ("Sources", "sources/"),
        "Whom the articles cite, in their credit lines and in the text. The number is that of the articles.",
        f"Whom the articles of {catalog.config.site.name} cite.",
        [
            _fact(catalog, ("source", one.id), one.name, {citing.article for citing in one.cited_by})
            for one in sources(catalog)
        ],
    )


def outlet_index(catalog: Catalog) -> Page:
    """The index of outlets."""
    return _index(
        ("Outlets", "outlets/"),
        "The publications that the articles come from. The number is that of the articles.",
        f"The publications whose articles {catalog.config.site.name} holds.",
        [_fact(catalog, ("outlet", one.id), one.name, one.articles) for one in outlets(catalog)],
    )


def credit_index(catalog: Catalog) -> Page:
    """The index of photo credits, those without a page among them."""
    return _index(
        ("Photo credits", "credits/"),
        "Whom the articles name as the makers of their pictures. The number is that of the articles.",
        f"Whose pictures the articles of {catalog.config.site.name} were printed with.",
        [_fact(catalog, ("credit", one.id), one.name, one.articles) for one in catalog.archive.credits],
    )


def source_pages(catalog: Catalog, source: Source) -> Iterator[Page]:
    """The page of a source that has an address, and the years of one that fills more than a page."""
    return _pages(catalog, _source(catalog, source))


def outlet_pages(catalog: Catalog, outlet: Outlet) -> Iterator[Page]:
    """The page of an outlet that has an address, and the years of one that fills more than a page."""
    return _pages(catalog, _outlet(catalog, outlet))


def credit_pages(catalog: Catalog, credit: Credit) -> Iterator[Page]:
    """The page of a photo credit that has an address, and the years of one that fills more than a page."""
    return _pages(catalog, _credit(catalog, credit))


def note(catalog: Catalog, source: Source) -> str:
    """What the maintainers say of a source."""
    known = catalog.config.sources.sources.get(source.id)
    return known.note if known else ""


def _fact(catalog: Catalog, page: tuple[str, str], name: str, articles: Iterable[str]) -> Fact:
    entries = catalog.newest(articles)
    return Fact(name=name, address=catalog.address(*page), count=len(entries), years=span(entries))


def _index(at: tuple[str, str], lead: str, description: str, facts: list[Fact]) -> Page:
    ranked = sorted(facts, key=lambda fact: (-fact.count, fact.name.casefold()))
    return Page(
        address=at[1],
        kind="index",
        headline=at[0],
        template="names",
        description=description,
        values={"facts": ranked, "lead": lead},
    )


def _source(catalog: Catalog, source: Source) -> _Subject:
    notes = _notes(source)
    entries = tuple(replace(entry, note=notes[entry.id]) for entry in catalog.newest(notes))
    beside = Counter(
        (other.name, catalog.address("source", other.id))
        for article in catalog.archive.stories(notes)
        for other, _, _ in catalog.cited.get(article, ())
        if other.id != source.id
    )
    return _Subject(
        kind="source",
        label="Source",
        above=("Sources", "sources/"),
        name=source.name,
        address=catalog.permalinks["source", source.id],
        summary=f"Cited by {_size(entries)}",
        description=f"{counted(len(entries), 'article')} of {catalog.config.site.name} cite {source.name}.",
        entries=entries,
        note=note(catalog, source),
        feed=feed_of(catalog, "source", source.id, len(entries)),
        groups=(
            ("Cited by", _outlets(catalog, notes)),
            ("In articles on", _topics(catalog, notes)),
            ("Together with", _most(beside)),
        ),
    )


def _notes(source: Source) -> dict[str, str]:
    """Article -> how it cites a source; '' where there is no more to say than that it does."""
    found: defaultdict[str, list[str]] = defaultdict(list)
    for citing in source.cited_by:
        times = f"{citing.count} times" if citing.count > 1 else ""
        where = "in the text" if citing.kind == "attribution" else ""
        text = f"as “{citing.text}”" if citing.text != source.name else ""
        said = " ".join(part for part in (times, where, text) if part)
        found[citing.article] += [f"cited {said}"] if said else []
    return {article: "; ".join(said) for article, said in found.items()}


def _outlet(catalog: Catalog, outlet: Outlet) -> _Subject:
    # Its own page need not say on every line what all of them have in common.
    entries = tuple(replace(entry, outlet="") for entry in catalog.newest(outlet.articles))
    authors = Counter(
        (author, None)
        for one in catalog.archive.stories(outlet.articles)
        for author in catalog.archive.articles[one].authors
    )
    return _Subject(
        kind="outlet",
        label="Outlet",
        above=("Outlets", "outlets/"),
        name=outlet.name,
        address=catalog.permalinks["outlet", outlet.id],
        summary=_size(entries),
        description=f"{counted(len(entries), 'article')} from {outlet.name} in {catalog.config.site.name}.",
        entries=entries,
        note=outlet.note,
        groups=(
            ("Bylines", _most(authors)),
            ("Topics", _topics(catalog, outlet.articles)),
            ("People", _people(catalog, outlet.articles)),
        ),
    )


def _credit(catalog: Catalog, credit: Credit) -> _Subject:
    entries = catalog.newest(credit.articles)
    return _Subject(
        kind="credit",
        label="Photo credit",
        above=("Photo credits", "credits/"),
        name=credit.name,
        address=catalog.permalinks["credit", credit.id],
        summary=f"Pictures in {_size(entries)}",
        description=f"{counted(len(entries), 'article')} of {catalog.config.site.name} had pictures by {credit.name}.",
        entries=entries,
        note="The pictures themselves are not kept here, only whom the articles name as their makers.",
        groups=(
            ("Printed by", _outlets(catalog, credit.articles)),
            ("In articles on", _topics(catalog, credit.articles)),
        ),
    )


def _pages(catalog: Catalog, one: _Subject) -> Iterator[Page]:
    whole = whole_list(catalog.config)
    shelf = shelve(one.address, one.entries, whole)
    page = Page(
        address=one.address,
        kind=one.kind,
        headline=one.name,
        template="cited",
        description=one.description,
        feed=one.feed,
        values={
            "label": one.label,
            "above": one.above[1],
            "ld": trail(catalog, one.above, (one.name, one.address)),
            "summary": one.summary,
            "note": one.note,
            "chart": chart(one.entries),
            "shelf": shelf,
            "groups": [group for group in one.groups if group[1]],
        },
    )
    yield page
    yield from shelf_pages(one.address, one.entries, page, whole)


def _size(entries: tuple[Entry, ...]) -> str:
    """``12 articles, 1961–1969``."""
    return ", ".join(part for part in (counted(len(entries), "article"), span(entries)) if part)


def _outlets(catalog: Catalog, articles: Iterable[str]) -> tuple[Fact, ...]:
    """The outlets of articles; none where the archive has but one."""
    if len(catalog.archive.outlets) < 2:
        return ()
    found = (catalog.outlets[one] for one in catalog.archive.stories(articles) if one in catalog.outlets)
    return _most(Counter((outlet.name, catalog.address("outlet", outlet.id)) for outlet in found))


def _topics(catalog: Catalog, articles: Iterable[str]) -> tuple[Fact, ...]:
    filings = (
        filing.topic for one in catalog.archive.stories(articles) for filing in catalog.archive.filings.get(one, ())
    )
    found = (catalog.topics[topic] for topic in filings if topic in catalog.topics)
    return _most(Counter((topic.name, catalog.address(topic.kind, topic.id)) for topic in found))


def _people(catalog: Catalog, articles: Iterable[str]) -> tuple[Fact, ...]:
    present = (one.entity for article in catalog.archive.stories(articles) for one in catalog.present.get(article, ()))
    found = (one for one in present if one.kind == "person" and one.id in catalog.people)
    return _most(Counter((one.name, catalog.address("person", one.id)) for one in found))


def _most(counts: Counter[tuple[str, str | None]] | Counter[tuple[str, None]]) -> tuple[Fact, ...]:
    ranked = sorted(counts.items(), key=lambda item: (-item[1], item[0][0]))
    return tuple(Fact(name=name, address=address, count=count) for (name, address), count in ranked[:_SHOWN])
