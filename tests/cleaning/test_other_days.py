"""Days on a page that are not the day on which its article was published, and the one beside who signs."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump import datelines
from generator.model import CleanArticle
from tests.cleaning.conftest import MakeOriginal

TITLE = "Old Pier To Be Rebuilt After Storm"
BODY = """The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away.

Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.

Fishermen who had waited for the decision since January said that the pier was the only place to land in a north wind.
"""


def cleaned(make_original: MakeOriginal, above: tuple[str, ...], below: tuple[str, ...] = ()) -> CleanArticle:
    """The article of a dump of which nothing else is known."""
    return clean(make_original("\n\n".join((TITLE, *above, BODY, *below))), None, CleaningSettings())


@pytest.mark.parametrize(
    "lines",
    [
        ("Register by March 3, 2019",),
        ("Anmeldung bis 3. März 2019",),
        ("Offer ends March 3, 2019",),
        ("Date: January 6-9, 2019",),
        ("1/1/2013\t+13.1%",),
        ("1/1/2013| +13.1%",),
        ("1/1/2013   +13.1%",),
        ("1/13/2013", "+13.1%", "1/14/2013", "+12.9%"),
        ("Last Updated", "on", "March 3, 2019"),
        ("Published by Harbour House and released to the boats of all the coast in May 2019",),
    ],
)
def test_the_day_of_something_else_dates_nothing(
    make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch, lines: tuple[str, ...]
) -> None:
    """Offers end, fairs last and books come out on them, even where the trees would take them."""
    monkeypatch.setattr(datelines, "score", lambda _table, _traits, count: [1.0] * count)
    assert cleaned(make_original, lines).published is None
    above = cleaned(make_original, ("March 5, 2019", *lines)).published
    assert above is not None
    assert above.date == "2019-03-05"


def test_the_day_beside_who_signs_below_the_text_is_the_articles(
    make_original: MakeOriginal, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The byline may stand below the text, with the day next to it."""
    monkeypatch.setattr(datelines, "score", lambda _table, _traits, count: [-4.0] * count)
    below = (BODY, BODY, "Written by Jane Doe", "March 5, 2019")
    signed = cleaned(make_original, (), below)
    assert signed.authors == ("Jane Doe",)
    assert signed.published is not None
    assert signed.published.date == "2019-03-05"
    assert cleaned(make_original, (), (*below[:-1], "March 2019")).published is None


def test_the_days_of_an_agenda_date_nothing(make_original: MakeOriginal) -> None:
    """A sentence leads to the first, others follow; one day alone, right above the text, is the article's."""
    days = ("Wednesday, September 15, 2010", "Thursday, September 16, 2010", "Friday, September 17, 2010")
    agenda = tuple(line for day in days for line in (day, "The boats of the town sail at noon, and all may come."))
    led = "The mayor will be at all of these meetings of the harbour council this week, which are as follows."
    assert cleaned(make_original, (led, *agenda)).published is None
    dated = cleaned(make_original, (days[0],), below=agenda[2:]).published
    assert dated is not None
    assert dated.date == "2010-09-15"


def test_the_days_of_what_an_article_lists_date_nothing(make_original: MakeOriginal) -> None:
    """Many of them stand inside the text, and the first ones right above it; a day long before is the article's."""
    days = [f"March {day}, 2026" for day in range(10, 18)]
    entries = [line for day in days for line in (day, "Harbour Days", "A fair on the old pier with boats and music.")]
    assert cleaned(make_original, (), (*entries, BODY)).published is None
    dated = cleaned(make_original, ("By Jane Doe", "January 3, 2026"), (*entries, BODY))
    assert dated.published is not None
    assert dated.published.date == "2026-01-03"
    few = cleaned(make_original, ("March 9, 2026",), (*entries[:12], BODY))
    assert few.published is not None
