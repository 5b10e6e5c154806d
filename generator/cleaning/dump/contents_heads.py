"""Headings that a page's own table of contents names."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Sequence
from typing import Final

from generator.cleaning.dump.levels import UNTOLD
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.looks import plain_words

_FEWEST: Final = 2
"""So many headings that contents name tell that they are this body's."""
_MOST_WORDS: Final = 14
_NO_ENDS: Final = (".", ",", ";")
_NUMBER: Final = re.compile(r"[\d ]+")


def entry_of(text: str) -> str:
    """The words by which a heading and its entry are the same: contents number what the text does not."""
    words = plain_words(text)
    number = _NUMBER.match(words)
    return (words[number.end() :] if number else "") or words


def with_contents_heads(parts: Sequence[Part], entries: Collection[str]) -> list[Part]:
    """The parts of a body, where a short line is a heading that contents name as they name others that are.

    Args:
        parts: In order.
        entries: What the contents of the page name, as :func:`entry_of` has it.
    """
    names = [entry_of(part.text) for part in parts] if entries else []
    known = sum(part.kind == "heading" and name in entries for part, name in zip(parts, names, strict=False))
    if known < _FEWEST:
        return [*parts]
    times = Counter(names)
    return [
        part._replace(kind="heading", level=UNTOLD)
        if name in entries and times[name] == 1 and _may_head(part)
        else part
        for part, name in zip(parts, names, strict=True)
    ]


def _may_head(part: Part) -> bool:
    is_short = len(part.text.split()) <= _MOST_WORDS
    return part.kind == "paragraph" and is_short and not part.text.endswith(_NO_ENDS)
