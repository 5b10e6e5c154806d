"""Steps that mend which parts of a page are its body, each by what the one before left, and what each took out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import NamedTuple, TypeVar

Part = TypeVar("Part")
Fields = TypeVar("Fields")

Step = Callable[[Sequence[Part], Sequence[bool], Fields], Sequence[bool]]
"""The parts of a page, which of them are of the body, the fields -> which of them are."""


class Mended(NamedTuple):
    """Which parts of a page are of its body, once all steps have had their say."""

    within: Sequence[bool]
    reasons: Mapping[int, str]
    """Place of each part that a step took out -> the rule of the step that did so last."""


def mend(
    steps: Iterable[tuple[str, Step[Part, Fields]]], parts: Sequence[Part], within: Sequence[bool], fields: Fields
) -> Mended:
    """The body of a page after some steps, in order.

    Args:
        steps: Each with the rule by which it takes parts out.
        parts: Of the page.
        within: Which of them were chosen.
        fields: What was read around the body.
    """
    reasons: dict[int, str] = {}
    for rule, step in steps:
        after = step(parts, within, fields)
        reasons |= {place: rule for place, stays in enumerate(after) if within[place] and not stays}
        within = after
    return Mended(within, {place: rule for place, rule in reasons.items() if not within[place]})
