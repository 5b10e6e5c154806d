"""Lists of a dump below the same label are of the article all or not."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.alike import with_those_alike
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year."
)
LISTS = ("Pros", "* Solid", "* Cheap", STORY, "Pros", "* Long", "* Made of oak", STORY, "Pros", "* Dry", "* Painted")


@pytest.mark.parametrize(
    ("lines", "left_out", "all_stay"),
    [
        (LISTS, {"Dry", "Painted"}, True),
        (LISTS, {"Pros", "Dry", "Painted"}, True),
        (LISTS, {"Solid", "Cheap", "Dry", "Painted"}, False),
        (LISTS[:7], {"Made of oak"}, False),
        (tuple(line.replace("Pros", f"Pros of pier {number}") for number, line in enumerate(LISTS)), {"Dry"}, False),
    ],
    ids=["one of three", "with the labels", "most", "two lists", "other labels"],
)
def test_lists_below_the_same_label_stay_together(
    lines: tuple[str, ...], left_out: set[str], *, all_stay: bool
) -> None:
    """Where half of their items are of the body."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((STORY, *lines, STORY))))]
    within = [look.piece.text not in left_out for look in looks]
    assert with_those_alike(looks, within) == ([True] * len(looks) if all_stay else within)


def test_lists_beside_a_body_are_not_looked_at() -> None:
    """A menu has the same labels again and again."""
    looks = [look_at(piece) for piece in pieces(raw_lines("\n\n".join((STORY, *LISTS))))]
    within = [look.piece.text not in {"Dry", "Painted"} for look in looks]
    assert with_those_alike(looks, within) == within
