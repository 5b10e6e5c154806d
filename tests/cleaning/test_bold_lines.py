"""Lines in bold over paragraphs are the headings that a dump of Markdown's signs does not mark."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from tests.cleaning.conftest import MakeOriginal

SAID = "The council voted on Monday to rebuild the old pier, and the town will have it back in the spring of next year."
SECTIONS = (
    ("**What It Costs**", "It costs less than the boats that were lost there last winter, the mayor told the paper."),
    ("**Who Pays**", "The harbour pays for one half of it, and those who have their boats there for the other."),
)


def headings(make_original: MakeOriginal, *lines: str) -> list[tuple[str, int]]:
    """The headings of a dump, each with its level."""
    found = clean(make_original("\n\n".join(lines)), None, CleaningSettings())
    assert "**" not in found.text
    return [(found.text[block.start : block.end], block.level) for block in found.blocks if block.kind == "heading"]


def test_lines_in_bold_are_headings_below_those_that_are_marked(make_original: MakeOriginal) -> None:
    """One level lower."""
    dump = ("# The Old Pier", SAID, "## The Plan", SAID.replace("Monday", "Tuesday"), *SECTIONS[0], *SECTIONS[1])
    assert headings(make_original, *dump) == [("The Plan", 2), ("What It Costs", 3), ("Who Pays", 3)]


def test_where_no_heading_is_marked_they_are_the_highest(make_original: MakeOriginal) -> None:
    """As on pages that have bold paragraphs alone."""
    found = headings(make_original, "The Old Pier", SAID, *SECTIONS[0], *SECTIONS[1])
    assert found == [("What It Costs", 2), ("Who Pays", 2)]


@pytest.mark.parametrize(
    "lines",
    [
        (*SECTIONS[0],),
        ("**What It Costs**", "**Who Pays**", SECTIONS[0][1], SECTIONS[1][1]),
        ("**What It Costs.**", SECTIONS[0][1], "**Who Pays,**", SECTIONS[1][1]),
        ("**What** It **Costs**", SECTIONS[0][1], "**Who** Pays", SECTIONS[1][1]),
    ],
    ids=["one alone", "in a row", "sentences", "in part"],
)
def test_other_bold_lines_are_none(make_original: MakeOriginal, lines: tuple[str, ...]) -> None:
    """As in HTML and Markdown."""
    dump = ("# The Old Pier", SAID, "## The Plan", SAID.replace("Monday", "Tuesday"), *lines)
    assert headings(make_original, *dump) == [("The Plan", 2)]
