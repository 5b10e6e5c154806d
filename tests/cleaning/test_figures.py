"""A table of figures amid a dump's article comes whole."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.figures import with_figures
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

STORY = "The harbour council has told on Monday what each of the piers has cost since the storm of last winter."
PIERS = ("Old Pier", "$2.4M", "North Side", "$650,000", "Fish Market", "$1.1M", "Long Jetty", "$98,000")


def kept(*cells: str, fields: tuple[int, ...] = ()) -> bool:
    """Whether some lines between two of the body become part of it."""
    lines = (STORY, *cells, f"{STORY} Again.")
    looks = [look_at(piece) for line in lines for piece in pieces(raw_lines(line))]
    within = [True, *[False] * len(cells), True]
    found = with_figures(looks, within, fields)
    assert found in ([True] * len(looks), within)
    return all(found)


def test_names_and_prices_come_whole() -> None:
    """A third of the cells are figures, of one table or of a ranking of a hundred."""
    assert kept(*PIERS)
    assert kept(*PIERS * 90)
    assert not kept(*PIERS * 120)


def test_from_one_figure_to_another_is_a_figure() -> None:
    """As the steps of a tax are printed."""
    assert kept(
        "10 %", "$0 – $11,925", "$0 to $23,850", "12 %", "$11,926 – $48,475", "Head of Household", "Couples", "€1-€2"
    )


@pytest.mark.parametrize(
    "cells",
    [
        PIERS[:4],
        ("Contents", "1", "The Old Pier", "1.1", "Its Storms", "1.2", "Its Boats", "1.3"),
        ("Old Pier", "1", "North Side", "2", "Fish Market", "3", "Long Jetty", "4"),
        ("Displaying 1 - 4", *PIERS),
        ("Old Pier", "North Side", "Fish Market", "Long Jetty", "Slipway", "Crane", "Ferry", "$5"),
        (STORY, *PIERS),
    ],
    ids=["few", "contents", "a list that counts", "a shop's tool", "a menu", "a sentence among them"],
)
def test_other_short_lines_do_not(cells: tuple[str, ...]) -> None:
    """They are menus, lists of contents and shops."""
    assert not kept(*cells)


def test_a_table_does_not_go_across_a_field() -> None:
    """What stands above a byline is none of the article."""
    assert not kept(*PIERS, fields=(3,))
