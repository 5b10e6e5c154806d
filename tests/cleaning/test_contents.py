"""A list of the headings that follow is not the article."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.contents import Entry, without_contents
from generator.cleaning.pieces.looks import plain_words
from tests.cleaning.conftest import MakeOriginal

HEADINGS = ("Why the old pier fell", "What the council will pay", "Who may come back", "When the boats return")
STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
    "Fishermen who had moved to the next village said that they would come back when there was a crane for the boats.",
)
SECTIONS = tuple(line for heading in HEADINGS for line in (heading, *STORY))


@pytest.mark.parametrize(
    ("above", "kept"),
    [
        (HEADINGS, ()),
        (tuple(f"{number}. {text}" for number, text in enumerate(HEADINGS, 1)), ()),
        (tuple(line for number, text in enumerate(HEADINGS, 1) for line in (str(number), text)), ()),
        (HEADINGS[:3], HEADINGS[:3]),
        (("1", *HEADINGS[:3], "2", "3"), ("1", *HEADINGS[:3], "2", "3")),
        (HEADINGS[::-1], HEADINGS[::-1]),
        (("Pier", "Money", "Fishermen", "Boats"),) * 2,
    ],
    ids=["headings", "numbered", "numbers apart", "three", "three and numbers", "another order", "other words"],
)
def test_headings_listed_above_their_sections_are_left_out(above: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """Four and more lines, each of which comes once more below, in that order."""
    texts = (STORY[0][:60], *above, *SECTIONS)
    within = without_contents([Entry.of(text, plain_words(text)) for text in texts], [True] * len(texts))
    shown = tuple(text for text, stays in zip(texts, within, strict=True) if stays)
    assert shown == (STORY[0][:60], *kept, *SECTIONS)


@pytest.mark.parametrize(
    ("line", "stays"),
    [
        (" ".join(f"{number}. {text}" for number, text in enumerate(HEADINGS, 1)), False),
        (f"Table of Contents: {' '.join(HEADINGS)}", False),
        (f"JUMP TO SECTION {' '.join(HEADINGS)}", False),
        (f"The council asked: {', '.join(HEADINGS)}", True),
        ("".join(HEADINGS).upper(), False),
        ("".join(HEADINGS[:3]).upper(), True),
        (f"{''.join(HEADINGS[:2])} {' '.join(HEADINGS[2:])}", False),
        (" ".join(HEADINGS), False),
        (f"Contents: {' '.join(HEADINGS[:3])}", True),
        (f"Contents: {' '.join(HEADINGS)} {STORY[0]} {STORY[1]}", True),
    ],
)
def test_contents_on_one_line_are_left_out(line: str, *, stays: bool) -> None:
    """They call themselves so, are counted or are nothing else, and name four headings below in hardly other words."""
    texts = (STORY[0], line, *SECTIONS)
    assert without_contents([Entry.of(text, plain_words(text)) for text in texts], [True] * len(texts))[1] is stays


def test_a_list_that_a_sentence_brings_in_stays() -> None:
    """What it lists is what it says; a label of a few words brings in a table of contents."""
    for above, stays in (
        ("These are the four questions that the council had to answer:", True),
        ("You will learn:", False),
    ):
        texts = (STORY[0], above, *HEADINGS, *SECTIONS)
        within = without_contents([Entry.of(text, plain_words(text)) for text in texts], [True] * len(texts))
        assert within[2] is stays


@pytest.mark.parametrize(
    ("above", "linked", "stays"), [("Here they are:", False, True), ("Here they are:", True, False)]
)
def test_a_list_of_a_page_that_leads_nowhere_is_its_article_s(above: str, *, linked: bool, stays: bool) -> None:
    """A page would link what it names; as the first of the text such a list is one of contents all the same."""
    texts = (STORY[0], above, *HEADINGS, *SECTIONS)
    entries = [Entry.of(text, plain_words(text), leads=linked) for text in texts]
    assert without_contents(entries, [True] * len(texts))[2] is stays
    assert without_contents(entries[2:], [True] * len(texts[2:]))[0] is False


def test_a_list_that_is_soon_said_again_stays() -> None:
    """Where hardly anything lies between, the lines are a refrain."""
    texts = (*HEADINGS, "And again:", *HEADINGS)
    assert all(without_contents([Entry.of(text, plain_words(text)) for text in texts], [True] * len(texts)))


def test_a_dump_has_its_headings_once(make_original: MakeOriginal) -> None:
    """The sections stay as they are, under their headings."""
    items = tuple(f"  • {text}" for text in HEADINGS)
    text = "\n\n".join(("The Old Pier Of Harbour Town", STORY[0], "\n".join(items), *SECTIONS))
    article = clean(make_original(text), None, CleaningSettings())
    assert [article.text.count(heading) for heading in HEADINGS] == [1, 1, 1, 1]
