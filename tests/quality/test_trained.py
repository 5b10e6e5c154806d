"""The tables of weights are those that their trainers build."""

from __future__ import annotations

import pytest

from tests.quality import (
    gold,
    train_bylines,
    train_dates,
    train_html,
    train_pictures,
    train_prose,
    train_title,
    train_trees,
    trained,
)

TRAINERS = {
    module.TABLE: module.build
    for module in (train_html, train_prose, train_trees, train_title, train_dates, train_bylines, train_pictures)
}


@pytest.mark.parametrize("table", TRAINERS)
def test_a_table_is_as_its_trainer_wrote_it(table: str) -> None:
    """Nobody edits weights by hand."""
    assert trained.is_as_built(table)


@pytest.mark.skipif(not gold.DEFAULT.is_dir(), reason=f"no development corpora in {gold.DEFAULT}")
@pytest.mark.parametrize("table", TRAINERS)
def test_a_trainer_still_builds_its_table(table: str) -> None:
    """Who changes traits, labels or learning builds the table anew: run the trainer as its first lines say."""
    assert trained.is_current(table, TRAINERS[table])
