"""Which block of a page is the standfirst: it stands between headline and text, and mostly the page says so itself."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import chain, islice
from typing import Final

from generator.cleaning.fields.standfirst import reads_as_standfirst
from generator.cleaning.html.head import Head, squeezed
from generator.cleaning.html.notices import tells_age
from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.tree import is_captioned
from generator.cleaning.pieces.shapes import shape_of

_KEYS: Final = ("description", "og:description", "twitter:description", "dc.description", "dcterms.description")
_NAMED: Final = re.compile(
    r"(?:^|[\s_-])(?:deck|dek|standfirst|strap(?:line)?|sub-?title|sub-?head(?:line|ing)?|excerpt|lede|summary)(?:$|[\s_-])",
    re.IGNORECASE,
)
_CAPTION: Final = re.compile(r"(?:^|[\s_-])(?:fig)?caption(?:$|[\s_-])", re.IGNORECASE)
_AROUND: Final = 3
"""So many elements, the innermost first, may be called a caption."""
_NEAR: Final = 4
"""So many blocks below the headline it may stand, bylines and dates not counted …"""
_RIGHT_BELOW: Final = 2
"""… so many where only its words speak for it."""
_SAME: Final = 40
"""Letters and digits by which a page's description of itself is known again, which it often cuts."""
_MOST_LINKED: Final = 0.3


def find_standfirst(
    head: Head, blocks: Sequence[PageBlock], within: Sequence[bool], headline: int | None, taken: Collection[int]
) -> int | None:
    """The place of the block that is the standfirst; None where none is, or where the text begins with it anyway.

    Args:
        head: What the page says of itself.
        blocks: Its blocks.
        within: For each, whether it is of the text.
        headline: The place of the headline above the text; None where none is shown.
        taken: Numbers of the blocks that gave another field.
    """
    first = next((place for place, stays in enumerate(within) if stays), None)
    if headline is None or first is None or first <= headline:
        return None
    between = [
        place
        for place in range(headline + 1, first)
        if _is_text(blocks[place], taken)
        # In a letter both lead to the article.
        and (not _leads(blocks[place]) or (place == headline + 1 and _leads(blocks[headline])))
    ]
    described = [squeezed(text)[:_SAME] for key in _KEYS for text in head.meta.get(key, ())]
    for nth, place in enumerate(between[:_NEAR]):
        block = blocks[place]
        is_description = squeezed(block.text)[:_SAME] in described
        if _is_caption(block) and not is_description:
            continue
        told = is_description or _is_named(block)
        adjacent = place == headline + 1
        if reads_as_standfirst(block.text, told=told, adjacent=adjacent) and (told or nth < _RIGHT_BELOW):
            return None if _is_said_again(block, blocks, within) else place
    return None


def _is_text(block: PageBlock, taken: Collection[int]) -> bool:
    """Whether a block is words that are shown, no control, no caption and no other field."""
    if block.hidden or block.number in taken or block.kind not in {"paragraph", "heading"}:
        return False
    shown = block.element.tag not in CONTROLS and not is_captioned(block.element)
    is_furniture = shape_of(block.text) is not None or tells_age(block.text)
    return shown and not is_furniture


def _leads(block: PageBlock) -> bool:
    return block.linked > _MOST_LINKED * len(block.text)


def _is_caption(block: PageBlock) -> bool:
    """Whether a page calls the block, or what is right around it, a caption."""
    around = islice(chain((block.element,), block.element.iterancestors()), _AROUND)
    return any(_CAPTION.search(one.get("class") or "") for one in around)


def _is_named(block: PageBlock) -> bool:
    """Whether a page calls the block so."""
    parent = block.element.getparent()
    names = [one.get("class") or "" for one in (block.element, parent) if one is not None]
    return any(_NAMED.search(name) for name in names)


def _is_said_again(block: PageBlock, blocks: Sequence[PageBlock], within: Sequence[bool]) -> bool:
    words = squeezed(block.text)
    return any(stays and squeezed(one.text).startswith(words) for one, stays in zip(blocks, within, strict=True))
