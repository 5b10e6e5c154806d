"""Lines in bold over paragraphs: a reader takes them for the headings of an article's sections."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Sequence
from typing import Final

from generator.cleaning.pieces.blocks import HIGHEST, LOWEST, Part

_LONGEST, _OF_A_QUESTION, _OF_WHO_ASKS = 90, 200, 300
"""Letters: a question is longer than other headings, and in an interview longer still."""
_SPEAKER: Final = re.compile(r"(?:[A-Z0-9]{1,5}|[A-Z]\w+(?: [A-Z][\w.]*){1,2}):\s+\S+(?:\s+\S+){3}")
_FEWEST: Final = 2
_UNTITLED: Final = (".", ",", ";", ":", "!", "…")
"""What no heading ends in."""
_HEADED: Final = frozenset({"paragraph", "item", "quote"})


def with_bold_headings(parts: Sequence[Part], bold: Sequence[bool]) -> list[Part]:
    """The parts of a body, where several short lines in bold stand over its text each alone: they are headings.

    One alone is where it stands over a list, of which it says what it is (`Best Practices`); over a paragraph it may be
    a call or a row of dashes, and a link leads elsewhere. In an interview all that is asked is one (`MK: Tell me.`).

    Args:
        parts: The body's blocks, in order.
        bold: For each whether all of it is in bold.
    """
    lines = [all_bold and _is_line(part) for part, all_bold in zip(parts, bold, strict=True)]
    places = frozenset(place for place in range(len(parts) - 1) if _heads(parts, lines, place))
    if sum(_asks(parts[place]) for place in places) >= _FEWEST:
        lines = [one or (all_bold and _asks(part)) for one, part, all_bold in zip(lines, parts, bold, strict=True)]
        places = frozenset(place for place in range(len(parts) - 1) if _heads(parts, lines, place))
    if len(places) < _FEWEST:
        places = frozenset(place for place in places if parts[place + 1].kind == "item" and not parts[place].anchors)
    return list(leveled(parts, places))


def _is_line(part: Part) -> bool:
    longest = _OF_A_QUESTION if part.text.endswith("?") else _LONGEST
    is_short = len(part.text) <= longest and "\n" not in part.text
    return part.kind == "paragraph" and is_short and not part.text.endswith(_UNTITLED)


def _asks(part: Part) -> bool:
    """Whether a line begins with who says it."""
    is_short = len(part.text) <= _OF_WHO_ASKS and "\n" not in part.text
    return part.kind == "paragraph" and is_short and _SPEAKER.match(part.text) is not None


def _heads(parts: Sequence[Part], lines: Sequence[bool], place: int) -> bool:
    """Whether a line in bold stands alone over text; several in a row are an address or a cast."""
    is_alone = not (lines[place + 1] or (place and lines[place - 1]))
    return lines[place] and is_alone and parts[place + 1].kind in _HEADED


def leveled(parts: Sequence[Part], places: Collection[int]) -> Iterator[Part]:
    """The parts, of which the new headings are one level below the last one above them that was a heading before.

    Args:
        parts: The body's blocks, in order.
        places: Those that are headings now.
    """
    above = HIGHEST - 1
    for place, part in enumerate(parts):
        if place in places:
            yield part._replace(kind="heading", level=min(above + 1, LOWEST))
        else:
            above = max(part.level, HIGHEST) if part.kind == "heading" else above
            yield part
