"""What a page advertises again and again amid its article: ``Get the cash you need today``, a time below each part."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from typing import Final

from generator.cleaning.dump.layout import first_prose
from generator.cleaning.pieces.looks import Look

_OFFERS: Final = re.compile(
    r"\W{0,3}(?:ready (?:for|to)|want (?:more|to)|need (?:help|a|an|more)|looking (?:for|to)"
    r"|(?:begin|book|call|check|claim|download|get|join|save|shop|sign up|start|switch|train|try|unlock"
    r"|upgrade|work out)\b)",
    re.IGNORECASE,
)
_NOW: Final = re.compile(r"\b(?:free|now|our|today|with us|\d+ ?% off)\b", re.IGNORECASE)
_WORDS: Final = range(5, 26)
_BUTTON: Final = re.compile(
    r"(?:(?:get )?directions|map|more details|website\W+call)|(?:check|click|go to|open|read|see|start|view|visit)\b"
    r"[^.,:;!?(){}=]{0,40}",
    re.IGNORECASE,
)
_WORDS_OF_A_BUTTON: Final = 4
_BUTTONS: Final = 4
"""So often a button stands in a list; a heading over parts that are made alike does not bid its reader do something."""
_DEAL: Final = re.compile(
    r"\b\d+ ?% off\b|\b(?:coupon|discount|promo) code\b|\bfree (?:delivery|shipping)\b|\b(?:cart|checkout)\b",
    re.IGNORECASE,
)
_NEAR: Final = 12
"""So far below the first prose, which may be a notice of the shop, the headline may stand."""
_PAIR: Final = 2
_OPEN: Final = (":", ",", ";", "{")


def without_promos(looks: Sequence[Look], within: Sequence[bool], fields: Mapping[int, str]) -> list[bool]:
    """Which pieces are of the body, without the calls to its reader that come twice and more in it.

    Above the headline what a shop gives its customers is none of it either.

    An article says once what its readers should do; what is sold beside it stands below every part.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        fields: Number of a piece -> the field that it gave.
    """
    prose = first_prose(looks, within)
    headline = max((index for index, told in fields.items() if told == "title" and index <= prose + _NEAR), default=0)
    offers = {index for index, stays in enumerate(within) if stays and _offers(looks[index])}
    places = defaultdict[str, list[int]](list)
    for index in sorted(offers):
        places[looks[index].plain].append(index)
    sold = {plain for plain, copies in places.items() if len(copies) > 1 and not _heads(looks, copies, prose)}
    pressed = Counter(look.plain for look, stays in zip(looks, within, strict=True) if stays and _is_button(look))
    return [
        stays
        and not (index in offers and look.plain in sold)
        and not (pressed[look.plain] >= _BUTTONS and _is_button(look))
        and not (index < headline and _DEAL.search(look.piece.text))
        for index, (stays, look) in enumerate(zip(within, looks, strict=True))
    ]


def _heads(looks: Sequence[Look], copies: Sequence[int], prose: int) -> bool:
    """Whether a line is the article's: above its first words, or in a list of its parts and over one of them."""
    below = [index + 1 < len(looks) and looks[index + 1].sentence for index in copies]
    return copies[0] < prose or (len(copies) == _PAIR and below == [False, True])


def _is_button(look: Look) -> bool:
    """Whether a line reads as what is written on a button below each thing that a page lists."""
    return look.words <= _WORDS_OF_A_BUTTON and _BUTTON.fullmatch(look.piece.text.strip()) is not None


def _offers(look: Look) -> bool:
    text = look.piece.text
    if look.piece.kind != "paragraph" or look.words not in _WORDS or text.endswith(_OPEN) or "=" in text:
        return False
    return _OFFERS.match(text) is not None and (not text.endswith(".") or _NOW.search(text) is not None)
