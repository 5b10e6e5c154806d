"""Headings that a dump does not mark, told from its other short lines by trees."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump import subheads
from generator.cleaning.dump.seams import Seams
from generator.cleaning.dump.subheads import candidates, unmarked_headings, whole_headings
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal
from tests.cleaning.test_pictures import PARTS, dump

HEADS = tuple(head for head, _ in PARTS)
HEADED = frozenset(
    f"{what} of {whose}"
    for what in ("Tides", "Boats", "Piers", "Nets", "Quays")
    for whose in ("the Harbour", "the Town", "May", "June", "July", "August")
) | {"Piers by the Sea"}


def looks_of(text: str) -> list[Look]:
    """The pieces of a text."""
    return [look_at(piece) for piece in pieces(raw_lines(text))]


def found_in(text: str) -> list[str]:
    """The lines of a text that are headings, where all of it is the body."""
    looks = looks_of(text)
    return [
        looks[place].piece.text for place in sorted(unmarked_headings(looks, [True] * len(looks), "", text.split("\n")))
    ]


def test_headings_between_paragraphs_are_headings(make_original: MakeOriginal) -> None:
    """The text is what it was, and every line is accounted for as before."""
    article = clean(make_original(dump(pictures=False)), None, CleaningSettings())
    heads = [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]
    assert heads == list(HEADS)
    assert {block.level for block in article.blocks if block.kind == "heading"} == {2}


def test_lists_and_sentences_are_none() -> None:
    """Short lines in a row, sentences, and what ends like a part of one."""
    said = [text for _, text in PARTS]
    items = "two nets\n\na small boat\n\nfour ropes\n\nbread and cheese\n\na lamp"
    assert found_in("\n\n".join((said[0], said[1], "This is what they took:", items, said[2], said[3]))) == []
    assert found_in("\n\n".join((said[0], "The boats came in.", said[1], "the nets, the ropes,", said[2]))) == []


@pytest.mark.parametrize(
    "line",
    [
        "Who: Jane Doe of the Council",
        "What:To open the pier",
        "14 Pier Road",
        "9 Shore St., Harbour",
        "1539 Longshore Office Building",
        "Harbour, NH 03801",
        "The Pier Fund: $500,000",
    ],
)
def test_what_an_advisory_tells_is_no_heading(line: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """However sure the trees are; the same words amid others may head a part."""
    monkeypatch.setattr(subheads, "score", lambda _, __, count: [9.0] * count)
    said = [text for _, text in PARTS]
    assert found_in("\n\n".join((said[0], line, said[1], "Who: we are", said[2]))) == []
    assert found_in("\n\n".join((said[0], "Who We Are", said[1], "The Street of the Pier", said[2]))) != []


def test_a_line_numbered_as_a_heading_is_one(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where one of a series is sure, the others need not be; they are not whatever speaks against them."""
    said = [text for _, text in PARTS]
    lines = ("Step 1: The Boats", "Step 2: The Nets", "Trip 3: The Ropes", "Step 4: The Lamp")
    text = "\n\n".join((said[0], *(part for line in lines for part in (line, said[1]))))
    for odds, expected in (
        ([2.0, -1.0, -1.0, -1.0], [lines[0], lines[1], lines[3]]),
        ([2.0, -1.0, 2.0, -3.0], [lines[0], lines[1], lines[2]]),
        ([0.0, 0.0, 2.0, 0.0], [lines[2]]),
    ):
        monkeypatch.setattr(subheads, "score", lambda *_, odds=odds: odds)
        assert found_in(text) == expected


def test_a_heading_has_its_number_and_is_no_half() -> None:
    """A number alone above it is of it where the seam is sure; what is torn otherwise is a sentence."""
    looks = looks_of("5)\nThe Nets\nThe Boats\nWooden Piers\nThe Ropes")
    first, heads = [look.piece.numbers[0] for look in looks], (1, 2, 4)
    torn = frozenset({first[1], first[3]})
    assert whole_headings(looks, heads, Seams()) == {1, 2, 4}
    assert whole_headings(looks, heads, Seams(torn, torn)) == {0, 1, 4}
    assert whole_headings(looks, heads, Seams(frozenset(), torn)) == {4}


