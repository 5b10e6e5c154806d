"""Lines of a known shape that stand amid a sentence: ``Contact`` on a line of its own is a link in it, no button."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.looks import Look

_LONGEST: Final = 6
_GOES_ON: Final = ",.;)"
_NO_WORDS: Final = frozenset({"shape:image-name", "shape:reading-time", "shape:social-link"})
"""What no sentence has in it."""


def stands_amid(looks: Sequence[Look], within: Sequence[bool], index: int) -> bool:
    """Whether a few words stand between a line that ends inside a sentence and one that goes on with it.

    Args:
        looks: The pieces of the dump.
        within: Which of them lie inside the article.
        index: The piece asked of.
    """
    if not (0 < index < len(looks) - 1 and within[index - 1] and within[index + 1]):
        return False
    look, above, below = looks[index], looks[index - 1].piece, looks[index + 1].piece.text
    is_open = above.kind == "paragraph" and (above.text[-1].isalnum() or above.text[-1] == ",")
    is_shape = look.shape is not None and look.shape.rule in _NO_WORDS
    is_short = 0 < look.words <= _LONGEST and not is_shape and not look.piece.text.endswith(":")
    return is_short and is_open and (below[0].islower() or below[0] in _GOES_ON)
