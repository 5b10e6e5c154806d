"""Dumps whose tool put a blank for each line end: a page on one line."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.one_line import on_lines
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Some people of the town had asked for a bridge, and others for nothing at all, said a member of the council.",
    "Nobody has told them yet how long it would take, nor what would become of the boats that lie there now.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
    "Until then the ferries go from the other side of the bay, where there is hardly any room for them.",
)
MORE = tuple(
    text.replace("council", "board")
    .replace("town", "port")
    .replace("year", "age")
    .replace("boats", "ferries")
    .replace("Until", "From")
    for text in (*STORY[::-1], *(f"Later it was said that {text[0].lower()}{text[1:]}" for text in STORY))
)
PAGE = " ".join(
    (
        "Old Pier To Rise Again | Gazette Skip to content Home News Sport Weather Log In Subscribe",
        "Old Pier To Rise Again",
        "By Ada Quill July 20, 2019",
        *STORY,
        "What Comes Next For The Harbour",
        *MORE,
        "Related Articles Ferries Are Late Privacy Policy Terms of Use Subscribe Contact Us",
    )
)


def test_an_article_comes_out_of_one_line(make_original: MakeOriginal) -> None:
    """With all that it tells; its sentences are paragraphs where nothing stands between them."""
    article = clean(make_original(PAGE), None, CleaningSettings())
    assert (article.title, article.authors) == ("Old Pier To Rise Again", ("Ada Quill",))
    assert article.published is not None
    assert article.published.date == "2019-07-20"
    assert article.text.split("\n\n") == [" ".join(STORY), "What Comes Next For The Harbour", " ".join(MORE)]
    assert [block.kind for block in article.blocks] == ["paragraph", "heading", "paragraph"]
    assert (article.account[0].number, article.account[0].fate) == (1, "body")
    assert {line.text for line in article.account[1:]} >= {"July 20, 2019", "By Ada Quill"}


def test_what_is_on_one_line_and_an_article_stays_whole(make_original: MakeOriginal) -> None:
    """A table's cell holds an article without its line ends."""
    text = " ".join((*STORY, *MORE))
    assert clean(make_original(text), None, CleaningSettings()).text == text


def test_lines_that_end_where_the_source_had_them(make_original: MakeOriginal) -> None:
    """Amid sentences and between parts alike."""
    words = PAGE.split(" ")
    broken = "\n              ".join((" ".join(words[:260]), " ".join(words[260:300]), " ".join(words[300:])))
    assert len(broken.split("\n")[0]) > 1_000
    article = clean(make_original(broken), None, CleaningSettings())
    assert article.title == "Old Pier To Rise Again"
    assert article.text.split("\n\n") == [" ".join(STORY), "What Comes Next For The Harbour", " ".join(MORE)]
    assert [line.number for line in article.account if line.rule == "body"] == [1, 2, 3]


def test_blanks_are_no_page(make_original: MakeOriginal) -> None:
    """However many."""
    assert clean(make_original(" " * 5_000 + "\n" + " " * 5_000), None, CleaningSettings()).text == ""


def test_scripts_without_large_letters_stay_whole(make_original: MakeOriginal) -> None:
    """Nothing tells a menu from a sentence there, and no sentence becomes a paragraph of its own."""
    text = "".join(
        f"港口委员会周一投票决定重建第{number}座被风暴摧毁的旧码头，市长希望在六月底之前看到第一批船只。"
        for number in range(60)
    )
    assert clean(make_original(text), None, CleaningSettings()).text == text


def test_a_run_of_large_letters_is_no_sentence() -> None:
    """And names are of one."""
    said = "President Ada Quill of Port Royal has met the members of the council who asked for the pier."
    found = on_lines(f"Read More About Boats And Ferries {said} {PAGE}")
    assert found is not None
    lines = found.text.split("\n")
    assert lines[0].startswith("Read More About Boats And Ferries President Ada Quill")
    assert on_lines(f"{said} {PAGE}").text.split("\n")[0] == said  # type: ignore[union-attr]


def test_other_dumps_stay() -> None:
    """One with its parts on lines, even if a line is long."""
    assert on_lines("\n".join(STORY * 8)) is None
    assert on_lines("\n".join((*STORY * 8, " ".join(STORY * 4)))) is None
    assert on_lines(" ".join(STORY)) is None


@pytest.mark.parametrize("unit", ["A ", "a ", "A b ", "A. ", "• ", "By A ", "July 20, 2019 ", "The Old Pier ", '" '])
def test_reading_is_linear(unit: str) -> None:
    """However a line is made."""
    begun = time.perf_counter()
    on_lines(unit * (400_000 // len(unit)))
    assert time.perf_counter() - begun < 20
