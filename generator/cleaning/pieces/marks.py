"""Markdown's inline marks in dumps of html2text and the like: taken out of the text, their links kept with offsets."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Sequence
from typing import Final

_LINK: Final = re.compile(
    r"!?\[(?P<words>[^\[\]]*)\]\(<?(?P<href>[^()\s<>]*(?:\([^()\s]*\)[^()\s]*)?)>?(?: +\"[^\"]*\")?\)"
)
_EMPHASIS: Final = re.compile(
    r"\*{1,3}(?=\S)|(?<=\S)\*{1,3}"
    r"|(?<![\w\\])_{1,3}(?=[^\s_])|(?<=[^\s_])_{1,3}(?![\w=])|(?<!\S)_{1,3}(?!\S)"
)
"""The signs around what is emphasised, and those of emphasis on nothing; a longer line is to be filled in."""
_ESCAPE: Final = re.compile(r"\\(?=[\\`*_{}\[\]()#+.!>-])")
_SIGNS: Final = ("](", "**", "\\-", "\\.")
_MARKED: Final = re.compile(r"^#{2,4} (?=[^\W_])|(?<![\w\\])_[^\W_][^_\n]{0,60}_(?!\w)", re.MULTILINE)
"""A heading, and emphasis in underscores."""
_FEWEST: Final = 3

Anchor = tuple[int, int, str]
"""A link on ``text[start:end]`` of its piece."""
Cell = tuple[str, Sequence[Anchor]]
"""The text of a table's cell, and the links on it."""


def table_text(rows: Sequence[Sequence[Cell]]) -> tuple[str, tuple[Anchor, ...]]:
    """A table as text, a line a row and tabs between its cells, and the links on it."""
    parts: list[str] = []
    links: list[Anchor] = []
    length = 0
    for row in rows:
        for number, (text, anchors) in enumerate(row):
            parting = "\t" if number else "\n" if parts else ""
            length += len(parting)
            links += [(length + start, length + end, href) for start, end, href in anchors]
            parts += [parting, text]
            length += len(text)
    return "".join(parts), tuple(links)


def without_blanks(text: str, anchors: Sequence[Anchor], gaps: Sequence[int]) -> tuple[str, tuple[Anchor, ...]]:
    """A text without the letters at some places, in order, and the links where their words now are."""
    if not gaps:
        return text, tuple(anchors)
    kept = [text[start:end] for start, end in zip([0, *(gap + 1 for gap in gaps)], [*gaps, len(text)], strict=True)]
    moved = ((start - bisect_left(gaps, start), end - bisect_left(gaps, end), href) for start, end, href in anchors)
    return "".join(kept), tuple(moved)


def is_marked_up(text: str) -> bool:
    """Whether a dump is Markdown-ish: it holds links, headings or emphasis in Markdown's signs."""
    if "](http" in text:
        return True
    signs = sum(text.count(sign) for sign in _SIGNS)
    return signs >= _FEWEST or signs + len(_MARKED.findall(text)) >= _FEWEST


def plain(text: str) -> tuple[str, Sequence[Anchor]]:
    """A piece's text without inline marks, and its links."""
    if not any(sign in text for sign in "[*_\\"):
        return text, ()
    anchors: list[Anchor] = []
    parts: list[str] = []
    length = last = 0
    for match in _LINK.finditer(text):
        before = _bare(text[last : match.start()])
        words = "" if match[0][0] == "!" else _bare(match["words"])
        parts += [before, words]
        length += len(before)
        if words.strip() and match["href"]:
            anchors.append((length, length + len(words), match["href"]))
        length += len(words)
        last = match.end()
    parts.append(_bare(text[last:]))
    return "".join(parts), tuple(anchors)


def _bare(text: str) -> str:
    """A text without its marks; one star alone is that of a note."""
    if text.count("*") == 1 and "_" not in text:
        return _ESCAPE.sub("", text)
    return _ESCAPE.sub("", _EMPHASIS.sub("", text))
