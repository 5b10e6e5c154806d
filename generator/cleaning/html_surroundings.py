"""What the elements around a block say of it: their tags, and the words in their classes and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Final

from lxml import html

_TAGS: Final = frozenset(
    [
        "nav", "header", "footer", "aside", "form", "figure", "figcaption", "article", "main", "section", "button",
        "table", "ul", "ol", "li", "blockquote", "dl", "a", "label", "td", "details",
    ]
)  # fmt: skip
_MEANINGS: Final[Mapping[str, re.Pattern[str]]] = {
    meaning: re.compile(rf"\b(?:{words})")
    for meaning, words in {
        "content": r"article|story|entry|post|content|body|text|main|blog|prose|rich ?text|news|paragraph|copy|markdown"
        r"|wysiwyg",
        "comment": r"comment|disqus|respond|reply|replies|discuss",
        "side": r"side ?bar|aside|rail\b|widget|secondary|complement",
        "foot": r"foot",
        "share": r"share|sharing|social|follow|sns",
        "related": r"relat|recommend|more|read ?next|also\b|trend|popular|latest|recent|teaser|cards?\b|similar"
        r"|up ?next|feed|next\b|prev|pagination",
        "meta": r"meta|by ?line|author|bio\b|date\b|time\b|time ?stamp|published|tags?\b|categor|credit|profile|avatar"
        r"|contrib",
        "caption": r"caption|credit|figcap|image|photo|gallery|media",
        "overlay": r"modal|pop ?up|overlay|cookie|consent|gdpr|dialog|hidden|sr only|screen reader|visually|tool ?tip"
        r"|drawer",
        "form": r"form\b|search|log ?in|sign ?in|sign ?up|input|subscri|newsletter|opt ?in",
        "legal": r"print|download|copyright|legal|disclaim|disclosure",
        "promo": r"promo|advert|ads?\b|sponsor|cta\b|banner|call to action|upsell|affiliate|offer",
        "contents": r"toc\b|table of contents|contents\b|jump|anchor",
        "menu": r"nav|menu|breadcrumb|header\b|masthead|toolbar|skip",
    }.items()
}
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UTILITY: Final = re.compile(r"\S*[:\[/]|overflow-|text-")
"""Names that style and say nothing: ``md:hidden``, ``w-1/2``, ``overflow-hidden``, ``text-center``."""
_PARTING: Final = re.compile(r"[-_]+")
_NOTHING: Final[frozenset[str]] = frozenset()
_ATTRIBUTES: Final = ("class", "id", "role", "itemprop")


@lru_cache(maxsize=1 << 14)
def meanings_of(name: str) -> frozenset[str]:
    """What a class, an id or a role means: the meanings whose words begin one of its words."""
    if _UTILITY.match(name):
        return _NOTHING
    said = _PARTING.sub(" ", _CAMEL.sub(" ", name)).lower()
    return frozenset(meaning for meaning, pattern in _MEANINGS.items() if pattern.search(said))


class Surroundings:
    """Remembers what has been read of each element, so that a page is read once."""

    def __init__(self) -> None:
        """Begin with nothing read."""
        self._around: dict[html.HtmlElement, frozenset[str]] = {}
        self._own: dict[html.HtmlElement, frozenset[str]] = {}
        self._meanings: dict[tuple[str | None, ...], frozenset[str]] = {}

    def of(self, element: html.HtmlElement) -> dict[str, float]:
        """``in-TAG`` and ``near-MEANING`` of all that surrounds a block, ``close-MEANING`` of the innermost two."""
        traits = dict.fromkeys(self._reaching(element), 1.0)
        parent = element.getparent()
        own = self._own.get(element, _NOTHING)
        for meaning in own if parent is None else own | self._own.get(parent, _NOTHING):
            traits[f"close-{meaning}"] = 1.0
        return traits

    def _reaching(self, element: html.HtmlElement) -> frozenset[str]:
        """What an element and all around it say, read from the outside in without recursion."""
        path = []
        here: html.HtmlElement | None = element
        while here is not None and here not in self._around:
            path.append(here)
            here = here.getparent()
        known = self._around[here] if here is not None else frozenset()
        for inner in reversed(path):
            own = self._own[inner] = self._said_by(inner)
            if inner.tag not in {"html", "body"}:
                if own:
                    known |= {f"near-{meaning}" for meaning in own}
                if inner.tag in _TAGS:
                    known |= {f"in-{inner.tag}"}
            self._around[inner] = known
        return known

    def _said_by(self, element: html.HtmlElement) -> frozenset[str]:
        names = tuple([element.get(name) for name in _ATTRIBUTES])
        found = self._meanings.get(names)
        if found is None:
            found = _NOTHING.union(*[meanings_of(word) for name in names if name for word in name.split()])
            self._meanings[names] = found
        return found
