"""Whose words a page quotes: the line below a quotation that its markup keeps with it as a caption."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.tree import is_captioned

_LONGEST: Final = 30
"""Words of a line that says who somebody is."""


def speakers(blocks: Sequence[PageBlock], within: Sequence[bool]) -> frozenset[int]:
    """The places of the captions of quotations in the body: ``<figure><blockquote>…</blockquote><figcaption>NAME``.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    quoted = {
        figure
        for block, stays in zip(blocks, within, strict=True)
        if stays and block.kind == "quote" and (figure := _figure(block.element)) is not None
    }
    if not quoted:
        return frozenset()
    return frozenset(
        place for place, block in enumerate(blocks) if _is_caption(block) and _figure(block.element) in quoted
    )


def _figure(element: etree._Element) -> etree._Element | None:
    return next(element.iterancestors("figure"), None)


def _is_caption(block: PageBlock) -> bool:
    return not block.hidden and block.text.count(" ") < _LONGEST and is_captioned(block.element)
