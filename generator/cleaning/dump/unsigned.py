"""Whom a dump without a byline tells as its author: a biography below the text, the owner of a personal site."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.signers import is_somebody
from generator.cleaning.dump.strangers import is_thing
from generator.cleaning.fields.byline import read_name_line
from generator.cleaning.fields.name_forms import is_name, recased
from generator.cleaning.fields.translation import TELLS
from generator.cleaning.pieces.looks import plain_words
from generator.text.gazetteer import common_words, first_names
from generator.text.names import fold

_EDGE: Final = " *_|•·–—-#\t,"
_LAST: Final = 0.2
"""Of a body's words: a biography stands in its last part or below it."""
_NAME: Final = 8
_NEXT: Final = 3
_MASTHEAD: Final = 5
_FOOT: Final = 15
_BEFORE: Final = re.compile(
    r"(?:about|über|à propos de|sobre|over|meet|written by|author|autor|auteur|by"
    r"|(?:profile )?(?:photo|image|picture) of)[:\s]+",
    re.IGNORECASE,
)
_AFTER: Final = re.compile(r"\s+(?:headshot|linkedin|avatar|photo|profile(?: image| photo| picture)?)$", re.IGNORECASE)
_ROLE: Final = r"(?:\([^()]{2,40}\) [–—-] )?"
_TELLS: Final = (
    r"\b,? (?:[^.,]{1,40}, )?(?:is|was|has|have|covers|writes|lives|holds|works|serves|joined|began|started|brings"
    r"|speciali[sz]es|reports|leads|founded|comes|spent|loves"
    rf"|{TELLS})\b"
)
_JOINED: Final = re.compile(
    rf"(?P<name>(?P<first>[^\W\d_][\w’'.-]+)(?: [^\W\d_][\w’'.-]*){{1,2}}) \([^()]{{2,40}}\) [–—-] (?P=first){_TELLS}"
)
"""A name, a role and what the bearer does, in one line."""
_RIGHTS: Final = re.compile(
    r"(?:copyright|©|\(c\)|[\s\d,–-])*\s(?:by )?(?P<name>(?:[^\W\d_][\w’'.-]*\s?){2,3}?)"
    r"(?:[\s\d,.–-]*$|\. ?All rights|[\s\d,.–-]*[|·•.])",
    re.IGNORECASE,
)
_OWN: Final = re.compile(
    r"(?P<name>[A-Z][\w.-]+(?: [A-Z][\w.-]+){1,2})['’]s? .{0,40}\b(?:blog|journal|notes|notizen|thoughts|weblog)\b",
    re.IGNORECASE,
)


def told_below(page: Layout) -> str:
    """The one person whose name stands alone above a biography in the last part of a page; '' where there is none."""
    names = dict.fromkeys(_introduced(page))
    return next(iter(names)) if len(names) == 1 else ""


def _introduced(page: Layout) -> Iterator[str]:
    for index in range(_tail(page), len(page.looks)):
        look = page.looks[index]
        if look.words > _NAME or look.sentence:
            joined = _JOINED.match(look.piece.text)
            if joined and is_name(joined["name"]) and is_somebody(joined["name"]):
                yield joined["name"]
            continue
        line = read_name_line(_AFTER.sub("", _BEFORE.sub("", look.piece.text.strip(_EDGE), count=1)))
        if line is None or len(line.authors) != 1 or is_thing(line) or not is_somebody(line.authors[0]):
            continue
        name = line.authors[0]
        tells = re.compile(rf"{_ROLE}(?:{re.escape(name)}|{re.escape(name.split()[0])}){_TELLS}")
        below = page.looks[index + 1 : index + 1 + _NEXT]
        if any(other.words > _NAME and tells.match(other.piece.text) for other in below):
            yield name


def _tail(page: Layout) -> int:
    """Where the last part of the body begins."""
    words = [look.words if stays else 0 for look, stays in zip(page.looks, page.within, strict=True)]
    left = _LAST * sum(words)
    for index in reversed(range(len(words))):
        left -= words[index]
        if left < 0:
            return max(index, page.start) + 1
    return page.start + 1


def owner(page: Layout) -> str:
    """The person whose site it is, at its head and under its rights or in so many words; '' where nobody tells."""
    top = [look.piece.text.strip(_EDGE) for look in page.looks[:_MASTHEAD]]
    own = (match["name"] for text in top if (match := _OWN.match(text)))
    foot = [look.piece.text for look in page.looks[max(page.start + 1, len(page.looks) - _FOOT) :]]
    rights = [match["name"].strip() for text in foot if _says_rights(text) and (match := _RIGHTS.match(text))]
    shown = [name for name in rights if any(plain_words(name) in words for words in page.plain[:_MASTHEAD])]
    return next((recased(name) for name in (*own, *shown) if _is_of_person(name)), "")


def _says_rights(text: str) -> bool:
    return "©" in text or "(c)" in text or "opyright" in text


def _is_of_person(name: str) -> bool:
    """Whether a name is a person's and no firm's: its last word is no everyday word."""
    words = [fold(word) for word in name.split()]
    return is_name(name) and is_somebody(name) and words[0] in first_names() and words[-1] not in common_words()
