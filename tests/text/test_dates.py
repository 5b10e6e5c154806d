"""Date phrases and what they mean."""

from __future__ import annotations

from itertools import product
from typing import Literal

import pytest
from babel.dates import get_month_names
from hypothesis import given
from hypothesis import strategies as st

from generator.text.date_meanings import resolve, resolve_all
from generator.text.dates import find_dates, is_possible
from generator.text.months import month_of


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
    ("text", "phrase", "iso"),
    [
        ("Veröffentlicht am 9. Jänner 2022, 20:14 Uhr", "9. Jänner 2022", "2022-01-09"),
        ("am 19. November 2019 in Köln", "19. November 2019", "2019-11-19"),
        ("le 1er août 2017", "1er août 2017", "2017-08-01"),
        ("el 3 de abril de 2019", "3 de abril de 2019", "2019-04-03"),
        ("del 7 luglio 2018", "7 luglio 2018", "2018-07-07"),
        ("em 25 de março de 2020", "25 de março de 2020", "2020-03-25"),
        ("op 5 maart 2021", "5 maart 2021", "2021-03-05"),
        ("Geplaatst op 11 april 2020 door", "11 april 2020", "2020-04-11"),
        ("on 04-ago-2021 5:11:10", "04-ago-2021", "2021-08-04"),
        ("3-févr.-2021", "3-févr.-2021", "2021-02-03"),
        ("04-aug-2021", "04-aug-2021", "2021-08-04"),
        ("Опубликовано 3 марта 2021 года", "3 марта 2021", "2021-03-03"),
        ("Czwartek, 3 listopada 2021", "3 listopada 2021", "2021-11-03"),
        ("3. 3. 2021", "3. 3. 2021", "2021-03-03"),
        ("Frissítve: 2021. március 3.", "2021. március 3", "2021-03-03"),
        ("03 Mart 2021 Çarşamba", "03 Mart 2021", "2021-03-03"),
        ("7 octubre, 2019", "7 octubre, 2019", "2019-10-07"),
        ("marzo 3, 2021", "marzo 3, 2021", "2021-03-03"),
        ("٣ مارس ٢٠٢١", "٣ مارس ٢٠٢١", "2021-03-03"),
        ("3 كانون الثاني/يناير 2021", "3 كانون الثاني/يناير 2021", "2021-01-03"),
        ("于2021年3月3日发布", "2021年3月3日", "2021-03-03"),
        ("２０２１年３月３日（水）", "２０２１年３月３日", "2021-03-03"),
        ("令和3年3月3日", "令和3年3月3日", "2021-03-03"),
        ("令和元年5月1日", "令和元年5月1日", "2019-05-01"),
        ("民國110年3月3日", "民國110年3月3日", "2021-03-03"),
        ("2021년 3월 3일", "2021년 3월 3일", "2021-03-03"),
        ("입력 2021.03.03 14:05", "2021.03.03", "2021-03-03"),
        ("2021. 3. 3.", "2021. 3. 3", "2021-03-03"),
    ],
)
def test_dates_are_read_as_other_languages_write_them(text: str, phrase: str, iso: str) -> None:
    """With their own names of months, digits, eras and order; the phrase is verbatim."""
    (found,) = find_dates(text)
    assert (found.text, found.iso) == (phrase, iso)
    assert text[found.start : found.end] == phrase


@pytest.mark.parametrize(
    "text", ["3. listopada 2021.", "PyCharm 2021.3.1", "5 boats 2021", "３月３日", "令和3年13月40日"]
)
def test_what_may_mean_two_months_or_none_is_no_date(text: str) -> None:
    """``listopada`` is October in Croatian, which writes a full stop behind the day, and November in Polish."""
    assert not [found for found in find_dates(text) if found.day]


def test_the_names_of_months_are_those_of_unicode() -> None:
    """Of every month both forms that CLDR has, whole."""
    forms: tuple[Literal["format", "stand-alone"], ...] = ("format", "stand-alone")
    languages = "ar bg ca cs da de el es fi fr he hu it nl no pl pt ro ru sk sl sr sv tr uk"
    for language, form in product(languages.split(), forms):
        names = {name: number for number, name in get_month_names("wide", form, language).items()}
        assert {name: month_of(name.removeprefix("de ").removeprefix("d’")) for name in names} == names


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
