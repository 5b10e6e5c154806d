"""Who wrote an HTML page: what its markup says, weighed against what a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import html

from generator.cleaning.byline import is_name, names_in, read_byline, recased
from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_head import AUTHOR_KEYS, Head
from generator.cleaning.html_title import is_site, squeezed

_MARKED: Final = re.compile(
    r"\b(?:author|authors|byline|by-line|writer|contributor|post-author|entry-author|article-author|author-name|vcard|fn)\b|byline|author[-_]?name|__author|_author|authorname", re.IGNORECASE
)
_NOT_MARKED: Final = re.compile(r"comment|bio|related|sidebar|card|avatar|social|follow|review|recommend|footer", re.IGNORECASE)
_LABEL: Final = re.compile(r"\A(?:(?:written|posted|published|reviewed|story|words|article|text)\s+)?(?:by|author)\b\s*:?\s*", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"\A(?:admin\w*|administrator|webmaster|editor|editors?|staff|guest|author|user|root|wordpress|blog|team|news|info|contributor|web ?team|marketing|"
    r"unknown|none|null|n/?a|anonymous|default|super ?user|webadmin|content ?team|\d+|min read|read more)\Z",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?:|www\.|/|\S@\S")
_JOINT: Final = re.compile(r"\s+(?:and|&|und|et|y)\s+|\s*[;|]\s*|,\s*(?:and\s+)?(?=\S+ \S)")
_LONGEST: Final = 90
_REACH: Final = 14


@dataclass(frozen=True, slots=True, kw_only=True)
class Authors:
    """The authors of a page, how that is known, and the numbers of the blocks that only say so."""

    names: tuple[str, ...] = ()
    basis: str = ""
    blocks: frozenset[int] = frozenset()


def find_authors(head: Head, blocks: Sequence[PageBlock], title: int | None) -> Authors:
    """The authors of a page; none where neither markup nor byline names a person.

    Args:
        head: What the page says of itself.
        blocks: Its visible blocks.
        title: Number of the block that is the headline, if it is known.
    """
    near = [block for block in blocks if not block.hidden and _is_near(block, title)]
    seen = {block.number: found for block in near if (found := _signed(block))}
    told = _told(head)
    page = squeezed(" ".join(block.text for block in blocks))
    confirmed = tuple(name for name in told if squeezed(name) in page)
    printed = tuple(dict.fromkeys(name for names in seen.values() for name in names if not _is_nobody(name, head)))
    if confirmed:
        return Authors(names=confirmed, basis="json-ld" if head.linked.authors else "meta", blocks=_holding(confirmed, seen))
    if printed:
        return Authors(names=printed[:6], basis="byline", blocks=_holding(printed, seen))
    people = tuple(name for name in told if is_name(name))
    return Authors(names=people, basis="json-ld" if head.linked.authors else "meta") if people else Authors()


def _told(head: Head) -> tuple[str, ...]:
    """The names that JSON-LD or a meta element gives, without the site's own."""
    for source in (head.linked.authors, _meta_names(head)):
        names = tuple(dict.fromkeys(name for value in source for name in _split(value) if not _is_nobody(name, head)))
        if names:
            return names
    return ()


def _meta_names(head: Head) -> tuple[str, ...]:
    for key in AUTHOR_KEYS:
        values = tuple(value for value in head.meta.get(key, ()) if value and not _ADDRESS.search(value))
        if key == "twitter:data1" and "written by" not in " ".join(head.meta.get("twitter:label1", ())).lower():
            continue
        if any(not _is_nobody(value, head) for value in values):
            return values
    return ()


def _split(value: str) -> tuple[str, ...]:
    """The names that one value of markup joins; a value that is no list of names stays whole."""
    plain = _LABEL.sub("", " ".join(value.split())).strip(" ,;|")
    if not plain or len(plain) > 200:
        return ()
    parts = [part.strip() for part in _JOINT.split(plain)]
    if len(parts) > 1 and all(is_name(part) for part in parts):
        return tuple(recased(part) for part in parts)
    return (recased(plain),)


def _is_nobody(name: str, head: Head) -> bool:
    return (
        not 2 <= len(name) <= 80
        or _NOBODY.match(name) is not None
        or _ADDRESS.search(name) is not None
        or is_site(name, head.sites)
        or not any(letter.isalpha() for letter in name)
    )


def _is_near(block: PageBlock, title: int | None) -> bool:
    """Whether a block stands where bylines do: from a little above the headline to a little below it."""
    return title is None or -4 <= block.number - title <= _REACH


def _signed(block: PageBlock) -> tuple[str, ...]:
    """The names that a block gives as authors: by its wording or by its markup."""
    text = " ".join(block.text.split())
    if len(text) > 200:
        return ()
    byline = read_byline(text)
    if byline is not None:
        return byline.authors
    if len(text) > _LONGEST or not _is_marked(block.element):
        return ()
    return names_in(_LABEL.sub("", text))


def _is_marked(element: html.HtmlElement) -> bool:
    """Whether the markup right around an element calls it a byline."""
    for around in _around(element):
        if around.get("rel") == "author" or around.get("itemprop") == "author":
            return True
        name = f"{around.get('class') or ''} {around.get('id') or ''}"
        if _MARKED.search(name):
            return not _NOT_MARKED.search(name)
    return any((link.get("rel") or "") == "author" or "/author/" in (link.get("href") or "") for link in element.iter("a"))


def _around(element: html.HtmlElement) -> Iterator[html.HtmlElement]:
    for depth, around in enumerate((element, *element.iterancestors())):
        if depth == 3 or around.tag in {"body", "article", "main"}:
            return
        yield around


def _holding(names: Sequence[str], seen: dict[int, tuple[str, ...]]) -> frozenset[int]:
    """The blocks that were read as a byline of one of the names."""
    wanted = {squeezed(name) for name in names}
    return frozenset(number for number, found in seen.items() if wanted.intersection(squeezed(name) for name in found))
