"""Ways of writing one body: with article and legal form, with its country, as its initials."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from functools import lru_cache
from itertools import pairwise

from generator.model import ArticleRow
from generator.resolution.ballots import Ballot
from generator.text.gazetteer import bodies, known_places
from generator.text.names import fold

LEGAL_FORMS = frozenset({"co", "corp", "inc", "llc", "ltd", "plc"})
_SMALL_WORDS = frozenset({"and", "for", "in", "of", "on", "the", "to"})
_OFFICES = frozenset({"department", "ministry"})
_OFFICE = 2
_PANELS = frozenset({"committee", "subcommittee"})
_COUNTRY = (("us",), ("united", "states"))
_SHORTEST, _LONGEST = 2, 8
# From so many letters on initials are no chance.
_TELLING = 3
# An acronym stands for the body that introduces it in at least this share of its introductions.
_CLEAR = 0.7


@lru_cache(maxsize=100_000)
def normalised(folded: str) -> str:
    """A folded name in one of the ways of writing it.

    Without article, number and legal form (``the Boeing Co`` -> ``boeing``), with ``and`` for ``&``, with the field
    before department and committee (``department of justice`` -> ``justice department``), with the Arabic article as
    folding leaves it where a hyphen stands (``al qaeda`` -> ``alqaeda``), and with ``U. S.`` as one word.
    """
    words = ["and" if word == "&" else word for word in folded.split()]
    if len(words) > 1 and words[0] == "the":
        words = words[1:]
    if len(words) > _OFFICE and words[:2] == ["u", "s"]:
        words = ["us", *words[2:]]
    if len(words) > 1 and words[0] == "al":
        words = ["al" + words[1], *words[2:]]
    while len(words) > 1 and words[-1] in LEGAL_FORMS:
        words = words[:-1]
    if len(words) > _OFFICE and words[0] in _OFFICES and words[1] == "of" and "and" not in words:
        field = words[3:] if words[2] == "the" else words[2:]
        words = [*field, words[0]]
    return " ".join(_field_first(_without_ordinal(words)))


def _field_first(words: list[str]) -> list[str]:
    """``house committee on foreign affairs`` as ``house foreign affairs committee``."""
    at = next((number for number, word in enumerate(words[:-2]) if word in _PANELS and words[number + 1] == "on"), None)
    if at is None:
        return words
    field = words[at + 2 :]
    field = field[1:] if field[0] == "the" and len(field) > 1 else field
    return words if not _PANELS.isdisjoint(field) else [*words[:at], *field, words[at]]


def _without_ordinal(words: list[str]) -> list[str]:
    """``111th congress`` as ``congress``."""
    return words[1:] if words[-1] == "congress" and words[0][:-2].isdigit() else words


def without_country(plain: str, ballot: Ballot) -> str:
    """``us air force`` and ``united states navy`` as ``air force`` and ``navy``, where these are bodies."""
    words = plain.split()
    for country in _COUNTRY:
        rest = words[len(country) :]
        if tuple(words[: len(country)]) == country and rest:
            short = " ".join(rest)
            if ballot.kind(short) == "organization" or (len(rest) == 1 and short in bodies()):
                return short
    return plain


def of_department(plain: str, ballot: Ballot) -> str:
    """``homeland security`` and ``health and human services`` as their departments, where the archive names these."""
    office = f"department of {plain}"
    return normalised(office) if " " in plain and ballot.kind(office) == "organization" else plain


def acronyms(rows: Sequence[ArticleRow], ballot: Ballot) -> dict[str, str]:
    """Acronym -> the full name of the body that it stands for.

    A body introduces its acronym in brackets (``Federal Bureau of Investigation (FBI)``); without that, one article
    names both, and no other body of the archive has these initials.
    """
    introduced = _introduced(rows, ballot)
    return {**_alike(rows, ballot, introduced), **introduced}


def _introduced(rows: Sequence[ArticleRow], ballot: Ballot) -> dict[str, str]:
    counts: dict[str, Counter[str]] = defaultdict(Counter)
    for row in rows:
        for one, other in pairwise(row.mentions):
            if other.start - one.end == len(" (") and _stands_for(other.text, one.text):
                full = fold(one.text)
                if ballot.kind(full) in {"organization", None}:
                    counts[fold(other.text)][normalised(full)] += 1
    return _clear(counts)


def _clear(counts: Mapping[str, Counter[str]]) -> dict[str, str]:
    clear = {}
    for acronym, found in sorted(counts.items()):
        full, count = min(found.items(), key=lambda item: (-item[1], item[0]))
        if count >= _CLEAR * found.total() and acronym not in known_places():
            clear[acronym] = full
    return clear


def _alike(rows: Sequence[ArticleRow], ballot: Ballot, introduced: Mapping[str, str]) -> dict[str, str]:
    """Acronyms that are the initials of exactly one body, where at least one article names both.

    Of several bodies with these initials it is the only one that stands beside them, in more than one article.
    """
    named = [{m.text for m in row.mentions if m.kind in {"organization", "unknown"}} for row in rows]
    texts = frozenset().union(*named)
    short = {text: fold(text) for text in texts if _is_acronym(text)}
    known = frozenset(short.values())
    bodies_: dict[str, set[str]] = defaultdict(set)
    long: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for text in texts:
        folded = fold(text)
        full = normalised(folded)
        initials = _initials(folded, full) & known
        if initials and ballot.kind(folded) == "organization":
            long[text] = [(acronym, full) for acronym in initials]
            for acronym in initials:
                bodies_[acronym].add(full)
    together: dict[str, dict[str, set[int]]] = defaultdict(lambda: defaultdict(set))
    for number, found in enumerate(named):
        here = {short[text] for text in found & short.keys()}
        for text in found & long.keys() if here else ():
            for acronym, full in long[text]:
                if acronym in here:
                    together[acronym][full].add(number)
    return {
        acronym: full
        for acronym, beside in sorted(together.items())
        for full, articles in beside.items()
        if len(bodies_[acronym]) == 1 or (len(beside) == 1 and len(articles) > 1)
        if acronym not in introduced and acronym not in known_places()
    }


def _initials(folded: str, full: str) -> set[str]:
    """The initials of a body without its small words, and of an office with its ``of`` (DOJ)."""
    found = {"".join(word[0] for word in full.replace("-", " ").split() if word not in _SMALL_WORDS)}
    words = folded.split()
    return found | {"".join(word[0] for word in words)} if words[0] in _OFFICES and "of" in words else found


def _is_acronym(text: str) -> bool:
    letters = text.replace(".", "")
    return letters.isupper() and letters.isalpha() and _TELLING <= len(letters) <= _LONGEST


def _stands_for(acronym: str, name: str) -> bool:
    """Whether the letters of an acronym begin words of the name, in order."""
    letters = acronym.replace(".", "")
    if not (letters.isupper() and _SHORTEST <= len(letters) <= _LONGEST) or " " not in name:
        return False
    rest = iter("".join(word[0] for word in name.replace("-", " ").split()).upper())
    return all(letter in rest for letter in letters)
