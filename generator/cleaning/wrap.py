"""Lines that a dump broke, put together again: hard-wrapped paragraphs, and links and names on lines of their own."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import pairwise
from typing import Final

from generator.cleaning.lines import Piece, RawLine
from generator.cleaning.words import ANY_FUNCTION_WORD, OPEN_ENDS
from generator.text.sentences import ends_sentence

_NARROWEST, _WIDEST = 40, 132
_RAGGED: Final = 16
_FEWEST_BREAKS: Final = 4
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
    breaks = sorted(first.width for first, second in pairwise(lines) if _flows_on(first, second))
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
    return bool(
        first.text and second.text and second.kind == "paragraph" and first.width >= _NARROWEST
        and second.text[0].islower() and not ends_sentence(first.text)
    )  # fmt: skip


def is_fragmented(lines: Sequence[RawLine]) -> bool:
    """Whether inline elements (links, names, emphasis) stand on lines of their own, as BeautifulSoup prints them."""
    pairs = [(first, second) for first, second in pairwise(lines) if first.text and second.text]
    if len(pairs) < 3:
        return False
    cut = sum(1 for first, second in pairs if second.kind == "paragraph" and _is_cut(first.text, second.text))
    blank = sum(1 for line in lines if not line.text)
    return blank <= len(lines) // 10 and cut >= 3


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
    groups: list[list[RawLine]] = []
    texts: list[str] = []
    apart: list[bool] = []
    gap = True
    for line in lines:
        if not line.text:
            gap = True
            continue
        joins = bool(groups) and not gap and line.number not in alone and groups[-1][-1].number not in alone
        if joins and _belongs(groups[-1], texts[-1], line, breaks):
            texts[-1] = _join(texts[-1], line.text)
            groups[-1].append(line)
        else:
            groups.append([line])
            texts.append(line.text)
            apart.append(gap)
        gap = False
    return tuple(_piece(group, text, apart=gap) for group, text, gap in zip(groups, texts, apart, strict=True))


def _piece(group: Sequence[RawLine], text: str, *, apart: bool) -> Piece:
    first = group[0]
    return Piece(
        text=text, numbers=tuple(line.number for line in group), kind=first.kind, level=first.level,
        marker=first.marker, apart=apart,
    )  # fmt: skip


def _belongs(group: Sequence[RawLine], text: str, line: RawLine, breaks: Breaks) -> bool:
    width = breaks.width
    last = group[-1]
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
