"""How high headings stand of which no mark tells.

A dump without marks has ``Ten Ways to Save`` and ``1. Walk to the Harbour`` alike; to a reader the second is of the
first. So are questions below ``FAQ``, labels (``Pros:``) below what they tell of, and a heading right below another.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.dump.series import numbered, series_in
from generator.cleaning.pieces.blocks import HIGHEST, LOWEST, Part
from generator.cleaning.pieces.bold import leveled
from generator.cleaning.pieces.looks import plain_words

UNTOLD: Final = 0
"""The level of a heading that no mark tells, until the whole body is known."""
_QUESTIONS: Final = re.compile(r".*\b(?:faqs?|frequently asked|questions)\b", re.IGNORECASE)
_CLOSES: Final = re.compile(
    r"(?:in )?conclusions?\b|final\b|clos(?:e|ing)\b|wrap(?:s|ping)?\b|about\b|references\b|resources\b|sources\b"
    r"|summary\b|(?:key )?takeaways?\b|the verdict\b|.*\b(?:bottom line|faqs?|frequently asked questions)\b",
    re.IGNORECASE,
)
"""How the headings begin that stand at an article's end, below no other."""


def with_levels(parts: Sequence[Part], *, marked: bool) -> list[Part]:
    """The parts of a body, each heading as high as the others tell.

    Args:
        parts: In order.
        marked: Whether the dump marks headings: of these the level is known, and others stand below the last of them.
    """
    places = [place for place, part in enumerate(parts) if part.kind == "heading"]
    if marked:
        return [*leveled(parts, frozenset(place for place in places if parts[place].level == UNTOLD))]
    heads = [parts[place].text for place in places]
    upon = [place > 0 and parts[place - 1].kind == "heading" for place in places]
    depths = _with_sections(_with_labels(_depths(heads), heads), heads, upon)
    found = list(parts)
    for place, depth in zip(places, depths, strict=True):
        found[place] = parts[place]._replace(level=min(HIGHEST + depth, LOWEST))
    return found


def _depths(heads: Sequence[str]) -> list[int]:
    """How deep each heading stands that is numbered, amid such, or a question of some."""
    depths = [0] * len(heads)
    runs = series_in(heads)
    counted = {place for run in runs for place in run}
    for run in runs:
        _lower_series(depths, heads, run, counted)
    for place, head in enumerate(heads):
        if _QUESTIONS.match(head) and not head.endswith("?"):
            for below in takewhile(lambda one: heads[one].endswith("?"), range(place + 1, len(heads))):
                depths[below] = max(depths[below], depths[place] + 1)
    return depths


def _lower_series(depths: list[int], heads: Sequence[str], run: Sequence[int], counted: Collection[int]) -> None:
    """Put a series below the heading that brings it in, and what stands between its headings below these."""
    first, last = run[0], run[-1]
    own = depths[first - 1] + 1 if first and first - 1 not in counted else depths[first]
    amid = [place for place in range(first, last) if place not in counted]
    again = {plain_words(heads[place]) for place in amid}
    below = takewhile(lambda one: plain_words(heads[one]) in again, range(last + 1, len(heads)))
    for place in run:
        depths[place] = own
    for place in (*amid, *below):
        depths[place] = max(depths[place], own + 1)


def _with_labels(depths: Sequence[int], heads: Sequence[str]) -> list[int]:
    """The depths, where labels (``Pros:``) stand below the heading above them that is none."""
    found, above = [*depths], None
    for place, head in enumerate(heads):
        if not head.endswith(":"):
            above = found[place]
        elif above is not None:
            found[place] = max(found[place], above + 1)
    return found


def _with_sections(depths: Sequence[int], heads: Sequence[str], upon: Sequence[bool]) -> list[int]:
    """The depths, where a heading right below another is of it, and so are the next ones, until a section begins.

    That does with a heading that has one right below it too, with words that close an article, with a series.
    """
    found, section = [*depths], None
    for place, head in enumerate(heads):
        begins = place + 1 < len(heads) and upon[place + 1]
        if upon[place] and depths[place] <= depths[place - 1] and not _count_on(heads[place - 1], head):
            section = place - 1
            found[place] = max(found[place], found[section] + 1)
        elif section is None or begins or depths[place] or _CLOSES.match(head):
            section = None
        else:
            found[place] = max(found[place], found[section] + 1)
    return found


def _count_on(above: str, below: str) -> bool:
    return numbered(above).series != "" and numbered(above).series == numbered(below).series
