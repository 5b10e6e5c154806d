"""HTML that is an article's content and no page: of exports, feeds and records, with nothing around it to leave out."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.html.seen import calls, is_seen
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.shapes import shape_of

_POST: Final = re.compile(r"\s*<!doctype html>\s*<html>\s*<body>\s*<article>", re.IGNORECASE)
"""How a post of an export or a feed is handed to cleaning."""
_PAGE: Final = re.compile(r"<(?:!doctype|html|head|body|title|meta|link|nav|header|footer|main)\b", re.IGNORECASE)


def is_content(html: str) -> bool:
    """Whether HTML is what an article says and nothing else: a post, or a piece without the elements of a page."""
    return _POST.match(html) is not None or _PAGE.search(html) is None


def whole_content(blocks: Sequence[PageBlock]) -> tuple[bool, ...]:
    """Every block but controls, hidden ones, and what programs add at an end: buttons, lines to share and to follow."""
    kept = [is_seen(block) and not calls(block) for block in blocks]
    for places in (range(len(blocks)), reversed(range(len(blocks)))):
        for place in places:
            if kept[place] and shape_of(blocks[place].text.rstrip(":")) is None:
                break
            kept[place] = False
    return tuple(kept)
