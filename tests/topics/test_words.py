"""Words of an article, counted and found again."""

from __future__ import annotations

from generator.topics.words import count_words, locate, written


def test_forms_of_a_word_are_counted_together_and_a_title_twice_more() -> None:
    """`Elections` in the title and `election` in the body are one stem; two-letter words are none."""
    words = count_words("Elections", "An election is an election.")
    assert dict(words.counted()) == {"election": 4}


def test_an_empty_article_has_no_words() -> None:
    """No title and no text count nothing."""
    assert dict(count_words(None, "").counted()) == {}


def test_stems_are_found_where_they_stand_first_and_as_they_are_written() -> None:
    """The title comes before the body; offsets point to the words; stems that are not there are left out."""
    found = locate("Two Elections", "The voters of the election.", ("voter", "election", "ballot"))
    assert [(because.text, because.where, because.start) for because in found] == [
        ("voters", "body", 4),
        ("Elections", "title", 4),
    ]


def test_a_stem_is_written_as_the_texts_write_it_most_often() -> None:
    """The first by its letters of two that are as frequent; a stem that no text has is left out."""
    texts = ("The college of colleges.", "Colleges discover discoveries.")
    assert written(texts, {"colleg", "discoveri", "ballot"}) == {"colleg": "colleges", "discoveri": "discoveries"}
