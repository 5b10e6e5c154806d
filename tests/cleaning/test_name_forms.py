"""Whether words have the form of a person's name."""

from __future__ import annotations

import pytest

from generator.cleaning.fields.name_forms import begins_with_name, is_name


@pytest.mark.parametrize(
    "text", ["Jane Doe", "Ludwig van Beethoven", "J. P. O’Neill-Smith", "Ana de la Cruz", "Łukasz Żak", "Иван Петров"]
)
def test_a_name_is_two_to_six_words_of_its_form(text: str) -> None:
    """Capitals with particles between them."""
    assert is_name(text)


@pytest.mark.parametrize(
    "text", ["Jane", "Staff Writer", "Privacy Policy", "Read More", "jane doe", "Jane  Doe", "B2 Bee"]
)
def test_roles_buttons_and_single_words_are_no_names(text: str) -> None:
    """What stands in menus has the capitals of names."""
    assert not is_name(text)


def test_a_line_begins_with_a_name_whatever_follows() -> None:
    """Two words tell, so that most lines need no pattern."""
    assert begins_with_name("Jane Doe, Daily Planet Staff")
    assert not begins_with_name("Sign up for our newsletter")
