"""What a block of a page is by itself, wherever it stands: shown, nothing but links, a button in words, furniture."""

from __future__ import annotations

import re
from typing import Final

from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.shapes import shape_of

_ALL_LINKED: Final = 0.9
_HALF_LINKED: Final = 0.5
"""A line of which so much is linked leads elsewhere."""
_CALL: Final = re.compile(
    r"(?:apply|book|browse|buy|check|claim|compare|contact|discover|download|explore|find|get|join|learn|order|read"
    r"|register|request|schedule|see|shop|sign|start|subscribe|talk|try|view|watch)\b",
    re.IGNORECASE,
)
_WORDS_OF_A_CALL: Final = 6


def is_seen(block: PageBlock) -> bool:
    """Whether a block is shown as it stands, and not hidden or what a control offers to choose from."""
    return not block.hidden and block.element.tag not in CONTROLS


def is_linked(block: PageBlock) -> bool:
    """Whether a block is nothing but links."""
    return block.linked >= _ALL_LINKED * len(block.text)


def calls(block: PageBlock) -> bool:
    """Whether a block is a button in words: a line of its own that bids its readers follow its link."""
    is_short = block.kind == "paragraph" and block.text.count(" ") < _WORDS_OF_A_CALL
    return is_short and _CALL.match(block.text) is not None and is_linked(block)


def may_be_own(block: PageBlock) -> bool:
    """Whether a block is shown and has no shape of furniture: it may be the article's."""
    return is_seen(block) and shape_of(block.text) is None


def may_be_text(block: PageBlock) -> bool:
    """Whether a block may be the article's and leads nowhere for the most part."""
    return block.linked < _HALF_LINKED * len(block.text) and may_be_own(block)


def are_siblings(one: PageBlock, other: PageBlock) -> bool:
    """Whether two blocks stand right in the same element."""
    return one.element.getparent() is other.element.getparent()
