"""What can be measured on the visible blocks of a page: named columns, on which the choice of the body is built."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from generator.cleaning.html.surroundings import surroundings
from generator.cleaning.html.wording import SHAPES, column, wording
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import Column, Flags, Outline, Places

Traits = dict[str, Column]
"""Name of a trait -> its value for every block of a page; a trait that is not there is 0 for all."""

_LEVELS: Final = 4
_SHARES: Final = (0.4, 0.6, 0.8)
_NEIGHBOURS: Final[Mapping[int, Sequence[str]]] = {
    -2: ("shape", "in-60", "near-related"),
    -1: ("shape", "linked", "capitals", "ends-stop"),
    1: ("shape", "linked", "capitals", "ends-stop", "words", "in-60", "near-related", "prose"),
    2: ("shape", "linked", "capitals", "words", "in-60"),
    3: ("shape", "in-60", "near-related"),
}
"""What is told of a block's neighbours, by their distance; more was tried and not asked for by any tree."""
_FAR: Final = 99.0


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """The blocks of a page, their place in its tree, and their words of prose."""

    blocks: Sequence[PageBlock]
    outline: Outline
    prose: Column
    mass: Column
    """Words of prose in every element of the outline."""
    total: float
    indexes: Places


def page_traits(blocks: Sequence[PageBlock], outline: Outline) -> Traits:
    """The traits of the blocks of a page, of which there is at least one.

    Args:
        blocks: Of the page, in order.
        outline: Where they hang in its tree.
    """
    traits = wording(blocks)
    prose = traits["prose"]
    page = _Page(
        blocks=blocks,
        outline=outline,
        prose=prose,
        mass=outline.sums(prose),
        total=float(prose.sum()) or 1.0,
        indexes=np.arange(len(blocks)),
    )
    traits |= surroundings(outline)
    traits |= _place(page)
    traits |= _mass(page, traits)
    traits |= _repetition(page)
    traits |= _beside(page, traits)
    traits |= _under(page, traits)
    return traits


def _holder(page: _Page, share: float) -> int:
    """The place of the innermost element that holds a share of the page's prose."""
    holder = 0
    for place in np.flatnonzero(page.mass >= share * page.total).tolist():
        if page.outline.parents[place] == holder:
            holder = place
    return holder


def _top(page: _Page) -> int:
    """The place of the element whose children and grandchildren hold the most prose."""
    score = np.zeros(len(page.outline.elements) + 1)
    around = page.outline.owners
    for weight in (1.0, 0.5):
        around = page.outline.parents[around] if weight == 1.0 else _parents(page.outline, around)
        np.add.at(score, around, weight * page.prose)
    return int(score[:-1].argmax())


def _parents(outline: Outline, places: Places) -> Places:
    """The places of the elements around those at some places; -1 around the outermost and beyond."""
    return np.where(places < 0, -1, outline.parents[places])


def _place(page: _Page) -> Traits:
    """Where each block stands: in the page, in its prose, in the tree seen from the elements that hold most of it."""
    outline, count = page.outline, len(page.blocks)
    holders = {share: outline.inside(_holder(page, share)) for share in _SHARES}
    main = np.flatnonzero(holders[0.6])
    headline = next((index for index, block in enumerate(page.blocks) if block.element.tag == "h1"), None)
    down = np.full(count, _FAR)
    meeting = np.zeros(count)
    path = outline.path(_top(page))
    for level in range(len(path) - 1, -1, -1):
        below = outline.inside(path[level])
        down[below] = level
        meeting[below] = outline.depths[path[level]]
    depths = outline.depths[outline.owners].astype(np.float64)
    inner = _holder(page, 0.6)
    within = np.where(holders[0.6], page.prose, 0.0)
    return {
        "prose-after-inside": (within.sum() - np.cumsum(within)) / page.total,
        "blocks-before-inside": (page.indexes - main[0]) / max(1, len(main)),
        "from-main-end": (page.indexes - main[-1]).astype(np.float64),
        "main-share": np.full(count, page.mass[inner] / page.total),
        "depth": depths,
        "position": page.indexes / count,
        "prose-before": (np.cumsum(page.prose) - page.prose) / page.total,
        "up": depths - meeting,
        "down": down,
        "in-top": (down == 0).astype(np.float64),
        "from-main": (page.indexes - main[0]).astype(np.float64),
        "from-headline": np.full(count, -1.0) if headline is None else (page.indexes - headline).astype(np.float64),
        "after-headline": np.zeros(count) if headline is None else (page.indexes > headline).astype(np.float64),
        **{f"in-{round(100 * share)}": inside.astype(np.float64) for share, inside in holders.items()},
    }


