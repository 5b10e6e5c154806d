"""Entities that a page has escaped twice, so that its readers see ``AT&amp;T`` and ``who&#8217;s``."""

from __future__ import annotations

import re
from html import unescape
from typing import Final

_ENTITY: Final = re.compile(r"&(?:#\d{1,7}|#[xX][\da-fA-F]{1,6}|[A-Za-z]\w{1,31});")


def resolved(text: str, kept: str = "") -> str:
    """A text with the signs that its entities stand for, but for those in ``kept``; addresses keep their ``&copy=``."""
    return _ENTITY.sub(lambda entity: _sign(entity[0], kept), text) if "&" in text else text


def _sign(entity: str, kept: str) -> str:
    sign = unescape(entity)
    return entity if sign in kept else sign
