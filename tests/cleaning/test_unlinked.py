"""Dumps with their links in Markdown are read without these signs, a paragraph on one line."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.unlinked import Link, anchors_in, unlinked
from tests.cleaning.conftest import MakeOriginal

LINKS = "[One](/1)\n\n[Two](/2)\n\n[Three](/3)"
"""Enough of them for a dump in Markdown."""
SHOWN = "One\n\nTwo\n\nThree"


@pytest.mark.parametrize(
    ("raw", "shown"),
    [
        ("The [old pier](https://pier.example/a_(b)) is gone.", "The old pier is gone."),
        ('A [pier](/p "The title") and [a sea](</s s>).', "A pier and a sea."),
        ("![A pier\nin fog](data:image/gif;base64,R0l=)", "\n"),
        ("[![Logo](/logo.png)](/home)", ""),
        ("  * [ ![](/a.png)](/home)", ""),
        ("[![Logo](/l.png) Home](/home)", " Home"),
        ("[Home](/)[About](/about)", "Home About"),
        ("See [the\nboard](https://board.example/a-\nlong-one).", "See the board.\n\n"),
        ("A well-\nknown pier, in short- \nand long-term use.", "A well-known pier, in short- and long-term use.\n\n"),
        ("First line  \nSecond line\nthird line", "First line  \nSecond line third line\n"),
        ("- one\ngoes on\n- two", "- one goes on\n\n- two"),
        ("# Head\ntext", "# Head\ntext"),
        ("    code = [a](b)\n    more", "    code = a\n    more"),
        ("```\n[a](b)\nc\n```", "```\n[a](b)\nc\n```"),
        ("| a | b |\n|---|---|\n| [c](/c) | d |", "| a | b |\n|---|---|\n| c | d |"),
        (
            "An array[0] and a \\[sign\\](x) stay, [as] does this.",
            "An array[0] and a \\[sign\\](x) stay, [as] does this.",
        ),
        ("[text][ref] and [none][gone]\n\n[ref]: https://ref.example/", "text and [none][gone]\n\n"),
    ],
)
def test_what_a_reader_sees(raw: str, shown: str) -> None:
    """The words of links; no addresses, no pictures, no lines that were broken only to wrap."""
    found = unlinked(f"{raw}\n\n{LINKS}")
    assert found.text == f"{shown}\n\n{SHOWN}"
    assert found.text.count("\n") == f"{raw}\n\n{LINKS}".count("\n")


def test_a_text_with_hardly_a_link_stays() -> None:
    """Whoever pasted one meant it to be read so, or is told of it piece by piece."""
    text = "See [the board](/b).\nIt is\nold."
    assert unlinked(text).text == text


def test_links_are_known_by_line_and_words() -> None:
    """In order, the line being the one to which their paragraph went."""
    found = unlinked("It says\nso [on the\nboard](/b) and [*here*](/h).\n\n![x](y) [There](/t)\n\n[](/none)")
    assert found.links == (Link(1, "on the board", "/b"), Link(1, "here", "/h"), Link(5, "There", "/t"))
    assert dict(found.homes) == {2: 1, 3: 1}
    assert anchors_in("It says so on the board and here.", found.links[:2]) == ((11, 23, "/b"), (28, 32, "/h"))
    assert anchors_in("Other words, here.", found.links[:2]) == ((13, 17, "/h"),)


def test_a_dump_is_cleaned_with_its_links(make_original: MakeOriginal) -> None:
    """Every raw line is accounted for, those that say nothing as markup."""
    paragraphs = [
        "The harbour council voted on Monday to rebuild [the old\npier](https://pier.example/) that a storm broke.",
        "Members of the council had argued for months about the money, which\nwill come from a fund for coastal towns.",
        "Work is to begin in the spring, and [the mayor](https://mayor.example/) hopes to see the first boats by June.",
    ]
    text = "\n\n".join(
        (
            "* [Home](/)\n* [News](/news)\n* [Sport](/sport)",
            "# Old Pier To Rise Again",
            "![The pier](/pier.jpg)",
            *paragraphs,
        )
    )
    article = clean(make_original(text), None, CleaningSettings())
    assert article.title == "Old Pier To Rise Again"
    assert article.text.split("\n\n") == [
        "The harbour council voted on Monday to rebuild the old pier that a storm broke.",
        "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
        "Work is to begin in the spring, and the mayor hopes to see the first boats by June.",
    ]
    assert [(article.text[link.start : link.end], link.href) for link in article.links] == [
        ("the old pier", "https://pier.example/"),
        ("the mayor", "https://mayor.example/"),
    ]
    fates = {line.number: (line.fate, line.rule) for line in article.account}
    assert len(fates) == text.count("\n") + 1
    assert fates[7] == ("removed", "markup")
    assert fates[9] == fates[10] == ("body", "body")


@pytest.mark.parametrize(
    "unit",
    ["[", "](", "![", "[](", "[a](b) ", "[a](b(", "[a](b\nc", "[a]: b\n[a][a]\n", "- - -x\n[a](b)", "b-\n[a](b)\n"],
)
def test_reading_is_linear(unit: str) -> None:
    """Hostile signs cost no more than their number."""
    begun = time.perf_counter()
    unlinked(unit * (400_000 // len(unit)))
    assert time.perf_counter() - begun < 20
