"""The heading over an article's questions and answers: the same words lead to a page of the site elsewhere."""

from __future__ import annotations

import re
from typing import Final

_QUESTIONS: Final = re.compile(r"(?:faqs?|frequently asked questions?)\b.{0,60}|.{1,60} faqs?", re.IGNORECASE)


def heads_questions(text: str, below: str) -> bool:
    """Whether a line is called so and a question stands right below it.

    Args:
        text: A line of a page.
        below: The line below it.
    """
    return below.rstrip().endswith("?") and _QUESTIONS.fullmatch(text.strip(" *_#:")) is not None
