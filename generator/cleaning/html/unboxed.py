"""Lists and headings right between what the body has in one element: nobody put a box there, they are its too."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from lxml import etree

from generator.cleaning.html.colons import ELSEWHERE
from generator.cleaning.markup.blocks import HEADINGS, LISTS, PageBlock
from generator.cleaning.pieces.shapes import shape_of

_MOST: Final = 0.5
"""Of a body's prose: the element that holds so much of it, paragraph by paragraph, is the article's."""
_FEWEST: Final = 2
"""Items of a list: one alone may lead elsewhere (`See also: …`)."""


class Child(NamedTuple):
    """A child of the element around, and the places of the blocks in it."""

    element: etree._Element
    places: list[int]


def with_unboxed(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the lists and headings that stand between two of its pieces in the element that holds its prose.

    Links alone read like a menu, and `Up Next` like what leads to another article. A box of those has its heading over
    its list: where a run of lists and headings has one so, it stays out.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    around = _holder(blocks, chosen)
    found = list(chosen)
    for run in _runs(blocks, chosen, around) if around is not None else ():
        if _is_own(blocks, run):
            for _, places in run:
                for place in places:
                    found[place] = True
    return tuple(found)


def _holder(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> etree._Element | None:
    """The element that most of the body's prose stands in, each paragraph in its own `p` right inside it."""
    held: Counter[etree._Element] = Counter()
    for block, stays in zip(blocks, chosen, strict=True):
        around = block.element.getparent()
        if stays and block.kind == "paragraph" and block.element.tag == "p" and around is not None:
            held[around] += block.text.count(" ") + 1
    return next((one for one, words in held.most_common(1) if words >= _MOST * held.total()), None)


def _runs(blocks: Sequence[PageBlock], chosen: Sequence[bool], around: etree._Element) -> Iterator[list[Child]]:
    """The places of the blocks of each run of children that are not wholly of the body, between two that are.

    What a line says to be of interest too is none.
    """
    owners = {element: child for child in around for element in child.iter()}
    children: dict[etree._Element, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if block.element in owners and not block.hidden:
            children[owners[block.element]].append(place)
    run: list[Child] | None = None
    for child, places in children.items():
        if not all(chosen[place] for place in places):
            if run is not None:
                run.append(Child(child, places))
        else:
            if run:
                yield run
            run = None if ELSEWHERE.search(blocks[places[-1]].text) else []


def _is_own(blocks: Sequence[PageBlock], run: Sequence[Child]) -> bool:
    """Whether a run is the article's: lists, and headings with nothing of the run below them."""
    headed = False
    for child, places in run:
        if child.tag in HEADINGS:
            if blocks[places[0]].links:
                return False
            headed = True
        elif headed or child.tag not in LISTS or not _is_list(blocks, places):
            return False
    return True


def _is_list(blocks: Sequence[PageBlock], places: Sequence[int]) -> bool:
    """Whether blocks are the items of one list of several, not all of them of a shape of furniture."""
    is_list = all(blocks[place].kind == "item" for place in places) and len(places) >= _FEWEST
    return is_list and any(shape_of(blocks[place].text) is None for place in places)
