"""What cleaning expects of its own choice."""

from __future__ import annotations

from dataclasses import replace

import pytest

from generator.cleaning import CleaningSettings, PlacedRule, clean, is_unsure
from generator.cleaning.certainty import expected_f1
from generator.config.schema import CleaningRule
from generator.model import Form
from tests.cleaning.conftest import MakeOriginal

STORY = """The Old Pier

The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.

Members of the council had argued for months about the money, which will come from a fund for coastal towns.

Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.
"""
SHOP = "\n\n".join(f"Crane {number}\n\nLifts it all, {number} tons.\n\nFrom $ {number}00" for number in range(1, 30))


@pytest.mark.parametrize(
    ("scores", "sizes", "chosen", "expected"),
    [
        ([900.0, -900.0], [10, 10], [True, False], 1.0),
        ([0.0, 0.0], [10, 10], [True, False], 0.5),
        ([0.0], [10], [True], 0.67),
        ([-900.0], [10], [True], 0.0),
        ([2.0], [10], [False], 0.0),
        ([], [], [], 0.0),
    ],
    ids=["sure", "half of what may be", "even odds", "against the odds", "nothing chosen", "nothing there"],
)
def test_what_is_expected_is_the_f1_of_the_odds(
    scores: list[float], sizes: list[int], chosen: list[bool], expected: float
) -> None:
    """Twice what is likely right, over what was chosen and what is likely of the article."""
    assert expected_f1(scores, sizes, chosen) == expected


@pytest.mark.parametrize("form", ["text", "html"])
def test_a_page_of_things_for_sale_is_less_sure_than_a_story(make_original: MakeOriginal, form: Form) -> None:
    """What has no sentences gives a reader no article, and cleaning says so."""

    def certainty(text: str) -> float:
        lines = "".join(f"<p>{line}</p>" for line in text.split("\n\n"))
        marked = f"<html><body>{lines}</body></html>" if form == "html" else text
        found = clean(replace(make_original(marked), form=form), None, CleaningSettings()).certainty
        assert found is not None
        return found

    assert not is_unsure(certainty(STORY))
    assert certainty(SHOP) < certainty(STORY)


def test_what_was_not_chosen_or_was_checked_is_in_no_doubt(make_original: MakeOriginal) -> None:
    """Markdown is its own text; where people have read what was made, they know better."""
    checked = CleaningSettings(rules=(PlacedRule(rule=CleaningRule(checked=True)),))
    assert clean(replace(make_original(STORY), form="markdown"), None, CleaningSettings()).certainty is None
    assert clean(make_original(SHOP), None, checked).certainty is None
    assert not is_unsure(None)
