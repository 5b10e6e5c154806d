"""Headings with a list each at the end of an article: those that are alike and follow each other are all of it."""

from __future__ import annotations

from collections.abc import Sequence

from lxml import etree

from generator.cleaning.markup.blocks import HEADINGS, LISTS, PageBlock
from generator.cleaning.pieces.shapes import shape_of


def with_next_groups(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the headings and lists right below its last list, if that has such a heading too.

    Lists of links read like those of a site; that the first of them is the article's tells what the others are.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    found = list(within)
    last = max((place for place, stays in enumerate(within) if stays), default=-1)
    listed = _outermost_list(blocks[last]) if last >= 0 and blocks[last].kind == "item" else None
    heading = None if listed is None else listed.getprevious()
    heads = {block.element for block, stays in zip(blocks, within, strict=True) if stays and block.kind == "heading"}
    while listed is not None and heading is not None and heading in heads:
        heading, listed = _next(heading, listed)
        inside = frozenset() if heading is None or listed is None else frozenset((heading, *listed.iter()))
        end = last + 1
        while end < len(blocks) and blocks[end].element in inside:
            end += 1
        group = blocks[last + 1 : end]
        if not group or any(block.hidden for block in group) or shape_of(group[0].text) is not None:
            break
        found[last + 1 : end] = [True] * len(group)
        heads.add(group[0].element)
        last = end - 1
    return tuple(found)


def _outermost_list(block: PageBlock) -> etree._Element | None:
    lists = [element for element in block.element.iterancestors() if element.tag in LISTS]
    return lists[-1] if lists else None


def _next(heading: etree._Element, listed: etree._Element) -> tuple[etree._Element, etree._Element] | tuple[None, None]:
    """The heading and the list right below a list, where they are of the tags and classes of those above."""
    below = listed.getnext()
    other = None if below is None else below.getnext()
    if below is None or other is None or heading.tag not in HEADINGS:
        return None, None
    is_like = _make(below) == _make(heading) and _make(other) == _make(listed)
    return (below, other) if is_like else (None, None)


def _make(element: etree._Element) -> tuple[object, str | None]:
    return element.tag, element.get("class")
