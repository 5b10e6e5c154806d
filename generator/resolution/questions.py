"""Open questions about people, in order of what an answer changes: articles moved × doubt.

They are asked of what was resolved, not of how: whoever is nearly alike and apart, joined on little, or left open.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import combinations
from typing import Final

from generator.config.schema import SiteConfig
from generator.config.ties import ties
from generator.model import Entity, HeldMerge, HeldSplit, NameForm, Question, Surname
from generator.resolution.misspellings import is_slip
from generator.text.first_names import compatible_middles, same_first
from generator.text.gazetteer import common_words, given_names, known_places, surnames
from generator.text.names import Name, fold, parse_name

# How little each kind of likeness says. They rank questions and decide nothing.
_DOUBTS: Final[Mapping[str, float]] = {
    "misspelling": 0.35,
    "suffix": 0.4,
    "initial": 0.25,
    "short-form": 0.15,
    "quoted-short-form": 0.05,
    "middle-name": 0.05,
    "": 0.02,
}
_SAME_NAME, _SHORT, _SLIP, _INITIAL = 0.6, 0.5, 0.4, 0.5
# Whoever is named beside the other in one article is likely somebody else.
_TOGETHER = 0.2
# A likeness that the company supports is worth more of a maintainer's time.
_STRANGERS, _COMPANY = 0.6, 0.4
_SURNAME = 0.8
# What a rule wants to do to published people is as likely right as wrong, and nothing else waits for it.
_WAITING = 1.0
_BEARERS = 9
# A name of unknown words is mostly a person with a rare name; with a word that names make no use of, hardly.
_NO_PERSON, _RARE_NAME = 0.5, 0.1
# From so many letters on a first name in -ing is a headline's verb (``Congratulating``), not Ming or Irving.
_LONG_VERB = 8
# Words that a page dump has glued together: ``NowPresident``, not ``McDonald`` or ``DeKleer``.
_GLUED = re.compile(r"\b(?!Mac|Fitz)[A-Z]?[a-z]{2,}[A-Z]")


def questions(
    people: Sequence[Entity],
    open_: Sequence[Surname],
    held: Sequence[HeldMerge | HeldSplit],
    config: SiteConfig,
) -> tuple[Question, ...]:
    """What a maintainer may be asked, the worthiest first; nothing that people.yml or judgements.yml has answered.

    Args:
        people: Every person that is shown.
        open_: The surnames that could not be given to one person.
        held: Merges and splits of published people that wait for a word.
        config: What is decided already.
    """
    decided = _Decided(config)
    company = _company(people)
    waiting = tuple(_waiting(people, held))
    pairs = {(one.kind, frozenset(one.names)) for one in waiting}
    alike = (
        *_pairs(people, company, decided),
        *(question for person in people for question in _joined(person, decided)),
    )
    asked = (
        *waiting,
        *(one for one in alike if (one.kind, frozenset(one.names)) not in pairs),
        *(question for surname in open_ for question in _which(surname, people, decided)),
        *(question for person in people for question in _doubtful_people(person, decided)),
    )
    return tuple(sorted(asked, key=lambda one: (-one.worth, one.kind, one.names)))


class _Decided:
    """What the maintainers have said, as far as it keeps a question from being asked."""

    def __init__(self, config: SiteConfig) -> None:
        self._ties = ties(config.people, config.judgements)
        judgements = config.judgements.judgements
        self._pairs = set(self._ties.apart)
        for one in judgements:
            for pair in combinations(sorted({fold(name) for name in one.unsure}), 2):
                self._pairs.add(pair)
        self._people = {fold(name) for one in judgements for name in (*one.person, *one.same, *one.different)}
        self._people |= {fold(entry.name) for entry in config.people.people.values()}

    def on(self, one: str, other: str) -> bool:
        """Whether it is settled that two names are, or are not, one person, or that nobody knows."""
        pair = (min(fold(one), fold(other)), max(fold(one), fold(other)))
        return pair in self._pairs or self._ties.path(*pair) is not None

    def is_person(self, name: str) -> bool:
        """Whether somebody has said that this is a person."""
        return fold(name) in self._people


# ── what waits for a yes ──────────────────────────────────────────────────────────────────────────────────────────────


def _waiting(people: Sequence[Entity], held: Sequence[HeldMerge | HeldSplit]) -> Iterator[Question]:
    """What the program would do to published people if it were allowed to."""
    known = {person.id: person for person in people}
    for one in held:
        if isinstance(one, HeldSplit) and one.person in known:
            person = known[one.person]
            yield Question(
                kind="apart",
                names=(person.name, one.name),
                people=(person.id,),
                articles=tuple(sorted({m.article for m in person.mentions if m.text == one.name})),
                doubt=_WAITING,
                because="published on this page, but no rule puts it there any more",
            )
        elif isinstance(one, HeldMerge) and {one.one, one.other} <= known.keys():
            large, small = sorted((known[one.one], known[one.other]), key=lambda p: (-len(p.articles), p.id))
            yield Question(
                kind="same",
                names=(large.name, small.name),
                people=(large.id, small.id),
                articles=small.articles,
                doubt=_WAITING,
                because=f"both are published, and the rule {one.rule} makes them one",
            )
    for person in people:
        if person.preferred:
            yield Question(
                kind="title",
                names=(person.name, person.preferred),
                people=(person.id,),
                articles=person.articles,
                doubt=_WAITING / 4,
                because="published under the first title; the second is the more frequent by now",
            )


# ── people that are nearly alike ──────────────────────────────────────────────────────────────────────────────────────


def _pairs(people: Sequence[Entity], company: Mapping[str, frozenset[str]], decided: _Decided) -> Iterator[Question]:
    for one, other in _neighbours(people):
        likeness = _likeness(parse_name(one.name), parse_name(other.name))
        if likeness is None or decided.on(one.name, other.name):
            continue
        because, doubt = likeness
        small, large = sorted((one, other), key=lambda person: (len(person.articles), person.id))
        shared = company[one.id] & company[other.id]
        doubt *= _STRANGERS + _COMPANY * min(1.0, len(shared) / 3)
        if set(one.articles) & set(other.articles):
            doubt *= _TOGETHER
        yield Question(
            kind="same",
            names=(large.name, small.name),
            people=(large.id, small.id),
            articles=small.articles,
            doubt=round(doubt, 3),
            because=because,
        )


def _neighbours(people: Sequence[Entity]) -> Iterator[tuple[Entity, Entity]]:
    """Pairs that share a family name, or a first name and the letters that family names begin and end with."""
    blocks: dict[tuple[str, ...], list[Entity]] = defaultdict(list)
    for person in people:
        name = parse_name(person.name)
        if name.full:
            blocks["surname", name.surname].append(person)
            blocks["first", name.first, name.surname[:2]].append(person)
            blocks["turned", *sorted((name.first, name.surname))].append(person)
    seen: set[tuple[str, str]] = set()
    for block in blocks.values():
        for one, other in combinations(sorted(block, key=lambda person: person.id), 2):
            if (one.id, other.id) not in seen:
                seen.add((one.id, other.id))
                yield one, other


def _likeness(one: Name, other: Name) -> tuple[str, float] | None:
    """In what two names are alike, and how much that is worth asking; None where they are plainly two."""
    if one.key == other.key:
        # Two of one name were told apart by the seats of their states: no name says which of them is meant.
        return None
    if (one.first, one.surname) == (other.surname, other.first):
        return "the same two words in another order", _SAME_NAME
    if one.surname == other.surname:
        two = (one.suffix and other.suffix) or not compatible_middles(one.middle, other.middle)
        return None if two else _likeness_of_firsts(one.first, other.first)
    if same_first(one.first, other.first) and is_slip(one.surname, other.surname):
        # Two frequent family names are two, however alike.
        both = one.surname in surnames() and other.surname in surnames()
        return "family names a slip apart", _SLIP / (4 if both else 1)
    return None


def _likeness_of_firsts(one: str, other: str) -> tuple[str, float] | None:
    """The same for first names before one family name."""
    if one == other:
        return "the same name but for a middle name or suffix", _SAME_NAME
    if same_first(one, other):
        return ("an initial that fits", _INITIAL) if 1 in {len(one), len(other)} else ("a short form", _SHORT)
    return ("first names a slip apart", _SLIP) if is_slip(one, other) else None


def _company(people: Iterable[Entity]) -> dict[str, frozenset[str]]:
    """Person -> everybody who is named in the same articles."""
    present: dict[str, set[str]] = defaultdict(set)
    listed = list(people)
    for person in listed:
        for article in person.articles:
            present[article].add(person.id)
    return {p.id: frozenset().union(*(present[article] for article in p.articles)) - {p.id} for p in listed}


# ── names joined on little, names that are open, names of nothing ─────────────────────────────────────────────────────


def _joined(person: Entity, decided: _Decided) -> Iterator[Question]:
    """Ways of writing a name that a rule took for this person's, and that may be somebody else's."""
    title = parse_name(person.name)
    for form in person.forms:
        name = parse_name(form.text)
        is_other = name.full and name.key != title.key
        if is_other and not decided.on(person.name, form.text):
            yield Question(
                kind="apart",
                names=(person.name, form.text),
                people=(person.id,),
                articles=_articles_of(person, form),
                doubt=_DOUBTS.get(form.rule, _DOUBTS[""]),
                because=f"joined by the rule {form.rule or 'full-name'}",
            )


def _articles_of(person: Entity, form: NameForm) -> tuple[str, ...]:
    return tuple(sorted({mention.article for mention in person.mentions if mention.text == form.text}))


def _which(surname: Surname, people: Sequence[Entity], decided: _Decided) -> Iterator[Question]:
    """A surname that stands alone, with those who bear it, the most named first."""
    known = {person.id: person for person in people}
    bearers = sorted((known[key] for key in surname.bearers if key in known), key=lambda p: (-len(p.articles), p.id))
    if not bearers or decided.on(surname.surname, bearers[0].name):
        return
    yield Question(
        kind="which",
        names=(surname.surname, *(bearer.name for bearer in bearers[:_BEARERS])),
        people=tuple(bearer.id for bearer in bearers[:_BEARERS]),
        articles=tuple(sorted({mention.article for mention in surname.mentions})),
        doubt=_SURNAME,
        because="it stands alone there; "
        + (f"{len(bearers)} people bear it elsewhere" if len(bearers) > 1 else "one person bears it elsewhere"),
    )


def _doubtful_people(person: Entity, decided: _Decided) -> Iterator[Question]:
    """Names without title and without a known first name: a ship, a firm or a prize as often as not."""
    name = parse_name(person.name)
    titled = any(mention.role for mention in person.mentions)
    known = name.first in given_names() or len(name.first) == 1
    if titled or known or decided.is_person(person.name):
        return
    yield Question(
        kind="person",
        names=(person.name,),
        people=(person.id,),
        articles=person.articles,
        doubt=_doubt_of_person(name, person.name),
        because="no title, and no first name that is known",
    )


def _doubt_of_person(name: Name, text: str) -> float:
    """How likely a name without title and without a known first name is nobody's."""
    is_verb = name.first.endswith("ing") and len(name.first) >= _LONG_VERB
    if _GLUED.search(text) or is_verb or name.first in common_words() or name.surname in known_places():
        return _NO_PERSON
    return _RARE_NAME / (2 if name.surname in surnames() else 1)
