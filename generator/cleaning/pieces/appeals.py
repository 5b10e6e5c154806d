"""Where a site asks its readers for money or help amid an article or below: ``Please consider supporting us``."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise
from typing import Final

_APPEAL: Final = re.compile(
    r"(?:^|[.!?] )\W{0,4}(?:"
    r"(?:please )?(?:consider )?(?:donat(?:e|ing)(?: to)?|support(?:ing)?) "
    r"(?:us|our (?:journalism|mission|newsroom|project|site|work|writers)|the project|independent journalism)\b"
    r"|(?:please )?donate (?:now|today|via)\b|please (?:consider )?(?:donat|support)(?:e|ing)?\b"
    r"|if you (?:enjoyed|like|liked|love|loved) this (?:article|essay|piece|post|story),? "
    r"(?:please|consider|you can support)\b"
    r"|help (?:us )?keep .{2,40}\b(?:free|independent|alive|running)\b"
    r"|(?:we|this (?:blog|site)) (?:rely|relies|depend|depends) on (?:donations|readers|the support|your)\b"
    r"|your (?:[\w-]+ ){0,4}(?:contributions?|donations?|support)\b.{0,30}\b(?:allows?|helps?|keeps?|makes?|plays?)\b"
    r"|become an? (?:friend|member|patron|supporter) (?:of|on|today)\b|join (?:my|our|us on) patreon\b"
    r")",
    re.IGNORECASE,
)
_US: Final = re.compile(r"\b(?:we|us|our|ours|my|you|your)\b", re.IGNORECASE)
_PAYS: Final = re.compile(
    r"\b(?:consider|please) support(?:ing)? our (?:[\w-]+ )?(?:journalism|newsroom|reporting|work|writing) by "
    r"(?:becoming|donating|joining|subscribing)\b",
    re.IGNORECASE,
)
"""What a site bids its readers do, wherever it stands."""
_HEADS: Final = re.compile(r"(?:\w+ ){0,5}(?:donat|support)\w*(?: \w+){0,5}", re.IGNORECASE)
_LONGEST: Final = 120
"""Words of a block of an appeal."""
_MOST: Final = 10
"""Blocks of one."""


def without_appeals(texts: Sequence[str], within: Sequence[bool]) -> tuple[bool, ...]:
    """Which parts of a page are of the body, without the appeal that ends it and those to pay for more amid it.

    What stands below the first speaks of those who ask and of those who are asked: where anything else does, all of it
    is the article's. The others go with a heading right above that says the same.

    Args:
        texts: The words of each part of a page, in order.
        within: Which of them were chosen.
    """
    body = [place for place, stays in enumerate(within) if stays]
    first = len(texts)
    for place in reversed(body[1:][-_MOST:]):
        text = texts[place]
        if appeals(text):
            first = place
        elif text.count(" ") >= _LONGEST or not _US.search(text):
            break
    amid = {place for place in body if texts[place].count(" ") < _LONGEST and _PAYS.search(texts[place])}
    gone = amid | {above for above, place in pairwise(body) if place in amid and _HEADS.fullmatch(texts[above])}
    return tuple(stays and place < first and place not in gone for place, stays in enumerate(within))


def appeals(text: str) -> bool:
    """Whether a text asks its readers for money or help."""
    return text.count(" ") < _LONGEST and _APPEAL.search(text) is not None
