"""From what a story may gather around to the stories of an archive: which stand out, and which articles each holds."""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import chain

import numpy as np

from generator.topics.stories.anchors import Anchor
from generator.topics.stories.bursts import Burst, bursts_of
from generator.topics.stories.dated import Dated, Places
from generator.topics.stories.vectors import among

# The numbers were chosen together, by their mean over eleven archives made of labelled stories and of other articles:
# from two weeks to years, with stories in one article of ten and in every second.
FEWEST = 4
"""Articles of a story."""
_LARGEST = 0.25
"""A larger share of the archive is a subject, no story."""
_BURST = 3.0
"""In its time it is so many times as common as in the archive."""
_TIMES, _AGAIN = 3, 0.2
"""So many times of an anchor are looked at, if the one before stood out so much: what comes every year has several."""
_ALIKE = 2.0
"""Its articles are so many times as alike as any two are."""
_MOST_ALIKE = 5.0
"""More speaks no louder: forms and series are more alike than any news is."""
_MOST_BURST = 1000.0
_PATIENCE = 180
"""A story that lasts so many days must be twice as strong as one of a day."""
_COPIES = 0.6
"""Articles that are more alike than that are one text sent out again."""
_LOUD, _STRONG = 0.5, 0.5
"""What a time must stand out, and a candidate be worth: chance brings together less than that in any archive."""
_TRIED = 3000
_TRIED_OF = 5
"""So many anchors with the loudest bursts are looked at, in a large archive one for so many articles."""
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
_NEARER = 0.7
"""An article that is in two stories stays in one that it is so near to, compared with the one it is nearest to."""


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Candidate:
    """An anchor whose articles keep to a time and resemble each other."""

    anchor: Anchor
    burst: Burst
    alike: float
    """How many times as alike as any two articles."""
    strength: float


@dataclass(frozen=True, slots=True, kw_only=True, eq=False)
class Story:
    """The articles around the strongest of the candidates that lead to them."""

    leads: Candidate
    members: frozenset[int]


