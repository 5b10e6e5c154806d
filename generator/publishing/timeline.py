"""The articles by date: all years, each year, its months when they are many, and the undated."""

from __future__ import annotations

from collections.abc import Iterator

from generator.publishing.catalog import UNDATED, Catalog
from generator.publishing.chart import chart
from generator.publishing.listing import Period, Shelf, by_year, parts_of
from generator.publishing.page import Page
from generator.publishing.wording import counted

_WHOLE = 60
_BASE = "years/"


def timeline_pages(catalog: Catalog) -> Iterator[Page]:
    """The index of years, then a page for each period; a long year's page leads to its months."""
    periods = by_year(catalog.order)
    years = [period for period in periods if period.key != UNDATED]
    index = Page(
        address=_BASE,
        kind="index",
        headline="Articles by date",
        template="years",
        description=f"Every article of {catalog.config.site.name} by year of publication.",
        values={
            "chart": chart(catalog.order),
            "decades": _decades(years),
            "undated": len(catalog.order) - sum(len(year.entries) for year in years),
            "base": _BASE,
            "total": len(catalog.order),
        },
    )
    yield index
    for number, period in enumerate(periods):
        later = periods[number - 1] if number else None
        earlier = periods[number + 1] if number + 1 < len(periods) else None
        yield from _period_pages(index, period, (earlier, later))
    if not any(period.key == UNDATED for period in periods):
        yield from _period_pages(index, Period(key=UNDATED, name="Undated", entries=()), (None, None))


def _decades(years: list[Period]) -> tuple[tuple[str, tuple[Period, ...]], ...]:
    found: dict[str, list[Period]] = {}
    for year in years:
        found.setdefault(f"{year.key[:3]}0s", []).append(year)
    return tuple((name, tuple(group)) for name, group in found.items())


def _headline(period: Period) -> str:
    if not period.key.startswith(UNDATED):
        return period.name
    return "Undated articles" if period.key == UNDATED else f"Undated articles: {period.name}"


def _period_pages(parent: Page, period: Period, around: tuple[Period | None, Period | None]) -> Iterator[Page]:
    parts = parts_of(period) if len(period.entries) > _WHOLE and "/" not in period.key else ()
    shown = () if parts else (period,)
    page = Page(
        address=f"{_BASE}{period.key}/",
        kind="year",
        headline=_headline(period),
        template="year",
        description=f"{counted(len(period.entries), 'article')}: {period.name}.",
        values={
            "shelf": Shelf(base=_BASE, total=len(period.entries), periods=shown, parts=parts),
            "parent": parent,
            "earlier": around[0],
            "later": around[1],
            "base": _BASE,
            "undated": period.key.startswith(UNDATED),
        },
    )
    yield page
    for number, part in enumerate(parts):
        later = parts[number - 1] if number else None
        earlier = parts[number + 1] if number + 1 < len(parts) else None
        yield from _period_pages(page, part, (earlier, later))
