"""A short line that contents name beside headings is one."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.contents_heads import entry_of, with_contents_heads
from generator.cleaning.pieces.blocks import HIGHEST, Part
from tests.cleaning.conftest import MakeOriginal

HEADS = ("Why It Matters", "What It Costs")
TEXT = "It was built in May, and the town has been glad of it ever since."


@pytest.mark.parametrize(
    ("line", "entries", "is_heading"),
    [
        ("Two Boats", (*HEADS, "Two Boats"), True),
        ("2. Two Boats", (*HEADS, "1.2 Two Boats"), True),
        ("Two Boats", HEADS, False),
        ("Two Boats", (HEADS[0], "Two Boats"), False),
        (TEXT, (*HEADS, TEXT), False),
        ("boat " * 15, (*HEADS, "boat " * 15), False),
        ("2019", (*HEADS, "2019"), True),
    ],
)
def test_a_line_that_contents_name_is_a_heading(line: str, entries: tuple[str, ...], *, is_heading: bool) -> None:
    """Where they name two that are headings anyway, and it is short."""
    parts = [part for head in HEADS for part in (Part("heading", HIGHEST, head, ()), Part("paragraph", 0, TEXT, ()))]
    found = with_contents_heads([*parts, Part("paragraph", 0, line, ())], {entry_of(entry) for entry in entries})
    assert found[:-1] == parts
    assert found[-1].kind == ("heading" if is_heading else "paragraph")


def test_a_name_that_comes_again_is_none() -> None:
    """It is what a table compares, or a button."""
    parts = [*(Part("heading", HIGHEST, head, ()) for head in HEADS), *[Part("paragraph", 0, "Two Boats", ())] * 2]
    assert with_contents_heads(parts, {entry_of(entry) for entry in (*HEADS, "Two Boats")}) == parts


def test_the_contents_of_a_dump_tell_its_headings(make_original: MakeOriginal) -> None:
    """They go, and what they name is known."""
    heads = ("Why It Matters", "nets and boats", "What It Costs", "Who Pays")
    told = [f"Of number {number} the council spoke on Monday. {TEXT} Nobody was against it." for number in range(6)]
    lines = ["# The Old Pier", *told[:2], "Table of Contents", *heads]
    lines += [line for head, text in zip(heads, told[2:], strict=True) for line in (f"## {head}", text)]
    found = clean(make_original("\n\n".join(lines).replace("## nets", "nets")), None, CleaningSettings())
    assert [found.text[one.start : one.end] for one in found.blocks if one.kind == "heading"] == [*heads]
