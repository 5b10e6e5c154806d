"""Lines of a dump that are no headline, whatever the trees say."""

from __future__ import annotations

import re
from typing import Final

from generator.cleaning.dump.comment_counts import begins_with_count

_FORM: Final = re.compile(r"_{4}|\(BUTTON\)|\[[ _]*\]", re.IGNORECASE)
"""A field to fill in, a button and a box to tick, as text browsers draw them."""
_PICTURE: Final = re.compile(r"(?=\S*\d)\w+(?:[-_.]\w+){4,}")
"""The name of a picture's file: ``250-x-176-Old-Pier-In-Winter``."""
_TELLS: Final = re.compile(
    r"posted (?:on|by|in|under)\b|by: .{2,40} \d|.{0,20}\S@\S+\.\w+$|.{0,20}\breading time: ", re.IGNORECASE
)
"""What tells who posted, how to write to them, and how long reading takes."""
_OF_THE_PAGE: Final = re.compile(
    r"(?:.{1,60} )?logo(?: icon| image)?$|.{0,20}official website|we (?:care about|value) your privacy"
    r"|press enter or click|for a free consultation|.{0,40}\bclick here\b"
    r"|(?:learn|read) more(?:\b.{0,30}(?:now|today))?$",
    re.IGNORECASE,
)
"""What names the site's picture, vouches for the site, or asks its reader to do something."""


def is_of_page(text: str) -> bool:
    """Whether a line is drawn for a form, tells who posted, counts comments, or speaks of the site or to its reader."""
    if _FORM.search(text) is not None or _PICTURE.fullmatch(text) is not None or begins_with_count(text):
        return True
    return any(kind.match(text) for kind in (_TELLS, _OF_THE_PAGE))