def _mass(page: _Page, own: Traits) -> Traits:
    """What the elements around a block hold: prose of the page, blocks, shares of prose, links and paragraphs."""
    outline = page.outline
    counts = outline.sums(np.ones(len(page.blocks)))
    spoken = outline.sums(np.floor(own["words"]))
    characters = outline.sums(own["characters"])
    linked = outline.sums(own["linked"] * own["characters"])
    paragraphs = outline.sums(own["tag-p"]) if "tag-p" in own else np.zeros(len(counts))
    traits: Traits = {}
    around = outline.owners
    for level in range(_LEVELS):
        known = around >= 0
        traits[f"mass-{level}"] = np.where(known, page.mass[around] / page.total, 0.0)
        traits[f"count-{level}"] = np.where(known, counts[around], 0.0)
        traits[f"prose-share-{level}"] = np.where(known, page.mass[around] / np.maximum(1, spoken[around]), 0.0)
        traits[f"linked-{level}"] = np.where(known, linked[around] / characters[around], 0.0)
        traits[f"paragraphs-{level}"] = np.where(known, paragraphs[around] / counts[around], 0.0)
        around = _parents(outline, around)
    return traits


def _repetition(page: _Page) -> Traits:
    """How many blocks look the same in markup, and how often the same words stood above."""
    looks: dict[tuple[str, str | None], int] = {}
    alike = np.array(
        [looks.setdefault((str(one.element.tag), one.element.get("class")), len(looks)) for one in page.blocks]
    )
    above: Counter[str] = Counter()
    again = []
    for block in page.blocks:
        again.append(above[block.text])
        above[block.text] += 1
    return {
        "alike": np.bincount(alike)[alike].astype(np.float64),
        "alike-prose": np.bincount(alike, page.prose)[alike] / page.total,
        "again": column(again),
        "repeats": column([above[block.text] for block in page.blocks]),
    }


def _beside(page: _Page, traits: Traits) -> Traits:
    """What the neighbours are like."""
    count = len(page.blocks)
    found = {
        f"{name}@{distance}": beside(traits[name], distance)
        for distance, names in _NEIGHBOURS.items()
        for name in names
        if name in traits
    }
    parents = page.outline.parents[page.outline.owners]
    running = np.concatenate(([0.0], np.cumsum(page.prose)))
    found["same-parent@1"] = np.append(parents[1:] == parents[:-1], [False]).astype(np.float64)
    found["prose-5-before"] = running[:-1] - running[np.maximum(0, page.indexes - 5)]
    found["prose-5-after"] = running[np.minimum(count, page.indexes + 6)] - running[1:]
    return found


def beside(column: Column, distance: int) -> Column:
    """For each block the value of the one so many blocks below (above, where negative); 0 beyond the page's ends."""
    found = np.zeros_like(column)
    if distance > 0:
        found[:-distance] = column[distance:]
    else:
        found[-distance:] = column[:distance]
    return found


def _under(page: _Page, traits: Traits) -> Traits:
    """What stands above a block: the heading that it is under, and lines that end articles."""
    headings = np.array([block.kind == "heading" for block in page.blocks])
    levels = column([block.level for block in page.blocks])
    since = _since(headings)
    heading = page.indexes - since
    known = since <= page.indexes
    above = known & (since > 0)
    return {
        "heading-shape": np.where(above, traits["shape"][heading], 0.0),
        "heading-linked": np.where(above, traits["linked"][heading], 0.0),
        "heading-level": np.where(known, levels[heading], 0.0),
        "since-heading": np.where(known, since, _FAR),
        "since-tail": _since_shape(page, traits, "tail"),
        "since-section": _since_shape(page, traits, "section"),
    }


def _since_shape(page: _Page, traits: Traits, effect: str) -> Column:
    """How many blocks above each the last line of a shape stands."""
    above = np.append([False], traits["shape"][:-1] == SHAPES[effect])
    since = _since(above) + 1
    return np.where(since <= page.indexes, np.minimum(_FAR, since), _FAR + 1)


def _since(marked: Flags) -> Places:
    """How many blocks above each the last marked one stands, itself included; more than there are where none does."""
    indexes = np.arange(len(marked))
    return indexes - np.maximum.accumulate(np.where(marked, indexes, -1))
