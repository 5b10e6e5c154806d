"""Entities that a page has escaped twice, so that its readers see ``AT&amp;T`` and ``who&#8217;s``."""

from __future__ import annotations

import re
from html import unescape
from html.entities import name2codepoint
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|(?P<name>[A-Za-z]\w{1,31}));")
_NAMES: Final = frozenset({*name2codepoint, "apos"})
"""Those of HTML 4, which editors write, and the one of XML; in code ``&num;`` and ``&target;`` are variables."""


def resolved(text: str, kept: str = "") -> str:
    """A text with the signs that its entities stand for, but for those in ``kept``; addresses keep their ``&copy=``."""
    return _ENTITY.sub(lambda entity: _sign(entity, kept), text) if "&" in text else text


def _sign(entity: re.Match[str], kept: str) -> str:
    if entity["name"] and entity["name"] not in _NAMES:
        return entity[0]
    sign = unescape(entity[0])
    return entity[0] if sign in kept else sign
