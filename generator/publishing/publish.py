"""From the archive to everything that a reader or a program gets: pages, open data, theme and base configuration."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from generator.config.schema import SiteConfig
from generator.model import Archive, CleanArticle, Permalink
from generator.publishing import originals
from generator.publishing.alphabet import index_pages
from generator.publishing.articles import article_page
from generator.publishing.catalog import ENTITY_KINDS, Catalog, Quote, titled
from generator.publishing.cited import outlet_pages, source_pages
from generator.publishing.company import company
from generator.publishing.data import ArticleLines, write_data
from generator.publishing.entities import entity_pages, surname_pages
from generator.publishing.feeds import feeds, opensearch
from generator.publishing.neighbours import neighbours
from generator.publishing.page import Page, render
from generator.publishing.redirects import redirect_pages
from generator.publishing.standing import home_page, recently_added, standing_pages
from generator.publishing.subjects import topic_indexes, topic_pages
from generator.publishing.suggestions import suggestions
from generator.publishing.theme import base_configuration, write_theme
from generator.publishing.timeline import timeline_pages
from generator.publishing.tree import Tree
from generator.publishing.versions import versions_of


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
    counts: Counter[str] = Counter()
    answered: set[str] = set()
    lines = ArticleLines(catalog, context.out / "data")
    for page in _pages(catalog, articles, context, lines):
        docs.write(page.path, render(page))
        counts[page.kind] += 1
        answered.add(page.address)
    for page in redirect_pages(catalog, context.registry, answered):
        docs.write(page.path, render(page))
        counts[page.kind] += 1
    lines.finish(data, public)
    _write_beside(catalog, context, (docs, data, public))
    return Published(pages=dict(sorted(counts.items())), warnings=_unanswered(context, answered))


def _pages(
    catalog: Catalog, articles: Callable[[str], CleanArticle], context: PublishContext, lines: ArticleLines
) -> Iterator[Page]:
    """Every page but redirects: articles first, whose sentences the pages of people then show."""
    quotes: defaultdict[tuple[str, str], dict[str, Quote]] = defaultdict(dict)
    around = neighbours(catalog)
    for identifier in sorted(catalog.archive.articles):
        article = articles(identifier)
        page, found = article_page(catalog, around, article, versions_of(catalog, identifier, articles))
        for entity, quote in found.items():
            quotes[entity][identifier] = quote
        lines.add(article)
        yield page
    yield from entity_pages(catalog, quotes, company(catalog))
    yield from surname_pages(catalog)
    for kind in ENTITY_KINDS:
        yield from index_pages(catalog, kind)
    for pages in (topic_pages, topic_indexes, source_pages, outlet_pages, timeline_pages, originals.originals_pages):
        yield from pages(catalog)
    recent = recently_added(catalog, context.registry)
    yield home_page(catalog, context.pages, recent)
    yield from standing_pages(catalog, context.pages, recent)


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
    for path, content in feeds(catalog, context.registry):
        docs.write(path, content)
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
