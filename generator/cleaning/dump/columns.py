"""A column of a printed paper, put together: its lines joined to paragraphs, and words that it broke made whole."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

from generator.cleaning.pieces.lines import indent_of
from generator.text.gazetteer import common_words
from generator.text.sentences import ends_sentence

_BROKEN: Final = re.compile(r"(?P<half>[^\W\d_]+)-\Z")
_WORD: Final = re.compile(r"[^\W\d_]+")
_INDENT: Final = 2
_SHORT: Final = 0.8
"""Of a full line: a shorter one that ends a sentence ends its paragraph."""


def rejoined(lines: Sequence[str]) -> list[str]:
    """Lines with those that the line above leads on to put behind it; nothing stands in their place.

    A paragraph begins where a line is indented, where the one above is short and ends a sentence, or below an empty
    line, if that is not only the end of a column.
    """
    found = [line.strip() for line in lines]
    told = [number for number, line in enumerate(found) if line]
    width = max((len(found[number]) for number in told), default=0)
    margin = min((indent_of(lines[number]) for number in told), default=0)
    head = told[0] if told else 0
    for above, number in pairwise(told):
        line = lines[number].rstrip()
        if _begins(line, lines[above].rstrip(), margin, width, is_apart=above + 1 < number):
            head = number
        else:
            found[head], found[number] = _joined(found[head], found[number]), ""
    return found


def _begins(line: str, above: str, margin: int, width: int, *, is_apart: bool) -> bool:
    """Whether a line begins a paragraph."""
    if line.lstrip()[:1].islower():
        return False
    is_indented = indent_of(line) >= margin + _INDENT
    ends = ends_sentence(above)
    return is_indented or (ends and (is_apart or len(above) < _SHORT * width)) or (is_apart and not above.endswith("-"))


def _joined(text: str, line: str) -> str:
    """Two lines as one; a word that is broken between them is whole, unless its halves are words and it is none."""
    half, rest = _BROKEN.search(text), _WORD.match(line)
    if half is None or rest is None or not rest[0].islower():
        return f"{text} {line}"
    halves = half["half"].lower(), rest[0].lower()
    words = common_words()
    is_compound = all(part in words for part in halves) and "".join(halves) not in words
    return text + line if is_compound else text[:-1] + line
