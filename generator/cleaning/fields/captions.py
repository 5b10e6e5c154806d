"""What an article says below its pictures, which are not kept: the words are."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Final

CAPTION: Final = "caption"
"""The rule of such a line."""
_CREDIT: Final = re.compile(r"\([^()]{1,120}\)\.?")


def captions_in(lines: Iterable[tuple[str, str]]) -> tuple[str, ...]:
    """The captions of an article, each once and on one line.

    Without its picture one word (``Source``) tells nothing, and a credit alone (``(AP Photo/NAME)``) is told as one.

    Args:
        lines: Rule and words of each line of an original.
    """
    told = (" ".join(line.split()) for rule, line in lines if rule == CAPTION)
    return tuple(dict.fromkeys(line for line in told if " " in line and not _CREDIT.fullmatch(line)))
