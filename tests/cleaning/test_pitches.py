"""A site's own offers amid a dump, above the button that was left out."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.pitches import without_pitches
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

PROSE = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter."


def kept(*lines: str, button: int = -1) -> list[bool]:
    """Which of some lines between sentences stay where all but the button were chosen."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((PROSE, *lines, PROSE))))]
    within = [index != button for index in range(len(looks))]
    return without_pitches(looks, within)[1:-1]


@pytest.mark.parametrize(
    ("pitch", "button", "stays"),
    [
        ("Take our quick quiz to find the perfect boat for your harbour.", "Get Started", False),
        ("Looking for a boat that does not leak?", "Learn More ❯", False),
        ("The quick quiz finds the perfect boat for your harbour.", "Get Started", True),
        ("Take these with you:", "Get Started", True),
        ("Take our quick quiz to find the perfect boat for your harbour.", "The Old Pier", True),
        ("Take our quick quiz to find the perfect boat for your harbour.", "See the pier at work.", True),
    ],
)
def test_what_bids_the_reader_above_a_button_goes(pitch: str, button: str, *, stays: bool) -> None:
    """A sentence that tells something stays, as does all above a heading or above a button that stays."""
    assert kept(PROSE, pitch, button, button=3) == [True, stays, False]
    assert all(kept(PROSE, pitch, button))


def test_its_slogan_goes_too() -> None:
    """The line above the pitch, but for a sentence of the article."""
    pitch = "Take our quick quiz to find the perfect boat for your harbour."
    assert kept(PROSE, "A Boat for Everybody", pitch, "Get Started", button=4) == [True, False, False, False]
    assert kept(PROSE, "Of all the boats,", pitch, "Get Started", button=4) == [True, True, False, False]


def test_buttons_of_a_list_bid_nothing() -> None:
    """Each stands below what the article says of one thing."""
    looks = [
        look_at(piece)
        for piece in pieces(raw_lines("\n\n".join([PROSE, *["Use it when the wind is high.", "Buy now"] * 5, PROSE])))
    ]
    within = [look.piece.text != "Buy now" for look in looks]
    assert without_pitches(looks, within) == within
