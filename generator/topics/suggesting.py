"""Phrases that a topic's articles have in common and others lack: what a maintainer might add."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.topics.stems import WORD, stem
from generator.topics.vocabulary import Vocabulary

_BREAK = re.compile(r"[.,;:!?()\"“”\n]")
_LEAST = 3
"""A phrase of fewer of the topic's articles is no phrase of the topic."""
_CANDIDATES = 400
_TIMES = 3.0
"""It stands in this many times the share of the topic's articles as of the others."""
_MOST = 25


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """A phrase that might speak for a topic."""

    phrase: str
    inside: int
    """So many of the topic's articles hold it."""
    outside: int
    """So many others."""
    strong: bool
    """It hardly ever stands elsewhere: three times the weight of a word."""


def suggest(key: str, vocabulary: Vocabulary, inside: Collection[str], texts: Mapping[str, str]) -> list[Suggestion]:
    """Words and pairs of words that a topic does not have yet, the most telling first.

    Args:
        key: the topic.
        vocabulary: what it has already.
        inside: ids of its articles.
        texts: all articles, title and body, by id.
    """
    here = _counted(texts[id_] for id_ in sorted(inside))
    known = _stems_of(key, vocabulary)
    wanted = {phrase for phrase, number in here.most_common() if number >= _LEAST and _stem(phrase) not in known}
    there = _counted((texts[id_] for id_ in sorted(texts.keys() - set(inside))), wanted)
    found = [
        _weighed(phrase, (here[phrase], len(inside)), (there[phrase], len(texts) - len(inside))) for phrase in wanted
    ]
    ranked = sorted((value, one.phrase, one) for value, one in found if value < 0)
    return _without_parts([one for _, _, one in ranked[:_CANDIDATES]])[:_MOST]


def _weighed(phrase: str, here: tuple[int, int], there: tuple[int, int]) -> tuple[float, Suggestion]:
    """Minus the worth of a phrase (0 where it is as common elsewhere), and the phrase."""
    share, other = here[0] / max(here[1], 1), (there[0] + 1) / (there[1] + 1)
    worth = share * math.log(share / other) if share > _TIMES * other else 0.0
    strong = there[0] <= here[0] / 10
    return -worth, Suggestion(phrase=phrase, inside=here[0], outside=there[0], strong=strong)


def _counted(texts: Iterable[str], wanted: Collection[str] | None = None) -> Counter[str]:
    """Phrase -> in how many texts it stands."""
    found: Counter[str] = Counter()
    for text in texts:
        phrases = set(_phrases(text))
        found.update(phrases if wanted is None else phrases & set(wanted))
    return found


def _phrases(text: str) -> Iterator[str]:
    """Words of four letters and more, and pairs of words, in small letters, none over a mark."""
    for part in _BREAK.split(text.lower()):
        words = WORD.findall(part)
        yield from (word for word in words if len(word) > 3 and word.isalpha())
        yield from (f"{one} {two}" for one, two in pairwise(words) if min(len(one), len(two)) > 3)


def _stem(phrase: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in phrase.split())


def _stems_of(key: str, vocabulary: Vocabulary) -> set[tuple[str, ...]]:
    """The phrases that a topic and those below it have, and those it excludes."""
    entries = [
        entry
        for one, subject in vocabulary.subjects.items()
        if key in vocabulary.lines[one]
        for entry in (subject.builtin, subject.own)
        if entry is not None
    ]
    return {_stem(text.lower()) for entry in entries for text in (*entry.strong, *entry.words, *entry.not_)}


def _without_parts(found: list[Suggestion]) -> list[Suggestion]:
    """The suggestions without forms of one another, and without words that a better pair holds."""
    kept: list[Suggestion] = []
    seen: set[str] = set()
    for one in found:
        stems = set(_stem(one.phrase))
        if not stems & seen:
            kept.append(one)
            seen |= stems
    return kept
