"""Tables of dumps are tables, and whole."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.tables import grids, with_whole_tables
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
)
BARS = "Boat | Day | Fare  \n---|---|---  \nFerry | Mon | 3  \nTug | | 4  "
FRAMED = "| Boat | Day | Fare |\n|:-----|:---:|-----:|\n| Ferry | Mon | 3 |\n| Tug | | 4 |"
CLOSED = "Boat | Day | Fare  \n---|---|---  \nFerry | Mon | 3 |   \nTug | | 4  "
BROKEN = "Boat | Day  \n | Fare  \n---|---|---  \nFerry  \n | Mon | 3  \nTug | | 4  "
COLUMNS = "    Boat   Day  Fare\n    Ferry  Mon  3   \n    Tug         4   "
ROWS = (("Boat", "Day", "Fare"), ("Ferry", "Mon", "3"), ("Tug", "", "4"))


@pytest.mark.parametrize("drawn", [BARS, FRAMED, CLOSED, BROKEN, COLUMNS])
def test_a_table_is_read_however_it_is_drawn(drawn: str) -> None:
    """With bars, whose rows may be broken between two cells, and with blanks."""
    (table,) = grids(f"{STORY[0]}\n\n{drawn}\n\n{STORY[1]}".split("\n"))
    assert table.rows == ROWS
    assert table.numbers == range(3, 3 + len(drawn.split("\n")))


@pytest.mark.parametrize(
    "text",
    [
        "Boat | Day\n\nFerry | Mon\n\nTug | Tue",
        "He came.  She went.  So it was.\nThe pier was gone.  Nobody saw it.\nThat was  all.",
        "    Boat   Day\n    Ferryman  Mon\n    Tug    Tue\n    A long row of words",
        "one\n---\ntwo",
        "a | b | c\n---|---\nd | e",
        ">  So it is\n>  and so\n>  it was",
        "",
    ],
    ids=["no rule", "prose", "beside the columns", "a heading", "too many cells", "a quotation", "nothing"],
)
def test_other_lines_are_no_table(text: str) -> None:
    """Bars alone, two blanks behind a stop and words across a column make none."""
    assert grids(text.split("\n")) == ()


def test_the_lines_of_a_cell_are_one() -> None:
    """A line without a bar goes on with the last cell; below it the next row begins."""
    (table,) = grids(["Boat | Day", "---|---", "Ferry | Mon", "and Tue", "Tug | Wed"])
    assert table.rows == (("Boat", "Day"), ("Ferry", "Mon and Tue"), ("Tug", "Wed"))


@pytest.mark.parametrize(
    ("chosen", "whole"),
    [({1, 2}, True), ({0, 5}, True), ({0}, False), ({1}, False)],
    ids=["some", "amid", "below", "few"],
)
def test_a_table_is_of_the_body_with_all_its_rows(chosen: set[int], *, whole: bool) -> None:
    """Where a body has enough of it, or stands around it."""
    text = f"{STORY[0]}\n\nBoat | Day\n---|---\nFerry | Mon\nTug | Wed\n\n{STORY[1]}"
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    found = with_whole_tables(looks, [place in chosen for place in range(len(looks))], grids(text.split("\n")))
    assert [look.piece.text for look, stays in zip(looks, found, strict=True) if stays and "|" in look.piece.text] == (
        ["Boat | Day", "Ferry | Mon", "Tug | Wed"] if whole else ["Boat | Day"] if chosen == {1} else []
    )


def test_a_dump_has_its_tables_as_blocks(make_original: MakeOriginal) -> None:
    """With the links in their cells, and every line accounted for."""
    table = "Boat | Day\n---|---\n[Ferry](https://ferry.example/) | **Mon**\nTug | [Wed](https://wed.example/)"
    text = "\n\n".join(("# Old Pier To Rise Again", *STORY, table, *STORY))
    article = clean(make_original(text), None, CleaningSettings())
    (block,) = [block for block in article.blocks if block.kind == "table"]
    assert article.text[block.start : block.end] == "Boat\tDay\nFerry\tMon\nTug\tWed"
    assert [(article.text[link.start : link.end], link.href) for link in article.links] == [
        ("Ferry", "https://ferry.example/"),
        ("Wed", "https://wed.example/"),
    ]
    assert len(article.account) == len(text.split("\n"))


def test_a_table_without_a_word_stays_as_its_lines_are(make_original: MakeOriginal) -> None:
    """What a text browser draws for pictures beside each other; there is no cell to read."""
    drawn = "◄   ►\n◄   ►\n◄   ►"
    text = "\n\n".join(("Old Pier To Rise Again", *STORY, drawn, *STORY[::-1]))
    article = clean(make_original(text), None, CleaningSettings())
    assert "table" not in {block.kind for block in article.blocks}
    assert STORY[1] in article.text
