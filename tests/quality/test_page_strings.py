"""Which strings of a page's markup stand in one block."""

from __future__ import annotations

import pytest

from tests.quality.page_strings import strings_of
from tests.quality.train_word_places import counts_of, places_of, without


@pytest.mark.parametrize(
    ("html", "blocks"),
    [
        ("<p>The <b>old</b> pier</p><p>fell.</p>", [1, 1, 1, 2]),
        ("<p>The old<br>pier fell</p>", [1, 1]),
        ("<p>The old pier fell.<br>it rained</p>", [1, 2]),
        ("<p>The old<br>Pier</p>", [1, 2]),
        ("<p>The old<br><br>pier</p>", [1, 2]),
        ("<p>The harbour<br>office@harbour.example</p>", [1, 2]),
        ("<p>The old<hr>pier</p>", [1, 2]),
    ],
)
def test_a_break_parts_unless_it_wraps_a_sentence(html: str, blocks: list[int]) -> None:
    """A line break before a small letter, where the line above has no end."""
    found = [line.block for line in strings_of(html)]
    assert [number - found[0] + 1 for number in found] == blocks


def test_a_page_is_told_what_the_others_show() -> None:
    """Its own words are not counted; a text that stands there twice counts once."""
    page = "<p>The old pier</p>" * 2
    counts = [counts_of(page)] * 30
    known = places_of(counts)
    assert known.ends["pier"] == (30, 0)
    assert known.ends["old"] == (0, 30)
    assert known.begins["The"] == (30, 0)
    assert without(known, counts[0]).ends["pier"] == (29, 0)
