"""Indented lines inside an element of raw HTML in Markdown: text to the kramdown of Jekyll, no code."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_OPENED: Final = re.compile(r"<(?P<tag>blockquote|figure|div|section|aside|center|article)(?=[\s>])", re.IGNORECASE)
_FENCE: Final = re.compile(r" {0,3}(?P<sign>`{3,}|~{3,})")
_DEEP: Final = re.compile(
    r"<(?:pre|script|style|textarea)(?=[\s>])|^\s*(?:`{3}|~{3}|(?:[-*+]|\d{1,9}[.)])\s)", re.IGNORECASE
)
"""What needs the depth of its lines: code, and items with what stands in them."""


def without_indents(text: str) -> str:
    """Markdown whose indented lines between a tag that begins a line and its closing tag begin at the margin.

    CommonMark ends raw HTML at an empty line and takes what is indented below that for code. An element that holds code
    or a list is left as it is.
    """
    lines = text.split("\n")
    if not any(_OPENED.match(line) for line in lines):
        return text
    for first, last in _elements(lines):
        if not any(_DEEP.search(line) for line in lines[first : last + 1]):
            lines[first : last + 1] = [line.lstrip(" \t") for line in lines[first : last + 1]]
    return "\n".join(lines)


def _elements(lines: Sequence[str]) -> list[tuple[int, int]]:
    """First and last line of each element that begins a line outside of code and is closed."""
    found: list[tuple[int, int]] = []
    tag = fence = ""
    first = depth = 0
    for number, line in enumerate(lines):
        mark = _FENCE.match(line)
        if fence:
            fence = "" if mark and mark["sign"].startswith(fence) else fence
        elif mark:
            fence = mark["sign"]
        elif not tag and (opened := _OPENED.match(line)):
            tag, first, depth = opened["tag"].lower(), number, 0
        if tag and not fence:
            lowered = line.lower()
            depth += len(re.findall(rf"<{tag}[\s>]", lowered)) - lowered.count(f"</{tag}>")
            if depth <= 0:
                found.append((first, number))
                tag = ""
    return found
