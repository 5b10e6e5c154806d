"""Phrases of headlines: runs of words that begin and end with a word that means something, without who says it."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from itertools import pairwise
from typing import NamedTuple

from generator.topics.stems import WORD

_MARK = re.compile(r"[,;:!?()\"“”/|—]| [-–] |(?<![A-Z])\.\s")
_LONGEST = 4
"""Words of a phrase."""
JOINTS = ("-", "–", ".", "'", "’")
"""What stands before a word that goes on with the one before: `Long-Term`, `U.S.`."""
OWNERS = ("'s", "’s")
"""A phrase does not end with an owner and leave out what is owned."""


def repeated_phrases(titles: Sequence[str], common: Collection[str] = ()) -> Iterator[tuple[int, str]]:
    """Every run of two and more words of a headline, as written there, with the place of the headline.

    None reaches over a mark. Left out are those that hold two words which no second headline has side by side: such a
    phrase is of one headline alone.

    Args:
        titles: the headlines.
        common: words that stand in so many headlines of the archive that they tell nothing; no phrase holds them.
    """
    split = [tuple(map(_Part, parts_of(title))) for title in titles]
    found = Counter(pair for parts in split for pair in {pair for part in parts for pair in part.pairs})
    repeated = frozenset(pair for pair, number in found.items() if number > 1)
    for place, parts in enumerate(split):
        for part in parts:
            yield from ((place, phrase) for phrase in part.phrases(repeated, common))


class _Part:
    """The words of a headline between two marks."""

    def __init__(self, text: str) -> None:
        self._text = text
        self._spans = [match.span() for match in WORD.finditer(text)]
        self.pairs = [text[start:end].casefold() for (start, _), (_, end) in pairwise(self._spans)]
        """Each two words side by side."""

    def phrases(self, repeated: Collection[str], common: Collection[str]) -> Iterator[str]:
        """The phrases that hold repeated pairs alone."""
        for start, pair in enumerate(self.pairs):
            if pair in repeated and self._begins(start, common):
                for place in range(start, min(start + _LONGEST - 1, len(self.pairs))):
                    word = self._word(place + 1)
                    if self.pairs[place] not in repeated or word.parts or word.folded in common:
                        break
                    if not (word.is_empty or word.owns or self._is_joined(place + 2)):
                        yield self._text[self._spans[start][0] : self._spans[place + 1][1]]

    def _begins(self, place: int, common: Collection[str]) -> bool:
        word = self._word(place)
        return not (word.is_empty or word.parts or word.folded in common or self._is_joined(place))

    def _word(self, place: int) -> _Looks:
        start, end = self._spans[place]
        return _looks(self._text[start:end])

    def _is_joined(self, place: int) -> bool:
        """Whether a word, if there is one, goes on with the one before."""
        start = self._spans[place][0] if place < len(self._spans) else 0
        return start > 0 and self._text[start - 1] in JOINTS


def parts_of(title: str) -> list[str]:
    """What stands between the marks of a headline."""
    return _MARK.split(title)


def means_something(word: str) -> bool:
    """Whether a word of a headline may say what it is about."""
    return not (_looks(word).is_empty or _looks(word).parts)


def usual_form(forms: Mapping[str, int]) -> str:
    """The form that headlines have most often, one in capitals throughout only where there is no other."""
    return min(forms, key=lambda form: (form.isupper(), -forms[form], form))


def is_empty(word: str) -> bool:
    """Whether a word means too little to begin or end a phrase."""
    return _looks(word).is_empty


def parts_phrases(word: str, common: Collection[str]) -> bool:
    """Whether no phrase reaches over a word."""
    looks = _looks(word)
    return looks.parts or looks.folded in common


class _Looks(NamedTuple):
    """What is to be known of a word wherever it stands."""

    folded: str
    is_empty: bool
    parts: bool
    """It says that somebody did or said something."""
    owns: bool


@lru_cache(maxsize=100_000)
def _looks(word: str) -> _Looks:
    folded = word.casefold()
    return _Looks(
        folded=folded,
        is_empty=folded in _words("empty_words.txt") or word.isdigit(),
        parts=folded in _words("telling_verbs.txt"),
        owns=folded.endswith(OWNERS),
    )


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a data file."""
    text = resources.files("generator.topics").joinpath(name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
