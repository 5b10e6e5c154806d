"""When an archive writes of something more than else: the scan statistic over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from generator.topics.dated import Dated, Places

_LONGEST = 1500
"""Days."""
_YEAR = 365
"""Of a shorter archive, the rest of a year is taken to hold as many articles a day, none of them of the story: news of
two weeks is bounded in time, though nothing in the archive can show it."""
_CELLS = 200_000
"""So many times, over several lists, are weighed together: enough for speed, and few enough for a processor's cache."""
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


def bursts_of(abouts: Sequence[Places], archive: Dated, fewest: int) -> list[Burst | None]:
    """For each list of articles the time for which chance accounts least, if it holds enough of them.

    By Kulldorff's likelihood ratio; articles without a day are left aside. Lists of one length are looked at together.
    """
    dated = [about[about < len(archive.days)] for about in abouts]
    found: list[Burst | None] = [None] * len(dated)
    same: defaultdict[int, list[int]] = defaultdict(list)
    for place, about in enumerate(dated):
        if len(about) >= fewest:
            same[len(about)].append(place)
    for number, places in same.items():
        together = max(1, _CELLS // number**2)
        for batch in (places[start : start + together] for start in range(0, len(places), together)):
            bursts = _bursts(np.array([dated[place] for place in batch]), archive, fewest)
            for place, burst in zip(batch, bursts, strict=True):
                found[place] = burst
    return found


def _bursts(abouts: Places, archive: Dated, fewest: int) -> Iterator[Burst | None]:
    """The same of lists of one length, a row each."""
    number = abouts.shape[1]
    days = archive.days[abouts]
    starts, ends = _steps(number)
    first, end = starts[:, None], ends[None, :]
    count = (end - first).astype(np.float64)
    lasting = days[:, end - 1] - days[:, first]
    held = np.searchsorted(archive.days, days[:, ends - 1], "right")[:, None, :]
    held = held - np.searchsorted(archive.days, days[:, starts], "left")[:, :, None]
    size = len(archive.days) * max(1.0, _YEAR / archive.span)
    expected = number * np.maximum(held, 1) / size
    likely = (count >= fewest) & (lasting <= _LONGEST) & (count > expected)
    ratio = np.where(likely, count * np.log(np.maximum(count, 1) / expected) + _outside(number, count, expected), -1.0)
    best = ratio.reshape(len(abouts), -1).argmax(axis=1)
    for row, (begin, stop) in enumerate(zip(*np.unravel_index(best, count.shape), strict=True)):
        if not likely[row, begin, stop]:
            yield None
            continue
        inside = abouts[row, starts[begin] : ends[stop]]
        yield Burst(
            inside=inside,
            days=int(lasting[row, begin, stop]),
            times=float(count[begin, stop] / expected[row, begin, stop]),
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
