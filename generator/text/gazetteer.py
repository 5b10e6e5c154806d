"""Words that need no proof from the articles: places, the words for their people, first names, words of things."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache

from generator.text.names import fold
from generator.text.words import read_words


@cache
def known_places() -> dict[str, str]:
    """Folded name or other form of a place -> its usual name."""
    places: dict[str, str] = {}
    for line in read_words("generator.text", "places.txt"):
        name, forms, _ = _fields(line)
        for form in (name, *forms):
            places.setdefault(fold(form), name)
    return places


@cache
def _wholes() -> dict[str, str]:
    """A place's usual name -> the one in which it lies."""
    lines = (line.partition(": ") for line in read_words("generator.text", "lies_in.txt"))
    return {part: whole for whole, _, parts in lines for part in parts.split(", ")}


def lies_in(place: str) -> tuple[str, ...]:
    """The places in which a place lies, the nearest first; empty where that is not on the list."""
    found: list[str] = []
    while (place := _wholes().get(place, "")) and place not in found:
        found.append(place)
    return tuple(found)


@cache
def demonyms() -> frozenset[str]:
    """Words for people and things of a place (``Russian``), folded."""
    return frozenset(fold(word) for line in read_words("generator.text", "places.txt") for word in _fields(line)[2])


@cache
def thing_words() -> frozenset[str]:
    """Words of which no personal name is made (``committee``, ``act``), folded."""
    return frozenset(fold(word) for line in read_words("generator.text", "things.txt") for word in line.split())


@cache
def given_names() -> frozenset[str]:
    """First names, folded."""
    return frozenset(_sexes())


def sex(first: str) -> str:
    """``female`` or ``male`` where a folded first name is hardly ever the other's; else ''."""
    found = _sexes().get(first, "")
    return found if found != "either" else ""


@cache
def _sexes() -> dict[str, str]:
    lines = (line.partition(": ") for line in read_words("generator.text", "given_names.txt"))
    return {word: head for head, _, words in lines for word in words.split()}


@cache
def surnames() -> frozenset[str]:
    """Frequent family names, folded."""
    return frozenset(word for line in read_words("generator.text", "surnames.txt") for word in line.split())


@cache
def family_names() -> frozenset[str]:
    """Family names that are known as such, frequent or not, folded."""
    lines = read_words("generator.text", "family_names.txt")
    return surnames() | frozenset(word for line in lines for word in line.split())


@cache
def world_names(kind: str) -> frozenset[str]:
    """Names of the world that stand in no other list, folded: ``first`` or ``family`` names."""
    lines = (line.partition(": ") for line in read_words("generator.text", "world_names.txt"))
    return frozenset(word for head, _, words in lines if head == kind for word in words.split())


@cache
def first_names() -> frozenset[str]:
    """First names of anywhere, folded."""
    return given_names() | world_names("first")


@cache
def last_names() -> frozenset[str]:
    """Family names of anywhere, folded."""
    return family_names() | world_names("family")


@cache
def common_words() -> frozenset[str]:
    """Words that stand small in newspapers, folded."""
    return frozenset(word for line in read_words("generator.text", "common_words.txt") for word in line.split())


def is_deed(word: str) -> bool:
    """Whether a folded word is but a verb's (``blasting``), as headlines write it large beside a name."""
    return word.endswith("ing") and word in common_words() and word not in family_names() and word not in given_names()


@cache
def vessels(kind: str) -> frozenset[str]:
    """Names of ships, rockets and programs, folded: those that are nothing else (``sure``) or may be (``maybe``)."""
    lines = [line.partition(": ") for line in read_words("generator.text", "vessels.txt")]
    return frozenset(word for head, _, words in lines if head == kind for word in words.split())


@cache
def bodies() -> frozenset[str]:
    """Common words that name a body when they are capitalised (``Congress``), folded."""
    return frozenset(word for line in read_words("generator.text", "bodies.txt") for word in line.split())


@cache
def body_words() -> frozenset[str]:
    """Words of which one stands in the name of most bodies (``committee``), folded."""
    return frozenset(word for line in read_words("generator.text", "body_words.txt") for word in line.split())


@cache
def place_words() -> frozenset[str]:
    """Words of which one stands in the name of most places, folded."""
    return frozenset(word for line in read_words("generator.text", "place_words.txt") for word in line.split())


@cache
def no_bodies() -> frozenset[str]:
    """Names that look like a body's and are none (``PDF``, ``Immediate Release``), folded."""
    return frozenset(fold(name) for line in read_words("generator.text", "no_bodies.txt") for name in line.split(", "))


@cache
def namesakes() -> Mapping[str, str]:
    """Names that look like a person's, folded -> ``organization``, ``place`` or ``thing``, which they mostly are."""
    lines = (line.partition(": ") for line in read_words("generator.text", "namesakes.txt"))
    return {fold(name): kind for kind, _, names in lines for name in names.split(", ")}


@cache
def known_mononyms() -> frozenset[str]:
    """People whom every reader knows by one word (``Napoleon``), folded."""
    return frozenset(word for line in read_words("generator.text", "mononyms.txt") for word in line.split())


@cache
def seats() -> Mapping[str, str]:
    """Abbreviation of a state, folded and without dots -> the state."""
    lines = (line.partition(": ") for line in read_words("generator.text", "seats.txt"))
    return {word: state for state, _, words in lines for word in words.split()}


def _fields(line: str) -> tuple[str, tuple[str, ...], tuple[str, ...]]:
    """``Name = form, form | demonym, demonym`` in its three parts."""
    name, _, rest = line.partition("=")
    forms, _, people = rest.partition("|")
    return name.strip(), _listed(forms), _listed(people)


def _listed(text: str) -> tuple[str, ...]:
    return tuple(part.strip() for part in text.split(",") if part.strip())
