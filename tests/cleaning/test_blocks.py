"""The blocks of a body and where they stand."""

from __future__ import annotations

import pytest

from generator.cleaning.pieces.blocks import Part, assemble, numbered


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
    assert tuple(text for _, _, text, _ in numbered([("paragraph", 0, text, ()) for text in texts])) == joined


def test_links_move_with_their_words() -> None:
    """The link of a numbered block still holds the same words, and the block keeps its kind."""
    parts: list[Part] = [("paragraph", 0, "1.", ()), ("item", 1, "See the pier", [(8, 12, "/pier")])]
    text, blocks, links = assemble(numbered(parts))
    assert [(block.kind, block.level) for block in blocks] == [("item", 1)]
    assert [text[link.start : link.end] for link in links] == ["pier"]
