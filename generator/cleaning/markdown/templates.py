"""Calls of a site generator in Markdown (``{{ … }}``, ``{% … %}``, shortcodes): taken out, the lines kept in place.

What a reader would see of a call stays as far as the file tells it: an address, and who is named.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

_CALL: Final = re.compile(
    r"\{\{[<%]?(?P<value>[^{}]{0,2000})[>%]?\}\}|\{%-?(?P<tag>[^{}%]{0,2000})-?%\}|\{#[^{}#]{0,2000}#\}"
    r"|(?<![\w\\])\[/?(?:caption|gallery|embed|video|audio|youtube|vimeo|tweet|figure)(?=[\s\]])[^\[\]]{0,1000}\](?!\()"
)
_ADDRESS: Final = re.compile(
    r"\s*[\"'](?P<path>[^\"'\s]{1,500})[\"']\s*(?:\|\s*(?:url|relative_url|absolute_url|prepend[^|]{0,80})\s*){1,2}"
)
_NAMED: Final = re.compile(r"\s*[\"'](?P<name>[^\"'<>/]{1,100})[\"']\s*\|\s*\w{0,40}(?:link|name)\s*")
"""A filter that makes a link or a name of somebody: what it is made of is said."""
_COMMENT: Final = "<!-- -->"
_RAW: Final = re.compile(r"\{%-?\s*raw\s*-?%\}(?P<text>.{0,20000}?)\{%-?\s*endraw\s*-?%\}", re.DOTALL)


def without_calls(text: str) -> str:
    """Markdown without calls of a site generator; addresses and names in them stay, and every line in its place."""
    parts: list[str] = []
    last = 0
    for match in _calls(text):
        said = _said(match) or _standing(text, match)
        parts += [text[last : match.start()], said + "\n" * match[0].count("\n")]
        last = match.end()
    return _RAW.sub(lambda raw: raw["text"], "".join([*parts, text[last:]]))


def calls_by_line(text: str) -> dict[int, tuple[str, ...]]:
    """Number of a line, from 0 -> the calls that begin on it and of which nothing stays."""
    found: dict[int, tuple[str, ...]] = {}
    line = last = 0
    for match in _calls(text):
        line += text.count("\n", last, match.start())
        last = match.start()
        if not _said(match):
            found[line] = (*found.get(line, ()), match[0])
    return found


def _calls(text: str) -> Iterator[re.Match[str]]:
    """Every call, in order; what is marked as raw holds none."""
    last = 0
    for raw in _RAW.finditer(text):
        yield from _CALL.finditer(text, last, raw.start())
        last = raw.end()
    yield from _CALL.finditer(text, last)


def _standing(text: str, match: re.Match[str]) -> str:
    """What stands for a call of which nothing stays: a comment amid markup, which an empty line would end."""
    start = text.rfind("\n", 0, match.start()) + 1
    alone = not text[start : match.start()].strip() and text[match.end() : match.end() + 1] in {"", "\n"}
    above = text[text.rfind("\n", 0, max(start - 1, 0)) + 1 : start].strip()
    return _COMMENT if alone and above.startswith("<") else ""


def _said(match: re.Match[str]) -> str:
    """What a call says itself; '' where only its site knows."""
    value = match["value"] or ""
    if address := _ADDRESS.fullmatch(value):
        return address["path"]
    named = _NAMED.fullmatch(value)
    return named["name"] if named else ""
