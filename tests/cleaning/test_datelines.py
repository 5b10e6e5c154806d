"""Which of a page's dates is the article's."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.fields.dating import read_dates
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away.",
    "Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.",
    "Fishermen who had waited for the decision said that the pier was the only place to land in a north wind.",
)


def published(make_original: MakeOriginal, *lines: str) -> str | None:
    """The day of publication that a dump of some lines tells."""
    article = clean(make_original("\n\n".join(("Old Pier To Be Rebuilt", *lines))), None, CleaningSettings())
    return article.published.date if article.published else None


@pytest.mark.parametrize(
    "line",
    [
        "This article was originally published on 26 Sep 2019 but has been updated since.",
        "Editor's note: This story was first published Sept. 26, 2019, and has been updated.",
        "Originally published on September 26, 2019.",
    ],
)
def test_what_says_when_it_was_first_published_tells_it(make_original: MakeOriginal, line: str) -> None:
    """Even below the text, and though another date stands under the headline."""
    assert published(make_original, "By Jane Doe", "30 Sep 2022, 11:07am", *STORY, line) == "2019-09-26"
    other = line.replace("article", "law").replace("story", "law").replace("Originally", "The law was")
    assert published(make_original, "By Jane Doe", "30 Sep 2022, 11:07am", *STORY, other) == "2022-09-30"


@pytest.mark.parametrize(
    "lines",
    [
        ("Date: Fri, 1 Feb 2002 11:53:40 -0500 (EST)", "From: Nora Quill", "Subject: The pier"),
        ("Today's Hours", "March 14, 2026"),
        ("Open Today, March 14, 2026",),
        ("— Nora Quill (@nquill)", "November 20, 2025"),
        ("Mayor Jane Doe issued the following statement on the tenth anniversary of the storm of January 5, 2001:",),
        ("Editor's Note: We updated our guide to piers on March 4, 2025 to share what we have learned.",),
    ],
)
def test_a_letter_a_post_and_the_day_of_the_visit_date_nothing(
    make_original: MakeOriginal, lines: tuple[str, ...]
) -> None:
    """Nor does the note of an update, whatever it was that was updated."""
    assert published(make_original, *lines, *STORY) is None
    assert published(make_original, STORY[0], *lines, *STORY[1:]) is None


@pytest.mark.parametrize(
    ("line", "role"),
    [
        ("Revised January 18, 2018", "updated"),
        ("The Revised Rules went into effect on January 18, 2018.", "unlabelled"),
        ("Published rules, effective January 18, 2018", "unlabelled"),
        ("Updated rules take effect from January 18, 2018", "unlabelled"),
        ("The Effect Of Rain. Published: January 18, 2018", "published"),
        ("How effective are piers? Updated January 18, 2018", "updated"),
    ],
)
def test_the_day_from_which_rules_hold_is_that_of_no_article(line: str, role: str) -> None:
    """Whatever was revised, or published."""
    assert [date.role for date in read_dates(line)] == [role]


def test_an_update_of_the_same_day_tells_when_a_story_was_published() -> None:
    """As Australian papers print it: the day stands with the update, only the hour with the first publication."""
    (line,) = read_dates("Updated August 19 2024 - 3:12pm, first published 11:40am")
    assert (line.role, line.phrase.iso) == ("published", "2024-08-19")
    (line,) = read_dates("Updated August 19 2024 - 3:12pm")
    assert line.role == "updated"


def test_a_long_line_that_begins_with_its_date_is_read(make_original: MakeOriginal) -> None:
    """What follows the date are the sections and keywords of a page."""
    line = f"Posted on November 25, 2024 in {', '.join(f'Harbour News of Pier {number}' for number in range(12))}"
    assert published(make_original, line, *STORY) == "2024-11-25"
