"""Lines of a dump that are no headline, whatever the trees say."""

from __future__ import annotations

import re
from typing import Final

from generator.cleaning.dump.comment_counts import begins_with_count

_FORM: Final = re.compile(r"_{4}|\(BUTTON\)|\[[ _]*\]", re.IGNORECASE)
"""A field to fill in, a button and a box to tick, as text browsers draw them."""
_TELLS: Final = re.compile(r"posted (?:on|by)\b|.{0,20}\S@\S+\.\w+$|.{0,20}\breading time: ", re.IGNORECASE)
"""What tells who posted, how to write to them, and how long reading takes."""
_OF_THE_PAGE: Final = re.compile(
    r"(?:.{1,60} )?logo(?: icon| image)?$|.{0,20}official website of the united states", re.IGNORECASE
)
"""What names the site's picture, or vouches for the site."""


def is_of_page(text: str) -> bool:
    """Whether a line is drawn for a form, tells who posted, counts comments, names a picture or vouches for a site."""
    if _FORM.search(text) is not None or begins_with_count(text):
        return True
    return any(kind.match(text) for kind in (_TELLS, _OF_THE_PAGE))
