"""Gradient boosting of small decision trees for a yes-or-no question, on histograms: deterministic, numpy alone."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np

Array = np.ndarray[Any, Any]

BINS = 48
RATE = 0.08
LEAVES = 16
LEAST = 60
SMOOTHING = 1.0
ROWS = 0.7
"""The share of rows that a tree is grown on."""
COLUMNS = 0.3
"""The share of columns that a tree may ask for: trees that cannot all lean on the same few traits err less together."""


@dataclass(frozen=True, slots=True)
class Node:
    """A question (``column`` above ``threshold``?) with the numbers of its two answers, or a leaf with its value."""

    column: int
    threshold: float
    below: int
    above: int
    value: float


@dataclass(frozen=True, slots=True)
class _Sample:
    """What one tree is grown on."""

    slope: Array
    curve: Array
    rows: Array
    columns: Array
    least: int


@dataclass(frozen=True, slots=True)
class _Split:
    gain: float
    column: int
    bin: int


def boost(table: Array, answers: Array, weights: Array, rounds: int, *, least: int = LEAST) -> list[list[Node]]:
    """Trees whose summed leaves are the log-odds of the answer.

    Args:
        table: A row an example, a column a trait.
        answers: 0 or 1 a row.
        weights: How much a row counts.
        rounds: Number of trees.
        least: How many rows a leaf must have.
    """
    edges = [_edges(table[:, column]) for column in range(table.shape[1])]
    binned = np.stack(
        [np.searchsorted(edge, table[:, column], side="left") for column, edge in enumerate(edges)], axis=1
    ).astype(np.uint8, order="F")
    score = np.zeros(len(table))
    chance_of = np.random.default_rng(0)
    trees = []
    for _ in range(rounds):
        chance = 1.0 / (1.0 + np.exp(-score))
        sample = _Sample(
            slope=weights * (answers - chance),
            curve=weights * chance * (1.0 - chance),
            rows=chance_of.random(len(table)) < ROWS,
            columns=np.sort(chance_of.choice(len(edges), max(1, round(COLUMNS * len(edges))), replace=False)),
            least=least,
        )
        tree, change = _grow(binned, edges, sample)
        score += change
        trees.append(tree)
    return trees


def lines_of(trees: Sequence[Sequence[Node]], names: Sequence[str]) -> list[str]:
    """The trees as lines of the table: tree, trait, threshold, below, above, value."""
    return [
        "\t".join(
            (
                str(number),
                names[node.column] if node.column >= 0 else "",
                f"{node.threshold:.6g}",
                str(node.below),
                str(node.above),
                f"{node.value:.4g}",
            )
        )
        for number, tree in enumerate(trees)
        for node in tree
    ]


def _edges(values: Array) -> Array:
    """Thresholds between which a column's values are told apart: its quantiles."""
    distinct = np.unique(values)
    if len(distinct) <= BINS:
        return np.asarray((distinct[:-1] + distinct[1:]) / 2)
    return np.asarray(np.unique(np.quantile(values, np.linspace(0, 1, BINS + 1)[1:-1])))


def _grow(binned: Array, edges: list[Array], sample: _Sample) -> tuple[list[Node], Array]:
    """One tree, grown where it gains most, and what it adds to every row's score."""
    rows = {0: np.arange(len(binned))}
    splits = {0: _best(binned, sample, rows[0])}
    nodes: dict[int, tuple[int, float, int, int]] = {}
    while len(nodes) < LEAVES - 1:
        leaf = max(rows, key=lambda one: (splits[one].gain, -one))
        split = splits[leaf]
        if split.gain <= 0:
            break
        own = rows.pop(leaf)
        left, right = 2 * len(nodes) + 1, 2 * len(nodes) + 2
        nodes[leaf] = (split.column, float(edges[split.column][split.bin]), left, right)
        above = binned[own, split.column] > split.bin
        for child, part in ((left, own[~above]), (right, own[above])):
            rows[child] = part
            splits[child] = _best(binned, sample, part)
    change = np.zeros(len(binned))
    leaves = {}
    for leaf, own in rows.items():
        seen = own[sample.rows[own]]
        leaves[leaf] = RATE * sample.slope[seen].sum() / (sample.curve[seen].sum() + SMOOTHING)
        change[own] = leaves[leaf]
    size = 2 * len(nodes) + 1
    return [
        Node(*nodes[one], 0.0) if one in nodes else Node(-1, 0.0, 0, 0, float(leaves[one])) for one in range(size)
    ], change


def _best(binned: Array, sample: _Sample, every: Array) -> _Split:
    """The split of some rows that gains most."""
    best = _Split(0.0, -1, 0)
    rows = every[sample.rows[every]]
    if len(rows) < 2 * sample.least:
        return best
    slopes, curves = sample.slope[rows], sample.curve[rows]
    total, weight = slopes.sum(), curves.sum()
    base = total**2 / (weight + SMOOTHING)
    for column in sample.columns:
        values = binned[rows, column]
        left = np.bincount(values, slopes, BINS + 1).cumsum()[:-1]
        heavy = np.bincount(values, curves, BINS + 1).cumsum()[:-1]
        count = np.bincount(values, minlength=BINS + 1).cumsum()[:-1]
        gain = left**2 / (heavy + SMOOTHING) + (total - left) ** 2 / (weight - heavy + SMOOTHING) - base
        gain[(count < sample.least) | (len(rows) - count < sample.least)] = 0.0
        place = int(gain.argmax())
        if gain[place] > best.gain + 1e-9:
            best = _Split(float(gain[place]), int(column), place)
    return best
