"""Where the pieces of a dump stand to each other."""

from __future__ import annotations

import numpy as np

from generator.cleaning.dump.layout import within_reach


def test_what_is_near_is_counted_from_either_side_and_with_itself() -> None:
    """Places as far away as the reach count, those that stand twice count twice, and none beyond."""
    assert within_reach(np.array([0, 3, 3, 13, 14, 40]), 10).tolist() == [3, 4, 4, 4, 2, 1]


def test_what_is_near_in_a_list_of_a_hundred_thousand_names_needs_no_table_of_its_square() -> None:
    """Every place in the midst of a long list has its twenty neighbours and itself; all pairs would be 80 GB."""
    near = within_reach(np.arange(100_000), 10)
    assert (near[10:-10] == 21).all()
    assert near[0] == near[-1] == 11
