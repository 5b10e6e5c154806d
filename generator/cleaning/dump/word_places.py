"""Where words stand in the paragraphs, headings and items of a page: at the end, at the beginning, or amid them.

``estimates that`` ends nothing, and hardly any heading begins with ``which``. Words too rare to be counted are judged
by those of their make: capital or small, and how they end. ``data/word_places.tsv`` holds the counts, built by
``python -m tests.quality.train_word_places``.
"""

from __future__ import annotations

from typing import Final, NamedTuple

from generator.cleaning.dump.tallies import Tally, log_odds, share, tallies

TABLE: Final = "word_places.tsv"
"""The counts: how often a word or make stands at the place, and how often amid a text instead."""
NEVER: Final = -9.0
"""No word is as unlikely to stand at an end."""

_RARE: Final = 6.0
"""What a word's make counts for, in times that a word was seen."""
_RARE_MAKE: Final = 10.0
_USUAL: Final = 0.15
"""The share of words at an end, of a make that nobody saw."""
_MARK: Final = "\N{BULLET}"
"""Begins the name of a make, which is no word."""


class Places(NamedTuple):
    """The counts for both ends of a text."""

    ends: Tally
    begins: Tally


def places() -> Places:
    """The counts that cleaning knows."""
    return Places(**tallies(TABLE))


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


def _odds(word: str, make: str, tally: Tally) -> float:
    return log_odds(share(word, tally, share(make, tally, _USUAL, _RARE_MAKE), _RARE))
