"""When an archive writes of something more than else: the scan statistic over time."""

from __future__ import annotations

from dataclasses import dataclass

import numpy as np

from generator.topics.dated import Dated, Places

_LONGEST = 1500
"""Days."""
_YEAR = 365
"""Of a shorter archive, the rest of a year is taken to hold as many articles a day, none of them of the story: news of
two weeks is bounded in time, though nothing in the archive can show it."""
_STEPS = 48
"""Articles in so many steps are enough to begin and end a time at."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Burst:
    """The articles of a time in which they are commoner than chance would have them."""

    inside: Places
    days: int
    """From the first to the last of them."""
    times: float
    """How many times as common as in all of the archive."""
    share: float
    """Of all articles that are about the same."""


def burst_of(about: Places, archive: Dated, fewest: int) -> Burst | None:
    """The time for which chance accounts least (Kulldorff's likelihood ratio), if it holds enough of the articles.

    Those without a day are left aside.
    """
    about = about[about < len(archive.days)]
    number = len(about)
    if number < fewest:
        return None
    days = archive.days[about]
    starts, ends = _steps(number)
    first, end = starts[:, None], ends[None, :]
    count = (end - first).astype(np.float64)
    lasting = days[end - 1] - days[first]
    held = np.searchsorted(archive.days, days[ends - 1], "right")[None, :]
    held = held - np.searchsorted(archive.days, days[starts], "left")[:, None]
    size = len(archive.days) * max(1.0, _YEAR / archive.span)
    expected = number * np.maximum(held, 1) / size
    likely = (count >= fewest) & (lasting <= _LONGEST) & (count > expected)
    if not likely.any():
        return None
    ratio = np.where(likely, count * np.log(np.maximum(count, 1) / expected) + _outside(number, count, expected), -1.0)
    best = np.unravel_index(int(np.argmax(ratio)), ratio.shape)
    inside = about[starts[best[0]] : ends[best[1]]]
    return Burst(
        inside=inside,
        days=int(lasting[best]),
        times=float(count[best] / expected[best]),
        share=len(inside) / number,
    )


def _outside(number: int, count: np.ndarray, expected: np.ndarray) -> np.ndarray:
    """What the articles outside of each time add."""
    rest, chance = number - count, np.maximum(number - expected, 1e-9)
    return np.where(rest > 0, rest * np.log(np.maximum(rest, 1e-9) / chance), 0.0)


def _steps(number: int) -> tuple[Places, Places]:
    """Where a time may begin, and where it may end."""
    if number <= _STEPS:
        return np.arange(number), np.arange(1, number + 1)
    cuts = np.linspace(0, number, _STEPS + 1).astype(np.int64)
    return cuts[:-1], cuts[1:]
