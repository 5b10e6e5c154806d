"""Lists of which no mark tells, where every string of a page is a line."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise
from math import inf
from typing import Final

from generator.cleaning.dump.list_traits import item_traits
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.forest import score

TABLE: Final = "items.tsv"
"""The trees, built by ``python -m tests.quality.train_items``."""

_LEAST, _LEAST_BELOW = 1.0, 0.5
"""Log-odds from which a part is an item, beside another; right below one less tells that the list goes on."""


def with_lists(parts: Sequence[Part]) -> list[Part]:
    """The parts of a body, where those are items that the trees call such, two of them one below the other or more.

    Args:
        parts: In order, of a dump of which each line is a string of the page.
    """
    if not parts:
        return []
    told = zip(parts, score(TABLE, item_traits(parts), len(parts)), strict=True)
    odds = [value if is_candidate(part) else -inf for part, value in told]
    beside = [one >= _LEAST and other >= _LEAST for one, other in pairwise([-inf, *odds, -inf])]
    items = [above or below for above, below in pairwise(beside)]
    for place in range(1, len(parts)):
        items[place] |= items[place - 1] and odds[place] >= _LEAST_BELOW
    return [part._replace(kind="item") if is_item else part for part, is_item in zip(parts, items, strict=True)]


def is_candidate(part: Part) -> bool:
    """Whether a part may be an item: what is marked stays what it is, and a row of cells none."""
    return part.kind == "paragraph" and "\t" not in part.text and "\n" not in part.text
