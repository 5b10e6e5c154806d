"""The cards of other articles with which a body ends, each a picture, a headline, an author or a day."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.dump.endings import last_pieces
from generator.cleaning.fields.dating import dates_in
from generator.cleaning.pieces.looks import Look

_BY: Final = re.compile(r"[Bb]y ?[A-ZÀ-Þ][\w.'’-]+(?: [\w.'’-]+){0,4}")
_DAY: Final = 40
_LATE: Final = 0.5
"""Of a body's words."""
_CUT: Final = 4
"""Of a look's endings: three dots."""
_CARDS: Final = 4
"""So many cards in a row lead to other articles."""
_TITLE: Final = 0.55
"""Of a headline's words, as many begin with a capital and more; of what is told of a picture fewer do."""
_FEW: Final = 2
_WORDS_OF_A_TITLE: Final = 20


def rail_of(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where the cards of other articles begin with which a body ends; how many pieces there are if none do.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
    """
    return min(_pictured(looks, within), _signed(looks, within), _teased(looks, within))


def _pictured(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where cards begin that are a picture and a headline each, as a body's last lines; the end if none do."""
    last = max((index for index, stays in enumerate(within) if stays), default=0)
    first = last + 1 + (looks[last].piece.kind == "item") if looks else 0
    while first > 1 and first <= len(looks) and _is_card(looks[first - 2], looks[first - 1]):
        first -= 2
    cards = range(first, last + 1)
    pictures, titles = looks[cards.start : cards.stop : 2], looks[cards.start + 1 : cards.stop + 1 : 2]
    is_rail = len(titles) >= _CARDS and _capitals(pictures) < _TITLE <= _capitals(titles)
    return first if is_rail else len(looks)


def _signed(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where cards begin that name a headline, its author and a day, in the last part of a body; the end if none do."""
    late = [index for index in last_pieces(looks, within, _LATE) if within[index]]
    signed = [index for index in late if _is_signed(looks, index)]
    if len(signed) < _FEW:
        return len(looks)
    first = signed[0]
    while first > 1 and first in late and not looks[first - 1].sentence and looks[first - 1].words <= _WORDS_OF_A_TITLE:
        first -= 1
    return first


def _teased(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """Where the headline stands whose teaser, cut short above its day, ends a body; the end where none does."""
    last = max((index for index, stays in enumerate(within) if stays), default=0)
    if not last or looks[last].ending != _CUT or not _is_date(looks, last + 1):
        return len(looks)
    return last - 1 if not looks[last - 1].sentence and looks[last - 1].words <= _WORDS_OF_A_TITLE else last


def _is_signed(looks: Sequence[Look], index: int) -> bool:
    """Whether a line is ``By NAME`` or ``byNAME`` and the next one a day."""
    return _BY.fullmatch(looks[index].piece.text) is not None and _is_date(looks, index + 1)


def _is_date(looks: Sequence[Look], index: int) -> bool:
    """Whether a line is a date, be it without its year, and nothing else."""
    text = looks[index].piece.text if index < len(looks) else ""
    return any(found.start == 0 and found.end >= len(text.rstrip()) for found in dates_in(text[:_DAY]))


def _is_card(picture: Look, title: Look) -> bool:
    """Whether an item and the line that goes on with it may be what is told of a picture, and a headline."""
    kinds = picture.piece.kind, title.piece.kind
    are_short = all(look.words > 0 and not (look.sentence or look.ending) for look in (picture, title))
    return kinds == ("item", "paragraph") and not title.piece.apart and are_short


def _capitals(looks: Sequence[Look]) -> float:
    return sum(look.capitals for look in looks) / len(looks) if looks else 0.0
