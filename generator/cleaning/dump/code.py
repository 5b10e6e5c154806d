"""Code in a dump: of a tool that writes Markdown lines four blanks deep, of one that draws a page what reads so."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import pairwise
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
    r"""
    \{[%{] | [%}]\}                                                     # a template's own
    | [{};]\s*$ | [({\[]\s*$ | ^\s*[)}\]]+[;,:]?\s*$                    # ends a statement, opens, closes
    | [\w\])][ ](?:=|:=|==|=>|->|\+=)[ ] | ^\s*[\w.]+=[\w'\"({\[]       # sets something
    | \w\(.*\)\s*[:;]?\s*$ | ^\s*(?:async[ ])?def[ ]\w+\(             # calls or defines it
    | ^\s*(?:-[ ])?[a-z_][\w.-]*:(?:\s|$) | ^\s*['\"][\w@$.\ -]{1,40}['\"]:[ ]    # names a key
    | ^\s*(?://|\#!) | \s//\s                                          # remarks
    | ^\s*</?[a-zA-Z][\w:.-]{0,60}(?:[ ][^<>]{0,200})?/?>               # a tag
    | ^\s*(?:from|import)[ ][\w.]+(?:[ ]import[ ].*)?$ | ^\s*\$[ ][a-z]   # brings in, commands
    | ^\s*(?:SELECT|INSERT[ ]INTO|UPDATE|DELETE[ ]FROM|CREATE|ALTER|DROP|FROM|WHERE)[ ]
    """,
    re.VERBOSE,
)
"""The signs of a line of code."""
_OPENS, _CLOSES = "({[", ")}]"
_REMARKS: Final = ("#", "//", "/*", "*")
_SIGNS: Final = re.compile(r"[{};=]")
_MORE_SIGNS: Final = re.compile(r"[{};=<>]")
_SENTENCE: Final = re.compile(r"[“\"‘(]?[A-ZÀ-Þ].{60,}[.!?:…”\"’)]")
_WORDS: Final = re.compile(r"\b[a-zà-ÿ]+,? [a-zà-ÿ]+,? [a-zà-ÿ]+,? [a-zà-ÿ]+\b")
"""Four in a row, in small letters."""
_NAMED: Final = re.compile(r"[A-ZÀ-Þ][a-zà-ÿ]*(?: [\w&'’:,()-]+){0,10}")
"""A heading, a button."""
_TOLD: Final = 160
"""Letters of a line without any sign: with so many it is told, whatever it ends with."""
_LISTED: Final = re.compile(r"\s*(?:[*+•·]|\d{1,3}\.)\s")
"""An item, as such tools draw it."""
_GOES_ON: Final = re.compile(r" {2,}(?![*+•·]|\d{1,3}\.\s)\S|[)}\]]+[;,]?\s*$")
"""A deep line that is no item, or one that closes what was opened."""
_MOST_CODED, _MOST_ENCLOSED = 0.6, 0.5
"""Of a run's lines, and of one that begins with a bracket and ends with it; all where they are the fewest."""
_FEWEST, _LINES = 3, 2_000
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
    return frozenset(number for run in _runs(tuple(lines)) for number in run)


def with_whole_code(looks: Sequence[Look], within: Sequence[bool], lines: Sequence[str]) -> list[bool]:
    """Which pieces are of the body, with all lines of every run of code of which it has some: few look like prose.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        lines: The raw lines of the dump.
    """
    found = list(within)
    runs = [run for run in _runs(tuple(lines)) if not all(_COUNTED.fullmatch(lines[number - 1]) for number in run)]
    place = {number: index for index, look in enumerate(looks) for number in look.piece.numbers} if runs else {}
    for run in runs:
        places = {place[number] for number in run if number in place}
        if sum(found[index] for index in places) >= max(1, _SOME * len(places)):
            for index in places:
                found[index] = True
    return found


# Twice asked of a dump: which of its lines are the body's, and which are code.
@lru_cache(maxsize=1)
def _runs(lines: tuple[str, ...]) -> Sequence[Sequence[int]]:
    """The numbers, from 1, of the raw lines of each run of code."""
    long = [line for line in lines if len(line.strip()) >= _LONG and not _LISTED.match(line)]
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
    end = len(lines)
    for start, stop in _parted(lines):
        run = lines[start:stop]
        reads = _FEWEST <= len(run) <= _LINES and _reads_as_code(run, at_margin=at_margin)
        is_below = start == end + 1 and not lines[end].strip()
        if reads or (at_margin and is_below and all(map(_GOES_ON.match, run))):
            yield [*range(start + 1, stop + 1)]
            end = stop


def _parted(lines: Sequence[str]) -> Iterator[tuple[int, int]]:
    """Where each run of lines begins and ends: at blank lines and, of several together, at those that are no code."""
    start = 0
    for place in (*(number for number, line in enumerate(lines) if not line.strip()), len(lines)):
        told = [number for number in range(start, place) if _is_told(lines[number])] if place - start >= _FEWEST else []
        for first, last in pairwise((start - 1, *told, place)):
            if first + 1 < last:
                yield first + 1, last
        start = place + 1


def _is_told(line: str) -> bool:
    """Whether a line among others is no code: an item, a row of a table, a heading or prose."""
    text = line.strip()
    if len(text) > _LONGEST or "\t" in text or _LISTED.match(line):
        return True
    if text.startswith(_REMARKS):
        return False
    if line[0] != " " and (_NAMED.fullmatch(text) or (_WORDS.search(text) and not _MORE_SIGNS.search(text))):
        return True
    return not _SIGNS.search(text) and (len(text) > _TOLD or _SENTENCE.fullmatch(text) is not None)


def _reads_as_code(run: Sequence[str], *, at_margin: bool) -> bool:
    """Whether lines are of several depths or all in brackets, and nearly all signed as code or deep."""
    depths = {len(line) - len(line.lstrip(" ")) for line in run}
    is_enclosed = run[0].rstrip()[-1:] in _OPENS and run[-1].lstrip()[:1] in _CLOSES
    if len(depths) < _DEPTHS and not is_enclosed:
        return False
    signed = [_CODED.search(line) is not None for line in run]
    coded = sum(sign or (at_margin and line.startswith("  ")) for sign, line in zip(signed, run, strict=True))
    least = 1.0 if len(run) == _FEWEST else _MOST_ENCLOSED if is_enclosed else _MOST_CODED
    return any(signed) and coded >= least * len(run)


def _is_prose(run: Sequence[str]) -> bool:
    long = sum(len(line) > _LONGEST for line in run)
    return long > _FEW * len(run) or any(_LINK.search(line) for line in run)
