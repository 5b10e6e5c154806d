"""Stories that an archive seems to hold: articles of a bounded time around a name, a phrase or a word.

An anchor's articles make a story if a time holds many more of them than chance would put there, and if they share more
words than any articles do. Articles of that time that are as near to their middle belong to it too, whatever they call
it. Of anchors with much the same articles the strongest leads.
"""

from __future__ import annotations

import math
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from generator.model import ArticleRow, Entity
from generator.text.slugs import words_slug
from generator.topics.anchors import Anchor, anchors_of
from generator.topics.bursts import Burst, burst_of
from generator.topics.dated import Dated, Places, day_of
from generator.topics.naming import name_of
from generator.topics.stems import stem
from generator.topics.words import Words

# The numbers were chosen together, by their mean over eleven archives made of labelled stories and of other articles:
# from two weeks to years, with stories in one article of ten and in every second.
_LEAST = 20
"""A smaller archive has subjects, but not yet stories."""
_FEWEST = 4
_LARGEST = 0.25
"""A larger share of the archive is a subject, no story."""
_BURST = 3.0
"""In its time it is so many times as common as in the archive."""
_ALIKE = 2.0
"""Its articles are so many times as alike as any two are."""
_MOST_ALIKE = 5.0
"""More speaks no louder: forms and series are more alike than any news is."""
_MOST_BURST = 1000.0
_PATIENCE = 180
"""A story that lasts so many days must be twice as strong as one of a day."""
_SURE = 1.5
"""The strength at which a story is as likely as not."""
_COPIES = 0.6
"""Articles that are more alike than that are one text sent out again."""
_TRIED = 600
"""So many anchors with the loudest bursts are looked at."""
_AROUND = 5
"""Days before and after its time in which an article can still be the story's: a quarter of that time, if longer."""
_NEAR = 0.5
"""Every article is so near to the middle of those that lead there, compared with the usual one of them."""
_STRANGE = 3.0
"""One that is not about the anchor is so many times nearer to it than any two articles are to each other."""
_KNOWN = 1.5
"""One that is about it."""
_GROWTH = 2
"""So many articles join, for each that is about the anchor."""
_OVERLAP = 0.4
"""A story with such a share of its articles in a stronger one, or the other way round, is the same."""
_WITHIN = 0.5
_ALSO = 0.3
"""Another anchor leads to the story if so many of its articles are the story's and it is worth so much of the first."""
_ANCHORS = 4
_SUBJECT = 0.4
"""A story of which only a word is known is called by a name as well that so many of its articles are about."""
_OWN = 5.0
"""Such a name is so many times as common there as in the archive: a dateline's city is no subject."""
_MOST = 24


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


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Candidate:
    anchor: Anchor
    burst: Burst
    alike: float
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class _Story:
    leads: _Candidate
    members: frozenset[int]


def propose(rows: Iterable[ArticleRow], entities: Iterable[Entity], words: Mapping[str, Words]) -> tuple[Proposal, ...]:
    """The stories that the archive seems to hold, the surest first; about twenty.

    Args:
        rows: the articles; those without a day, month or year join the stories that they are about.
        entities: people, organizations and places: their names are anchors.
        words: article id -> its words.
    """
    known = {row.id: row for row in rows}
    if sum(day_of(row) is not None for row in known.values()) < _LEAST:
        return ()
    archive = Dated(known, words)
    anchors = tuple(anchors_of(archive, entities))
    candidates = sorted(_candidates(archive, anchors), key=lambda one: (-one.strength, one.anchor.text))
    names = [anchor for anchor in anchors if anchor.kind == "name" and len(anchor.about) >= _FEWEST]
    proposals: dict[str, Proposal] = {}
    for story in _stories(candidates, archive):
        leads = _anchors(story, candidates)
        articles = tuple(archive.ids[place] for place in sorted(story.members))
        name = name_of(leads[:_ANCHORS], articles, archive, [one.text for one in _subjects(story, names, archive)])
        proposal = _proposal(story, leads, name, archive)
        proposals.setdefault(proposal.name, proposal)
        if len(proposals) == _MOST:
            break
    return tuple(proposals.values())


def _candidates(archive: Dated, anchors: Iterable[Anchor]) -> Iterator[_Candidate]:
    """The anchors whose articles keep to a time and resemble each other."""
    found: list[tuple[float, Anchor, Burst]] = []
    for anchor in anchors:
        if _FEWEST <= len(anchor.about) <= max(_LARGEST * len(archive.ids), _FEWEST):
            burst = burst_of(anchor.about, archive, _FEWEST)
            if burst and burst.times >= _BURST:
                found.append((_loudness(burst), anchor, burst))
    found.sort(key=lambda one: (-one[0], one[1].text, one[1].kind))
    for loudness, anchor, burst in found[:_TRIED]:
        likeness = archive.likeness(burst.inside)
        alike = likeness / archive.usual
        if alike >= _ALIKE and likeness <= _COPIES:
            strength = loudness * math.log(min(alike, _MOST_ALIKE))
            yield _Candidate(anchor=anchor, burst=burst, alike=alike, strength=strength)


