"""Lines that dumps broke, put together again."""

from __future__ import annotations

import textwrap

from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.wrap import pieces, wrap_width

FIRST = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year, "
    "and the mayor said that work on it would begin as soon as the ice had gone from the bay."
)
SECOND = (
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns that "
    "was set up after the great flood, and which nobody had touched since."
)
PARAGRAPHS = (FIRST, SECOND)


def test_hard_wrapped_paragraphs_are_joined_at_the_width_that_the_dump_shows() -> None:
    """Lines broken at a width become the paragraphs that they were; lines that end early stay apart."""
    text = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS) + "\n\nShort line\nAnother line"
    lines = raw_lines(text)
    width = wrap_width(lines)
    assert width is not None
    assert 66 <= width <= 72
    assert [piece.text for piece in pieces(lines)] == [*PARAGRAPHS, "Short line", "Another line"]


def test_whole_paragraphs_are_not_wrapped() -> None:
    """A dump with a paragraph a line has no width."""
    lines = raw_lines("\n\n".join(PARAGRAPHS))
    assert wrap_width(lines) is None
    assert [piece.text for piece in pieces(lines)] == list(PARAGRAPHS)


def test_links_and_names_on_lines_of_their_own_return_to_their_sentences() -> None:
    """A dump that breaks at every inline element is put together by what a line must go on with."""
    text = (
        "Home\nAbout\nThe Old Pier\nThe council told the\nHarbour Gazette\n, which wrote about the pier (see\n"
        "its report\n), that the work will cost more than he thought.\nThe mayor of\nHarbour Town\nsaid so on Monday.\n"
        "Nobody objected.\nRelated\nAn Older Story"
    )
    told = (
        "The council told the Harbour Gazette, which wrote about the pier (see its report), that the work will"
        " cost more than he thought"
    )
    assert [piece.text for piece in pieces(raw_lines(text))] == [
        "Home",
        "About",
        "The Old Pier",
        f"{told}.",
        "The mayor of Harbour Town said so on Monday.",
        "Nobody objected.",
        "Related",
        "An Older Story",
    ]


def test_items_headings_and_quotes_are_known_by_their_marks() -> None:
    """Bullets of several tools, Markdown's headings and quotes, nested items."""
    found = pieces(raw_lines("## The Pier\n\n  • one\n    • inner\n* two\n- three\n\n> said the mayor\n\n  1. first"))
    assert [(piece.kind, piece.level, piece.text) for piece in found] == [
        ("heading", 2, "The Pier"),
        ("item", 0, "one"),
        ("item", 1, "inner"),
        ("item", 0, "two"),
        ("item", 0, "three"),
        ("quote", 0, "said the mayor"),
        ("item", 0, "1. first"),
    ]


def test_long_lines_of_menus_and_code_do_not_hide_the_width() -> None:
    """Where one width accounts for nearly all of many breaks, long lines do not speak against it."""
    wrapped = "\n\n".join(textwrap.fill(f"{paragraph} {paragraph.lower()}", 72) for paragraph in PARAGRAPHS)
    menu = "\n".join(f"Harbour/{'pier' * 18}/{number}" for number in range(12))
    lines = raw_lines(f"{menu}\n\n{wrapped}")
    assert wrap_width(lines) is not None
    assert f"{FIRST} {FIRST.lower()}" in [piece.text for piece in pieces(lines)]


def test_rows_of_a_table_are_not_joined() -> None:
    """They may be as long as a wrapped line, or longer."""
    wrapped = "\n\n".join(textwrap.fill(paragraph, 72) for paragraph in PARAGRAPHS)
    rows = [f"{number} | The pier of a harbour in the north of the country | {number} boats" for number in range(3)]
    found = [piece.text for piece in pieces(raw_lines("\n".join((wrapped, "", *rows))))]
    assert found[-3:] == rows
