"""Headings amid an article: those of a section called as the article is, and those of which nothing else is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from generator.cleaning.markup.blocks import PageBlock

_CLOSE: Final = 3


def named_as_headline(blocks: Sequence[PageBlock], within: Sequence[bool], titles: Collection[int]) -> frozenset[int]:
    """The numbers of the headings that show the headline and head a section: the body stands above them and below.

    Args:
        blocks: The page's blocks.
        within: Which of them are of the body, headline or not.
        titles: The numbers of the blocks that show the headline.
    """
    shown = [place for place, block in enumerate(blocks) if block.number in titles and block.kind == "heading"]
    return frozenset(
        blocks[place].number
        for place in shown[1:]
        if blocks[place].element.tag != "h1"
        and not (blocks[place].hidden or blocks[place].links)
        and any(within[other] and other not in shown for other in range(max(0, place - _CLOSE), place))
        and any(within[place + 1 : place + 2])
    )


def without_bare_headings(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which blocks are of the body, without the headings under which the page has something, and the body nothing.

    A heading right above another one heads that one's section too; one that is a sentence says something by itself.

    Args:
        blocks: The page's blocks.
        within: Which of them are of the body.
    """
    kept = list(within)
    below = len(blocks)
    for place in reversed(range(len(blocks))):
        if not kept[place]:
            continue
        block = blocks[place]
        ends = below == len(blocks) or (blocks[below].kind == "heading" and blocks[below].level <= block.level)
        if (
            block.kind == "heading"
            and block.text[-1] != "."
            and ends
            and not all(one.hidden for one in blocks[place + 1 : below])
        ):
            kept[place] = False
        else:
            below = place
    return tuple(kept)
