"""What the first words of a paragraph tell."""

from __future__ import annotations

import pytest

from generator.cleaning.fields.openings import dateline_of


@pytest.mark.parametrize(
    ("paragraph", "dateline"),
    [
        ("HOUSTON (MW) — The old pier is closed.", "HOUSTON (MW)"),
        ("HOUSTON: The old pier is closed.", "HOUSTON"),
        ("Austin, Texas: The old pier is closed.", None),
        ("Austin, TX: The old pier is closed.", "Austin, TX"),
        ("OUR TOP PICK: The Old Pier Press", None),
        ("TOP PICK — The Old Pier Press", "TOP PICK"),
    ],
)
def test_before_a_colon_only_a_place_is_a_dateline(paragraph: str, dateline: str | None) -> None:
    """Labels stand there too; agencies set a dash."""
    assert dateline_of([paragraph]) == dateline
