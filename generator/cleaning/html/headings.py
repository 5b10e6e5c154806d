"""Headings of an article: of a section called as it is, of its first part, and those of which nothing else is left."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Final

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.first_parts import names_first_part
from generator.cleaning.pieces.looks import plain_words

_CLOSE: Final = 3
_LONGEST: Final = 40
"""Characters of what the first part of an article is called."""
_INTRODUCTION: Final = "introduction"


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


def with_name_of_first_part(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with what stands right above its first words and says what they are: ``At a glance``, ``TL;DR:``.

    It reads like one of the lists of links that stand there as often. An ``Introduction`` names them as a heading only:
    else it may be the last line of a table of contents.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    first = next((place for place, stays in enumerate(within) if stays), 0)
    above = next((place for place in range(first - 1, -1, -1) if not blocks[place].hidden), None)
    is_name = above is not None and _names_first_part(blocks[above])
    return tuple(stays or (is_name and place == above) for place, stays in enumerate(within))


def _names_first_part(block: PageBlock) -> bool:
    plain = plain_words(block.text) if len(block.text) <= _LONGEST else ""
    is_named = names_first_part(plain) or (block.kind == "heading" and plain == _INTRODUCTION)
    return is_named and block.kind != "item" and all(href.startswith("#") for *_, href in block.links)


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
