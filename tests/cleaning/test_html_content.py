"""What an export or a feed holds of an article is the article whole."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.html.content import is_content
from tests.cleaning.conftest import original_of

LINKED = '<p>The <a href="/pier">plan for the old pier has been approved by the council of the harbour town</a>.</p>'
PARTS = (
    "<p>Hello everyone!</p>", LINKED, "<p>It took long.</p>", "<pre>#!/bin/sh\nrow -q boat</pre>",
    '<ul><li><a href="/plan">The plan</a></li></ul>', "<p>Enjoy!</p>",
)  # fmt: skip
WORDS = (
    "Hello everyone!", "The plan for the old pier has been approved by the council of the harbour town.",
    "It took long.", "#!/bin/sh\nrow -q boat", "The plan", "Enjoy!",
)  # fmt: skip


def told(html: str) -> list[str]:
    """The blocks of the body."""
    article = clean(replace(original_of(html, path="export.xml"), form="html"), None, CleaningSettings())
    return [article.text[block.start : block.end] for block in article.blocks]


def post(*parts: str) -> str:
    """A post as ingest hands it over."""
    return f"<!doctype html>\n<html><body><article>\n{''.join(parts)}\n</article></body></html>\n"


@pytest.mark.parametrize("html", [post(*PARTS), "".join(PARTS)], ids=["a post", "the field of a record"])
def test_nothing_of_an_articles_content_is_left_out(html: str) -> None:
    """On a page links alone, greetings and scripts are mostly not the article; where there is no page they are."""
    assert told(html) == list(WORDS)


def test_what_programs_add_at_the_ends_of_a_post_goes() -> None:
    """Buttons, and lines to share it."""
    added = ("<p>Share this:</p>", "<p>Click to share on Facebook (Opens in new window)</p>")
    assert told(post("<p>5 min read</p>", *PARTS, *added)) == list(WORDS)


@pytest.mark.parametrize(
    ("html", "content"),
    [
        ("<p>The pier.</p>", True),
        (post("<p>The pier.</p>"), True),
        ("<html><body><p>The pier.</p></body></html>", False),
        ("<title>Pier</title><p>The pier.</p>", False),
        ("<nav>Home</nav><p>The pier.</p>", False),
    ],
)
def test_a_page_is_told_by_the_elements_of_pages(html: str, content: bool) -> None:  # noqa: FBT001
    """A hand-written page may lack most of them."""
    assert is_content(html) is content


def test_a_heading_does_not_say_where_its_link_leads() -> None:
    """Its sign is an address of the page itself; what the heading is called stays, be it linked or called so."""
    heads = (
        '<h2>The pier <a href="#pier">#pier</a></h2>',
        '<h2><a href="#crane">The crane</a><a href="#crane">#crane</a></h2>',
        '<h2><a href="#boats">#boats</a></h2>', '<h2>Of <a href="#tag">#fish</a></h2>',
    )  # fmt: skip
    assert told(post(*heads, "<p>It took long.</p>"))[:4] == ["The pier", "The crane", "#boats", "Of #fish"]


def test_a_heading_that_is_all_of_an_item_is_the_item() -> None:
    """It heads nothing; one with words below it in the item does, and numbers of a list are written before headings."""
    lists = (
        "<ul><li><h3>Tar</h3><ul><li><h3>Black</h3></li></ul></li><li><!-- two --><h3>Nails</h3></li></ul>",
        "<ul><li><h3>The crane</h3><p>It lifts all boats.</p></li></ul><ol><li><h3>The pier</h3></li></ol>",
        "<p>It took long.</p>",
    )
    article = clean(replace(original_of(post(*lists), path="export.xml"), form="html"), None, CleaningSettings())
    shown = [(block.kind, block.level, article.text[block.start : block.end]) for block in article.blocks]
    assert shown[:3] == [("item", 0, "Tar"), ("item", 1, "Black"), ("item", 0, "Nails")]
    assert [kind for kind, _, _ in shown[3:]] == ["heading", "paragraph", "heading", "paragraph"]
