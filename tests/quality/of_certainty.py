"""Whether cleaning knows where it is wrong: the bodies that it calls unsure, against the gold."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.cleaning import is_unsure
from tests.quality.scores import Tally
from tests.quality.tables import Table

WRONG: Final = 0.85
"""A body with a lower F1 is badly cut."""
_COLUMNS: Final = (
    "set",
    "bodies",
    "badly cut",
    "called unsure",
    "of these badly cut",
    "F1 of unsure",
    "F1 of others",
    "AUC",
)
_NOTE: Final = (
    f"A body is badly cut where its F1 is below {WRONG}. AUC: how often a badly cut body is less sure than another "
    "one; a coin has .5. Where pages are called unseen, by weights that have not seen them."
)


def table_of(what: str, sets: Iterable[tuple[str, Tally]]) -> Table:
    """A row a set, with a name for each."""
    table = Table(title=f"Certainty of {what}", columns=_COLUMNS, notes=(_NOTE,))
    for name, tally in sets:
        told = [(sure, body.f1) for sure, body in zip(tally.certainties, tally.bodies, strict=True) if sure is not None]
        bad = [sure for sure, f1 in told if f1 < WRONG]
        good = [sure for sure, f1 in told if f1 >= WRONG]
        unsure = [f1 for sure, f1 in told if is_unsure(sure)]
        others = [f1 for sure, f1 in told if not is_unsure(sure)]
        caught = sum(f1 < WRONG for f1 in unsure)
        table.add(name, len(told), len(bad), len(unsure), caught, _mean(unsure), _mean(others), told_apart(bad, good))
    return table


def told_apart(lower: list[float], higher: list[float]) -> float | None:
    """The area under the ROC curve: how often one of the first is lower than one of the second; None without pairs."""
    pairs = [(one < other) + (one == other) / 2 for one in lower for other in higher]
    return sum(pairs) / len(pairs) if pairs else None


def _mean(values: list[float]) -> float | None:
    return sum(values) / len(values) if values else None
