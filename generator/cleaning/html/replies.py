"""Readers' comments: what stands in the list that a page keeps of them is not the article, however it reads."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from lxml import etree

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import inherited

_CLASSES: Final = frozenset({
    "commentlist", "comment-list", "comment_list", "commentslist", "comments-list", "comment-body", "comment-content",
    "comment-text", "comment-respond",
})  # fmt: skip
_IDS: Final = frozenset({"comments", "comment-list", "commentlist", "disqus_thread", "respond"})
_PAGE: Final = frozenset({"html", "body", "main", "article"})


def without_comments(blocks: Sequence[PageBlock], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which blocks are of the body, without those in the list of comments of a page.

    Args:
        blocks: The blocks of the page.
        within: Which of them were chosen.
    """
    told = inherited([block for block, stays in zip(blocks, within, strict=True) if stays], _says_comments)
    left = tuple(stays and block.number not in told for block, stays in zip(blocks, within, strict=True))
    return left if any(left) else tuple(within)


def _says_comments(element: etree._Element) -> bool | None:
    """Whether an element holds comments; None where that depends on what is around it."""
    if element.tag in _PAGE:
        return False
    names = (element.get("class") or "").lower().split()
    return True if not _CLASSES.isdisjoint(names) or (element.get("id") or "").lower() in _IDS else None
