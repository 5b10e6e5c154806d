"""What the markup of an HTML page says of who wrote it: classes, microdata, links to authors' own pages."""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import chain, islice
from typing import Final

from lxml import etree

from generator.cleaning.html.printed import elsewhere
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import MOST_INSIDE
from generator.cleaning.markup.tree import words_of

_MARK: Final = re.compile(r"by-?line|author|writer|creator|contributor(?!s?-list)|\bfn\b|written-by", re.IGNORECASE)
_NOT_MARK: Final = re.compile(
    r"comment|bio\b|biograph|related|sidebar|avatar|social|follow|review|recommend|footer|reply|profile|editor",
    re.IGNORECASE,
)
_AUTHOR_PAGE: Final = re.compile(
    r"/(?:authors?|people|staff|contributors?|writers?|by|columnists?|journalists?|reporters?)/[^/?#]{2,}|[?&]author=",
    re.IGNORECASE,
)
_CARD: Final = frozenset({"url", "fn", "n"})
_OUTER: Final = 3
"""So many elements around a block may be a link that holds it, beside a portrait."""
_OF_A_WORK: Final = re.compile(r"\n[^\W\d_]+:\s")
"""Other lines of a card that says of a book or film who made it."""


def is_of_a_work(block: PageBlock) -> bool:
    """Whether a block is the card of a book or a film: its author is not the page's."""
    return _OF_A_WORK.search(block.text) is not None


def links_to_authors(block: PageBlock) -> Iterator[str]:
    """The words of links to authors' own pages that stand in a block, or around it, and not in another below it."""
    shown = " ".join(block.text.split())
    outer = islice(block.element.iterancestors(), _OUTER)
    for link in chain(islice(block.element.iter(), MOST_INSIDE), outer):
        words = words_of(link) if link.tag == "a" and _leads_to_an_author(link) else ""
        if words and words in shown:
            yield words


def _leads_to_an_author(link: etree._Element) -> bool:
    return (
        link.get("rel") == "author"
        or link.get("itemprop") == "author"
        or _AUTHOR_PAGE.search(link.get("href") or "") is not None
    )


def cards_of_authors(block: PageBlock) -> Iterator[str]:
    """The names on cards of a microformat (``class="url fn n"``) in a block, as themes print them below a post.

    Comments have them too.
    """
    if any(map(elsewhere, chain((block.element,), block.element.iterancestors()))):
        return
    for link in islice(block.element.iter("a"), MOST_INSIDE):
        if _CARD.issubset((link.get("class") or "").split()):
            yield words_of(link)


def is_marked(element: etree._Element) -> bool:
    """Whether the markup right around an element calls it a byline."""
    for around in _around(element):
        if around.get("rel") == "author" or "author" in (around.get("itemprop") or "").split():
            return True
        name = f"{around.get('class') or ''} {around.get('id') or ''}"
        if _MARK.search(name):
            return not _NOT_MARK.search(name)
    return False


def names_an_author(element: etree._Element) -> bool:
    """Whether the markup says author's name, and not only that one is near."""
    for around in list(_around(element))[:2]:
        said = " ".join(around.get(name) or "" for name in ("class", "itemprop", "rel")).lower()
        words = said.replace("-", "").replace("_", "").split()
        if any("authorname" in word or "creatorname" in word for word in words) or words[-1:] == ["author"]:
            return True
    return False


def _around(element: etree._Element) -> Iterator[etree._Element]:
    for around in chain((element,), islice(element.iterancestors(), 2)):
        if around.tag in {"body", "article", "main"}:
            return
        yield around
