"""Lines of a Markdown document that a program wrote around its text: taken out, and accounted for."""

from __future__ import annotations

from collections import deque
from dataclasses import replace
from typing import Final

from generator.model import AccountedLine, CleanArticle, Original
from generator.text.notes import clipped

_PROPERTIES: Final = "properties"
"""The rule of such lines: ingest has read what they tell."""


def without_properties(original: Original) -> Original:
    """The document as it was before a program clipped it; every line of what is left is in its place."""
    text = clipped(original.text).text
    return original if text == original.text else replace(original, text=_in_place(original.text, text))


def with_properties(article: CleanArticle, original: Original, bare: Original) -> CleanArticle:
    """The article of the bare document with an account of all lines of the original."""
    lines = list(zip(original.text.split("\n"), bare.text.split("\n"), strict=True))
    account = (_accounted(line, *lines[line.number - 1]) for line in article.account)
    return replace(article, account=tuple(account))


def _accounted(line: AccountedLine, written: str, left: str) -> AccountedLine:
    if written.strip() and not left.strip():
        return replace(line, fate="field", rule=_PROPERTIES, text=written.strip())
    return replace(line, text=written.strip()) if line.rule == "title" else line


def _in_place(text: str, rest: str) -> str:
    """What is left of a text, with an empty line for each that is gone; a headline may have lost its link."""
    left = deque(line for line in rest.split("\n") if line.strip())
    found: list[str] = []
    for line in text.split("\n"):
        is_same = bool(left) and (line.strip() == left[0].strip() or _is_headline(line, left[0]))
        found.append(left.popleft() if is_same else "" if line.strip() else line)
    return text if left else "\n".join(found)


def _is_headline(line: str, left: str) -> bool:
    """Whether a headline is what is left of a line."""
    marks, _, words = left.strip().partition(" ")
    return bool(marks) and set(marks) == {"#"} and line.strip().startswith(marks) and words.strip() in line
