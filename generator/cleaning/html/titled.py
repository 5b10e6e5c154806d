"""Headings by their names in the markup: ``<p class="section-title">`` over text is one to a reader."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Sequence
from typing import Final

from generator.cleaning.markup.blocks import PageBlock

_CALLED: Final = re.compile(r"(?:^|[\s_-])(?:title|heading|headline|header|subhead(?:ing)?)(?:$|[\s_-])", re.IGNORECASE)
_FEWEST: Final = 2
_MOST_WORDS: Final = 14
_NO_ENDS: Final = (".", ",", ";", ":")
_TEXTS: Final = frozenset({"paragraph", "item", "quote"})


def titled(blocks: Sequence[PageBlock]) -> frozenset[int]:
    """The places of paragraphs whose class says that they are titles, where all of that class are short and over text.

    Args:
        blocks: Of a body, in order.
    """
    alike: dict[str, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        name = _class_of(block) if block.kind == "paragraph" else ""
        if _CALLED.search(name):
            alike[name].append(place)
    sets = (places for places in alike.values() if len(places) >= _FEWEST)
    return frozenset(place for places in sets if _head_texts(blocks, places) for place in places)


def _class_of(block: PageBlock) -> str:
    """The class of a block's element, or of what is around it and no other element."""
    element = block.element
    around = element.getparent() if element.getprevious() is None and element.getnext() is None else None
    return element.get("class") or (around.get("class") if around is not None else "") or ""


def _head_texts(blocks: Sequence[PageBlock], places: Sequence[int]) -> bool:
    own = frozenset(places)
    texts = [blocks[place].text for place in places]
    below = [place + 1 for place in places if place + 1 < len(blocks)]
    are_over = len(below) == len(places) and all(place not in own and blocks[place].kind in _TEXTS for place in below)
    return are_over and len({*texts}) == len(texts) and all(_may_head(blocks[place]) for place in places)


def _may_head(block: PageBlock) -> bool:
    is_short = block.text.count(" ") < _MOST_WORDS and not block.text.endswith(_NO_ENDS)
    return is_short and block.linked < len(block.text)
