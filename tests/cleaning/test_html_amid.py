"""Headings and addresses that were overlooked amid an article."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.html.amid import with_drop_cap, with_next_numbers, with_references, with_those_amid
from tests.cleaning.conftest import MakeOriginal
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
    within = with_next_numbers(blocks, with_those_amid(blocks, [block.text in chosen for block in blocks]))
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


@pytest.mark.parametrize(
    ("note", "stays"),
    [
        ("<p>3. Reed, C. (2021). Tides.</p>", True),
        ("<p>[3] <a href='/t'>Reed, Tides</a></p>", True),
        ("<p>4. Reed, C. (2021). Tides.</p>", False),
        ("<div><p>3. Reed, C. (2021). Tides.</p></div>", False),
        ("<p>Reed, C. (2021). Tides.</p>", False),
    ],
)
def test_the_last_note_stays_with_those_before(note: str, *, stays: bool) -> None:
    """It goes on with their numbers; it is mostly a link, and the last words of the text."""
    notes = ("1. Marsh, B. (2020). Boats.", "2. Quill, A. (2019). Piers.")
    page = "".join(f"<p>{one}</p>" for one in (STORY[0], *notes))
    assert bool(chosen_in(f"{page}{note}<footer>Home</footer>", STORY[0], *notes)) == stays


@pytest.mark.parametrize(
    ("above", "begins"),
    [("<div>T</div>", True), ("<div hidden>T</div>", False), ("<div>The</div>", False), ("<div>t</div>", False)],
)
def test_a_first_letter_of_its_own_is_of_the_body(above: str, *, begins: bool) -> None:
    """Large letters are printed apart."""
    blocks = blocks_of(f"{above}<p>he council voted.</p>")
    assert with_drop_cap(blocks, [False, True]) == (begins, True)


def test_the_heading_of_a_dumps_questions_stays_with_them(make_original: MakeOriginal) -> None:
    """As in HTML."""
    told = "The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away."
    text = "\n\n".join(("Old Pier To Rise Again", told, told[4:], "FAQs", "Who pays for the pier?", told[:-2], told))
    assert "FAQs\n\nWho pays" in clean(make_original(text), None, CleaningSettings()).text


@pytest.mark.parametrize(
    ("heading", "above", "stays"),
    [("References", "", True), ("Sources:", "", True), ("See also", "", False), ("References", "<p>Buy it</p>", False)],
)
def test_the_works_that_an_article_refers_to_stay_with_it(heading: str, above: str, *, stays: bool) -> None:
    """Right below its text, under their own heading."""
    works = "<ol><li><a href='/a'>Tides</a></li><li><a href='/b'>Winds</a></li></ol>"
    blocks = blocks_of(f"<p>{STORY[0]}</p>{above}<h2>{heading}</h2>{works}<p>{STORY[1]}</p>")
    within = with_references(blocks, [block.text in STORY for block in blocks])
    shown = [block.text for block, kept in zip(blocks, within, strict=True) if kept]
    assert shown == ([STORY[0], heading, "Tides", "Winds", STORY[1]] if stays else [*STORY])


@pytest.mark.parametrize(
    ("heading", "around", "stays"),
    [("Links", "", True), ("Added sugars", "", True), ("More boats", "", False), ("Links", "aside", False)],
)
def test_a_list_under_its_own_heading_stays_where_it_stands_with_the_text(
    heading: str, around: str, *, stays: bool
) -> None:
    """In one element with it, if the heading does not lead to more of the site."""
    listed = f"<h2>{heading}</h2><ul><li><a href='/a'>Tides</a></li><li><a href='/b'>Winds</a></li></ul>"
    box = f"<{around}>{listed}</{around}>" if around else listed
    blocks = blocks_of(f"<div><p>{STORY[0]}</p>{box}</div>")
    assert with_references(blocks, [True, *[False] * 3]) == (True, stays, stays, stays)
