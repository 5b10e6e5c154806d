"""Floors for telling people apart, on the development corpora when they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.people_labels import Figures, articles, labels, measured
from tests.quality.people_metrics import by_clipfile, judge_meantime, meantime, rows_for

CORPORA = Path(__file__).parents[3] / "shared/corpora"
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the development corpora are not beside the project")


def test_meantime() -> None:
    """The annotated people of MEANTIME are filed under one page each."""
    cleans, gold = meantime(CORPORA)
    score, one_page, _ = judge_meantime(gold, by_clipfile(rows_for(cleans)))
    assert score.f1 >= 0.99
    assert one_page == 1.0


@pytest.fixture(scope="module")
def figures() -> dict[tuple[str, str], Figures]:
    """Part of the labels and way of filing -> how well the labelled people are filed."""
    rows = rows_for(articles(CORPORA, frozenset(label.article for label in labels())))
    return {(part, way): found for part, way, found in measured(rows)}


@pytest.mark.parametrize(("part", "f1", "junk"), [("tune", 0.95, 0.03), ("held-out", 0.93, 0.15)])
def test_labelled(figures: dict[tuple[str, str], Figures], part: str, f1: float, junk: float) -> None:
    """The people of the labelled articles have one page each, no page holds two, and few hold nobody."""
    ours, plain = figures[part, "clipfile"], figures[part, "plain script"]
    assert ours.f1 >= f1
    assert ours.f1 > plain.f1
    assert ours.mixed == 0
    assert ours.one_page == 1.0
    assert ours.junk <= junk * ours.pages
