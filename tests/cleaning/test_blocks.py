"""The blocks of a body and where they stand."""

from __future__ import annotations

import pytest

from generator.cleaning.pieces.blocks import Part, assemble, numbered, ordered, tabled


@pytest.mark.parametrize(
    ("texts", "joined"),
    [
        (("1.", "Close the old pier", "2)", "Build a new one"), ("1. Close the old pier", "2) Build a new one")),
        (("1.", "2.", "Build a new one"), ("1.", "2. Build a new one")),
        (("Boats in the harbour:", "12"), ("Boats in the harbour:", "12")),
        (("They came in 1982.", "1982.", "A year"), ("They came in 1982.", "1982.", "A year")),
        (("The last is", "3."), ("The last is", "3.")),
    ],
    ids=["numbers", "one without words", "a figure", "a year", "the last"],
)
def test_a_number_on_its_own_line_stands_before_what_it_numbers(
    texts: tuple[str, ...], joined: tuple[str, ...]
) -> None:
    """Dumps that part every string have it alone; nothing else is joined."""
    assert tuple(text for _, _, text, *_ in numbered([Part("paragraph", 0, text, ()) for text in texts])) == joined


def test_links_move_with_their_words() -> None:
    """The link of a numbered block still holds the same words, and the block keeps its kind."""
    parts: list[Part] = [Part("paragraph", 0, "1.", ()), Part("item", 1, "See the pier", [(8, 12, "/pier")])]
    text, blocks, links = assemble(numbered(parts))
    assert [(block.kind, block.level) for block in blocks] == [("item", 0)]
    assert [text[link.start : link.end] for link in links] == ["pier"]


def test_numbers_that_count_up_make_a_list() -> None:
    """Paragraphs that count on are items of an ordered list; a number alone is a word of its paragraph."""
    texts = ("1) Close the old pier", "2) Build a new one", "7. No neighbour counts on", "The end", "3. May was cold")
    found = ordered([Part("paragraph", 0, text, [(3, 8, "/pier")]) for text in texts])
    assert [(part.kind, part.ordinal, part.text) for part in found] == [
        ("item", 1, "1) Close the old pier"),
        ("item", 2, "2) Build a new one"),
        ("paragraph", None, "7. No neighbour counts on"),
        ("paragraph", None, "The end"),
        ("paragraph", None, "3. May was cold"),
    ]


def test_lines_of_cells_are_a_table() -> None:
    """Three neighbours of as many cells each; two, or one with another number of them, are lines as before."""
    rows = ("For\t\tAgainst", "It lasts\tIt costs", "Boats can land\t\tNobody can pay")
    found = tabled([Part("paragraph", 0, text, ()) for text in ("The pier:", *rows, "It stays.")])
    assert [(part.kind, part.text) for part in found] == [
        ("paragraph", "The pier:"),
        ("table", "For\tAgainst\nIt lasts\tIt costs\nBoats can land\tNobody can pay"),
        ("paragraph", "It stays."),
    ]
    for lines in (rows[:2], (*rows[:2], "one\ttwo\tthree"), ("no tab", "no tab", "no tab")):
        assert [part.text for part in tabled([Part("paragraph", 0, text, ()) for text in lines])] == list(lines)


@pytest.mark.parametrize(
    ("head", "rows", "table"),
    [
        ("May\tJune", "Boats\t2\t3", "\tMay\tJune\nBoats\t2\t3"),
        ("May \t\t June", "Boats \t\xa0 2\t 3", "\tMay\tJune\nBoats\t2\t3"),
        ("May\tJune\tJuly", "Boats\t2\t3\t4", "\tMay\tJune\tJuly\nBoats\t2\t3\t4"),
        ("May", "Boats\t2", None),
        ("May", "Boats\t2\t3", None),
        ("May\tJune", "Boats\t2\t3\t4", None),
    ],
)
def test_a_head_without_a_cell_over_the_names_is_of_its_table(head: str, rows: str, table: str | None) -> None:
    """Its first cell is empty, and a dump has not even that. Of one column nobody can tell; blanks are no words."""
    found = tabled([Part("paragraph", 0, text, ()) for text in (head, *[rows] * 3)])
    below = table.split("\n")[1] if table else ""
    assert [part.text for part in found][:1] == ([f"{table}\n{below}\n{below}"] if table else [head])


def test_a_list_is_as_deep_as_the_items_around_it() -> None:
    """A list that its page indents stands at the edge, what is below an item one step in, and text begins anew."""
    depths = [("item", 5), ("item", 5), ("item", 7), ("item", 6), ("paragraph", 0), ("item", 7), ("item", 2)]
    _, blocks, _ = assemble([Part(kind, level, "Boats", ()) for kind, level in depths])  # type: ignore[arg-type]
    assert [block.level for block in blocks] == [0, 0, 1, 1, 0, 0, 0]
