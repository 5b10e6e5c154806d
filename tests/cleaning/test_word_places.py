"""Where words stand, and what is told of those that nobody counted."""

from __future__ import annotations

from generator.cleaning.dump.word_places import NEVER, Places, begin_make, begin_odds, end_make, end_odds, places

KNOWN = Places(
    {"that": (5, 995), "reviews": (60, 40), "•l ing": (10, 490), "•C eum": (80, 20)},
    {"The": (300, 700), "the": (2, 998), "•0": (30, 70)},
)


def test_a_word_that_stands_amid_texts_ends_none() -> None:
    """In whatever letters it stands there; at a beginning capitals tell."""
    assert end_odds("that", KNOWN) == end_odds("That", KNOWN) < -3
    assert end_odds("Reviews", KNOWN) > 0
    assert begin_odds("The", KNOWN) > begin_odds("the", KNOWN)


def test_a_word_nobody_counted_is_as_those_of_its_make() -> None:
    """And one of a make that nobody counted is as any word."""
    assert end_odds("mooring", KNOWN) < end_odds("pier", KNOWN) < end_odds("Lyceum", KNOWN)
    assert begin_odds("12", KNOWN) > begin_odds("pier", KNOWN)


def test_a_word_that_a_mark_closes_is_not_asked_whether_it_ends() -> None:
    """The mark says it."""
    assert end_odds("that,", KNOWN) == NEVER


def test_makes_tell_capitals_and_ends() -> None:
    """Numbers, words in capitals and signs have one each."""
    assert [end_make(word) for word in ("pier7", "NATO", "Town", "old")] == ["•0", "•A", "•C own", "•l old"]
    assert [begin_make(word) for word in ("7", "(see", "NATO", "A", "It", "is,")] == [
        "•0", "•(", "•A", "•C a", "•C it", "•l is",
    ]  # fmt: skip


def test_the_counts_of_the_corpora_are_read() -> None:
    """A few words that any text has."""
    found = places()
    assert end_odds("which", found) < -3 < end_odds("reviews", found)
    assert begin_odds("Which", found) > begin_odds("which", found)
