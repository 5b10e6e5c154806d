"""What a page says of its pictures: the texts that stand for them, and the captions below them."""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from bs4 import BeautifulSoup

from tests.quality.cleaning_metrics import plain

_CAPTION: Final = "figcaption, [class*=caption]"


@lru_cache(maxsize=1024)
def told_of_pictures(html: str) -> frozenset[str]:
    """The plain words of each; what the page has as a line of its text too is none of a picture's alone.

    Pages are parsed once: several trainers ask for all of them.
    """
    soup = BeautifulSoup(html, "lxml")
    told = {
        plain(str(image[name])) for image in soup.find_all("img") for name in ("alt", "title") if image.has_attr(name)
    }
    captions = {plain(element.get_text(" ")) for element in soup.select(_CAPTION)}
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    lines = {plain(line) for line in soup.get_text("\n").split("\n")}
    return frozenset((told - lines | captions) - {""})
