"""Phrases of headlines: runs of words that begin and end with a word that means something, without who says it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from functools import cache
from importlib import resources

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
        found = [match.span() for match in WORD.finditer(part)]
        words = [part[slice(*span)] for span in found]
        inner = [part[max(span[0] - 1, 0) : span[0]] in JOINTS for span in found] + [False]
        for start in range(len(words)):
            for end in range(start + 1, min(start + longest, len(words))):
                cut = inner[start] or inner[end + 1] or is_empty(words[start]) or is_empty(words[end])
                owned = words[end].casefold().endswith(OWNERS)
                if not cut and not owned and not any(parts_phrases(word, common) for word in words[start : end + 1]):
                    yield part[found[start][0] : found[end][1]]


def parts_of(title: str) -> list[str]:
    """What stands between the marks of a headline."""
    return _MARK.split(title)


def words_of(title: str) -> Iterator[str]:
    """The words of a headline that may mean something, as written there."""
    return (word for word in WORD.findall(title) if not is_empty(word) and not parts_phrases(word, ()))


def usual_form(forms: Mapping[str, int]) -> str:
    """The form that headlines have most often, one in capitals throughout only where there is no other."""
    return min(forms, key=lambda form: (form.isupper(), -forms[form], form))


def is_empty(word: str) -> bool:
    """Whether a word means too little to begin or end a phrase."""
    return word.casefold() in _words("empty_words.txt") or word.isdigit()


def parts_phrases(word: str, common: Collection[str]) -> bool:
    """Whether no phrase reaches over a word."""
    return word.casefold() in common or word.casefold() in _words("telling_verbs.txt")


@cache
def _words(name: str) -> frozenset[str]:
    """The words of a data file."""
    text = resources.files("generator.topics").joinpath(name).read_text(encoding="utf-8")
    return frozenset(word for line in text.splitlines() if not line.startswith("#") for word in line.split())
