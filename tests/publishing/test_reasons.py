"""The phrases for which articles are filed, as a reader sees them."""

from __future__ import annotations

import pytest

from generator.publishing.reasons import commonest, told_once


@pytest.mark.parametrize(
    ("texts", "told"),
    [
        (["School", "schools", "School’s"], ["School"]),
        (["Climate Change", "climate", "Change", "carbon"], ["Climate Change", "carbon"]),
        (["Officer", "Police Officers", "glass", "glasses"], ["Police Officers", "glass"]),
        (["crisis", "Census", "pass", "bus"], ["crisis", "Census", "pass", "bus"]),
        (["Passing of", "passing", "Department of Health", "of"], ["Passing", "Department of Health"]),
        ([], []),
    ],
)
def test_nothing_is_told_twice(texts: list[str], told: list[str]) -> None:
    """Neither another form of a phrase nor a part of one stands beside it."""
    assert told_once(texts) == told


def test_forms_of_a_phrase_are_counted_together() -> None:
    """Each article once, under the form that most have; ties go to the shorter and the less shouted one."""
    articles = [["Bridges", "bridge"], ["bridges", "PIER"], ["bridges", "Pier"], ["toll"]]
    assert commonest(articles, 2) == (("bridges", 3), ("Pier", 2))
    assert commonest([], 2) == ()
