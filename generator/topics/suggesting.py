"""Phrases that a topic's articles have in common and others lack: what a maintainer might add."""

from __future__ import annotations

import math
import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass
from difflib import get_close_matches
from itertools import islice

from generator.topics.headlines import is_empty
from generator.topics.stems import WORD, stem
from generator.topics.vocabulary import Vocabulary

_BREAK = re.compile(r"[.,;:!?()\"“”\n]")
_LEAST = 3
"""A phrase of fewer of the topic's articles is no phrase of the topic."""
_SHORTEST, _LONGEST = 4, 3
"""Letters of a word that begins or ends a phrase, and words of a phrase."""
_WHOLE = 0.8
"""A word or pair that stands so often in one longer phrase is torn from it."""
_CANDIDATES = 400
_TIMES = 3.0
"""It stands in this many times the share of the topic's articles as of the others."""
_ELSEWHERE = 2
"""A phrase that stands in more than so many times as many others files more that is not the topic's than that is."""
_MOST = 25
_GUESSES = 3


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
    """Words and phrases of two or three that a topic does not have yet, the most telling first.

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
    torn = _torn({one.phrase: one.inside for value, one in found if value < 0})
    ranked = sorted((value, one.phrase, one) for value, one in found if value < 0 and one.phrase not in torn)
    return _without_parts([one for _, _, one in ranked[:_CANDIDATES]])[:_MOST]


def guessed(name: str, vocabulary: Vocabulary) -> tuple[str, ...]:
    """The keys of a few topics that may be meant by a name that none has: by its letters, or as a phrase of theirs."""
    close = get_close_matches(name.casefold(), vocabulary.names, _GUESSES)
    wanted = _stem(name.casefold())
    speaking = (key for key in vocabulary.subjects if wanted in _own_stems(key, vocabulary))
    return tuple(islice(dict.fromkeys((*(vocabulary.names[one] for one in close), *speaking)), _GUESSES))


def _weighed(phrase: str, here: tuple[int, int], there: tuple[int, int]) -> tuple[float, Suggestion]:
    """Minus the worth of a phrase (0 where it is common elsewhere), and the phrase."""
    share, other = here[0] / max(here[1], 1), (there[0] + 1) / (there[1] + 1)
    telling = share > _TIMES * other and there[0] <= _ELSEWHERE * here[0]
    worth = share * math.log(share / other) if telling else 0.0
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
    """Words of four letters and more, and runs of two and three words, in small letters, none over a mark.

    None begins or ends with a word that means too little: `signed into` and `this bill` are no phrases.
    """
    for part in _BREAK.split(text.lower()):
        words = WORD.findall(part)
        telling = [len(word) >= _SHORTEST and not is_empty(word) for word in words]
        for start in (place for place, does in enumerate(telling) if does):
            if words[start].isalpha():
                yield words[start]
            for end in range(start + 1, min(start + _LONGEST, len(words))):
                if telling[end]:
                    yield " ".join(words[start : end + 1])


def _torn(inside: Mapping[str, int]) -> set[str]:
    """Words and pairs that hardly stand but within one longer phrase, and so are better said by it."""
    torn: set[str] = set()
    for phrase, number in inside.items():
        words = phrase.split()
        parts = (" ".join(words[:-1]), " ".join(words[1:])) if len(words) > 1 else ()
        torn.update(part for part in parts if number >= _WHOLE * inside.get(part, math.inf))
    return torn


def _stem(phrase: str) -> tuple[str, ...]:
    return tuple(stem(word) for word in phrase.split())


def _stems_of(key: str, vocabulary: Vocabulary) -> set[tuple[str, ...]]:
    """The phrases that a topic and those below it have, and those it excludes."""
    below = (one for one in vocabulary.subjects if key in vocabulary.lines[one])
    return set().union(*(_own_stems(one, vocabulary) for one in below))


def _own_stems(key: str, vocabulary: Vocabulary) -> set[tuple[str, ...]]:
    subject = vocabulary.subjects[key]
    entries = [entry for entry in (subject.builtin, subject.own) if entry is not None]
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