def _loudness(burst: Burst) -> float:
    """How much a time stands out: by the number of articles, how much commoner they are, and how few lie outside."""
    times = math.pow(math.log(min(burst.times, _MOST_BURST)), 1.5)
    return math.log(len(burst.inside)) * times * burst.share / (1 + burst.days / _PATIENCE)


def _stories(candidates: Iterable[_Candidate], archive: Dated) -> Iterator[_Story]:
    """The candidates with their articles, without those that a stronger one tells."""
    told: list[frozenset[int]] = []
    for one in candidates:
        members = _members(one, archive)
        if len(members) < _FEWEST or any(_share(members, other) >= _OVERLAP for other in told):
            continue
        told.append(members)
        yield _Story(leads=one, members=members)


def _members(story: _Candidate, archive: Dated) -> frozenset[int]:
    """The articles near to the middle: those of the story's time, and undated ones that are about its anchor."""
    inside = story.burst.inside
    around = max(_AROUND, story.burst.days // 4)
    first, end = archive.between(int(archive.days[inside[0]]) - around, int(archive.days[inside[-1]]) + around)
    near = archive.nearness(inside, first, end)
    about = np.zeros(end - first, dtype=bool)
    about[_within(story.anchor.about, first, end) - first] = True
    usual = _NEAR * float(np.median(near[inside - first]))
    kept = near >= np.maximum(usual, np.where(about, _KNOWN, _STRANGE) * archive.usual)
    joining = np.flatnonzero(kept & ~about)
    late = joining[np.lexsort((joining, -near[joining]))][_GROWTH * len(inside) :]
    kept[late] = False
    return frozenset([*(np.flatnonzero(kept) + first).tolist(), *_undated(story, usual, archive)])


def _undated(story: _Candidate, least: float, archive: Dated) -> list[int]:
    """The articles without a day that are about the anchor and near enough."""
    first, end = len(archive.days), len(archive.ids)
    about = _within(story.anchor.about, first, end)
    if not len(about):
        return []
    near = archive.nearness(story.burst.inside, first, end)[about - first]
    kept: list[int] = about[near >= max(least, _STRANGE * archive.usual)].tolist()
    return kept


def _within(places: Places, first: int, end: int) -> Places:
    return places[(places >= first) & (places < end)]


def _share(one: Collection[int], other: Collection[int]) -> float:
    return len(set(one) & set(other)) / min(len(one), len(other))


def _anchors(story: _Story, candidates: Sequence[_Candidate]) -> tuple[str, ...]:
    """What leads to the story, the strongest first; single words, which say least, last."""
    least = _ALSO * story.leads.strength
    leading = [one for one in candidates if one is story.leads or (one.strength >= least and _leads(one, story))]
    leading.sort(key=lambda one: one.anchor.kind == "word")
    return tuple({one.anchor.text.casefold(): one.anchor.text for one in leading[::-1]}.values())[::-1]


def _distinct(anchors: Iterable[str]) -> tuple[str, ...]:
    """The first few anchors, without those that say no more, or no less, than one before: `Fiscal Cliff`, `cliff`."""
    kept: dict[frozenset[str], str] = {}
    for anchor in anchors:
        words = frozenset(map(stem, anchor.split()))
        if not any(words <= other or other <= words for other in kept):
            kept[words] = anchor
    return tuple(kept.values())[:_ANCHORS]


def _leads(one: _Candidate, story: _Story) -> bool:
    inside = one.burst.inside.tolist()
    return sum(place in story.members for place in inside) >= _WITHIN * len(one.anchor.about)


def _subjects(story: _Story, names: Iterable[Anchor], archive: Dated) -> list[Anchor]:
    """The names that many of the story's articles are about, and few others, those that are most its own first."""
    usual = len(story.members) / len(archive.ids)
    own = [(len(story.members.intersection(one.about.tolist())), one) for one in names]
    own = [
        (number, one)
        for number, one in own
        if number >= max(_SUBJECT * len(story.members), _OWN * usual * len(one.about))
    ]
    return [one for _, one in sorted(own, key=lambda found: (-(found[0] ** 2) / len(found[1].about), found[1].text))]


def _proposal(story: _Story, leads: Sequence[str], name: str, archive: Dated) -> Proposal:
    articles = tuple(archive.ids[place] for place in sorted(story.members))
    dates = [published.date for id_ in articles if (published := archive.rows[id_].published)]
    keys = tuple(dict.fromkeys(f"{words_slug(text)}-{dates[0][:4]}" for text in (name, *leads[:_ANCHORS])))
    anchors = _distinct(leads)
    years = dates[0][:4] if dates[0][:4] == dates[-1][:4] else f"{dates[0][:4]}–{dates[-1][:4]}"
    quoted = " and ".join(f"“{anchor}”" for anchor in anchors[:2])
    return Proposal(
        key=keys[0],
        name=f"{name}, {years}",
        anchors=anchors,
        first=dates[0],
        last=dates[-1],
        articles=articles,
        keys=keys,
        worth=round(story.leads.strength / (story.leads.strength + _SURE), 3),
        why=(
            f"{len(articles)} articles from {dates[0]} to {dates[-1]} are about {quoted}: in that time "
            f"{story.leads.burst.times:.0f} times as often as else, and {story.leads.alike:.0f} times as alike as any "
            "two articles are."
        ),
    )
