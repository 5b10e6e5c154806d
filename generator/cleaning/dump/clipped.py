"""The text of a press database's article: its own lines, without the labels that say where these are."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace
from html import unescape
from itertools import pairwise
from typing import Final

from generator.cleaning.dump.columns import rejoined
from generator.cleaning.pieces.lines import indent_of
from generator.model import AccountedLine, CleanArticle, Original
from generator.press import Clipping, clippings

_FIELDS: Final = {"title": "title", "authors": "byline", "date": "date"}
"""Fields that are named otherwise in accounts; the rest are told by their own names."""
_TAG: Final = re.compile(r"</?[A-Za-z][\w-]{0,20}(?:\s[^<>]{0,200})?>")
_CONTROL: Final = re.compile(r"[\x00-\x08\x0b-\x1f]")
_NARROWEST, _WIDEST = 40, 132
"""Letters of a full line of a wrapped text."""
_SLACK: Final = 12
"""So much longer than half of them are the longest, but for a few that could not be broken."""
_FILE: Final = "text/plain"
"""Of files of text: where these have records, they were cut into these."""
_LABELS: Final = "press-label"
"""The rule of what a database prints around a text."""


def clipping_in(original: Original) -> Clipping | None:
    """The article that a text is, where a press database printed it."""
    is_piece = original.origin.record is not None and original.origin.media_type == _FILE
    found = clippings(original.text, is_piece=is_piece)
    return found[0] if len(found) == 1 else None


def text_alone(original: Original, one: Clipping) -> Original:
    """The original with nothing but its article's text: every line in its place, wrapped paragraphs on their first."""
    lines = original.text.split("\n")
    kept = [line[one.body[number] :].rstrip() if number in one.body else "" for number, line in enumerate(lines)]
    if one.is_tagged:
        kept = [_CONTROL.sub("", unescape(_TAG.sub("", line))).rstrip() for line in kept]
    whole = kept if one.is_page else rejoined(kept) if one.is_print else _unwrapped(kept)
    return replace(original, text="\n".join(whole))


def _unwrapped(lines: Sequence[str]) -> list[str]:
    """Lines with those that a full line above leads on to put behind it; nothing stands in their place.

    All that is there is the article's: unlike a page's, its short lines are no menus, and few breaks tell enough.
    """
    found = list(lines)
    width = _width(lines)
    head = 0
    for number in range(1, len(lines)):
        above, line = lines[number - 1], lines[number]
        is_begun = not above or not line or indent_of(line) > indent_of(above)
        if width is None or is_begun or len(above) + 1 + len(line.split(maxsplit=1)[0]) <= width:
            head = number
        else:
            found[head], found[number] = f"{found[head]} {line.lstrip()}", ""
    return found


def _width(lines: Sequence[str]) -> int | None:
    """How long full lines are: most of those that have another right below them; None where texts are not wrapped."""
    followed = sorted(len(line) for line, below in pairwise(lines) if line and below)
    usual = followed[len(followed) // 2] if followed else 0
    width = max((length for length in followed if length <= usual + _SLACK), default=0)
    return width if _NARROWEST <= width <= _WIDEST else None


def accounted(article: CleanArticle, original: Original, one: Clipping) -> CleanArticle:
    """The article of the text alone with an account of all lines: fields, and the labels that are none."""
    lines = original.text.split("\n")
    return replace(article, account=tuple(_accounted(article.account, lines, one)))


def _accounted(account: Sequence[AccountedLine], lines: Sequence[str], one: Clipping) -> Iterator[AccountedLine]:
    for line in account:
        number = line.number - 1
        written = lines[number].strip()
        if number in one.body or not written:
            yield line
        elif number in one.shown:
            field = one.shown[number]
            yield replace(line, fate="field", rule=_FIELDS.get(field, field), text=written)
        else:
            yield replace(line, fate="removed", rule=_LABELS, text=written)
