"""The measures of cleaning: overlap of bodies, fields exact where a reader can see them, values invented."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from tests.quality.cleaning_metrics import FieldScore, Overlap, field_score, macro_f1, overlap, plain
from tests.quality.gold import Found, Truth

FIELDS: Final = ("title", "author", "date")
_IDLE: Final = frozenset({"and", "by"})


@dataclass(slots=True)
class Tally:
    """What was counted of one tool over one set."""

    bodies: list[Overlap] = field(default_factory=list)
    certainties: list[float | None] = field(default_factory=list)
    """What was expected of each of them."""
    rows: dict[str, list[tuple[str, str, bool]]] = field(default_factory=lambda: {name: [] for name in FIELDS})
    seconds: float = 0.0

    def add(self, found: Found, truth: Truth, seen: Mapping[str, bool]) -> None:
        """Count one article; ``seen`` says which of its fields a reader can see."""
        if truth.body:
            self.bodies.append(overlap(found.body, truth.body))
            self.certainties.append(found.certainty)
        self.rows["title"].append((plain(found.title), plain(truth.title), seen["title"]))
        self.rows["author"].append((byline(found.authors), byline(truth.authors), seen["author"]))
        self.rows["date"].append((found.date, truth.date, seen["date"]))

    @property
    def f1(self) -> float:
        """Macro F1 of 4-gram bags."""
        return macro_f1(self.bodies)

    def fields(self, name: str) -> FieldScore:
        """How a field did."""
        return field_score(self.rows[name])

    def exact(self, name: str) -> float:
        """The share of visible values that were found exactly."""
        score = self.fields(name)
        return score.exact / score.visible if score.visible else 0.0

    def invented(self, name: str) -> float:
        """The share of articles without a visible value for which one was given."""
        score = self.fields(name)
        return score.invented / score.absent if score.absent else 0.0


@dataclass(slots=True)
class Hits:
    """How often a tool said yes, how often that is the truth, and how often both."""

    said: int = 0
    true: int = 0
    both: int = 0

    def add(self, *, said: bool, true: bool) -> None:
        """Count one question."""
        self.said += said
        self.true += true
        self.both += said and true

    @property
    def precision(self) -> float | None:
        """Of what was said, how much is true; None where nothing was."""
        return self.both / self.said if self.said else None

    @property
    def recall(self) -> float | None:
        """Of what is true, how much was said; None where nothing is."""
        return self.both / self.true if self.true else None


def pool(tallies: Sequence[Tally]) -> Tally:
    """All tallies as one."""
    whole = Tally()
    for tally in tallies:
        whole.bodies += tally.bodies
        whole.certainties += tally.certainties
        whole.seconds += tally.seconds
        for name in FIELDS:
            whole.rows[name] += tally.rows[name]
    return whole


def byline(names: tuple[str, ...]) -> str:
    """Names for comparison: in their order, without what joins them."""
    return " ".join(word for word in plain(" ".join(names)).split() if word not in _IDLE)
