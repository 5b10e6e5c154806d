"""When an archive writes of something more than else: the scan statistic over time."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

import numpy as np

from generator.topics.stories.dated import Dated, Places
from generator.topics.stories.vectors import Floats

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
        together = max(1, _CELLS // min(number, _STEPS) ** 2)
        for batch in (places[start : start + together] for start in range(0, len(places), together)):
            bursts = _bursts(np.array([dated[place] for place in batch]), archive, fewest)
            for place, burst in zip(batch, bursts, strict=True):
                found[place] = burst
    return found


def _bursts(abouts: Places, archive: Dated, fewest: int) -> Iterator[Burst | None]:
    """The same of lists of one length, a row each."""
    number = abouts.shape[1]
    days = archive.days[abouts]
    first, end = _times(number, fewest)
    count = end - first
    lasting = days[:, end - 1] - days[:, first]
    before, upto = (np.searchsorted(archive.days, days, side) for side in ("left", "right"))
    held = upto[:, end - 1] - before[:, first]
    size = len(archive.days) * max(1.0, _YEAR / archive.span)
    expected = number * np.maximum(held, 1) / size
    likely = (lasting <= _LONGEST) & (count > expected)
    ratio = np.where(likely, count * np.log(count / expected) + _outside(number, count, expected), -1.0)
    best = ratio.argmax(axis=1)
    for row, time in enumerate(best.tolist()):
        if not likely[row, time]:
            yield None
            continue
        inside = abouts[row, first[time] : end[time]]
        yield Burst(
            inside=inside,
            days=int(lasting[row, time]),
            times=float(count[time] / expected[row, time]),
            share=len(inside) / number,
        )


def _outside(number: int, count: Places, expected: Floats) -> Floats:
    """What the articles outside of each time add."""
    rest, chance = number - count, np.maximum(number - expected, 1e-9)
    return np.where(rest > 0, rest * np.log(np.maximum(rest, 1e-9) / chance), 0.0)


@lru_cache(maxsize=256)
def _times(number: int, fewest: int) -> tuple[Places, Places]:
    """The first article of each time that is looked at, and the one behind its last."""
    cuts = np.arange(number + 1) if number <= _STEPS else np.linspace(0, number, _STEPS + 1).astype(np.int64)
    first, end = (cuts[places] for places in np.triu_indices(len(cuts), 1))
    enough = end - first >= fewest
    return first[enough], end[enough]
