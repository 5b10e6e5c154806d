"""Numbered parts of an article: of ten that a page counts, all are of the body or none."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from typing import Final

from lxml import etree

from generator.cleaning.html.makes import Make, make_of
from generator.cleaning.html.seen import may_be_text
from generator.cleaning.markup.blocks import PageBlock

_NUMBER: Final = re.compile(r"\W{0,2}(\d{1,3})(?:[.):]|\s*[-–—|])?\s+(?=\S)")
_FEWEST: Final = 4
"""Headings that count up or down."""
_ENOUGH: Final = 0.3
"""Of them: with so many in the body the others are too."""

Numbered = tuple[int, int]
"""The place of a heading, and its number."""


def with_numbered_parts(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """For each block whether it is of the body, with all parts that its headings count, as far as they are made alike.

    The last of many parts may read unlike an article: who the others are tells that it is one of them.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
    """
    found = list(chosen)
    for run in _runs(blocks):
        if sum(chosen[place] for place in run) < max(2, _ENOUGH * len(run)):
            continue
        parts = [range(place, below) for place, below in zip(run, [*run[1:], _end(blocks, run[-1])], strict=True)]
        own = {make_of(blocks[place]) for part in parts for place in part if chosen[place]}
        for part in parts:
            found[part.start] = True
            for place in part[1:]:
                found[place] = found[place] or (make_of(blocks[place]) in own and may_be_text(blocks[place]))
    return found


def _runs(blocks: Sequence[PageBlock]) -> Iterator[list[int]]:
    """The places of headings that are made alike, stand in one element and count on from each to the next."""
    alike: dict[tuple[Make, etree._Element | None], list[Numbered]] = defaultdict(list)
    for place, block in enumerate(blocks):
        match = _NUMBER.match(block.text) if block.kind == "heading" and not block.hidden else None
        if match is not None:
            alike[make_of(block), block.element.getparent()].append((place, int(match[1])))
    for heads in alike.values():
        for run in _counting(heads):
            if len(run) >= _FEWEST:
                yield [place for place, _ in run]


def _counting(heads: Sequence[Numbered]) -> Iterator[list[Numbered]]:
    """The runs of headings of which each has the number after the last one's, or before it all along."""
    run, steps = [heads[0]], {1, -1}
    for head in heads[1:]:
        step = head[1] - run[-1][1]
        if step in steps:
            run.append(head)
            steps = {step}
        else:
            yield run
            run, steps = [head], {1, -1}
    yield run


def _end(blocks: Sequence[PageBlock], last: int) -> int:
    """Where the part below a heading ends: at the next one of its level, or with the element in which it stands."""
    parent, level = blocks[last].element.getparent(), blocks[last].level
    place = last + 1
    while place < len(blocks) and not (blocks[place].kind == "heading" and blocks[place].level <= level):
        if parent is None or parent not in blocks[place].element.iterancestors():
            break
        place += 1
    return place
