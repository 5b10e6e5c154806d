"""The body of a page: a small ensemble of decision trees says of every visible block how much it speaks for the article.

The trees stand in ``data/html_trees.tsv``; ``python -m tests.quality.train_html`` builds them. A block's score is the sum
of one leaf of every tree; the questions on the way there are its reasons.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Final

_FILE: Final = "data/html_trees.tsv"


@dataclass(frozen=True, slots=True)
class Question:
    """Whether a trait is above a threshold, and where to go on; a leaf asks nothing and has a value."""

    trait: str
    threshold: float
    below: int
    above: int
    value: float


Tree = tuple[Question, ...]


@cache
def trees() -> tuple[Tree, ...]:
    """The ensemble, each tree as the list of its questions, the first of them at its root."""
    found: dict[str, list[Question]] = {}
    for line in resources.files("generator.cleaning").joinpath(_FILE).read_text(encoding="utf-8").splitlines():
        tree, trait, threshold, below, above, value = line.split("\t")
        found.setdefault(tree, []).append(Question(trait, float(threshold), int(below), int(above), float(value)))
    return tuple(tuple(questions) for questions in found.values())


def score(traits: Mapping[str, float]) -> float:
    """How strongly a block's traits speak for the body (above 0) or against it (below)."""
    return sum(_leaf(tree, traits).value for tree in trees())


def reasons(traits: Mapping[str, float], most: int = 5) -> tuple[tuple[str, float], ...]:
    """The traits that were asked for on the way to the heaviest leaves, with the weight that passed through them."""
    weight: Counter[str] = Counter()
    for tree in trees():
        path: list[str] = []
        value = _leaf(tree, traits, path).value
        for trait in set(path):
            weight[trait] += value / len(set(path))  # type: ignore[assignment]
    heavy = sorted(weight.items(), key=lambda one: (-abs(one[1]), one[0]))
    return tuple((trait, float(value)) for trait, value in heavy[:most])


def _leaf(tree: Tree, traits: Mapping[str, float], path: list[str] | None = None) -> Question:
    here = tree[0]
    while here.trait:
        if path is not None:
            path.append(here.trait)
        here = tree[here.above if traits.get(here.trait, 0.0) > here.threshold else here.below]
    return here

