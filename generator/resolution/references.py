"""Whom a bare name means: first within its article, then among the people of the archive."""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import NamedTuple

from generator.resolution.ballots import THING_SURNAMES, Ballot
from generator.resolution.context import Context
from generator.resolution.misspellings import is_slip, slips
from generator.resolution.rereading import long_surnames
from generator.resolution.sightings import Sighting
from generator.resolution.unions import Unions
from generator.resolution.variants import Survey, Variant
from generator.text.gazetteer import demonyms, given_names, known_places, sex, surnames, thing_words
from generator.text.names import fold, same_first
from generator.text.titles import offices, sex_of

# Tuned on the development corpora by hiding full names (tests/quality): what a candidate's score must reach, and by how
# much it must beat the next one. Below, a reader is asked "which one?".
_MARGIN = 0.9
_ENOUGH_RARE = 1.2
_ENOUGH_COMMON = 2.6
# The only bearer of the name who was ever called by the office that stands before it.
_ENOUGH_OFFICE = 2.0
_COMPANY, _TIME, _ROLE = 4.0, 2.0, 1.5
# First names this long are misspelt (Jonathon); shorter ones are other names.
_LONG_FIRST = 5
_SHORTEST = 3
# A word that stands in the archive no more often than this may be a misspelt name, whatever the model takes it for.
_RARE = 2
# A word that the model takes for a body this often is the body, unless its bearer is named in most of its articles.
_MOSTLY_OTHER = 0.2
_BEARER_NEAR = 0.5


class Reference(NamedTuple):
    """A sighting and whom it means: the key of a full name, or '' with those who come into question."""

    sighting: Sighting
    key: str
    rule: str
    among: tuple[str, ...] = ()


class People:
    """The archive's people by the words with which they may be cited."""

    def __init__(self, survey: Survey, unions: Unions) -> None:
        """Index every full name by its family name and by its first name."""
        self.variants = survey.variants
        self.unions = unions
        self.by_surname: dict[str, set[str]] = defaultdict(set)
        self.articles: dict[str, set[int]] = defaultdict(set)
        self.roles: dict[str, set[str]] = defaultdict(set)
        self.days: dict[str, tuple[int, ...]] = {}
        self.cited = {key: citable(variant) for key, variant in survey.variants.items()}
        for key, variant in survey.variants.items():
            root = unions.find(key)
            self.articles[root] |= variant.articles
            self.roles[root] |= {word for role in variant.roles for word in _role_words(role)}
            for form in self.cited[key]:
                self.by_surname[form].add(root)


def citable(variant: Variant) -> set[str]:
    """The folded words by which a full name may be cited: its family name, with and without particle."""
    surname = variant.name.surname
    return {surname, surname.split()[-1], *long_surnames(variant.name)} if surname else set()


def refer(survey: Survey, people: People, ballot: Ballot, context: Context) -> list[Reference]:
    """Whom each sighting means; sightings that mean no person are left out."""
    references: list[Reference] = []
    for sightings in _by_article(survey.sightings):
        references += _within(sightings, people, ballot)
    near = _bearer_shares(references)
    standing = {surname: _standing(surname, ballot, share) for surname, share in near.items()}
    return [
        reference if reference.key else _across(reference, people, context)
        for reference in references
        if reference.sighting.key or _is_credible(reference, standing[reference.sighting.name.surname])
    ]


def _by_article(sightings: Sequence[Sighting]) -> Iterable[list[Sighting]]:
    grouped: dict[int, list[Sighting]] = defaultdict(list)
    for sighting in sightings:
        grouped[sighting.article].append(sighting)
    return grouped.values()


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
    roots: dict[str, list[Sighting]] = defaultdict(list)
    surnames_: dict[str, set[str]] = defaultdict(set)
    firsts: dict[str, set[str]] = defaultdict(set)
    for sighting in sightings:
        if sighting.key:
            root = people.unions.find(sighting.key)
            roots[root].append(sighting)
            variant = people.variants[sighting.key]
            firsts[variant.name.first].add(root)
            for form in people.cited[sighting.key]:
                surnames_[form].add(root)
    return _Named(roots, surnames_, firsts)


def _bare(sighting: Sighting, named: _Named, people: People, ballot: Ballot) -> Reference:
    """Whom a bare name means among those who are named in full in its article."""
    surname = sighting.name.surname
    bearers = _fitting(_of_generation(named.surnames.get(surname, set()), sighting, people), sighting, people)
    if bearers:
        return Reference(sighting, _leading(bearers, named), "surname-in-article", tuple(sorted(bearers)))
    if surname in people.by_surname:
        return Reference(sighting, "", "surname")
    called = _called(surname, named) if sighting.mention.kind != "place" else set()
    if len(called) == 1:
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


def _of_generation(roots: set[str], sighting: Sighting, people: People) -> set[str]:
    """Those among the bearers to whom the suffix belongs; a name without a suffix may be anybody's."""
    if not sighting.name.suffix:
        return roots
    return {
        root
        for root in roots
        if any(people.variants[key].name.suffix == sighting.name.suffix for key in people.unions.members(root))
    }


