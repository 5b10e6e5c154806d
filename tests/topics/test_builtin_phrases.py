"""Sentences that the built-in vocabulary has to file, kept as a table beside this test."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest

from tests.topics.vocabularies import builtin, filed, keys

_GOLDEN = Path(__file__).parents[1] / "golden/topics/sentences.csv"
_SEED = Path(__file__).parents[3] / "shared/corpora/seed"

with _GOLDEN.open(encoding="utf-8", newline="") as _file:
    _CASES = [(line["first"], line["never"], line["text"]) for line in csv.DictReader(_file)]


@pytest.mark.parametrize(("first", "never", "text"), _CASES)
def test_a_sentence_is_filed_where_a_reader_looks(first: str, never: str, text: str) -> None:
    """The first topic of a few plain sentences is the expected one, and no misleading word files them elsewhere."""
    found = keys(filed({"a": text}, builtin())["a"])
    assert found[:1] == [first]
    branches = {above for key in found for above in builtin().lines[key]}
    assert branches.isdisjoint(never.split())


def test_the_seed_is_about_politics() -> None:
    """The page that the project was started from is filed under politics first."""
    pages = sorted(_SEED.glob("*.txt")) if _SEED.exists() else []
    if not pages:
        pytest.skip("the seed is not beside this checkout")
    found = keys(filed({"seed": pages[0].read_text(encoding="utf-8")}, builtin())["seed"])
    assert builtin().root(found[0]) == "politics"
