"""Dates that people say, dates that pages show, and dates that cannot be."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean, without_future
from generator.model import Metadata
from tests.cleaning.conftest import MakeOriginal

BODY = "The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away.\n\n"
STORY = (
    "Pier To Be Rebuilt\n\nBy Jane Doe\n{}\n\n"
    + BODY
    + "Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.\n"
)


def test_a_date_that_people_say_wins_over_the_page(make_original: MakeOriginal) -> None:
    """Metadata comes first, with where it was said."""
    said = Metadata(date="2019-11-20", basis={"date": "metadata.csv:2"})
    article = clean(make_original(STORY.format("Nov. 19, 2019"), metadata=said), None, CleaningSettings())
    assert article.published is not None
    assert (article.published.date, article.published.basis) == ("2019-11-20", "metadata.csv:2")
    assert article.warnings == ()


def test_a_told_date_after_the_capture_is_kept_and_reported(make_original: MakeOriginal) -> None:
    """Nothing that people say is dropped in silence."""
    said = Metadata(date="2020-01-05", retrieved="2019-12-01", basis={"date": "story.txt.meta.yml"})
    article = clean(make_original(STORY.format(""), metadata=said), None, CleaningSettings())
    assert article.published is not None
    assert article.published.date == "2020-01-05"
    (warning,) = article.warnings
    assert warning == (
        "story.txt: date 2020-01-05 (story.txt.meta.yml) lies after the day of capture, 2019-12-01; it is kept:"
        " correct it or the day of capture"
    )


def test_a_shown_date_after_the_capture_is_refused(make_original: MakeOriginal) -> None:
    """A page cannot show a day that had not come; such a date is of something else."""
    page = make_original(STORY.format("Nov. 19, 2031"), metadata=Metadata(retrieved="2019-12-01"))
    assert clean(page, None, CleaningSettings()).published is None


def test_the_day_of_capture_may_be_the_whole_archives(make_original: MakeOriginal) -> None:
    """Where the original does not say when it was captured, the settings do."""
    page = make_original(STORY.format("Nov. 19, 2031"))
    assert clean(page, None, CleaningSettings(captured="2019-12-01")).published is None
    assert clean(page, None, CleaningSettings(captured="2031-12-01")).published is not None


@pytest.mark.parametrize("shown", ["Feb. 30, 2019", "Monday, Nov. 19, 2019", "November 19"])
def test_an_impossible_or_incomplete_date_dates_nothing(make_original: MakeOriginal, shown: str) -> None:
    """A day that the calendar lacks, a weekday that it contradicts, and a day without a year stay unknown."""
    assert clean(make_original(STORY.format(shown)), None, CleaningSettings()).published is None


@pytest.mark.parametrize(
    ("path", "updated", "expected"),
    [
        ("2019-11-19-pier.txt", "", "2019-11-19"),
        ("pier.txt", "\nUpdated: Nov. 21, 2019", "2019-11-19"),
        ("pier.txt", "", None),
    ],
)
def test_a_day_without_a_year_takes_it_from_what_lies_near(
    make_original: MakeOriginal, path: str, updated: str, expected: str | None
) -> None:
    """The year of a date line stands in the file's name or in the line of the update, or nowhere."""
    article = clean(make_original(STORY.format("November 19" + updated), path=path), None, CleaningSettings())
    assert (article.published.date if article.published else None) == expected


@pytest.mark.parametrize(
    ("opening", "dateline"),
    [
        ("HARBOUR TOWN (HG) — ", "HARBOUR TOWN (HG)"),
        ("PASADENA, Calif. — ", "PASADENA, Calif."),
        ("LONDON, Feb. 1 (HG) -- ", "LONDON, Feb. 1 (HG)"),
        ("", None),
    ],
)
def test_a_dateline_is_read_and_stays_in_the_body(
    make_original: MakeOriginal, opening: str, dateline: str | None
) -> None:
    """The place with which the first paragraph opens is a field and remains text."""
    article = clean(make_original(f"Pier To Be Rebuilt\n\n{opening}{BODY}{BODY}"), None, CleaningSettings())
    assert article.dateline == dateline
    assert article.text.startswith(f"{opening}The harbour council")


@pytest.mark.parametrize(
    ("above", "opening", "date"),
    [
        ("", "SPRINGFIELD, Ohio, March 3, 2019 — ", "2019-03-03"),
        ("Updated: March 4, 2019\n\n", "LONDON, March 3 (HG) - ", "2019-03-03"),
        ("", "LONDON, March 3 (HG) - ", None),
        ("March 4, 2019\n\n", "LONDON, March 3, 2019 - ", "2019-03-04"),
    ],
)
def test_a_dateline_dates_what_nothing_else_does(
    make_original: MakeOriginal, above: str, opening: str, date: str | None
) -> None:
    """A whole day in a dateline, or one whose year the update tells; a date line of the page's own comes first."""
    article = clean(make_original(f"Pier To Be Rebuilt\n\n{above}{opening}{BODY}{BODY}"), None, CleaningSettings())
    assert (article.published.date if article.published else None) == date


@pytest.mark.parametrize(
    "correction",
    [
        "Correction, Nov. 15, 2019: An earlier version of this story misstated the length of the old pier.",
        "An earlier version of this article gave a wrong year for the storm that took the old pier away.",
    ],
)
def test_a_correction_is_a_field_and_remains_text(make_original: MakeOriginal, correction: str) -> None:
    """What the outlet corrects is content."""
    article = clean(make_original(f"Pier To Be Rebuilt\n\n{BODY}{BODY}{correction}\n"), None, CleaningSettings())
    assert article.corrections == (correction,)
    assert article.text.endswith(correction)


@pytest.mark.parametrize(
    ("zone", "date"), [(None, "2019-11-20"), ("America/Chicago", "2019-11-19"), ("Asia/Tokyo", "2019-11-20")]
)
def test_a_moment_is_of_the_day_that_it_was_at_the_outlet(
    make_original: MakeOriginal, zone: str | None, date: str
) -> None:
    """A stamp with an offset is dated in the outlet's time zone, and as it is written where none is known."""
    said = Metadata(date="2019-11-20T03:30:00Z", basis={"date": "metadata.csv:2"})
    article = clean(make_original(STORY.format(""), metadata=said), None, CleaningSettings(timezone=zone))
    assert article.published is not None
    assert article.published.date == date


def test_a_date_that_is_still_to_come_is_no_date(make_original: MakeOriginal) -> None:
    """Where no capture is known, the day of the build is the latest; the next has begun somewhere."""
    original = make_original(STORY.format("Published Nov. 19, 2019"))
    article = clean(original, None, CleaningSettings())
    refused = without_future(article, original, "2019-11-17")
    assert refused.published is None
    assert refused.warnings == (
        "story.txt: published 2019-11-19 (label) lies in the future and is not taken for a date",
    )
    assert refused.text == article.text
    assert without_future(article, original, "2019-11-18") is article


def test_a_told_date_that_is_still_to_come_is_kept_and_reported(make_original: MakeOriginal) -> None:
    """As a date after the capture is: nothing that people say is dropped in silence."""
    original = make_original(
        STORY.format(""), metadata=Metadata(date="2019-11-19", basis={"date": "story.txt.meta.yml"})
    )
    kept = without_future(clean(original, None, CleaningSettings()), original, "2019-11-01")
    assert kept.published is not None
    assert kept.warnings == (
        "story.txt: published 2019-11-19 (story.txt.meta.yml) lies in the future; it is kept: correct it",
    )
