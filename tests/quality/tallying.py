"""Tallies of words over many pages, and the same without one of them, which that page learns with."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field

from generator.cleaning.dump.tallies import Tally


@dataclass(frozen=True, slots=True)
class Seen:
    """How often names were seen where something holds, and how often elsewhere."""

    there: Counter[str] = field(default_factory=Counter)
    elsewhere: Counter[str] = field(default_factory=Counter)

    def add(self, names: Iterable[str], *, holds: bool) -> None:
        """Count some names."""
        (self.there if holds else self.elsewhere).update(names)


def tally_of(pages: Iterable[Seen], fewest: int) -> Tally:
    """What pages tell together of the names that they show often enough."""
    every = Seen()
    for page in pages:
        every.there.update(page.there)
        every.elsewhere.update(page.elsewhere)
    both = every.there | every.elsewhere
    counts = {name: (every.there[name], every.elsewhere[name]) for name in both}
    return {name: count for name, count in counts.items() if sum(count) >= fewest}


def without(tally: Tally, page: Seen) -> Tally:
    """What they tell without one of them."""
    own = {name: tally[name] for name in page.there | page.elsewhere if name in tally}
    rest = {name: (there - page.there[name], other - page.elsewhere[name]) for name, (there, other) in own.items()}
    return {**tally, **rest}


def table_of(tallies: Mapping[str, Tally]) -> str:
    """The text of a table of tallies."""
    rows = [(tally, *row) for tally, counts in tallies.items() for row in sorted(counts.items())]
    return "".join(f"{tally}\t{name}\t{there}\t{elsewhere}\n" for tally, name, (there, elsewhere) in rows)