def candidates_of(archive: Dated, anchors: Iterable[Anchor]) -> list[Candidate]:
    """The anchors that may lead to a story, the strongest first."""
    largest = max(_LARGEST * len(archive.ids), FEWEST)
    fit = [anchor for anchor in anchors if FEWEST <= len(anchor.about) <= largest]
    found = sorted(_loud(fit, archive), key=lambda one: (-one[0], one[1].text, one[1].kind))
    tried = found[: max(_TRIED, len(archive.ids) // _TRIED_OF)]
    alike = (_alike(loudness, anchor, burst, archive) for loudness, anchor, burst in tried)
    return sorted((one for one in alike if one), key=lambda one: (-one.strength, one.anchor.text))


def _loud(anchors: Iterable[Anchor], archive: Dated) -> Iterator[tuple[float, Anchor, Burst]]:
    """The times of each anchor that stand out: the one that does most, then what does of the rest of its articles."""
    left = [(anchor, anchor.about) for anchor in anchors]
    for _ in range(_TIMES):
        bursts = zip(left, bursts_of([about for _, about in left], archive, FEWEST), strict=True)
        told = [(anchor, about, burst, _loudness(burst)) for (anchor, about), burst in bursts if burst]
        yield from ((loud, anchor, burst) for anchor, _, burst, loud in told if burst.times >= _BURST and loud >= _LOUD)
        left = [(anchor, about[~among(about, burst.inside)]) for anchor, about, burst, loud in told if loud >= _AGAIN]


def _alike(loudness: float, anchor: Anchor, burst: Burst, archive: Dated) -> Candidate | None:
    likeness = archive.likeness(burst.inside)
    alike = likeness / archive.usual
    if alike < _ALIKE or likeness > _COPIES:
        return None
    strength = loudness * math.log(min(alike, _MOST_ALIKE))
    return Candidate(anchor=anchor, burst=burst, alike=alike, strength=strength) if strength >= _STRONG else None


def _loudness(burst: Burst) -> float:
    """How much a time stands out: by the number of articles, how much commoner they are, and how few lie outside."""
    times = math.pow(math.log(min(burst.times, _MOST_BURST)), 1.5)
    return math.log(len(burst.inside)) * times * burst.share / (1 + burst.days / _PATIENCE)


def stories_of(candidates: Iterable[Candidate], archive: Dated, has_name: Callable[[Story], bool]) -> list[Story]:
    """The strongest candidates with their articles that have a name, without those that a stronger one tells.

    Where a stronger one has no name, nobody would look for it: then the strongest with a name tells what it has.
    """
    stories = [Story(leads=one, members=members) for one in candidates if (members := _members(one, archive))]
    strongest = _Told()
    for story in stories:
        strongest.tell(story)
    told = _Told()
    for story in filter(has_name, _parted(strongest.stories, archive)):
        told.tell(story)
    looked_at = {story.leads for story in strongest.stories}
    for story in (story for story in stories if story.leads not in looked_at):
        if not told.tells(story) and has_name(story):
            told.tell(story)
    return list(_parted(sorted(told.stories, key=lambda story: -story.leads.strength), archive))


class _Told:
    """Stories, none of them much the same as another."""

    def __init__(self) -> None:
        self.stories: list[Story] = []
        self._of: defaultdict[int, list[int]] = defaultdict(list)

    def tells(self, story: Story) -> bool:
        """Whether one of the stories has much the same articles."""
        shared = Counter(chain.from_iterable(self._of.get(place, ()) for place in story.members))
        sizes = ((number, len(self.stories[other].members)) for other, number in shared.items())
        return any(number >= _OVERLAP * min(len(story.members), size) for number, size in sizes)

    def tell(self, story: Story) -> None:
        """Add a story that none of the others tells."""
        if not self.tells(story):
            for place in story.members:
                self._of[place].append(len(self.stories))
            self.stories.append(story)


def _is_story(members: Iterable[int], archive: Dated) -> bool:
    """Whether enough of the articles have a day."""
    return sum(place < len(archive.days) for place in members) >= FEWEST


def _members(story: Candidate, archive: Dated) -> frozenset[int]:
    """The articles near to the middle: those of the story's time, and undated ones that are about its anchor.

    None if too few of them have a day.
    """
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
    members = frozenset([*(np.flatnonzero(kept) + first).tolist(), *_undated(story, usual, archive)])
    return members if _is_story(members, archive) else frozenset()


def _undated(story: Candidate, least: float, archive: Dated) -> list[int]:
    """The articles without a day that are about the anchor and near enough."""
    first, end = len(archive.days), len(archive.ids)
    about = _within(story.anchor.about, first, end)
    if not len(about):
        return []
    near = archive.nearness_of(about, story.burst.inside)
    kept: list[int] = about[near >= max(least, _STRANGE * archive.usual)].tolist()
    return kept


def _within(places: Places, first: int, end: int) -> Places:
    return places[(places >= first) & (places < end)]


def _parted(stories: Sequence[Story], archive: Dated) -> Iterator[Story]:
    """The stories, each without the articles that only joined it and are much nearer to another."""
    near = [_closeness(story, archive) for story in stories]
    nearest: defaultdict[int, float] = defaultdict(float)
    for one in near:
        for place, closeness in one.items():
            nearest[place] = max(nearest[place], closeness)
    for story, own in zip(stories, near, strict=True):
        inside = set(story.leads.burst.inside.tolist())
        kept = frozenset(p for p in story.members if p in inside or own[p] >= _NEARER * nearest[p])
        if _is_story(kept, archive):
            yield story if kept == story.members else replace(story, members=kept)


def _closeness(story: Story, archive: Dated) -> dict[int, float]:
    """How near each article of a story is to its middle, compared with the usual one of those that lead there."""
    inside = story.leads.burst.inside
    members = np.array(sorted(story.members), dtype=np.int64)
    usual = float(np.median(archive.nearness_of(inside, inside)))
    near = archive.nearness_of(members, inside) / usual
    return dict(zip(members.tolist(), near.tolist(), strict=True))
