"""Headings and addresses amid a page's article that read like furniture: that they are its, their neighbours say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.shapes import shape_of

_ADDRESS: Final = re.compile(
    r"[A-ZÀ-Þ][\w-]{2,20}(?: [\w-]{2,20}){0,2}:\s+(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+)(?: \([^()]{1,40}\))?"
)
"""``Website: …`` and ``Press office: …``, and an address."""


def with_those_amid(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """The choice of a page's blocks with the headings and addresses that were overlooked amid it.

    A heading is the article's where its text stands right above it and right below: one of a box would have the box's
    text below it. An address (``Website: …``) is where it stands in one element with the text above it.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    found = list(chosen)
    last = max((place for place, stays in enumerate(chosen) if stays), default=0)
    for place in range(1, last):
        block, above = blocks[place], blocks[place - 1]
        if chosen[place] or not found[place - 1] or not _may_stay(block):
            continue
        if block.kind == "heading":
            found[place] = chosen[place + 1]
        elif _ADDRESS.fullmatch(block.text):
            found[place] = above.element.getparent() is block.element.getparent()
    return found


def _may_stay(block: PageBlock) -> bool:
    return not block.hidden and block.element.tag not in CONTROLS and shape_of(block.text) is None
