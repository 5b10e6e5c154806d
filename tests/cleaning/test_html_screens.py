"""What a page shows on no screen is not its article."""

from __future__ import annotations

import pytest

from generator.cleaning.html.screens import without_unseen
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page


def kept(html: str) -> list[str]:
    """What stays of a page of which everything was chosen."""
    root = parse_page(f"<html><body>{html}</body></html>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    within = without_unseen(blocks, [True] * len(blocks))
    return [block.text for block, stays in zip(blocks, within, strict=True) if stays]


@pytest.mark.parametrize(
    ("classes", "shown"),
    [
        ("e-hidden-desktop e-hidden-tablet e-hidden-mobile", ["Pier", "Crane"]),
        ("part hide-on-phone hide-on-tablet hide-on-desktop", ["Pier", "Crane"]),
        ("e-hidden-tablet e-hidden-mobile", ["Pier", "Market", "Crane"]),
        ("e-hidden-tablet e-hidden-mobile e-hidden-phone", ["Pier", "Market", "Crane"]),
    ],
)
def test_what_is_hidden_on_each_kind_of_screen_is_not_seen(classes: str, shown: list[str]) -> None:
    """What is hidden on some of them alone is seen on the others."""
    assert kept(f"<p>Pier</p><section class='{classes}'><div><p>Market</p></div></section><p>Crane</p>") == shown


def test_a_page_that_hides_all_its_text_shows_it_otherwise() -> None:
    """A program of its own does."""
    assert kept("<main class='e-hidden-desktop e-hidden-tablet e-hidden-mobile'><p>Pier</p></main>") == ["Pier"]
