"""What the elements around a block say of it: their tags, and the words in their classes and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Final

from lxml import html

_TAGS: Final = frozenset(
    [
        "nav", "header", "footer", "aside", "form", "figure", "figcaption", "article", "main", "section", "button",
        "table", "ul", "ol", "li", "blockquote", "dl", "a", "label", "td", "details",
    ]
)  # fmt: skip
_MEANINGS: Final[Mapping[str, re.Pattern[str]]] = {
    "content": re.compile(
        r"article|story|entry|post|content|body|text|main|blog|prose|rich-?text|news|paragraph|copy|markdown|wysiwyg"
    ),
    "comment": re.compile(r"comment|disqus|respond|reply|discuss"),
    "side": re.compile(r"side-?bar|aside|rail|widget|secondary|complement"),
    "foot": re.compile(r"foot"),
    "share": re.compile(r"share|social|follow|sns"),
    "related": re.compile(
        r"relat|recommend|more-|read-?next|also|trend|popular|latest|recent|teaser|card|similar|up-?next|feed"
    ),
    "meta": re.compile(r"meta|byline|author|bio|date|time|tags?\b|categor|credit|profile|avatar|contrib"),
    "caption": re.compile(r"caption|credit|figcap|image|photo|gallery|media"),
    "overlay": re.compile(
        r"modal|popup|pop-up|overlay|cookie|consent|gdpr|dialog|hidden|sr-only|screen-reader|visually|tooltip|drawer"
    ),
    "form": re.compile(r"form|search|login|input"),
    "legal": re.compile(r"print|download|copyright|legal|disclaim|disclosure"),
}
_ATTRIBUTES: Final = ("class", "id", "role", "itemprop")


class Surroundings:
    """Remembers what has been read of each element, so that a page is read once."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._around: dict[html.HtmlElement, frozenset[str]] = {}
        self._meanings: dict[str, frozenset[str]] = {}

    def of(self, element: html.HtmlElement) -> dict[str, float]:
        """``in-TAG`` and ``near-MEANING`` for all that surrounds a block."""
        return dict.fromkeys(self._reaching(element), 1.0)

    def _reaching(self, element: html.HtmlElement) -> frozenset[str]:
        """What an element and all around it say, read from the outside in without recursion."""
        path = []
        here: html.HtmlElement | None = element
        while here is not None and here not in self._around:
            path.append(here)
            here = here.getparent()
        known = self._around[here] if here is not None else frozenset()
        for inner in reversed(path):
            if inner.tag not in {"html", "body"}:
                known |= self._said_by(inner)
                if inner.tag in _TAGS:
                    known |= {f"in-{inner.tag}"}
            self._around[inner] = known
        return known

    def _said_by(self, element: html.HtmlElement) -> frozenset[str]:
        words = " ".join(value for name in _ATTRIBUTES if (value := element.get(name))).lower()
        if not words:
            return frozenset()
        found = self._meanings.get(words)
        if found is None:
            found = frozenset(f"near-{meaning}" for meaning, pattern in _MEANINGS.items() if pattern.search(words))
            self._meanings[words] = found
        return found