def _fitting(bearers: set[str], sighting: Sighting, people: People) -> set[str]:
    """Those among the bearers who may be addressed so: by sex (Mrs. Clinton), and by office where one holds it."""
    if not sighting.mention.role:
        return bearers
    fit = {root for root in bearers if not _is_other_sex(sighting, root, people)}
    held = offices(sighting.mention.role)
    holders = {root for root in fit if held & offices(" ".join(people.roles[root]))}
    return holders or fit


def _is_other_sex(sighting: Sighting, root: str, people: People) -> bool:
    """Whether the title is a man's and the first name a woman's, or the reverse."""
    addressed = sex_of(sighting.mention.role)
    found = {sex(people.variants[key].name.first) for key in people.unions.members(root)} - {""}
    return bool(addressed) and len(found) == 1 and addressed not in found


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
        if not reference.sighting.key:
            surname = reference.sighting.name.surname
            everywhere[surname].add(reference.sighting.article)
            if reference.key:
                with_bearer[surname].add(reference.sighting.article)
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
        share=ballot.person_share(surname),
        is_often=2 * ballot.count(surname, "person") >= ballot.count(surname, "unknown"),
        near=near,
    )


def _is_credible(reference: Reference, name: _Standing) -> bool:
    """Whether a bare name is a person's here: the model's slips are mended, bodies and places stay what they are."""
    kind = reference.sighting.mention.kind
    if kind == "person" and reference.sighting.mention.role:
        return True
    if name.is_place:
        return bool(reference.key) and kind == "person"
    if name.is_word:
        return bool(reference.key) and (kind == "person" or (kind == "organization" and name.near >= _BEARER_NEAR))
    if reference.key:
        return name.share >= _MOSTLY_OTHER or name.near >= _BEARER_NEAR
    # Without a bearer beside it, a word that the model seldom takes for a person is no more than a word.
    return name.share > 1 - _BEARER_NEAR and (kind == "person" or name.is_often)


# ── across the archive ────────────────────────────────────────────────────────────────────────────────────────────────


def _across(reference: Reference, people: People, context: Context) -> Reference:
    """A bare name without a bearer in its article: given to one of the archive's people, or left open."""
    sighting = reference.sighting
    surname = sighting.name.surname
    roots = sorted(_of_generation(people.by_surname.get(surname, set()), sighting, people))
    if not roots or _is_first_name(sighting, roots, people) or _is_particle(sighting):
        return Reference(sighting, "", "surname")
    among = tuple(roots)
    roots = [
        root for root in roots if not (_contradicts(sighting, root, people) or _is_other_sex(sighting, root, people))
    ]
    if not roots:
        return Reference(sighting, "", "surname", among)
    scores = sorted(((_score(root, sighting, people, context), root) for root in roots), reverse=True)
    sole = len(among) == 1 and bool(offices(sighting.mention.role))
    enough = _ENOUGH_OFFICE if sole else _ENOUGH_COMMON if surname in surnames() or len(roots) > 1 else _ENOUGH_RARE
    best = scores[0][0]
    second = scores[1][0] if len(scores) > 1 else -math.inf
    if best >= enough and best - second >= _MARGIN:
        return Reference(sighting, scores[0][1], "surname-by-company", among)
    return Reference(sighting, "", "surname", among)


def _contradicts(sighting: Sighting, root: str, people: People) -> bool:
    """Whether the name bears an office (President Clinton) in which nobody has ever called the candidate."""
    held = offices(sighting.mention.role)
    return bool(held) and not held & offices(" ".join(people.roles[root]))


def _is_particle(sighting: Sighting) -> bool:
    """Whether a bare name is as short as a word of another language (Il): no name far from the whole one."""
    return len(sighting.name.surname) < _SHORTEST and not sighting.mention.role


def _is_first_name(sighting: Sighting, roots: Sequence[str], people: People) -> bool:
    """Whether a bare name is rather a first name (Victor): nobody of that family name is named more than once."""
    surname = sighting.name.surname
    if surname not in given_names() or surname in surnames() or sighting.mention.role:
        return False
    return len({article for root in roots for article in people.articles[root]}) < 2


def _score(root: str, sighting: Sighting, people: People, context: Context) -> float:
    """How well a candidate fits: how often named, in whose company, how near in time, with what title."""
    articles = people.articles[root]
    names = frozenset(
        form
        for key in people.unions.members(root)
        for variant in (people.variants[key],)
        for form in (*(fold(text) for text in variant.texts), *people.cited[key])
    )
    score = math.log(1 + len(articles))
    score += _COMPANY * context.likeness((sighting.article,), articles, names)
    if root not in people.days:
        people.days[root] = context.days(articles)
    nearness = context.nearness(sighting.article, people.days[root])
    # An unknown date neither helps nor harms: it counts like a distance of some months.
    score += _TIME * (0.4 if nearness is None else nearness)
    return score + _ROLE * bool(_role_words(sighting.mention.role) & people.roles[root])


def _role_words(role: str) -> set[str]:
    """The words of a title that tell people apart; courtesy titles do not."""
    return {word for word in fold(role).split() if len(word) > 2 and word not in _EMPTY}


_EMPTY = frozenset({"the", "and", "mrs", "miss", "former", "then", "for", "new"})
