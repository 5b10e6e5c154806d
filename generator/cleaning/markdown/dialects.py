"""Marks that Markdown has in some programs alone, as their readers see them; every line stays in its place.

Notes (``[^1]``, which become items), tasks, callouts and fenced divisions, attributes (kramdown, Pandoc), links and
embeds of wikis (Obsidian, Logseq), highlights, citations of Pandoc's. CommonMark would print them as they are written.
"""

from __future__ import annotations

import re
from typing import Final

_FENCE: Final = re.compile(r" {0,8}(?P<sign>`{3,}|~{3,})")
_NOTE: Final = re.compile(r"^ {0,3}\[\^(?P<name>[^\]\s]{1,60})\]:[ \t]*", re.MULTILINE)
_TASK: Final = re.compile(r"^(?P<item>[ \t]*(?:[-*+]|\d{1,4}[.)])[ \t]+)\[[ xX]\][ \t]+")
_CALLOUT: Final = re.compile(r"^(?P<quote>[ \t]*>[ \t]*)\[![\w-]{1,30}\][-+]?[ \t]*")
_DIVISION: Final = re.compile(r"^[ \t]*:{3,}(?:[ \t]*(?:\{[^{}]{0,200}\}|[\w-]{1,40}(?:[ \t]+[^\n]{0,100})?))?[ \t]*$")
_VALUE: Final = r"(?:[#.][\w-]{1,60}|[\w-]{1,30}=(?:\"[^\"{}]{0,200}\"|'[^'{}]{0,200}'|[^\s{}\"']{1,100}))"
_ATTRIBUTES: Final = re.compile(rf"[ \t]*\{{:?[ \t]?{_VALUE}(?:[ \t]{{1,4}}{_VALUE}){{0,8}}[ \t]?\}}")
_EMBED: Final = re.compile(r"!\[\[[^\[\]\n]{1,300}\]\]")
_WIKI: Final = re.compile(r"\[\[(?:[^\[\]|\n]{1,300}\|)?(?P<words>[^\[\]|\n]{1,300})\]\](?!\()")
_MARKED: Final = re.compile(r"(?<![=\w])==(?=[^\s=])(?P<words>[^=\n]{1,1000}?)(?<=[^\s=])==(?![=\w])")
_CITED: Final = re.compile(
    r"[ \t]?\[-?@[\w:.#$%&+?<>~/-]{1,80}(?:,[^\[\]\n]{0,80})?(?:;[ \t]*-?@[^\[\]\n]{1,120})?\](?![(\[])"
)
_SIGNS: Final = re.compile(r"\[[\^ xX!\[@-]|:::|\{|==")


def without_dialect(text: str) -> str:
    """Markdown whose marks are those of CommonMark and tables; code is left as it is."""
    if _SIGNS.search(text) is None:
        return text
    noted = frozenset(match["name"] for match in _NOTE.finditer(text))
    return "\n".join(line if is_code else _plain(line, noted) for line, is_code in _lines(text))


def _lines(text: str) -> list[tuple[str, bool]]:
    """Every line, and whether it stands in fenced code or fences it."""
    found: list[tuple[str, bool]] = []
    fence = ""
    for line in text.split("\n"):
        mark = _FENCE.match(line)
        found.append((line, bool(fence or mark)))
        if mark:
            fence = ("" if mark["sign"].startswith(fence) else fence) if fence else mark["sign"]
    return found


def _plain(line: str, noted: frozenset[str]) -> str:
    if _DIVISION.match(line):
        return ""
    line = _CALLOUT.sub(r"\g<quote>", _TASK.sub(r"\g<item>", line))
    if noted and "[^" in line:
        line = _NOTE.sub(lambda note: f"{note['name']}. " if note["name"].isdecimal() else "- ", line)
        line = re.sub(r"\[\^([^\]\s]{1,60})\]", lambda match: "" if match[1] in noted else match[0], line)
    line = _WIKI.sub(r"\g<words>", _EMBED.sub("", line)) if "[[" in line else line
    line = _MARKED.sub(r"\g<words>", line) if "==" in line else line
    line = _ATTRIBUTES.sub("", line) if "{" in line else line
    return _CITED.sub("", line) if "[@" in line or "[-@" in line else line
