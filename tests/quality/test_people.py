"""Floors for telling people apart, on the development corpora when they are there."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.quality.people_metrics import by_clipfile, judge_meantime, meantime, rows_for

CORPORA = Path(__file__).parents[3] / "shared/corpora"
pytestmark = pytest.mark.skipif(not CORPORA.is_dir(), reason="the development corpora are not beside the project")


def test_meantime() -> None:
    """The annotated people of MEANTIME are filed under one page each."""
    cleans, gold = meantime(CORPORA)
    score, one_page, _ = judge_meantime(gold, by_clipfile(rows_for(cleans)))
    assert score.f1 >= 0.99
    assert one_page == 1.0
