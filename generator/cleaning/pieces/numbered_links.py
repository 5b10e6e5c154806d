"""A dump of a text browser that numbers its links (`[12]the old pier`) and lists their addresses at the end.

Where the words of a link end it does not tell: they stay words, and the addresses belong to nothing that could be told.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.pieces.links import Unlinked

_FEWEST: Final = 10
"""Links; a text may cite a few works by number."""
_MOST: Final = 0.5
"""Of the numbers: right behind so many follows what they number. Behind a citation stands a blank or a stop."""
_SKIPPED: Final = 3
"""Numbers that may lack: of links that lie in what the browser does not show."""
_NUMBER: Final = re.compile(r"\[(\d{1,4})\](?!\([a-z/#])")
"""That of a link; in Markdown it would be its words."""
_SAYS: Final = re.compile(r"[\w\[\"'“‘(#@$€£&+*<«—…]")
_LIST: Final = re.compile(r"^\s*(?:References|Visible links:?|Hidden links:?)\s*$")
_ENTRY: Final = re.compile(r"^\s*\d{1,4}\. (?:[a-z][a-z0-9+.-]{1,20}:|[/#])", re.IGNORECASE)
"""With an address: an article lists what it cites below `References` as well."""


def without_numbers_of_links(text: str) -> Unlinked | None:
    """A dump without the numbers of its links and without their list; None where its links have none."""
    if text.count("[1]") == 0:
        return None
    lines = text.split("\n")
    end = _list_in(lines)
    shown = "\n".join(lines[:end])
    numbers = list(_counted(shown))
    followed = sum(_SAYS.match(shown, number.end()) is not None for number in numbers)
    if len(numbers) < _FEWEST or followed < _MOST * len(numbers):
        return None
    bare = _without(shown, numbers).split("\n")
    widths = {
        place + 1: (len(raw.rstrip()), _lead(raw))
        for place, (line, raw) in enumerate(zip(bare, lines, strict=False))
        if line != raw
    }
    return Unlinked(text="\n".join((*bare, *[""] * (len(lines) - len(bare)))), widths=widths)


def _counted(text: str) -> Iterator[re.Match[str]]:
    """The numbers in brackets that count on from the first."""
    following = 1
    for number in _NUMBER.finditer(text):
        if following <= int(number[1]) <= following + _SKIPPED:
            following = int(number[1]) + 1
            yield number


def _list_in(lines: Sequence[str]) -> int:
    """Where the list of addresses begins; the number of lines where there is none."""
    place = len(lines)
    while place and (not lines[place - 1].strip() or _ENTRY.match(lines[place - 1]) or _LIST.match(lines[place - 1])):
        place -= 1
    titles = (number for number in range(place, len(lines)) if _LIST.match(lines[number]))
    return next(titles, len(lines))


def _without(text: str, numbers: Sequence[re.Match[str]]) -> str:
    parts: list[str] = []
    behind = 0
    for number in numbers:
        parts.append(text[behind : number.start()])
        # Links that stand beside each other are parted by their numbers alone.
        is_between = (
            text[number.start() - 1 : number.start()].isalnum() and text[number.end() : number.end() + 1].isalnum()
        )
        parts.append(" " if is_between else "")
        behind = number.end()
    return "".join((*parts, text[behind:]))


def _lead(raw: str) -> int:
    """The letters of a number before the first word of a line."""
    number = _NUMBER.match(raw.lstrip())
    return len(number[0]) if number else 0
