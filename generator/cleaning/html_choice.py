"""Which visible blocks of a page trafilatura takes for its main content."""

from __future__ import annotations

import logging
import re
from collections.abc import Sequence
from typing import Final

import trafilatura
from lxml import html

from generator.cleaning.html_blocks import PageBlock

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 3
_MOST: Final = 0.6

# It reports every page without main content as a warning; what is missing is told by the account.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def main_content(root: html.HtmlElement, blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    """For each block whether trafilatura keeps it: its output is laid back onto the blocks by their words."""
    kept = trafilatura.bare_extraction(root, include_comments=False, include_tables=True)
    lines = [_WORD.findall(line.casefold()) for line in (kept.text or "").split("\n")] if kept is not None else []
    whole = {" ".join(line) for line in lines}
    words = [word for line in lines for word in line]
    shingles = set(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
    return tuple(_is_kept(block, whole, shingles) for block in blocks)


def _is_kept(block: PageBlock, whole: set[str], shingles: set[tuple[str, ...]]) -> bool:
    words = _WORD.findall(block.text.casefold())
    own = list(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
    if not own:
        return bool(words) and " ".join(words) in whole
    return sum(1 for one in own if one in shingles) >= _MOST * len(own)
