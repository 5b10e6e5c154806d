"""What is left after an article's last sentence, below a heading that leads elsewhere, as ``Most popular``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.dump.effects import leads_away, stands_alone
from generator.cleaning.dump.endings import end_of
from generator.cleaning.dump.rails import rail_of
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.newsletters import is_of_feed

_WORDS_OF_A_HEADING: Final = 12
_WORDS_OF_A_CALL: Final = 20
_FEW: Final = 2
_ASKS: Final = re.compile(
    r"(?:ready (?:for|to)|want (?:a|an|more|to)|need (?:help|a|an|more|professional)|not sure|thinking (?:of|about)"
    r"|looking (?:for|to)|interested in|would you like to|was (?:the|this)"
    r"|(?:still )?(?:have|got) (?:any |more )?questions)\b[^?]*\?(?: [^.!?]{3,90}[.!]?)?",
    re.IGNORECASE,
)
"""What a page asks its reader above a button, and what it offers in answer."""
_OWNED: Final = re.compile(r"(?:©|\(c\)|copyright) ?(?:19|20)\d\d\b", re.IGNORECASE)
_UNMARKED: Final = re.compile(r"[\W\d]*[A-ZÀ-Þ](?:.*[^\s.!?…:,;”\"’')*_])?\s*")
"""A line that begins with a capital and ends in no mark."""


def without_tails(
    looks: Sequence[Look], within: Sequence[bool], title: str = "", authors: Collection[str] = ()
) -> list[bool]:
    """Which pieces are of the body, without the short ones below such a heading after its last sentence.

    On a long page the model sees that an article has ended by all that follows it. Where a file breaks off a few
    headlines later, the heading alone tells.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        title: The words of the headline, which is no article's last line.
        authors: The words of the authors' names.
    """
    last = max((index for index, stays in enumerate(within) if stays and looks[index].sentence), default=len(looks))
    below = range(last + 1, len(looks))
    end = next((index for index in below if not within[index] and _heads_others(looks[index])), len(looks))
    end = min(end, end_of(looks, within, authors), rail_of(looks, within), _foot_of(looks, within, below))
    kept = [
        stays and index < end and not is_of_feed(look.piece.text)
        for index, (stays, look) in enumerate(zip(within, looks, strict=True))
    ]
    ending = max((index for index, stays in enumerate(kept) if stays), default=0)
    if title and kept and looks[ending].plain == title:
        kept[ending] = False
    loose = _loose_ends(looks, [index for index, stays in enumerate(kept) if stays])
    return [stays and index not in loose for index, stays in enumerate(kept)]


def _foot_of(looks: Sequence[Look], within: Sequence[bool], below: range) -> int:
    """Where, below a body's last sentence, the foot of the page begins; how many lines there are if nothing tells.

    It has lines of the menu above the text again, or says whose the page is.
    """
    first = next((index for index, stays in enumerate(within) if stays), 0)
    menu = {look.plain for look, stays in zip(looks[:first], within, strict=False) if not stays and look.words}
    tail = [index for index in below if within[index]]
    again = [index for index in tail if looks[index].plain in menu]
    owned = [index for index in tail if _OWNED.search(looks[index].piece.text)]
    return min([*owned, *(again if len(again) >= _FEW else ())], default=len(looks))


def _loose_ends(looks: Sequence[Look], body: Sequence[int]) -> frozenset[int]:
    """One or two short lines behind a body's last sentence: the heading, the question or the button of what followed.

    Behind `Yours sincerely,` stands whoever signs a letter, behind a colon a list, and three lines are no accident.
    """
    ends = list(takewhile(lambda index: _is_loose(looks[index]), reversed(body)))
    before = body[len(body) - len(ends) - 1] if len(ends) < len(body) else None
    if before is None or len(ends) > _FEW or not looks[before].sentence:
        return frozenset()
    return frozenset(ends)


def _is_loose(look: Look) -> bool:
    if look.words > _WORDS_OF_A_CALL or look.piece.kind == "item":
        return False
    text = look.piece.text
    is_heading = look.words <= _WORDS_OF_A_HEADING and not look.sentence
    return _ASKS.fullmatch(text) is not None or (is_heading and _UNMARKED.fullmatch(text) is not None)


def _heads_others(look: Look) -> bool:
    """Whether a line of a known shape speaks for those below it: ``Related:`` does, ``Related: Bridge opened`` not."""
    return leads_away(look) or (stands_alone(look) and look.piece.text.endswith(":"))
