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
_TAGS: Final = re.compile(r"(?:\d[\d ./-]{5,12}|.{0,20}\d{4})?(?:\s?#[^\W\d][\w-]*){2,}")
"""A date, if any, and what a page is filed under: ``2024-05-02#sea#harbour``."""
_OF_THE_PAGE: Final = re.compile(
    r"(?:.{1,60} )?logo(?: icon| image)?$|(?:\w+ ){0,2}logo\b.*\blogo\b|.{0,20}official website"
    r"|we (?:care about|value) your privacy|press enter or click|for a free consultation|.{0,40}\bclick here\b"
    r"|(?:learn|read) more(?:\b.{0,30}(?:now|today))?$|discussion about this (?:article|post)|share this\b.{0,20}$"
    r"|(?:final|last) (?:call|chance): |get the help you|free (?:advising|consultation|demo|trial)\b.{0,20}$"
    r"|join (?:an?|our|us)\b.{0,30}\b(?:community|newsletter|session|webinar)\b|join a community\b"
    r"|(?:apply|register|sign up|subscribe) (?:for|now|to)\b.{0,30}$|your free .{2,40}\bmembership\b"
    r"|expand (?:full )?(?:comment|post)$|(?:table of contents|key takeaways|topic outline)$"
    r"|listen to this (?:article|story)"
    r"|more information here:?$|(?:image|photo) credits?: |search for articles\b|(?:check out|explore|try) our\b"
    r"|you are (?:currently )?(?:logged|not logged|signed|viewing)\b|.{0,60}\badd us on google|.{1,40}['’]s avatar$",
    re.IGNORECASE,
)
"""What names the site's picture, vouches for the site, or asks its reader to do something."""
_INGREDIENT: Final = re.compile(
    r"[\d¼½¾⅓⅔/ ]{1,6} (?:heaped |scant )?"
    r"(?:cups?|g|grams?|kg|lbs?|ml|ounces?|oz|pounds?|tablespoons?|tbsp|teaspoons?|tsp)\b",
    re.IGNORECASE,
)


def is_of_page(text: str) -> bool:
    """Whether a line is drawn for a form, tells who posted, counts comments, or speaks of the site or to its reader."""
    if _FORM.search(text) is not None or begins_with_count(text):
        return True
    if any(kind.fullmatch(text) for kind in (_PICTURE, _TAGS)):
        return True
    return any(kind.match(text) for kind in (_TELLS, _OF_THE_PAGE, _INGREDIENT))
