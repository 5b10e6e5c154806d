"""Small bar charts over the years, or over the months of one, as numbers for an inline SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from generator.publishing.entries import UNDATED, Entry
from generator.publishing.wording import MONTHS, counted

HEIGHT: Final = 56
_WIDEST: Final = 24
_WIDTH: Final = 640
_LOW: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One year or month: ``x`` and ``height`` in the units of the drawing."""

    key: str
    """``1969`` or ``1969/07``."""
    name: str
    count: int
    x: float
    height: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Chart:
    """A chart; ``summary`` says the same in words."""

    bars: tuple[Bar, ...]
    step: float
    width: float
    height: int
    peak: Bar
    """The first of the highest."""
    summary: str

    @property
    def first(self) -> str:
        """The first period."""
        return self.bars[0].name

    @property
    def last(self) -> str:
        """The last period."""
        return self.bars[-1].name


def chart(entries: Iterable[Entry]) -> Chart | None:
    """A chart of articles a year, every year between the first and the last; None for fewer than two years."""
    counts = Counter(entry.year for entry in entries if entry.year != UNDATED)
    if len(counts) < 2:
        return None
    years = [str(year) for year in range(int(min(counts)), int(max(counts)) + 1)]
    return _drawn([(year, year) for year in years], counts)


def chart_of_months(entries: Iterable[Entry]) -> Chart | None:
    """A chart of the articles of one year by month; None where they are of fewer than two months."""
    counts = Counter(entry.date[:7].replace("-", "/") for entry in entries if len(entry.date) >= len("1969-07"))
    if len(counts) < 2:
        return None
    year = min(counts)[:4]
    return _drawn([(f"{year}/{number:02}", f"{name} {year}") for number, name in enumerate(MONTHS, 1)], counts)


def _drawn(periods: Sequence[tuple[str, str]], counts: Counter[str]) -> Chart:
    step = min(_WIDEST, round(_WIDTH / len(periods), 2))
    # One article is no peak: a chart of ones stays low.
    scale = HEIGHT / max(*counts.values(), _LOW)
    bars = tuple(
        Bar(
            key=key,
            name=name,
            count=counts[key],
            x=round(index * step, 2),
            height=round(max(3.0, scale * counts[key]), 1) if counts[key] else 0.0,
        )
        for index, (key, name) in enumerate(periods)
    )
    peak = max(bars, key=lambda bar: bar.count)
    total = counted(sum(counts.values()), "dated article")
    summary = f"{total}, {bars[0].name} to {bars[-1].name}; the most in {peak.name}: {peak.count}."
    return Chart(bars=bars, step=step, width=round(step * len(bars), 2), height=HEIGHT, peak=peak, summary=summary)
