"""What readers say below an article is none of it."""

from __future__ import annotations

import pytest

from generator.cleaning.html.ends import without_closing_links
from generator.cleaning.html.replies import without_comments
from tests.cleaning.test_html_lists import blocks_of

STORY = "<p>The harbour council voted on Monday to rebuild the old pier.</p>"
REPLY = "<p>I have rowed there for twenty years, and I do not think that it will ever be built.</p>"


@pytest.mark.parametrize(
    ("html", "stays"),
    [
        (f'<div>{STORY}</div><ul class="commentlist"><li>{REPLY}</li></ul>', False),
        (f'<div>{STORY}</div><div id="comments">{REPLY}</div>', False),
        (f'<div>{STORY}</div><div class="has-comments">{REPLY}</div>', True),
        (f'<body class="comments">{STORY}{REPLY}</body>', True),
    ],
    ids=["a list", "a part of the page", "a word in a name", "the page"],
)
def test_the_list_of_comments_is_not_the_article(html: str, stays: bool) -> None:  # noqa: FBT001
    """However it reads; a page that is called so is meant otherwise."""
    blocks = blocks_of(html)
    assert without_comments(blocks, [True] * len(blocks)) == (True, stays)


def test_a_page_of_comments_alone_keeps_them() -> None:
    """There is nothing else to read."""
    blocks = blocks_of(f'<div id="comments">{REPLY}</div>')
    assert without_comments(blocks, [True]) == (True,)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        ("The pier is to be rebuilt. Take a look at the plans of the council.", True),
        ("The pier is to be rebuilt, and the mayor was the first to say so.", False),
    ],
)
def test_links_that_a_last_sentence_bids_follow_stay(line: str, stays: bool) -> None:  # noqa: FBT001
    """Where they stand right below it; others lead elsewhere."""
    blocks = blocks_of(f"<p>{line}</p><ul><li><a href='/a'>The north side</a></li><li><a href='/b'>Costs</a></li></ul>")
    assert without_closing_links(blocks, [True] * len(blocks)) == [True, stays, stays]
