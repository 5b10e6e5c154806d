"""Floors for topics on the development corpora, which are not part of this repository."""

from __future__ import annotations

import pytest

from tests.quality import gold, topics_metrics, topics_own
from tests.quality.test_floors import FLOORS

pytestmark = pytest.mark.skipif(not gold.DEFAULT.is_dir(), reason=f"no development corpora in {gold.DEFAULT}")


def test_without_configuration() -> None:
    """The first of 17 tops, and any of those shown, on the half that the vocabulary was not tuned on."""
    figures, _ = topics_metrics.measure(gold.DEFAULT)
    floors = FLOORS["topics"]
    low = [
        (name, figure, figures[name][figure], floor)
        for name, of_set in floors.items()
        for figure, floor in of_set.items()
        if figures[name][figure] < floor
    ]
    assert not low, f"below the floors of floors.toml: {low}"


def test_topics_of_ones_own() -> None:
    """Macro-F1 with five keywords a topic, and with ten examples."""
    low = []
    for archive in topics_own.read(gold.DEFAULT):
        for way, result in (
            ("keywords", topics_own.by_keywords(archive)),
            ("examples", topics_own.by_examples(archive)),
        ):
            figure, floor = result.figures()["macro-F1"], FLOORS["own topics"][f"{archive.name}, {way}"]
            low += [(archive.name, way, figure, floor)] if figure < floor else []
    assert not low, f"below the floors of floors.toml: {low}"
