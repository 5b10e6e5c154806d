"""Phrases of headlines: runs of words that begin and end with a word that means something, without who says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import NamedTuple

from generator.topics.stems import WORD

_MARK = re.compile(r"[,;:!?()\"“”/|—]| [-–] |(?<![A-Z])\.\s")
JOINTS = ("-", "–", ".", "'", "’")
"""What stands before a word that goes on with the one before: `Long-Term`, `U.S.`."""
OWNERS = ("'s", "’s")
"""A phrase does not end with an owner and leave out what is owned."""


def phrases_of(title: str, *, longest: int = 4, common: Collection[str] = ()) -> Iterator[str]:
    """Every run of two and more words of a headline, as written there; none reaches over a mark.

    Args:
        title: the headline.
        longest: how many words a phrase has at most.
        common: words that stand in so many headlines of the archive that they tell nothing; no phrase holds them.
    """
    for part in parts_of(title):
        spans = [match.span() for match in WORD.finditer(part)]
        words = [_looks(part[start:end]) for start, end in spans]
        inner = [part[max(start - 1, 0) : start] in JOINTS for start, _ in spans] + [False]
        for start, first in enumerate(words):
            if inner[start] or first.is_empty:
                continue
            for end in range(start, min(start + longest, len(words))):
                word = words[end]
                if word.parts or word.folded in common:
                    break
                if end > start and not (word.is_empty or word.owns or inner[end + 1]):
                    yield part[spans[start][0] : spans[end][1]]


def parts_of(title: str) -> list[str]:
    """What stands between the marks of a headline."""
    return _MARK.split(title)


def words_of(title: str) -> Iterator[str]:
    """The words of a headline that may mean something, as written there."""
    return (word for word in WORD.findall(title) if not _looks(word).is_empty and not _looks(word).parts)


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
