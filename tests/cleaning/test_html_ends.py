"""Where an HTML page's article ends."""

from __future__ import annotations

import pytest

from generator.cleaning.html.ends import without_foot, without_lone_item
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


@pytest.mark.parametrize(
    ("page", "stays"),
    [
        (f"<ul><li>Patients, Technology</li></ul>{STORY}", False),
        (f"<ul><li>Patients</li><li>Technology</li></ul>{STORY}", True),
        (f"<ul><li>What the council knew about the pier before it voted</li></ul>{STORY}", True),
        (f"<ul><li>It fell.</li></ul>{STORY}", True),
        ("<ul><li>Patients, Technology</li></ul>", True),
    ],
    ids=["a tag", "a list", "long", "a sentence", "nothing else"],
)
def test_an_item_alone_begins_no_article(page: str, *, stays: bool) -> None:
    """It is a tag, or left of a menu."""
    blocks = blocks_of(page)
    every = [True] * len(blocks)
    assert without_lone_item(blocks, every, ()) == (stays, *every[1:])


def test_a_headline_above_an_item_is_no_other_beginning() -> None:
    """What gave a field is not of the text."""
    blocks = blocks_of(f"<h1>The Pier</h1><ul><li>Patients, Technology</li></ul>{STORY}")
    every = [True] * len(blocks)
    assert without_lone_item(blocks, every, {1}) == (True, False, *every[2:])
    assert without_lone_item(blocks, every, ()) == tuple(every)
