"""What press offices print above a release."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from tests.cleaning.conftest import MakeOriginal

TITLE = "Council Votes To Rebuild The Old Pier"
STORY = """Springfield - The harbour council voted on Monday to rebuild the old pier, which a storm had taken away.

Work is to begin in the spring, the mayor said after the vote, and will take two years at the least.
"""


@pytest.mark.parametrize(
    "lines",
    [
        ("April 17, 2009 Contact: Nora Quill", "(202) 555-0100 "),
        ("April 17, 2009 Contact", "Nora Quill", "(202) 555-0100"),
        ("April 17, 2009", "Media Contact: Nora Quill", "(202) 555-0100 "),
        ("17. April 2009", "Pressekontakt: Nora Quill", "+49 30 5550100 "),
    ],
)
def test_a_contact_before_the_first_words_goes_and_its_day_dates(
    make_original: MakeOriginal, lines: tuple[str, ...]
) -> None:
    """Whoever wraps a release's head glues the number of its contact to the place where the text begins."""
    head = "\n".join((TITLE, "For Immediate Release", *lines))
    article = clean(make_original(f"{head}{STORY}"), None, CleaningSettings())
    assert article.text.startswith("Springfield - The harbour council")
    assert article.published is not None
    assert article.published.date == "2009-04-17"


def test_a_number_that_the_text_begins_with_stays(make_original: MakeOriginal) -> None:
    """Without a contact above it, it is the story's."""
    call = "(202) 555-0100 Is the number that callers of the harbour office have dialled since the day of the storm."
    assert clean(make_original(f"{TITLE}\n\n{call}\n\n{STORY}"), None, CleaningSettings()).text.startswith("(202) 555")
