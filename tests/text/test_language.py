"""The language of a text."""

from __future__ import annotations

from generator.text.language import detect


def test_long_enough() -> None:
    """A paragraph tells its language."""
    english = (
        "The spacecraft left the Earth in the morning and came back in the evening of the same day, said the agency. "
    )
    french = "La fusée est partie le matin et elle est revenue le soir du même jour, a déclaré hier le porte-parole. "
    assert detect(english * 2) == "en"
    assert detect(french * 2) == "fr"


def test_too_short() -> None:
    """A few words tell nothing."""
    assert detect("Sputnik") == ""
    assert detect("") == ""
