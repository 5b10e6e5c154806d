"""Other articles' headlines amid a dump, below a label that leads to them."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.led_to import without_leads, without_led_to
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

PROSE = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter."


@pytest.mark.parametrize(
    ("label", "below", "stays"),
    [
        ("Read more:", "Ten Harbours Without a Pier", False),
        ("Also read:", "What Will the New Pier Cost?", False),
        ("Related", "Ten Harbours Without a Pier", True),
        ("Read more:", "Below is how the pier looks today:", True),
        ("Read more:", "It was broken in the winter.", True),
        ("Read more:", "The pier", True),
        ("Read more: Ten Harbours Without a Pier", "How the Work Begins", True),
    ],
)
def test_a_headline_goes_with_its_label(label: str, below: str, *, stays: bool) -> None:
    """What leads on in the text, a sentence of it and a heading of two words stay."""
    looks = [look_at(piece) for piece in pieces(raw_lines(f"{PROSE}\n\n{label}\n\n{below}\n\n{PROSE}"))]
    chosen = [True, False, True, True]
    assert without_led_to(looks, chosen) == [True, False, stays, True]
    assert without_led_to(looks, [True] * 4) == [True] * 4


@pytest.mark.parametrize(
    ("label", "below", "stays"),
    [
        ("Please note:", "If you buy through our links, we may earn a commission.", False),
        ("Please note:", "The pier is closed in the winter.", True),
        ("This is what you should know of it:", "If you buy through our links, we may earn a commission.", True),
    ],
)
def test_the_label_of_a_notice_goes_with_it(label: str, below: str, *, stays: bool) -> None:
    """Only where the notice goes, and only a few words."""
    looks = [look_at(piece) for piece in pieces(raw_lines(f"{PROSE}\n\n{label}\n\n{below}\n\n{PROSE}"))]
    assert without_leads(looks, [True, True, False, True]) == [True, stays, False, True]
    assert without_leads(looks, [True] * 4) == [True] * 4
