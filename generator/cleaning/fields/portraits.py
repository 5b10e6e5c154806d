"""The texts of authors' pictures: ``Photo of NAME``, ``NAME's avatar``."""

from __future__ import annotations

import re
from typing import Final

_PICTURE: Final = re.compile(
    r"(?:(?:profile )?(?:photo|picture|image|headshot|portrait|avatar)(?: (?:of"
    r"|for))?(?: (?:the )?author)?:? )(?=[A-Z])",
    re.IGNORECASE,
)
PORTRAIT: Final = re.compile(r"\b(?:headshot|avatar|profile (?:image|picture|photo)|portrait)\b", re.IGNORECASE)
"""What such a text has behind the name."""
_MOST_WORDS: Final = 4
_LONGEST: Final = 30


def after_picture(text: str) -> str:
    """What follows the words for a picture with which a text begins; '' where it does not.

    What the next line says again, glued to it, is left out: ``Picture of Kim Kim``.
    """
    picture = _PICTURE.match(text)
    words = text[picture.end() :].split() if picture else []
    half = len(words) // 2
    return " ".join(words[:half] if half and words[:half] == words[half:] else words)


def is_portrait(line: str) -> bool:
    """Whether a line is the text of somebody's portrait."""
    return PORTRAIT.search(line) is not None or after_picture(line) != ""


def portrayed(line: str) -> str:
    """Whom a portrait's text names, whatever the name: ``Picture of Kim``."""
    name = after_picture(line)
    return name if len(name.split()) <= _MOST_WORDS and len(name) <= _LONGEST else ""
