"""Lines that are numbered in a row: ``Step 1: …`` and ``Step 2: …``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final, NamedTuple

_SERIES: Final = re.compile(
    r"(?P<before>[(#]|(?:chapter|day|lesson|level|method|mistake|number|no\.?|part|phase|question|reason|rule|stage|step"
    r"|strategy|tip|trend|way|week) #?|)(?P<number>\d{1,3})(?P<behind>[.):](?!\d)| [–—-] |)",
    re.IGNORECASE,
)
_FIRST: Final = 2
_GAP: Final = 3
"""The number of the first at most, and how far the next may count on: the program misses some."""
_FEWEST: Final = 2


class Numbered(NamedTuple):
    """How a line is numbered."""

    series: str
    """``step 1:`` for ``Step 7: Mend the Pier``; empty where the line is not numbered."""
    number: int


def numbered(text: str) -> Numbered:
    """The series of a line and its number there, 0 where it has none."""
    found = _SERIES.match(text)
    if found is None or not (found["before"] or found["behind"]):
        return Numbered("", 0)
    return Numbered(f"{found['before']}1{found['behind']}".lower(), int(found["number"]))


def series_of(text: str) -> str:
    """The series of a line, empty where it is not numbered."""
    return numbered(text).series


def series_in(texts: Sequence[str]) -> list[list[int]]:
    """The places of texts that are numbered alike and count on, from the first or second; two at least."""
    runs: list[list[int]] = []
    latest: dict[str, tuple[int, list[int]]] = {}
    for place, text in enumerate(texts):
        series, number = numbered(text)
        last, run = latest.pop(series, (0, []))
        if run and last < number <= last + _GAP:
            run.append(place)
        elif series and number <= _FIRST:
            run = [place]
            runs.append(run)
        else:
            continue
        latest[series] = (number, run)
    return [run for run in runs if len(run) >= _FEWEST]
