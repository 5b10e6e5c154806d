"""Atom feeds of what was added last, to the archive and to its bigger pages, and the OpenSearch description.

All of them need the site's own address.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Final
from xml.etree import ElementTree as ET

from generator.model import Permalink
from generator.publishing.catalog import Catalog

_ATOM: Final = "http://www.w3.org/2005/Atom"
_OPENSEARCH: Final = "http://a9.com/-/spec/opensearch/1.1/"
_SHOWN: Final = 50
_SHOWN_OF_ONE: Final = 20
_NAME: Final = "feed.xml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What a feed follows."""

    title: str
    page: str
    """The address of the page that it belongs to."""
    articles: tuple[str, ...]
    shown: int = _SHOWN_OF_ONE

    @property
    def path(self) -> str:
        """Where it lies below the site's root."""
        return f"{self.page}{_NAME}"


def feed_of(catalog: Catalog, kind: str, identifier: str, articles: int) -> str | None:
    """The address of a page's own feed; None where there is none.

    Pages of few articles have none, nor has any where the site's address is not known, or its host counts files.

    Args:
        catalog: the archive.
        kind: of the page: person, topic, story or source.
        identifier: its id.
        articles: how many articles it lists.
    """
    thresholds = catalog.config.archive.thresholds
    if catalog.config.archive.few_files:
        return None
    least = max(thresholds.feed, thresholds.indexed if kind == "person" else 0)
    address = catalog.address(kind, identifier)
    return f"{address}{_NAME}" if catalog.config.site.url and address and articles >= least else None


def feeds(catalog: Catalog) -> Iterator[Feed]:
    """Every feed, the archive's own first; none where the site's address is not known."""
    site = catalog.config.site
    if site.url:
        yield Feed(title=site.name, page="", articles=tuple(catalog.archive.articles), shown=_SHOWN)
        yield from _of_pages(catalog)


def days_added(registry: Iterable[Permalink]) -> dict[str, str]:
    """Id of an article that is there -> the day on which it was first published here."""
    return {row.id: row.added for row in registry if row.kind == "article" and row.state == "live"}


def opensearch(catalog: Catalog) -> bytes:
    """What lets a browser offer the archive's search."""
    root = ET.Element("OpenSearchDescription", xmlns=_OPENSEARCH)
    _add(root, "ShortName", catalog.config.site.name[:16])
    _add(root, "Description", f"Search {catalog.config.site.name}")
    _add(root, "InputEncoding", "UTF-8")
    _add(root, "Url", type="text/html", template=f"{_base(catalog)}search/?q={{searchTerms}}")
    return _xml(root)


def robots(catalog: Catalog) -> bytes:
    """What tells crawlers that they may come, and where the sitemap is."""
    sitemap = f"\nSitemap: {_base(catalog)}sitemap.xml\n" if catalog.config.site.url else ""
    return f"User-agent: *\nAllow: /\n{sitemap}".encode()


def _of_pages(catalog: Catalog) -> Iterator[Feed]:
    everyone = [("person", one.id, one.name, one.articles) for one in catalog.people.values()]
    topics = [(one.kind, one.id, one.name, catalog.under.get(one.id, ())) for one in catalog.archive.topics]
    cited = [
        ("source", one.id, one.name, tuple(dict.fromkeys(citing.article for citing in one.cited_by)))
        for one in catalog.archive.sources
    ]
    for kind, identifier, name, articles in (*everyone, *topics, *cited):
        if path := feed_of(catalog, kind, identifier, len(articles)):
            title = f"{name} – {catalog.config.site.name}"
            yield Feed(title=title, page=path.removesuffix(_NAME), articles=articles)


def atom(catalog: Catalog, feed: Feed, added: Mapping[str, str]) -> bytes:
    """A feed's file; ``added``: see ``days_added``."""
    newest = [entry.id for entry in catalog.newest(article for article in feed.articles if article in added)]
    newest.sort(key=added.__getitem__, reverse=True)
    root = ET.Element("feed", xmlns=_ATOM)
    _add(root, "title", feed.title)
    _add(root, "id", f"{_base(catalog)}{feed.path}")
    _add(root, "updated", f"{added[newest[0]] if newest else '1970-01-01'}T00:00:00Z")
    _add(root, "link", rel="self", href=f"{_base(catalog)}{feed.path}")
    _add(root, "link", rel="alternate", href=f"{_base(catalog)}{feed.page}")
    _add(_add(root, "author"), "name", catalog.config.site.name)
    for article in newest[: feed.shown]:
        _entry(catalog, root, article, added[article])
    return _xml(root)


def _entry(catalog: Catalog, root: ET.Element, article: str, day: str) -> None:
    entry = catalog.entry(article)
    element = _add(root, "entry")
    _add(element, "title", entry.title)
    _add(element, "id", f"{_base(catalog)}{entry.address}")
    _add(element, "link", rel="alternate", href=f"{_base(catalog)}{entry.address}")
    _add(element, "updated", f"{day}T00:00:00Z")
    for author in catalog.archive.articles[article].authors:
        _add(_add(element, "author"), "name", author)
    _add(element, "summary", " · ".join(part for part in (entry.outlet, entry.when) if part))


def _add(parent: ET.Element, tag: str, text: str = "", **attributes: str) -> ET.Element:
    element = ET.SubElement(parent, tag, attributes)
    element.text = "".join(character for character in text if character >= " " or character in "\t\n") or None
    return element


def _xml(root: ET.Element) -> bytes:
    ET.indent(root)
    return bytes(ET.tostring(root, encoding="utf-8", xml_declaration=True)) + b"\n"


def _base(catalog: Catalog) -> str:
    return f"{catalog.config.site.url.rstrip('/')}/"
