"""Date phrases and what they mean."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.text.date_meanings import resolve, resolve_all
from generator.text.dates import find_dates, is_possible


@pytest.mark.parametrize(
    ("text", "phrase", "iso"),
    [
        ("It was so on Nov. 19, 2019, they said.", "Nov. 19, 2019", "2019-11-19"),
        ("It was so on Nov  9, 2019, they said.", "Nov  9, 2019", "2019-11-09"),
        ("On Tuesday, Nov. 19, 2019 it rained.", "Tuesday, Nov. 19, 2019", "2019-11-19"),
        ("On 3 March 2010 it rained.", "3 March 2010", "2010-03-03"),
        ("the 4th of July, 1976", "4th of July, 1976", "1976-07-04"),
        ("In May 2003 it rained.", "May 2003", "2003-05"),
        ("It has rained since 1999.", "1999", "1999"),
        ("2019-11-19T10:00:00Z", "2019-11-19", "2019-11-19"),
        ("2019/11/19", "2019/11/19", "2019-11-19"),
        ("11/19/2019", "11/19/2019", "2019-11-19"),
        ("19.11.2019", "19.11.2019", "2019-11-19"),
        ("03/04/2019", "03/04/2019", "2019"),
        ("March 3-5, 2019", "March 3-5, 2019", "2019-03"),
    ],
)
def test_a_date_with_its_year_needs_no_reference(text: str, phrase: str, iso: str) -> None:
    """The words alone give the date, as precise as they are and no more."""
    (found,) = find_dates(text)
    assert (found.text, found.iso) == (phrase, iso)
    assert text[found.start : found.end] == phrase
    assert resolve(found, None) == iso


@pytest.mark.parametrize(
    ("text", "reference", "iso"),
    [
        ("confirmed on Feb. 1.", "2017-03-02", "2017-02-01"),
        ("in December", "2017-01-05", "2016-12"),
        ("on Dec. 30", "2017-01-05", "2016-12-30"),
        ("on Jan. 2", "2016-12-30", "2017-01-02"),
        ("said on Tuesday", "2019-11-20", "2019-11-19"),
        ("said on Wednesday", "2019-11-20", "2019-11-20"),
        ("last Wednesday", "2019-11-20", "2019-11-13"),
        ("next Wednesday", "2019-11-20", "2019-11-27"),
        ("they will meet on Tuesday", "2019-11-20", "2019-11-26"),
        ("He came. The council said Tuesday", "2019-11-20", "2019-11-19"),
        ("yesterday", "2019-03-01", "2019-02-28"),
        ("last year", "2019-03-01", "2018"),
        ("last month", "2019-01-01", "2018-12"),
        ("on Feb. 1", "2017", None),
        ("said on Tuesday", "2019-11", None),
        ("on Feb. 1", None, None),
        ("yesterday", None, None),
    ],
)
def test_a_date_without_year_is_read_from_the_articles_own_date(
    text: str, reference: str | None, iso: str | None
) -> None:
    """Near the reference, and only if the reference is precise enough; never from the clock."""
    (found,) = find_dates(text)
    assert found.iso is None
    assert resolve(found, reference) == iso


@pytest.mark.parametrize(
    "text", ["Feb. 30, 2019", "31 June 2011", "you may 5 times", "the sun 4", "in March 12,000 came", "1.2.3"]
)
def test_what_is_no_possible_date_is_left_out(text: str) -> None:
    """Days that the calendar lacks, and words that only look like months, give no phrase with a day."""
    assert all(found.day is None for found in find_dates(text))


def test_a_weekday_that_contradicts_its_date_is_told() -> None:
    """19 November 2019 was a Tuesday."""
    assert find_dates("Monday, Nov. 19, 2019")[0].contradicts_weekday
    assert not find_dates("Tuesday, Nov. 19, 2019")[0].contradicts_weekday


@given(st.text(max_size=200))
def test_any_text_gives_spans_of_itself(text: str) -> None:
    """Phrases are verbatim, in order, and possible."""
    last = 0
    for found in find_dates(text):
        assert text[found.start : found.end] == found.text
        assert found.start >= last
        last = found.end
        assert found.year is None or is_possible(found.year, found.month, found.day)
        resolve(found, "2020-02-29")


@pytest.mark.parametrize(
    ("text", "reference", "isos"),
    [
        ("The storm of Jan. 16 took the pier.", "2017-11-19", ["2017-01-16"]),
        ("The vote will be held on Jan. 16.", "2017-11-19", ["2018-01-16"]),
        ("The fair opens Jan. 2.", "2017-12-19", ["2018-01-02"]),
        ("It burned on Dec. 20, 2009, and again on Jan. 16.", "2017-11-19", ["2009-12-20", "2010-01-16"]),
        ("The floods of Oct. 3 and Nov. 4, 2011.", "2017-11-19", ["2011-10-03", "2011-11-04"]),
        ("It burned on Dec. 20, 2009. The trial began on Sept. 16.", "2017-11-19", ["2009-12-20", "2017-09-16"]),
        ("The storm of Jan. 16 took the pier.", None, [None]),
    ],
)
def test_a_day_without_year_is_of_the_time_that_its_clause_tells(
    text: str, reference: str | None, isos: list[str | None]
) -> None:
    """Beside a full date it is of that date's time, else of the article's own year, unless it is ahead or near."""
    assert resolve_all(text, find_dates(text), reference) == isos
