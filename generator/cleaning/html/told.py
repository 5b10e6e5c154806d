"""The body that a page's own structured data tells (``articleBody``), where it is complete and the page agrees."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock, blocks_of

_WORD: Final = re.compile(r"\w+")
_MARKUP: Final = re.compile(r"<(?:p|br|div|h[1-6]|ul|ol)\b[^<>]{0,200}>", re.IGNORECASE)
_SHINGLE: Final = 4
_FEWEST: Final = 60
"""Words below which a told body is a summary, and a chosen one hardly any."""
_COMPLETE: Final = 0.9
_AGREES: Final = 0.6
_SAME: Final = 0.96
_WITHIN: Final = 0.6

Shingles = frozenset[tuple[str, ...]]


def settled(blocks: Sequence[PageBlock], chosen: tuple[bool, ...], told: str) -> tuple[bool, ...]:
    """The choice among blocks, or the told body's where that is complete on the page and agrees but for some blocks.

    Args:
        blocks: The page's blocks.
        chosen: For each whether it was chosen without the told body.
        told: The text of the body in the page's structured data, '' where it has none.
    """
    wanted = shingles(told)
    if len(wanted) < _FEWEST:
        return chosen
    shown = [shingles(block.text) for block in blocks]
    mine = frozenset[tuple[str, ...]]().union(*(own for own, stays in zip(shown, chosen, strict=True) if stays))
    shared = len(mine & wanted)
    likeness = 2 * shared / (len(mine) + len(wanted))
    page = frozenset[tuple[str, ...]]().union(*shown)
    is_complete = len(page & wanted) >= _COMPLETE * len(wanted)
    if not is_complete or likeness >= _SAME or (likeness < _AGREES and len(mine) >= _FEWEST):
        return chosen
    return _told_blocks(blocks, shown, chosen, wanted)


def _told_blocks(
    blocks: Sequence[PageBlock], shown: Sequence[Shingles], chosen: Sequence[bool], wanted: Shingles
) -> tuple[bool, ...]:
    """The blocks that stand in the told body; short ones and tables, of which it says nothing, as chosen."""
    found = []
    for block, own, stays in zip(blocks, shown, chosen, strict=True):
        silent = not own or block.kind in {"table", "code", "heading"}
        within = len(own & wanted) >= _WITHIN * len(own)
        found.append(block.element.tag not in CONTROLS and (stays if silent else within))
    return tuple(found)


def unshown(root: etree._Element, blocks: Sequence[PageBlock], words: int, told: str) -> tuple[PageBlock, ...]:
    """The told body as blocks of its own, numbered after the page's, where the page shows none of it.

    Args:
        root: The page.
        blocks: Its blocks.
        words: How many words were chosen among them.
        told: The text of the body in the page's structured data.
    """
    wanted = shingles(told)
    if words >= _FEWEST or len(wanted) < _FEWEST:
        return ()
    page = frozenset[tuple[str, ...]]().union(*(shingles(block.text) for block in blocks))
    if len(page & wanted) >= _AGREES * len(wanted):
        return ()
    return tuple(
        PageBlock(
            number=len(blocks) + number, text=text, kind="paragraph", level=0, element=root, links=(), hidden=False
        )
        for number, text in enumerate(_paragraphs(told), start=1)
    )


def _paragraphs(told: str) -> list[str]:
    """The paragraphs of a told body, which some pages write as text and some as HTML."""
    if _MARKUP.search(told):
        return [block.text for block in blocks_of(f"<html><body>{told}</body></html>")]
    return [" ".join(line.split()) for line in told.split("\n") if line.strip()]


def shingles(text: str) -> Shingles:
    """The runs of four words in a text."""
    words = _WORD.findall(text.casefold())
    return frozenset(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
