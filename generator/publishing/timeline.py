"""The articles by date: all years, each year, its months when they are many, and the undated."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.publishing.catalog import Catalog
from generator.publishing.chart import chart, chart_of_months
from generator.publishing.entries import UNDATED
from generator.publishing.listing import Part, Period, Shelf, by_year, parts_of
from generator.publishing.page import Above, Page
from generator.publishing.wording import counted

_BASE = "years/"
_ABOVE: Final = Above(_BASE, "Articles by date")


@dataclass(frozen=True, slots=True)
class Year:
    """A year, or the undated, and the years before and after it."""

    period: Period
    earlier: Period | None
    later: Period | None

    @property
    def around(self) -> tuple[str, ...]:
        """What its page shows of the others."""
        return tuple(period.key if period else "" for period in (self.earlier, self.later))


def year_index(catalog: Catalog) -> Page:
    """The index of years."""
    years = [year.period for year in years_of(catalog) if year.period.key != UNDATED]
    return Page(
        address=_ABOVE.address,
        kind="index",
        headline=_ABOVE.headline,
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


def years_of(catalog: Catalog) -> list[Year]:
    """Every year, newest first, then the undated, of whom there may be none; nothing comes before or after these."""
    periods = by_year(catalog.order)
    found = _in_line([period for period in periods if period.key != UNDATED])
    undated = next((period for period in periods if period.key == UNDATED), None)
    return [*found, Year(undated or Period(key=UNDATED, name="Undated", entries=()), None, None)]


def year_pages(year: Year, whole: int) -> Iterator[Page]:
    """A year's page; one of more articles than ``whole`` leads to its months, which follow."""
    return _period_pages(_ABOVE, year, whole)


def _in_line(periods: Sequence[Period]) -> list[Year]:
    """Periods with their neighbours; they come newest first."""
    return [Year(*three) for three in zip(periods, [*periods[1:], None], [None, *periods], strict=False)]


def _decades(years: list[Period]) -> tuple[tuple[str, tuple[Part, ...]], ...]:
    found: dict[str, list[Part]] = {}
    for year in years:
        found.setdefault(f"{year.key[:3]}0s", []).append(year.elsewhere)
    return tuple((name, tuple(group)) for name, group in found.items())


def _headline(period: Period) -> str:
    if not period.key.startswith(UNDATED):
        return period.name
    return "Undated articles" if period.key == UNDATED else f"Undated articles: {period.name}"


def _period_pages(above: Above, year: Year, whole: int) -> Iterator[Page]:
    period = year.period
    parts = parts_of(period) if len(period.entries) > whole and "/" not in period.key else ()
    shown, told = () if parts else (period,), tuple(part.elsewhere for part in parts)
    page = Page(
        address=f"{_BASE}{period.key}/",
        kind="year",
        headline=_headline(period),
        template="year",
        description=f"{counted(len(period.entries), 'article')}: {period.name}.",
        values={
            "chart": chart_of_months(period.entries) if parts and period.key != UNDATED else None,
            "shelf": Shelf(base=_BASE, total=len(period.entries), periods=shown, parts=told),
            "parent": above,
            "earlier": year.earlier.elsewhere if year.earlier else None,
            "later": year.later.elsewhere if year.later else None,
            "base": _BASE,
            "undated": period.key.startswith(UNDATED),
        },
    )
    yield page
    for part in _in_line(parts):
        yield from _period_pages(page.above, part, whole)
