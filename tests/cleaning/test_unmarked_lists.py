"""Lists of which no mark tells are told by trees; two items make one."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump import unmarked_lists
from generator.cleaning.dump.unmarked_lists import is_candidate, with_lists
from generator.cleaning.pieces.blocks import Part
from tests.cleaning.conftest import MakeOriginal

ITEMS = ("Boats of the harbour", "Nets for its people", "Quays of the old town")
SAID = "The council voted on Monday to rebuild the old pier, and the town will have it back in the spring."


def paragraph(text: str) -> Part:
    """A part that is nothing else."""
    return Part("paragraph", 0, text, ())


@pytest.mark.parametrize(
    ("odds", "items"),
    [
        ((1.5, 1.2, 3.0), (0, 1, 2)),
        ((1.5, 1.2, 0.4), (0, 1)),
        ((1.5, 1.2, 0.6), (0, 1, 2)),
        ((1.5, 0.9, 3.0), ()),
        ((0.9, 1.5, 3.0), (1, 2)),
        ((-2.0, -2.0, -2.0), ()),
    ],
)
def test_an_item_stands_beside_another(
    monkeypatch: pytest.MonkeyPatch, odds: tuple[float, ...], items: tuple[int, ...]
) -> None:
    """One that stands alone is a paragraph; below two, less tells that their list goes on."""
    monkeypatch.setattr(unmarked_lists, "score", lambda *_: odds)
    found = with_lists([paragraph(text) for text in ITEMS])
    assert tuple(place for place, part in enumerate(found) if part.kind == "item") == items
    assert [part.text for part in found] == [*ITEMS]


@pytest.mark.parametrize(
    "part",
    [Part("heading", 2, "Boats", ()), paragraph("Boats\t12"), paragraph("Boats\nand nets"), Part("code", 0, "x", ())],
)
def test_what_is_marked_and_what_is_a_row_stays(monkeypatch: pytest.MonkeyPatch, part: Part) -> None:
    """Whatever the trees say of it."""
    monkeypatch.setattr(unmarked_lists, "score", lambda *_: (9.0, 9.0))
    assert not is_candidate(part)
    assert with_lists([part, paragraph("Boats")]) == [part, paragraph("Boats")]


def test_a_body_of_nothing_has_no_list() -> None:
    """Nor does it ask the trees."""
    assert with_lists([]) == []


def test_running_text_is_no_list() -> None:
    """By the trees that ship."""
    said = [f"{SAID} {number} people were there, and nobody spoke against it." for number in range(6)]
    assert {part.kind for part in with_lists([paragraph(text) for text in said])} == {"paragraph"}


def test_a_dump_of_strings_has_its_lists(make_original: MakeOriginal) -> None:
    """Where lines are set apart by empty ones the tool marks items itself."""
    lines = ["The Old Pier", SAID, f"{SAID} It was said that the pier has:", *ITEMS, SAID, f"{SAID} Yes."]
    found = clean(make_original("\n".join(lines)), None, CleaningSettings())
    assert [block.kind for block in found.blocks].count("item") == 3
    apart = clean(make_original("\n\n".join(lines)), None, CleaningSettings())
    assert (apart.text, [block.kind for block in apart.blocks].count("item")) == (found.text, 0)
