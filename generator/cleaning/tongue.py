"""The language of an article."""

from __future__ import annotations

from typing import Final

import py3langid

_FEWEST_WORDS: Final = 8
_ENOUGH: Final = 600


def language_of(text: str, said: str | None) -> str:
    """What people say it is, else what the words look like; '' where they are too few to tell."""
    if said:
        return said
    if text[:400].count(" ") + 1 < _FEWEST_WORDS:
        return ""
    return str(py3langid.classify(text[:_ENOUGH])[0])
