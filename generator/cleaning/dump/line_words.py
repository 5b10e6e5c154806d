"""Which words some short lines have and others not: ``conclusion`` heads a part, ``woman smiling`` tells of a picture.

The tables hold counts: in how many lines that are headings, or texts of pictures, a word or a run of words stands, and
in how many others. ``python -m tests.quality.train_heading_words`` and ``train_picture_words`` build them.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Final, NamedTuple

from generator.cleaning.dump.tallies import Tally, log_odds, share, tallies

OF_HEADINGS: Final = "heading_words.tsv"
OF_PICTURES: Final = "picture_words.tsv"
TALLY: Final = "lines"
"""The name of the one tally of a table."""
EVERY: Final = "*"
"""The name that every line counts for."""
_RARE: Final = 4.0
"""What the share of all lines counts for, in lines that have a word."""


def known_words(table: str) -> Tally:
    """The counts that cleaning knows of headings, or of texts of pictures."""
    return tallies(table)[TALLY]


class LineWords(NamedTuple):
    """The counts for both."""

    headings: Tally
    pictures: Tally


def line_words() -> LineWords:
    """The counts that cleaning knows."""
    return LineWords(known_words(OF_HEADINGS), known_words(OF_PICTURES))


def names_of(words: Sequence[str]) -> list[str]:
    """What a line counts for: each of its words, how it begins and ends, all of it, and itself as a line.

    Args:
        words: Of the line, plain.
    """
    return list(dict.fromkeys([*words, *_runs_of(words).values(), EVERY]))


def word_traits(words: Sequence[str], tally: Tally) -> Mapping[str, float]:
    """What the words of a line speak for: above 0 for what the counts are of.

    Args:
        words: Of the line, plain.
        tally: The counts.
    """
    usual = share(EVERY, tally, 0.5, 1.0)
    said = [_evidence(word, tally, usual) for word in words]
    runs = {name: _evidence(run, tally, usual) for name, run in _runs_of(words).items()}
    return {
        "words-mean": sum(said) / max(1, len(said)),
        "words-sum": sum(said),
        "words-most": max(said, default=0.0),
        "words-least": min(said, default=0.0),
        **runs,
    }


def _runs_of(words: Sequence[str]) -> dict[str, str]:
    first, two, last = (" ".join(words[part]) for part in (slice(1), slice(2), slice(-1, None)))
    return {
        "first-word": f"^{first}",
        "two-words": f"^{two}",
        "last-word": f"{last}$",
        "all-words": f"={' '.join(words)}",
    }


def _evidence(name: str, tally: Tally, usual: float) -> float:
    return log_odds(share(name, tally, usual, _RARE)) - log_odds(usual)
