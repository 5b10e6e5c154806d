"""Headline, byline and date that a Markdown document prints, and marks that only some programs know."""

from __future__ import annotations

import pytest

from generator.cleaning.markdown.dialects import without_dialect
from generator.model import Metadata
from tests.cleaning.test_markdown import cleaned

TEXT = "The ferry to the fish market was late again on Friday, and nobody in the long queue on the quay knew why.\n"
MORE = "A second boat came in at noon with the mail of three days, and the harbour master apologized to everybody.\n"


@pytest.mark.parametrize(
    ("head", "title", "authors", "date"),
    [
        ("# Ferry late\n\n**By Ada Quill** | *May 17, 2014*\n", "Ferry late", ("Ada Quill",), "2014-05-17"),
        ("# Ferry late\n\n*By Ada Quill and Bo Ek, 17 May 2014*\n", "Ferry late", ("Ada Quill", "Bo Ek"), "2014-05-17"),
        ("# Ferry late\n\nBy [Ada Quill](/ada)\n\n17 May 2014\n", "Ferry late", ("Ada Quill",), "2014-05-17"),
        ("Ferry late\nThe Quay, 17 May 2014\nBy Ada Quill\n", "Ferry late", ("Ada Quill",), "2014-05-17"),
        ("* [Home](/)\n* [Sport](/s)\n\n# Ferry late\n\nBy Ada Quill\n", "Ferry late", ("Ada Quill",), None),
        ("Ferry late\n", "Ferry late", (), None),
        ("## Ferry late\n", "Ferry late", (), None),
        ("# Ferry late\n", "Ferry late", (), None),
    ],
)
def test_the_head_of_a_document_is_no_part_of_its_text(
    head: str, title: str, authors: tuple[str, ...], date: str | None
) -> None:
    """However people write it down."""
    article = cleaned(f"{head}\n{TEXT}\n### Mail\n\n{MORE}")
    assert (article.title, article.authors, article.published and article.published.date) == (title, authors, date)
    assert article.text.split("\n\n") == [TEXT.strip(), "Mail", MORE.strip()]


def test_a_deck_above_the_date_is_the_standfirst() -> None:
    """As newsletters print it."""
    article = cleaned(
        f"# Ferry late\n\n## For ten years it was on time. Now it is not.\n\n**Feb 23, 2024**\n\n{TEXT}\n{MORE}"
    )
    assert (article.standfirst, article.published and article.published.date) == (
        "For ten years it was on time. Now it is not.",
        "2024-02-23",
    )
    assert article.text.split("\n\n") == [TEXT.strip(), MORE.strip()]


def test_a_published_and_an_updated_day_are_two() -> None:
    """Each by its label."""
    article = cleaned(f"# Ferry late\n\nMay 17, 2014\n\nUpdated: May 19, 2014\n\n{TEXT}\n{MORE}")
    assert article.published
    assert article.updated
    assert (article.published.date, article.updated.date) == ("2014-05-17", "2014-05-19")


def test_what_is_said_of_a_document_is_not_read_again() -> None:
    """A line that names another author tells where the text comes from, and stays."""
    said = Metadata(title="Ferry late", authors=("Ada Quill",), date="2014-05-17")
    article = cleaned(f"Originally posted on Quays by Bo Ek.\n\n{TEXT}\n{MORE}", said)
    assert (article.authors, article.text.split("\n\n")[0]) == (("Ada Quill",), "Originally posted on Quays by Bo Ek.")


def test_a_headline_has_no_site_behind_it() -> None:
    """Where the address or the program's title tells that it is one."""
    said = Metadata(url="https://www.dailyquay.example/ferry", title=None)
    assert cleaned(f"# Ferry late - The Daily Quay\n\n{TEXT}\n{MORE}", said).title == "Ferry late"
    assert cleaned(f"# Ferry late - a history\n\n{TEXT}\n{MORE}", said).title == "Ferry late - a history"
    window = Metadata(title="Ferry late | Daily Quay", basis={"title": "front matter"})
    assert cleaned(f"# Ferry late\n\n{TEXT}\n{MORE}", window).title == "Ferry late"
    person = Metadata(title="Ferry late | Daily Quay", basis={"title": "metadata.csv:2"})
    assert cleaned(f"# Ferry late\n\n{TEXT}\n{MORE}", person).title == "Ferry late | Daily Quay"


def test_texts_that_begin_without_a_headline_lose_nothing() -> None:
    """A first sentence, a list, a heading among others of its level are of the text."""
    for text in (f"{TEXT}\n{MORE}", f"- boats\n- mail\n\n{TEXT}", f"## Boats\n\n{TEXT}\n## Mail\n\n{MORE}"):
        article = cleaned(text)
        assert article.title is None
        assert "".join(article.text.split()) == "".join(text.replace("#", "").replace("- ", "").split())


@pytest.mark.parametrize(
    ("written", "read"),
    [
        ("Late.[^1]\n\n[^1]: By an hour.", "Late.\n\n1. By an hour."),
        ("Late.[^a]\n\n[^a]: By an hour.\n[^b]: Or two.", "Late.\n\n- By an hour.\n- Or two."),
        ("In sets like [^abc] nothing is noted.", "In sets like [^abc] nothing is noted."),
        ("- [x] a boat\n- [ ] a bar", "- a boat\n- a bar"),
        ("> [!note]- Tides\n> High.", "> Tides\n> High."),
        (":::note\nHigh.\n:::", "\nHigh.\n"),
        ("## Tides {#tides .wide}\nHigh.\n{: .caption}", "## Tides\nHigh.\n"),
        ("![x](y.png){width=80%}", "![x](y.png)"),
        ("See [[Harbour|the harbour]] and [[Quay]].![[pier.png]]", "See the harbour and Quay."),
        ("It is ==very late== today; a == b.", "It is very late today; a == b."),
        ("Late [@ek2019, p. 14; @lee2020], said [@quay](https://q.example).", "Late, said [@quay](https://q.example)."),
        ("```\n[^1]: {#code} [[x]]\n```\n[^1]: n", "```\n[^1]: {#code} [[x]]\n```\n1. n"),
        ("{ braces } and {name} stay", "{ braces } and {name} stay"),
    ],
)
def test_marks_of_some_programs_are_read_as_these_show_them(written: str, read: str) -> None:
    """Every line stays in its place, and code as it is."""
    assert without_dialect(written) == read
    assert written.count("\n") == read.count("\n")
