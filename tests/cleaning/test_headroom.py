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


_ADVERTS = tuple(
    f"Compact pump with a long hose and {number} settings. Perfect for cellars, boats and gardens of any size."
    for number in range(12)
)


def _marked(*lines: str) -> str:
    return "\n\n".join(("Menu", *_ADVERTS, *lines, "Share this page", "Contact"))


def test_the_article_stands_below_the_only_heading_of_the_highest_level(make_original: MakeOriginal) -> None:
    """A menu that describes what it sells is longer than the article and reads like prose."""
    text = _marked(
        "# The Council Will Rebuild A Harbour Pier", *PARAGRAPHS, *PARAGRAPHS[:2], "## What comes next", PARAGRAPHS[0]
    )
    article = clean(make_original(text), None, CleaningSettings())
    assert article.title == "The Council Will Rebuild A Harbour Pier"
    assert article.text.startswith(PARAGRAPHS[0])
    assert "pump" not in article.text


@pytest.mark.parametrize(
    "heading",
    ["# Subscribe Wherever Newsletters Arrive", "# The Council Will Rebuild A Harbour Pier\n\n# Our Newsletters"],
)
def test_a_heading_that_the_text_below_does_not_speak_of_is_no_headline(
    make_original: MakeOriginal, heading: str
) -> None:
    """Nor is one of two of the highest level told from the other by that."""
    above = (*PARAGRAPHS, *(f"{paragraph} Again." for paragraph in PARAGRAPHS))
    article = clean(make_original("\n\n".join((*above, heading, *_ADVERTS))), None, CleaningSettings())
    assert PARAGRAPHS[0] in article.text


def test_a_slash_of_the_way_back_is_not_of_the_headline(make_original: MakeOriginal) -> None:
    """``/Pier To Be Rebuilt`` is what is left of breadcrumbs."""
    text = "\n\n".join(("/Pier To Be Rebuilt Next Year", "March 3, 2019", *PARAGRAPHS))
    assert clean(make_original(text), None, CleaningSettings()).title == "Pier To Be Rebuilt Next Year"


def test_a_remark_in_code_is_no_heading(make_original: MakeOriginal) -> None:
    """Where a dump marks no heading of another level, the sign may stand before anything."""
    above = (*PARAGRAPHS, *(f"{paragraph} Again." for paragraph in PARAGRAPHS))
    below = [f"{paragraph} Once more." for paragraph in PARAGRAPHS] * 2
    article = clean(make_original("\n\n".join((*above, "# council voted", *below))), None, CleaningSettings())
    assert f"{PARAGRAPHS[0]} Again." in article.text
