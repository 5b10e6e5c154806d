"""Names of a dumped page whose bearers did not write it: things, people whom it is about, press officers."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from generator.cleaning.dump.candidates import CALLED, Signed
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.press import calls_for_contact, is_number
from generator.cleaning.fields.byline import Byline, is_joint
from generator.cleaning.pieces.words import DEGREES, ORDERS
from generator.text.gazetteer import common_words, first_names, known_places, last_names, thing_words
from generator.text.names import fold
from generator.text.sentences import ends_sentence

_UNCALLED: Final = frozenset({"signature", "portrait", "name-line", "biography"})
_GLUED: Final = re.compile(r"[^\W\d_A-Z]{3}[A-Z](?=[^\W\d_A-Z]{2})")
"""Where two words were glued: ``PlanningBoats``; a name may have one such place, ``Jane MacDoe``."""
_INITIALS: Final = 3
_DASHES: Final = ("–", "—", "―")
_NEAR: Final = 2
_VOWELS: Final = frozenset("aeiouy")
_BESIDE: Final = 6
"""Words beside a name that still tell what its bearer is; a headline or a sentence has more."""


def is_stranger(page: Layout, one: Signed) -> bool:
    """Whether whoever a piece names cannot have written the article."""
    is_none = is_nobody(one.byline) or is_thing(one.byline)
    return is_none or any(told(page, one) for told in (_is_told_of, is_contact, _is_in_sentence))


def is_nobody(byline: Byline) -> bool:
    """Whether nobody is called so, be it behind ``By``: what joins two names, or words that a dump has glued."""
    return any(is_joint(name) or len(_GLUED.findall(name)) > 1 for name in byline.authors)


def is_thing(byline: Byline) -> bool:
    """Whether what looks like names alone is a thing's: ``Daily Planet CRM``, ``Log In``, ``Elm Street``."""
    return byline.basis in _UNCALLED and any(
        name.split()[0].lower() in ORDERS or any(map(_is_initials, name.split())) or _is_of_things(name)
        for name in byline.authors
    )


def _is_told_of(page: Layout, one: Signed) -> bool:
    """Whether a sentence introduces somebody in the midst of the article: it is about them, not by them."""
    return one.byline.basis == "biography" and page.first < one.index < page.last


def is_contact(page: Layout, one: Signed) -> bool:
    """Whether a name stands below the word for a press officer, or above a number and nothing else.

    A line that says when somebody wrote stands below a menu's last word.
    """
    if one.byline.basis in CALLED and one.index in page.dates:
        return False
    last = max(one.pieces, default=one.index)
    below = page.looks[last + 1] if last + 1 < len(page.looks) else None
    above = page.looks[one.index - 1] if one.index else None
    return (above is not None and calls_for_contact(above)) or (below is not None and is_number(below.piece.text))


def is_quoted(page: Layout, one: Signed, headline: int | None) -> bool:
    """Whether a name says whose the words right above it are: behind a dash, or between a dated head and the text.

    A standfirst stands above a byline too; then the date is below the name or above the headline.
    """
    first, last = min(one.pieces, default=0), max(one.pieces, default=0)
    if one.byline.basis not in _UNCALLED or first < 1 or first - 1 == headline:
        return False
    near = range(first - 1, last + 1 + _NEAR)
    if not ends_sentence(page.looks[first - 1].piece.text) or any(at in page.dates for at in near):
        return False
    name = page.looks[first].piece
    head = range(max(first - 1 - _NEAR, 0 if headline is None else headline + 1), first - 1)
    return (name.marker or name.text).startswith(_DASHES) or any(at in page.dates for at in head)


def _is_in_sentence(page: Layout, one: Signed) -> bool:
    """Whether a name stands in a line that says more: ``as delivered by NAME:``, ``NAME Applauds News that …``."""
    look = page.looks[one.index]
    others = look.words - sum(len(name.split()) for name in one.byline.authors)
    brings_in = one.byline.basis == "byline" and look.piece.text.rstrip().endswith(":")
    return others > _BESIDE and (brings_in or (one.byline.basis == "signature" and "," not in look.piece.text))


def _is_of_things(name: str) -> bool:
    known = known_words(name)
    return not known["known-first"] and bool(known["of-things"] or known["place-name"])


def _is_initials(word: str) -> bool:
    """Whether a word is a firm's or a fair's initials: three capitals, or letters that nobody could speak."""
    if not word.isalpha() or len(word) < _INITIALS or word.lower() in DEGREES:
        return False
    spoken = not word.isascii() or not _VOWELS.isdisjoint(word.lower()) or fold(word) in last_names()
    return (len(word) == _INITIALS and word.isupper()) or not spoken


@lru_cache(maxsize=1 << 14)
def known_words(name: str) -> Mapping[str, float]:
    """What lists of names and of words that stand small in newspapers say of a name."""
    words = [fold(word).strip(".") for word in name.split()] or [""]
    first, family = first_names(), last_names()
    return {
        "known-first": float(words[0] in first),
        "known-family": float(words[-1] in family),
        "everyday": float(sum(word in common_words() and word not in first and word not in family for word in words)),
        "of-things": float(any(word in thing_words() for word in words)),
        "place-name": float(" ".join(words) in known_places()),
    }
