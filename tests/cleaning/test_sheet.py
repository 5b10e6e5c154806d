"""A dump's pieces in columns."""

from __future__ import annotations

import numpy as np
import pytest

from generator.cleaning.dump.sheet import sheet_of
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import NUMBERS, look_at
from generator.cleaning.pieces.memo import Memo
from generator.cleaning.pieces.wrap import pieces

LOOKS = [
    look_at(piece)
    for piece in pieces(raw_lines("Home\n\nThe council rebuilt the harbour pier at last.\n\n  • Harbour pier\n\nHome"))
]
SHEET = sheet_of(LOOKS)


def test_every_number_of_a_look_stands_in_its_column() -> None:
    """What was counted of each piece is told of that piece, under its name."""
    assert set(SHEET.own) == {*NUMBERS, "times"}
    assert SHEET.own["words"].tolist() == [look.words for look in LOOKS]
    assert SHEET.own["sentence"].tolist() == [look.sentence for look in LOOKS]
    assert SHEET.own["apart"].tolist() == [look.piece.apart for look in LOOKS]
    assert SHEET.own["kind"].tolist() == [0, 0, 2, 0]
    assert SHEET.own["times"].tolist() == [2, 1, 1, 2]


def test_kinship_is_the_share_of_longer_words_that_enough_pieces_have() -> None:
    """Of ``harbour`` alone the sentence speaks; ``council`` stands nowhere else; ``Home`` has no longer word."""
    among = np.array([False, True, True, False])
    assert SHEET.kinship(among, np.full(4, 2)) == pytest.approx([-1, 1 / 3, 1, -1])
    assert SHEET.kinship(among, np.full(4, 1)) == pytest.approx([-1, 1, 1, -1])


def test_a_memo_asks_once() -> None:
    """What was asked before is known."""
    answers = iter((1, 2))
    memo: Memo[str, int] = Memo(lambda _: next(answers))
    assert [memo["pier"], memo["pier"], memo["dock"]] == [1, 1, 2]
