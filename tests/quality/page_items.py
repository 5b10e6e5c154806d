"""What a page's markup says of its lists: which texts are items, and which stand outside of every list."""

from __future__ import annotations

from functools import lru_cache
from typing import Final, NamedTuple

from bs4 import BeautifulSoup

from tests.quality.cleaning_metrics import plain

_TEXTS: Final = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote")


class Told(NamedTuple):
    """The plain words of what a page says."""

    items: frozenset[str]
    """In an innermost ``li``."""
    others: frozenset[str]
    """In paragraphs, headings, cells and quotations outside of lists."""

    def is_item(self, text: str) -> bool | None:
        """Whether a text is an item; None where the markup has it as both or as neither."""
        words = plain(text)
        item = words in self.items
        return item if item != (words in self.others) else None


@lru_cache(maxsize=1024)
def told_of_items(html: str) -> Told:
    """What the markup of a page says; pages are parsed once."""
    soup = BeautifulSoup(html, "lxml")
    items = [one for one in soup.find_all("li") if one.find("li") is None]
    others = [one for one in soup.find_all(_TEXTS) if one.find("li") is None and one.find_parent("li") is None]
    return Told(*(frozenset(plain(one.get_text(" ")) for one in found) for found in (items, others)))
