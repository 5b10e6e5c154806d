"""Sentences amid a body in an element that the page calls rich text: an author wrote them there, whatever they say."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import chain, islice
from typing import Final

from generator.cleaning.html.seen import may_be_text
from generator.cleaning.markup.blocks import PageBlock

_RICH: Final = re.compile(r"rich[-_]?text", re.IGNORECASE)
_AROUND: Final = 2
_CLOSE: Final = 3
"""So many blocks above and below there is one of the body."""
_BLANKS: Final = 9
"""Of a sentence that is no button's, as few as there are."""
_SAYS: Final = (".", "!", ":")
"""What such a sentence ends in: a question on its own is put to customers (`Curious what it costs?`)."""


def with_rich_text(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> tuple[bool, ...]:
    """The choice with the sentences amid it that stand in rich text: where shops write, those praise and read unlike.

    Args:
        blocks: The page's blocks.
        chosen: Which of them were chosen for the body.
    """
    return tuple(
        stays or (_is_amid(chosen, place) and _is_sentence(block) and _is_rich(block))
        for place, (block, stays) in enumerate(zip(blocks, chosen, strict=True))
    )


def _is_amid(chosen: Sequence[bool], place: int) -> bool:
    return any(chosen[max(0, place - _CLOSE) : place]) and any(chosen[place + 1 : place + 1 + _CLOSE])


def _is_sentence(block: PageBlock) -> bool:
    says = block.kind == "paragraph" and block.text.endswith(_SAYS) and block.text.count(" ") >= _BLANKS
    return says and may_be_text(block)


def _is_rich(block: PageBlock) -> bool:
    around = islice(chain((block.element,), block.element.iterancestors()), _AROUND)
    return any(_RICH.search(one.get("class") or "") for one in around)
