"""The heading over an article's questions and answers: the same words lead to a page of the site elsewhere."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_QUESTIONS: Final = re.compile(r"(?:faqs?|frequently asked questions?)\b.{0,60}|.{1,60} faqs?", re.IGNORECASE)
_NUMBER: Final = re.compile(r"\W*1\W*")


def heads_questions(text: str, below: str) -> bool:
    """Whether a line is called so and a question stands right below it.

    Args:
        text: A line of a page.
        below: The line below it.
    """
    return below.rstrip().endswith("?") and _QUESTIONS.fullmatch(text.strip(" *_#:")) is not None


def below_number(texts: Sequence[str], place: int) -> int:
    """What stands below a line, or below the number of it that stands between (``1.``); at most the last line."""
    below = min(place + 1, len(texts) - 1)
    return min(below + 1, len(texts) - 1) if _NUMBER.fullmatch(texts[below]) else below


def with_heads(texts: Sequence[str], within: Sequence[bool]) -> list[bool]:
    """Which parts of a page are of the body, with what stands over the first question of several and is called so.

    Args:
        texts: The words of each part of a page, in order.
        within: Which of them were chosen.
    """
    found = list(within)
    for place in range(len(texts) - 1):
        below = below_number(texts, place)
        found[place] = within[place] or (within[below] and heads_questions(texts[place], texts[below]))
    return found
