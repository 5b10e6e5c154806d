"""First and middle names, folded: which may be the same person's, and which are short for others."""

from __future__ import annotations

from functools import cache

from generator.text.words import read_words


def is_short_form(first: str) -> bool:
    """Whether a folded first name is short for others (``bobby``)."""
    return first in nicknames()


@cache
def formal_names(first: str) -> frozenset[str]:
    """The formal first names that ``first`` (folded) may stand for, itself included."""
    return nicknames().get(first, frozenset()) | {first}


@cache
def canonical_first(first: str) -> str:
    """The formal name where ``first`` is a short form of exactly one; otherwise ``first``."""
    formal = nicknames().get(first, frozenset())
    return next(iter(formal)) if len(formal) == 1 else first


def same_first(one: str, other: str) -> bool:
    """Whether two first names (folded) may be the same person's: equal, short form, or an initial of the other."""
    if one == other:
        return True
    if not one or not other:
        return False
    if len(one) == 1 or len(other) == 1:
        return one[0] == other[0]
    return bool(formal_names(one) & formal_names(other))


def sounds_alike(one: str, other: str) -> bool:
    """Whether two first names (folded) are taken for each other (Stephen, Steven), though each is a name."""
    return bool(_spellings().get(one, frozenset()) & _spellings().get(other, frozenset()))


def compatible_middles(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two rows of middle names agree: ``W.`` fits ``Walker`` and nothing, but not ``H. W.``."""
    if not one or not other:
        return True
    if len(one) != len(other) and len(one[0]) == len(other[0]) == 1:
        return False
    return all(_initial_fits(a, b) for a, b in zip(one, other, strict=False))


def _initial_fits(one: str, other: str) -> bool:
    return one == other or ((len(one) == 1 or len(other) == 1) and one[0] == other[0])


@cache
def nicknames() -> dict[str, frozenset[str]]:
    """Short form -> the formal names it may stand for."""
    table: dict[str, set[str]] = {}
    for line in read_words("generator.text", "nicknames.txt"):
        formal, _, short = line.partition(":")
        for word in short.split():
            table.setdefault(word, set()).add(formal)
    return {short: frozenset(formal) for short, formal in table.items()}


@cache
def _spellings() -> dict[str, frozenset[int]]:
    """First name -> the numbers of the lines of spellings.txt in which it stands."""
    table: dict[str, set[int]] = {}
    for number, line in enumerate(read_words("generator.text", "spellings.txt")):
        for word in line.split():
            table.setdefault(word, set()).add(number)
    return {word: frozenset(numbers) for word, numbers in table.items()}
