"""What a site asks its readers for below an article is no part of it."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.appeals import without_appeals
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Fishermen who had moved to the next village said that they would come back when there was a crane for the boats.",
)


@pytest.mark.parametrize(
    "appeal",
    [
        ("Please consider supporting us.",),
        ("Help Keep the Gazette Free and Independent", "Nobody pays us but you.", "Your gift helps us to go on."),
        ("We rely on donations from readers. Please consider supporting the project.",),
        ("If you enjoyed this story, please consider a small gift to our newsroom.",),
        ("Your monthly donation plays a large part in our work.",),
        ("Support our work today, and tell your friends about us.",),
    ],
)
def test_the_appeal_that_ends_a_page_is_not_its_article(appeal: tuple[str, ...]) -> None:
    """From the first sentence of it on."""
    texts = (*STORY, *appeal)
    assert without_appeals(texts, [True] * len(texts)) == (True,) * 3 + (False,) * len(appeal)


@pytest.mark.parametrize(
    "texts",
    [
        ("Please consider supporting us.", *STORY),
        (STORY[0], "Please consider supporting us, the mayor wrote.", STORY[1]),
        (*STORY, "Visitors may support the work of the museum with a donation."),
        ("Please consider supporting us.",),
    ],
    ids=["above", "amid", "of others", "alone"],
)
def test_what_an_article_tells_of_appeals_stays(texts: tuple[str, ...]) -> None:
    """Below it something is told that has nothing to do with those who ask, or nobody asks."""
    assert all(without_appeals(texts, [True] * len(texts)))


def test_an_appeal_to_subscribe_goes_wherever_it_stands() -> None:
    """With the heading that says the same; another heading is that of the text below."""
    asks = "If you enjoy this, consider supporting our award-winning journalism by subscribing. It helps us all."
    texts = (STORY[0], "On supporting science journalism", asks, *STORY)
    assert without_appeals(texts, [True] * len(texts)) == (True, False, False, *[True] * len(STORY))
    texts = (STORY[0], "The Old Pier", asks, *STORY)
    assert without_appeals(texts, [True] * len(texts)) == (True, True, False, *[True] * len(STORY))


def test_an_appeal_is_accounted_for(make_original: MakeOriginal) -> None:
    """It is removed as what stands outside the article."""
    text = "\n\n".join(("Old Pier To Rise Again", *STORY, "Please consider supporting us."))
    article = clean(make_original(text), None, CleaningSettings())
    assert article.text.split("\n\n") == [*STORY]
    assert article.account[-1].rule == "appeal"
