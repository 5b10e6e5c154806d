"""Paragraphs that were overlooked amid an article and are made like its others."""

from __future__ import annotations

import pytest

from generator.cleaning.html.makes import with_their_like
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page

PAGE = """<body><nav><p class="t">Home and away</p></nav><article><p class="t">One.</p><p class="t">Two.</p>{}
<p class="t">Four.</p><h2>Heading</h2><p class="t">Last.</p></article><footer><p class="t">Below it all.</p></footer>"""
OVERLOOKED = "Learn to sail with the harbour school this spring."


@pytest.mark.parametrize(
    ("between", "stays"),
    [
        (f'<p class="t">{OVERLOOKED}</p>', True),
        (f'<p class="ad">{OVERLOOKED}</p>', False),
        (f'<aside><p class="t">{OVERLOOKED}</p></aside>', False),
        (f'<p class="t"><a href="/s">{OVERLOOKED}</a></p>', False),
        (f'<p class="t" hidden>{OVERLOOKED}</p>', False),
        ('<p class="t">Advertisement</p>', False),
        (f'<p class="t">{OVERLOOKED}</p>' * 3, False),
    ],
    ids=["like its others", "of a class of its own", "in an aside", "a link", "hidden", "furniture", "as many as kept"],
)
def test_a_paragraph_like_the_others_is_of_the_body(between: str, *, stays: bool) -> None:
    """Amid the chosen ones a paragraph of their make is taken, if most of that make were chosen."""
    root = parse_page(PAGE.format(between), DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    chosen = [block.text in {"One.", "Two.", "Four.", "Last.", "Heading"} for block in blocks]
    added = [
        block.text for block, before, now in zip(blocks, chosen, with_their_like(blocks, chosen), strict=True)
        if now and not before
    ]  # fmt: skip
    assert added == ([OVERLOOKED] if stays else [])


def test_nothing_is_taken_above_or_below_the_article() -> None:
    """Where little was chosen no make is that of the body."""
    root = parse_page(PAGE.format(""), DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    assert with_their_like(blocks, [block.text == "One." for block in blocks]).count(True) == 1
