"""Names of one word that nobody bears in full: whether they are a person's, and whether they ask "which one?"."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Sequence
from typing import Literal

from generator.model import Mention
from generator.resolution.ballots import Ballot
from generator.resolution.citations import Reference
from generator.text.gazetteer import (
    bodies,
    common_words,
    demonyms,
    family_names,
    first_names,
    given_names,
    known_mononyms,
    known_places,
    last_names,
    surnames,
    thing_words,
    vessels,
)
from generator.text.names import fold
from generator.text.titles import is_regnal, is_strong, offices
from generator.text.words import word_set

Fate = Literal["person", "open", "nobody"]
# How often a name that is not known for a family's must speak or be spoken of as a person, for programs are said to do
# things as well; and at least once in how many of its mentions.
_ACTING = 2
_INNER = re.compile(r"[a-z][A-Z]")
_GAELIC = ("Mc", "Mac", "De", "Di", "La", "Le", "Van", "Fitz")
_OFTEN = 5
_SURE = 0.8
_SHORTEST = 4
_ALSO_THINGS = word_set("agent chief lady mission")


def fate(name: str, references: Sequence[Reference], ballot: Ballot) -> Fate:
    """What becomes of a bare name without a bearer: a page of its own, a page that asks, or nothing."""
    mentions = [reference.sighting.mention for reference in references]
    articles = {reference.sighting.article for reference in references}
    if sum(is_regnal(mention.role) for mention in mentions) * 2 > len(mentions):
        return "person"
    if name in known_mononyms() and ballot.kind(name) == "person":
        return "person"
    titled = any(_makes_person(mention, name) for mention in mentions)
    if titled and _is_one_officer(name, mentions):
        return "person"
    if name in surnames() and titled and len(articles) > 1:
        return "open"
    if ballot.kind(name) != "person" or name in given_names():
        return "nobody"
    if titled and name in common_words() and not any(mention.cue in {"who", "says"} for mention in mentions):
        titled = sum(_makes_person(mention, name) for mention in mentions) > 1
    return "person" if titled or _is_evident(name, mentions, ballot) else "nobody"


def _is_one_officer(name: str, mentions: Sequence[Mention]) -> bool:
    """Whether all titles before a family name are of one office: whoever ``Senator Reid`` is, there is but one.

    A first name must have it most of the time.
    """
    held = [offices(mention.role) for mention in mentions if mention.role]
    if (
        name not in family_names()
        or name in common_words()
        or (name in given_names() and 2 * len(held) <= len(mentions))
    ):
        return False
    return bool(held) and bool(frozenset.intersection(*held))


def _makes_person(mention: Mention, name: str) -> bool:
    """Whether a title shows a person: a sure one, or one in capitals before what the model takes for a person.

    Agents, chiefs and missions are things as often (Agent Sandbox, Chief Actuary, Mission Viejo), but for a known name.
    """
    if is_strong(mention.role):
        return True
    if mention.kind != "person" or not mention.role[:1].isupper():
        return False
    return fold(mention.role.split()[-1]) not in _ALSO_THINGS or name in last_names() or name in first_names()


def _is_evident(name: str, mentions: Sequence[Mention], ballot: Ballot) -> bool:
    """Whether the sentences show a person of one name whom every reader knows (Netanyahu, Napoleon)."""
    people = [mention for mention in mentions if mention.kind == "person" and not _is_brand(mention.text)]
    if name in surnames() or _is_word(name) or ballot.person_share(name) < _SURE:
        return False
    acting = sum(mention.cue in {"who", "says"} for mention in people)
    return acting >= (1 if name in family_names() else _ACTING) and _OFTEN * acting >= len(people)


def regnal_name(mentions: Sequence[Mention]) -> str:
    """``Pope Francis``, where most of the mentions of a bare name have such a title before them; else ''."""
    titled = Counter(f"{m.role.split()[-1]} {m.text}" for m in mentions if is_regnal(m.role))
    return min(titled, key=lambda text: (-titled[text], text)) if 2 * titled.total() > len(mentions) else ""


def _is_brand(text: str) -> bool:
    """Whether capitals stand inside the word or throughout it (SpaceX, GoDaddy, but not McConnell)."""
    return text.isupper() or (_INNER.search(text) is not None and not text.startswith(_GAELIC))


def _is_word(name: str) -> bool:
    """Whether a folded name is too short, or is a word of the language, of the map or of things."""
    known = (common_words, thing_words, known_places, demonyms, bodies)
    return (
        len(name) < _SHORTEST
        or not name.isalpha()
        or any(name in words() for words in known)
        or name in vessels("sure") | vessels("maybe")
    )
