"""Long lists: parted by decade or year, a year by month, the undated by first letter; never by page number."""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final, TypeVar

from generator.config.schema import SiteConfig
from generator.publishing.entries import UNDATED, Entry
from generator.publishing.page import Page
from generator.publishing.wording import MONTHS

_WHOLE: Final = 60
"""A list of up to so many articles stands on its page."""
_WHOLE_QUOTED: Final = 40
"""The same of a list with sentences, which weigh twice as much."""
_FEWER: Final = 5
"""So much more stands on a page where the host counts files."""
_NEWEST: Final = 12
_T = TypeVar("_T")


@dataclass(frozen=True, slots=True, kw_only=True)
class Period:
    """A part of a list: a decade, a year, a month, the undated, a letter of the undated."""

    key: str
    """Also its address below the list's: ``1960s``, ``1969``, ``1969/07``, ``undated``."""
    name: str
    entries: tuple[Entry, ...]

    @property
    def elsewhere(self) -> Part:
        """What another page says of it: that reads none of its articles, and stands where one of them changes."""
        return Part(key=self.key, name=self.name, count=len(self.entries))


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """A period that has a page of its own."""

    key: str
    name: str
    count: int
    """Of its articles."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """What a page shows of a list: all of it, or the newest and the way to each part."""

    base: str
    total: int
    periods: tuple[Period, ...]
    newest: tuple[Entry, ...] = ()
    parts: tuple[Part, ...] = ()
    """What has a page of its own at ``base`` + key."""

    def way(self, year: str) -> str:
        """Where a year of a parted list stands: its page, or its place on that of its decade."""
        own = any(part.key == year for part in self.parts)
        return f"{self.base}{year}/" if own else f"{self.base}{_decade(year)}/#y-{year}"


def by_year(entries: Sequence[Entry]) -> tuple[Period, ...]:
    """One period a year in the order of the entries, the undated last."""
    return tuple(
        Period(key=key, name=key if key != UNDATED else "Undated", entries=tuple(group))
        for key, group in _grouped(entries, [entry.year for entry in entries])
    )


def parts_of(period: Period) -> tuple[Period, ...]:
    """The months of a year, or the letters of the undated."""
    if period.key == UNDATED:
        keys = [_letter(entry.title) for entry in period.entries]
        groups = sorted(_grouped(period.entries, keys))
        return tuple(
            Period(key=f"{period.key}/{key}", name=key.upper() if key != "0" else "0–9", entries=group)
            for key, group in groups
        )
    keys = [entry.date[5:7] or "00" for entry in period.entries]
    return tuple(
        Period(key=f"{period.key}/{key}", name=_month(period.key, key), entries=group)
        for key, group in _grouped(period.entries, keys)
    )


def whole_list(config: SiteConfig, *, quoted: bool = False) -> int:
    """A list of up to so many articles stands on its page; ``quoted``: with sentences of each."""
    return (_WHOLE_QUOTED if quoted else _WHOLE) * (_FEWER if config.archive.few_files else 1)


def shelve(base: str, entries: Sequence[Entry], whole: int) -> Shelf:
    """A list as its page shows it."""
    parts = _apart(entries, whole)
    return Shelf(
        base=base,
        total=len(entries),
        periods=() if parts else by_year(entries),
        newest=tuple(entries[:_NEWEST]) if parts else (),
        parts=tuple(part.elsewhere for part in parts),
    )


def shelf_pages(base: str, entries: Sequence[Entry], parent: Page, whole: int) -> Iterator[Page]:
    """A page for every part of a list that its own page, which is ``parent``, does not show (see ``shelve``)."""
    for part in _apart(entries, whole):
        yield from _part_pages(base, part, parent, whole)


def _apart(entries: Sequence[Entry], whole: int) -> tuple[Period, ...]:
    """The parts of a list that have a page of their own; none where all of it stands on one."""
    if len(entries) <= whole:
        return ()
    years = by_year(entries)
    return parts_of(years[0]) if len(years) == 1 else _by_decade(years, whole)


def _part_pages(base: str, part: Period, parent: Page, whole: int) -> Iterator[Page]:
    """The page of a part, and those of its months where it is a year of too many articles."""
    months = parts_of(part) if "/" not in part.key and len(part.entries) > whole else ()
    shelf = Shelf(
        base=base,
        total=len(part.entries),
        periods=() if months else by_year(part.entries),
        parts=tuple(month.elsewhere for month in months),
    )
    yield Page(
        address=f"{base}{part.key}/",
        kind="list",
        headline=f"{parent.headline}: {part.name}",
        template="list",
        values={"shelf": shelf, "parent": parent.above, "name": part.name},
        indexed=parent.indexed,
    )
    for month in months:
        yield from _part_pages(base, month, parent, whole)


def _by_decade(years: Sequence[Period], whole: int) -> tuple[Period, ...]:
    """Years, those of a decade together where they fill no more than a page: few articles a page make many pages."""
    found: list[Period] = []
    for name, group in _grouped(years, [_decade(year.key) for year in years]):
        entries = tuple(entry for year in group for entry in year.entries)
        together = len(group) > 1 and len(entries) <= whole
        found += [Period(key=name, name=name, entries=entries)] if together else list(group)
    return tuple(found)


def _decade(year: str) -> str:
    return year if year == UNDATED else f"{year[:3]}0s"


def _grouped(things: Sequence[_T], keys: Sequence[str]) -> list[tuple[str, tuple[_T, ...]]]:
    groups: defaultdict[str, list[_T]] = defaultdict(list)
    for key, thing in zip(keys, things, strict=True):
        groups[key].append(thing)
    return [(key, tuple(group)) for key, group in groups.items()]


def _month(year: str, month: str) -> str:
    number = int(month) if month.isdigit() else 0
    return f"{MONTHS[number - 1]} {year}" if 1 <= number <= 12 else f"{year}, month unknown"


def _letter(title: str) -> str:
    for character in unicodedata.normalize("NFKD", title.casefold()):
        if "a" <= character <= "z":
            return character
        if character.isdigit():
            break
    return "0"
