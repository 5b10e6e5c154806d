"""Ways in which full names are written, gathered over the archive before anybody asks who they are."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Callable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.model import ArticleRow
from generator.resolution.ballots import Ballot
from generator.resolution.rereading import reread
from generator.resolution.seats import kept_apart, parted_by_seat
from generator.resolution.sightings import Sighting
from generator.text.gazetteer import given_names
from generator.text.names import Name, fold, parse_name
from generator.text.words import word_set

# "NOW's Morning Joe" is nobody's name.
_OWNED = re.compile(r"[’']s ")
# What is named after people in full, and then cited by their family name.
_MONUMENTS = word_set(
    "academy airport arena auditorium bridge building center centre college dam elementary field freeway gallery high "
    "highway hospital institute laboratory library memorial middle museum observatory plaza school space stadium "
    "station telescope theater theatre tower tunnel university"
)
# Two in a list, or one beside the other, stand nearer than so many characters.
_FAR = 100


@dataclass(slots=True)
class Variant:
    """One full name as it is spelt, whatever its accents, hyphens and case. ``articles`` are numbers of rows."""

    key: str
    name: Name
    texts: Counter[str] = field(default_factory=Counter)
    articles: set[int] = field(default_factory=set)
    roles: Counter[str] = field(default_factory=Counter)


@dataclass(frozen=True, slots=True)
class Survey:
    """All sightings of the archive, and the full names among them."""

    variants: Mapping[str, Variant]
    sightings: Sequence[Sighting]
    """In the order of the rows and of the text."""
    together: Mapping[str, frozenset[str]]
    """Key -> keys of the same first letter's family names that stand in one sentence with it: never one person."""


def survey(
    rows: Sequence[ArticleRow], ballot: Ballot, forced: frozenset[str], is_kept: Callable[[str, int], bool]
) -> Survey:
    """Every full name and every bare name that may be a person's.

    Args:
        rows: The articles, sorted.
        ballot: What the archive takes each name for.
        forced: Folded names that a maintainer says are people.
        is_kept: Whether a name in so many articles has a page that no rule may part.
    """
    sightings = parted_by_seat(reread(_sightings(rows, ballot, forced)), is_kept)
    full = [sighting for sighting in sightings if sighting.key]
    by_key: dict[str, list[Sighting]] = {}
    for sighting in full:
        if sighting.key in by_key:
            by_key[sighting.key].append(sighting)
        else:
            by_key[sighting.key] = [sighting]
    together = _together(full)
    for key, others in kept_apart(list(by_key)).items():
        together[key] = together.get(key, frozenset()) | others
    return Survey({key: _variant(key, found) for key, found in by_key.items()}, sightings, together)


def _variant(key: str, sightings: Sequence[Sighting]) -> Variant:
    """The full name that all these sightings spell."""
    return Variant(
        key=key,
        name=next((sighting.name for sighting in sightings if sighting.name.nickname), sightings[0].name),
        texts=Counter([sighting.mention.text for sighting in sightings]),
        articles={sighting.article for sighting in sightings},
        roles=Counter([role for sighting in sightings if (role := sighting.mention.role)]),
    )


def _sightings(rows: Sequence[ArticleRow], ballot: Ballot, forced: frozenset[str]) -> list[Sighting]:
    """The mentions that may be a person's, in the order of the rows and of the text."""
    readings: dict[str, tuple[Name, str] | None] = {}
    monuments: dict[str, tuple[str, ...]] = {}
    found: list[Sighting] = []
    for number, row in enumerate(rows):
        first = len(found)
        named_after: set[str] = set()
        for mention in row.mentions:
            text = mention.text
            if text not in readings:
                readings[text] = _reading(text, ballot, forced)
                monuments[text] = _named_after(text)
            if monuments[text] and mention.kind != "person":
                named_after.update(monuments[text])
            if (reading := readings[text]) and mention.kind != "thing":
                found.append(Sighting(number, mention, *reading))
        if named_after:
            found[first:] = _without_things(found[first:], named_after)
    return found


def _named_after(text: str) -> tuple[str, ...]:
    """Family names of those after whom a thing is named in full (James Webb Space Telescope)."""
    words = fold(text).split()
    at = next((number for number, word in enumerate(words) if word in _MONUMENTS), 0)
    return tuple(words[1:at]) if at > 1 and words[0] in given_names() else ()


def _without_things(sightings: Sequence[Sighting], names: AbstractSet[str]) -> list[Sighting]:
    """The sightings of an article without bare names that mean the thing: nobody is named so in full or titled."""
    people = {sighting.name.surname for sighting in sightings if sighting.key}
    titled = {sighting.name.surname for sighting in sightings if sighting.mention.role}
    things = names - people - titled
    return [sighting for sighting in sightings if sighting.key or sighting.name.surname not in things]


def _reading(text: str, ballot: Ballot, forced: frozenset[str]) -> tuple[Name, str] | None:
    """A mention's name, with its key where it is a full name; None where it can be nobody's."""
    folded = fold(text)
    name = parse_name(text)
    if (", " in text and not name.suffix) or _OWNED.search(text):
        return None
    if name.full:
        return (name, name.key) if folded in forced or ballot.kind(folded) == "person" else None
    return (name, "") if name.surname else None


def _together(sightings: Sequence[Sighting]) -> dict[str, frozenset[str]]:
    """Pairs of full names in one sentence, of all such sightings: whoever is named beside another is somebody else.

    Hilda Solis of the headline is Hilda L. Solis of the line below, though no full stop parts them.
    """
    pairs: dict[str, set[str]] = {}
    sentence: tuple[int, int] = (-1, -1)
    present: dict[str, Sighting] = {}
    for sighting in sightings:
        here = (sighting.article, sighting.mention.sentence)
        if here != sentence:
            sentence, present = here, {}
        for other, before in present.items():
            if other != sighting.key and not _is_said_again(before, sighting):
                pairs.setdefault(other, set()).add(sighting.key)
                pairs.setdefault(sighting.key, set()).add(other)
        present[sighting.key] = sighting
    return {key: frozenset(others) for key, others in pairs.items()}


def _is_said_again(before: Sighting, again: Sighting) -> bool:
    """Whether two names far from each other differ but in a middle name that one of them lacks."""
    one, other = before.name, again.name
    if again.mention.start - before.mention.end < _FAR or bool(one.middle) == bool(other.middle):
        return False
    return (one.first, one.surname, one.suffix) == (other.first, other.surname, other.suffix)
