"""Works and notes below an article."""

from __future__ import annotations

import pytest

from generator.cleaning.html.references import with_next_numbers, with_references, with_works
from tests.cleaning.test_html_lists import blocks_of

STORY = ("The council voted on Monday to rebuild the old pier.", "Work is to begin in the spring.")


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
    blocks = blocks_of(f"{page}{note}<footer>Home</footer>")
    chosen = [block.text in (STORY[0], *notes) for block in blocks]
    assert (with_next_numbers(blocks, chosen) != chosen) == stays


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
    ("line", "stays"),
    [
        ("Sources: <i>Tides</i>, Harbour Press, 2019; <i>Winds</i>, Oar & Co", True),
        ("Sources: Harbour Press; Oar & Co", False),
        ("Boats: Tides, Harbour Press, 2019; Winds, Oar & Co", False),
    ],
)
def test_works_in_a_line_right_below_the_text_stay(line: str, *, stays: bool) -> None:
    """A list of names is a credit."""
    blocks = blocks_of(f"<p>{STORY[0]}</p><h6>{line}</h6><h6>Tides, Harbour Press, 2019; Winds, Oar</h6>")
    assert with_works(blocks, [True, False, False]) == (True, stays, False)


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
