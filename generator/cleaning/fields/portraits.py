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
    """What follows the words for a picture with which a text begins; '' where it does not."""
    picture = _PICTURE.match(text)
    return text[picture.end() :] if picture else ""


def is_portrait(line: str) -> bool:
    """Whether a line is the text of somebody's portrait."""
    return PORTRAIT.search(line) is not None or after_picture(line) != ""


def portrayed(line: str) -> str:
    """Whom a portrait's text names, whatever the name: ``Picture of Kim``, or glued to the next line ``… Kim Kim``."""
    words = after_picture(line).split()
    half = len(words) // 2
    name = " ".join(words[:half] if half and words[:half] == words[half:] else words)
    return name if len(words) <= _MOST_WORDS and len(name) <= _LONGEST else ""
