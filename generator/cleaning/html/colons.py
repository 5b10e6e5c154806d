"""What a line of the body that ends in a colon brings in: the list below it, or the value of a label."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from lxml import etree

from generator.cleaning.html.seen import are_siblings, calls, is_linked, may_be_own
from generator.cleaning.markup.blocks import LISTS, PageBlock

ELSEWHERE: Final = re.compile(
    r"\b(?:related|(?:may|might) (?:also )?(?:be interest(?:ed|ing)|like|enjoy)|also read|read more|more from)\b"
    r"|\A(?:products (?:and|&) \w+:\Z|you can also (?:connect|follow)\b)",
    re.IGNORECASE,
)
"""What brings in links to other pieces of the site."""

_LEADING: Final = frozenset({"item", "paragraph"})


def with_brought_in(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """The choice of a page's blocks with what lines that end in a colon bring in.

    Links and figures alone read like none of an article's text; that they are, the line above them says. Where it says
    that they lead elsewhere, they stay out, and it goes with them.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    found = list(chosen)
    for place, block in enumerate(blocks[:-1]):
        if not chosen[place] or chosen[place + 1] or not block.text.endswith(":") or block.kind in {"heading", "code"}:
            continue
        brought = _list_at(blocks, place + 1) or _value_of(blocks, place)
        if any(chosen[other] for other in brought):
            continue
        if ELSEWHERE.search(block.text):
            found[place] = False
        else:
            for other in brought:
                found[other] = may_be_own(blocks[other]) and not calls(blocks[other])
    return found


def without_last_links(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without the links at its end that the line above them calls related (`Related articles and links:`).

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    kept = [place for place, stays in enumerate(within) if stays]
    ends = list(takewhile(lambda place: blocks[place].kind in _LEADING and is_linked(blocks[place]), reversed(kept)))
    lead = kept[-1 - len(ends)] if 0 < len(ends) < len(kept) - 1 else None
    if lead is None or not blocks[lead].text.endswith(":") or not ELSEWHERE.search(blocks[lead].text):
        return tuple(within)
    return tuple(stays and place < lead for place, stays in enumerate(within))


def _list_at(blocks: Sequence[PageBlock], place: int) -> range:
    """The places of the items of the list that begins at a place."""
    if blocks[place].kind != "item":
        return range(0)
    around = next((one for one in _path(blocks[place].element) if one.tag in LISTS), None)
    inside = frozenset(around.iter() if around is not None else ())
    end = place
    while end < len(blocks) and blocks[end].element in inside:
        end += 1
    return range(place, end)


def _value_of(blocks: Sequence[PageBlock], place: int) -> range:
    """The place below a label, where what stands there is its sibling."""
    value = blocks[place + 1]
    is_beside = are_siblings(value, blocks[place])
    return range(place + 1, place + 2) if is_beside and value.kind == "paragraph" else range(0)


def _path(element: etree._Element) -> list[etree._Element]:
    return [element, *element.iterancestors()]
