"""What stands above a headline is not the article."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.headroom import below_headline, signed_headline
from tests.cleaning.conftest import MakeOriginal

NOTICE = "The pages of this archive are kept as they were, and what they link to may have moved or may no longer exist."
PARAGRAPHS = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
    "Fishermen who had moved to the next village said that they would come back when there was a crane for the boats.",
)


@pytest.mark.parametrize(
    ("within", "headline", "kept"),
    [
        ((True, False, True, True), 1, (False, False, True, True)),
        ((True, False, True, True), None, (True, False, True, True)),
        ((True, True, False, True), 2, (True, True, False, True)),
        ((False, False, True, True), 1, (False, False, True, True)),
    ],
    ids=["a notice", "no headline", "most of the article", "nothing"],
)
def test_little_above_a_headline_is_left_out(
    within: tuple[bool, ...], headline: int | None, kept: tuple[bool, ...]
) -> None:
    """Where much of the body would go, the line was none of its headlines."""
    assert below_headline(within, (30, 10, 40, 40), headline) == kept


@pytest.mark.parametrize(
    ("lines", "headline"),
    [
        ({3: "title", 4: "byline", 9: "title"}, 3),
        ({1: "title", 3: "title", 6: "date"}, 3),
        ({1: "date", 3: "title"}, None),
        ({}, None),
    ],
)
def test_a_byline_or_date_below_it_makes_sure_of_a_headline(lines: dict[int, str], headline: int | None) -> None:
    """The last one counts: above it stand the window's title and the way back."""
    assert signed_headline(lines) == headline


def test_a_notice_above_the_headline_of_a_dump_goes(make_original: MakeOriginal) -> None:
    """So does the breadcrumb, although its last step is the headline's own words."""
    lines = (
        "Skip to main content", NOTICE, "  1. Home", "  2. Harbour News", "  3. Old Pier To Be Rebuilt In The Spring",
        "Old Pier To Be Rebuilt In The Spring", "Nora Quill", "March 3, 2019", *PARAGRAPHS, "Back to top",
    )  # fmt: skip
    article = clean(make_original("\n\n".join(lines)), None, CleaningSettings())
    assert article.title == "Old Pier To Be Rebuilt In The Spring"
    assert article.text.split("\n\n") == list(PARAGRAPHS)
