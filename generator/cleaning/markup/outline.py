"""Where the blocks of a page hang in its tree, summed in one pass: linear however deep the page is nested."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
from lxml import etree

from generator.cleaning.markup.blocks import PageBlock

Column = np.ndarray[Any, np.dtype[np.float64]]
"""A number a block."""
Places = np.ndarray[Any, np.dtype[np.intp]]
"""Places in an outline, or numbers of blocks from 0."""
Flags = np.ndarray[Any, np.dtype[np.bool_]]


MOST_INSIDE = 200
"""So many elements inside a block's own are looked at: it may hold all other blocks too."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Outline:
    """The elements that hold the blocks of a page, each before those inside it: a subtree is a run of places."""

    elements: Sequence[etree._Element]
    parents: Places
    """Of each element; -1 for the outermost."""
    depths: Places
    owners: Places
    """Of each block: the place of its own element."""
    ends: Places
    """Of each element: the place after the last one inside it."""

    def sums(self, column: Column) -> Column:
        """What the blocks in each element sum to."""
        upto = np.concatenate(([0.0], np.cumsum(np.bincount(self.owners, column, len(self.elements)))))
        return upto[self.ends] - upto[: len(self.elements)]

    def inside(self, place: int) -> Flags:
        """For each block whether it stands in the element at a place."""
        within: Flags = (self.owners >= place) & (self.owners < self.ends[place])
        return within

    def path(self, place: int) -> list[int]:
        """The places of an element and of all around it, from the inside out."""
        found = []
        while place >= 0:
            found.append(place)
            place = int(self.parents[place])
        return found


def inherited(blocks: Iterable[PageBlock], says: Callable[[etree._Element], bool | None]) -> frozenset[int]:
    """The numbers of the blocks for which an element says yes: the innermost of those around that say anything.

    Args:
        blocks: Some blocks of a page.
        says: What an element says of all that is in it, None for nothing; each element is asked once.
    """
    known: dict[etree._Element, bool] = {}
    found = []
    for block in blocks:
        path: list[etree._Element] = []
        here: etree._Element | None = block.element
        while here is not None and here not in known:
            path.append(here)
            said = says(here)
            if said is not None:
                known[here] = said
                break
            here = here.getparent()
        answer = here is not None and known[here]
        known.update(dict.fromkeys(path, answer))
        if answer:
            found.append(block.number)
    return frozenset(found)


def outline_of(blocks: Sequence[PageBlock]) -> Outline:
    """The outline of a page."""
    places: dict[etree._Element, int] = {}
    parents: list[int] = []
    for block in blocks:
        path = []
        here: etree._Element | None = block.element
        while here is not None and here not in places:
            path.append(here)
            here = here.getparent()
        parent = -1 if here is None else places[here]
        for element in reversed(path):
            parents.append(parent)
            parent = places[element] = len(places)
    ends = list(range(1, len(parents) + 1))
    depths = [1] * len(parents)
    for place in range(len(parents) - 1, 0, -1):
        ends[parents[place]] = max(ends[parents[place]], ends[place])
    for place in range(1, len(parents)):
        depths[place] = depths[parents[place]] + 1
    return Outline(
        elements=tuple(places),
        parents=np.array(parents, dtype=np.intp),
        depths=np.array(depths, dtype=np.intp),
        owners=np.array([places[block.element] for block in blocks], dtype=np.intp),
        ends=np.array(ends, dtype=np.intp),
    )
