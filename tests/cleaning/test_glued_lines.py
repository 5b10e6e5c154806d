"""Dumps whose tool put nothing between the parts of a page."""

from __future__ import annotations

import time

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.dump.reasons import reasons_of
from generator.cleaning.pieces.glued_lines import without_glue
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Some people of the town had asked for a bridge, and others for nothing at all, said a member of the council.",
    "Nobody has told them yet how long it would take, nor what would become of the boats that lie there now.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
)
PAGE = (
    "Skip to contentHomeNewsSportSubscribeLog inOld Pier To Rise AgainBy Ada QuillJuly 20, 2019"
    + "".join((*STORY, "What Comes Next", *STORY[::-1]))
    + "Related ArticlesFerries Are LateSubscribe to our newsletterPrivacy PolicyTerms of Use"
)


@pytest.mark.parametrize(
    ("glued", "parts"),
    [
        ("Skip to contentHome", ["Skip to content", "Home"]),
        ("It rained.Then it stopped.", ["It rained.", "Then it stopped."]),
        ("He said “no.”She left", ["He said “no.”", "She left"]),
        ("July 20, 2019The pier", ["July 20, 2019", "The pier"]),
        ("Boats and FerriesOnce there was a pier", ["Boats and Ferries", "Once there was a pier"]),
        ("they use AnswerPublic to find out", ["they use AnswerPublic to find out"]),
        ("according to openPR, it is", ["according to openPR, it is"]),
        ("McDonald and iPhone and YouTube and MacArthur", ["McDonald and iPhone and YouTube and MacArthur"]),
        ("Mice  Keyboards   Shop by category", ["Mice", "Keyboards", "Shop by category"]),
        ("It rained.  So it was.", ["It rained.  So it was."]),
        ("It runs on macOS and more.", ["It runs on macOS and more."]),
        ("QuickBooksIt is QuickBooks, as QuickBooks is", ["QuickBooks", "It is QuickBooks, as QuickBooks is"]),
        ("the U.S.Army", ["the U.S.Army"]),
    ],
)
def test_parts_are_parted(glued: str, parts: list[str]) -> None:
    """Where two parts meet, and not where a name has a large letter amid it."""
    found = without_glue(f"{PAGE}\n{glued}")
    assert found is not None
    own = [line for line, origin in zip(found.text.split("\n"), found.origins, strict=True) if origin == 2]
    assert own == parts


def test_other_dumps_stay() -> None:
    """One that has its parts on lines, and a long paragraph."""
    assert without_glue("\n".join(STORY * 5)) is None
    assert without_glue(" ".join(STORY * 5)) is None
    assert without_glue("\n".join(["HomeNews", "Read moreBoats"] * 40)) is None


def test_an_article_comes_out_of_one_line(make_original: MakeOriginal) -> None:
    """With all that it tells; what was taken out of the line stands in the account with its number."""
    article = clean(make_original(PAGE), None, CleaningSettings())
    assert (article.title, article.authors) == ("Old Pier To Rise Again", ("Ada Quill",))
    assert article.published is not None
    assert article.published.date == "2019-07-20"
    assert article.text.split("\n\n") == [*STORY, "What Comes Next", *STORY[::-1]]
    first, *others = article.account
    assert (first.number, first.fate) == (1, "body")
    assert {line.number for line in others} == {1}
    assert {"Home", "By Ada Quill", "Privacy Policy"} <= {line.text for line in others}
    assert {line.fate for line in others} == {"field", "removed"}
    assert reasons_of(make_original(PAGE), None, CleaningSettings()) == {}


@pytest.mark.parametrize(
    "unit", ["wordWord", "A", "word.Word", "abc1. A", "AaBb", 'a"B', "use AnswerPublic to ", "GitHub"]
)
def test_reading_is_linear(unit: str) -> None:
    """However often parts seem to meet."""
    begun = time.perf_counter()
    without_glue("word.Word" * 3 + unit * (400_000 // len(unit)))
    assert time.perf_counter() - begun < 20
