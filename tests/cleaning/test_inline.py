"""Sentences that a dump broke at links, names, emphasis and code."""

from __future__ import annotations

import textwrap

import pytest

from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.wrap import pieces

CUT = (
    "The council told the\nHarbour Gazette\n, which wrote about it.\nThe mayor of\nHarbour Town\nsaid so on Monday.\n"
    "Three members\n, as he said\n, stayed at home.\n"
)
"""What tells that a dump breaks at every inline element."""


def joined(text: str) -> list[str]:
    """The pieces of a dump."""
    return [piece.text for piece in pieces(raw_lines(text))]


def behind_cuts(text: str) -> list[str]:
    """The pieces of a text in a dump that breaks at every inline element."""
    return joined(CUT + text)[3:]


@pytest.mark.parametrize(
    "text",
    [
        # A link that begins with a capital, behind a text that is no heading and before a line that goes on.
        "The pier was closed in spring. Work on it is told of in a long report in\nNorth Coast Herald\nthis week.",
        "Nobody knew how long the old pier would stand there, so the mayor asked\nHarbour Engineers\n, who came.",
        "The pier was closed in spring. Anyone who wants to know more of it may read\nPier Report 12\n.",
        # An aside, a small word, a lone verb.
        "North Coast Herald\n(a weekly paper) wrote about the pier.",
        "North Coast Herald\n– a weekly paper – wrote about the pier.",
        "North Coast Herald\nand\nHarbour Gazette\nwrote about the pier.",
        "They say it simply\nwas\nthe pier.",
        "The\nold pier\nwas closed.",
        "The paper is named\nTides\nand so is the pier.",
    ],
)
def test_a_line_inside_a_sentence_returns_to_it(text: str) -> None:
    """What the lines end with, begin with and are followed by tells that they are one sentence."""
    assert behind_cuts(text) == [text.replace("\n", " ").replace(" ,", ",").replace(" .", ".")]


@pytest.mark.parametrize(
    "text",
    [
        "Best for\nFishing boats",
        "The North Pier in Winter\nThe pier was closed in spring.",
        "What you need:\na small boat that floats\na long rope",
        "bring your own boat to the pier\nleave your dog at home with your friends",
        "The Old Pier in the North\nby\nJane Harbour",
        "Jane Harbour\non March 3, 2021",
        "Jane Harbour\niPier is an app for anglers.",
        "The pier was closed; the boats have gone\nShare",
        "What the piers are made of and who pays for all the repairs they need\nWood:\nit rots.",
    ],
)
def test_headings_items_and_bylines_stay_apart(text: str) -> None:
    """In a dump that breaks at every inline element most lines are still no parts of a sentence."""
    assert behind_cuts(text) == text.split("\n")


def test_straight_marks_belong_to_what_they_enclose() -> None:
    """A quotation mark that stands alone opens, and one before a blank or a comma closes."""
    text = 'They call it "\nthe pier\n" here.\n"\nThe pier is gone,\n" said the mayor of the\nTown\n\'s north.'
    assert behind_cuts(text) == [
        'They call it "the pier" here.',
        '"The pier is gone," said the mayor of the Town\'s north.',
    ]


def test_blanks_that_a_dump_keeps_at_the_seams_join_what_they_part() -> None:
    """Where white space is printed too, most lines are empty, and one blank stands before or behind a link."""
    text = (
        "\n\n\n    Home\n\n\n\nThe Old Pier\n\n\nLast year the \nHarbour Gazette\n wrote of a number "
        "of \nboats\n that sank. Since 2001, the \nPier Act\n forbids them.\n\n\n"
        "What:\n Boats.\n\n\nNorth Pier \nSouth Pier\n\n\nLater the mayor \nagreed to it.\n\n"
    )
    assert joined(text) == [
        "Home",
        "The Old Pier",
        "Last year the Harbour Gazette wrote of a number of boats that sank. Since 2001, the Pier Act forbids them.",
        "What: Boats.",
        "North Pier",
        "South Pier",
        "Later the mayor agreed to it.",
    ]


def test_the_one_blank_between_two_links_parts_no_paragraphs() -> None:
    """It is a line of its own where white space is printed too; an empty line parts them, and other rules hold."""
    seams = "\n\n\nThe \nPier Act\n forbids a number of \nboats\n that sink and the \nnets\n of their owners.\n\n\n"
    text = f"{seams}Check out\n \nPiers of the North\n \nfor more.\n \nNorth Pier\n \nSouth Pier\n\n\nand\n\nmore\n\n"
    assert joined(text)[1:] == ["Check out", "Piers of the North for more.", "North Pier", "South Pier", "and", "more"]


def test_a_wrapped_dump_may_break_at_inline_elements_too() -> None:
    """A line that a link cut is as long as what stood before it on the page."""
    first = (
        "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the last winter, and "
        "the mayor said that work on it would begin as soon as the ice had gone from the bay. Nobody had asked the "
        "anglers, who have met there since their club was founded after the war, what they thought of it."
    )
    wrapped = textwrap.fill(first, 60)
    cut = "They read of it in the\nHarbour Gazette\n, which saw it. Later the\nNorth Coast\n, too,"
    text = f"{wrapped}\n{cut}\nwrote of it with\nTides\n.\nMore\n"
    assert joined(text) == [
        first,
        "They read of it in the Harbour Gazette, which saw it. Later the North Coast, too, wrote of it with Tides.",
        "More",
    ]


def test_nested_items_of_a_dump_with_bullets_are_no_words() -> None:
    """The letter that stands for a bullet begins no sentence."""
    text = "Boats of the north\no Fishing boats of all sizes\no Rowing boats with two seats"
    assert behind_cuts(text) == text.split("\n")
