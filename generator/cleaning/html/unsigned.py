"""Whom an HTML page without a byline tells as its author: a biography below the text, the owner of a personal site."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final
from urllib.parse import urlsplit

from generator.cleaning.fields.byline import read_biography, read_name_line
from generator.cleaning.fields.name_forms import is_name
from generator.cleaning.html.head import Head, squeezed
from generator.cleaning.markup.blocks import PageBlock
from generator.text.gazetteer import common_words, first_names, thing_words
from generator.text.names import fold

_OTHER_POSTS: Final = re.compile(
    r"(?:(?:view|see|read|browse) )?(?:all|more|other) (?:posts|articles|stories) (?:by|from) (?P<name>[^.!?]{4,40})",
    re.IGNORECASE,
)
_RIGHTS: Final = re.compile(
    r"(?:copyright|©|\(c\)|[\s\d,–-])*\s(?:by )?(?P<name>(?:[^\W\d_][\w’'-]+\s?){2,3})", re.IGNORECASE
)
_PERSON: Final = re.compile(r"\b(?:he|she|his|her)\b", re.IGNORECASE)
_MASTHEAD: Final = 3
_FOOT: Final = 15
_NEXT: Final = 3
_LONGEST: Final = 40
_SHORTEST_WORD: Final = 4
_EDGE: Final = " /|·•–—-"


def of_biography(blocks: Sequence[PageBlock], title: int | None) -> tuple[str, ...]:
    """The one person whose name stands over a biography below the headline, or whose other posts the page offers.

    Args:
        blocks: The page's blocks.
        title: Number of the block that is the headline, if it is known.
    """
    shown = [block for block in blocks if not block.hidden and block.number > (title or 0)]
    found = {*_introduced(shown), *_of_other_posts(shown)}
    return tuple(found) if len(found) == 1 else ()


def _introduced(blocks: Sequence[PageBlock]) -> Iterator[str]:
    for place, block in enumerate(blocks):
        line = read_name_line(block.text) if len(block.text) <= _LONGEST else None
        if line is None or len(line.authors) != 1:
            continue
        for below in blocks[place + 1 : place + 1 + _NEXT]:
            told = read_biography(below.text)
            is_same = told is not None and squeezed(told.authors[0]) == squeezed(line.authors[0])
            if is_same and _is_of_person(line.authors[0], below.text):
                yield line.authors[0]


def _of_other_posts(blocks: Sequence[PageBlock]) -> Iterator[str]:
    for block in blocks:
        match = _OTHER_POSTS.match(block.text) if len(block.text) <= 2 * _LONGEST else None
        name = match["name"].strip(_EDGE) if match else ""
        if is_name(name):
            yield name


def owner(head: Head, blocks: Sequence[PageBlock]) -> tuple[str, ...]:
    """The person whose site it is: called at its head or under its rights as its address is.

    Args:
        head: What the page says of itself.
        blocks: Its blocks.
    """
    host = squeezed(urlsplit(head.address).hostname or "")
    shown = [block.text for block in blocks if not block.hidden]
    rights = (match["name"] for text in shown[-_FOOT:] if (match := _RIGHTS.match(text)))
    for told in (*head.sites, *shown[:_MASTHEAD], *rights):
        name = told.strip(_EDGE)
        called = any(len(word) >= _SHORTEST_WORD and squeezed(word) in host for word in name.split())
        if called and len(name) <= _LONGEST and is_name(name) and _is_of_person(name, ""):
            return (name,)
    return ()


def _is_of_person(name: str, told: str) -> bool:
    """Whether a name is no firm's: its last word is no everyday word, or what is told of its bearer is of a person."""
    first, *_, last = (fold(word) for word in name.split())
    is_firm = last in common_words() or last in thing_words()
    return first in first_names() and (not is_firm or _PERSON.search(told) is not None)
