"""What a part of a body is like beside its neighbours and within the run of lines alike."""

from __future__ import annotations

import numpy as np
import pytest

from generator.cleaning.dump.list_traits import item_traits
from generator.cleaning.pieces.blocks import Part

PARTS = [
    Part("heading", 2, "What You Need", ()),
    Part("paragraph", 0, "The pier has:", ()),
    Part("paragraph", 0, "Price: two coins", ()),
    Part("paragraph", 0, "Place: the old harbour", ()),
    Part("paragraph", 0, "the 3 quays", ()),
    Part("paragraph", 0, "It was built in May. It stands.", ()),
]


@pytest.mark.parametrize(
    ("trait", "values"),
    [
        ("kind", [1, 0, 0, 0, 0, 0]),
        ("words", [3, 3, 3, 4, 3, 7]),
        ("ending", [0, 2, 0, 0, 0, 1]),
        ("label", [0, 0, 1, 1, 0, 0]),
        ("stops", [0, 0, 0, 0, 0, 1]),
        ("digit", [0, 0, 0, 0, 1, 0]),
        ("begins-small", [0, 0, 0, 0, 1, 0]),
        ("function", [1, 1, 0, 0, 1, 1]),
        ("words-1", [-1, 3, 3, 3, 4, 3]),
        ("words+1", [3, 3, 4, 3, 7, -1]),
        ("length-like+1", [1, 1, 3 / 4, 3 / 4, 3 / 7, -1 / 7]),
        ("form-like+1", [0, 0, 1, 0, 0, 0]),
        ("label-like-1", [1, 1, 0, 1, 0, 1]),
        ("alike-run", [1, 1, 3, 3, 3, 1]),
        ("alike-above", [0, 0, 0, 1, 2, 0]),
        ("alike-below", [0, 0, 2, 1, 0, 0]),
        ("alike-ending-before", [-1, 0, 2, 2, 2, 0]),
        ("alike-words-after", [3, 3, 7, 7, 7, -1]),
        ("short-run", [1, 1, 4, 4, 4, 4]),
        ("run-most", [3, 3, 4, 4, 4, 7]),
        ("run-mean", [3, 3, 10 / 3, 10 / 3, 10 / 3, 7]),
        ("run-labels", [0, 0, 2 / 3, 2 / 3, 2 / 3, 0]),
        ("run-firsts", [1, 1, 1, 1, 1, 1]),
    ],
)
def test_a_part_has_traits(trait: str, values: list[float]) -> None:
    """Of its own, of those beside it, of its run and of what stands around that."""
    assert item_traits(PARTS)[trait].astype(float) == pytest.approx(values)


def test_every_trait_is_told_of_every_part() -> None:
    """Also where a body is one line, and where a line is empty."""
    for parts in (PARTS, PARTS[:1], [Part("paragraph", 0, "", ())]):
        assert {len(values) for values in item_traits(parts).values()} == {len(parts)}
        assert all(np.isfinite(values.astype(float)).all() for values in item_traits(parts).values())