@pytest.mark.parametrize("mark", ["## ", "   "])
def test_a_dump_that_tells_its_headings_is_not_asked(mark: str) -> None:
    """By a mark, or by the depth of all that is none."""
    if mark.strip():
        text = f"{mark}{HEADS[0]}\n\n{PARTS[0][1]}\n\n{HEADS[1]}\n\n{PARTS[1][1]}"
    else:
        text = "\n\n".join(f"{head}\n\n{mark}{said}\n\n{mark}{said}" for head, said in (*PARTS, *PARTS, *PARTS))
    looks = looks_of(text)
    assert candidates(looks, [True] * len(looks))
    assert unmarked_headings(looks, [True] * len(looks), "", text.split("\n")) == frozenset()


def test_a_question_among_questions_needs_less(monkeypatch: pytest.MonkeyPatch) -> None:
    """Where two others are sure; what speaks against one still does."""
    said = [text for _, text in PARTS]
    lines = ("Who came?", "Who stayed?", "Who went?", "Who asked?")
    text = "\n\n".join((said[0], *(part for line in lines for part in (line, said[1]))))
    for odds, expected in (
        ([2.0, 2.0, -0.4, -1.0], lines[:3]),
        ([2.0, 0.0, -0.4, -1.0], lines[:1]),
    ):
        monkeypatch.setattr(subheads, "score", lambda *_, odds=odds: odds)
        assert found_in(text) == list(expected)


@pytest.mark.parametrize(
    ("above", "listed", "heads"),
    [
        ("The book has four parts:", ("Tides of the Harbour", "Boats of the Town", "Piers by the Sea"), False),
        ("The book has four parts.", ("Tides of the Harbour", "Boats of the Town", "Piers by the Sea"), True),
        ("The book has two parts:", ("Tides of the Harbour", "Boats of the Town"), True),
        ("The book:", ("Tides of the Harbour", "one", "two", "three", "Boats of the Town", "Piers by the Sea"), True),
        ("It has five.", ("Tides of May", "Boats of June", "Piers of July", "Nets of August", "Quays of May"), False),
    ],
    ids=["below a colon", "below a sentence", "two", "few of them", "five in a row"],
)
def test_a_list_without_marks_has_no_headings(
    monkeypatch: pytest.MonkeyPatch, above: str, listed: tuple[str, ...], *, heads: bool
) -> None:
    """Whatever the trees say: of the words of pages that have such lists nobody heads a part with three in a row."""
    text = "\n\n".join((above, *listed, PARTS[0][1]))
    looks = looks_of(text)
    odds = [9.0 if looks[place].piece.text in HEADED else -9.0 for place in candidates(looks, [True] * len(looks))]
    monkeypatch.setattr(subheads, "score", lambda *_: odds)
    assert bool(found_in(text)) is heads


def test_a_dump_whose_only_sign_is_a_remark_s_has_its_headings_found(make_original: MakeOriginal) -> None:
    """A command's remark begins as a marked heading does."""
    text = f"{dump(pictures=False)}\n\n# tides of May\ngit fetch\n\n{PARTS[0][1]}"
    article = clean(make_original(text), None, CleaningSettings())
    heads = [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]
    assert heads == list(HEADS)


def test_a_row_of_cells_is_no_heading(monkeypatch: pytest.MonkeyPatch) -> None:
    """The head of a table stands above its rows as a heading does above its text."""
    monkeypatch.setattr(subheads, "score", lambda _table, _traits, count: [9.0] * count)
    assert found_in(f"Tides\t\tBoats\n\n{PARTS[0][1]}") == []
    assert found_in(f"Tides and boats\n\n{PARTS[0][1]}") == ["Tides and boats"]
