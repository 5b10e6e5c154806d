"""That an article is old says its site, not the article."""

from __future__ import annotations

import pytest

from generator.cleaning.html.notices import tells_age, without_notice_of_age

STORY = ("The council voted on Monday to rebuild the old pier.", "Work is to begin in the spring.")


@pytest.mark.parametrize(
    "notice",
    [
        "This post is over 3 years old. I've probably changed my mind since it was written.",
        "Please note: This article was published more than two years ago.",
        "Warning! This tutorial was written 5+ years ago",
    ],
)
def test_a_notice_of_age_above_an_article_is_none_of_it(notice: str) -> None:
    """Below its first words it may be what the article tells."""
    assert without_notice_of_age((notice, *STORY), [True] * 3) == (False, True, True)
    assert without_notice_of_age((STORY[0], notice, STORY[1]), [True] * 3) == (True, True, True)
    assert without_notice_of_age(("Menu", notice, *STORY), [False, True, True, True]) == (False, False, True, True)


@pytest.mark.parametrize(
    "text",
    [
        "This pier is over 30 years old.",
        "This article was updated on Monday.",
        "This story is about a pier that was built ninety years ago by Ada Marsh and her sons, who sold fish below it.",
    ],
)
def test_what_an_article_tells_of_other_years_is_no_notice(text: str) -> None:
    """Of a pier, or of a long time before."""
    assert not tells_age(text)


def test_no_text_has_no_notice() -> None:
    """Nothing was chosen."""
    assert without_notice_of_age((), ()) == ()
