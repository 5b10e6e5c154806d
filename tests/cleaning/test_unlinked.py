"""Dumps with their links in Markdown are read without these signs, a paragraph on one line."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.links import Link, anchors_in
from generator.cleaning.pieces.unlinked import lines_of, unlinked
from generator.cleaning.pieces.wrap import pieces
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
        (
            "The\nHead\n====\ntext\n\nA part\n---\n\n---\n* one\n---",
            "# The Head\n\n\ntext\n\n## A part\n\n\n---\n* one\n---",
        ),
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


def test_only_addresses_define_references() -> None:
    """What a speaker said behind brackets, and a note, are text."""
    said = "[Mayor]: No pier was ever built here.\n\n[^1]: See the board.\n\n[Q]: Why?"
    assert unlinked(f"{said}\n\n{LINKS}").text == f"{said}\n\n{SHOWN}"
    assert unlinked(f'[a][1]\n\n[1]: <https://a.example/> "The pier"\n\n{LINKS}').text == f"a\n\n\n\n{SHOWN}"


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
    [
        "[",
        "](",
        "![",
        "[](",
        "[a](b) ",
        "[a](b(",
        "[a](b\nc",
        "[a]: b\n[a][a]\n",
        "- - -x\n[a](b)",
        "b-\n[a](b)\n",
        "[1]a ",
        "1. a\n",
    ],
)
def test_reading_is_linear(unit: str) -> None:
    """Hostile signs cost no more than their number."""
    begun = time.perf_counter()
    unlinked(unit * (400_000 // len(unit)))
    assert time.perf_counter() - begun < 20


BROWSED = """   #[1]Feed

   [2]Gazette
     * [3]News
     * [4]Sport
     * [5]Weather
       Boats[6]Ferries

                             Old Pier To Rise Again

   The harbour council voted on Monday to rebuild the [7]old pier that a
   storm had broken in the winter of last year, says [8]the Gazette of the
   town.

   [9]Home [10]Imprint [11](866) 555-0100

References

   Visible links:
   1. https://gazette.example/feed
   2. https://gazette.example/
  11. tel:8665550100
"""
SEEN = """   #Feed

   Gazette
     * News
     * Sport
     * Weather
       Boats Ferries

                             Old Pier To Rise Again

   The harbour council voted on Monday to rebuild the old pier that a
   storm had broken in the winter of last year, says the Gazette of the
   town.

   Home Imprint (866) 555-0100"""


def test_numbers_of_links_are_no_words() -> None:
    """Nor is the list of their addresses; lines are known to have been wider, which tells where they were wrapped."""
    found = unlinked(BROWSED)
    assert found.text == SEEN + "\n" * (BROWSED.count("\n") - SEEN.count("\n"))
    shown = {line.number: line for line in lines_of(found)}
    assert [(shown[number].width, shown[number].led) for number in (11, 12, 13, 15)] == [
        (72, 0),
        (74, 0),
        (8, 0),
        (41, 3),
    ]


def test_what_an_article_cites_is_no_list_of_links() -> None:
    """It stands above that list, below the same word."""
    cited = "References\n\n 1. Quill, A.: On Piers\n 2. Lund, B.: On Boats\n\n"
    found = unlinked(BROWSED.replace("References", f"{cited}References"))
    assert "On Piers" in found.text
    assert "https" not in found.text


def test_wrapped_paragraphs_are_whole() -> None:
    """A line was full with the number in it, and with the one before the word below."""
    paragraph = (
        "   The [1]council voted on Monday to rebuild\n   [2]the old pier, which a storm had broken\n   last year."
    )
    numbered = "\n\n".join(paragraph.replace("[1]", f"[{n}]").replace("[2]", f"[{n + 1}]") for n in range(1, 12, 2))
    found = [piece.text for piece in pieces(lines_of(unlinked(numbered)))]
    assert found == ["The council voted on Monday to rebuild the old pier, which a storm had broken last year."] * 6


def test_citations_stay() -> None:
    """A work that cites by number, and lists what it cites."""
    cited = " ".join(f"So it was said [{number}]." for number in range(1, 20))
    listed = "\n".join(f"[{number}] Quill, A.: On Piers" for number in range(1, 20))
    text = f"{cited}\n\nReferences\n\n{listed}"
    assert unlinked(text).text == text
