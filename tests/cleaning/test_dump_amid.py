"""Lines amid a dump's article that begin as a notice or are called as a site's pages are."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.amid import with_those_amid
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

PROSE = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter."


def stays(line: str, *, amid: bool = True) -> bool:
    """Whether a line stays that was left out between two sentences, or below the last of them."""
    lines = [PROSE, line, f"{PROSE} Yes."] if amid else [PROSE, f"{PROSE} Yes.", line, "Old piers"]
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    assert any(look.shape is not None for look in looks), line
    return with_those_amid(looks, [look.shape is None for look in looks])[lines.index(line)]


@pytest.mark.parametrize(
    "line",
    [
        "Copyright Complexity in a Fragmented World",
        "* Copyright Office Weighs In on Fair Use | Harbour Law",
        "No affiliate links. No paid promotion. I have sailed every boat that this post tells of.",
        "Affiliate programs: Sailors earn a commission when others buy boats.",
        "Customer Support",
        "About filing your tax return",
        "About the Old Pier",
        "How to choose colors for your logo",
        "FAQs",
        "More on that in a later post about the nets.",
        "The Role of Boats in a Town's Website",
    ],
)
def test_between_sentences_a_line_that_is_no_notice_is_text(line: str) -> None:
    """Below the last of them it is the page's."""
    assert stays(line)
    assert not stays(line, amid=False)


@pytest.mark.parametrize(
    "line",
    [
        "Old Pier, Harbour Town | © 2019 Jane Doe",
        "Copyright 2024 Harbour Press",
        "Harbour Press. All rights reserved.",
        "This post may contain affiliate links, view my full disclosure policy.",
        "We may also use affiliate links in what we write.",
        "If you buy a boat through this page, I may earn a commission.",
        "Contact Us",
        "About the author",
        "About our team",
        "About the Editors",
        "Harbour Gazette logo",
        "About Nora Quill",
        "Blog",
        "Sign up for our newsletter",
        "More on the Old Pier",
        "Nora Quill's website",
    ],
)
def test_a_notice_goes_wherever_it_stands(line: str) -> None:
    """And so does the name of a page that is the site's own."""
    assert not stays(line)


def test_a_section_on_copyright_keeps_its_heading(make_original: MakeOriginal) -> None:
    """It would run on under the heading before."""
    body = [PROSE, f"{PROSE} Yes.", "Copyright Complexity in a Fragmented World", f"{PROSE} No.", f"{PROSE} Perhaps."]
    article = clean(make_original("\n\n".join(["Old Pier To Rise Again", *body])), None, CleaningSettings())
    assert article.text.split("\n\n") == body


@pytest.mark.parametrize(
    ("below", "stay"),
    [
        (("Table of Contents", "Piers", "Boats"), True),
        (("Read more", "Piers", "Boats"), False),
        (
            ("Table of Contents", "Piers", "All of this is told of in a letter that we write to you on every Monday."),
            False,
        ),
    ],
    ids=["contents", "others", "a sentence"],
)
def test_below_a_sentence_contents_may_be_left_out(below: tuple[str, ...], *, stay: bool) -> None:
    """Below its lead many an article lists what it tells."""
    line = "No affiliate links. No paid promotion. I have sailed every boat that this post tells of."
    lines = (PROSE, line, *below, f"{PROSE} Yes.")
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join(lines)))]
    assert with_those_amid(looks, [one in {PROSE, lines[-1]} for one in lines])[1] is stay


def test_the_heading_of_a_dumps_questions_stays_with_them(make_original: MakeOriginal) -> None:
    """A page of its site is called so too."""
    told = "The harbour council voted on Monday to rebuild the old pier, which the storm of last winter had taken away."
    text = "\n\n".join(("Old Pier To Rise Again", told, told[4:], "FAQs", "Who pays for the pier?", told[:-2], told))
    assert "FAQs\n\nWho pays" in clean(make_original(text), None, CleaningSettings()).text
