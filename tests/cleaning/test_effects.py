"""What lines of known shapes say of their places."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.effects import leads_away, stands_alone
from generator.cleaning.pieces.lines import Piece
from generator.cleaning.pieces.looks import look_at


@pytest.mark.parametrize(
    ("text", "alone", "away"),
    [
        ("Advertisement", True, False),
        ("Related articles", False, True),
        ("The harbour froze in January.", False, False),
    ],
)
def test_a_line_of_a_known_shape_stands_alone_or_leads_away(text: str, alone: bool, away: bool) -> None:  # noqa: FBT001
    """Furniture says something of the lines below it, or nothing; a line of no shape does neither."""
    look = look_at(Piece(text=text, numbers=(1,), kind="paragraph"))
    assert (stands_alone(look), leads_away(look)) == (alone, away)
