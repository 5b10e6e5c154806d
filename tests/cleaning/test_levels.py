"""How high the headings of a dump stand that marks none."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.levels import UNTOLD, with_levels
from generator.cleaning.pieces.blocks import HIGHEST, LOWEST, Part
from tests.cleaning.conftest import MakeOriginal

TEXT = "It was built in May, and the town has been glad of it ever since."


def levels(*heads: str) -> list[int]:
    """How deep below the highest each heading stands; ``+`` before one says that it stands right below another."""
    parts: list[Part] = []
    for head in heads:
        texts = () if head.startswith("+") or not parts else (Part("paragraph", 0, TEXT, ()),)
        parts += [*texts, Part("heading", UNTOLD, head.removeprefix("+"), ())]
    return [part.level - HIGHEST for part in with_levels(parts, marked=False) if part.kind == "heading"]


@pytest.mark.parametrize(
    ("heads", "depths"),
    [
        (("Why It Matters", "What It Costs", "Who Pays"), [0, 0, 0]),
        (("Ten Ways to Save", "1. Walk", "2. Ride", "3. Row", "The Harbour"), [0, 1, 1, 1, 0]),
        (("1. Walk", "2. Ride", "3. Row", "The Harbour"), [0, 0, 0, 0]),
        (("Ways", "1. Walk", "Price", "2. Ride", "Price", "The Harbour"), [0, 1, 2, 1, 2, 0]),
        (("Ways", "1. Walk", "4. Row", "The Harbour"), [0, 1, 1, 0]),
        (("Ways", "1. Walk", "5. Row", "The Harbour"), [0, 0, 0, 0]),
        (("Ways", "2. Walk", "3. Row", "Traps", "1. Mud", "2. Ice"), [0, 1, 1, 0, 1, 1]),
        (("Ways", "1. Walk", "2. Row", "1. Mud", "2. Ice"), [0, 1, 1, 0, 0]),
        (("Ways", "3. Walk", "4. Row"), [0, 0, 0]),
        (("The Pier", "FAQ", "Who pays?", "What for?", "The Harbour"), [0, 0, 1, 1, 0]),
        (("Any questions?", "Who pays?"), [0, 0]),
        (("The Pier", "Pros:", "Cons:", "The Harbour", "Pros:"), [0, 1, 1, 0, 1]),
        (("Pros:", "Cons:"), [0, 0]),
        (("The Pier", "+Its Planks", "Its Nails", "The Harbour", "+Its Boats", "Conclusion"), [0, 1, 1, 0, 1, 0]),
        (("The Pier", "+Its Planks", "+Its Nails"), [0, 1, 2]),
        (("The Pier", "+1. Walk", "+2. Row"), [0, 1, 1]),
        (("The Pier", "+Its Planks", "FAQ", "+Who pays?"), [0, 1, 0, 1]),
        ((), []),
    ],
)
def test_a_heading_stands_below_another(heads: tuple[str, ...], depths: list[int]) -> None:
    """Below what brings it in: the heading above a series, a list of questions, what a label tells of, a section."""
    assert levels(*heads) == depths


def test_no_heading_is_lower_than_the_sixth() -> None:
    """Markup knows no lower one."""
    assert levels("The Pier", *["+And On"] * 9)[-1] == LOWEST - HIGHEST


def test_what_is_no_heading_stays() -> None:
    """Whatever its words."""
    parts = [Part("paragraph", 0, TEXT, ()), Part("item", 0, "1. Walk", ()), Part("heading", HIGHEST, "FAQ", ())]
    assert with_levels(parts, marked=False) == parts


def test_where_marks_tell_levels_others_stand_below_them() -> None:
    """Be they numbered or in bold."""
    levels = (UNTOLD, HIGHEST, UNTOLD, UNTOLD, 4, UNTOLD)
    parts = [Part("heading", level, f"{number}. Pier", ()) for number, level in enumerate(levels, start=1)]
    assert [part.level for part in with_levels(parts, marked=True)] == [2, 2, 3, 3, 4, 5]


def test_marks_tell_levels_themselves(make_original: MakeOriginal) -> None:
    """A dump that marks its headings has them as high as its author wrote them."""
    heads = ("# The Old Pier", "## Ways", "## 1. Walk", "## 2. Row")
    lines = [f"{head}\n\nOf the {number}th pier this is told. {TEXT}" for number, head in enumerate(heads, start=4)]
    found = clean(make_original("\n\n".join(lines)), None, CleaningSettings())
    assert [block.level for block in found.blocks if block.kind == "heading"] == [2, 2, 2]
