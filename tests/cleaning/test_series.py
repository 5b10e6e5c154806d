"""Lines that are numbered in a row."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.series import numbered, series_in, series_of


@pytest.mark.parametrize(
    ("line", "series"),
    [
        ("Step 7: Mend the Pier", "step 1:"),
        ("step #12 Paint It", "step #1"),
        ("3) The Old Boats", "1)"),
        ("4 – The Nets", "1 – "),
        ("(5) The Ropes", "(1)"),
        ("3.5 miles", ""),
        ("12 Boats", ""),
        ("The 3rd Boat", ""),
    ],
)
def test_series_are_known_by_what_stands_around_the_number(line: str, series: str) -> None:
    """A number alone may count things."""
    assert series_of(line) == series


def test_a_line_is_numbered_in_its_series() -> None:
    """So that the one before it is known."""
    assert numbered("Tip #2 - The Nets")._replace(number=1) == numbered("Tip #1 - The Boats")
    assert numbered("12 Boats").number == 0


@pytest.mark.parametrize(
    ("numbers", "runs"),
    [
        ((1, 2, 3), [[0, 1, 2]]),
        ((2, 3), [[0, 1]]),
        ((3, 4), []),
        ((1, 4, 5), [[0, 1, 2]]),
        ((1, 5, 6), []),
        ((1, 2, 1, 2), [[0, 1], [2, 3]]),
        ((1, 1, 2), [[1, 2]]),
        ((1,), []),
        ((), []),
    ],
)
def test_lines_count_on(numbers: tuple[int, ...], runs: list[list[int]]) -> None:
    """From one or two, with a gap where one of them was not seen."""
    assert series_in([f"{number}. Pier" for number in numbers]) == runs


def test_series_stand_amid_each_other() -> None:
    """And lines that are not numbered amid them."""
    assert series_in(["Step 1: Row", "1. Boats", "Nets", "2. Ropes", "Step 2: Fish"]) == [[0, 4], [1, 3]]
