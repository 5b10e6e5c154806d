"""The choice of the body among a page's blocks: the trees where they are sure, trafilatura where they are not."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Sequence
from typing import Final

import trafilatura
from lxml import html

from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_body import score
from generator.cleaning.html_traits import CONTROLS, page_traits

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 3
_MOST: Final = 0.6
_DOUBT: Final = math.log(4)
"""A score within this of 0: a chance between a fifth and four fifths."""
_MOST_IN_DOUBT: Final = 0.5
_FEWEST_WORDS: Final = 40

# It reports every page without main content as a warning; what is missing is told by the account.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def body_blocks(root: html.HtmlElement, blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    """For each block whether it belongs to the article's body.

    Where half of the text that may be the body is in doubt, or hardly any is left, trafilatura's choice is taken.
    """
    scores = [score(traits) for traits in page_traits(root, blocks)]
    chosen = tuple(value > 0 and block.element.tag not in CONTROLS for value, block in zip(scores, blocks, strict=True))
    return chosen if _is_sure(scores, blocks) else main_content(root, blocks, chosen)


def _is_sure(scores: Sequence[float], blocks: Sequence[PageBlock]) -> bool:
    sizes = [block.text.count(" ") + 1 for block in blocks]
    likely = sum(size for size, value in zip(sizes, scores, strict=True) if value > -_DOUBT)
    doubtful = sum(size for size, value in zip(sizes, scores, strict=True) if -_DOUBT < value < _DOUBT)
    return likely >= _FEWEST_WORDS and doubtful <= _MOST_IN_DOUBT * likely


def main_content(root: html.HtmlElement, blocks: Sequence[PageBlock], otherwise: tuple[bool, ...]) -> tuple[bool, ...]:
    """For each block whether trafilatura keeps it; ``otherwise`` where it finds nothing.

    Its output is laid back onto the blocks by their words.
    """
    kept = trafilatura.bare_extraction(root, include_comments=False, include_tables=True)
    text = getattr(kept, "text", None) or ""
    lines = [_WORD.findall(line.casefold()) for line in text.split("\n")]
    whole = {" ".join(line) for line in lines}
    words = [word for line in lines for word in line]
    shingles = set(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
    found = tuple(_is_kept(block, whole, shingles) for block in blocks)
    return found if any(found) else otherwise


def _is_kept(block: PageBlock, whole: set[str], shingles: set[tuple[str, ...]]) -> bool:
    words = _WORD.findall(block.text.casefold())
    own = list(zip(*(words[start:] for start in range(_SHINGLE)), strict=False))
    if not own:
        return bool(words) and " ".join(words) in whole
    return sum(1 for one in own if one in shingles) >= _MOST * len(own)
