"""What dates in digits mean on a page."""

from __future__ import annotations

import pytest

from generator.text.dates import find_dates
from generator.text.day_order import in_order, order_of

_GERMAN = (
    "Der Rat der Stadt hat am Abend beschlossen, den alten Steg am Hafen noch in diesem Jahr zu erneuern, obwohl es "
    "dafür kein Geld gibt und niemand weiß, wer es geben wird."
)


@pytest.mark.parametrize(
    ("text", "order"),
    [
        ("Updated 07/22/2011. The bill passed on 07/08/2011.", "month-first"),
        ("Posted 22.07.2011, reviewed 08.07.2011", "day-first"),
        ("07.08.11\nThe vote of July 6 was close; it is repeated on September 3, 2011.", "month-first"),
        ("07.08.11\nThe vote of 6 July was close; it is repeated on 3 September 2011.", "day-first"),
        ("07.08.11\nOffice: 12 Elm Street, Springfield, OH 45501", "month-first"),
        ("07.08.11\nNothing else is dated here.", None),
        (f"07.08.2011\n{_GERMAN}", "day-first"),
    ],
)
def test_a_page_tells_the_order_of_its_dates(text: str, order: str | None) -> None:
    """Other dates of the page tell whether its months come first, then an American address, then another language."""
    assert order_of(text) == order


def test_a_known_order_gives_month_and_day() -> None:
    """A date in digits shows only its year until the page's order is known."""
    (phrase,) = find_dates("08/07/2011")
    assert phrase.iso == "2011"
    assert in_order(phrase, None).iso == "2011"
    assert in_order(phrase, "day-first").iso == "2011-07-08"
    assert in_order(phrase, "month-first").iso == "2011-08-07"
