"""Signs that a page draws among its words and nobody reads: ways to and from a note or heading, names of icons."""

from __future__ import annotations

import re
from typing import Final

from lxml import etree

from generator.cleaning.markup.tree import words_of

_WAYS: Final = frozenset(["#", "¶", "§", "🔗", "↩", "↩︎", "↩️"])
"""Signs on which a heading's link to itself stands, or a note's back to the text."""
_ICONS: Final = re.compile(r"(?:^|\s)material-(?:icons|symbols)(?:$|[\s-])")
"""Classes of fonts that draw an icon in place of its name: ``chevron_right``."""
SIGN_TAGS: Final = frozenset({"a", "i", "span"})
"""Elements that may be signs."""


def is_sign(element: etree._Element) -> bool:
    """Whether one of these is a link on nothing but a sign that leads to the page itself, or the name of an icon."""
    if element.tag == "a":
        leads_here = (element.get("href") or "").startswith("#")
        return leads_here and len(element) <= 1 and words_of(element).strip() in _WAYS
    names = element.get("class")
    return names is not None and _ICONS.search(names) is not None
