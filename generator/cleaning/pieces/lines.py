"""The raw lines of a dump, and the pieces that they are joined to: one paragraph, heading, item or quote each."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from generator.model import BlockKind

_MARKER: Final = re.compile(r"(?P<bullet>[•‣◦▪●○■*+–-]|·)\s+(?=\S)|(?P<number>\d{1,3}[.)])\s+(?=\S)|(?P<quote>>)\s?")
_MARKS: Final = frozenset("•‣◦▪●○■*+–-·>0123456789")
_HEADING: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_ESCAPED: Final = re.compile(r"^(\d{1,3})\\(?=[.)] )")


class RawLine(NamedTuple):
    """One line as it stands in the dump, with what its beginning says."""

    number: int
    text: str
    """Without white space around it and without its marker."""
    width: int
    """Of the raw line, to its last visible character."""
    indent: int
    kind: BlockKind = "paragraph"
    level: int = 0
    marker: str = ""
    trails: bool = False
    """One blank follows it, or is all of it."""
    led: int = 0
    """Letters of a sign that stood before its first word and was taken out."""


class Piece(NamedTuple):
    """A run of raw lines that belong together."""

    text: str
    numbers: tuple[int, ...]
    kind: BlockKind
    level: int = 0
    marker: str = ""
    apart: bool = True
    """A blank line stands before it."""


def raw_lines(text: str) -> tuple[RawLine, ...]:
    """Every line of a dump, blank ones included, numbered from 1."""
    return tuple([_read(number, line) for number, line in enumerate(text.split("\n"), start=1)])


def indent_of(line: str) -> int:
    """How many blanks stand before the first sign of a line."""
    return len(line) - len(line.lstrip())


def _read(number: int, line: str) -> RawLine:
    visible = line.rstrip()
    if not visible:
        return RawLine(number, "", 0, 0, trails=line == " ")
    body = visible.lstrip()
    width, indent = len(visible), len(visible) - len(body)
    trails = len(line) == width + 1 and line[-1] == " "
    head = body[:1]
    if head == "#" and (heading := _HEADING.match(body)):
        text = body[heading.end() :].rstrip("# ") or body
        return RawLine(number, text, width, indent, "heading", max(2, len(heading[1])), heading[1], trails)
    if head in _MARKS and (match := _MARKER.match(body)):
        return _marked(RawLine(number, body, width, indent, trails=trails), match)
    return RawLine(number, _ESCAPED.sub(r"\1", body) if head.isdigit() else body, width, indent, trails=trails)


def _marked(line: RawLine, match: re.Match[str]) -> RawLine:
    """A line that begins with a quote's, a list's or a number's mark; a number stays in the text."""
    body, indent = line.text, line.indent
    marker, text = match[0].strip(), body[match.end() :]
    if match["quote"]:
        return line._replace(text=text or body, kind="quote", marker=marker)
    if match["number"]:
        return line._replace(kind="item" if indent else "paragraph", level=indent // 4, marker=marker)
    return line._replace(text=text, kind="item", level=max(0, indent - 1) // 2, marker=marker)
