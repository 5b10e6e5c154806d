"""What needs no proof from the articles."""

from __future__ import annotations

from generator.text import gazetteer
from generator.text.words import read_words


def test_lies_in() -> None:
    """A place knows what it lies in, the nearest first."""
    assert gazetteer.lies_in("Richmond") == ("Virginia", "United States")
    assert gazetteer.lies_in("Paris") == ("France",)
    assert gazetteer.lies_in("Nowhere") == ()


def test_wholes_are_places() -> None:
    """Every name of lies_in.txt is a place's usual name, and no place lies in two."""
    names = set(gazetteer.known_places().values())
    lines = [line.partition(": ") for line in read_words("generator.text", "lies_in.txt")]
    parts = [part for _, _, rest in lines for part in rest.split(", ")]
    assert {whole for whole, _, _ in lines} | set(parts) <= names
    assert len(parts) == len(set(parts))


def test_sex() -> None:
    """A first name is a woman's or a man's only where it is hardly ever the other's."""
    assert [gazetteer.sex(first) for first in ("hillary", "bill", "robin", "nobody")] == ["female", "male", "", ""]
