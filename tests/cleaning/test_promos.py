"""What is sold beside a dump's article, again and again amid it."""

from __future__ import annotations

import pytest

from generator.cleaning.dump.promos import without_promos
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.looks import look_at
from generator.cleaning.pieces.wrap import pieces

PROSE = "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter."


def kept(line: str, *, times: int) -> int:
    """How often a line stays that stands below each of some sentences."""
    text = "\n\n".join(f"{PROSE}\n\n{line}" for _ in range(times))
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    return sum(without_promos(looks, [True] * len(looks), {})) - times


@pytest.mark.parametrize(
    "line",
    [
        "Get the cash you need with a low-interest loan",
        "Ready for your first day at sea?",
        "Begin to sail today! Unlock up to 55% OFF all boats.",
        "Check out our lessons and see what you will learn.",
    ],
)
def test_a_call_that_comes_again_is_no_text(line: str) -> None:
    """One that comes once may be what the article says."""
    assert kept(line, times=3) == 0
    assert kept(line, times=1) == 1


@pytest.mark.parametrize(
    "line",
    [
        "Find the boats in sizes from small to large.",
        "* Get a quote from three harbours",
        "## Get a Quote From Three Harbours",
        "Try these if the wind is high:",
        "Join Filter: (pier.id = boat.pier)",
        "Get started",
    ],
)
def test_what_else_comes_again_stays(line: str) -> None:
    """A sentence that sells nothing, items, headings, code and lines of a few words."""
    assert kept(line, times=2) == 2


def test_what_stands_above_the_first_words_stays() -> None:
    """It is a headline, or tells of a picture."""
    line = "Get the facts, make smart choices"
    looks = [look_at(piece) for piece in pieces(raw_lines(f"{line}\n\n{PROSE}\n\n{line}\n\n{PROSE}"))]
    assert all(without_promos(looks, [True] * len(looks), {}))


def test_the_heading_of_a_part_that_a_list_names_stays() -> None:
    """The list of an article's parts has no text below its lines."""
    parts = ("Get contact information for a harbour", "Try out what a boat can do")
    text = "\n\n".join([PROSE, *parts, *(f"{part}\n\n{PROSE}" for part in parts)])
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    assert all(without_promos(looks, [True] * len(looks), {}))


@pytest.mark.parametrize(
    ("line", "times", "left"),
    [
        ("View Webcam", 4, 0),
        ("Click Here", 5, 0),
        ("map", 4, 0),
        ("Website  Call", 4, 0),
        ("View Webcam", 3, 3),
        ("Rated: Good", 5, 5),
        ("open(pier)", 5, 5),
        ("Start with planks.", 5, 5),
    ],
)
def test_the_button_of_each_thing_in_a_list_is_no_text(line: str, times: int, left: int) -> None:
    """A few words that bid readers press it, four times and more."""
    assert kept(line, times=times) == left


def test_what_a_shop_gives_its_customers_stands_above_the_headline() -> None:
    """In the text it is told of."""
    deal = "Awesome! Your 20% off will be applied to your first box of rope."
    looks = [look_at(piece) for piece in pieces(raw_lines(f"{deal}\n\nThe Old Pier\n\n{PROSE}\n\n{deal}"))]
    assert without_promos(looks, [True, False, True, True], {1: "title"}) == [False, False, True, True]
