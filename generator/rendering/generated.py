"""Pages as ``publishing`` writes them, read without YAML and without Markdown.

Such a page is front matter, one key a line in JSON, and a single HTML block without a blank line (decision 0003). Both
readers that it spares give back what they are given: what is read here is what MkDocs would have read, and a test holds
that against MkDocs itself.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

_TITLE: Final = '---\ntitle: "'
_OURS: Final = "\nclipfile: {"
# The last keys of every generated page and the element that its block begins with. In a page that people wrote,
# Markdown stands between the two.
_SEAL: Final = '\nhide:\n- "navigation"\n- "toc"\nsearch: {"exclude": true}\n---\n\n<div class="cf-page'
_BLOCK: Final = len('<div class="cf-page')
_MARKDOWN_TAB: Final = 4
# Markdown marks what it has put aside with these, and takes them out of what it reads.
_MARKS: Final = {0x02: None, 0x03: None}


@dataclass(frozen=True, slots=True)
class GeneratedPage:
    """What the theme needs of a generated page."""

    title: str
    """Its HTML, escaped."""
    ours: Mapping[str, str]
    """The front matter's ``clipfile``: kind of page, description, robots, canonical, refresh."""
    content: str
    """The block."""


def parse(source: str) -> GeneratedPage | None:
    """A generated page, or None if this source is none: then MkDocs has to read it."""
    end = source.find(_SEAL)
    if end < 0 or not source.startswith(_TITLE):
        return None
    ours = source.rfind(_OURS, 0, end + 1)
    if ours < 0 or "\n" in source[ours + 1 : end]:
        return None
    title = source[len(_TITLE) - 1 : source.index("\n", len(_TITLE))]
    return GeneratedPage(
        title=json.loads(title),
        ours=json.loads(source[ours + len(_OURS) - 1 : end]),
        content=_through_markdown(source[end + len(_SEAL) - _BLOCK :]),
    )


def _through_markdown(block: str) -> str:
    """What Python-Markdown makes of a single HTML block: it widens tabs and strips the ends."""
    text = block.translate(_MARKS) if "\x02" in block or "\x03" in block else block
    return (text.expandtabs(_MARKDOWN_TAB) if "\t" in text else text).strip()
