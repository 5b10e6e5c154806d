"""A table of contents in a dump: lines near the beginning that come again one by one, far apart, as headings."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import accumulate
from typing import Final, NamedTuple

from generator.cleaning.pieces.shapes import shape_of

_NUMBER: Final = re.compile(r"\A(?:\d+ )+")
_FEWEST: Final = 4
_FEWEST_LABELLED: Final = 2
"""Entries, where the page calls them its contents."""
_NEAR: Final = 8
"""So many parts of the page stand at most between such a label and the first entry that was chosen."""
_LABEL: Final = "shape:contents"
_LONGEST: Final = 20
"""Words of an entry."""
_FLAT: Final = re.compile(
    r"(?:table of )?contents?\b|jump to (?:a )?section\b|(?:in|on) this (?:article|guide|page|post)\b"
)
"""How contents begin that a dump has on one line."""
_OF_A_COUNT: Final = re.compile(r"\b\d{1,2} (?=[^\W\d])")
_NAMED: Final = 0.4
"""Of the words of such a line: so many are those of headings below."""
_EARLY: Final = 12
"""Among so many lines at the beginning of a body …"""
_GLUED: Final = 40
"""… one of so many letters may be several names …"""
_MOSTLY, _NEARLY = 0.7, 0.9
"""… so many of them are."""
_FIRST: Final = 0.3
"""In this first part of a body's words a table of contents begins."""
_FAR: Final = 5
"""So many times its own words lie between it and the last of the headings that it lists."""
_BRINGS_IN: Final = 8
"""Words of a line that ends in a colon: with so many it says what the list below it is, and that is the article's."""


class Entry(NamedTuple):
    """A part of a page, which a table of contents may list."""

    plain: str
    brings_in: bool
    """A sentence that ends in a colon: what follows belongs to it."""
    labels: bool = False
    """It says that contents follow."""
    leads: bool = True
    """It may lead to what it names: links of a page do, its other text does not, of a dump's nobody can tell."""

    @classmethod
    def of(cls, text: str, plain: str, *, leads: bool = True) -> Entry:
        """What there is to know of a text with these words (see ``looks.plain_words``)."""
        shape = shape_of(text)
        labels = shape is not None and shape.rule == _LABEL
        unnumbered = _NUMBER.sub("", plain) if plain[:1].isdecimal() else plain
        return cls(unnumbered, text.endswith(":") and plain.count(" ") + 1 >= _BRINGS_IN, labels, leads)


def without_contents(parts: Sequence[Entry], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without the lists of headings that come again below them.

    Args:
        parts: Of a page, in order.
        within: Which of them were chosen.
    """
    body = [place for place, stays in enumerate(within) if stays]
    labelled = {order for order, place in enumerate(body) if _is_labelled(parts, within, place)}
    lines = [parts[place] for place in body]
    gone = {body[order] for run in (*_contents(lines, labelled), _flat(lines)) for order in run}
    return tuple(stays and place not in gone for place, stays in enumerate(within))


def _is_labelled(parts: Sequence[Entry], within: Sequence[bool], place: int) -> bool:
    """Whether the page calls what begins here its contents, and nothing of the body stands between."""
    for above in range(place - 1, max(-1, place - 1 - _NEAR), -1):
        if parts[above].labels or within[above]:
            return parts[above].labels
    return False


def _flat(body: Sequence[Entry]) -> list[int]:
    """The lines near the beginning that name many headings below, and are called contents or count them."""
    upto = [0, *accumulate(part.plain.count(" ") + 1 for part in body)]
    first = [place for place in range(len(body)) if upto[place] < _FIRST * upto[-1]]
    names = {part.plain: place for place, part in enumerate(body) if 0 < len(part.plain.split()) < _LONGEST}
    return [place for place in first if _names_many(body[place].plain, place, names)]


def _names_many(line: str, place: int, names: Mapping[str, int]) -> bool:
    """Whether a line at some place says hardly anything but names of lines below, of which the last places are told."""
    words, entries = line.split(), _OF_A_COUNT.split(line)
    if _FLAT.match(line):
        parts = {
            " ".join(words[start:end]) for start in range(len(words)) for end in range(start + 1, start + _LONGEST)
        }
    elif len(entries) >= _FEWEST:
        parts = {*map(str.strip, entries)}
    else:
        return place < _EARLY and _is_glued(line, place, names)
    found = {part for part in parts if part != line and names.get(part, -1) > place}
    return len(found) >= _FEWEST and sum(len(name.split()) for name in found) >= _NAMED * len(words)


def _is_glued(line: str, place: int, names: Mapping[str, int]) -> bool:
    """Whether a line is the names of many lines below in their order; mostly, where no blank is between two of them."""
    found, end, said, is_glued = 0, 0, 0, False
    for name, below in names.items() if len(line) >= _GLUED else ():
        at = line.find(name, end) if below > place and " " in name else -1
        if at >= 0:
            found, end, said = found + 1, at + len(name), said + len(name)
            is_glued = is_glued or line[end : end + 1].isalpha()
    return found >= _FEWEST and said >= (_MOSTLY if is_glued else _NEARLY) * len(line)


def _contents(body: Sequence[Entry], labelled: Collection[int]) -> Iterator[range]:
    """The runs of a body's lines that list what follows.

    Args:
        body: Its lines.
        labelled: The places right below a label.
    """
    places: dict[str, list[int]] = {}
    for place, part in enumerate(body):
        places.setdefault(part.plain, []).append(place)
    # How many words stand before each line, and in all.
    words = [0, *accumulate(part.plain.count(" ") + 1 for part in body)]
    start = 0
    while start < len(body) and words[start] < _FIRST * words[-1]:
        end, last = start, -1
        while end < len(body):
            again = _comes_again(body[end].plain, places, max(end, last))
            is_entry = start in labelled or body[end].plain.isdecimal()
            if again is None and not (is_entry and _is_entry(body, end, places, last)):
                break
            end, last = end + 1, last if again is None else again
        is_far = words[last] - words[end] >= _FAR * (words[end] - words[start])
        fewest = _FEWEST_LABELLED if start in labelled else _FEWEST
        entries = sum(not part.plain.isdecimal() for part in body[start:end])
        if entries >= fewest and is_far and (start == 0 or _leads_on(body[start - 1], body[start:end])):
            yield range(start, end)
        start = max(end, start + 1)


def _leads_on(above: Entry, run: Sequence[Entry]) -> bool:
    """Whether a run of lines amid a text leads to what it names, and is no list of the article's own."""
    return not above.brings_in and any(part.leads for part in run)


def _is_entry(body: Sequence[Entry], place: int, places: dict[str, list[int]], last: int) -> bool:
    """Whether a line that does not come again may be an entry: the next one comes again.

    It names a heading in other words, or is the number that a dump prints on a line of its own.
    """
    following = body[place + 1].plain if place + 1 < len(body) else ""
    is_short = 0 < body[place].plain.count(" ") < _LONGEST or body[place].plain.isdecimal()
    return is_short and _comes_again(following, places, max(place + 1, last)) is not None


def _comes_again(line: str, places: dict[str, list[int]], after: int) -> int | None:
    """Where a short line stands for the second and last time, if that is behind some place."""
    found = places.get(line, [])
    is_entry = bool(line) and line.count(" ") < _LONGEST and len(found) == 2
    return found[1] if is_entry and found[1] > after else None
