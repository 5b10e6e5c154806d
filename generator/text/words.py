"""The words of a text, and lists of words, as code and as files beside the code that reads them."""

from __future__ import annotations

import re
from functools import cache
from importlib.resources import files
from typing import Final

from generator.text.letters import EASTERN

WORD: Final = re.compile(rf"[{EASTERN}]|[^\W{EASTERN}]+")
"""A run of letters and digits; of scripts without blanks between words, a sign."""
_EASTERN: Final = re.compile(f"[{EASTERN}]")
_PART: Final = re.compile(f"[{EASTERN}]|[^{EASTERN}]+")


def words_of(text: str) -> list[str]:
    """What stands between blanks; of that each sign of a script that has none, and what stands between such signs."""
    words = text.split()
    if not _EASTERN.search(text):
        return words
    return [part for word in words for part in _PART.findall(word) if any(map(str.isalnum, part))]


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


@cache
def read_words(package: str, file: str) -> tuple[str, ...]:
    """The lines of a word list that lies in a package, without comments and blank lines."""
    text = files(package).joinpath(file).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
