"""What the markup of a page says its lines are: headings, or something else."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final, Literal

from bs4 import BeautifulSoup
from bs4.element import Tag

from tests.quality.cleaning_metrics import plain

Role = Literal["heading", "other", "both"]

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_TEXTS: Final = ("p", "li", "td", "th", "figcaption", "dt", "dd", "blockquote")
_SMALL: Final = ("a", "button", "label", "option", "cite", "time")


def roles_of(html: str) -> Mapping[str, Role]:
    """Plain words of a line -> what it is; a paragraph that is bold as a whole is a heading.

    A line in a bare ``div`` or ``span`` may be either, and is not told of.
    """
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    found: dict[str, Role] = {}
    for element in soup.find_all(_HEADINGS):
        _note(found, element.get_text(" "), "heading")
    for element in soup.find_all(_TEXTS):
        if element.find([*_HEADINGS, *_TEXTS]) is None:
            _note(found, element.get_text(" "), "heading" if _is_bold(element) else "other")
    for image in soup.find_all("img", alt=True):
        _note(found, str(image["alt"]), "other")
    heads = {words for words, role in found.items() if role == "heading"}
    for element in soup.find_all(_SMALL):
        if plain(element.get_text(" ")) not in heads:
            _note(found, element.get_text(" "), "other")
    return found


def _is_bold(element: Tag) -> bool:
    bold = element.find(["b", "strong"])
    return element.name == "p" and bold is not None and plain(bold.get_text(" ")) == plain(element.get_text(" "))


def _note(found: dict[str, Role], text: str, role: Role) -> None:
    words = plain(text)
    if words:
        found[words] = role if found.get(words, role) == role else "both"
