"""Personal names taken apart."""

from __future__ import annotations

import pytest

from generator.text.first_names import compatible_middles, formal_names, same_first
from generator.text.names import fold, parse_name, strip_possessive
from generator.text.slips import distance, is_usual_slip


@pytest.mark.parametrize(
    ("text", "given", "surname", "suffix"),
    [
        ("Jeff Sessions", ("jeff",), "sessions", ""),
        ("Chris Van Hollen", ("chris",), "van hollen", ""),
        ("Ursula von der Leyen", ("ursula",), "von der leyen", ""),
        ("de Blasio", (), "de blasio", ""),
        ("Al Franken", ("al",), "franken", ""),
        ("Bashar al-Assad", ("bashar",), "assad", ""),
        ("George H.W. Bush", ("george", "h", "w"), "bush", ""),
        ("J.D. Vance", ("j", "d"), "vance", ""),
        ("JD Vance", ("j", "d"), "vance", ""),
        ("Donald Trump Jr.", ("donald",), "trump", "jr"),
        ("Roger Stone, Jr.", ("roger",), "stone", "jr"),
        ("Trump Jr.", (), "trump", "jr"),
        ("Edward H. White II", ("edward", "h"), "white", "ii"),
        ("Michael O’Leary", ("michael",), "oleary", ""),
        ("Sessions'", (), "sessions", ""),
    ],
)
def test_parts(text: str, given: tuple[str, ...], surname: str, suffix: str) -> None:
    """Particles belong to the family name, initials stand one by one, generations are suffixes."""
    name = parse_name(text)
    assert (name.given, name.surname, name.suffix) == (given, surname, suffix)


@pytest.mark.parametrize("text", ["Kim Jong Un", "Moon Jae-in", "Xi Jinping", "Ban Ki-moon", "Yang Liwei"])
def test_family_name_first(text: str) -> None:
    """East Asian names are read with the family name first."""
    name = parse_name(text)
    assert name.family_first
    assert name.surname == text.split(maxsplit=1)[0].lower()


@pytest.mark.parametrize("text", ["Kim Kardashian", "Lee Harvey Oswald", "Lee Zeldin", "Kim Cain", "Barbara Lee"])
def test_family_name_last(text: str) -> None:
    """A Western name is not turned round because its first word could be a family name."""
    assert not parse_name(text).family_first


def test_key_is_blind_to_spelling_of_one_name() -> None:
    """Accents, hyphens, case and dots do not change the key; a generation does."""
    assert parse_name("Moon Jae-in").key == parse_name("MOON Jae In").key
    assert parse_name("André Carson").key == parse_name("Andre Carson").key
    assert parse_name("Donald Trump Jr.").key != parse_name("Donald Trump").key


def test_nickname_in_quotes() -> None:
    """A short form in quotes is kept apart from the name."""
    name = parse_name('Virgil "Gus" Grissom')
    assert (name.given, name.surname, name.nickname) == (("virgil",), "grissom", "gus")


def test_same_first() -> None:
    """Short forms, transliterations and initials fit their names; other names do not."""
    assert same_first("bill", "william")
    assert same_first("sergey", "sergei")
    assert same_first("j", "jeff")
    assert not same_first("scott", "mark")
    assert formal_names("ted") == {"ted", "edward", "theodore"}


def test_middles() -> None:
    """An initial fits its name and nothing; W. contradicts H. W."""
    assert compatible_middles(("w",), ("walker",))
    assert compatible_middles((), ("h", "w"))
    assert not compatible_middles(("w",), ("h", "w"))


@pytest.mark.parametrize(
    ("one", "other", "usual"),
    [
        ("kisylak", "kislyak", True),
        ("amodei", "amdoei", True),
        ("schiff", "shiff", True),
        ("tereshkova", "tereskova", True),
        ("schumer", "schimer", True),
        ("graham", "grraham", True),
        ("comey", "comer", False),
        ("robert", "roberts", False),
        ("brown", "browne", False),
        ("same", "same", False),
    ],
)
def test_usual_slips(one: str, other: str, *, usual: bool) -> None:
    """Swapped, dropped and doubled letters and vowels are slips; other endings are other names."""
    assert is_usual_slip(one, other) is usual
    assert is_usual_slip(other, one) is usual


def test_distance_counts_a_swap_once() -> None:
    """Two neighbours that changed places are one edit, and a hopeless pair stops at the limit."""
    assert distance("kisylak", "kislyak", 1) == 1
    assert distance("abc", "xyz", 1) == 2
    assert distance("short", "much longer", 2) == 3


def test_fold_and_possessive() -> None:
    """Folding and taking off a possessive leave the bare word."""
    assert fold("  François  O’Neil-Smith ") == "francois oneilsmith"
    assert strip_possessive("Trump's") == "Trump"
    assert strip_possessive("Sessions’") == "Sessions"
