"""Where words stand in the paragraphs, headings and items of a page: at the end, at the beginning, or amid them.

``estimates that`` ends nothing, and hardly any heading begins with ``which``. Words too rare to be counted are judged
by those of their make: capital or small, and how they end. ``data/word_places.tsv`` holds the counts, built by
``python -m tests.quality.train_word_places``.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from importlib import resources
from math import log
from typing import Final, NamedTuple

TABLE: Final = "word_places.tsv"
"""The counts: a place, a word or a make, how often it stands there and how often amid the text instead."""
NEVER: Final = -9.0
"""No word is as unlikely to stand at an end."""

_RARE: Final = 6.0
"""What a word's make counts for, in words seen."""
_RARE_MAKE: Final = 10.0
_USUAL: Final = 0.15
"""The share of words that stand at an end, of those of a make that nobody saw."""
_MARK: Final = "\N{BULLET}"
"""Begins the name of a make, which is no word."""


class Places(NamedTuple):
    """Counts of words and of their makes: how often at that place, and how often amid a text instead."""

    ends: Mapping[str, tuple[int, int]]
    begins: Mapping[str, tuple[int, int]]


@cache
def places() -> Places:
    """The counts that cleaning knows."""
    found = Places({}, {})
    table = resources.files("generator.cleaning").joinpath(f"data/{TABLE}").read_text(encoding="utf-8")
    for row in table.splitlines():
        place, word, there, amid = row.split("\t")
        getattr(found, place)[word] = (int(there), int(amid))
    return found


def end_odds(word: str, known: Places) -> float:
    """Log-odds that a text ends with a word; :data:`NEVER` where the word closes with a mark, which says it better."""
    return _odds(word.lower(), end_make(word), known.ends) if word[-1].isalnum() else NEVER


def begin_odds(word: str, known: Places) -> float:
    """Log-odds that a text begins with a word, its capitals and marks as they are."""
    return _odds(word, begin_make(word), known.begins)


def end_make(word: str) -> str:
    """What words that close with a letter or digit have in common at the end of a text: ``•l ing``."""
    if word[-1].isdigit():
        return f"{_MARK}0"
    if word.isupper():
        return f"{_MARK}A"
    return f"{_MARK}{'C' if word[0].isupper() else 'l'} {word[-3:].lower()}"


def begin_make(word: str) -> str:
    """What words have in common at the beginning of a text: ``•C he``."""
    first = word[0]
    if first.isdigit():
        return f"{_MARK}0"
    if not first.isalpha():
        return f"{_MARK}{first}"
    if len(word) > 1 and word.isupper():
        return f"{_MARK}A"
    return f"{_MARK}{'C' if first.isupper() else 'l'} {word.strip('.,;:')[-2:].lower()}"


def _odds(word: str, make: str, counts: Mapping[str, tuple[int, int]]) -> float:
    there, amid = counts.get(make, (0, 0))
    share = (there + _RARE_MAKE * _USUAL) / (there + amid + _RARE_MAKE)
    there, amid = counts.get(word, (0, 0))
    return log((there + _RARE * share) / (amid + _RARE * (1.0 - share)))
