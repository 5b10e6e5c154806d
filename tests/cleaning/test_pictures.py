"""Texts of pictures amid a dump, told from its headings by trees."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.pictures import candidates, prints_pictures, without_pictures
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

PARTS = (
    ("Why the Harbour Matters", "The harbour is the reason why the town stands where it does, and its people know it."),
    ("A Pier for Everybody", "The pier was built by those who fish and by those who only want to look at the sea."),
    (
        "Boats and Their Owners",
        "Most of the boats belong to families who have been at sea for three generations or more.",
    ),
    (
        "Storms of the Winter",
        "Every winter takes a part of the pier, and every spring the council pays to build it again.",
    ),
)
PICTURES = (
    "wooden boats on the beach at low tide",
    "fishermen mending nets beside the old pier",
    "waves breaking over the harbour wall",
    "a lighthouse seen from the sea in fog",
)


def dump(*, pictures: bool = True) -> str:
    """An article with headings, each above a paragraph with a picture below it."""
    shown = PICTURES if pictures else ("",) * len(PICTURES)
    parts = [
        f"{head}\n\n{said}\n\n{picture}\n\n{said.replace('the', 'that', 1)}"
        for (head, said), picture in zip(PARTS, shown, strict=True)
    ]
    return "The Harbour and Its Town\n\n" + "\n\n".join(parts)


def looks_of(text: str) -> list[Look]:
    """The pieces of a text."""
    return [look_at(piece) for piece in pieces(raw_lines(text))]


def test_texts_of_pictures_go_and_headings_stay(make_original: MakeOriginal) -> None:
    """Both are short lines between paragraphs."""
    article = clean(make_original(dump()), None, CleaningSettings())
    text = article.text
    assert [line.text for line in article.account if line.rule == "picture"] == [*PICTURES]
    assert [picture for picture in PICTURES if picture in text] == []
    assert [head for head, _ in PARTS if head not in text] == []


def test_without_pictures_nothing_goes(make_original: MakeOriginal) -> None:
    """The headings of a page are none."""
    whole = clean(make_original(dump(pictures=False)), None, CleaningSettings()).text
    assert clean(make_original(dump()), None, CleaningSettings()).text == whole


def test_what_looks_like_a_sentence_may_tell_of_a_picture() -> None:
    """By its words, which those on pictures have: it has no verb that a sentence needs."""
    shown = "A photo of a young woman smiling in front of a wooden boat."
    looks = looks_of(dump().replace(PICTURES[1], shown))
    within = without_pictures(looks, [True] * len(looks), "")
    gone = {look.piece.text for look, stays in zip(looks, within, strict=True) if not stays}
    assert gone == {shown, PICTURES[0], *PICTURES[2:]}


@pytest.mark.parametrize(
    "line",
    [
        "Step two of the plan",
        "3 boats on the beach",
        "a) The boats on the beach",
        "12 Harbour Street beside the pier:",
        "mend(nets) beside the old pier",
        "write to desk@harbour.example for boats",
        "– the mayor of the town, on Monday",
        "The fishermen of the town have mended their nets before the storm.",
        "nets\tboats\tpiers",
    ],
)
def test_what_is_never_asked(line: str) -> None:
    """Steps, figures, labels, code, rows, addresses, who said a quotation and sentences are no texts of pictures."""
    long = "The harbour is the reason why the town stands where it does, and its people have known it. " * 3
    looks = looks_of(f"{long}\n\n{line}\n\n{long}")
    assert candidates(looks, [True] * len(looks)) == []


@pytest.mark.parametrize(
    ("above", "prints"),
    [
        (["• Home", "• News", "• Boats"] * 9, True),
        (["• Home", "• News", "• Boats", "• Nets", "• Piers", "* Ropes"], True),
        (["• Home", "* News", "* Boats"], False),
        (["Home", "News", "Boats"] * 20, False),
    ],
    ids=["a long menu", "one sign of somebody's", "another tool", "lines"],
)
def test_menus_do_not_tell_the_tool(above: list[str], *, prints: bool) -> None:
    """Whose items stand without a blank line between them: the other pieces and most of the signs do."""
    assert prints_pictures(looks_of("\n".join(above) + "\n\n" + dump())) is prints


@pytest.mark.parametrize("above", ["## A heading\n\n", "* an item\n\n"])
def test_a_tool_that_prints_no_pictures_is_not_asked(above: str) -> None:
    """Who marks headings, or items with asterisks, prints no texts of pictures."""
    shown = f"{PARTS[0][1]}\n\n{PICTURES[0]}\n\n{PARTS[1][1]}\n\n{PARTS[2][1]}"
    for text, stays in ((f"{above}{shown}", True), (shown, False)):
        looks = looks_of(text)
        place = [look.piece.text for look in looks].index(PICTURES[0])
        assert without_pictures(looks, [True] * len(looks), "")[place] is stays
