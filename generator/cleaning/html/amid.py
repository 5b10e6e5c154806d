"""Headings, addresses and passages amid a page's article that read like none of it: their neighbours say they are."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import islice
from typing import Final

from generator.cleaning.html.seen import are_siblings, may_be_own
from generator.cleaning.markup.blocks import LISTS, PageBlock
from generator.text.sentences import TERMINATORS

_ADDRESS: Final = re.compile(
    r"[A-ZÀ-Þ][\w-]{2,20}(?: [\w-]{2,20}){0,2}:\s+(?:(?:https?://|www\.)\S+|\S+@\S+\.\w+)(?: \([^()]{1,40}\))?"
)
"""``Website: …`` and ``Press office: …``, and an address."""
_LONG: Final = 60
"""Blanks of a passage that is no box's …"""
_SENTENCE: Final = 7
"""… and of a sentence."""
_FEW: Final = 3
_HOLDERS: Final = LISTS | {"blockquote"}
_LINKED: Final = 0.3
_WINDOW: Final = 5
"""Elements around a block among which is the window's, if it is in one."""
_MODAL: Final = re.compile(r"(?:^|[\s_-])(?:modal|dialog|popup|tooltip|lightbox)(?:$|[\s_-])", re.IGNORECASE)


def with_those_amid(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """The choice of a page's blocks with the headings, addresses and passages that were overlooked amid it.

    A heading is the article's where its text stands right above it and right below: one of a box would have the box's
    text below it. An address (``Website: …``) is where it stands in one element with the text above it, a long passage
    where it does with the text above and below it, and a sentence between them where it does with one of the two. What
    stands between two quotations says whose the next is.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    found = list(chosen)
    last = max((place for place, stays in enumerate(chosen) if stays), default=0)
    for place in range(1, last):
        block, above = blocks[place], blocks[place - 1]
        if chosen[place] or not may_be_own(block):
            continue
        if chosen[place + 1] and _is_naked(block, blocks[place + 1]):
            found[place] = True
        elif not found[place - 1]:
            continue
        elif block.kind == "heading":
            found[place] = chosen[place + 1]
        elif _ADDRESS.fullmatch(block.text):
            found[place] = are_siblings(above, block)
        elif block.text.count(" ") >= _LONG and not block.links:
            found[place] = chosen[place + 1] and are_siblings(above, block) and are_siblings(block, blocks[place + 1])
        else:
            found[place] = found[place] or (chosen[place + 1] and _links_up(above, block, blocks[place + 1]))
    return found


def _is_naked(block: PageBlock, below: PageBlock) -> bool:
    """Whether words without an element of their own stand right above a block, in the element around it."""
    around = below.element.getparent()
    if around is not None and around.tag in _HOLDERS:
        around = around.getparent()
    return around is block.element and not block.links and block.kind == "paragraph" and block.text.count(" ") >= _FEW


def _links_up(above: PageBlock, block: PageBlock, below: PageBlock) -> bool:
    """Whether a block leads from a quotation to the next, or is a sentence of the text right above or below it."""
    if block.kind != "paragraph" or block.linked > _LINKED * len(block.text):
        return False
    if above.kind == below.kind == "quote":
        return True
    is_sentence = block.element.tag == "p" and block.text.count(" ") >= _SENTENCE and block.text[-1] in TERMINATORS
    return is_sentence and (are_siblings(above, block) or are_siblings(block, below)) and not _in_window(block)


def _in_window(block: PageBlock) -> bool:
    """Whether a block is in a window that opens over the page: an explanation, an offer."""
    around = islice(block.element.iterancestors(), _WINDOW)
    return any(one.get("role") == "dialog" or _MODAL.search(one.get("class") or "") for one in around)
