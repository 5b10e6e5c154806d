"""Whom a bare name means: first within its article, then among the people of the archive."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from operator import attrgetter
from typing import NamedTuple

from generator.resolution.across import across
from generator.resolution.ballots import THING_SURNAMES, Ballot
from generator.resolution.citations import People, Reference, is_other_sex, of_generation
from generator.resolution.context import Context
from generator.resolution.misspellings import is_slip, slips
from generator.resolution.sightings import Sighting
from generator.resolution.variants import Survey
from generator.text.first_names import same_first
from generator.text.gazetteer import demonyms, given_names, known_mononyms, known_places, surnames, thing_words
from generator.text.titles import offices

# First names this long are misspelt (Jonathon); shorter ones are other names.
_LONG_FIRST = 5
# A word that stands in the archive no more often than this may be a misspelt name, whatever the model takes it for.
_RARE = 2
# A word that the model takes for a body this often is the body, unless its bearer is named in most of its articles.
_MOSTLY_OTHER = 0.2
_BEARER_NEAR = 0.5


def refer(survey: Survey, people: People, ballot: Ballot, context: Context) -> list[Reference]:
    """Whom each sighting means; sightings that mean no person are left out."""
    references: list[Reference] = []
    # A place that the model takes for one is nobody in any company.
    places = known_places()
    seen = (s for s in survey.sightings if s.key or s.mention.kind == "person" or s.name.surname not in places)
    for _, sightings in groupby(seen, attrgetter("article")):
        references += _within(list(sightings), people, ballot)
    near = _bearer_shares(references)
    standing = {surname: _standing(surname, ballot, share) for surname, share in near.items()}
    trusted = {surname for surname, name in standing.items() if _is_credible_beside(name)}
    found = [
        reference if reference.key else across(reference, people, context)
        for reference in references
        if reference.sighting.key
        or (reference.key and reference.sighting.name.surname in trusted)
        or _is_credible(reference, standing[reference.sighting.name.surname])
    ]
    return _in_one_sense(found, people)


def _in_one_sense(references: Sequence[Reference], people: People) -> list[Reference]:
    """The references, open ones given to the one person whom the same bare name means elsewhere in the article.

    ``President Trump`` tells who Trump is in the next sentence, unless a title speaks of the other sex.
    """
    meant: dict[tuple[int, str], set[str]] = {}
    for reference in references:
        if reference.rule == "surname-by-company":
            sighting = reference.sighting
            meant.setdefault((sighting.article, sighting.name.surname), set()).add(reference.key)
    if not meant:
        return list(references)
    return [r if r.key else _followed(r, meant, people) for r in references]


def _followed(reference: Reference, meant: Mapping[tuple[int, str], set[str]], people: People) -> Reference:
    sighting = reference.sighting
    keys = meant.get((sighting.article, sighting.name.surname), set())
    if len(keys) != 1 or not keys & set(reference.among):
        return reference
    key = next(iter(keys))
    if not _fitting(keys, sighting, people):
        return reference
    return Reference(sighting, key, "surname-in-article", reference.among)


# ── within an article ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class _Named:
    """Who is named in full in one article: by the key of the person, by family name, by first name."""

    roots: Mapping[str, Sequence[Sighting]]
    surnames: Mapping[str, set[str]]
    firsts: Mapping[str, set[str]]


def _within(sightings: Sequence[Sighting], people: People, ballot: Ballot) -> list[Reference]:
    """The references of one article: full names as they are, bare names to the full names beside them."""
    named = _named(sightings, people)
    return [
        Reference(sighting, sighting.key, "full-name") if sighting.key else _bare(sighting, named, people, ballot)
        for sighting in sightings
    ]


def _named(sightings: Sequence[Sighting], people: People) -> _Named:
    roots: dict[str, list[Sighting]] = {}
    surnames_: dict[str, set[str]] = {}
    firsts: dict[str, set[str]] = {}
    known: set[str] = set()
    for sighting in sightings:
        key = sighting.key
        if key:
            root = people.unions.find(key)
            roots.setdefault(root, []).append(sighting)
            if key not in known:
                known.add(key)
                firsts.setdefault(people.variants[key].name.first, set()).add(root)
                for form in people.cited[key]:
                    surnames_.setdefault(form, set()).add(root)
    return _Named(roots, surnames_, firsts)


def _bare(sighting: Sighting, named: _Named, people: People, ballot: Ballot) -> Reference:
    """Whom a bare name means among those who are named in full in its article."""
    surname = sighting.name.surname
    bearers = named.surnames.get(surname)
    if bearers and (sighting.mention.role or sighting.name.suffix):
        bearers = _fitting(of_generation(bearers, sighting, people), sighting, people)
    if bearers:
        return Reference(sighting, _leading(bearers, named), "surname-in-article", tuple(sorted(bearers)))
    if surname in people.by_surname:
        return Reference(sighting, "", "surname")
    called = _called(surname, named) if sighting.mention.kind != "place" else set()
    if len(called) == 1 and _is_introduced(next(iter(called)), sighting, named):
        return Reference(sighting, next(iter(called)), "first-name-in-article")
    if slips(surname) and _may_be_misspelt(sighting, ballot):
        alike = {root for form, bearer in named.surnames.items() if is_slip(form, surname) for root in bearer}
        if len(alike) == 1:
            return Reference(sighting, next(iter(alike)), "misspelling")
    return Reference(sighting, "", "surname")


def _called(first: str, named: _Named) -> set[str]:
    """Who of those named in full may be called by a first name, short or misspelt (Jonathan, elsewhere Jonathon)."""
    if first in named.firsts:
        return named.firsts[first]
    if first not in given_names() or first in surnames():
        return set()
    may_slip = len(first) > _LONG_FIRST
    alike = {one for one in named.firsts if same_first(one, first) or (may_slip and is_slip(one, first))}
    return {root for one in alike for root in named.firsts[one]}


def _is_introduced(root: str, sighting: Sighting, named: _Named) -> bool:
    """Whether somebody is named in full before the sighting: nobody is called by a first name that is yet unknown."""
    return named.roots[root][0].mention.start < sighting.mention.start


def _fitting(bearers: set[str], sighting: Sighting, people: People) -> set[str]:
    """Those among the bearers who may be addressed so: by sex (Mrs. Clinton), and by office where one holds it."""
    if not sighting.mention.role:
        return bearers
    fit = {root for root in bearers if not is_other_sex(sighting, root, people)}
    held = offices(sighting.mention.role)
    holders = {root for root in fit if held & offices(" ".join(people.roles[root]))}
    return holders or fit


def _leading(bearers: set[str], named: _Named) -> str:
    """Of several bearers in one article the one whom it is about: named in full most often, then first."""
    if len(bearers) == 1:
        return next(iter(bearers))
    roots = named.roots
    return min(sorted(bearers), key=lambda root: (-len(roots[root]), roots[root][0].mention.start))


def _may_be_misspelt(sighting: Sighting, ballot: Ballot) -> bool:
    """Whether a bare name is no word that the archive knows; what the model takes a rare word for does not count."""
    surname = sighting.name.surname
    if surname in surnames() or surname in given_names() or surname in thing_words():
        return False
    if surname in known_places() or surname in demonyms() or surname.isdigit() or sighting.mention.text.isupper():
        return False
    return ballot.kind(surname) in {"person", None} or ballot.count(surname, "all") <= _RARE


# ── what is no person after all ───────────────────────────────────────────────────────────────────────────────────────


def _bearer_shares(references: Sequence[Reference]) -> dict[str, float]:
    """Bare name -> share of its articles in which somebody of that name is named in full."""
    with_bearer: dict[str, set[int]] = defaultdict(set)
    everywhere: dict[str, set[int]] = defaultdict(set)
    for reference in references:
        sighting = reference.sighting
        if not sighting.key:
            surname = sighting.name.surname
            everywhere[surname].add(sighting.article)
            if reference.key:
                with_bearer[surname].add(sighting.article)
    return {surname: len(with_bearer[surname]) / len(found) for surname, found in everywhere.items()}


class _Standing(NamedTuple):
    """What the archive knows of a bare name, whoever is meant by it."""

    is_place: bool
    is_word: bool
    share: float
    """Of the opinions on it that say person."""
    is_often: bool
    """The model takes it for a person at least half as often as for nothing."""
    near: float
    """Share of its articles in which somebody of that name is named in full."""


def _standing(surname: str, ballot: Ballot, near: float) -> _Standing:
    return _Standing(
        is_place=surname in known_places(),
        is_word=surname in demonyms() or surname in thing_words() or surname in THING_SURNAMES,
        share=1.0 if surname in known_mononyms() else ballot.person_share(surname),
        is_often=2 * ballot.count(surname, "person") >= ballot.count(surname, "unknown"),
        near=near,
    )


def _is_credible(reference: Reference, name: _Standing) -> bool:
    """Whether a bare name is a person's here: the model's slips are mended, bodies and places stay what they are."""
    kind = reference.sighting.mention.kind
    if kind == "person" and reference.sighting.mention.role:
        return True
    if reference.key and _is_credible_beside(name):
        return True
    if name.is_place:
        return bool(reference.key) and kind == "person"
    if name.is_word:
        return bool(reference.key) and (kind == "person" or (kind == "organization" and name.near >= _BEARER_NEAR))
    # Without a bearer beside it, a word that the model seldom takes for a person is no more than a word.
    return not reference.key and name.share > 1 - _BEARER_NEAR and (kind == "person" or name.is_often)


def _is_credible_beside(name: _Standing) -> bool:
    """Whether a bare name is a person's wherever somebody of that name is named in full beside it."""
    if name.is_place or name.is_word:
        return False
    return name.share >= _MOSTLY_OTHER or name.near >= _BEARER_NEAR
