"""Headings of a page of whose section nothing is left: below them stood a video, an offer or a list of links."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.markup.blocks import PageBlock


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
