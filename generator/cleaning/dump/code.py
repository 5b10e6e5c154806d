"""Code in a dump of a tool that writes Markdown: lines four blanks deep, below one of blanks alone."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.pieces.marks import is_marked_up

_DEEP: Final = 4
_LONG: Final = 40
_LONGEST: Final = 200
_MOST: Final = 0.5
"""Of the long lines: such tools begin them at the margin. Others draw a page as it looks, and prose may be deep."""
_BEGINS: Final = re.compile(r" {4,}")
_LINK: Final = "]("
"""No code has links."""


def code_lines(lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of the raw lines that are code; a paragraph that is as deep goes on with an item.

    Args:
        lines: The raw lines of the dump.
    """
    long = [line for line in lines if len(line.strip()) >= _LONG]
    if sum(1 for line in long if line[0] != " ") < _MOST * len(long):
        return frozenset()
    runs = (run for run in _deep(lines) if not any(_is_prose(lines[number - 1]) for number in run))
    found = frozenset(number for run in runs for number in run)
    # Most dumps have none, and need not be looked through for Markdown.
    return found if found and is_marked_up("\n".join(lines)) else frozenset()


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


def _is_prose(line: str) -> bool:
    return len(line) > _LONGEST or _LINK in line
