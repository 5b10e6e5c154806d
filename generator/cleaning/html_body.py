"""The body of a page: a small ensemble of decision trees that score every visible block.

The trees stand in ``data/html_trees.tsv``; ``python -m tests.quality.train_html`` builds them. A block's score is the
sum of one leaf of every tree; the questions on the way there are its reasons.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

_FILE: Final = "data/html_trees.tsv"


Tree = float | tuple[str, float, "Tree", "Tree"]
"""A leaf's value, or a question: whether a trait is above a threshold, and the trees for no and for yes."""

_GLANCE: Final = 16
_HOPELESS: Final = -2.0
"""A block whose first trees say this much against it is furniture; the others are not asked."""


@cache
def trees() -> tuple[Tree, ...]:
    """The ensemble."""
    rows: dict[str, list[list[str]]] = {}
    for line in resources.files("generator.cleaning").joinpath(_FILE).read_text(encoding="utf-8").splitlines():
        tree, *row = line.split("\t")
        rows.setdefault(tree, []).append(row)
    return tuple(_tree(table) for table in rows.values())


def _tree(rows: Sequence[Sequence[str]]) -> Tree:
    """A tree from its rows, in which every question stands before its answers."""
    built: dict[int, Tree] = {}
    for number in range(len(rows) - 1, -1, -1):
        trait, threshold, below, above, value = rows[number]
        built[number] = (trait, float(threshold), built[int(below)], built[int(above)]) if trait else float(value)
    return built[0]


def score(traits: Mapping[str, float]) -> float:
    """How strongly a block's traits speak for the body (above 0) or against it (below)."""
    known = traits.get
    total = 0.0
    for number, tree in enumerate(trees()):
        if number == _GLANCE and total < _HOPELESS:
            return total
        here = tree
        while isinstance(here, tuple):
            here = here[3] if known(here[0], 0.0) > here[1] else here[2]
        total += here
    return total


def reasons(traits: Mapping[str, float], most: int = 5) -> tuple[tuple[str, float], ...]:
    """The traits asked for on the way to the leaves, with the weight that passed through them, heaviest first."""
    weight: dict[str, float] = {}
    for tree in trees():
        here, path = tree, []
        while isinstance(here, tuple):
            path.append(here[0])
            here = here[3] if traits.get(here[0], 0.0) > here[1] else here[2]
        for trait in set(path):
            weight[trait] = weight.get(trait, 0.0) + here / len(set(path))
    heavy = sorted(weight.items(), key=lambda one: (-abs(one[1]), one[0]))
    return tuple(heavy[:most])
