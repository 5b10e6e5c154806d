"""Inline text of a page as it is seen: white space made single, links kept with their offsets."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.cleaning.pieces.marks import Anchor, without_blanks

_GAP: Final = re.compile(r" [.,)](?![\w.])")


@dataclass(slots=True)
class Run:
    """Inline text that is being gathered for the next block or cell."""

    parts: list[str] = field(default_factory=list)
    length: int = 0
    links: list[Anchor] = field(default_factory=list)
    emphasis: int = 0
    """Characters in bold or strong."""

    def add(self, text: str, *, verbatim: bool = False) -> None:
        """Append text, with runs of white space as one space unless it is preformatted."""
        if not verbatim:
            words = text.split()
            if not words:
                text = " " if text else ""
            else:
                text = (" " if text[0].isspace() else "") + " ".join(words) + (" " if text[-1].isspace() else "")
            if text[:1] == " " and (not self.parts or self.parts[-1][-1] in " \n"):
                text = text[1:]
        if text:
            self.parts.append(text)
            self.length += len(text)

    def drop_spaces(self) -> None:
        """Take away the space at the end."""
        while self.parts and self.parts[-1] == " ":
            self.length -= len(self.parts.pop())
        if self.parts and self.parts[-1].endswith(" "):
            self.parts[-1] = self.parts[-1][:-1]
            self.length -= 1

    def break_line(self) -> None:
        """End a line that has begun."""
        if self.parts:
            self.parts.append("\n")
            self.length += 1

    def taken(self, *, preformatted: bool = False) -> tuple[str, tuple[Anchor, ...]]:
        """The text without white space around it, and the links on it; an empty text of nothing but white space."""
        raw = "".join(self.parts)
        text = raw.strip("\n").rstrip() if preformatted else raw.strip()
        if not text.strip():
            return "", ()
        return text, tuple(clipped(self.links, raw.index(text), text)) if self.links else ()


def clipped(links: list[Anchor], shift: int, text: str) -> Iterator[Anchor]:
    """Links moved to a stripped text, without white space at their ends, and none that is empty."""
    for start, end, href in sorted(links):
        low, high = max(0, start - shift), min(len(text), end - shift)
        while low < high and text[low].isspace():
            low += 1
        while high > low and text[high - 1].isspace():
            high -= 1
        if low < high:
            yield low, high, href


def closed_up(text: str, links: Sequence[Anchor]) -> tuple[str, tuple[Anchor, ...]]:
    """A text and its links, without the blank between a link and the full stop or comma behind it.

    Editors that take it for a part of the link leave it there.
    """
    return without_blanks(text, links, sorted({end for _, end, _ in links if _GAP.match(text, end)}))
