"""Stories that an archive seems to hold: a name or a phrase, a bounded time, and articles that resemble each other.

An anchor is a name of the archive's pages or a phrase of its headlines. The articles that are about it make a story if
most of them fall into a short time in which the archive writes much more of it than else, and if they share more words
than any articles do. Anchors with much the same articles are one story.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import median

from generator.model import ArticleRow, Entity
from generator.text.slugs import words_slug
from generator.topics.dated import Dated, day_of
from generator.topics.headlines import phrases_of
from generator.topics.naming import name_of
from generator.topics.stems import stem
from generator.topics.words import Words

_LEAST = 40
"""A smaller archive has subjects, but not yet stories."""
_FEWEST = 4
_LARGEST = 0.1
"""A larger share of the archive is a subject, no story."""
_LONGEST = 730
"""Days."""
_MOST_OF_TIME = 4
"""A story takes a quarter of the archive's time at most."""
_WITHIN = 0.8
"""So many of an anchor's articles must lie in its time; the others may look back."""
_AROUND = 30
"""Days before and after the time of most of its articles that are still the story's: half that time, if longer."""
_BURST = 2.5
"""In its time it is so many times as common as in the archive."""
_ALIKE = 2.0
"""Its articles are so many times as alike as any two are."""
_MOST_BURST = 30.0
_MOST_ALIKE = 8.0
"""More speaks no louder: forms and series are more alike than any news is."""
_PATIENCE = 180
"""A story that lasts so many days must be twice as strong as one of a day."""
_COPIES = 0.6
"""Articles that are more alike than that are one text sent out again."""
_ALSO = 0.5
"""Other anchors of the same articles lead to the story if they are worth so much of the best."""
_ANCHORS = 4
_OVERLAP = 0.4
_SAME = 0.5
"""Two anchors that share so many of the articles of the smaller one are one story."""
_KIN = 0.6
"""Stories of one time are one if they are so alike, compared with the less alike of them in itself."""
_JOINED = 60
"""So many of the strongest are compared with each other."""
_MOST = 20
_NEAR = 0.5
"""An article of a story is at least so near to its middle, compared with the usual article of the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A story that the program would open."""

    key: str
    name: str
    anchors: tuple[str, ...]
    """The names and phrases that lead to it, the strongest first."""
    first: str
    last: str
    """The dates of its first and last article."""
    articles: tuple[str, ...]
    """By date."""
    keys: tuple[str, ...]
    """Every key it might have: one of these that an address is kept under stays its key."""
    worth: float
    """0 to 1: how sure it is a story."""
    why: str


@dataclass(frozen=True, slots=True, kw_only=True)
class _Candidate:
    anchor: str
    articles: frozenset[str]
    worth: float
    burst: float
    alike: float
    is_name: bool


def propose(rows: Iterable[ArticleRow], entities: Iterable[Entity], words: Mapping[str, Words]) -> tuple[Proposal, ...]:
    """The stories that the archive seems to hold, the surest first; at most twenty.

    Args:
        rows: the articles; those without a day, month or year are left out.
        entities: people, organizations and places: their names are anchors.
        words: article id -> its words.
    """
    known = {row.id: row for row in sorted(rows, key=lambda row: row.id) if day_of(row) is not None}
    if len(known) < _LEAST:
        return ()
    archive = Dated(known, words)
    candidates = [found for anchor in _anchors(archive, entities) if (found := _candidate(anchor, archive))]
    groups = _joined(_grouped(sorted(candidates, key=lambda one: (-one.worth, one.anchor))), archive)
    return _distinct((_proposal(group, archive) for group in groups), _MOST)


def _distinct(proposals: Iterable[Proposal], most: int) -> tuple[Proposal, ...]:
    """The first proposals, none of which has a name or many articles in common with one before."""
    kept: list[Proposal] = []
    for one in proposals:
        told = any(one.name == other.name or _share(one.articles, other.articles) > _OVERLAP for other in kept)
        if not told and len(one.articles) >= _FEWEST:
            kept.append(one)
        if len(kept) == most:
            break
    return tuple(kept)


def _anchors(archive: Dated, entities: Iterable[Entity]) -> Iterator[tuple[str, frozenset[str], bool]]:
    """Names and phrases, each with the articles that are about it, and whether it is a name."""
    for entity in entities:
        counts = Counter(mention.article for mention in entity.mentions)
        named = entity.name.casefold()
        known = {id_: number for id_, number in counts.items() if id_ in archive.rows}
        about = {id_ for id_, number in known.items() if number > 1 or named in archive.titles[id_]}
        yield entity.name, frozenset(about), True
    titles: defaultdict[str, set[str]] = defaultdict(set)
    written: dict[str, str] = {}
    for id_, row in archive.rows.items():
        for phrase in phrases_of(row.title or "", common=archive.common):
            titles[phrase.casefold()].add(id_)
            written.setdefault(phrase.casefold(), phrase)
    for folded, where in titles.items():
        if len(where) > 1:
            yield written[folded], frozenset(where | _often(folded, archive)), False


def _often(folded: str, archive: Dated) -> set[str]:
    """The articles that hold every word of a phrase again and again."""
    stems = [stem(word) for word in folded.split() if len(word) > 3]
    return archive.repeating(stems) if len(stems) > 1 else set()


