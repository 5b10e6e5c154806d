"""The raw lines of a dump, and the pieces that they are joined to: one paragraph, heading, item or quote each."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from functools import partial
from typing import Final

from generator.model import BlockKind

_MARKER: Final = re.compile(r"(?P<bullet>[•‣◦▪●○■*+–-]|·)\s+(?=\S)|(?P<number>\d{1,3}[.)])\s+(?=\S)|(?P<quote>>)\s?")
_HEADING: Final = re.compile(r"(#{1,6})\s+(?=\S)")
_ESCAPED: Final = re.compile(r"^(\d{1,3})\\(?=[.)] )")


@dataclass(frozen=True, slots=True, kw_only=True)
class RawLine:
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


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
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
    return tuple(_read(number, line) for number, line in enumerate(text.split("\n"), start=1))


def _read(number: int, line: str) -> RawLine:
    visible = line.rstrip()
    body = visible.lstrip()
    place = partial(RawLine, number=number, width=len(visible), indent=len(visible) - len(body))
    if not body:
        return place(text="")
    heading = _HEADING.match(body) if body[0] == "#" else None
    if heading:
        text = body[heading.end() :].rstrip("# ") or body
        return place(text=text, kind="heading", level=max(2, len(heading[1])), marker=heading[1])
    match = _MARKER.match(body) if not body[0].isalpha() else None
    if match is None:
        return place(text=_ESCAPED.sub(r"\1", body) if body[0].isdigit() else body)
    return _marked(place, body, match)


def _marked(place: Callable[..., RawLine], body: str, match: re.Match[str]) -> RawLine:
    """A line that begins with a quote's, a list's or a number's mark; a number stays in the text."""
    indent = place(text="").indent
    marker, text = match[0].strip(), body[match.end() :]
    if match["quote"]:
        return place(text=text or body, kind="quote", marker=marker)
    if match["number"]:
        return place(text=body, kind="item" if indent else "paragraph", level=indent // 4, marker=marker)
    return place(text=text, kind="item", level=max(0, indent - 1) // 2, marker=marker)
