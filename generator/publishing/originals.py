"""Find an article by the address it had on the web: for the dead site's links."""

from __future__ import annotations

import csv
import io
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.publishing.catalog import Catalog
from generator.publishing.entries import Entry
from generator.publishing.page import Page
from generator.text.slugs import slug
from generator.text.urls import host, safe_href

_WHOLE: Final = 150
_FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")


@dataclass(frozen=True, slots=True, kw_only=True)
class Address:
    """An original address and the article that stood there."""

    url: str
    host: str
    entry: Entry


def originals_pages(catalog: Catalog) -> Iterator[Page]:
    """The table of original addresses; each host, then each year, gets a page when it grows long."""
    found = _addresses(catalog)
    whole = len(found) <= _WHOLE
    groups = {} if whole else _groups(found)
    index = Page(
        address="originals/",
        kind="originals",
        headline="Find by original address",
        template="originals",
        description=f"Where the articles of {catalog.config.site.name} stood on the web.",
        values={
            "addresses": found if whole else (),
            "parts": [(name, f"originals/{key}/", len(group)) for key, (name, group) in groups.items()],
            "total": len(found),
            "parent": None,
        },
    )
    yield index
    for key, (name, group) in groups.items():
        yield Page(
            address=f"originals/{key}/",
            kind="originals",
            headline=f"Original addresses: {name}",
            template="originals",
            values={"addresses": group, "parts": (), "total": len(group), "parent": index.above},
            indexed=False,
        )


def originals_csv(catalog: Catalog) -> bytes:
    """Every original address and the page that it became; no cell can be read as a formula."""
    lines = io.StringIO()
    writer = csv.writer(lines, lineterminator="\n")
    writer.writerow(["original", "address", "title", "date"])
    for one in _addresses(catalog):
        writer.writerow([_plain(cell) for cell in (one.url, one.entry.address, one.entry.title, one.entry.date)])
    return lines.getvalue().encode()


def _plain(cell: str) -> str:
    return f"'{cell}" if cell.startswith(_FORMULA) else cell


def _addresses(catalog: Catalog) -> tuple[Address, ...]:
    rows = [(row.origin.url, catalog.entry(key)) for key, row in catalog.archive.articles.items() if row.origin.url]
    found = [Address(url=url, host=host(url), entry=entry) for url, entry in rows if url and safe_href(url)]
    return tuple(sorted(found, key=lambda one: (one.host, one.url, one.entry.id)))


def _groups(found: tuple[Address, ...]) -> dict[str, tuple[str, tuple[Address, ...]]]:
    groups: defaultdict[tuple[str, str], list[Address]] = defaultdict(list)
    by_host: defaultdict[str, int] = defaultdict(int)
    for one in found:
        by_host[one.host] += 1
    for one in found:
        groups[one.host, one.entry.year if by_host[one.host] > _WHOLE else ""].append(one)
    return {
        slug(f"{name}-{year}".strip("-")): (f"{name}, {year}".strip(", "), tuple(group))
        for (name, year), group in sorted(groups.items())
    }
