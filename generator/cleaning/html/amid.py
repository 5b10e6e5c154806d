"""Headings, addresses and passages amid a page's article that read like none of it: their neighbours say they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.questions import heads_questions
from generator.cleaning.pieces.shapes import shape_of

_ADDRESS: Final = re.compile(
    r"[A-ZÀ-Þ][\w-]{2,20}(?: [\w-]{2,20}){0,2}:\s+(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+)(?: \([^()]{1,40}\))?"
)
"""``Website: …`` and ``Press office: …``, and an address."""
_REFERENCES: Final = re.compile(
    r"(?:references?|notes|footnotes|endnotes|sources|citations|works cited|bibliography)(?: cited| used)?:?",
    re.IGNORECASE,
)
_LONG: Final = 60
"""Blanks of a passage that is no box's."""


def with_those_amid(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """The choice of a page's blocks with the headings, addresses and long passages that were overlooked amid it.

    A heading is the article's where its text stands right above it and right below: one of a box would have the box's
    text below it. An address (``Website: …``) is where it stands in one element with the text above it, a long passage
    where it does with the text above and below it.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    found = list(chosen)
    last = max((place for place, stays in enumerate(chosen) if stays), default=0)
    for place in range(1, last):
        block, above = blocks[place], blocks[place - 1]
        if not chosen[place] and chosen[place + 1] and heads_questions(block.text, blocks[place + 1].text):
            found[place] = not block.hidden
        if chosen[place] or not found[place - 1] or not _may_stay(block):
            continue
        if block.kind == "heading":
            found[place] = chosen[place + 1]
        elif _ADDRESS.fullmatch(block.text):
            found[place] = _are_siblings(above, block)
        elif block.text.count(" ") >= _LONG and not block.links:
            found[place] = chosen[place + 1] and _are_siblings(above, block) and _are_siblings(block, blocks[place + 1])
    return found


def _are_siblings(one: PageBlock, other: PageBlock) -> bool:
    return one.element.getparent() is other.element.getparent()


def _may_stay(block: PageBlock) -> bool:
    return not block.hidden and block.element.tag not in CONTROLS and shape_of(block.text) is None


def with_drop_cap(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the large first letter of the body, which stands in an element of its own."""
    first = next((place for place, stays in enumerate(within) if stays), 0)
    is_cap = first > 0 and is_drop_cap(blocks[first - 1].text, blocks[first].text) and not blocks[first - 1].hidden
    return tuple(stays or (is_cap and place == first - 1) for place, stays in enumerate(within))


def is_drop_cap(text: str, below: str) -> bool:
    """Whether a text is the first letter of the one below it."""
    return len(text) == 1 and text.isupper() and below[:1].islower()


def with_references(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the list of works that stands under its own heading right below text of the body.

    Items that are nothing but links read like those of a menu; the marks in the text lead to them.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    found = list(chosen)
    for place in range(1, len(blocks) - 1):
        block = blocks[place]
        if block.kind != "heading" or block.hidden or not found[place - 1] or not _REFERENCES.fullmatch(block.text):
            continue
        end = place + 1
        while end < len(blocks) and blocks[end].kind == "item" and not blocks[end].hidden:
            end += 1
        for listed in range(place, end if end > place + 1 else place):
            found[listed] = True
    return tuple(found)
