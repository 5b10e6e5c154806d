"""Markdown that some tool made of a whole page, with menus and all, and no article that somebody wrote in it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.markdown_links import is_of_reader, spans_in
from generator.text.sentences import ends_sentence

_FEWEST: Final = 10
_SHARE: Final = 0.15
"""Of all lines that say something."""
_ABOVE: Final = 4
"""Above the first line of text."""
_TEXT, _LONG = 12, 18
"""Words of such a line that ends as a sentence does, and of any."""
_CALL: Final = re.compile(r"\{% ?[a-z]|\{\{ ?\"")
"""Of a generator of sites, in what somebody wrote for it."""
_SKIP: Final = re.compile(r"\s{0,9}\[skip to (?:main |the )?(?:content|article|main)\b[^\]\n]{0,40}\]\(", re.IGNORECASE)
"""The first link of a page, for readers who hear it."""
_LINK: Final = "\0"
_LETTER: Final = re.compile(r"[^\W\d_]")
_WORD: Final = re.compile(r"\w+")
_HERE: Final = re.compile(r"#.")
"""An address within the document itself: tables of contents have such, and menus a bare sign."""


def is_page(text: str) -> bool:
    """Whether a Markdown document is a page's: it has many lines that are nothing but links, or such lines on top.

    A reader's header says so too. Without one, of 283 pages of as many sites 269 are known by this, by html2text and by
    markdownify, with their links; of 509 posts that people wrote in Markdown none is taken for a page.
    """
    if is_of_reader(text) or _SKIP.match(text):
        return True
    lines = _with_links_hidden(text)
    alone = [_LINK in line and _LETTER.search(line) is None for line in lines]
    if sum(alone) < _FEWEST or _CALL.search(text):
        return False
    said = sum(is_link or _LETTER.search(line) is not None for line, is_link in zip(lines, alone, strict=True))
    return sum(alone) >= _SHARE * said or sum(alone[: _first_text(lines)]) >= _ABOVE


def _first_text(lines: Sequence[str]) -> int:
    texts = (place for place, line in enumerate(lines) if _LINK not in line and _is_text(line))
    return next(texts, len(lines))


def _is_text(line: str) -> bool:
    words = len(_WORD.findall(line))
    return words >= _LONG or (words >= _TEXT and ends_sentence(line.rstrip()))


def _with_links_hidden(text: str) -> list[str]:
    """The lines of a text, a sign in place of each link that leads out of it."""
    spans = sorted(span for span in spans_in(text, {}) if not span.is_picture)
    parts: list[str] = []
    behind = 0
    for span in spans:
        if span.start < behind or _HERE.match(span.href):
            continue
        parts += [text[behind : span.start], _LINK, "\n" * text.count("\n", span.start, span.end)]
        behind = span.end
    return "".join((*parts, text[behind:])).split("\n")
