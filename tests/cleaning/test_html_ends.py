"""Where an HTML page's article ends."""

from __future__ import annotations

import pytest

from generator.cleaning.html.ends import without_foot
from tests.cleaning.test_html_lists import blocks_of

STORY = "<p>The council voted on Monday to rebuild the old pier.</p><p>Work is to begin in the spring.</p>" * 4


def kept(html: str, *, but: str = "") -> list[str]:
    """What stays of a page of which everything was chosen but a line."""
    blocks = blocks_of(html)
    within = without_foot(blocks, [block.text != but for block in blocks])
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


@pytest.mark.parametrize("line", ["Why Trust Us?", "Related articles on Piers", "Was this page helpful?"])
def test_a_text_ends_above_a_line_that_stands_below_articles(line: str) -> None:
    """Itself of it or not."""
    for but in ("", line):
        assert kept(f"{STORY}<h2>{line}</h2><p>We build piers.</p>", but=but) == kept(STORY)


@pytest.mark.parametrize(
    "page",
    [
        f"<h2>Why trust us?</h2>{STORY}",
        f"{STORY}<h2 hidden>Why trust us?</h2><p>We build piers.</p>",
        f"{STORY}<h2>Why trust the council?</h2><p>It builds piers.</p>",
    ],
    ids=["above", "hidden", "another"],
)
def test_elsewhere_and_in_other_words_it_ends_nothing(page: str) -> None:
    """Above the last part it heads text."""
    assert kept(page) == [block.text for block in blocks_of(page)]


def test_a_line_that_was_not_chosen_ends_few_words() -> None:
    """It may be of a box amid the text."""
    page = f"{STORY}<p>Share this article</p><p>We build piers at night, and when the tide is low, too.</p>"
    assert kept(page, but="Share this article")[-1].startswith("We build")
    assert kept(page)[-1].startswith("Work is")
