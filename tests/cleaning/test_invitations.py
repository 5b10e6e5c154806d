"""The facts of an invitation come whole."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.invitations import with_facts
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

STORY = "The harbour council asks everybody to the opening of the old pier, which the storm of last winter had taken."
FACTS = ("What: The opening of the pier", "WHEN:", "9 a.m.", "Where: At the quay")


def kept(*lines: str, chosen: tuple[str, ...] = ()) -> list[str]:
    """What is added of the lines below a story."""
    looks = [look_at(piece) for line in (STORY, *lines) for piece in pieces(raw_lines(line))]
    within = [look.piece.text in (STORY, *chosen) for look in looks]
    found = with_facts(looks, within)
    return [look.piece.text for look, was, stays in zip(looks, within, found, strict=True) if stays and not was]


def test_all_facts_are_read() -> None:
    """Those right below the text, with what goes on between them, or those of which one was chosen."""
    assert kept(*FACTS) == [*FACTS]
    assert kept("Other news", *FACTS, chosen=FACTS[:1]) == [*FACTS[1:]]
    assert kept(FACTS[0], "Share this article", FACTS[3]) == [FACTS[0], FACTS[3]]


@pytest.mark.parametrize(
    "lines",
    [FACTS[:1], ("Other news", "More news", *FACTS), (FACTS[0], "A", "B", "C", FACTS[3])],
    ids=["one alone", "away from the text", "far from each other"],
)
def test_other_lines_are_left(lines: tuple[str, ...]) -> None:
    """A label may stand anywhere on a page."""
    assert kept(*lines) == []
