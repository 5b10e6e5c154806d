# ruff: noqa: E501 - trees are nested as their systems nest them
"""Rich text in trees of blocks, as the HTML that its system makes of it."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.ingest.rich_text import html_of, is_rich_text

TREES: dict[str, Any] = {
    "arc": [
        {"type": "text", "content": "Salt &amp; <a href='/p'>pepper</a>"},
        {"type": "header", "level": 3, "content": "Boats"},
        {"type": "list", "list_type": "ordered", "items": [{"type": "text", "content": "one"}, {"type": "text", "content": "two"}]},
        {"type": "quote", "content_elements": [{"type": "text", "content": "Late again."}]},
        {"type": "image", "caption": "A boat"},
        {"type": "interstitial_link", "content": "Read also"},
    ],
    "prosemirror": {
        "type": "doc",
        "content": [
            {"type": "paragraph", "content": [{"type": "text", "text": "Salt & "}, {"type": "text", "marks": [], "text": "pepper"}]},
            {"type": "heading", "attrs": {"level": 3}, "content": [{"type": "text", "text": "Boats"}]},
            {"type": "orderedList", "content": [{"type": "listItem", "content": [{"type": "paragraph", "content": [{"type": "text", "text": word}]}]} for word in ("one", "two")]},
            {"type": "blockquote", "content": [{"type": "paragraph", "content": [{"type": "text", "text": "Late again."}]}]},
        ],
    },
    "slate": [
        {"type": "paragraph", "children": [{"text": "Salt & "}, {"type": "link", "url": "/p", "children": [{"text": "pepper"}]}]},
        {"type": "heading", "level": 3, "children": [{"text": "Boats"}]},
        {"type": "list", "format": "ordered", "children": [{"type": "list-item", "children": [{"text": word}]} for word in ("one", "two")]},
        {"type": "quote", "children": [{"text": "Late again."}]},
    ],
    "editor.js": {
        "blocks": [
            {"type": "paragraph", "data": {"text": "Salt &amp; pepper"}},
            {"type": "header", "data": {"text": "Boats", "level": 3}},
            {"type": "list", "data": {"style": "ordered", "items": ["one", "two"]}},
            {"type": "quote", "data": {"text": "Late again."}},
        ]
    },
}  # fmt: skip


@pytest.mark.parametrize("system", TREES)
def test_blocks_are_what_they_are(system: str) -> None:
    """Paragraphs, headings, lists and quotes of every system; pictures and links to others are no text."""
    assert is_rich_text(TREES[system])
    html = (
        html_of(TREES[system])
        .replace("<a href='/p'>", "")
        .replace("</a>", "")
        .replace("<p>Late again.</p>", "Late again.")
    )
    assert html.splitlines() == [
        "<p>Salt &amp; pepper</p>",
        "<h3>Boats</h3>",
        "<ol><li>one</li><li>two</li></ol>",
        "<blockquote>Late again.</blockquote>",
    ]


def test_a_list_of_stories_is_no_text() -> None:
    """Though each says what it is."""
    assert not is_rich_text([{"type": "story", "headlines": {"basic": "A"}}])
    assert not is_rich_text(["a", "b"])
    assert not is_rich_text("a")


NODES = st.recursive(
    st.none() | st.integers() | st.text(max_size=9),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(
            st.sampled_from(
                ["type", "_type", "children", "content", "text", "value", "items", "root", "data", "level", "style"]
            ),
            inner,
            max_size=4,
        )
    ),
    max_leaves=15,
)


@given(NODES)
def test_no_tree_breaks_the_reading(tree: Any) -> None:
    """Whatever a system nests."""
    assert isinstance(html_of(tree), str)
    assert is_rich_text(tree) in (True, False)
