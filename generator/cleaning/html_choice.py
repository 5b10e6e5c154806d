"""The choice of the body among a page's blocks: by the trees, with trafilatura's choice beside them where in doubt."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Sequence
from typing import Final

import trafilatura
from lxml import html

from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_body import scores
from generator.cleaning.html_traits import CONTROLS, Traits, page_traits

_WORD: Final = re.compile(r"\w+")
_SHINGLE: Final = 3
_MOST: Final = 0.6
_DOUBT: Final = math.log(4)
"""A score within this of 0: a chance between a fifth and four fifths."""
_MOST_IN_DOUBT: Final = 0.2
_FEWEST_WORDS: Final = 40

# It reports every page without main content as a warning; what is missing is told by the account.
logging.getLogger("trafilatura").setLevel(logging.CRITICAL)


def body_blocks(root: html.HtmlElement, blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    """For each block whether it belongs to the article's body.

    Where a fifth of the text that may be the body is in doubt, or hardly any is left, trafilatura is asked too.
    """
    traits = page_traits(root, blocks)
    first = scores(traits, "first")
    if is_sure(first, [block.text.count(" ") + 1 for block in blocks]):
        return _chosen(first, blocks)
    kept = main_content(root, blocks)
    add_kept(traits, blocks, kept)
    chosen = _chosen(scores(traits, "second"), blocks)
    words = sum(block.text.count(" ") + 1 for block, stays in zip(blocks, chosen, strict=True) if stays)
    return kept if words < _FEWEST_WORDS and any(kept) else chosen


def _chosen(values: Sequence[float], blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    return tuple(value > 0 and block.element.tag not in CONTROLS for value, block in zip(values, blocks, strict=True))


def is_sure(values: Sequence[float], sizes: Sequence[int]) -> bool:
    """Whether scores leave little of the text that may be the body in doubt.

    Args:
        values: The score of each block.
        sizes: How many words each has.
    """
    likely = sum(size for size, value in zip(sizes, values, strict=True) if value > -_DOUBT)
    doubtful = sum(size for size, value in zip(sizes, values, strict=True) if -_DOUBT < value < _DOUBT)
    chosen = sum(size for size, value in zip(sizes, values, strict=True) if value > 0)
    return chosen >= _FEWEST_WORDS and doubtful <= _MOST_IN_DOUBT * likely


def add_kept(traits: Sequence[Traits], blocks: Sequence[PageBlock], kept: Sequence[bool]) -> None:
    """Adds to the traits of a page what trafilatura keeps of it."""
    sizes = [(block.text.count(" ") + 1) * stays for block, stays in zip(blocks, kept, strict=True)]
    total = sum(sizes)
    before = 0
    for index, own in enumerate(traits):
        own["kept"] = float(kept[index])
        own["kept@-1"] = float(index > 0 and kept[index - 1])
        own["kept@1"] = float(index + 1 < len(kept) and kept[index + 1])
        own["kept-before"] = before / max(1, total)
        own["kept-words"] = total
        before += sizes[index]


def main_content(root: html.HtmlElement, blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    """For each block whether trafilatura keeps it: its output is laid back onto the blocks by their words."""
    kept = trafilatura.bare_extraction(root, include_comments=False, include_tables=True)
    text = getattr(kept, "text", None) or ""
    lines = [_WORD.findall(line.casefold()) for line in text.split("\n")]
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
