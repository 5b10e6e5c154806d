"""Cards of an article of which only the lists were kept: what tells each from the others names its list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import accumulate, chain
from typing import Final

from lxml import etree

from generator.cleaning.html.makes import Make, make_of
from generator.cleaning.html.seen import calls, may_be_own
from generator.cleaning.markup.blocks import LISTS, PageBlock

_SEVERAL: Final = 3
"""So many cards made alike are a row of them."""
_WORDS: Final = 8
"""A name has no more."""
_WORD: Final = re.compile(r"[^\W\d_]{2}")


def with_names_of_cards(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """For each block whether it is of the body, with the names of cards of which the body has the lists alone.

    A name stands at the same place of every card above its list, and differs from card to card, which marks, buttons
    and labels (`Insured`, `At a glance`) do not.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
    """
    rows: dict[tuple[str, str | None], list[range]] = defaultdict(list)
    for card, above in _cards(blocks, chosen):
        rows[str(card.tag), card.get("class")].append(above)
    found = list(chosen)
    for row in rows.values():
        for place in _names(blocks, row) if len(row) >= _SEVERAL else ():
            found[place] = True
    return found


def _cards(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> Iterator[tuple[etree._Element, range]]:
    """The largest element around each list that holds nothing else of the body, and its places above the list."""
    lists: dict[etree._Element, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        inner = block.element.getparent() if block.element.tag == "li" else None
        if chosen[place] and inner is not None and inner.tag in LISTS:
            lists[inner].append(place)
    everywhere = range(len(blocks) if lists else 0)
    first, last = _ends(blocks, everywhere), _ends(blocks, reversed(everywhere))
    kept = [0, *accumulate(chosen)]
    for inner, places in lists.items():
        card = inner
        for element in inner.iterancestors():
            if kept[last[element] + 1] - kept[first[element]] != len(places):
                break
            card = element
        yield card, range(first[card], places[0])


def _ends(blocks: Sequence[PageBlock], places: Iterable[int]) -> dict[etree._Element, int]:
    """The first of some places, in their order, at which an element has a block."""
    found: dict[etree._Element, int] = {}
    for place in places:
        for element in chain((blocks[place].element,), blocks[place].element.iterancestors()):
            if element in found:  # and so are those around it
                break
            found[element] = place
    return found


def _names(blocks: Sequence[PageBlock], row: Sequence[range]) -> Iterator[int]:
    """The places of the names in a row of cards."""
    makes: dict[Make, dict[int, int]] = defaultdict(dict)
    for number, above in enumerate(row):
        for place in above:
            makes[make_of(blocks[place])].setdefault(number, place)
    for places in makes.values():
        texts = {blocks[place].text.casefold() for place in places.values()}
        if len(texts) == len(row) and all(_may_name(blocks[place]) for place in places.values()):
            yield from places.values()


def _may_name(block: PageBlock) -> bool:
    is_short = block.text.count(" ") < _WORDS and _WORD.search(block.text) is not None
    return is_short and may_be_own(block) and not calls(block)
