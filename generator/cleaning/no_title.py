"""Lines of a dump that are no headline, whatever the trees say, and the one that tells a headline outright."""

from __future__ import annotations

import re
from typing import Final

from generator.cleaning.looks import Look, plain_words

_FORM: Final = re.compile(r"_{4}|\(BUTTON\)|\[[ _]*\]", re.IGNORECASE)
"""A field to fill in, a button and a box to tick, as text browsers draw them."""
_TELLS: Final = re.compile(r"posted (?:on|by)\b|.{0,20}\S@\S+\.\w+$|.{0,20}\breading time: ", re.IGNORECASE)
"""What tells who posted, how to write to them, and how long reading takes."""
_OF_THE_PAGE: Final = re.compile(
    r"(?:\d{1,5}|one) (?:comments?|thoughts?|responses?|repl(?:y|ies)) (?:on|to)\b|(?:.{1,60} )?logo(?: icon| image)?$"
    r"|.{0,20}official website of the united states|.{0,40}\badd us on google|for a free consultation",
    re.IGNORECASE,
)
"""What counts comments, names the site's picture, or vouches for the site."""
_COMMENTED: Final = re.compile(
    r"\b(?:\d{1,5}|one) (?:comments?|thoughts?|responses?|repl(?:y|ies)) (?:on|to) (?P<on>.{8,300})", re.IGNORECASE
)
_COUNTED: Final = re.compile(r"(?:comments?|thoughts?|responses?|repl(?:y|ies)) (?:on|to) ").search
_LONG: Final = 60


def is_of_page(text: str) -> bool:
    """Whether a line is drawn for a form, tells who posted, counts comments, names a picture or vouches for a site."""
    return _FORM.search(text) is not None or any(kind.match(text) for kind in (_TELLS, _OF_THE_PAGE))


def commented_words(look: Look) -> str:
    """The words of the headline of which a line says that it has comments (``12 Comments on …``), else ''."""
    match = _COMMENTED.search(look.piece.text) if look.words < _LONG and _COUNTED(look.plain) else None
    return plain_words(match["on"]) if match else ""
