"""Lists of which no mark tells, where every string of a page is a line: what stands below a colon in lines alike."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.pieces.blocks import Part

_ITEMS: Final = range(3, 13)
_WORDS: Final = range(2, 26)
_WORDS_OF_A_SENTENCE: Final = range(3, 15)
"""Of an item that ends in a stop: longer ones are the paragraphs that a colon announces."""
_ENDS: Final = ".;,!?…:"
_NONE: Final = re.compile(r"[\d(#]|.*[|$=;{}<>\t\n]")
"""What are figures, cells, code and lines of several."""


def with_lists(parts: Sequence[Part]) -> list[Part]:
    """The parts of a body, where three lines and more below a colon are items, if they are short and end alike.

    Args:
        parts: In order, of a dump of which each line is a string of the page.
    """
    found = list(parts)
    for place, part in enumerate(parts):
        if part.text.endswith(":") and part.kind in {"paragraph", "heading"}:
            run = _run(parts[place + 1 : place + 2 + _ITEMS.stop])
            found[place + 1 : place + 1 + len(run)] = [one._replace(kind="item") for one in run]
    return found


def _run(below: Sequence[Part]) -> Sequence[Part]:
    """The items at the beginning of what stands below a colon; none where these are no list."""
    end = _end(below[0]) if below else ""
    words = _WORDS_OF_A_SENTENCE if end == "." else _WORDS
    run = [*takewhile(lambda part: part.kind == "paragraph" and _end(part) == end, below)]
    is_list = end != ":" and len(run) in _ITEMS and all(_is_item(part, words) for part in run)
    return run if is_list else ()


def _end(part: Part) -> str:
    """The mark that a line ends with; '' if none."""
    last = part.text[-1:]
    return last if last in _ENDS else ""


def _is_item(part: Part, words: range) -> bool:
    return len(part.text.split()) in words and _NONE.match(part.text) is None
