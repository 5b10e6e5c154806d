"""No visible word of a page is ever lost, whatever the page looks like."""

from __future__ import annotations

import contextlib
import time

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree

from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page
from generator.errors import ContentError
from tests.cleaning.test_html import cleaned

WORDS = st.lists(
    st.sampled_from(["ferry", "pier", "captain", "harbour", "By", "Share", "news", "2019", "©", "—", "&amp;"]),
    min_size=1,
    max_size=9,
)
TAGS = st.sampled_from(
    [
        "p", "div", "span", "b", "a", "h1", "h2", "ul", "li", "blockquote", "pre", "table", "tr", "td", "br", "section",
        "article", "nav", "footer", "figure", "figcaption", "em", "time", "button",
    ]
)  # fmt: skip
SILENT = st.sampled_from(["script", "style", "template", "noscript"])


def _element(children: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    inner = st.lists(children, max_size=4).map("".join)
    return st.one_of(
        st.builds(lambda tag, text: f"<{tag}>{text}</{tag}>", TAGS, inner),
        st.builds(lambda tag: f"<{tag}>unseen</{tag}>", SILENT),
        st.just("<!-- unseen -->"),
    )


PAGES = st.recursive(WORDS.map(lambda words: " " + " ".join(words) + " "), _element, max_leaves=25)


@settings(max_examples=150, deadline=None)
@given(PAGES)
def test_every_visible_word_is_accounted_for(markup: str) -> None:
    """The words of all blocks, in order, are the visible words of the page; each block has one line of the account."""
    page = f"<html><head><title>unseen</title></head><body><p>start</p>{markup}</body></html>"
    root = parse_page(page, DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    for element in list(root.iter("script", "style", "template", "noscript", "title", etree.Comment)):
        _drop(element)
    body = root.find("body")
    expected = "".join(map(str, body.itertext())).split() if body is not None else []
    assert sorted(_letters(" ".join(block.text for block in blocks))) == sorted(_letters(" ".join(expected)))
    article = cleaned(page)
    assert [line.number for line in article.account] == [block.number for block in blocks]
    shown = [block.text for block, line in zip(blocks, article.account, strict=True) if line.fate == "body"]
    assert article.text == "\n\n".join(shown)


def _drop(element: etree._Element) -> None:
    """Take an element out of its page and leave what follows it."""
    element.text = None
    for child in element:
        element.remove(child)


def _letters(text: str) -> str:
    return "".join(text.split())


@settings(max_examples=60, deadline=None)
@given(st.text(alphabet="<>/abp=\"' \n&;!-[]", max_size=300))
def test_broken_markup_is_cleaned(text: str) -> None:
    """Whatever stands in a page, cleaning returns an article whose blocks tile its text."""
    article = cleaned(text)
    assert article.text == "\n\n".join(article.text[block.start : block.end] for block in article.blocks)


@pytest.mark.parametrize(
    "piece", ["<b>", "<a href=x>", "<ul><li>", "<table><tr><td>", "<p>a", "<br>", "&amp;", "<!--", "<a "]
)
def test_hostile_repetition_takes_no_time(piece: str) -> None:
    """Thousands of the same tag are cleaned, or refused, within seconds."""
    start = time.process_time()
    with contextlib.suppress(ContentError):
        cleaned("<p>text of a page</p>" + piece * 20_000)
    assert time.process_time() - start < 10
