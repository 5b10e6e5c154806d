"""Structured data (schema.org) for search engines, as plain values that the template writes as JSON-LD."""

from __future__ import annotations

from typing import Any

from generator.model import ArticleRow, Entity
from generator.publishing.catalog import Catalog


def news_article(catalog: Catalog, row: ArticleRow, description: str) -> dict[str, Any]:
    """An article as a NewsArticle."""
    values: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "NewsArticle",
        "headline": catalog.titles[row.id],
        "url": absolute(catalog, catalog.permalinks["article", row.id]),
        "description": description,
        "datePublished": _published(row),
        "dateModified": row.updated.date if row.updated else None,
        "inLanguage": row.language or None,
        "author": [{"@type": "Person", "name": author} for author in row.authors],
        "publisher": {"@type": "Organization", "name": row.outlet.name} if row.outlet.name else None,
        "isBasedOn": row.origin.url,
        "license": row.metadata.rights if (row.metadata.rights or "").startswith("https://") else None,
    }
    return {key: value for key, value in values.items() if value}


def _published(row: ArticleRow) -> str:
    """The day of first publication, '' where it is not known."""
    if row.published is None:
        return ""
    return row.published.first if row.published.is_of_update else row.published.date


def absolute(catalog: Catalog, address: str) -> str:
    """A page's whole address; '' where the site's is not known."""
    url = catalog.config.site.url
    return f"{url.rstrip('/')}/{address}" if url else ""


def trail(catalog: Catalog, *steps: tuple[str, str]) -> list[dict[str, Any]]:
    """The way from the home page to a page as a BreadcrumbList; nothing where the site's address is not known.

    Args:
        catalog: the archive.
        steps: name and address of each page on the way, the page itself last.
    """
    if not catalog.config.site.url:
        return []
    items = [
        {"@type": "ListItem", "position": number, "name": name, "item": absolute(catalog, address)}
        for number, (name, address) in enumerate(((catalog.config.site.name, ""), *steps), start=1)
    ]
    return [{"@context": "https://schema.org", "@type": "BreadcrumbList", "itemListElement": items}]


def entity(catalog: Catalog, one: Entity) -> dict[str, Any]:
    """A person, an organization or a place."""
    kind = {"person": "Person", "organization": "Organization", "place": "Place"}[one.kind]
    forms = sorted({form.text for form in one.forms if not form.misspelling} - {one.name})
    values = {
        "@context": "https://schema.org",
        "@type": kind,
        "name": one.name,
        "alternateName": forms[:5],
        "url": absolute(catalog, catalog.permalinks[one.kind, one.id]),
    }
    return {key: value for key, value in values.items() if value}
