"""A dash that stands alone begins no item: it goes on with what is above it, or says who said it."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.dashes import dashes_in, with_dash
from generator.cleaning.pieces.lines import Piece, raw_lines
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

LONG = "Nobody had asked the fishermen what they thought of a new pier"


@pytest.mark.parametrize(
    ("text", "going", "said"),
    [
        ("Oak\n- it lasts longer", True, True),
        ("Oak\n– it lasts longer", True, True),
        ("Oak\n\n- it lasts longer", False, False),
        ("Oak\n\n– it lasts longer", False, True),
        ("It lasts.\n- it costs more", False, False),
        ("The woods:\n- oak", False, False),
        ("“It lasts.”\n– Jane Doe", False, True),
        ("Oak\n- it lasts\n- it costs", False, False),
        ("oak = 1\n- pine", False, False),
        ("oak\n- pine[0]", False, False),
        ("Oak (of the town)\n- it lasts", True, True),
        ("- oak", False, False),
    ],
)
def test_a_dash_alone_goes_on(text: str, *, going: bool, said: bool) -> None:
    """Right below a line without an end, where each string is a line. One more makes a list; a long dash is none's."""
    lines = raw_lines(text)
    found = dashes_in(pieces(lines), lines, strings=True)
    assert (bool(found.joined), bool(found.places)) == (going, said)


@pytest.mark.parametrize(("above", "going"), [(LONG, True), ("Nobody had asked", False)])
def test_a_line_that_was_broken_for_its_length_goes_on(above: str, *, going: bool) -> None:
    """Where the lines of a dump are no strings a shorter one is above a list of one."""
    lines = raw_lines(f"{above}\n- it was late")
    found = dashes_in(pieces(lines), lines, strings=False)
    assert bool(found.joined) is going


def test_a_paragraph_has_its_dash_and_its_links() -> None:
    """They stand where their words are."""
    item = Piece(text="Jane Doe", numbers=(3,), kind="item", level=1, marker="–")
    piece, anchors = with_dash(item, [(5, 8, "https://pier.test/")])
    assert (piece.kind, piece.level, piece.text) == ("paragraph", 0, "– Jane Doe")
    assert [piece.text[start:end] for start, end, _ in anchors] == ["Doe"]


def test_a_sentence_that_a_dash_goes_on_with_is_whole(make_original: MakeOriginal) -> None:
    """Every string of the page is a line of the dump."""
    story = "\n".join(
        ["The Old Pier", "The council has three kinds of wood to choose from, and each has its friends in the town."]
        + [
            line
            for wood in ("Oak", "Pine", "Larch")
            for line in (wood, "- it lasts for many years if it is painted every spring.", f"{LONG}, or of the wood.")
        ]
    )
    text = clean(make_original(story), None, CleaningSettings()).text
    assert [
        f"{wood} - it lasts for many years if it is painted every spring." in text for wood in ("Oak", "Pine", "Larch")
    ] == [True] * 3
