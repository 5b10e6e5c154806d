"""What is left after an article's last sentence, below a heading that leads elsewhere, as ``Most popular``."""

from __future__ import annotations

from collections.abc import Sequence

from generator.cleaning.looks import Look


def without_tails(looks: Sequence[Look], within: Sequence[bool]) -> list[bool]:
    """Which pieces are of the body, without the short ones below such a heading after its last sentence.

    On a long page the model sees that an article has ended by all that follows it. Where a file breaks off a few
    headlines later, the heading alone tells.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    last = max((index for index, stays in enumerate(within) if stays and looks[index].sentence), default=len(looks))
    below = range(last + 1, len(looks))
    end = next((index for index in below if not within[index] and _leads_away(looks[index])), len(looks))
    return [stays and index < end for index, stays in enumerate(within)]


def _leads_away(look: Look) -> bool:
    """Whether a line of a known shape speaks for those below it: ``Related:`` does, ``Related: Bridge opened`` not."""
    return look.shape is not None and (look.shape.effect != "line" or look.piece.text.endswith(":"))
