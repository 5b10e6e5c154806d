"""The inline marks of Markdown: what is left is the text that a reader sees and the links on it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, field
from html import unescape
from typing import Final

from markdown_it.token import Token

from generator.cleaning.pieces.marks import Anchor

_SPACES: Final = re.compile(r"[ \t]{2,}")
_SILENT: Final = ("<script", "<style", "<template", "<noscript", "<iframe")
_ANCHOR: Final = re.compile(r"<a[\s>]")
_ANCHOR_END: Final = re.compile(r"</a\s{0,9}>")
_LINK: Final = re.compile(
    r"<a\s(?:[^<>]{0,500}\s)?href\s{0,9}=\s{0,9}(?P<mark>[\"'])(?P<href>[^\"'<>]{1,2000})(?P=mark)", re.IGNORECASE
)
_BREAKS: Final = ("<br", "<p", "</p", "<div", "</div")


@dataclass(slots=True)
class _Line:
    parts: list[str] = field(default_factory=list)
    length: int = 0
    anchors: list[Anchor] = field(default_factory=list)
    opened: list[tuple[int, str]] = field(default_factory=list)
    silent: str = ""
    """The closing tag until which nothing is seen."""

    def add(self, text: str) -> None:
        if not self.silent and self.parts and self.parts[-1][-1] in " \n":
            # A picture or a call that is gone leaves the spaces on both its sides.
            text = text.lstrip(" ")
        if not self.silent and text:
            self.parts.append(text)
            self.length += len(text)

    def close(self) -> None:
        """End the last link that was begun, if there is one; where it leads nowhere it is none."""
        start, href = self.opened.pop() if self.opened else (0, "")
        if href:
            self.anchors.append((start, self.length, href))


def inline_text(children: Sequence[Token]) -> tuple[str, tuple[Anchor, ...]]:
    """The visible text of a block's inline tokens and the links on it; pictures have no text."""
    line = _Line()
    for token in children:
        _read(line, token)
    text = "".join(line.parts)
    bare = text.strip()
    shift = len(text) - len(text.lstrip())
    anchors = [(max(0, start - shift), min(len(bare), end - shift), href) for start, end, href in line.anchors]
    return bare, tuple(
        anchor for anchor in sorted(anchors) if anchor[0] < anchor[1] and bare[anchor[0] : anchor[1]].strip()
    )


def is_bold(children: Sequence[Token]) -> bool:
    """Whether all words of a block stand in one pair of marks for bold."""
    said = [token.type for token in children if token.content.strip() or token.type != "text"]
    return said[:1] == ["strong_open"] and said.index("strong_close") == len(said) - 1


def _read(line: _Line, token: Token) -> None:
    if token.type == "text":
        line.add(_SPACES.sub(" ", token.content))
    elif token.type == "code_inline":
        line.add(token.content)
    elif token.type == "softbreak":
        line.add(" ")
    elif token.type == "hardbreak":
        line.add("\n")
    elif token.type == "link_open":
        line.opened.append((line.length, str(token.attrGet("href") or "")))
    elif token.type == "link_close":
        line.close()
    elif token.type == "html_inline":
        _tag(line, token.content)


def _tag(line: _Line, written: str) -> None:
    tag = written.lower()
    if line.silent:
        line.silent = "" if tag.startswith(line.silent) else line.silent
    elif tag.startswith(_SILENT) and not tag.endswith("/>"):
        line.silent = "</" + tag[1:].split(">", maxsplit=1)[0].split(maxsplit=1)[0]
    elif _ANCHOR.match(tag):
        link = _LINK.match(written)
        line.opened.append((line.length, unescape(link["href"]) if link else ""))
    elif _ANCHOR_END.match(tag):
        line.close()
    elif tag.startswith(_BREAKS):
        line.add("\n")
