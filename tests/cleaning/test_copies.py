"""A page that shows its text once for each width of a screen has it once as its article."""

from __future__ import annotations

from dataclasses import replace

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.copies import without_copies
from tests.cleaning.conftest import MakeOriginal

_WORKS = ("pier", "crane", "market", "school", "slipway", "bridge", "road", "lighthouse", "station", "library")
STORY = tuple(
    f"The council voted on Monday to rebuild the old {work}, which a storm had broken in the winter of last year."
    for work in _WORKS
)


def kept(*texts: str) -> list[str]:
    """What stays of a body of these texts."""
    within = without_copies(texts, [True] * len(texts))
    return [text for text, stays in zip(texts, within, strict=True) if stays]


def test_of_several_copies_of_a_text_the_first_is_of_the_body() -> None:
    """However often it stands there, and with a little between its parts."""
    assert kept(*STORY, *STORY, *STORY) == [*STORY]
    assert kept(*STORY, *STORY[:4], "Share", *STORY[4:]) == [*STORY, "Share"]
    assert kept(*STORY[:4], "Advertisement", *STORY[4:], *STORY) == [*STORY[:4], "Advertisement", *STORY[4:]]


def test_a_page_with_copies_has_each_of_its_sentences_once() -> None:
    """The first was shown right above itself; a word of the text may come again."""
    first = "All of this will cost more than the town had hoped for."
    assert kept(first, first, *STORY, "Yes.", "Yes.", *STORY) == [first, *STORY, "Yes.", "Yes."]


def test_a_deck_that_is_the_first_paragraph_too_stands_once() -> None:
    """Further below a line may come twice, and so may a few words."""
    assert kept(STORY[0], STORY[0], STORY[1], STORY[2], STORY[2]) == [STORY[0], STORY[1], STORY[2], STORY[2]]
    assert kept("Row your boat.", "Row your boat.", STORY[0]) == ["Row your boat.", "Row your boat.", STORY[0]]
    assert kept() == []


def test_a_beginning_that_is_cut_off_is_a_teaser() -> None:
    """Amid a word, or with dots, where it stands whole below; a whole first sentence that stands there too is none."""
    cut, whole = STORY[0][:83], f"“{STORY[0]}” said the mayor."
    assert STORY[0][82:84].isalpha()
    assert kept(cut, STORY[1], whole, STORY[2]) == [STORY[1], whole, STORY[2]]
    assert kept(f"{cut}…", STORY[1], whole) == [STORY[1], whole]
    assert kept(f"{STORY[0]} {STORY[1][:20]} […]", *STORY) == [*STORY]
    assert kept(STORY[0], STORY[1], whole) == [STORY[0], STORY[1], whole]
    assert kept(cut, STORY[1], STORY[2]) == [cut, STORY[1], STORY[2]]


def test_what_comes_again_otherwise_stays() -> None:
    """Cells, a refrain, a few paragraphs, another order, and questions that stand above their answers."""
    refrain = "And nobody in the town said a word about the crane for the boats that winter."
    ballad = [line for verse in STORY for line in (verse, refrain)]
    asked = [f"{text[:-1]}?" for text in STORY]
    answered = [line for ask, text in zip(asked, STORY, strict=True) for line in (ask, text)]
    cells = ["Yes", "No", "Not yet"] * 60
    for texts in (cells, ballad, [*STORY, *STORY[:5]], [*STORY, *reversed(STORY)], [*asked, *answered]):
        assert kept(*texts) == [*texts]


def test_the_copies_that_a_page_shows_at_other_widths_are_no_article(make_original: MakeOriginal) -> None:
    """They stand beside it, in elements made alike."""
    text = "".join(f"<p>{paragraph}</p>" for paragraph in STORY)
    variants = "".join(f'<div class="variant hidden-{width}">{text}</div>' for width in ("narrow", "wide", "print"))
    page = f"<html><body><article><h1>A new pier</h1>{variants}</article></body></html>"
    article = clean(replace(make_original(page, path="pier.html"), form="html"), None, CleaningSettings())
    assert article.text.split("\n\n") == [*STORY]
