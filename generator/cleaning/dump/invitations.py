"""The facts of an invitation in a dump: who, what, when and where, a line each. None reads like prose, all are read."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.looks import Look

_FACT: Final = re.compile(
    r"(?:who|what|when|where|why|date|time|place|location|venue|wer|was|wann|wo|qui|quoi|quand|où|quién|qué|cuándo"
    r"|dónde)\s?:(?:\s.*)?",
    re.IGNORECASE | re.DOTALL,
)
_BETWEEN: Final = 2
"""Lines between two facts that go on with the first: a street, a second guest."""
_FEWEST: Final = 2


def with_facts(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, with all facts of every invitation that begins in it or right below it.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    found = list(within)
    for places in _invitations(looks):
        above = range(max(0, places[0] - 1), places[-1])
        if any(found[place] for place in above):
            for place in places:
                found[place] = found[place] or looks[place].shape is None
    return found


def _invitations(looks: Sequence[Look]) -> list[range]:
    """The runs of lines from the first fact to the last, none of which is far from the next."""
    runs: list[range] = []
    for place in (place for place, look in enumerate(looks) if _FACT.fullmatch(look.piece.text)):
        if runs and place - runs[-1][-1] <= _BETWEEN + 1:
            runs[-1] = range(runs[-1].start, place + 1)
        else:
            runs.append(range(place, place + 1))
    return [run for run in runs if sum(1 for place in run if _FACT.fullmatch(looks[place].piece.text)) >= _FEWEST]
