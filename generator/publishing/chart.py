"""Small bar charts over the years, as numbers for an inline SVG."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Final

from generator.publishing.catalog import UNDATED, Entry
from generator.publishing.wording import counted

HEIGHT: Final = 56
_WIDEST: Final = 24
_WIDTH: Final = 640
_LOW: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Bar:
    """One year: ``x`` and ``height`` in the units of the drawing."""

    year: str
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
    summary: str

    @property
    def first(self) -> str:
        """The first year."""
        return self.bars[0].year

    @property
    def last(self) -> str:
        """The last year."""
        return self.bars[-1].year


def chart(entries: Iterable[Entry]) -> Chart | None:
    """A chart of articles a year, every year between the first and the last; None for fewer than two years."""
    counts = Counter(entry.year for entry in entries if entry.year != UNDATED)
    if len(counts) < 2:
        return None
    years = range(int(min(counts)), int(max(counts)) + 1)
    step = min(_WIDEST, round(_WIDTH / len(years), 2))
    most = max(counts.values())
    # One article is no peak: a chart of ones stays low.
    scale = HEIGHT / max(most, _LOW)
    bars = tuple(
        Bar(
            year=str(year),
            count=counts[str(year)],
            x=round(index * step, 2),
            height=round(max(3.0, scale * counts[str(year)]), 1) if counts[str(year)] else 0.0,
        )
        for index, year in enumerate(years)
    )
    peak = min(year for year, count in counts.items() if count == most)
    summary = (
        f"{counted(sum(counts.values()), 'dated article')}, {years[0]} to {years[-1]}; the most in {peak}: {most}."
    )
    return Chart(bars=bars, step=step, width=round(step * len(years), 2), height=HEIGHT, summary=summary)
