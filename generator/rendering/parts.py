"""Which articles share a part of the search index: spans of days that hold few enough of them."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from hashlib import blake2b
from operator import itemgetter
from typing import Final

_DAYS: Final = date.max.toordinal().bit_length()
_CHANCE: Final = 16
"""Bits that tell articles of one day from another, and the undated."""
_LEAST: Final = 400
"""Articles that a part may hold: these take Pagefind a second of a processor."""


@dataclass(frozen=True, slots=True)
class Findable:
    """A page that readers may find."""

    address: str
    date: str
    """ISO, possibly partial; '' where unknown."""
    digest: bytes
    """Of all that the index reads of it."""


def parts_of(pages: Iterable[Findable], number: int) -> Mapping[str, tuple[Findable, ...]]:
    """The parts of an index by name, both names and the dates in them in order; the undated come first.

    A part is an interval, halved wherever it holds too many: one page more changes one part, or makes two of it.

    Args:
        pages: all that readers may find.
        number: from so many parts on they grow rather than their number: a browser loads small files of each. Halves of
            what held too many are less than full, so that there may be twice as many.
    """
    ordered = sorted((_place(page), page.address, page) for page in pages)
    most = max(_LEAST, len(ordered) // number)
    found: dict[str, tuple[Findable, ...]] = {}

    def share(places: list[tuple[int, str, Findable]], start: int, bits: int) -> None:
        if len(places) <= most or not bits:
            found[f"{start:010x}"] = tuple(page for _, _, page in places)
            return
        middle = start + (1 << (bits - 1))
        cut = bisect_left(places, middle, key=itemgetter(0))
        for half, begin in ((places[:cut], start), (places[cut:], middle)):
            if half:
                share(half, begin, bits - 1)

    if ordered:
        share(ordered, 0, _DAYS + _CHANCE)
    return found


def _place(page: Findable) -> int:
    """Where a page stands in the order of days."""
    parts = [int(part) for part in page.date.split("-") if part] + [1, 1]
    day = date(parts[0], parts[1], parts[2]).toordinal() if page.date else 0
    chance = int.from_bytes(blake2b(page.address.encode(), digest_size=_CHANCE // 8).digest())
    return day << _CHANCE | chance
