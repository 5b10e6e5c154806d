"""The account of an original: what became of every raw line, and why."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.cleaning.pieces.lines import Piece
from generator.model import AccountedLine, Fate


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What becomes of a piece, and by which rule."""

    fate: Fate
    rule: str


OUTSIDE: Final = "outside-article"
"""The rule of what was never taken for the article."""
BODY: Final = Verdict(fate="body", rule="body")
BLANK: Final = Verdict(fate="body", rule="blank")
MARKUP: Final = Verdict(fate="removed", rule="markup")
"""Of a line that says nothing: a picture, an address."""


def account(
    raw: Sequence[str], pieces: Sequence[Piece], verdicts: Sequence[Verdict], homes: Mapping[int, int]
) -> tuple[AccountedLine, ...]:
    """Every raw line, in order, with its fate; blank lines are kept as what parts the blocks.

    Args:
        raw: The original's lines.
        pieces: What they were joined to.
        verdicts: One a piece.
        homes: Number of a line that was read with another -> that one's.
    """
    by_line: Mapping[int, Verdict] = {
        number: verdict for piece, verdict in zip(pieces, verdicts, strict=True) for number in piece.numbers
    }
    judged = [
        (number, text, by_line.get(homes.get(number, number), MARKUP if text.strip() else BLANK))
        for number, text in enumerate(raw, start=1)
    ]
    return tuple([
        AccountedLine(
            number=number, fate=verdict.fate, rule=verdict.rule, text="" if verdict.fate == "body" else text.strip()
        )
        for number, text, verdict in judged
    ])  # fmt: skip
