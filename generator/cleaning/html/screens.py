"""What a page shows on no screen: the builder of its site can hide a part on each kind of them, and so on all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from lxml import etree

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import inherited

_HIDDEN: Final = re.compile(r"\b(?:hidden|hide)(?:-on)?-(desktop|tablet|mobile|phone)(?!\S)")
_KINDS: Final = 3


def without_unseen(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """The choice without what is hidden on desktops, tablets and phones alike; all of it where that is everything.

    Args:
        blocks: The page's blocks.
        within: Which of them were chosen for the body.
    """
    unseen = inherited((block for block, stays in zip(blocks, within, strict=True) if stays), _is_unseen)
    shown = tuple(stays and block.number not in unseen for block, stays in zip(blocks, within, strict=True))
    return shown if any(shown) else tuple(within)


def _is_unseen(element: etree._Element) -> bool | None:
    """Whether an element is hidden on each kind of screen; None where that depends on what is around it."""
    kinds = {kind.replace("phone", "mobile") for kind in _HIDDEN.findall(element.get("class") or "")}
    return True if len(kinds) == _KINDS else None
