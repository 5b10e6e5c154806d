"""Counts of words that were seen where something holds and where it does not, as trainers write them into a table."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import log

Tally = Mapping[str, tuple[int, int]]
"""Name of a word, or of what words have in common -> how often it was seen where it holds, and how often elsewhere."""


@cache
def tallies(table: str) -> Mapping[str, Tally]:
    """The tallies of a table below ``data``, by their names."""
    found: dict[str, dict[str, tuple[int, int]]] = {}
    text = resources.files("generator.cleaning").joinpath(f"data/{table}").read_text(encoding="utf-8")
    for row in text.splitlines():
        tally, name, there, elsewhere = row.split("\t")
        found.setdefault(tally, {})[name] = (int(there), int(elsewhere))
    return found


def share(name: str, tally: Tally, expected: float, weight: float) -> float:
    """How often of all times it holds, between 0 and 1.

    Args:
        name: What was counted.
        tally: The counts.
        expected: The share of what was not seen.
        weight: For so many times seen the expected share counts.
    """
    there, elsewhere = tally.get(name, (0, 0))
    return (there + weight * expected) / (there + elsewhere + weight)


def log_odds(chance: float) -> float:
    """Of a share that is neither 0 nor 1."""
    return log(chance / (1.0 - chance))
