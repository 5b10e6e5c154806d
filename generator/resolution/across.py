"""Whom a bare name means whose bearer its article does not name in full: one of the archive's people, or nobody yet."""

from __future__ import annotations

import math
from collections.abc import Sequence

from generator.resolution.citations import People, Reference, is_other_sex, of_generation, role_words
from generator.resolution.context import Context
from generator.resolution.sightings import Sighting
from generator.text.gazetteer import common_words, given_names, known_mononyms, surnames
from generator.text.names import fold
from generator.text.titles import offices
from generator.text.words import word_set

# Tuned on the development corpora by hiding full names (tests/quality): what a candidate's score must reach, and by how
# much it must beat the next one. Below, a reader is asked "which one?".
_MARGIN = 0.9
_ENOUGH_RARE = 1.2
_ENOUGH_COMMON = 2.3
# The only bearer of the name who was ever called by the office that stands before it.
_ENOUGH_OFFICE = 2.0
_COMPANY, _TIME, _ROLE = 4.0, 2.0, 1.5
# So much more a word needs that is a name only among others.
_WORD_TOO = 1.0
# How like the company of somebody must be whom but one article names in full.
_SOME_COMPANY = 0.05
_SHORTEST = 3
# Whoever holds one of these is called by it sooner or later.
_HEADS = word_set("chancellor king pope premier president queen")


def across(reference: Reference, people: People, context: Context) -> Reference:
    """A bare name without a bearer in its article: given to one of the archive's people, or left open."""
    sighting = reference.sighting
    surname = sighting.name.surname
    roots = sorted(of_generation(people.by_surname.get(surname, set()), sighting, people))
    if not roots or _is_first_name(sighting, roots, people) or _is_particle(sighting):
        return Reference(sighting, "", "surname")
    among = tuple(roots)
    roots = _addressed(sighting, roots, people)
    if not roots:
        return Reference(sighting, "", "surname", among)
    scores = sorted(((_score(root, sighting, people, context), root) for root in roots), reverse=True)
    sole = len(among) == 1 and bool(offices(sighting.mention.role))
    enough = _ENOUGH_OFFICE if sole else _ENOUGH_COMMON if surname in surnames() or len(roots) > 1 else _ENOUGH_RARE
    best = scores[0][0]
    second = scores[1][0] if len(scores) > 1 else -math.inf
    if not _is_shown(sighting):
        enough += _WORD_TOO * (surname in given_names() or surname in common_words())
    is_sure = best >= enough and best - second >= _MARGIN
    if is_sure and not _is_hardly_known(scores[0][1], sighting, people, context):
        return Reference(sighting, scores[0][1], "surname-by-company", among)
    return Reference(sighting, "", "surname", among)


def _addressed(sighting: Sighting, roots: Sequence[str], people: People) -> list[str]:
    """Those among the candidates who may be addressed so: by sex; by the office if anybody holds it.

    Else those of whom no office is known, never who holds another; and a president is called one sooner or later.
    """
    fit = [root for root in roots if not is_other_sex(sighting, root, people)]
    held = offices(sighting.mention.role)
    if not held:
        return fit
    known = {root: offices(" ".join(people.roles[root])) for root in fit}
    holders = [root for root in fit if held & known[root]]
    return holders if holders or held & _HEADS else [root for root in fit if not known[root]]


def _is_particle(sighting: Sighting) -> bool:
    """Whether a bare name is as short as a word of another language (Il): no name far from the whole one."""
    return len(sighting.name.surname) < _SHORTEST and not sighting.mention.role


def _is_first_name(sighting: Sighting, roots: Sequence[str], people: People) -> bool:
    """Whether a bare name is rather a first name (Victor): nobody of that family name is named more than once."""
    surname = sighting.name.surname
    if surname not in given_names() or surname in surnames() or sighting.mention.role:
        return False
    return len({article for root in roots for article in people.articles[root]}) < 2


def _is_shown(sighting: Sighting) -> bool:
    """Whether the words beside a bare name show a person, or every reader knows whose it is."""
    known = sighting.name.surname in known_mononyms()
    return known or bool(sighting.mention.role) or sighting.mention.cue in {"says", "who"}


def _is_hardly_known(root: str, sighting: Sighting, people: People, context: Context) -> bool:
    """Whether the company must speak for a candidate and does not: another is as likely meant, or a thing.

    ``Mocha Java`` of one article is nobody of whom Java elsewhere could be short; Ranking Member Hill is no Herman
    Hill who holds no office at all, however often he is named.
    """
    called = role_words(sighting.mention.role)
    theirs = people.roles[root]
    is_other = bool(called) and called.isdisjoint(theirs) and not offices(" ".join(theirs))
    if not is_other and (_is_shown(sighting) or len(people.articles[root]) > 1):
        return False
    return _company(root, sighting, people, context) < _SOME_COMPANY


def _score(root: str, sighting: Sighting, people: People, context: Context) -> float:
    """How well a candidate fits: how often named, in whose company, how near in time, with what title."""
    articles = people.articles[root]
    score = math.log(1 + len(articles))
    score += _COMPANY * _company(root, sighting, people, context)
    if root not in people.days:
        people.days[root] = context.days(articles)
    nearness = context.nearness(sighting.article, people.days[root])
    # An unknown date neither helps nor harms: it counts like a distance of some months.
    score += _TIME * (0.4 if nearness is None else nearness)
    role, theirs = sighting.mention.role, people.roles[root]
    return score + _ROLE * bool(role_words(role) & theirs or offices(role) & offices(" ".join(theirs)))


def _company(root: str, sighting: Sighting, people: People, context: Context) -> float:
    """How like the company in the sighting's article is to the candidate's."""
    names = frozenset(
        form
        for key in people.unions.members(root)
        for variant in (people.variants[key],)
        for form in (*(fold(text) for text in variant.texts), *people.cited[key])
    )
    return context.likeness((sighting.article,), people.articles[root], names)
