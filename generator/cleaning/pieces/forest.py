"""Small ensembles of decision trees, asked about many candidates at once.

The trees stand in tables below ``data``, a question or leaf a line. A candidate's score is the sum of one leaf of every
tree; the questions on the way there are its reasons.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from typing import Any, Final

import numpy as np

_BITS: Final = 16
"""The most leaves that a tree may have: a bit each."""
_EVERY: Final = (1 << _BITS) - 1
_AT_ONCE: Final = 256
"""So many candidates are asked at once: a page of any size takes the same memory."""

Numbers = np.ndarray[Any, np.dtype[Any]]


@dataclass(frozen=True, slots=True, kw_only=True)
class Forest:
    """Trees laid out so that every question is asked of all candidates at once.

    An answer rules out the leaves on the other side of its question, a bit each; the one leaf that no question of
    its tree has ruled out is the candidate's (QuickScorer, Lucchese et al. 2015).
    """

    traits: tuple[str, ...]
    """What the questions ask for."""
    asked: Numbers
    """Question -> number of its trait. Many trees ask the same: it is answered once."""
    thresholds: Numbers
    questions: Numbers
    """Branch -> its question: first branches of all trees, then second ones; those not needed rule out nothing."""
    turned: Numbers
    """Branch -> the leaves of its tree that are left either where the trait is above the threshold or where not."""
    below: Numbers
    """Branch -> the leaves that are left where it is not."""
    leaves: Numbers
    """The values of all leaves, tree after tree."""

    def scores(self, traits: Mapping[str, Numbers], count: int) -> Numbers:
        """The sum over all trees for each of some candidates.

        Args:
            traits: A column each.
            count: Number of the candidates.
        """
        table = np.empty((len(self.traits), count))
        for number, name in enumerate(self.traits):
            table[number] = traits.get(name, 0.0)
        total = np.zeros(count)
        for start in range(0, count, _AT_ONCE):
            total[start : start + _AT_ONCE] = self._summed(table[:, start : start + _AT_ONCE])
        return total

    def _summed(self, table: Numbers) -> Numbers:
        # ``take`` is quicker than brackets, and a product than np.where: both do many at once.
        above = (table.take(self.asked, axis=0) > self.thresholds[:, None]).view(np.uint8).take(self.questions, axis=0)
        left = np.multiply(above, self.turned[:, None], dtype=np.uint16)
        left ^= self.below[:, None]
        alive = np.bitwise_and.reduce(left.reshape(_BITS - 1, -1, table.shape[1]), axis=0)
        firsts = np.arange(0, len(self.leaves), _BITS)
        return self.leaves.take(np.bitwise_count(alive - 1) + firsts[:, None]).sum(axis=0)  # type: ignore[no-any-return]


@cache
def read_forest(table: str) -> Forest:
    """The trees of a file below ``data``."""
    trees: dict[str, list[list[str]]] = {}
    for line in resources.files("generator.cleaning").joinpath("data", table).read_text("utf-8").splitlines():
        tree, *row = line.split("\t")
        trees.setdefault(tree, []).append(row)
    traits = sorted({row[0] for rows in trees.values() for row in rows if row[0]})
    places = {name: place for place, name in enumerate(traits)}
    branches: list[tuple[tuple[int, float], int, int]] = []
    leaves = np.zeros((len(trees), _BITS))
    for number, rows in enumerate(trees.values()):
        values, asked = _laid_out(rows)
        leaves[number, : len(values)] = values
        branches += [((places[trait], threshold), above, below) for trait, threshold, above, below in asked]
        branches += [((0, 0.0), _EVERY, _EVERY)] * (_BITS - 1 - len(asked))
    numbers = {question: number for number, question in enumerate(sorted({branch[0] for branch in branches}))}
    width = _BITS - 1
    asked_for, above, below = zip(*(branch for place in range(width) for branch in branches[place::width]), strict=True)
    return Forest(
        traits=tuple(traits),
        asked=np.array([trait for trait, _ in numbers], dtype=np.intp),
        thresholds=np.array([threshold for _, threshold in numbers]),
        questions=np.array([numbers[question] for question in asked_for], dtype=np.intp),
        turned=np.array(above, dtype=np.uint16) ^ np.array(below, dtype=np.uint16),
        below=np.array(below, dtype=np.uint16),
        leaves=leaves.ravel(),
    )


def _laid_out(rows: Sequence[Sequence[str]]) -> tuple[list[float], list[tuple[str, float, int, int]]]:
    """The leaves of a tree from left to right, and its questions with the leaves that each answer leaves."""
    leaves = list(_leaves_of(rows))
    under = {number: 1 << bit for bit, number in enumerate(leaves)}
    questions = []
    for number in range(len(rows) - 1, -1, -1):
        trait, threshold, below, above, _ = rows[number]
        if trait:
            low, high = under[int(below)], under[int(above)]
            under[number] = low | high
            questions.append((trait, float(threshold), _EVERY & ~low, _EVERY & ~high))
    return [float(rows[number][4]) for number in leaves], questions


def _leaves_of(rows: Sequence[Sequence[str]]) -> Iterator[int]:
    """The numbers of a tree's leaves from left to right."""
    waiting = [0]
    while waiting:
        number = waiting.pop()
        trait, _, below, above, _ = rows[number]
        if trait:
            waiting += [int(above), int(below)]
        else:
            yield number


def score(table: str, traits: Mapping[str, Numbers], count: int) -> list[float]:
    """The score of each of some candidates by the trees of a table; traits that they lack are 0.

    Args:
        table: A file below ``data``.
        traits: A column each.
        count: Number of the candidates.
    """
    return read_forest(table).scores(traits, count).tolist()  # type: ignore[no-any-return]
