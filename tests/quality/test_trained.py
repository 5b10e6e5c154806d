"""The tables of weights are those that their trainers build."""

from __future__ import annotations

import pytest

from tests.quality import gold, trained
from tests.quality.trainers import OF_DUMPS, OF_PAGES

TRAINERS = {trainer.TABLE: trainer.build for trainer in (*OF_PAGES, *OF_DUMPS)}


@pytest.mark.parametrize("table", TRAINERS)
def test_a_table_is_as_its_trainer_wrote_it(table: str) -> None:
    """Nobody edits weights by hand."""
    assert trained.is_as_built(table)


@pytest.mark.skipif(not gold.DEFAULT.is_dir(), reason=f"no development corpora in {gold.DEFAULT}")
@pytest.mark.parametrize("table", TRAINERS)
def test_a_trainer_still_builds_its_table(table: str) -> None:
    """Who changes traits, labels or learning builds the table anew: run the trainer as its first lines say."""
    assert trained.is_current(table, TRAINERS[table])
