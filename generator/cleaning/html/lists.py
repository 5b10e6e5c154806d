"""A page's lists and signs as wholes: a list is of the body with all of its items or with none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import chain, groupby, islice
from typing import Final

from lxml import etree

from generator.cleaning.markup.blocks import LISTS, PageBlock
from generator.cleaning.pieces.looks import plain_words
from generator.cleaning.pieces.shapes import shape_of
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD

_ENOUGH: Final = 1 / 3
"""Of a list's items: with so many in the body the others are too. Lists of links at a page's edge have fewer."""
_MOST: Final = 0.5
_SAME: Final = 0.6
"""Of a list's items: so many that come again as headings make it a table of contents."""
_FEWEST: Final = 2
_NUMBER: Final = re.compile(r"\A(?:\d+ )+")
_MARKS: Final = re.compile(r"[\s\[\](){}.,:;|★☆⭐\ue000-\uf8ff\ufe0f\U0001f300-\U0001faff]+")
"""What is left of a picture in brackets, of a rating in stars, of a box with a sign; a row of dashes parts sections."""
_LONE: Final = re.compile(r"[a-z]{3,20}")
"""The name of a style or of a picture, which the makers of a site left in it; a sentence has no such line."""
_ENDED: Final = re.compile(r"[.!?”\"’')…]\s*\Z")
_WAYS: Final = range(3, 100)
_LISTS: Final = 8
_HEADINGS: Final = 500
"""So many items, and of a page so many lists and headings, are looked at for ways inside: more would take long."""
_LINKED: Final = 0.8
_BRINGS_IN: Final = 3
"""Words of a line above a list that ends in a colon: it says what the list is, and that is the article's."""
_FIRST: Final = 0.3
"""Of a body's words: such lists begin in this first part."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_NAV: Final = 4
"""Elements around an item that are looked at."""
_CELLS: Final = frozenset({"td", "th"})
_CONTENTS: Final = frozenset({"shape:contents", "shape:skip-link"})


def whole_lists(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice of a page's blocks with whole lists, without tables of contents and signs that stand alone.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    chosen = list(within)
    lists = _lists(blocks)
    partly = list(_partly(blocks, within, lists))
    said = _headings(blocks) if partly else frozenset[str]()
    for places in partly:
        kept = sum(within[place] for place in places)
        if _lists_headings(blocks, places, said):
            if kept <= _MOST * len(places):
                for place in places:
                    chosen[place] = False
        elif kept >= _ENOUGH * len(places):
            for place in places:
                chosen[place] = chosen[place] or _may_stay(blocks[place])
    for place in chain(_parts_alike(blocks, chosen, lists), _of_items(blocks, chosen, lists)):
        chosen[place] = chosen[place] or _may_stay(blocks[place])
    return tuple(
        stays
        and not _MARKS.fullmatch(block.text)
        and not _is_left_label(blocks, chosen, place)
        and not _is_lone(blocks, chosen, place)
        for place, (block, stays) in enumerate(zip(blocks, chosen, strict=True))
    )


def _is_lone(blocks: Sequence[PageBlock], chosen: Sequence[bool], place: int) -> bool:
    """Whether a block is one word in small letters that goes on with nothing and with which nothing goes on."""
    block = blocks[place]
    if block.kind != "paragraph" or not _LONE.fullmatch(block.text) or block.text in ANY_FUNCTION_WORD:
        return False
    above = next((blocks[other] for other in range(place - 1, -1, -1) if chosen[other]), None)
    below = next((blocks[other] for other in range(place + 1, len(blocks)) if chosen[other]), None)
    return (above is None or above.kind == "heading" or _ENDED.search(above.text) is not None) and (
        below is None or not below.text[0].islower()
    )


def _lists(blocks: Sequence[PageBlock]) -> Mapping[etree._Element, list[int]]:
    """The places of the blocks in each list of a page, those of lists inside it aside."""
    lists: dict[etree._Element, list[int]] = defaultdict(list)
    known: dict[etree._Element, etree._Element | None] = {}
    for place, block in enumerate(blocks):
        around = _list_around(block.element, known)
        if around is not None:
            lists[around].append(place)
    return lists


def _partly(
    blocks: Sequence[PageBlock], within: Sequence[bool], lists: Mapping[etree._Element, list[int]]
) -> Iterator[list[int]]:
    """The places of the items of each list that is only partly chosen and holds nothing but items."""
    for places in _in_columns(lists):
        kept = sum(within[place] for place in places)
        if 0 < kept < len(places) and all(blocks[place].kind == "item" for place in places):
            yield places


def _of_items(
    blocks: Sequence[PageBlock], chosen: Sequence[bool], lists: Mapping[etree._Element, list[int]]
) -> Iterator[int]:
    """The places of the lists in chosen items, while what is found of one list may be chosen for the next."""
    for places in lists.values():
        if _is_in_item(blocks, chosen, places):
            yield from places


def _is_in_item(blocks: Sequence[PageBlock], chosen: Sequence[bool], places: Sequence[int]) -> bool:
    """Whether a list of which nothing was chosen stands right below the words of a chosen item, in it.

    One that leads to places on its own page is of a table of contents, of which something may be left.
    """
    first = places[0]
    if first == 0 or not chosen[first - 1] or any(chosen[place] for place in places):
        return False
    above = blocks[first - 1]
    around = next(blocks[first].element.iterancestors(*LISTS), None)
    item = None if around is None else around.getparent()
    return (
        item is not None
        and item.tag == "li"
        and above.kind == "item"
        and item in chain((above.element,), islice(above.element.iterancestors(), _NAV))
        and all(blocks[place].kind == "item" for place in places)
        and not any(href.startswith("#") for place in places for *_, href in blocks[place].links)
    )


def _parts_alike(
    blocks: Sequence[PageBlock], chosen: Sequence[bool], lists: Mapping[etree._Element, list[int]]
) -> Iterator[int]:
    """The places of those parts of a list's items of which the body has enough: who said it, below each quotation."""
    for places in lists.values():
        alike: dict[tuple[str, str], list[int]] = defaultdict(list)
        for block, place in ((blocks[place], place) for place in places):
            if block.kind != "item" and block.text.count(" ") >= _FEWEST and (name := block.element.get("class")):
                alike[block.element.tag, name].append(place)
        items = [place for place in places if blocks[place].kind == "item"]
        if items and all(chosen[place] for place in items):
            for parts in alike.values():
                if sum(chosen[place] for place in parts) >= max(_FEWEST, _ENOUGH * len(parts)):
                    yield from parts


