"""Lists that a page writes as one paragraph."""

from __future__ import annotations

import pytest

from generator.cleaning.html.bullets import itemized
from generator.cleaning.pieces.blocks import Part


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("• Oars\n• Two lamps", [("item", "Oars"), ("item", "Two lamps")]),
        ("Bring along\n- Oars\n- Lamps", [("paragraph", "Bring along"), ("item", "Oars"), ("item", "Lamps")]),
        ("• Oars", [("paragraph", "• Oars")]),
        ("• Oars\n- Lamps", [("paragraph", "• Oars\n- Lamps")]),
        ("- Oars\nand lamps\n- Sails", [("paragraph", "- Oars\nand lamps\n- Sails")]),
        ("*by sea\n*by land", [("paragraph", "*by sea\n*by land")]),
    ],
    ids=["bullets", "what they are", "one", "two signs", "a line between", "notes"],
)
def test_lines_with_the_same_bullet_are_items(text: str, expected: list[tuple[str, str]]) -> None:
    """All lines have it but the first, and two at least."""
    parts = itemized([Part("paragraph", 0, text, ())])
    assert [(part.kind, part.text) for part in parts] == expected


def test_links_stay_on_their_words() -> None:
    """Each item has those of its line, and code stays as it was written."""
    text = "• Oars\n• Two lamps"
    (oars, lamps) = itemized([Part("paragraph", 0, text, [(2, 6, "/oars"), (9, 18, "/lamps")])])
    assert [*oars.anchors, *lamps.anchors] == [(0, 4, "/oars"), (0, 9, "/lamps")]
    assert itemized([Part("code", 0, text, ())]) == [Part("code", 0, text, ())]
