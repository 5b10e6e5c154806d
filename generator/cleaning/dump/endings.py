"""Lines above which an article ends where they stand in the last part of its body: ``About the author``."""

from __future__ import annotations

import re
from collections.abc import Collection, Sequence
from dataclasses import dataclass
from typing import Final

from generator.cleaning.pieces.below import BESIDE, MORE
from generator.cleaning.pieces.last_part import last_part
from generator.cleaning.pieces.looks import Look

_AUTHOR: Final = re.compile(r"(?:(?:about|meet|written by) )?the authors?|about authors?")
"""Below it somebody tells of the author."""
_OF_THE_PAGE: Final = re.compile(
    r"(?:authored|edited|fact checked|researched|reviewed|written) by\b.{0,60}"
    r"|(?:(?:page )?last )?(?:modified|posted|published|updated)(?: (?:at|on))?(?: .{0,30}\b(?:19|20)\d\d\b.{0,30})?"
    r"|share(?: the \w+)?(?: on)?|(?:share on \w+ ?)+"
)
"""Who wrote, when, where one may share it: below the text, where such a line was kept, what follows is of the page."""
_FORM: Final = re.compile(
    r"(?:please )?(?:fill (?:out|in)|complete) (?:(?:the|this|our) (?:\w+ ){0,2}form (?:below|on this page|for|to)\b"
    r"|the form,).{0,300}",
    re.IGNORECASE,
)
"""What leads to a form below the text, which no dump shows."""
_FIELDS: Final = re.compile(
    r"(?:.{1,40} )?required fields?(?: .{1,20})?|(?:\w+ ){1,6}press enter to open\b.*"
    r"|by (?:checking|clicking|providing|submitting) .{1,60}\b(?:i|you) (?:agree|consent)\b.*"
)
"""What stands beside the fields of one, and to what it is that who sends it agrees."""
_PITCH: Final = re.compile(
    r"(?:looking for|need|not sure|ready (?:for|to)|thinking (?:about|of)|want|would you like to)\b"
    r"(?![^?]*\b(?:hear|know|learn|read)\b)[^?]*\?(?: .{3,90})?",
    re.IGNORECASE,
)
"""Whether readers want what is sold there, and a few words of offer; who wants to know more is told where."""
_DISCLAIMS: Final = re.compile(
    r"(?:note:? )?the (?:opinions|views) expressed (?:here|in this|on)\b.{0,300}"
    r"|.{2,60} (?:are|is an?) registered trademarks?\b.{0,300}",
    re.IGNORECASE,
)
"""Whose opinions and whose names a page has."""
_BIOGRAPHY: Final = 0.12
"""Of a body's words: so many tell of its author at most …"""
_HEADED: Final = 0.3
"""… and so many where a heading says that they do."""
_ANY: Final = 1 << 30


@dataclass(frozen=True, slots=True, kw_only=True)
class _Sign:
    """A line that stands below articles."""

    says: re.Pattern[str]
    last: float
    """Of a body's words: above its last part of so many such a line may be the article's own."""
    longest: int = _ANY
    """Words of the line."""
    marked: bool = False
    """Whether it is read with its marks, and not its words alone."""
    kept: bool = False
    """Whether it tells only where it was chosen itself."""


_SIGNS: Final = (
    _Sign(says=MORE, last=0.5, longest=12),
    _Sign(says=BESIDE, last=0.3, longest=12),
    _Sign(says=_AUTHOR, last=_BIOGRAPHY),
    _Sign(says=_OF_THE_PAGE, last=0.2, kept=True),
    _Sign(says=_FORM, last=_BIOGRAPHY, marked=True, kept=True),
    _Sign(says=_FIELDS, last=0.2, kept=True),
    _Sign(says=_DISCLAIMS, last=_BIOGRAPHY, marked=True),
    _Sign(says=_PITCH, last=0.05, longest=20, marked=True),
)


def end_of(looks: Sequence[Look], within: Sequence[bool], authors: Collection[str] = ()) -> int:
    """The place of the first line above which an article ends; how many lines there are if none tells.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        authors: The words of the authors' names. Below one that stands alone its bearer is told of, but where it stands
            in the body above too: there its bearer speaks.
    """
    signs = [
        place
        for sign in _SIGNS
        for place in last_pieces(looks, within, sign.last)
        if _is(sign, looks[place], stays=within[place])
    ]
    last = last_pieces(looks, within, _BIOGRAPHY)
    named = [place for place, stays in enumerate(within) if stays and looks[place].plain in authors]
    speaks = any(place not in last for place in named)
    about = {f"about {name}" for name in authors}
    headed = [place for place in last_pieces(looks, within, _HEADED) if looks[place].plain in about]
    return min([*signs, *headed, *(() if speaks else named)], default=len(looks))


def _is(sign: _Sign, look: Look, *, stays: bool) -> bool:
    if look.words > sign.longest or (sign.kept and not stays):
        return False
    return sign.says.fullmatch(look.piece.text if sign.marked else look.plain) is not None


def last_pieces(looks: Sequence[Look], within: Sequence[bool], share: float) -> range:
    """The places of the page's last pieces, which have so much of the body's words."""
    return last_part([look.words if stays else 0 for look, stays in zip(looks, within, strict=True)], share)
