"""Lines that count readers' comments: ``12 Comments``, ``One thought on “The Old Pier”``."""

from __future__ import annotations

import re
from typing import Final

from generator.cleaning.pieces.looks import Look, plain_words

_COUNT: Final = r"(?:\d{1,5}|one) (?:(?:reader|user|visitor)s? )?(?:comments?|thoughts?|responses?|repl(?:y|ies))"
_ALONE: Final = re.compile(rf"{_COUNT}(?: (?:on|to) .{{1,300}})?", re.IGNORECASE)
_BEGINS: Final = re.compile(rf"{_COUNT} (?:on|to)\b", re.IGNORECASE)
_TELLS: Final = re.compile(rf"\b{_COUNT} (?:on|to) (?P<on>.{{8,300}})", re.IGNORECASE)
_CUE: Final = re.compile(r"(?:comments?|thoughts?|responses?|repl(?:y|ies)) (?:on|to) ").search
_LONG: Final = 60
"""Words of a line that says on what there are comments."""


def counts_comments(plain: str) -> bool:
    """Whether the words of a line count comments and do nothing else, be it with the headline that they are on."""
    return _ALONE.fullmatch(plain) is not None


def begins_with_count(text: str) -> bool:
    """Whether a line begins with how many comments there are on something."""
    return _BEGINS.match(text) is not None


def commented_words(look: Look) -> str:
    """The words of the headline of which a line says that it has comments (``12 Comments on …``), else ''."""
    match = _TELLS.search(look.piece.text) if look.words < _LONG and _CUE(look.plain) else None
    return plain_words(match["on"]) if match else ""
