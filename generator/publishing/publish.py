"""From the archive to everything that a reader or a program gets: pages, open data, theme and base configuration."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from itertools import chain
from pathlib import Path

import msgspec

from generator.config.schema import SiteConfig
from generator.model import Archive, CleanArticle, Permalink
from generator.publishing import originals
from generator.publishing.alphabet import index_pages
from generator.publishing.catalog import ENTITY_KINDS, Catalog, titled
from generator.publishing.cited import credit_index, outlet_index, source_index
from generator.publishing.data import write_data
from generator.publishing.drafts import (
    Matter,
    article_drafts,
    entity_drafts,
    feed_drafts,
    kept,
    page_drafts,
    subject_drafts,
)
from generator.publishing.entities import surname_pages
from generator.publishing.feeds import days_added, opensearch, robots
from generator.publishing.lines import ArticleLines
from generator.publishing.listing import Period
from generator.publishing.page import Page, address_of, render
from generator.publishing.press import Press
from generator.publishing.redirects import redirect_pages
from generator.publishing.standing import home_page, recently_added, standing_pages
from generator.publishing.subjects import topic_indexes
from generator.publishing.suggestions import suggestions
from generator.publishing.theme import base_configuration, write_theme
from generator.publishing.timeline import year_index
from generator.publishing.tokens import Tokens
from generator.publishing.tree import Tree


@dataclass(frozen=True, slots=True, kw_only=True)
class PublishContext:
    """Where things go and what stood there before."""

    out: Path
    """The archive's build/."""
    pages: Path
    """The archive's content/pages."""
    registry: tuple[Permalink, ...] = ()
    """Every line of permalinks.csv: when an article was added, what has moved, what is gone."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """What was laid out."""

    pages: Mapping[str, int] = field(default_factory=dict)
    """Kind of page -> how many."""
    warnings: tuple[str, ...] = ()
    sources: Mapping[str, bytes] = field(default_factory=dict)
    """File below build/docs -> digest of its bytes, of those whose bytes are known."""
    searched: Mapping[str, bytes] = field(default_factory=dict)
    """Id of an article -> digest of all that the search reads of its page, which is less than the page."""


def publish(
    archive: Archive,
    articles: Callable[[str], CleanArticle],
    permalinks: Mapping[tuple[str, str], str],
    config: SiteConfig,
    context: PublishContext,
) -> Published:
    """Write build/docs, build/data, build/public, build/theme and build/mkdocs-base.yml.

    Files that would not change are not touched; what no longer belongs there is removed. ``build/public`` is to be
    laid over the rendered site after ``data/``: the copy of what may not be published whole.

    Args:
        archive: everything about everything.
        articles: gives the text of an article by its id; they are asked for in the order of ids.
        permalinks: (kind, id) -> address; what has none gets no page and no link.
        config: the maintainers' decisions.
        context: folders, and the registry of addresses.
    """
    titles = titled(archive.articles, articles)
    catalog = Catalog(archive=archive, config=config, permalinks=dict(permalinks), titles=titles)
    docs, data, public = (Tree(context.out / name) for name in ("docs", "data", "public"))
    lines = ArticleLines(context.out)
    press = Press(docs, _settings(catalog), beside=lines.paths)
    searched = _print(catalog, articles, context, (press, lines))
    lines.finish(data, public)
    laid = press.finish()
    answered = {address_of(file.path) for file in laid if file.kind}
    redirects = list(redirect_pages(catalog, context.registry, answered))
    for redirect in redirects:
        docs.write(redirect.path, render(redirect, config))
    _write_beside(catalog, context, (docs, data, public))
    counts = Counter([file.kind for file in laid if file.kind] + [redirect.kind for redirect in redirects])
    return Published(
        pages=dict(sorted(counts.items())),
        warnings=_unanswered(context, answered),
        sources={file.path: file.digest for file in laid},
        searched=searched,
    )


def _print(
    catalog: Catalog,
    articles: Callable[[str], CleanArticle],
    context: PublishContext,
    to: tuple[Press, ArticleLines],
) -> Mapping[str, bytes]:
    """Every page but redirects, and every feed: articles first, whose sentences the pages of people then show.

    Returns:
        What the search finds each article by (see ``Published.searched``).
    """
    press, lines = to
    matter = Matter(catalog=catalog, articles=articles, tokens=Tokens(catalog))
    added = days_added(context.registry)
    quotes: dict[str, msgspec.Raw] = {}
    searched: dict[str, bytes] = {}
    for identifier, printed in zip(sorted(catalog.archive.articles), press.print(article_drafts(matter)), strict=True):
        told = kept(printed.kept)
        quotes[identifier], searched[identifier] = told.quotes, press.salt + told.searched
        lines.add(identifier, printed.lines)
    drafts = chain(
        entity_drafts(matter, quotes),
        subject_drafts(matter),
        feed_drafts(matter, added),
        page_drafts(matter, _indexes(catalog, context.pages, recently_added(catalog, added))),
    )
    for _ in press.print(drafts):
        pass
    return searched


def _indexes(catalog: Catalog, own: Path, recent: tuple[Period, ...]) -> Iterator[Page]:
    """The pages whose values are at hand."""
    yield from surname_pages(catalog)
    for kind in ENTITY_KINDS:
        yield from index_pages(catalog, kind)
    yield from topic_indexes(catalog)
    yield source_index(catalog)
    yield outlet_index(catalog)
    yield credit_index(catalog)
    yield year_index(catalog)
    yield from originals.originals_pages(catalog)
    yield home_page(catalog, own, recent)
    yield from standing_pages(catalog, own, recent)


def _settings(catalog: Catalog) -> object:
    """What every page may read beside what its draft says."""
    config = catalog.config
    return config.archive, config.site, catalog.hidden


def _write_beside(catalog: Catalog, context: PublishContext, trees: tuple[Tree, Tree, Tree]) -> None:
    """Write what is no page, then remove what is left of earlier builds."""
    docs, data, public = trees
    for path, content in suggestions(catalog):
        docs.write(path, content)
    for file in sorted(context.pages.rglob("*")) if context.pages.is_dir() else ():
        if file.is_file() and file.suffix != ".md":
            docs.write(file.relative_to(context.pages).as_posix(), file.read_bytes())
    data.write("originals.csv", originals.originals_csv(catalog))
    write_data(catalog, data, public)
    docs.write("robots.txt", robots(catalog))
    if catalog.config.site.url:
        docs.write("opensearch.xml", opensearch(catalog))
    theme = Tree(context.out / "theme")
    write_theme(theme, catalog.config.site)
    for tree in (*trees, theme):
        tree.prune()
    Tree(context.out).write("mkdocs-base.yml", base_configuration())


def _unanswered(context: PublishContext, answered: set[str]) -> tuple[str, ...]:
    """Addresses that should be alive and that nothing in the archive answers: they became tombstones."""
    return tuple(
        f"{row.address}: permalinks.csv says it is alive, but the archive has nothing there; it is a tombstone now"
        for row in sorted(context.registry)
        if row.state == "live" and row.address not in answered
    )
