"""What every page is made from: pages that are dear to make, as drafts that say what they read."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, fields
from functools import partial
from typing import Any

import msgspec

from generator.model import CleanArticle, Credit, Entity, Outlet, Source, Topic
from generator.publishing import cited, entities, feeds, subjects, timeline
from generator.publishing.article_rows import article_lines
from generator.publishing.articles import article_page, findable, readings
from generator.publishing.catalog import Catalog
from generator.publishing.company import Companion, company
from generator.publishing.entries import Quote
from generator.publishing.feeds import Feed
from generator.publishing.listing import whole_list
from generator.publishing.neighbours import neighbours
from generator.publishing.page import Page, render
from generator.publishing.press import Draft, Made, Sheet, digest
from generator.publishing.tokens import Tokens
from generator.publishing.versions import versions_of

Quotes = Mapping[str, msgspec.Raw]
"""Article id -> the sentences that name its entities, not unpacked."""


class Kept(msgspec.Struct, frozen=True, array_like=True):
    """What ``article_drafts`` keep of an article."""

    searched: bytes
    """Digest of all that the search reads of its page."""
    quotes: msgspec.Raw


def kept(printed: bytes) -> Kept:
    """What was kept of an article."""
    return _KEPT.decode(printed)


_KEPT = msgspec.msgpack.Decoder(Kept)


@dataclass(frozen=True, slots=True, kw_only=True)
class Matter:
    """What drafts are made from."""

    catalog: Catalog
    articles: Callable[[str], CleanArticle]
    tokens: Tokens


def article_drafts(matter: Matter) -> Iterator[Draft]:
    """The page of every article, sorted by id. Kept: see ``Kept``; lines: its rows of open data."""
    catalog, tokens = matter.catalog, matter.tokens
    around = neighbours(catalog)
    for identifier in sorted(catalog.archive.articles):
        steps, read_next = around.steps(identifier), tuple(readings(catalog, catalog.archive.articles[identifier]))
        copies = catalog.copies.get(identifier, ())
        differences = [catalog.archive.differences.get(one) for one in copies]
        shown = (tokens.articles((identifier, *copies)), steps, read_next, differences)
        yield Draft(
            name=f"article/{identifier}",
            reads=(shown, tokens.scores(identifier)),
            make=partial(_article, matter, identifier, shown),
        )


def _article(matter: Matter, identifier: str, shown: tuple[Any, ...]) -> Made:
    _, steps, read_next, _ = shown
    catalog, article = matter.catalog, matter.articles(identifier)
    versions = versions_of(catalog, identifier, matter.articles)
    page, quotes = article_page(catalog, article, steps, read_next, versions)
    named = msgspec.Raw(msgspec.msgpack.encode({f"{kind}/{key}": quote for (kind, key), quote in quotes.items()}))
    kept = Kept(digest(findable(page, article)), named)
    own = Sheet(page.path, partial(render, page, catalog.config), page.kind, shown)
    return Made(sheets=(own,), kept=msgspec.msgpack.encode(kept), lines=article_lines(catalog, article))


def entity_drafts(matter: Matter, quotes: Quotes) -> Iterator[Draft]:
    """The pages of everyone and everything that has an address."""
    catalog, companions = matter.catalog, company(matter.catalog)
    for entity in catalog.entities:
        near = companions.get(entity.id, ()) if entity.kind == "person" else ()
        known = [(one.entity.name, catalog.address("person", one.entity.id), one.together) for one in near]
        yield Draft(
            name=f"{entity.kind}/{entity.id}",
            reads=(_told(entity), matter.tokens.articles(entity.articles), known, entities.beside(catalog, entity)),
            make=partial(_entity, catalog, entity, near, quotes),
        )


def _told(entity: Entity) -> list[object]:
    """All of an entity but its mentions: of these the tokens of its articles tell."""
    return [getattr(entity, name) for name in _TOLD]


_TOLD = tuple(field.name for field in fields(Entity) if field.name != "mentions")


def _entity(catalog: Catalog, entity: Entity, near: Sequence[Companion], quotes: Quotes) -> Made:
    name = f"{entity.kind}/{entity.id}"
    found = {one: quote for one in entity.articles if (quote := _quote(quotes[one], name))}
    return _pages(catalog, entities.entity_pages(catalog, entity, found, near))


def _quote(quotes: msgspec.Raw, name: str) -> Quote | None:
    found = _QUOTES.decode(quotes).get(name)
    return _QUOTE.decode(found) if found is not None else None


_QUOTES = msgspec.msgpack.Decoder(dict[str, msgspec.Raw])
_QUOTE = msgspec.msgpack.Decoder(Quote)


def subject_drafts(matter: Matter) -> Iterator[Draft]:
    """The pages of topics and stories, of sources, of outlets, of photo credits, and of years."""
    catalog, tokens = matter.catalog, matter.tokens
    parents = [(topic.id, topic.parent) for topic in catalog.archive.topics]
    for topic in subjects.shown(catalog):
        articles = tokens.articles(catalog.under.get(topic.id, ()))
        around = subjects.around(catalog, topic)
        yield Draft(f"{topic.kind}/{topic.id}", (topic, articles, around, parents), partial(_topic, catalog, topic))
    for source in cited.sources(catalog):
        note = cited.note(catalog, source)
        articles = tokens.articles(citing.article for citing in source.cited_by)
        yield Draft(f"source/{source.id}", (source, articles, note), partial(_source, catalog, source))
    for outlet in cited.outlets(catalog):
        articles = tokens.articles(outlet.articles)
        yield Draft(f"outlet/{outlet.id}", (outlet, articles), partial(_outlet, catalog, outlet))
    for credit in cited.credits_of(catalog):
        articles = tokens.articles(credit.articles)
        yield Draft(f"credit/{credit.id}", (credit, articles), partial(_credit, catalog, credit))
    for year in timeline.years_of(catalog):
        articles = tokens.articles(entry.id for entry in year.period.entries)
        yield Draft(f"year/{year.period.key}", (year.around, articles), partial(_year, catalog, year))


def _topic(catalog: Catalog, topic: Topic) -> Made:
    return _pages(catalog, subjects.topic_pages(catalog, topic))


def _source(catalog: Catalog, source: Source) -> Made:
    return _pages(catalog, cited.source_pages(catalog, source))


def _outlet(catalog: Catalog, outlet: Outlet) -> Made:
    return _pages(catalog, cited.outlet_pages(catalog, outlet))


def _credit(catalog: Catalog, credit: Credit) -> Made:
    return _pages(catalog, cited.credit_pages(catalog, credit))


def _year(catalog: Catalog, year: timeline.Year) -> Made:
    return _pages(catalog, timeline.year_pages(year, whole_list(catalog.config)))


def feed_drafts(matter: Matter, added: Mapping[str, str]) -> Iterator[Draft]:
    """Every feed; ``added``: article id -> the day on which it was first published here."""
    for feed in feeds.feeds(matter.catalog):
        days = [added.get(article) for article in feed.articles]
        reads = (feed, days, matter.tokens.articles(feed.articles))
        yield Draft(f"feed/{feed.page}", reads, partial(_feed, matter.catalog, feed, added))


def _feed(catalog: Catalog, feed: Feed, added: Mapping[str, str]) -> Made:
    return Made((Sheet(feed.path, partial(feeds.atom, catalog, feed, added)),))


def page_drafts(matter: Matter, pages: Iterable[Page]) -> Iterator[Draft]:
    """Pages whose values are at hand."""
    for page in pages:
        yield Draft(f"page/{page.path}", page, partial(_pages, matter.catalog, (page,)))


def _pages(catalog: Catalog, pages: Iterable[Page]) -> Made:
    config = catalog.config
    return Made(tuple(Sheet(page.path, partial(render, page, config), page.kind, page) for page in pages))
