"""Addresses as they stand in a page: relative within the site, harmless outside it."""

from __future__ import annotations

import re
from functools import lru_cache
from typing import Final
from urllib.parse import quote, urljoin, urlsplit

_SCHEME: Final = re.compile(r"[A-Za-z][A-Za-z0-9+.-]*:")
_BLANK: Final = re.compile(r"[\x00-\x20\x7f]+")
_ALLOWED: Final = ("http:", "https:", "mailto:")
_WORDS_AT_EACH_END: Final = 4
_WHOLE_UP_TO: Final = 90


@lru_cache(maxsize=100_000)
def relative(here: str, there: str) -> str:
    """The way from one page's address to another's (``people/x/`` -> ``../../articles/y/``)."""
    path, mark, fragment = there.partition("#")
    return ("../" * here.count("/") or "./") + quote(path, safe="/") + mark + fragment


def safe_href(href: str, base: str | None = None) -> str | None:
    """An outside address that may be linked, or None: only http, https and mailto are.

    Args:
        href: as written in the original, by a stranger.
        base: the original's own address, to resolve relative links; without it they lead nowhere.
    """
    cleaned = _BLANK.sub("", href)
    try:
        whole = urljoin(base, cleaned) if base else cleaned
        scheme = _SCHEME.match(whole)
        if scheme is None or scheme.group().lower() not in _ALLOWED:
            return None
        if scheme.group().lower() != "mailto:" and not urlsplit(whole).hostname:
            return None
    except ValueError:
        return None
    return whole


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
