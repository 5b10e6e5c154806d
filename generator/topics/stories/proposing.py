"""Stories that an archive seems to hold: articles of a bounded time around a name, a phrase or a word.

An anchor's articles make a story if a time holds many more of them than chance would put there, and if they share more
words than any articles do. Articles of that time that are as near to their middle belong to it too, whatever they call
it. Of anchors with much the same articles the strongest leads.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from functools import cache

import numpy as np

from generator.model import ArticleRow, Entity
from generator.text.slugs import words_slug
from generator.topics.sheaves import Sheaf
from generator.topics.stems import stem
from generator.topics.stories.agreeing import agreeing
from generator.topics.stories.anchors import anchors_of
from generator.topics.stories.dated import Dated, Places
from generator.topics.stories.gathering import FEWEST, Candidate, Story, candidates_of, stories_of
from generator.topics.stories.naming import Namer, Names, names_among
from generator.topics.words import stems_of

_LEAST = 20
"""A smaller archive has subjects, but not yet stories."""
_SURE = 1.5
"""The strength at which a story is as likely as not."""
_WITHIN = 0.5
_ALSO = 0.3
"""Another anchor leads to the story if so many of its articles are the story's and it is worth so much of the first."""
_ANCHORS = 4
_DOUBTFUL = 0.5
"""A story whose articles do not speak of its name is so much as sure as it seems."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A story that the program would open."""

    key: str
    name: str
    anchors: tuple[str, ...]
    """The names, phrases and words that lead to it, the strongest first, words last."""
    first: str
    last: str
    """The dates of its first and last article."""
    articles: tuple[str, ...]
    """By date, those without one last."""
    keys: tuple[str, ...]
    """Every key it might have: one of these that an address is kept under stays its key."""
    worth: float
    """0 to 1: how sure it is a story."""
    why: str


def propose(rows: Iterable[ArticleRow], entities: Iterable[Entity], sheaves: Iterable[Sheaf]) -> tuple[Proposal, ...]:
    """The stories that the archive seems to hold and that have a name, the surest first.

    Args:
        rows: the articles; those without a day, month or year join the stories that they are about.
        entities: people, organizations and places: their names are anchors.
        sheaves: the words of the articles.
    """
    known = {row.id: row for row in rows}
    if sum(row.published is not None for row in known.values()) < _LEAST:
        return ()
    archive = Dated(known, sheaves)
    known_names = tuple(entities)
    anchors, names = tuple(anchors_of(archive, known_names)), names_among(known_names)
    candidates = candidates_of(archive, anchors)
    leading = _Leads(candidates, archive)

    @cache
    def called(story: Story) -> _Called | None:
        return _called(story, leading.to(story), archive, names)

    proposals: dict[str, Proposal] = {}
    for story in stories_of(candidates, archive, lambda story: called(story) is not None):
        if (words := called(story)) is not None:
            proposal = _looked_at(story, words, archive, names)
            proposals.setdefault(proposal.name, proposal)
    return tuple(sorted(proposals.values(), key=lambda one: -one.worth))


class _Leads:
    """What leads to stories: the candidates, with their articles one below the other."""

    def __init__(self, candidates: Sequence[Candidate], archive: Dated) -> None:
        self._candidates = candidates
        self._places = {one: place for place, one in enumerate(candidates)}
        self._strengths = np.array([one.strength for one in candidates])
        self._inside: Places = np.concatenate([np.zeros(0, dtype=np.int64), *(one.burst.inside for one in candidates)])
        self._starts = np.cumsum([0, *(len(one.burst.inside) for one in candidates)])[:-1]
        self._least = np.array([_WITHIN * len(one.anchor.about) for one in candidates])
        self._articles = len(archive.ids)

    def to(self, story: Story) -> tuple[str, ...]:
        """What leads to a story, the strongest first; single words, which say least, last."""
        members = np.zeros(self._articles, dtype=np.int64)
        members[list(story.members)] = 1
        shared = np.add.reduceat(members[self._inside], self._starts)
        leads = (self._strengths >= _ALSO * story.leads.strength) & (shared >= self._least)
        leads[self._places[story.leads]] = True
        found = [self._candidates[place] for place in np.flatnonzero(leads).tolist()]
        found.sort(key=lambda one: one.anchor.kind == "word")
        return tuple({one.anchor.text.casefold(): one.anchor.text for one in found[::-1]}.values())[::-1]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Called:
    """What a story is called, and what leads to it."""

    name: str
    shown: tuple[str, ...]
    """Of what leads to it what a reader can make something of."""
    leads: tuple[str, ...]


def _called(story: Story, leads: tuple[str, ...], archive: Dated, names: Names) -> _Called | None:
    namer = Namer(tuple(archive.ids[place] for place in sorted(story.members)), archive, names)
    name = namer.name(leads[:_ANCHORS])
    if name is None:
        return None
    return _Called(name=name, shown=_shown(name, filter(namer.can_show, leads)), leads=leads)


def _looked_at(story: Story, called: _Called, archive: Dated, names: Names) -> Proposal:
    """The story of the articles that speak of its name; a doubtful one as it was gathered, and half as sure."""
    told = agreeing(called.name, called.leads[:_ANCHORS], story.members, archive, names) or frozenset()
    if sum(place < len(archive.days) for place in told) < FEWEST:
        gathered = _proposal(story, called, archive)
        return replace(gathered, worth=round(gathered.worth * _DOUBTFUL, 3))
    return _proposal(replace(story, members=told), called, archive)


def _shown(name: str, leads: Iterable[str]) -> tuple[str, ...]:
    """What leads to a story, behind its name where they share no word: a reader has to see why it is called so."""
    kept, words = _distinct(leads), frozenset(stems_of(name))
    return kept if any(words.intersection(stems_of(lead)) for lead in kept) else (name, *kept[: _ANCHORS - 1])


def _distinct(anchors: Iterable[str]) -> tuple[str, ...]:
    """The first few anchors, without those that say no more, or no less, than one before: `Fiscal Cliff`, `cliff`."""
    kept: dict[frozenset[str], str] = {}
    for anchor in anchors:
        words = frozenset(map(stem, anchor.split()))
        if not any(words <= other or other <= words for other in kept):
            kept[words] = anchor
    return tuple(kept.values())[:_ANCHORS]


def _proposal(story: Story, called: _Called, archive: Dated) -> Proposal:
    articles = tuple(archive.ids[place] for place in sorted(story.members))
    dates = [published.date for id_ in articles if (published := archive.rows[id_].published)]
    keys = tuple(
        dict.fromkeys(f"{words_slug(text)}-{dates[0][:4]}" for text in (called.name, *called.leads[:_ANCHORS]))
    )
    years = dates[0][:4] if dates[0][:4] == dates[-1][:4] else f"{dates[0][:4]}–{dates[-1][:4]}"
    quoted = " and ".join(f"“{anchor}”" for anchor in called.shown[:2])
    strength = story.leads.strength
    return Proposal(
        key=keys[0],
        name=f"{called.name}, {years}",
        anchors=called.shown,
        first=dates[0],
        last=dates[-1],
        articles=articles,
        keys=keys,
        worth=round(strength / (strength + _SURE), 3),
        why=(
            f"{len(articles)} articles from {dates[0]} to {dates[-1]} are about {quoted}: in that time "
            f"{story.leads.burst.times:.0f} times as often as else, and {story.leads.alike:.0f} times as alike as any "
            "two articles are."
        ),
    )
