"""Where a page's article ends: below it stand links to other pieces, tags, and what the site keeps of its files."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from lxml import etree

from generator.cleaning.html.seen import is_linked
from generator.cleaning.markup.blocks import LISTS, PageBlock
from generator.cleaning.pieces.below import stands_below
from generator.cleaning.pieces.last_part import last_part
from generator.cleaning.pieces.looks import plain_words

_SEVERAL: Final = 3
"""Of a list's items; two links may be what an article is about."""
_BIDS: Final = re.compile(
    r"(?:^|[.!?] )(?:please )?(?:take a look|have a look|look|watch|see|check out|visit|read|hear|listen)\b[^.!?]{3,80}"
    r"[.!:]$",
    re.IGNORECASE,
)
"""What bids readers, as a last sentence, follow the links of the list right below."""
_FILE: Final = re.compile(
    r"(?:\{\{[<%] ?[\w-]{1,20} \")?[\w.~/-]{0,200}[/_-][\w.~/-]{0,200}\.[a-z][a-z0-9]{1,4}|\"? ?[>%]\}\}"
)
"""The path of a file and nothing else, or in the call of a template that leads there, or what closes such a call."""
_WORDS_OF_A_NAME: Final = 8
"""Most words of a tag or a menu's entry."""

_LAST: Final = 0.3
_NEAR: Final = 0.12
"""Of a body's words: above its last part a line that stands below articles may be of it."""
_LONGEST: Final = 100
"""Characters of such a line."""


def without_closing_links(blocks: Sequence[PageBlock], chosen: list[bool]) -> list[bool]:
    """The choice without the rows of links and names of files that end it, nor the heading that stood above them."""
    last = next(
        (place for place in reversed(range(len(blocks))) if chosen[place] and not _leads_away(blocks[place])), -1
    )
    if last >= 0 and blocks[last].kind == "item":
        within = _list_of(blocks[last])
        while last + 1 < len(blocks) and blocks[last + 1].element in within:
            last += 1
    last = _end_of_bidden(blocks, last)
    kept = [stays and place <= last for place, stays in enumerate(chosen)]
    return kept if any(kept) else chosen


def without_foot(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without what stands at its end from a line on that stands below articles.

    Of what was not chosen such a line may be of a box amid the text, and tells it of fewer words below it.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    words = [block.text.count(" ") + 1 if stays else 0 for block, stays in zip(blocks, within, strict=True)]
    near = last_part(words, _NEAR)
    feet = (
        place for place in last_part(words, _LAST) if (within[place] or place in near) and _stands_below(blocks[place])
    )
    end = next(feet, len(blocks))
    return tuple(stays and place < end for place, stays in enumerate(within))


def _stands_below(block: PageBlock) -> bool:
    return len(block.text) <= _LONGEST and not block.hidden and stands_below(plain_words(block.text))


def without_opening_links(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without a list of nothing but links before its first words: it leads to the page's neighbours.

    Below a heading it does where the page says so (``<nav>``).
    """
    kept = [place for place, stays in enumerate(within) if stays]
    links = list(takewhile(lambda place: _is_linked_item(blocks[place]), kept))
    if len(links) < _SEVERAL:
        opening = takewhile(lambda place: blocks[place].kind == "heading" or _is_linked_item(blocks[place]), kept)
        links = [place for place in opening if blocks[place].kind == "item" and _is_of_nav(blocks[place])]
    gone = {*links} if _SEVERAL <= len(links) < len(kept) else frozenset[int]()
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def without_lone_item(blocks: Sequence[PageBlock], within: Sequence[bool], fields: Collection[int]) -> tuple[bool, ...]:
    """The choice without an item alone before its first words: a tag, or what a menu or empty contents left.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
        fields: The numbers of those that gave headline, byline or date.
    """
    kept = [place for place, stays in enumerate(within) if stays and blocks[place].number not in fields][:2]
    if [blocks[place].kind == "item" for place in kept] != [True, False]:
        return tuple(within)
    text = blocks[kept[0]].text
    is_name = text.count(" ") < _WORDS_OF_A_NAME and text[-1].isalnum()
    return tuple(stays and not (is_name and place == kept[0]) for place, stays in enumerate(within))


def _is_linked_item(block: PageBlock) -> bool:
    return block.kind == "item" and is_linked(block)


def _is_of_nav(block: PageBlock) -> bool:
    return next(block.element.iterancestors("nav"), None) is not None


def _end_of_bidden(blocks: Sequence[PageBlock], last: int) -> int:
    """The last item of the list right below a block that bids readers follow its links; else the block."""
    below = blocks[last + 1] if 0 <= last < len(blocks) - 1 else None
    outer = None if below is None or below.kind != "item" else _outer_list(below)
    if outer is None or outer.getprevious() is not blocks[last].element or not _BIDS.search(blocks[last].text):
        return last
    within = frozenset(outer.iter())
    places = range(last + 1, len(blocks))
    return next((place for place in places if blocks[place].element not in within), len(blocks)) - 1


def _list_of(block: PageBlock) -> frozenset[etree._Element]:
    """All elements of the list that an item is of, however deep it stands in it."""
    outer = _outer_list(block)
    return frozenset() if outer is None else frozenset(outer.iter())


def _outer_list(block: PageBlock) -> etree._Element | None:
    lists = [element for element in block.element.iterancestors() if element.tag in LISTS]
    return lists[-1] if lists else None


def _leads_away(block: PageBlock) -> bool:
    """Whether a block is nothing but links or a file's name, or a heading, under which nothing else is left."""
    if block.kind == "paragraph" and _FILE.fullmatch(block.text):
        return True
    return block.kind == "heading" or (block.kind != "table" and is_linked(block))
