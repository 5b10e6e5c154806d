"""The account of an original: what became of every raw line, and why."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import itemgetter
from typing import Final

from generator.cleaning.pieces.lines import Piece
from generator.cleaning.pieces.links import Unlinked
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
    raw: Sequence[str], pieces: Sequence[Piece], verdicts: Sequence[Verdict], dump: Unlinked
) -> tuple[AccountedLine, ...]:
    """Every raw line, in order, with its fate; blank lines are kept as what parts the blocks.

    Where a line was read as several, and not all of them are of the body, the others stand below it, with its number.

    Args:
        raw: The original's lines.
        pieces: What they were joined to.
        verdicts: One a piece.
        dump: As it was read.
    """
    by_line: Mapping[int, Verdict] = {
        number: verdict for piece, verdict in zip(pieces, verdicts, strict=True) for number in piece.numbers
    }
    if dump.origins:
        return tuple(_of_parts(raw, by_line, dump))
    judged = [
        (number, text, by_line.get(dump.homes.get(number, number), MARKUP if text.strip() else BLANK))
        for number, text in enumerate(raw, start=1)
    ]
    return tuple([_accounted(number, text, verdict) for number, text, verdict in judged])


def _of_parts(raw: Sequence[str], by_line: Mapping[int, Verdict], dump: Unlinked) -> Iterator[AccountedLine]:
    """The account of lines of which each may have several parts."""
    parts = zip(dump.origins, enumerate(dump.text.split("\n"), start=1), strict=True)
    for number, own in groupby(parts, key=itemgetter(0)):
        said = [(text, by_line.get(place, BLANK)) for _, (place, text) in own]
        fates = {verdict.fate for text, verdict in said if text.strip()}
        first = next((verdict for _, verdict in said if verdict.fate == "body" and verdict != BLANK), said[0][1])
        yield _accounted(number, raw[number - 1], first)
        others = said if len(fates) > 1 or len({verdict for _, verdict in said}) > 1 else ()
        yield from (_accounted(number, text, verdict) for text, verdict in others if verdict.fate != "body")


def _accounted(number: int, text: str, verdict: Verdict) -> AccountedLine:
    return AccountedLine(
        number=number, fate=verdict.fate, rule=verdict.rule, text="" if verdict.fate == "body" else text.strip()
    )
