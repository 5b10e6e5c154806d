"""Logistic regression on named traits, fitted by gradient descent from zero: the same examples, the same weights."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from numpy.typing import NDArray

_FEWEST: Final = 30
_STEPS, _RATE, _RIDGE = 120, 0.1, 3.0


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One line or piece of a page: its traits, the answer, and how much it counts."""

    traits: Sequence[str]
    label: bool
    weight: float


def fit(training: Sequence[Example]) -> Mapping[str, float]:
    """The weight of every trait that is common enough, rounded to two decimals."""
    counts = Counter(trait for example in training for trait in example.traits)
    numbers = {
        trait: number for number, trait in enumerate(sorted(t for t, n in counts.items() if n >= _FEWEST), start=1)
    }
    most = max(len(example.traits) for example in training)
    table = np.zeros((len(training), most), dtype=np.int32)
    for row, example in enumerate(training):
        known = [numbers.get(trait, 0) for trait in example.traits]
        table[row, : len(known)] = known
    labels = np.array([example.label for example in training], dtype=np.float64)
    weights = np.array([example.weight for example in training], dtype=np.float64)
    found = _descend(table, labels, weights, len(numbers) + 1)
    return {trait: round(float(found[number]), 2) for trait, number in numbers.items() if abs(found[number]) >= 0.05}


def _descend(
    table: NDArray[np.int32], labels: NDArray[np.float64], weights: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    found, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    flat, width, scale, rate = table.ravel(), table.shape[1], weights.sum() / 100, _RATE
    for step in range(1, _STEPS + 1):
        found[0] = 0.0
        error = (1 / (1 + np.exp(-found[table].sum(axis=1))) - labels) * weights
        slope = (np.bincount(flat, weights=np.repeat(error, width), minlength=size) + _RIDGE * found) / scale
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        found -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        rate *= 0.95 if step > 0.6 * _STEPS else 1.0
    return found


def table_of(training: Sequence[Example]) -> str:
    """The fitted weights as the lines of a table, one trait a line."""
    return "".join(f"{trait}\t{weight}\n" for trait, weight in sorted(fit(training).items()))
