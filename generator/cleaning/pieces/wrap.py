"""Lines that a dump broke, put together again: hard-wrapped paragraphs, and links and names on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.cleaning.pieces.lines import Piece, RawLine
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD, OPEN_ENDS
from generator.text.sentences import ends_sentence

_NARROWEST, _WIDEST = 40, 132
_RAGGED: Final = 16
_FEWEST_BREAKS: Final = 4
_FEWEST_CUTS: Final = 3
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)$")
_CONTINUING: Final = ",.;:!?)]%’”…"
_OPENING: Final = "([“‘$£€#@/—–-&"


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """How a dump broke its lines."""

    width: int | None
    """At this width, if it was hard-wrapped."""
    inline: bool
    """At every inline element."""


def wrap_width(lines: Sequence[RawLine]) -> int | None:
    """The width at which a dump was hard-wrapped, or None where its paragraphs are whole."""
    breaks = sorted(
        [first.width for first, second in pairwise(lines) if second.text[:1].islower() and _flows_on(first, second)]
    )
    if len(breaks) < _FEWEST_BREAKS:
        return None
    widest = breaks[(len(breaks) * 19) // 20 - 1 if len(breaks) >= 20 else -1]
    if not _NARROWEST <= widest <= _WIDEST:
        return None
    near = sum(1 for width in breaks if widest - _RAGGED <= width <= widest)
    longer = sum(1 for line in lines if line.width > widest + 1)
    longest_allowed = sum(1 for line in lines if line.width > widest - _RAGGED)
    return widest if near >= 0.6 * len(breaks) and longer <= 0.35 * longest_allowed else None


def _flows_on(first: RawLine, second: RawLine) -> bool:
    """Whether a line that begins with a small letter goes on where a long one stopped."""
    return first.width >= _NARROWEST and second.kind == "paragraph" and not ends_sentence(first.text)


def is_fragmented(lines: Sequence[RawLine]) -> bool:
    """Whether inline elements (links, names, emphasis) stand on lines of their own, as BeautifulSoup prints them."""
    blank = sum([1 for line in lines if not line.text])
    if blank > len(lines) // 10:
        return False
    pairs = [(first.text, second.text) for first, second in pairwise(lines) if second.kind == "paragraph"]
    cut = sum([1 for first, second in pairs if first and second and _is_cut(first, second)])
    return cut >= _FEWEST_CUTS


def _is_cut(first: str, second: str) -> bool:
    return (second[0] in ",.;)" and first[-1].isalnum()) or (
        second[0].islower() and not ends_sentence(first) and len(second) > 12 and " " in second
    )


def pieces(lines: Sequence[RawLine], alone: Collection[int] = ()) -> tuple[Piece, ...]:
    """The paragraphs, headings, items and quotes of a dump, each from the raw lines that belong together.

    Args:
        lines: All of the dump.
        alone: Numbers of lines that belong to no other.
    """
    width = wrap_width(lines)
    breaks = Breaks(width=width, inline=width is None and is_fragmented(lines))
    found: list[Piece] = []
    group: list[RawLine] = []
    text, apart, gap = "", True, True
    for line in lines:
        if not line.text:
            gap = True
            continue
        if group and not gap and _belongs(group[-1], text, line, breaks) and _may_join(group[-1], line, alone):
            text = _join(text, line.text)
            group.append(line)
        else:
            if group:
                found.append(_piece(group, text, apart))
            group, text, apart = [line], line.text, gap
        gap = False
    if group:
        found.append(_piece(group, text, apart))
    return tuple(found)


def _may_join(last: RawLine, line: RawLine, alone: Collection[int]) -> bool:
    return line.number not in alone and last.number not in alone


def _piece(group: Sequence[RawLine], text: str, apart: bool) -> Piece:  # noqa: FBT001
    first = group[0]
    numbers = tuple([line.number for line in group])
    return Piece(text, numbers, first.kind, first.level, first.marker, apart)


def _belongs(last: RawLine, text: str, line: RawLine, breaks: Breaks) -> bool:
    width = breaks.width
    if line.kind != "paragraph" and not (line.kind == "quote" and last.kind == "quote" and width):
        return False
    if width is not None:
        first_word = line.text.split(" ", 1)[0]
        return last.width + 1 + len(first_word) > width and last.width <= width + 40
    return _continues(text, line.text, breaks)


def _continues(text: str, following: str, breaks: Breaks) -> bool:
    """Whether a line goes on where the text before it stopped."""
    head = following[0]
    if head in _CONTINUING and (head != "…" and following[:3] != "..."):
        return len(text) > 1 and (breaks.inline or len(following) > 1)
    if not breaks.inline or ends_sentence(text):
        return False
    if (text[-1] in _OPENING and len(text) > 1) or text[-1] == ",":
        return True
    last = _LAST_WORD.search(text[-30:])
    if last and last[1] in OPEN_ENDS and " " in text:
        return True
    return head.islower() and (_runs(text) or _runs(following))


def _runs(text: str) -> bool:
    """Whether a text reads as part of a sentence: a few words, some of them function words."""
    words = text.split(" ")
    return len(words) >= 4 and sum(1 for word in words if word in ANY_FUNCTION_WORD) * 6 >= len(words)


def _join(text: str, following: str) -> str:
    tight = following[0] in _CONTINUING or text[-1] in "([“‘$£€#@/"
    return text + following if tight else f"{text} {following}"
