"""The foot of a newsletter that was saved with its text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.newsletters import Told, without_newsletter
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
    "Fishermen who had waited for the decision said that the pier was the only place to land in a north wind.",
)


def kept(*lines: str) -> list[bool]:
    """Which of the lines stay where all were chosen."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    parts = [Told(look.piece.text, look.words, look.piece.kind == "item" or not look.sentence) for look in looks]
    return without_newsletter(parts, [True] * len(parts))


@pytest.mark.parametrize(
    "foot",
    [
        ("You received this email because you signed up for letters from the harbour.", "1 Pier Street"),
        ("What is included in a subscription? Daily tides. You received this email because you signed up for it.",),
        ("Daily tides for your boat You received this email because you signed up for letters.",),
        ("Become a paid subscriber to The Tide to unlock this piece:", "1. The tides of May", "2. The tides of June"),
        ("### What is included in a subscription?", "Daily tides and all winds", "Front seats at the pier"),
        ("Sie erhalten diesen Newsletter, weil Sie sich angemeldet haben.", "Hafenstraße 1"),
        ("Vous recevez cet e-mail car vous êtes inscrit.",),
        ("Was this newsletter forwarded to you? Sign up to get it in your inbox.",),
        ("View this email in your browser",),
        ("Is this email not displaying correctly?View it in your browser.",),
        ("Don't miss a tide. Get all our news delivered straight to your inbox. It's free!",),
        ("Be the first to know when the pier opens.",),
    ],
)
def test_the_foot_of_a_newsletter_is_no_text(foot: tuple[str, ...]) -> None:
    """Why it was sent ends it, and what subscribers would read goes with its list."""
    assert kept(*STORY, *foot) == [True, True, True, *[False] * len(foot)]


@pytest.mark.parametrize(
    "line",
    [
        "“You received this email because you owe us money,” the letter to the fishermen began.",
        "The mayor's letters went straight to the inboxes of the fishermen, who were the first to know of it.",
        "The fishermen became paid subscribers to unlock the tables of the tides.",
    ],
)
def test_what_an_article_says_of_letters_stays(line: str) -> None:
    """A quotation is none of its own foot."""
    assert kept(*STORY, line) == [True] * 4


def test_in_the_midst_of_the_text_only_the_line_goes() -> None:
    """Below the offer the text goes on."""
    offer = "Become a paid subscriber to The Tide to read all of it."
    assert kept(STORY[0], offer, *STORY) == [True, False, True, True, True]


@pytest.mark.parametrize(
    "foot",
    [
        "<p>Was this newsletter forwarded to you? Sign up to get it in your inbox.</p>",
        "<p>Become a paid subscriber to The Tide to unlock this piece:</p><ol><li>The tides of May</li></ol>",
        "<p>The post The old pier appeared first on The Tide.</p>",
    ],
)
def test_a_page_loses_its_foot_too(make_original: MakeOriginal, foot: str) -> None:
    """Letters are sent as HTML, and feeds are."""
    story = "".join(f"<p>{text}</p>" for text in STORY)
    page = f"<html><body><h1>The old pier</h1><article>{story}{foot}</article></body></html>"
    assert clean(replace(make_original(page), form="html"), None, CleaningSettings()).text == "\n\n".join(STORY)


def test_the_account_says_so(make_original: MakeOriginal) -> None:
    """The lines have a reason of their own."""
    foot = "You received this email because you signed up for letters from the harbour."
    article = clean(
        make_original("\n\n".join(("The Old Pier Is To Be Rebuilt", *STORY, foot))), None, CleaningSettings()
    )
    assert [line.rule for line in article.account if line.text == foot] == ["newsletter-foot"]
