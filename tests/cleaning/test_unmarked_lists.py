"""Lists of which no mark tells are told by what stands above them and by how their lines end."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.unmarked_lists import with_lists
from generator.cleaning.pieces.blocks import Part
from generator.model import BlockKind
from tests.cleaning.conftest import MakeOriginal

ITEMS = ("Boats of the harbour", "Nets for its people", "Quays of the old town")


def kinds(*texts: str) -> list[BlockKind]:
    """What the lines below ``The pier has:`` are."""
    above = Part("paragraph", 0, "The pier has:", ())
    return [part.kind for part in with_lists([above, *(Part("paragraph", 0, text, ()) for text in texts)])][1:]


@pytest.mark.parametrize(
    ("texts", "count"),
    [
        (ITEMS, 3),
        ((*ITEMS, "It was built in May."), 3),
        ((*ITEMS, "Its people know:", *ITEMS), 6),
        (tuple(f"{item}?" for item in ITEMS), 3),
        (tuple(f"{item} stay." for item in ITEMS), 3),
        (tuple(f"{item} stay{', and stay' * 6}." for item in ITEMS), 0),
        (ITEMS[:2], 0),
        (("Boats", "Nets", "Quays"), 0),
        (("12 boats", "14 nets", "16 quays"), 0),
        (tuple(f"{item} = 1" for item in ITEMS), 0),
        (tuple(f"{item}\tmany" for item in ITEMS), 0),
        (ITEMS * 5, 0),
        (tuple(f"{item}:" for item in ITEMS), 0),
        ((), 0),
    ],
)
def test_short_lines_below_a_colon_that_end_alike_are_items(texts: tuple[str, ...], count: int) -> None:
    """Three to twelve of some words, no figures, rows or code; sentences only where they are short."""
    assert kinds(*texts).count("item") == count


def test_what_is_marked_or_no_paragraph_ends_a_list() -> None:
    """And keeps its kind."""
    parts = [Part("paragraph", 0, text, ()) for text in ("The pier has:", *ITEMS)]
    heading = Part("heading", 2, "What it costs", ())
    assert [part.kind for part in with_lists([*parts, heading])][-2:] == ["item", "heading"]
    assert with_lists([parts[0], heading, *parts[1:]])[2:] == parts[1:]


def test_a_dump_of_strings_has_its_lists(make_original: MakeOriginal) -> None:
    """Where lines are set apart by empty ones the tool marks items itself."""
    said = "The council voted on Monday to rebuild the old pier, and the town will have it back in the spring."
    lines = ["The Old Pier", said, f"{said} It was said that the pier has:", *ITEMS, said, f"{said} Yes."]
    found = clean(make_original("\n".join(lines)), None, CleaningSettings())
    assert [block.kind for block in found.blocks].count("item") == 3
    apart = clean(make_original("\n\n".join(lines)), None, CleaningSettings())
    assert (apart.text, [block.kind for block in apart.blocks].count("item")) == (found.text, 0)
