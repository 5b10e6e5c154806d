"""Front pages: what shows the beginnings of many articles is by nobody and of no day."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.cleaning.fields.byline import read_byline
from generator.cleaning.html.head import Head
from generator.cleaning.markup.blocks import PageBlock
from generator.text.urls import is_root

_FEWEST: Final = 3
"""Bylines of different people: an article has one, and its site's front page may be where it says it stands."""


def is_front(head: Head, blocks: Sequence[PageBlock]) -> bool:
    """Whether a page calls itself the front page of its site, and shows what several people wrote."""
    if not is_root(head.address):
        return False
    found = (read_byline(block.text) for block in blocks if not block.hidden)
    return len({byline.authors for byline in found if byline is not None and byline.authors}) >= _FEWEST
