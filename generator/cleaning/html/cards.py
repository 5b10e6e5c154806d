"""Cards of an article of which only the lists were kept: what tells each from the others names its list."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

import numpy as np
from lxml import etree

from generator.cleaning.html.makes import Make, make_of
from generator.cleaning.html.seen import calls, may_be_own
from generator.cleaning.markup.blocks import LISTS, PageBlock
from generator.cleaning.markup.outline import Outline

_SEVERAL: Final = 3
"""So many cards made alike are a row of them."""
_WORDS: Final = 8
"""A name has no more."""
_WORD: Final = re.compile(r"[^\W\d_]{2}")


def with_names_of_cards(blocks: Sequence[PageBlock], chosen: Sequence[bool], outline: Outline) -> list[bool]:
    """For each block whether it is of the body, with the names of cards of which the body has the lists alone.

    A name stands at the same place of every card above its list, and differs from card to card, which marks, buttons
    and labels (`Insured`, `At a glance`) do not.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
        outline: Where the blocks hang in the page's tree.
    """
    rows: dict[tuple[str, str | None], list[range]] = defaultdict(list)
    for card, above in _cards(blocks, chosen, outline):
        rows[str(card.tag), card.get("class")].append(above)
    found = list(chosen)
    for row in rows.values():
        for place in _names(blocks, row) if len(row) >= _SEVERAL else ():
            found[place] = True
    return found


def _cards(
    blocks: Sequence[PageBlock], chosen: Sequence[bool], outline: Outline
) -> Iterator[tuple[etree._Element, range]]:
    """The largest element around each list that holds nothing else of the body, and its places above the list."""
    lists: dict[int, list[int]] = defaultdict(list)
    parents, owners = outline.parents.tolist(), outline.owners.tolist()
    for place, block in enumerate(blocks):
        inner = parents[owners[place]] if chosen[place] and block.element.tag == "li" else -1
        if inner >= 0 and outline.elements[inner].tag in LISTS:
            lists[inner].append(place)
    kept = outline.sums(np.array(chosen, dtype=np.float64)) if lists else np.zeros(0)
    for inner, places in lists.items():
        card = inner
        for outer in outline.path(inner)[1:]:
            if kept[outer] != len(places):
                break
            card = outer
        yield outline.elements[card], range(int(outline.inside(card).argmax()), places[0])


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
