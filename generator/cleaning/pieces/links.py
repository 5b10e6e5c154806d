"""The links of a dump, taken out of its text before anything else is read."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from generator.cleaning.pieces.marks import Anchor


class Link(NamedTuple):
    """A link of a dump."""

    line: int
    """On which it begins, from 1."""
    words: str
    """As readers see them, white space as one blank."""
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Unlinked:
    """A dump as its reader sees it: without the signs of its links, its parts on lines of their own."""

    text: str
    """It has as many lines as the dump, but for ``origins``."""
    links: tuple[Link, ...] = ()
    homes: Mapping[int, int] = field(default_factory=dict)
    """Number of a line that went to another -> that one's."""
    widths: Mapping[int, tuple[int, int]] = field(default_factory=dict)
    """Number of a line that was wider -> its width then, and the letters of a sign that stood before its first word."""
    origins: tuple[int, ...] = ()
    """Of each line, from 1, on which line of the dump it stood, where several stood on one."""
    going_on: frozenset[int] = frozenset()
    """The lines that only a blank parted from the one before them."""


def anchors_in(text: str, links: Sequence[Link]) -> tuple[Anchor, ...]:
    """Where links stand in the text of a piece; those whose words it has no more stand nowhere.

    Args:
        text: Of the piece, without signs.
        links: That begin on its lines, in order.
    """
    anchors: list[Anchor] = []
    behind = 0
    for link in links:
        start = text.find(link.words, behind)
        if start >= 0:
            behind = start + len(link.words)
            anchors.append((start, behind, link.href))
    return tuple(anchors)