def _in_columns(lists: Mapping[etree._Element, list[int]]) -> Iterator[list[int]]:
    """The places of the items of each list; those of the cells of one row are one list, set in columns."""
    rows: dict[etree._Element, list[int]] = defaultdict(list)
    for one, places in lists.items():
        cell = one.getparent()
        row = cell.getparent() if cell is not None and cell.tag in _CELLS and len(cell) == 1 else None
        rows[one if row is None else row] += places
    yield from rows.values()


def _list_around(element: etree._Element, known: dict[etree._Element, etree._Element | None]) -> etree._Element | None:
    """The innermost list that an element is or stands in; what is found on the way is kept in ``known``."""
    path: list[etree._Element] = []
    here: etree._Element | None = element
    while here is not None and here.tag not in LISTS and here not in known:
        path.append(here)
        here = here.getparent()
    around = known[here] if here is not None and here in known else here
    known.update(dict.fromkeys(path, around))
    return around


def _headings(blocks: Sequence[PageBlock]) -> frozenset[str]:
    return frozenset(_said(block) for block in blocks if block.kind == "heading")


def _lists_headings(blocks: Sequence[PageBlock], places: Sequence[int], headings: frozenset[str]) -> bool:
    again = sum(_said(blocks[place]) in headings for place in places)
    return again >= max(_FEWEST, _SAME * len(places))


def _said(block: PageBlock) -> str:
    return _NUMBER.sub("", plain_words(block.text))


def _may_stay(block: PageBlock) -> bool:
    return not block.hidden and shape_of(block.text) is None


def _is_left_label(blocks: Sequence[PageBlock], chosen: Sequence[bool], place: int) -> bool:
    """Whether a block is the label of a table of contents that is not of the body."""
    if any(chosen[place + 1 : place + 2]):
        return False
    shape = shape_of(blocks[place].text)
    return shape is not None and shape.rule in _CONTENTS


