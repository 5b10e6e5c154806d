"""Lists of words, as code and as files beside the code that reads them."""

from __future__ import annotations

from functools import cache
from importlib.resources import files


def word_set(words: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(words.split())


@cache
def read_words(package: str, file: str) -> tuple[str, ...]:
    """The lines of a word list that lies in a package, without comments and blank lines."""
    text = files(package).joinpath(file).read_text(encoding="utf-8")
    return tuple(line.strip() for line in text.splitlines() if line.strip() and not line.startswith("#"))
