"""Phrases of a headline that may be the name of what it tells: nouns with what belongs to them."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib import resources
from itertools import pairwise

from generator.text.titles import is_title_word
from generator.topics.headlines import JOINTS, OWNERS, is_empty, parts_of, parts_phrases
from generator.topics.stems import WORD
from generator.topics.words import stems_of

_LONGEST = 6
_CONTRACTED = tuple(f"{mark}{verb}" for mark in "'’" for verb in ("re", "ve", "ll", "m", "d", "t"))
_TIMES = frozenset({"day", "days", "week", "month"})
"""Words that say little alone and much behind another: `Heritage Month`."""
_OPENERS = frozenset({"joint", "first", "second"})
"""Words that begin a name, but do not end one: `Joint Select Committee`."""
_BEFORE_VERBS = frozenset({"to", "will", "must", "should", "can", "cannot", "could", "would", "not"})
_JOINING = frozenset({"against", "at", "between", "for", "from", "in", "into", "of", "on", "over", "to", "with"})
_WHOLE_PARTICIPLES = frozenset({"bed", "biomed", "breed", "feed", "med", "need", "red", "seed", "speed", "united"})
_DIGITS = 4
_RIGHT, _LEFT, _OWNED = 0.75, 0.7, 0.75
"""What is left of a phrase that is cut off from the next noun (`debt ceiling` of a `debt ceiling deal`), from what
stands before it (`select committee` of a `joint select committee`), or from what it belongs to (`union` of a `state of
the union`)."""


@dataclass(frozen=True, slots=True)
class Nominal:
    """A phrase, and how whole it is where it stands."""

    text: str
    whole: float


@dataclass(frozen=True, slots=True, kw_only=True)
class Speech:
    """What of the words of headlines is known beside the lists."""

    common: Collection[str] = ()
    """Words that stand in so many headlines that they tell nothing."""
    names: Collection[str] = ()
    """Words of names, in small letters."""
    verbs: Collection[str] = ()
    """Words that headlines have behind `to`."""


def verbs_of(titles: Sequence[str], names: Collection[str]) -> frozenset[str]:
    """The words that these headlines use as verbs: `to fund`, but not `to Cuba`."""
    pairs = (pair for title in titles for pair in pairwise(WORD.findall(title)))
    behind = (word for before, word in pairs if before.casefold() in _BEFORE_VERBS and word[1:] == word[1:].lower())
    return frozenset(word for word in map(str.casefold, behind) if word not in names)


def nominals_of(title: str, speech: Speech, spoken: Collection[str] | None = None) -> Iterator[Nominal]:
    """Every phrase of up to six words that may be a name, as written there; none reaches over a mark or a verb.

    Args:
        title: the headline.
        speech: what is known of its words.
        spoken: if given, the stems that a phrase may have; the others are not made.
    """
    for part in parts_of(title):
        spans = [match.span() for match in WORD.finditer(part)]
        words = [part[slice(*span)] for span in spans]
        inner = [part[max(start - 1, 0) : start] in JOINTS for start, _ in spans] + [False]
        run = _Run([word.casefold() for word in words], speech)
        mute = [spoken is not None and not all(stem in spoken for stem in stems_of(word)) for word in words]
        for start in range(len(words)):
            if mute[start] or inner[start] or not run.begins(start):
                continue
            for end in run.ends(start):
                if any(mute[start : end + 1]):
                    break
                if not inner[end + 1]:
                    yield Nominal(part[spans[start][0] : spans[end][1]], run.whole(start, end))


class _Run:
    """The words of a headline between two marks."""

    def __init__(self, words: Sequence[str], speech: Speech) -> None:
        self._words, self._speech = words, speech
        self._stops = [self._parts(place) for place in range(len(words))]

    def _parts(self, place: int) -> bool:
        """Whether no phrase holds a word."""
        word = self._words[place]
        if parts_phrases(word, self._speech.common) or word in _lists()["last"] or word.endswith(_CONTRACTED):
            return True
        return word.isdigit() and not self._is_model(place)

    def begins(self, place: int) -> bool:
        word = self._words[place]
        is_verb = word in _lists()["first"] or (word in self._speech.verbs and word not in self._speech.names)
        return not (self._stops[place] or is_verb or self._is_empty(place) or word in _TIMES or word.endswith("ly"))

    def ends(self, start: int) -> Iterator[int]:
        """Where a phrase may end that begins there."""
        for place in range(start, min(start + _LONGEST, len(self._words))):
            word = self._words[place]
            if place > start and not self._goes_on(place):
                return
            if not (self._is_empty(place) or word in _OPENERS or word.endswith(OWNERS)):
                yield place

    def _goes_on(self, place: int) -> bool:
        """Whether a phrase may reach over a word that does not begin it."""
        word, before = self._words[place], self._words[place - 1]
        if self._stops[place] or _is_participle(word) or (before == "to" and not self._is_name(word)):
            return False
        return not self._is_empty(place) or word in _JOINING or (word == "the" and before in _JOINING)

    def _is_model(self, place: int) -> bool:
        """Whether a number belongs to a name: `iPhone 4`."""
        word = self._words[place]
        return place > 0 and word.isdigit() and len(word) < _DIGITS and self._is_name(self._words[place - 1])

    def _is_name(self, word: str) -> bool:
        return word in self._speech.names and not is_title_word(word)

    def whole(self, start: int, end: int) -> float:
        right = end + 1 == len(self._words) or self._is_edge(end + 1) or _is_participle(self._words[end + 1])
        before = self._words[: start - 1] if self._words[start - 1 : start] == ["the"] else self._words[:start]
        left = _LEFT if start > 0 and self.begins(start - 1) else _OWNED if before[-1:] == ["of"] else 1.0
        return left * (1.0 if right else _RIGHT)

    def _is_edge(self, place: int) -> bool:
        return self._stops[place] or self._is_empty(place)

    def _is_empty(self, place: int) -> bool:
        word = self._words[place]
        return is_empty(word) and word not in _TIMES and word not in _OPENERS and not self._is_model(place)


def is_form(phrase: str) -> bool:
    """Whether a phrase only says how something is published: `Press Release`."""
    return all(word in _lists()["form"] or is_empty(word) for word in WORD.findall(phrase.casefold()))


def _is_participle(word: str) -> bool:
    """Whether a word behind a noun says what was done to it: `Deadline Extended`."""
    return word.endswith("ed") and word not in _WHOLE_PARTICIPLES


@cache
def _lists() -> Mapping[str, frozenset[str]]:
    text = resources.files("generator.topics").joinpath("naming_words.txt").read_text(encoding="utf-8")
    found: defaultdict[str, set[str]] = defaultdict(set)
    for line in text.splitlines():
        kind, _, words = line.partition(": ")
        if not line.startswith("#"):
            found[kind].update(words.split())
    return {kind: frozenset(words) for kind, words in found.items()}
