"""An article begins with the first word of a sentence, and below the text of its picture."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.beginning import begun_right
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year."
)
REST = "nobody had thought that it would ever be rebuilt, as the mayor said on Monday."
END = "So it was decided by the council, and so it shall be done."


def begun(*lines: str, chosen: int, fields: tuple[int, ...] = ()) -> list[str]:
    """What of the lines is of the body, where that began with a line of this number."""
    looks = [look_at(piece) for line in lines for piece in pieces(raw_lines(line))]
    found = begun_right(looks, [number >= chosen for number in range(len(looks))], fields)
    return [line for line, stays in zip(lines, found, strict=True) if stays]


@pytest.mark.parametrize(
    ("lines", "chosen", "first"),
    [
        (("News", "When the storm had gone and the", "pier", "with it,", REST, STORY), 4, 1),
        (("News", "After a winter that took away so much of the old harbour", "Pier and", REST, STORY), 3, 1),
        (("A line that ends.", "Whether", REST, STORY), 2, 1),
        (("A line that ends.", REST, STORY), 1, 1),
        (("A line that ends.", "pier.js is a", "pier-wide", REST, STORY), 3, 1),
        (("News", "After a winter that took away so much of the old", "-fashioned pier, all was quiet.", STORY), 2, 1),
        (("A line that ends.", "Ten planks (“", "Planks", "”), excluding those of the old pier.", STORY), 3, 1),
        (("News", "copied!", "eHarbours are the ports of tomorrow, a maker of them said.", STORY), 2, 2),
    ],
    ids=[
        "at links",
        "a long line leads on",
        "one word",
        "nothing leads into it",
        "a name that begins it",
        "inside a word",
        "in brackets",
        "a name in small letters",
    ],
)
def test_it_begins_with_the_sentence(lines: tuple[str, ...], chosen: int, first: int) -> None:
    """The lines of a sentence that a dump tore stand above its end; where none leads into it, it stays as it is."""
    assert begun(*lines, chosen=chosen) == list(lines[first:])


PARTS = ("### A short part", STORY, "## Another Part", STORY)


@pytest.mark.parametrize(
    ("lines", "fields", "first"),
    [
        (("0 Shares", "## The First Part", *PARTS), (), 1),
        (("0 Shares", "## The First Part", *PARTS), (1,), 2),
        (("0 Shares", "# The Old Pier", *PARTS), (), 2),
        (("0 Shares", "### The First Part", *PARTS), (), 2),
        (("0 Shares", "## Related Articles", *PARTS), (), 2),
        (("0 Shares", "The first part", *PARTS), (), 2),
    ],
    ids=["of the others' rank", "a headline", "of a rank of its own", "of the same rank", "furniture", "no heading"],
)
def test_it_begins_with_the_first_of_two_headings(lines: tuple[str, ...], fields: tuple[int, ...], first: int) -> None:
    """Above the heading of a part of a part stands the one of the part."""
    assert begun(*lines, chosen=2, fields=fields) == list(lines[first:])


@pytest.mark.parametrize(
    ("label", "fields", "stays"),
    [("Key Takeaways", (), True), ("At a glance:", (), True), ("Key Takeaways", (0,), False), ("Share", (), False)],
)
def test_it_begins_with_what_its_first_part_is_called(label: str, fields: tuple[int, ...], *, stays: bool) -> None:
    """Right above it; a menu's words are no such name."""
    assert begun(label, STORY, REST, chosen=1, fields=fields) == [label, STORY, REST][not stays :]


def test_it_does_not_begin_above_the_headline() -> None:
    """Nor above byline and date."""
    assert begun("The Old Pier", REST, STORY, chosen=1, fields=(0,)) == [REST, STORY]


@pytest.mark.parametrize(
    ("line", "stays"),
    [("old wooden pier in a storm", False), ("what is a pier for?", True), ("Old Pier In A Storm", True)],
)
def test_the_text_of_a_picture_is_no_beginning(line: str, stays: bool) -> None:  # noqa: FBT001
    """It has small letters and no mark at its end, and what follows begins a sentence."""
    assert begun(line, STORY, REST, chosen=0) == [*([line] if stays else []), STORY, REST]


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("## In Short", True),
        ("Key Takeaways", True),
        ("The Harbour Council", False),
        ("In short", False),
        ("## Nora Quill | 5 min read", False),
        ("## Share this article", False),
        ("* The Harbour Council", False),
        ("The harbour council:", False),
    ],
)
def test_it_begins_with_its_first_heading(above: str, *, stays: bool) -> None:
    """Where a dump marks it: of others as many are of the page, and tell of a picture."""
    assert begun("News", above, STORY, STORY, chosen=2) == [*([above] if stays else []), STORY, STORY]
    assert begun("News", above, STORY, STORY, chosen=2, fields=(1,)) == [STORY, STORY]


def test_it_begins_with_the_first_of_its_series() -> None:
    """Where the second follows in it; a headline that is numbered so is one."""
    lines = ("News", "Tip #1 - Mend the Pier", STORY, "Tip #2 - Paint It", STORY)
    assert begun(*lines, chosen=2) == list(lines[1:])
    assert begun(*lines, chosen=2, fields=(1,)) == list(lines[2:])
    assert begun("News", "Tip #5 - Mend the Pier", *lines[2:], chosen=2) == list(lines[2:])
    assert begun("News", "Mend the Pier", *lines[2:], chosen=2) == list(lines[2:])


def test_it_begins_with_no_line_that_it_has_again() -> None:
    """An entry of its contents, or a button; what has no words at all is left out above it."""
    assert begun("News", "Get a boat", STORY, "Get a boat", chosen=1) == [STORY, "Get a boat"]
    assert begun("Get a boat", "Get a boat", STORY, chosen=1) == ["Get a boat", STORY]
    assert begun("News", "Get a boat", STORY, "Get a pier", chosen=1) == ["Get a boat", STORY, "Get a pier"]
    assert begun("News", ":", STORY, STORY, chosen=1) == [STORY, STORY]
    for name in ("Nora Quill", "Mayor:"):
        spoken = (name, STORY, "Ada Boom", STORY, name, STORY, *((name, STORY) if name == "Nora Quill" else ()))
        assert begun("News", *spoken, chosen=1) == [*spoken]


def test_it_begins_with_no_part_of_its_contents() -> None:
    """Several lines that it has again are such, and numbered ones, however often it has them."""
    contents, parts = ("Planks", "Nails of brass", "So it is"), ("Planks", STORY, "Nails of brass", STORY, "So it is")
    assert begun("News", *contents, *contents, END, *parts, chosen=1) == [END, *parts]
    assert begun("News", *contents[:2], *contents[:2], END, *parts, chosen=1) == [*contents[:2] * 2, END, *parts]
    last = "8. So it is"
    assert begun("News", last, last, END, *parts, last, chosen=1) == [END, *parts, last]
