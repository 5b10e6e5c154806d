"""Code in a dump: of a tool that writes Markdown lines four blanks deep, of one that draws a page what reads so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.marks import is_marked_up

_DEEP: Final = 4
_LONG: Final = 40
_LONGEST: Final = 200
_MOST: Final = 0.5
"""Of the long lines: such tools begin them at the margin. Others draw a page as it looks, and prose may be deep."""
_BEGINS: Final = re.compile(r" {4,}")
_LINK: Final = re.compile(r"\]\([^()\s]*[/.#:]")
"""No code has links; ``readers[name](file)`` is none."""
_FEW: Final = 0.1
"""Of a run's lines: so many may be long, as a remark in it is."""
_SOME: Final = 0.1
"""Of its lines: where a body has as many of a run of code, all of it is the body's."""
_CODED: Final = re.compile(
    r"\{[%{]|[%}]\}|[{};]\s*$|[\w\])] (?:=|:=|==|=>|->|\+=) |^\s*(?:- )?[a-z_][\w.-]*:(?:\s|$)"
    r"|^\s*(?://|#!)|\w\(.*\)\s*[:;]?\s*$"
)
"""A line that ends as a statement does, sets something, or names a key."""
_LISTED: Final = re.compile(r"\s*(?:[*+•·]|\d{1,3}\.)\s")
"""An item, as such tools draw it."""
_GOES_ON: Final = re.compile(r" {2,}(?![*+•·]|\d{1,3}\.\s)\S|[)}\]]+[;,]?\s*$")
"""A deep line that is no item, or one that closes what was opened."""
_MOST_CODED: Final = 0.6
"""Of a run's lines."""
_FEWEST, _LINES = 4, 2_000
"""Lines of a run."""
_DEPTHS: Final = 2
"""Different depths of them at the least."""
_COUNTED: Final = re.compile(r"\s*\d+\s*")
"""A number beside a line of code, where a tool puts the column of them below each other."""
_OPERATOR: Final = re.compile(r"[-+*=]?=|[-=]>|<[-<]?")
"""What reads as a rule that a page prints, and is a part of code or of a sum. ``>`` alone marks a quotation."""


def is_operator(text: str) -> bool:
    """Whether a line is nothing but ``=`` or the like: where every string of a page is a line, what is around it is."""
    return _OPERATOR.fullmatch(text) is not None


def code_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of the raw lines that are code; a paragraph that is as deep goes on with an item.

    Args:
        lines: The raw lines of the dump.
    """
    return frozenset(number for run in _runs(lines) for number in run)


def with_whole_code(looks: Sequence[Look], within: Sequence[bool], lines: Sequence[str]) -> list[bool]:
    """Which pieces are of the body, with all lines of every run of code of which it has some: few look like prose.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        lines: The raw lines of the dump.
    """
    found = list(within)
    runs = [run for run in _runs(lines) if not all(_COUNTED.fullmatch(lines[number - 1]) for number in run)]
    place = {number: index for index, look in enumerate(looks) for number in look.piece.numbers} if runs else {}
    for run in runs:
        places = {place[number] for number in run if number in place}
        if sum(found[index] for index in places) >= max(1, _SOME * len(places)):
            for index in places:
                found[index] = True
    return found


def _runs(lines: Sequence[str]) -> list[list[int]]:
    """The numbers, from 1, of the raw lines of each run of code."""
    long = [line for line in lines if len(line.strip()) >= _LONG]
    at_margin = sum(1 for line in long if line[0] != " ") >= _MOST * len(long)
    if at_margin:
        found = [run for run in _deep(lines) if run and not _is_prose([lines[number - 1] for number in run])]
        # Most dumps have none, and need not be looked through for Markdown.
        if found and is_marked_up("\n".join(lines)):
            return found
    return [*_drawn(lines, at_margin=at_margin)]


def _deep(lines: Sequence[str]) -> Iterator[list[int]]:
    """The runs of lines that are deep, each below a line of blanks alone."""
    run: list[int] = []
    inside = False
    for number, line in enumerate(lines, start=1):
        if not line.strip():
            inside = inside or _BEGINS.fullmatch(line) is not None
        elif inside and len(line) - len(line.lstrip(" ")) >= _DEEP:
            run.append(number)
        else:
            yield run
            run, inside = [], False
    yield run


def _drawn(lines: Sequence[str], *, at_margin: bool) -> Iterator[list[int]]:
    """The runs of lines that read as code in a dump that draws a page as it looks: of several depths, full of signs.

    Where prose begins at the margin, deep lines right below one, and those that close what it opened, go on with it.
    """
    start, end = 0, len(lines)
    for place, line in enumerate((*lines, "")):
        if line.strip():
            continue
        run = lines[start:place]
        reads = _FEWEST <= len(run) <= _LINES and _reads_as_code(run)
        if reads or (at_margin and run and start == end + 1 and all(map(_GOES_ON.match, run))):
            yield [*range(start + 1, place + 1)]
            end = place
        start = place + 1


def _reads_as_code(run: Sequence[str]) -> bool:
    depths = {len(line) - len(line.lstrip(" ")) for line in run}
    if len(depths) < _DEPTHS or any(len(line.strip()) > _LONGEST or _LISTED.match(line) for line in run):
        return False
    return sum(_CODED.search(line) is not None for line in run) >= _MOST_CODED * len(run)


def _is_prose(run: Sequence[str]) -> bool:
    long = sum(len(line) > _LONGEST for line in run)
    return long > _FEW * len(run) or any(_LINK.search(line) for line in run)
