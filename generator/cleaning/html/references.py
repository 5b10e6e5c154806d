"""Lists and notes right below an article's text: the works that it refers to read like the links of a menu."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.fields.credits import is_bibliography
from generator.cleaning.html.seen import are_siblings, may_be_own
from generator.cleaning.markup.blocks import LISTS, PageBlock

_REFERENCES: Final = re.compile(
    r"(?:references?|notes|footnotes|endnotes|sources|citations|works cited|bibliography)(?: cited| used)?:?",
    re.IGNORECASE,
)
_LEADS: Final = re.compile(
    r"\b(?:also|articles?|categories|contents|guides|latest|more|next|popular|posts?|previous|read|recent|related|share|tags)\b",
    re.IGNORECASE,
)
_NUMBERED: Final = re.compile(r"[\[(]?(\d{1,3})[.)\]] \S")


def with_references(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the list, of works or else, that stands under its own heading right below text of the body.

    Items that are nothing but links read like those of a menu; the marks in the text lead to them. Of other lists those
    are the article's that stand in one element with its text, if their heading does not lead elsewhere.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    found = list(chosen)
    for place in range(1, len(blocks) - 1):
        block = blocks[place]
        if block.kind != "heading" or block.hidden or not found[place - 1] or found[place]:
            continue
        if not _REFERENCES.fullmatch(block.text) and (_LEADS.search(block.text) or not _are_one(blocks, place)):
            continue
        end = place + 1
        while end < len(blocks) and blocks[end].kind == "item" and not blocks[end].hidden:
            end += 1
        for listed in range(place, end if end > place + 1 else place):
            found[listed] = True
    return tuple(found)


def with_works(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with a line of works right below text of the body: ``Sources: Tides, Oar, 2019; Winds, Oar``.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    above = (False, *chosen)
    return tuple(
        stays or (below and not block.hidden and _names_works(block.text))
        for stays, below, block in zip(chosen, above, blocks, strict=False)
    )


def _names_works(text: str) -> bool:
    label, _, works = text.partition(":")
    return _REFERENCES.fullmatch(label) is not None and is_bibliography(works)


def _are_one(blocks: Sequence[PageBlock], place: int) -> bool:
    """Whether a heading, the block above it and the list below it stand in one element."""
    around = blocks[place].element.getparent()
    above, below = (blocks[place + step].element.getparent() for step in (-1, 1))
    lists = below if below is not None and below.tag in LISTS else None
    return around is not None and above is around and lists is not None and lists.getparent() is around


def with_next_numbers(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """The choice with notes that go on with the numbers of those right above them, of which the last were cut off."""
    found = list(chosen)
    for place in range(1, len(blocks)):
        above, block = blocks[place - 1], blocks[place]
        if found[place - 1] and not found[place] and may_be_own(block) and are_siblings(above, block):
            number = _number(block)
            found[place] = number > 1 and number == _number(above) + 1
    return found


def _number(block: PageBlock) -> int:
    """The number that begins a paragraph; 0 where none does."""
    numbered = _NUMBERED.match(block.text) if block.kind == "paragraph" else None
    return int(numbered[1]) if numbered else 0