def without_ways_inside(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without lists, rows and lines near the beginning that only lead to the sections of their own page.

    They may name a section in other words than its heading, so that nothing in them comes again word by word.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    sizes = [block.text.count(" ") + 1 if stays else 0 for block, stays in zip(blocks, within, strict=True)]
    ways = [places for places in _outermost(blocks, within)[:_LISTS] if _lead_inside([blocks[one] for one in places])]
    ways += islice(([place] for place in range(len(blocks)) if within[place] and _leads_inside(blocks[place])), _LISTS)
    ways += islice(_runs_inside(blocks, within), _LISTS)
    headings = [_words(block.text) for block in blocks if ways and block.kind == "heading"][:_HEADINGS]
    gone: set[int] = set()
    for places in ways:
        above = next((blocks[place].text for place in range(places[0] - 1, -1, -1) if within[place]), "")
        is_brought_in = above.endswith(":") and above.count(" ") + 1 >= _BRINGS_IN
        is_first = sum(sizes[: places[0]]) < _FIRST * sum(sizes)
        ways_named = [name for place in places for name in _ways_of(blocks[place])]
        named = sum(_names(_words(name), headings) for name in ways_named)
        is_named = _is_navigation(blocks[places[0]]) or named >= _SAME * len(ways_named)
        if is_first and not is_brought_in and is_named:
            gone |= {*places}
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def _runs_inside(blocks: Sequence[PageBlock], within: Sequence[bool]) -> Iterator[list[int]]:
    """The places chosen of each run of paragraphs that are a link to a place on their own page each."""
    for leads, run in groupby(range(len(blocks)), lambda place: _is_way_inside(blocks[place])):
        places = [*run] if leads else []
        chosen = [place for place in places if within[place]]
        if len(places) in _WAYS and chosen:
            yield chosen


def _is_way_inside(block: PageBlock) -> bool:
    linked = sum(end - start for start, end, href in block.links if href.startswith("#"))
    return block.kind == "paragraph" and linked > 0 and linked >= _LINKED * len(block.text)


def _outermost(blocks: Sequence[PageBlock], within: Sequence[bool]) -> list[list[int]]:
    """The places of the chosen items of each list that stands in no other."""
    known: dict[etree._Element, etree._Element | None] = {}
    lists: dict[etree._Element, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if not within[place] or block.kind != "item":
            continue
        around = _list_around(block.element, known)
        while around is not None:
            outer, parent = around, around.getparent()
            around = None if parent is None else _list_around(parent, known)
            if around is None:
                lists[outer].append(place)
    return [*lists.values()]


def _lead_inside(items: Sequence[PageBlock]) -> bool:
    """Whether nearly all of some items are links to places on their own page."""
    linked = (sum(end - start for start, end, href in one.links if href.startswith("#")) for one in items)
    leading = sum(size >= _LINKED * len(one.text) for size, one in zip(linked, items, strict=True))
    return (len(items) in _WAYS or _is_navigation(items[0])) and leading >= _LINKED * len(items)


def _is_navigation(block: PageBlock) -> bool:
    """Whether a page says that a block is in a list of ways: no list of the article's own stands in a ``nav``."""
    return any(element.tag == "nav" for element in islice(block.element.iterancestors(), _NAV))


def _leads_inside(block: PageBlock) -> bool:
    """Whether a paragraph is a row of links to places on its own page."""
    inside = [end - start for start, end, href in block.links if href.startswith("#")]
    return block.kind == "paragraph" and len(inside) in _WAYS and sum(inside) >= _LINKED * len(block.text)


def _ways_of(block: PageBlock) -> Iterator[str]:
    """What a block's links lead to, by their words; the block's own where it is an item."""
    if block.kind == "item":
        yield block.text
    else:
        yield from (block.text[start:end] for start, end, _ in block.links)


def _words(text: str) -> frozenset[str]:
    return frozenset(_WORD.findall(text.casefold()))


def _names(words: frozenset[str], headings: Sequence[frozenset[str]]) -> bool:
    return any(len(words & heading) >= _SAME * len(words) for heading in headings)
