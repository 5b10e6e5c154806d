"""The strings of a page's markup with the blocks that they stand in, as one who dumps it line by line meets them."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from bs4 import BeautifulSoup
from bs4.element import NavigableString, Tag

_BLOCKS: Final = frozenset(
    "address article aside blockquote body button caption dd details div dl dt fieldset figcaption figure footer form "
    "h1 h2 h3 h4 h5 h6 head header html iframe label legend li main nav ol option p pre section select summary table "
    "td textarea th title tr ul".split()
)
_ADDRESS: Final = re.compile(r"@|://|www\.")


class Line(NamedTuple):
    """A line of a page's string, and the block that the string stands in."""

    text: str
    block: int
    code: bool


@lru_cache(maxsize=1024)
def strings_of(html: str) -> tuple[Line, ...]:
    """The lines of every string that a reader may see; what a line break parts stands in two blocks.

    A break that only wraps a sentence parts nothing. Pages are parsed once: several trainers ask for all of them.
    """
    return tuple(_read(html))


def _read(html: str) -> Iterator[Line]:
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    known, number, parted, breaks, above = None, 0, 0, 0, ""
    for node in soup.descendants:
        if isinstance(node, Tag):
            parted += node.name == "hr"
            breaks += node.name == "br"
        elif type(node) is NavigableString and (text := str(node).strip()):
            parted += breaks > 1 or (breaks == 1 and not _is_amid_a_sentence(above, text))
            breaks, above = 0, text
            block = next((parent for parent in node.parents if parent.name in _BLOCKS), soup)
            number += known != (id(block), parted)
            known = (id(block), parted)
            yield from (Line(line.strip(), number, block.name == "pre") for line in text.split("\n") if line.strip())


def _is_amid_a_sentence(above: str, below: str) -> bool:
    """Whether a line break between two strings only wraps a sentence, as in a text that was pasted with its lines."""
    is_open = above[-1].isalnum() or above[-1] in ",;"
    return is_open and below[0].islower() and _ADDRESS.search(below.split(maxsplit=1)[0]) is None
