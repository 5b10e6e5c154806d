"""Words of a button amid a sentence are of the sentence."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.middles import stands_amid
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces
from tests.cleaning.conftest import MakeOriginal

PROSE = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter."


def amid(text: str, *, within: bool = True) -> bool:
    """Whether the second piece of a text of three stands amid a sentence."""
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    return stands_amid(looks, [True, True, within], 1)


@pytest.mark.parametrize(
    "text",
    ["Two weeks before you sail\n\nContact\n\nthe harbour master", "Then read the\n\nAbout us\n\n, which says more"],
)
def test_a_short_line_between_two_halves_of_a_sentence_is_of_it(text: str) -> None:
    """Only where both of them are of the article."""
    assert amid(text)
    assert not amid(text, within=False)


@pytest.mark.parametrize(
    "text",
    [
        "So the council said.\n\nContact\n\nthe harbour master",
        "So the council said\n\nContact\n\nThe harbour master knows.",
        "The pier in spring\n\nDSC_5615.jpg\n\nthe pier in winter",
        "The pier in spring\n\nTags:\n\npier",
    ],
)
def test_between_sentences_it_is_furniture(text: str) -> None:
    """And so are names of pictures, and labels of what follows."""
    assert not amid(text)


def test_no_word_of_a_cut_sentence_is_lost(make_original: MakeOriginal) -> None:
    """A dump that breaks at some links does not lose those that are called as buttons are."""
    cut = ["Two weeks before you sail", "Contact", "the harbour master."]
    text = "\n\n".join(["Old Pier To Rise Again", PROSE, *cut, f"{PROSE} Yes."])
    article = clean(make_original(text), None, CleaningSettings())
    assert article.text.split("\n\n")[1:4] == cut
