"""How readers are told when an article was published, and how that is known."""

from __future__ import annotations

import pytest

from generator.model import Dating
from generator.publishing.wording import certainty, dated_by

SHOWN = Dating(date="2019-11-19", basis="date-line", text="November 19, 2019")


@pytest.mark.parametrize(
    ("dating", "known", "by"),
    [
        (SHOWN, "as printed on the page", "as printed on the page"),
        (
            SHOWN.as_published(),
            "the date of first publication is not stated",
            "that of an update; the date of first publication is not stated",
        ),
        (
            SHOWN.as_published("2012-09-12"),
            "first published September 12, 2012",
            "that of an update; first published September 12, 2012",
        ),
    ],
)
def test_the_day_of_an_update_says_so_and_when_the_first_was(dating: Dating, known: str, by: str) -> None:
    """Beside the day that a page shows, its readers see the day of first publication if the page tells it anywhere."""
    assert certainty(dating) == known
    assert dated_by(dating) == by


def test_the_date_of_an_item_of_a_feed_is_told_as_such() -> None:
    """Not by the item's number, which tells a reader nothing."""
    assert certainty(Dating(date="2009-06-10", basis="item 4")) == "as dated in its feed or export"


@pytest.mark.parametrize(
    ("basis", "known"),
    [
        ("article 2", "as labelled in its file"),
        ("labels", "as labelled in its file"),
        ("properties", "as noted by the archive"),
        ("record 3", "as noted by the archive"),
    ],
)
def test_what_a_file_says_of_its_articles_is_told_without_their_numbers(basis: str, known: str) -> None:
    """A press database's labels, a note's properties, an export's records."""
    assert certainty(Dating(date="2009-06-10", basis=basis)) == known
