"""The parts of a search index: spans of days that hold few enough articles, and that stay what they are."""

from __future__ import annotations

from datetime import date, timedelta
from itertools import chain, pairwise
from random import Random

from generator.rendering.parts import Findable, parts_of

_DAY = date(1969, 7, 20)


def _pages(count: int, *, days: int = 20_000, seed: int = 1) -> list[Findable]:
    chance = Random(seed)
    return [_page(number, (_DAY + timedelta(days=chance.randrange(days))).isoformat()) for number in range(count)]


def _page(number: int, day: str) -> Findable:
    return Findable(f"articles/{number}/", day, b"")


def test_each_page_is_in_one_part_and_parts_follow_each_other() -> None:
    """Parts are small and in the order of days, and so are their names: by them a browser puts results in order."""
    pages = _pages(3000)
    parts = parts_of(pages, 16)
    assert sorted(chain(*parts.values()), key=lambda page: page.address) == sorted(pages, key=lambda page: page.address)
    assert max(map(len, parts.values())) <= 400
    assert list(parts) == sorted(parts)
    spans = [(min(page.date for page in part), max(page.date for page in part)) for part in parts.values()]
    assert all(one[1] <= other[0] for one, other in pairwise(spans))


def test_one_page_more_changes_one_part_or_halves_it() -> None:
    """So a build of one article more indexes one part."""
    pages, chance = _pages(2000), Random(2)
    before = parts_of(pages, 16)
    for number in range(200):
        pages.append(_page(5000 + number, (_DAY + timedelta(days=chance.randrange(20_000))).isoformat()))
        now = parts_of(pages, 16)
        gone, new = set(before.values()) - set(now.values()), set(now.values()) - set(before.values())
        assert len(gone) == 1
        assert 1 <= len(new) <= 2
        before = now


def test_the_order_of_pages_does_not_matter() -> None:
    """Nor which came first."""
    pages = _pages(1000)
    assert parts_of(pages, 16) == parts_of(reversed(pages), 16)


def test_a_day_and_the_undated_are_parted_too() -> None:
    """A thousand articles without a date, or of a single day, are still several parts; the undated come first."""
    undated = [_page(number, "") for number in range(1000)]
    one_day = [_page(number, "1969-07-20") for number in range(1000, 2000)]
    partial = [_page(2000, "1970"), _page(2001, "1970-02")]
    parts = list(parts_of([*one_day, *partial, *undated], 16).values())
    assert max(map(len, parts)) <= 400
    assert {page.date for page in parts[0]} == {""}
    assert {page.date for page in parts[-1]} >= {"1970", "1970-02"}


def test_in_large_archives_parts_grow_rather_than_their_number() -> None:
    """A reader loads files of every part."""
    assert 16 <= len(parts_of(_pages(40_000), 16)) <= 32
    assert parts_of([], 16) == {}
