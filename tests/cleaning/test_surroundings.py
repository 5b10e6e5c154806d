"""Where a piece of a dump stands, in numbers, and what the trees make of it."""

from __future__ import annotations

import numpy as np
import pytest

from generator.cleaning.dump.features import scores
from generator.cleaning.dump.reasons import reasons_of
from generator.cleaning.dump.sheet import sheet_of
from generator.cleaning.dump.surroundings import surroundings
from generator.cleaning.pieces.forest import read_forest
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.wrap import pieces
from generator.cleaning.settings import CleaningSettings
from tests.cleaning.conftest import MakeOriginal

MENU = "Home\n\nNews\n\nSport"
STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm broke in the winter of last year.\n\n"
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns."
)
AFTER = "Most Popular\n\nFive gardens to see\n\nMarch 3, 2017"


def looks_of(text: str) -> list[Look]:
    """The pieces of a dump."""
    return [look_at(piece) for piece in pieces(raw_lines(text))]


PAGE = looks_of(f"{MENU}\n\n{STORY}\n\n{AFTER}")
TOLD = surroundings(sheet_of(PAGE))


def test_every_column_has_a_number_for_every_piece() -> None:
    """The trees read columns of one length, without holes."""
    assert {len(column) for column in TOLD.values()} == {len(PAGE)}
    assert all(np.isfinite(column).all() for column in TOLD.values())


def test_every_question_of_the_trees_has_its_column() -> None:
    """A column that lacks would be taken for 0, and no error would tell."""
    assert set(read_forest("prose_trees.tsv").traits) <= set(TOLD)


@pytest.mark.parametrize(
    ("trait", "values"),
    [
        ("from-main-start", [-3, -2, -1, 0, 1, 2, 3, 4]),
        ("from-main-end", [-5, -4, -3, -2, -1, 0, 1, 2]),
        ("run", [-3, -3, -3, 2, 2, -3, -3, -3]),
        ("share-above", [0, 0, 0, 0, 21 / 41, 1, 1, 1]),
        ("prose+2", [0, 21, 41, 20, 0, 0, 0, 0]),
        ("prose-2", [0, 0, 0, 0, 21, 41, 20, 0]),
        ("since-long", [99, 99, 99, 99, 1, 2, 3, 4]),
        ("words+1", [1, 1, 21, 20, 2, 4, 3, -1]),
        ("times", [1] * 8),
    ],
)
def test_a_column_tells_where_each_piece_stands(trait: str, values: list[float]) -> None:
    """Three lines of menu, two paragraphs, three lines of furniture."""
    assert TOLD[trait] == pytest.approx(values)


def test_a_page_without_prose_has_a_place_too() -> None:
    """Of a page of nothing but names every number is told, and nothing is divided by nothing."""
    told = surroundings(sheet_of(looks_of("Home\n\nNews")))
    assert all(np.isfinite(column).all() for column in told.values())
    assert scores([]) == []


def test_words_of_the_story_are_kin_of_it() -> None:
    """A line that speaks of the pier is nearer to the story than one that speaks of gardens."""
    looks = looks_of(f"{STORY}\n\nCouncil and harbour\n\nGardens and meadows")
    kinship = surroundings(sheet_of(looks))["kinship"]
    assert kinship[2] == 1.0
    assert kinship[3] == 0.0


def test_reasons_are_of_the_score_that_decides(make_original: MakeOriginal) -> None:
    """What is told of a line is what cleaning went by, and the traits come in the order of their weight."""
    text = f"{MENU}\n\n{STORY}\n\n{AFTER}"
    told = reasons_of(make_original(text), None, CleaningSettings())
    by_line = {look.piece.numbers[0]: score for look, score in zip(PAGE, scores(PAGE), strict=True)}
    assert {number: told[number].score for number in by_line} == pytest.approx(by_line, abs=0.006)
    for reasons in told.values():
        amounts = [abs(value) for _, value in reasons.strongest]
        assert amounts == sorted(amounts, reverse=True)
        assert 0 < len(amounts) <= 3
    trees = read_forest("prose_trees.tsv").traits
    assert any(trait in trees for reasons in told.values() for trait, _ in reasons.strongest)
