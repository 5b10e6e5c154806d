"""What a page's programs say is no article."""

from __future__ import annotations

import pytest

from generator.cleaning.pieces.programs import is_of_program
from tests.cleaning.test_html import BODY, cleaned


@pytest.mark.parametrize(
    ("line", "said"),
    [
        ("Loading prices for your harbour…", True),
        ("Loading tide tables...", True),
        ("Loading time of your boats", False),
        ("We're sorry but you will need to enable JavaScript to see the tides.", True),
        ("Boats enable JavaScript", False),
        ("4.8 / 5 (opens in a new tab)", True),
        ("Opens in new window", True),
        ("The pier opens in a new place.", False),
        ("Ctrl+K", True),
        ("This field is for validation purposes and should be left unchanged.", True),
        ("Control the boats", False),
        ("Rated 4.8 stars by 27,784 users", True),
        ("Oops! Something went wrong while submitting the form.", True),
    ],
)
def test_programs_are_known_by_their_words(line: str, *, said: bool) -> None:
    """Whole lines alone: a sentence may speak of programs."""
    assert is_of_program(line) is said


def test_they_say_nothing_amid_an_article() -> None:
    """A page has such lines from the beginning."""
    lines = "<p>Loading tide tables…</p>"
    found = cleaned(f"<html><body><h1>Pier</h1><p>{BODY[0]}</p>{lines}<p>{BODY[1]}</p></body></html>")
    assert found.text == f"{BODY[0]}\n\n{BODY[1]}"