def _candidate(anchor: tuple[str, frozenset[str], bool], archive: Dated) -> _Candidate | None:
    """The story of an anchor, if its articles keep to a time and resemble each other."""
    name, about, is_name = anchor
    if not _FEWEST <= len(about) <= max(_LARGEST * len(archive.rows), _FEWEST):
        return None
    first, last = _time(sorted(archive.days[id_] for id_ in about))
    if last - first > min(_LONGEST, archive.span / _MOST_OF_TIME):
        return None
    inside = frozenset(id_ for id_ in about if first <= archive.days[id_] <= last)
    burst = (len(inside) / len(about)) * len(archive.rows) / archive.between(first, last)
    likeness = archive.likeness(sorted(inside))
    alike = likeness / archive.usual
    if len(inside) < _FEWEST or burst < _BURST or alike < _ALIKE or likeness > _COPIES:
        return None
    around = max(_AROUND, (last - first) // 2)
    told = frozenset(id_ for id_ in about if first - around <= archive.days[id_] <= last + around)
    loud = math.log(min(burst, _MOST_BURST)) * math.log(min(alike, _MOST_ALIKE))
    strength = math.log(len(inside)) * loud / (1 + (last - first) / _PATIENCE)
    return _Candidate(
        anchor=name, articles=told, worth=strength / (strength + 2), burst=burst, alike=alike, is_name=is_name
    )


def _time(days: Sequence[int]) -> tuple[int, int]:
    """The shortest time that holds most of the days."""
    number = math.ceil(_WITHIN * len(days))
    starts = range(len(days) - number + 1)
    begin = min(starts, key=lambda start: (days[start + number - 1] - days[start], start))
    return days[begin], days[begin + number - 1]


def _grouped(candidates: Sequence[_Candidate]) -> list[list[_Candidate]]:
    """Candidates with much the same articles together, the strongest of each group first."""
    groups: list[list[_Candidate]] = []
    for one in candidates:
        same = (group for group in groups if _share(one.articles, group[0].articles) >= _SAME)
        group = next(same, None)
        if group is None:
            groups.append([one])
        elif one.worth >= _ALSO * group[0].worth and _is_about(one, group[0]):
            group.append(one)
    return groups


def _is_about(other: _Candidate, first: _Candidate) -> bool:
    """Whether enough of another anchor's articles are the story's: who is everywhere leads nowhere."""
    return len(other.articles & first.articles) >= _OVERLAP * len(other.articles)


def _joined(groups: Sequence[Sequence[_Candidate]], archive: Dated) -> list[list[_Candidate]]:
    """Groups of one time that are as alike as each is in itself, under the strongest of them."""
    stories: list[list[_Candidate]] = []
    for group in groups[:_JOINED]:
        kin = next((story for story in stories if _is_kin(story[0], group[0], archive)), None)
        if kin is None:
            stories.append(list(group))
        else:
            kin.extend(group)
    return stories


def _is_kin(one: _Candidate, other: _Candidate, archive: Dated) -> bool:
    days, theirs = ([archive.days[id_] for id_ in story.articles] for story in (one, other))
    if min(days) > max(theirs) + _AROUND or min(theirs) > max(days) + _AROUND:
        return False
    between = archive.kinship(one.articles, other.articles)
    return between >= _KIN * min(one.alike, other.alike) * archive.usual


def _share(one: Collection[str], other: Collection[str]) -> float:
    return len(set(one) & set(other)) / min(len(one), len(other))


def _proposal(group: Sequence[_Candidate], archive: Dated) -> Proposal:
    first = group[0]
    articles = _members(group, archive)
    dates = [published.date for id_ in articles if (published := archive.rows[id_].published)]
    anchors = tuple(dict.fromkeys(one.anchor for one in group))[:_ANCHORS]
    name = name_of(anchors, articles, archive)
    keys = tuple(dict.fromkeys(f"{words_slug(text)}-{dates[0][:4]}" for text in (name, *anchors)))
    years = dates[0][:4] if dates[0][:4] == dates[-1][:4] else f"{dates[0][:4]}–{dates[-1][:4]}"
    quoted = " and ".join(f"“{anchor}”" for anchor in anchors[:2])
    return Proposal(
        key=keys[0],
        name=f"{name}, {years}",
        anchors=anchors,
        first=dates[0],
        last=dates[-1],
        articles=tuple(articles),
        keys=keys,
        worth=round(first.worth, 3),
        why=(
            f"{len(articles)} articles from {dates[0]} to {dates[-1]} are about {quoted}: in that time "
            f"{first.burst:.0f} times as often as else, and {first.alike:.0f} times as alike as any two articles are."
        ),
    )


def _members(group: Sequence[_Candidate], archive: Dated) -> list[str]:
    """The articles of a story by date: those of its anchors, without the ones that are far from its middle."""
    core = sorted({id_ for one in group for id_ in one.articles})
    nearness = archive.nearness(group[0].articles, core)
    usual = median(nearness[id_] for id_ in group[0].articles)
    kept = [id_ for id_ in core if nearness[id_] >= _NEAR * usual]
    return sorted(kept, key=lambda id_: (archive.days[id_], id_))
