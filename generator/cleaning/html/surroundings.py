"""What the elements around a block say of it: their tags, and the words in their classes and ids."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import lru_cache
from typing import Any, Final

import numpy as np

from generator.cleaning.markup.outline import Column, Outline
from generator.cleaning.pieces.memo import Memo

_TAGS: Final = (
    "nav", "header", "footer", "aside", "form", "figure", "figcaption", "article", "main", "section", "button",
    "table", "ul", "ol", "li", "blockquote", "dl", "a", "label", "td", "details",
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
        "overlay": r"modal|pop ?up|overlay|cookie|consent|gdpr|dialog|alert|notice|hidden|sr only|screen reader"
        r"|visually|tool ?tip|drawer",
        "form": r"form\b|search|log ?in|sign ?in|sign ?up|input|subscri|newsletter|opt ?in",
        "legal": r"print|download|copyright|legal|disclaim|disclosure",
        "promo": r"promo|advert|ads?\b|sponsor|cta\b|banner|call to action|upsell|affiliate|offer",
        "contents": r"toc\b|table of contents|contents\b|jump|anchor",
        "menu": r"nav|menu|breadcrumb|header\b|masthead|toolbar|skip",
    }.items()
}
_ANY: Final = re.compile("|".join(pattern.pattern for pattern in _MEANINGS.values()))
"""Most names mean none of these, which is seen at once."""
_CAMEL: Final = re.compile(r"(?<=[a-z])(?=[A-Z])")
_UTILITY: Final = re.compile(r"\S*[:\[/]|overflow-|text-")
"""Names that style and say nothing: ``md:hidden``, ``w-1/2``, ``overflow-hidden``, ``text-center``."""
_PARTING: Final = re.compile(r"[-_]+")
_TAG_FLAGS: Final[Mapping[str, int]] = {tag: 1 << bit for bit, tag in enumerate(_TAGS, start=len(_MEANINGS))}
_PAGE: Final = frozenset({"html", "body"})


@lru_cache(maxsize=1 << 14)
def meanings_of(name: str) -> int:
    """What a class, an id or a role means: a bit for every meaning whose words begin one of its words."""
    if _UTILITY.match(name):
        return 0
    said = _PARTING.sub(" ", _CAMEL.sub(" ", name)).lower()
    if _ANY.search(said) is None:
        return 0
    return sum(1 << bit for bit, pattern in enumerate(_MEANINGS.values()) if pattern.search(said))


def surroundings(outline: Outline) -> dict[str, Column]:
    """``in-TAG`` and ``near-MEANING`` of all around a block, ``close-MEANING`` of the innermost two elements."""
    own = [
        _SAID[get("class")] | _SAID[get("id")] | _SAID[get("role")] | _SAID[get("itemprop")]
        for get in [element.get for element in outline.elements]
    ]
    around: list[int] = []
    for element, flags, parent in zip(outline.elements, own, outline.parents.tolist(), strict=True):
        outer = around[parent] if parent >= 0 else 0
        around.append(outer if element.tag in _PAGE else outer | flags | _TAG_FLAGS.get(str(element.tag), 0))
    said, reaching = np.array(own, dtype=np.int64), np.array(around, dtype=np.int64)
    parents = outline.parents[outline.owners]
    close = said[outline.owners] | np.where(parents >= 0, said[parents], 0)
    far, beside = _bits(reaching[outline.owners]), _bits(close)
    return {
        **{f"near-{meaning}": far[bit] for bit, meaning in enumerate(_MEANINGS)},
        **{f"in-{tag}": far[bit] for bit, tag in enumerate(_TAGS, start=len(_MEANINGS))},
        **{f"close-{meaning}": beside[bit] for bit, meaning in enumerate(_MEANINGS)},
    }


def _bits(flags: np.ndarray[Any, np.dtype[np.int64]]) -> Column:
    """A row a bit, a column a block."""
    return (flags >> np.arange(len(_MEANINGS) + len(_TAGS))[:, None] & 1).astype(np.float64)


def _all_said(names: str | None) -> int:
    said = 0
    for name in names.split() if names else ():
        said |= meanings_of(name)
    return said


# Elements of one kind have the same classes all over a page.
_SAID: Final = Memo(_all_said)
"""What an attribute says of an element; nothing where the element lacks it."""
