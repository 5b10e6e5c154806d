"""Which words headings and texts of pictures have, and what a line's words speak for."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.line_words import EVERY, OF_HEADINGS, OF_PICTURES, known_words, names_of, word_traits

TALLY = {EVERY: (30, 70), "conclusion": (20, 2), "download": (1, 40), "^why": (25, 5), "=the nets": (9, 0)}


def test_a_line_counts_for_its_words_its_ends_and_itself() -> None:
    """Each once, and once as a line."""
    assert names_of(["the", "old", "old", "pier"]) == [
        "the", "old", "pier", "^the", "^the old", "pier$", "=the old old pier", "*",
    ]  # fmt: skip
    assert names_of([]) == ["^", "$", "=", "*"]


def test_words_that_headings_have_speak_for_one() -> None:
    """More than a word that nobody saw, which says nothing; a button's speak against it."""
    (head, new, button) = (word_traits([word], TALLY)["words-mean"] for word in ("conclusion", "quay", "download"))
    assert head > 1
    assert new == pytest.approx(0)
    assert button < -1
    mixed = word_traits(["download", "conclusion"], TALLY)
    assert (mixed["words-most"], mixed["words-least"]) == (head, button)
    assert mixed["words-sum"] == head + button


def test_beginnings_and_whole_lines_are_known() -> None:
    """As they are told of apart from the words in them."""
    assert word_traits(["why", "nets"], TALLY)["first-word"] > 1
    assert word_traits(["nets", "why"], TALLY)["first-word"] == pytest.approx(0)
    assert word_traits(["the", "nets"], TALLY)["all-words"] > 1
    assert word_traits(["the", "boats"], TALLY)["all-words"] == pytest.approx(0)


def test_a_line_without_words_says_nothing() -> None:
    """And no error."""
    assert list(word_traits([], TALLY).values()) == pytest.approx([0.0] * 8)


def test_the_counts_of_the_corpora_are_read() -> None:
    """Lines that many articles have, a button, what stands on pictures."""
    headings, pictures = known_words(OF_HEADINGS), known_words(OF_PICTURES)
    assert word_traits(["conclusion"], headings)["all-words"] > 1
    assert word_traits(["download"], headings)["words-mean"] < 0
    assert word_traits(["smiling"], pictures)["words-mean"] > 1
    assert word_traits(["conclusion"], pictures)["words-mean"] < 0
