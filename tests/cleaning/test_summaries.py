"""What a page calls its summary is the standfirst, and no part of the text."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.fields.summaries import without_summary
from generator.model import Form
from tests.cleaning.conftest import MakeOriginal

SUMMARY = "The council will rebuild the pier that a storm broke last year."
STORY = (
    "The harbour council voted on Monday to rebuild the old pier, which a storm had broken in the winter of last year."
)


@pytest.mark.parametrize(
    ("texts", "left"),
    [
        (("Summary:", SUMMARY, STORY), (False, False, True)),
        (("SUMMARY:", STORY, STORY), (False, False, True)),
        (("Summary", SUMMARY, STORY), (True, True, True)),
        (("Summary:", "Pier", STORY), (True, True, True)),
        ((STORY, STORY, "Summary:", SUMMARY), (True, True, True, True)),
        (("Summary:", SUMMARY), (True, True)),
        ((), ()),
    ],
    ids=["a summary", "the text again", "a heading", "no sentence", "below the text", "nothing else", "nothing"],
)
def test_a_labelled_summary_is_no_text(texts: tuple[str, ...], left: tuple[bool, ...]) -> None:
    """Right at the beginning, below its label, and with text below it."""
    assert without_summary(texts, [True] * len(texts)) == left


@pytest.mark.parametrize("form", ["html", "text"])
def test_a_summary_is_the_standfirst(make_original: MakeOriginal, form: Form) -> None:
    """Below the headline, as the field that it is; its label is nothing."""
    below = [f"{STORY} It will cost {number} million." for number in range(5)]
    lines = ["The Old Pier", "Summary:", SUMMARY, *below]
    tags = ("h1", "div", "div", *("p" for _ in below))
    page = "".join(f"<{tag}>{line}</{tag}>" for tag, line in zip(tags, lines, strict=True))
    text = f"<html><body><article>{page}</article></body></html>" if form == "html" else "\n\n".join(lines)
    article = clean(replace(make_original(text), form=form), None, CleaningSettings())
    assert article.standfirst == SUMMARY
    assert article.text == "\n\n".join(below)
