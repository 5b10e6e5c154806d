# ruff: noqa: E501 - columns beside what they say
"""Columns of printed papers, put together again."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cleaning.dump.columns import rejoined


@pytest.mark.parametrize(
    ("column", "text"),
    [
        ("The boat was in the har-\nbour at noon, and no-\nbody knew why.", ["The boat was in the harbour at noon, and nobody knew why."]),
        ("It was a short-\nterm plan for the\nsteep-\nest grade.", ["It was a short-term plan for the steepest grade."]),
        ("   It is late.\n   It is very late\nin the day.", ["It is late.", "It is very late in the day."]),
        ("It stood in company with a\n\ndelegation of boats.", ["It stood in company with a delegation of boats."]),
        ("It ends here, says the man\nwho ends it.\nAnother man begins there\nand goes on.", ["It ends here, says the man who ends it.", "Another man begins there and goes on."]),
        ("Anglo-\nSaxon boats", ["Anglo- Saxon boats"]),
    ],
)  # fmt: skip
def test_words_and_paragraphs_are_whole(column: str, text: list[str]) -> None:
    """Words that are broken, paragraphs that are indented, columns that end amid a sentence."""
    assert [line for line in rejoined(column.split("\n")) if line] == text


@given(st.lists(st.sampled_from(["", "   A line", "a har-", "bour at noon.", "Short.", "and on it goes"]), max_size=12))
def test_no_word_is_lost(lines: list[str]) -> None:
    """All letters stay in their order, and the lines in their number."""
    found = rejoined(lines)
    assert len(found) == len(lines)
    plain = ["".join(text.split()).replace("-", "") for text in ("".join(lines), "".join(found))]
    assert plain[0] == plain[1]
