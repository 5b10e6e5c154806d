"""How sure cleaning is of a text: what the scores that chose it expect of the choice."""

from __future__ import annotations

from collections.abc import Sequence
from math import exp
from typing import Final, NamedTuple

UNSURE: Final = 0.85
"""A text of which less is expected is worth a look: about every second is badly cut (``make quality``)."""
_FARTHEST: Final = 30.0
"""A score beyond which nothing is in doubt."""


class Choice(NamedTuple):
    """Which parts of a page were chosen for its article, and how sure that is."""

    within: Sequence[bool]
    certainty: float | None
    """See ``expected_f1``; None where nothing had to be chosen."""


def is_unsure(certainty: float | None) -> bool:
    """Whether so little is expected of a text that somebody should look at it."""
    return certainty is not None and certainty < UNSURE


def expected_f1(scores: Sequence[float], sizes: Sequence[int], chosen: Sequence[bool]) -> float:
    """The F1 that a choice is expected to have over words, from 0 to 1, rounded to hundredths; 0 where it is empty.

    Args:
        scores: What the model says of each part: the logarithm of the odds that it is of the article.
        sizes: The words of each part.
        chosen: Which parts were chosen.
    """
    right = chosen_words = wanted = 0.0
    for score, size, stays in zip(scores, sizes, chosen, strict=True):
        expected = size / (1 + exp(-max(-_FARTHEST, min(_FARTHEST, score))))
        wanted += expected
        if stays:
            right += expected
            chosen_words += size
    return round(2 * right / (chosen_words + wanted), 2) if chosen_words else 0.0
