"""Cleaning of whole text dumps."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.marks import plain
from generator.model import CleanArticle, Metadata, Origin, Original, OutletRef

SEED = Path(__file__).parents[3] / "shared" / "corpora" / "seed" / "000_5e607fb1a638b74a.txt"
Make = Callable[..., Original]

PAGE = """Skip to main content

Harbour Council Votes To Rebuild The Old Pier

  • Author:
  • Updated:

The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.

Members of the council had argued for months about the money, which will come from a fund for coastal towns.

"We waited too long," said Mayor Nora Quill.

"Yes."

Work is to begin in the spring, and the mayor said that she hoped to see the first boats there by the end of June.

Sources: The Harbour Gazette (3), Reuters / Photo credit: Lena Moor/Wikimedia Commons

Popular Video"""


def _article(text: str) -> CleanArticle:
    original = Original(
        id="a", origin=Origin(path="a.txt", sha256="", media_type="text/plain"), form="text", text=text,
        metadata=Metadata(), outlet=OutletRef(key="", name="", basis=""),
    )  # fmt: skip
    return clean(original, None, CleaningSettings())


def test_a_page_like_the_first_one_is_cut_to_its_article(make_original: Make) -> None:
    """Headline, sources and photo credit become fields, furniture is removed by named rules, the rest is the body."""
    article = clean(make_original(PAGE), None, CleaningSettings())
    assert article.title == "Harbour Council Votes To Rebuild The Old Pier"
    assert article.authors == ()
    assert article.published is None
    assert [(source.name, source.count) for source in article.sources] == [("The Harbour Gazette", 3), ("Reuters", 1)]
    assert article.photo_credits == ("Lena Moor/Wikimedia Commons",)
    assert [(line.rule, line.text) for line in article.removed] == [
        ("shape:skip-link", "Skip to main content"),
        ("empty-label", "• Author:"),
        ("empty-label", "• Updated:"),
        ("shape:related", "Popular Video"),
    ]
    assert len(article.blocks) == 5
    assert article.text.startswith("The harbour council voted")
    assert '"Yes."' in article.text


@pytest.mark.skipif(not SEED.exists(), reason="the page dump that the project was started from is not on this machine")
def test_the_page_that_the_project_was_started_from_is_cleaned_to_its_last_line(make_original: Make) -> None:
    """Every field and every removed line of the first page is as its readers see it."""
    article = clean(make_original(SEED.read_text(encoding="utf-8")), None, CleaningSettings())
    assert article.title == "Sessions Spoke To Russian Ambassador During Campaign"
    assert (article.authors, article.published, article.updated) == ((), None, None)
    assert [(one.name, one.count) for one in article.sources] == [("The Washington Post", 2), ("CNN", 1)]
    assert article.photo_credits == ("Office of the President-Elect/Wikimedia Commons",)
    assert [line.number for line in article.removed] == [1, 5, 6, 38]
    assert len(article.blocks) == 14


_LINES = st.sampled_from(
    [
        *PAGE.split("\n"),
        "",
        "  • item",
        "# Heading",
        "By Jane Doe",
        "Nov. 19, 2019",
        "> quoted words",
        "[a](http://b.c)",
        "___",
    ]
) | st.text(st.characters(exclude_categories=("Cs", "Cc")), max_size=60)


@given(st.lists(_LINES, max_size=30))
def test_no_line_is_ever_lost(lines: list[str]) -> None:
    """Every raw line has exactly one fate, in order, and lines that are not of the body keep their text."""
    text = "\n".join(lines)
    account = _article(text).account
    assert [line.number for line in account] == list(range(1, text.count("\n") + 2))
    for line, raw in zip(account, text.split("\n"), strict=True):
        assert line.fate == "body" or line.text == raw.strip()


@given(st.lists(_LINES, max_size=30))
def test_every_word_of_the_body_comes_from_the_raw_text(lines: list[str]) -> None:
    """The body holds no word more often than the original does, and every block is a span of the text."""
    text = "\n".join(lines)
    article = _article(text)
    letters = Counter(re.sub(r"\s", "", article.text))
    assert not letters - Counter(re.sub(r"\s", "", text))
    assert "\n\n".join(article.text[block.start : block.end] for block in article.blocks) == article.text


def test_what_the_page_had_escaped_twice_is_read_as_it_was_meant() -> None:
    """Entities in headline and body become their signs; those of markup, of which an article may tell, stay."""
    page = PAGE.replace("The Old Pier", "Fish &amp; Chips&#8217; Pier").replace(
        "a fund", "a &ldquo;fund&rdquo; &lt;b&gt;"
    )
    article = _article(page)
    assert article.title == "Harbour Council Votes To Rebuild Fish & Chips’ Pier"
    assert "from a “fund” &lt;b&gt; for coastal towns" in article.text


def test_the_name_of_a_sign_behind_a_line_is_not_read() -> None:
    """A page's font draws it in place of the words, of which a tool of dumps knows nothing."""
    question = "Who will pay for the old pier?"
    article = _article(PAGE.replace("Work is", f"{question} chevron_right\n\nWork is"))
    assert f"{question}\n\nWork is" in article.text


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("The salary for the _____ is low", "The salary for the _____ is low"),
        ("The salary for the \\_____ is low", "The salary for the _____ is low"),
        ("The __ map of __Call __", "The  map of Call "),
        ("_The_ __old__ boat_list", "The old boat_list"),
    ],
)
def test_underscores_are_emphasis_or_a_line_to_fill_in(text: str, shown: str) -> None:
    """Of a name of an icon a tool leaves the signs of emphasis alone."""
    assert plain(text)[0] == shown


def test_emphasis_in_underscores_is_read_where_headings_are_marked(make_original: Callable[[str], Original]) -> None:
    """Names with underscores stay, and a dump without marks keeps all of its signs."""
    story = "The council said that it _will_ rebuild the pier, and that boat_list stays as it is, on Monday."
    marked = f"# The Old Pier\n\n## What was said\n\n{story}\n\n## What comes\n\n{story}"
    assert "it will rebuild the pier, and that boat_list" in clean(make_original(marked), None, CleaningSettings()).text
    bare = make_original(f"The Old Pier\n\n{story}\n\n{story} Again.")
    assert story in clean(bare, None, CleaningSettings()).text
