"""A small model of prose: how much each trait of a piece speaks for its being part of the article.

The weights stand in ``data/prose.tsv``, one readable trait a line; ``python -m tests.quality.train_prose`` builds them.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib import resources
from typing import Any, Final

import numpy as np

Numbers = np.ndarray[Any, np.dtype[Any]]

_STRONGEST: Final = 4.0
_LONGEST: Final = 60
_SWITCH: Final = 15.0
_LENIENCE: Final = 0.5
_WORTH: Final = [float(count) ** 0.7 for count in range(_LONGEST + 1)]
"""Words of a piece -> how much it counts."""


@cache
def weights(model: str = "prose") -> dict[str, float]:
    """The weight of every trait that has one, in the model of prose or of titles."""
    table = resources.files("generator.cleaning").joinpath(f"data/{model}.tsv").read_text(encoding="utf-8")
    rows = (line.split("\t") for line in table.splitlines())
    return {trait: float(weight) for trait, weight in rows}


@dataclass(frozen=True, slots=True, eq=False)
class Family:
    """Names of traits of which a piece has one; an empty name stands for none."""

    names: tuple[str, ...]


@cache
def values(family: Family) -> Numbers:
    """The weights of a family's traits in the model of prose, by their numbers."""
    known = weights()
    return np.array([known.get(name, 0.0) for name in family.names])


# Half of a page's lines have the same traits as another line.
@lru_cache(maxsize=1 << 14)
def score(traits: tuple[str, ...], model: str = "prose") -> float:
    """How strongly a piece's traits speak for what the model looks for (above 0) or against it (below)."""
    known = weights(model)
    return sum([known[trait] for trait in traits if trait in known])


def inside(scores: Sequence[float], words: Sequence[int]) -> list[bool]:
    """Which pieces lie inside the article: the runs that gain the most, where every change of side has its price.

    A short line inside good prose is kept, since leaving and coming back costs more than the line.
    """
    gains = [
        max(-_STRONGEST, min(_STRONGEST, value + _LENIENCE)) * _WORTH[min(count, _LONGEST)]
        for value, count in zip(scores, words, strict=True)
    ]
    outer, inner = 0.0, -_SWITCH
    stayed: list[tuple[bool, bool]] = []
    for gain in gains:
        left, entered = inner - _SWITCH, outer - _SWITCH
        stays_out, stays_in = outer >= left, inner >= entered
        stayed.append((stays_out, stays_in))
        outer, inner = outer if stays_out else left, (inner if stays_in else entered) + gain
    within = inner > outer
    result = [False] * len(gains)
    for index in range(len(gains) - 1, -1, -1):
        result[index] = within
        within = within if stayed[index][within] else not within
    return result
