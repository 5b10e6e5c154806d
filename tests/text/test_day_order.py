"""What dates in digits mean on a page."""

from __future__ import annotations

import pytest

from generator.text.dates import find_dates
from generator.text.day_order import in_order, order_of


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Updated 07/22/2011. The bill passed on 07/08/2011.", "month-first"),
        ("Posted 22.07.2011, reviewed 08.07.2011", "day-first"),
        ("07.08.11\nThe vote of July 6 was close; it is repeated on September 3, 2011.", "month-first"),
        ("07.08.11\nThe vote of 6 July was close; it is repeated on 3 September 2011.", "day-first"),
        ("07.08.11\nOffice: 12 Elm Street, Springfield, OH 45501", "month-first"),
        ("07.08.11\nNothing else is dated here.", None),
    ],
)
def test_a_page_tells_the_order_of_its_dates(text: str, order: str | None) -> None:
    """Other dates of the page tell whether its months come first, then an American address; else nobody knows."""
    assert order_of(text) == order


def test_a_known_order_gives_month_and_day() -> None:
    """A date in digits shows only its year until the page's order is known."""
    (phrase,) = find_dates("08/07/2011")
    assert phrase.iso == "2011"
    assert in_order(phrase, None).iso == "2011"
    assert in_order(phrase, "day-first").iso == "2011-07-08"
    assert in_order(phrase, "month-first").iso == "2011-08-07"


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("am 19. November 2019 in Köln", "2019-11-19"),
        ("le 1er août 2017", "2017-08-01"),
        ("el 3 de abril de 2019", "2019-04-03"),
        ("del 7 luglio 2018", "2018-07-07"),
        ("em 25 de março de 2020", "2020-03-25"),
        ("op 5 maart 2021", "2021-03-05"),
        ("on 04-ago-2021 5:11:10", "2021-08-04"),
        ("3-févr.-2021", "2021-02-03"),
        ("04-aug-2021", "2021-08-04"),
    ],
)
def test_dates_written_out_in_other_languages(text: str, iso: str) -> None:
    """A day, a month's name and a year are a date in any of the languages that cleaning reads."""
    assert [phrase.iso for phrase in find_dates(text)] == [iso]
