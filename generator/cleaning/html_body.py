"""The body of a page: small ensembles of decision trees that score every visible block.

The trees stand in ``data/html_trees.tsv`` (what the page itself shows) and ``data/html_trees_second.tsv`` (for pages in
doubt, with what trafilatura keeps beside it); ``python -m tests.quality.train_html`` builds them. A block's score is
the sum of one leaf of every tree; the questions on the way there are its reasons.
"""

from __future__ import annotations

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final, Literal

Opinion = Literal["first", "second"]

TABLES: Final[Mapping[Opinion, str]] = {"first": "html_trees.tsv", "second": "html_trees_second.tsv"}
"""The files below ``data``."""

Tree = float | tuple[str, float, "Tree", "Tree"]
"""A leaf's value, or a question: whether a trait is above a threshold, and the trees for no and for yes."""

_GLANCES: Final = ((16, -1.5, math.inf), (50, -2.2, 2.2))
"""After so many trees a block is left alone whose sum is below or above: the others would hardly change their mind."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Ensemble:
    """Trees, and every trait that they ask for with the value of a block that lacks it."""

    trees: tuple[Tree, ...]
    nothing: Mapping[str, float]


@cache
def ensemble(opinion: Opinion) -> Ensemble:
    """The trees of the first or of the second opinion."""
    rows: dict[str, list[list[str]]] = {}
    for line in resources.files("generator.cleaning").joinpath("data", TABLES[opinion]).read_text("utf-8").splitlines():
        tree, *row = line.split("\t")
        rows.setdefault(tree, []).append(row)
    traits = {row[0] for table in rows.values() for row in table if row[0]}
    return Ensemble(trees=tuple(_tree(table) for table in rows.values()), nothing=dict.fromkeys(sorted(traits), 0.0))


def _tree(rows: Sequence[Sequence[str]]) -> Tree:
    """A tree from its rows, in which every question stands before its answers."""
    built: dict[int, Tree] = {}
    for number in range(len(rows) - 1, -1, -1):
        trait, threshold, below, above, value = rows[number]
        built[number] = (trait, float(threshold), built[int(below)], built[int(above)]) if trait else float(value)
    return built[0]


def scores(page: Sequence[Mapping[str, float]], opinion: Opinion) -> list[float]:
    """How strongly the traits of each block of a page speak for the body (above 0) or against it (below)."""
    asked = ensemble(opinion)
    return [_score(asked, {**asked.nothing, **traits}) for traits in page]


def _score(asked: Ensemble, known: Mapping[str, float]) -> float:
    total = 0.0
    start = 0
    for end, low, high in (*_GLANCES, (len(asked.trees), 0.0, 0.0)):
        for here in asked.trees[start:end]:
            while isinstance(here, tuple):
                here = here[3] if known[here[0]] > here[1] else here[2]  # noqa: PLW2901 - the way down a tree
            total += here
        if not low <= total <= high:
            return total
        start = end
    return total
