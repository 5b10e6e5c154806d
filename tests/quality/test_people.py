"""Floors for telling people apart, on the development corpora when they are there."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

import pytest

from generator.model import ArticleRow
from tests.quality.people_labels import Figures, articles, labels, measured
from tests.quality.people_metrics import by_clipfile, judge_meantime, meantime, rows_for
from tests.quality.people_stability import grown

CORPORA = Path(__file__).parents[3] / "shared/corpora"
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the development corpora are not beside the project")


def test_meantime() -> None:
    """The annotated people of MEANTIME are filed under one page each."""
    cleans, gold = meantime(CORPORA)
    score, one_page, _ = judge_meantime(gold, by_clipfile(rows_for(cleans)))
    assert score.f1 >= 0.99
    assert one_page == 1.0


@pytest.fixture(scope="module")
def rows() -> list[ArticleRow]:
    """The labelled articles, analysed."""
    return rows_for(articles(CORPORA, frozenset(label.article for label in labels())))


@pytest.fixture(scope="module")
def figures(rows: list[ArticleRow]) -> dict[tuple[str, str], Figures]:
    """Part of the labels and way of filing -> how well the labelled people are filed."""
    return {(part, way): found for part, way, found in measured(rows)}


@dataclass(frozen=True, slots=True)
class Floor:
    """What must be reached at least (F1, one page) or may be left at most (junk pages as a share, mixed pages)."""

    f1: float
    one_page: float
    junk: float
    mixed: int


@pytest.mark.parametrize(
    ("part", "floor"),
    [
        ("tune", Floor(f1=0.98, one_page=0.94, junk=0.01, mixed=1)),
        ("held-out", Floor(f1=0.968, one_page=0.95, junk=0.015, mixed=1)),
    ],
)
def test_labelled(figures: dict[tuple[str, str], Figures], part: str, floor: Floor) -> None:
    """The people of the labelled articles have one page each, hardly a page holds two, and few hold nobody."""
    ours, plain = figures[part, "clipfile"], figures[part, "plain script"]
    assert ours.f1 >= floor.f1
    assert ours.f1 > plain.f1
    assert ours.one_page >= floor.one_page
    assert ours.mixed <= floor.mixed
    assert ours.junk <= floor.junk * ours.pages


@pytest.mark.parametrize("sample", range(3))
def test_growth(rows: list[ArticleRow], sample: int) -> None:
    """A tenth more articles merge, split, lose or retitle hardly a published person."""
    assert grown(rows, sample).unstill <= 0.01
