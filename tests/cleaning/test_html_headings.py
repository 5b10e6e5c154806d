"""Headings of an HTML page's article."""

from __future__ import annotations

import pytest

from generator.cleaning.html.headings import with_name_of_first_part
from tests.cleaning.test_html_lists import blocks_of

STORY = "<p>The council voted on Monday to rebuild the old pier.</p><p>Work is to begin in the spring.</p>"


@pytest.mark.parametrize(
    ("above", "stays"),
    [
        ("<h2>At a glance</h2>", True),
        ("<p>Key Takeaways:</p>", True),
        ("<td>TL;DR</td>", True),
        ("<h2><a href='#introduction'>Introduction</a></h2>", True),
        ("<p>Introduction</p>", False),
        ("<ul><li>Summary</li></ul>", False),
        ("<h2><a href='/at-a-glance'>At a glance</a></h2>", False),
        ("<h2>The harbour</h2>", False),
        ("<h2>Highlights</h2><p>Hire a boat.</p>", False),
    ],
)
def test_what_many_sites_call_the_first_part_stays_right_above_it(above: str, *, stays: bool) -> None:
    """What else stands there is mostly of a list of links or of the site."""
    blocks = blocks_of(f"<div>{above}<p hidden>Loading</p>{STORY}</div>")
    within = with_name_of_first_part(blocks, [block.text in STORY for block in blocks])
    assert within[0] == stays
    assert list(within[1:]) == [block.text in STORY for block in blocks[1:]]


def test_a_page_of_which_nothing_was_chosen_gains_nothing() -> None:
    """Nor does one that begins with its text."""
    blocks = blocks_of(f"<div><h2>Summary</h2>{STORY}</div>")
    assert not any(with_name_of_first_part(blocks, [False] * 3))
    assert with_name_of_first_part(blocks, [True] * 3) == (True,) * 3
