"""The choice of the body among a page's blocks: by the trees, with trafilatura's choice beside them where in doubt."""

from __future__ import annotations

import logging
import math
import re
from collections.abc import Sequence
from typing import Final

import numpy as np
import trafilatura
from lxml import html

from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_body import forest
from generator.cleaning.html_outline import Column
from generator.cleaning.html_traits import CONTROLS, Traits, beside, page_traits

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
    traits = page_traits(blocks)
    first = forest("first").scores(traits, len(blocks))
    sizes = _sizes(blocks)
    if is_sure(first, sizes):
        return _chosen(first, blocks)
    kept = main_content(root, blocks)
    chosen = _chosen(forest("second").scores(traits | kept_traits(blocks, kept), len(blocks)), blocks)
    return kept if sizes[np.array(chosen)].sum() < _FEWEST_WORDS and any(kept) else chosen


def _chosen(values: Column, blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    return tuple(
        above and block.element.tag not in CONTROLS for above, block in zip((values > 0).tolist(), blocks, strict=True)
    )


def _sizes(blocks: Sequence[PageBlock]) -> Column:
    """How many words each block has, about."""
    return np.array([block.text.count(" ") + 1 for block in blocks], dtype=np.float64)


def is_sure(values: Column, sizes: Column) -> bool:
    """Whether scores leave little of the text that may be the body in doubt.

    Args:
        values: The score of each block.
        sizes: How many words each has.
    """
    likely = sizes[values > -_DOUBT].sum()
    doubtful = sizes[np.abs(values) < _DOUBT].sum()
    return bool(sizes[values > 0].sum() >= _FEWEST_WORDS and doubtful <= _MOST_IN_DOUBT * likely)


def kept_traits(blocks: Sequence[PageBlock], kept: Sequence[bool]) -> Traits:
    """What trafilatura keeps of a page, as traits of its blocks."""
    stays = np.array(kept, dtype=np.float64)
    sizes = _sizes(blocks) * stays
    total = sizes.sum()
    return {
        "kept": stays,
        "kept@-1": beside(stays, -1),
        "kept@1": beside(stays, 1),
        "kept-before": (np.cumsum(sizes) - sizes) / max(1, total),
        "kept-words": np.full(len(blocks), total),
    }


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
