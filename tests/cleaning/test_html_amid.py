"""Headings, addresses and sentences that were overlooked amid an article."""

from __future__ import annotations

import pytest

from generator.cleaning.html.amid import with_those_amid
from tests.cleaning.test_html_lists import blocks_of

STORY = ("The council voted on Monday to rebuild the old pier.", "Work is to begin in the spring.")


LONG = " ".join(["The harbour council has told the fishermen of the town what it means to do."] * 6)


def kept(between: str) -> list[str]:
    """What stays between two chosen paragraphs of a page."""
    blocks = blocks_of(f"<p>{STORY[0]}</p>{between}<p>{STORY[1]}</p><footer><p>Website: https://pier.test</p></footer>")
    within = with_those_amid(blocks, [block.text in STORY for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays and block.text not in STORY]


@pytest.mark.parametrize(
    ("between", "stays"),
    [
        ("<h3>Boats</h3>", ["Boats"]),
        ("<h3>Boats</h3><p>Hire one of ours!</p>", []),
        ("<h3 hidden>Boats</h3>", []),
        ("<h3>Advertisement</h3>", []),
        ("<h2>FAQs</h2>", []),
        (
            "<p>Website: https://pier.test/plan</p><p>Press office: sea@pier.test (by mail)</p>",
            ["Website: https://pier.test/plan", "Press office: sea@pier.test (by mail)"],
        ),
        ("<div><p>Website: https://pier.test/plan</p></div>", []),
        ("<p>Podcast: Play in a window</p>", []),
        (f"<div class='translation'>{LONG}</div>", [LONG]),
        (f"<div><p>{LONG}</p></div>", []),
        (f"<p>{LONG} <a href='/b'>Buy</a> <a href='/c'>{LONG}</a></p>", []),
        ("<p>The boats are to lie in the river until then.</p>", ["The boats are to lie in the river until then."]),
        ("<div><p>The boats are to lie in the river until then.</p></div>", []),
        ("<p>The boats are to lie in the river until then</p>", []),
        ("<p>Hire boats.</p>", []),
        ("<div class='modal'><p>The boats are to lie in the river until then.</p></div>", []),
    ],
)
def test_a_heading_an_address_or_a_passage_between_text_of_the_body_stays(between: str, stays: list[str]) -> None:
    """One of a box has the box's text below it, and what stands below the body is the page's."""
    assert kept(between) == stays


def chosen_in(page: str, *chosen: str) -> list[str]:
    """What is added to the chosen blocks of a page."""
    blocks = blocks_of(page)
    within = with_those_amid(blocks, [block.text in chosen for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays and block.text not in chosen]


def test_what_leads_from_a_quotation_to_the_next_stays() -> None:
    """It says whose words those are."""
    quotes = ("<blockquote>We wait.</blockquote>", "<blockquote>We sail.</blockquote>")
    assert chosen_in(f"{quotes[0]}<div>Ada from the pier</div>{quotes[1]}", "We wait.", "We sail.") == [
        "Ada from the pier"
    ]
    assert chosen_in(f"{quotes[0]}<p><a href='/b'>Buy a boat</a></p>{quotes[1]}", "We wait.", "We sail.") == []


def test_words_of_the_text_without_an_element_of_their_own_stay() -> None:
    """A picture's box that stands in a paragraph ends it for a browser: what follows is bare in the element around."""
    box = "<div class='wp-caption'>The pier</div>"
    page = (
        f"<div><p>{STORY[0]}</p><p>{box}Ada of the pier wrote this</p><blockquote><p>{STORY[1]}</p></blockquote></div>"
    )
    assert chosen_in(page, *STORY) == ["Ada of the pier wrote this"]
