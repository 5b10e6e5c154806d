"""Titles before names."""

from __future__ import annotations

import pytest

from generator.text.titles import leading_title, title_before


@pytest.mark.parametrize(
    ("before", "title"),
    [
        ("Then Attorney General ", "Attorney General"),
        ("They asked House Minority Leader Rep. ", "House Minority Leader Rep."),
        ("They told former Secretary of State ", "former Secretary of State"),
        ("They saw astronaut ", "astronaut"),
        ("the NASA Administrator ", "NASA Administrator"),
        ("A spokesman for ", ""),
        ("the senator, ", ""),
        ("the President's ", ""),
        ("the new committee. ", ""),
        ("", ""),
    ],
)
def test_title_before(before: str, title: str) -> None:
    """The words of a title right before a name, and nothing where something stands between."""
    text = before + "Jane Roe spoke."
    found = title_before(text, len(before)).text
    assert found.removeprefix("Then ").strip() == title


def test_leading_title() -> None:
    """Title words at a name's head are found, and whether a person must follow."""
    assert leading_title("Sen. Al Franken") == ("Sen.", 5, True)
    assert leading_title("Pro Tem Lesa Fronk") == ("Pro Tem", 8, False)
    assert leading_title("Al Franken") == ("", 0, False)
    assert leading_title("General Motors")[2] is False
