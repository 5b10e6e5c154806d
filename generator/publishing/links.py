"""Addresses as they stand in a page: relative within the site, with the words to be marked there."""

from __future__ import annotations

from functools import lru_cache
from typing import Final
from urllib.parse import quote

_WORDS_AT_EACH_END: Final = 4
_WHOLE_UP_TO: Final = 90


def relative(here: str, there: str) -> str:
    """The way from one page's address to another's (``people/x/`` -> ``../../articles/y/``)."""
    return ("../" * here.count("/") or "./") + _quoted(there)


@lru_cache(maxsize=100_000)
def _quoted(address: str) -> str:
    """An address as it stands in a link: most are linked to from many pages."""
    path, mark, fragment = address.partition("#")
    return quote(path, safe="/") + mark + fragment


def text_fragment(sentence: str) -> str:
    """``:~:text=`` for a sentence: browsers that know it mark the words, the others ignore it."""
    words = sentence.split()
    if len(sentence) <= _WHOLE_UP_TO or len(words) < 2 * _WORDS_AT_EACH_END:
        return ":~:text=" + _encode(" ".join(words))
    return ":~:text=" + ",".join(
        _encode(" ".join(part)) for part in (words[:_WORDS_AT_EACH_END], words[-_WORDS_AT_EACH_END:])
    )


def _encode(words: str) -> str:
    # A hyphen is part of the syntax (prefix-, -suffix) and quote() leaves it as it is.
    return quote(words, safe="").replace("-", "%2D")
