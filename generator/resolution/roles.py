"""What people are called: titles and appositions by one name each, with the articles and years in which they are."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache

from generator.model import EntityMention, Role
from generator.resolution.seats import is_seat, seat_of
from generator.text.gazetteer import demonyms, known_places, seats
from generator.text.names import fold, strip_possessive
from generator.text.titles import is_role_word, is_sure_complement, is_title_word
from generator.text.words import read_words

_AGE = re.compile(r"\d{1,3}-years?-old")
_SEATED = frozenset({"senator", "representative", "governor"})
_LAST = _SEATED | {"president"}
_RANKING = "ranking"
_NATION = frozenset({"us", "american"})
_OF_THE_NATION = frozenset({"president", "secretary", "vice"})
_PROPER = ("White House", "Supreme Court", "House", "Senate", "Treasury", "Pentagon", "Congress", "Kremlin")
_ACRONYM = 4
_SMALL = frozenset({"of", "for", "from", "at", "to", "in", "on", "with", "and", "under", "the"})


def roles_of(mentions: Sequence[EntityMention], years: Mapping[str, str]) -> tuple[Role, ...]:
    """What a person is called, the most frequent first.

    Args:
        mentions: The person's, in order.
        years: Article id -> the year in which it was published, where that is known.
    """
    found: defaultdict[str, dict[str, EntityMention]] = defaultdict(dict)
    for mention in mentions:
        if not (mention.role or mention.apposition):
            continue
        for name in _names(mention.role, mention.apposition):
            found[name].setdefault(mention.article, mention)
    roles = [_role(name, by_article, years) for name, by_article in found.items()]
    return tuple(sorted(roles, key=lambda role: (-len(role.mentions), role.name.casefold(), role.name)))


def _role(name: str, by_article: Mapping[str, EntityMention], years: Mapping[str, str]) -> Role:
    dated = sorted(years[article] for article in by_article if article in years)
    return Role(
        name=name,
        mentions=tuple(by_article[article] for article in sorted(by_article)),
        first=dated[0] if dated else "",
        last=dated[-1] if dated else "",
    )


@lru_cache(maxsize=50_000)
def _names(title: str, apposition: str) -> tuple[str, ...]:
    """The roles that a title and an apposition name, each once."""
    state = seat_of(apposition)
    named = [role_name(title), "" if is_seat(apposition) else role_name(apposition)]
    if state and named[0] in _SEATED:
        named[0] = f"{named[0]} from {state}"
    return tuple(dict.fromkeys(name for name in named if name))


@lru_cache(maxsize=50_000)
def role_name(phrase: str) -> str:
    """A title or apposition by its usual name (``Attorney General`` -> ``attorney general``); '' for courtesy."""
    words = [bare for word in strip_possessive(phrase).split() if (bare := word.strip(',;:"“”()'))]
    while words and (fold(words[0]) in _kind("worn") or _AGE.fullmatch(words[0])):
        words = words[1:]
    words = _without_superior(words)
    while words and fold(words[-1]) in _kind("courtesy") and len(words) > 1:
        words = words[:-1]
    words = [word if "'" in word or "’" in word else _same().get(fold(word), word) for word in _without_dateline(words)]
    words = _without_nation(_of_state(_last_title(words)))
    if not words or words[-1].lower() == _RANKING or all(fold(word) in _kind("courtesy") | _SMALL for word in words):
        return ""
    return _capitals(" ".join(words))


def _without_superior(words: list[str]) -> list[str]:
    """The words behind ``under``: somebody sails under Captain Lee, but a secretary has an under secretary."""
    under = next((at for at, word in enumerate(words[:-1]) if fold(word) == "under"), None)
    is_superior = under is not None and not fold(words[under + 1]).startswith("secretar")
    return words[under + 1 :] if under is not None and is_superior else words


def _last_title(words: list[str]) -> list[str]:
    """The title next to the name where another stands before it (``Committee Chairman Congressman``)."""
    if len(words) < 2 or words[-1].lower() not in _LAST:
        return words
    is_title = is_title_word(fold(words[-2])) or fold(words[-2]) == "committee"
    return words[-1:] if is_title else words


def _of_state(words: list[str]) -> list[str]:
    """``CA representative`` as one from California."""
    if len(words) == 2 and words[0].isupper() and fold(words[0]) in seats() and words[1].lower() in _SEATED:
        return [words[1], "from", seats()[fold(words[0])]]
    return words


def _without_nation(words: list[str]) -> list[str]:
    """U.S. senators and secretaries without their country; but a U.S. attorney is no lawyer of anybody's."""
    if len(words) < 2 or fold(words[0]) not in _NATION:
        return words
    is_its = {words[1].lower(), words[-1].lower()} & (_SEATED | _OF_THE_NATION)
    return words[1:] if is_its else words


def _without_dateline(words: list[str]) -> list[str]:
    """The words without the shouted place that has opened the article (``OAKLAND Representative``)."""
    is_dateline = (
        len(words) > 1 and words[0].isupper() and len(words[0]) > _ACRONYM and fold(words[0]) in known_places()
    )
    return words[1:] if is_dateline else words


def _capitals(phrase: str) -> str:
    """The phrase with small letters but in acronyms, names of places and bodies, and words for people of a place.

    What a title is ``of`` or ``at`` keeps its capitals, unless it is a department (``secretary of state``).
    """
    words = phrase.split()
    link = next((number for number, word in enumerate(words) if word in _SMALL), len(words))
    head = " ".join(word if _is_proper(word) else word.lower() for word in words[:link])
    for name in _PROPER:
        head = re.sub(rf"\b{name}\b", name, head, flags=re.IGNORECASE)
    rest = words[link:]
    departments = is_sure_complement(rest[1:]) and not any(fold(word) in known_places() for word in rest)
    return " ".join([head, *(word.lower() if departments else word for word in rest)]).strip()


def _is_proper(word: str) -> bool:
    folded = fold(word)
    if folded in _SMALL or (is_sure_complement([word]) and folded not in known_places()):
        return False
    if (word.isupper() and len(word) > 1) or folded in demonyms() or folded in known_places():
        return True
    return word[0].isupper() and not is_role_word(word)


@cache
def _kind(kind: str) -> frozenset[str]:
    lines = (line.partition(": ") for line in read_words("generator.text", "roles.txt"))
    return frozenset(word for head, _, words in lines if head == kind for word in words.split())


@cache
def _same() -> dict[str, str]:
    """Folded word -> the word that is used for it."""
    lines = (
        line.removeprefix("= ").partition(": ") for line in read_words("generator.text", "roles.txt") if line[0] == "="
    )
    return {word: name for name, _, words in lines for word in (name, *words.split())}
