"""Lines that a dump broke, put together again: hard-wrapped paragraphs, and links and names on lines of their own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from itertools import chain, pairwise
from typing import Final

from generator.cleaning.pieces.inline import Inline, Joint, continues, inline_breaks, is_seam, joined, with_dash
from generator.cleaning.pieces.lines import Piece, RawLine
from generator.cleaning.pieces.looks import begins_caseless
from generator.text.sentences import ends_sentence

_NARROWEST, _WIDEST = 40, 132
_RAGGED: Final = 16
_FEWEST_BREAKS: Final = 4
_MANY_BREAKS: Final = 8
_USUAL: Final = 60
"""Few things but sentences are broken at so many letters and more."""
_HALF, _NEARLY_ALL = 0.5, 0.8
"""Of the breaks."""
_MOST_LONGER, _MOST_IF_SURE = 0.35, 0.7
"""Of the lines that are about as wide, or wider."""
_CELLS: Final = " | "
"""Between the cells of a row, which no dump wraps."""
_SLACK: Final = 40
"""A line may be so much wider than the rest: long words and addresses are."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Breaks:
    """How a dump broke its lines."""

    width: int | None
    """At this width, if it was hard-wrapped."""
    inline: Inline
    """At inline elements."""


def wrap_width(lines: Sequence[RawLine]) -> int | None:
    """The width at which a dump was hard-wrapped, or None where its paragraphs are whole.

    It is the one that accounts for most breaks within sentences: the line above fits, and with the word below it would
    not. Lines that are longer speak against it, for a page has few that cannot be broken; where it accounts for nearly
    all of many breaks they may be tables and code.
    """
    breaks = [
        range(first.width, first.width + 1 + second.led + len(second.text.split(" ", 1)[0]))
        for first, second in pairwise(lines)
        if (second.text[:1].islower() or begins_caseless(second.text)) and _flows_on(first, second)
    ]
    if len(breaks) < _FEWEST_BREAKS:
        return None
    accounted = Counter(chain.from_iterable(breaks))
    width = max({one.start for one in breaks}, key=lambda width: (accounted[width], -width))
    if not _NARROWEST <= width <= _WIDEST:
        return None
    share = accounted[width] / len(breaks)
    longer = sum(1 for line in lines if line.width > width + 1)
    as_long = sum(1 for line in lines if line.width > width - _RAGGED)
    is_sure = share >= _NEARLY_ALL and len(breaks) >= _MANY_BREAKS and width >= _USUAL
    return width if share >= _HALF and longer <= (_MOST_IF_SURE if is_sure else _MOST_LONGER) * as_long else None


def _flows_on(first: RawLine, second: RawLine) -> bool:
    """Whether a line that may stand amid a sentence goes on where a long one stopped."""
    return first.width >= _NARROWEST and second.kind == "paragraph" and not ends_sentence(first.text)


def pieces(lines: Sequence[RawLine], alone: Collection[int] = ()) -> tuple[Piece, ...]:
    """The paragraphs, headings, items and quotes of a dump, each from the raw lines that belong together.

    Args:
        lines: All of the dump.
        alone: Numbers of lines that belong to no other.
    """
    breaks = breaks_of(lines)
    found: list[Piece] = []
    group: list[RawLine] = []
    text, apart, gap, reach = "", True, True, 0
    for place, line in enumerate(lines):
        if not line.text:
            gap = gap or not is_seam(line, breaks.inline)
            continue
        begun = group and not gap and _may_join(group[-1], line, alone)
        if begun and _is_wrapped(group[-1], reach, line, breaks.width):
            text, reach = joined(text, line.text), line.width
            group.append(line)
        elif begun and _goes_on(Joint(text, group[-1], line, _after(lines, place, breaks)), breaks):
            text, reach = joined(text, with_dash(line)), _reach(reach, line, breaks.width)
            group.append(line)
        else:
            if group:
                found.append(_piece(group, text, apart))
            apart = gap or (bool(group) and group[-1].number + 1 < line.number)
            group, text, reach = [line], line.text, line.width
        gap = False
    if group:
        found.append(_piece(group, text, apart))
    return tuple(found)


def breaks_of(lines: Sequence[RawLine]) -> Breaks:
    """How a dump broke its lines."""
    width = wrap_width(lines)
    return Breaks(width=width, inline=inline_breaks(lines, width))


def _after(lines: Sequence[RawLine], place: int, breaks: Breaks) -> str:
    """The text of the line behind one, '' where an empty line or nothing is."""
    if breaks.inline == "no":
        return ""
    behind = (line for line in lines[place + 1 : place + 3] if not is_seam(line, breaks.inline))
    return next((line.text for line in behind), "")


def _may_join(last: RawLine, line: RawLine, alone: Collection[int]) -> bool:
    return line.number not in alone and last.number not in alone


def _piece(group: Sequence[RawLine], text: str, apart: bool) -> Piece:  # noqa: FBT001
    first = group[0]
    numbers = tuple([line.number for line in group])
    return Piece(text, numbers, first.kind, first.level, first.marker, apart)


def _reach(reach: int, line: RawLine, width: int | None) -> int:
    """How far a line reaches that goes on behind a link, if both stood in one line of the page."""
    both = reach + 1 + line.width
    return both if width is not None and both <= width else line.width


def _is_wrapped(last: RawLine, reach: int, line: RawLine, width: int | None) -> bool:
    """Whether a line stands apart only because the one above it was full.

    Args:
        last: The line above.
        reach: How far that one reached, with what stood before a link in it.
        line: The line.
        width: At which the dump's paragraphs are wrapped.
    """
    if width is None or not (line.kind == "paragraph" or line.kind == last.kind == "quote"):
        return False
    if _CELLS in last.text and _CELLS in line.text:
        return False
    return reach + 1 + line.led + len(line.text.split(" ", 1)[0]) > width and last.width <= width + _SLACK


def _goes_on(joint: Joint, breaks: Breaks) -> bool:
    """Whether a line goes on with a sentence that was cut; in a wrapped dump only inline elements cut one."""
    return (breaks.width is None or breaks.inline != "no") and continues(joint, breaks.inline)
