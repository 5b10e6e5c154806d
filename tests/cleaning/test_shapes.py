"""Lines that pages carry and articles do not."""

from __future__ import annotations

import time

import pytest

from generator.cleaning.pieces.shapes import shape_of


@pytest.mark.parametrize(
    ("line", "rule"),
    [
        ("Skip to main content", "shape:skip-link"),
        ("Share Tweet Pin Email", "shape:share-bar"),
        ("1.2k shares", "shape:share-bar"),
        ("Click to share on Facebook (Opens in new window)", "shape:share-bar"),
        ("ADVERTISEMENT", "shape:advertisement"),
        ("Story continues below", "shape:story-continues"),
        ("5 min read", "shape:reading-time"),
        ("12 Comments", "shape:comments"),
        ("Leave a reply", "shape:comments"),
        ("Your email address will not be published. Required fields are marked *", "shape:comments"),
        ("Related Articles", "shape:related"),
        ("READ NEXT: The pier that would not fall", "shape:related"),
        ("You may also like", "shape:related"),
        ("More from the Harbour Gazette", "shape:more-from"),
        ("Most Popular", "shape:popular"),
        ("Sign up for our newsletter", "shape:newsletter"),
        ("This website uses cookies to make your visit better.", "shape:cookies"),
        ("© 2019 The Harbour Gazette. All rights reserved.", "shape:legal"),
        ("Tags: harbour, pier, storm", "shape:tags"),
        ("CLICK HERE TO GET THE HARBOUR APP", "shape:app"),
        ("Image 1 of 4", "shape:media-control"),
        ("• Author:", "empty-label"),
        ("Updated:", "empty-label"),
    ],
)
def test_a_line_of_the_page_is_known_by_its_shape(line: str, rule: str) -> None:
    """The rule that removes a line says what the line is."""
    found = shape_of(line)
    assert found is not None
    assert found.rule == rule


@pytest.mark.parametrize(
    "line",
    [
        "Related to this is the question of who paid for the pier.",
        "Share prices fell on Monday.",
        "Sources: The Harbour Gazette (2), Reuters",
        "More than half of the boats had gone by noon.",
        "Correction, Nov. 15, 2019: An earlier version misstated the length of the pier.",
        "HARBOUR TOWN (HG) — The pier fell on Monday.",
        '"Yes."',
        "Comments by the mayor were met with silence.",
        "Popular as he was, the mayor lost.",
        "By August of 2022, my husband and I had left.",
        "Author: Jane Doe",
        "Follow up on letters: call guests who have not answered.",
    ],
)
def test_a_sentence_that_begins_like_furniture_is_none(line: str) -> None:
    """The traps: true sentences and fields that begin with the words of furniture."""
    assert shape_of(line) is None


def test_hostile_lines_take_linear_time() -> None:
    """Lines made to send patterns back and forth are decided at once."""
    started = time.process_time()
    for unit in ("share ", "a, ", "by ", "| ", "- ", "(", "subscribe to ", "more from ", "1 ", "comments "):
        for size in (60, 140, 400):
            shape_of((unit * 400)[:size] + "x!")
    assert time.process_time() - started < 2
