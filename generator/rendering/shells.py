"""The theme around a page, rendered once for each shape of page, with holes for what differs from page to page."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import blake2b
from itertools import chain
from typing import Final

from markupsafe import escape

from generator.rendering.generated import GeneratedPage

# The keys of `clipfile` whose values are text of the page. Of the others the theme reads what they say.
_TEXTS: Final = ("description", "canonical", "refresh")
_HOLE: Final = re.compile("\ue000([^\ue001]*)\ue001")
_HEADING: Final = "<h1"


@dataclass(frozen=True, slots=True)
class Shape:
    """All that a shell depends on."""

    depth: int
    """How many folders deep the page lies: what the links of the shell begin with."""
    above: tuple[str, ...]
    """Its first folders, as deep as the navigation goes: they decide what is marked as "here" and where links begin."""
    ours: tuple[tuple[str, str], ...]
    """The front matter's ``clipfile``, with the text values left out."""
    headed: bool
    """Whether its block has a first heading; if not, the theme adds one."""


def shape_of(url: str, page: GeneratedPage, levels: int) -> Shape:
    """The shape of the page at an address below the site's root (``people/ada/``); ``levels``: of the navigation."""
    ours = tuple((key, "" if key in _TEXTS else value) for key, value in sorted(page.ours.items()))
    return Shape(url.count("/"), tuple(url.split("/")[:levels]), ours, _HEADING in page.content)


def hollow(page: GeneratedPage) -> tuple[GeneratedPage, str]:
    """A page with marks instead of its text, and the mark that stands for its own address."""
    ours = {key: _mark(key) if key in _TEXTS else value for key, value in page.ours.items()}
    content = _mark("content") + (_mark(_HEADING) if _HEADING in page.content else "")
    return GeneratedPage(title=_mark("title"), ours=ours, content=content), _mark("url")


def _mark(name: str) -> str:
    return f"\ue000{name}\ue001"


@dataclass(frozen=True, slots=True)
class Shell:
    """The theme's HTML in pieces, and what belongs between them."""

    pieces: tuple[str, ...]
    holes: tuple[str, ...]
    """One fewer than pieces."""
    digest: bytes

    def fill(self, page: GeneratedPage, url: str | None) -> str:
        """The finished page; ``url`` is its whole address, if the site has one."""
        values = {key: _escaped(text) for key, text in page.ours.items()}
        values |= {"title": page.title, "content": page.content, "url": _escaped(url or ""), _HEADING: ""}
        filled = (*(values[hole] for hole in self.holes), "")
        return "".join(chain.from_iterable(zip(self.pieces, filled, strict=True)))


def _escaped(text: str) -> str:
    return str(escape(text))


def cut(html: str) -> Shell:
    """A shell from the theme's rendering of a hollow page."""
    parts = _HOLE.split(html)
    return Shell(tuple(parts[::2]), tuple(parts[1::2]), blake2b(html.encode(), digest_size=16).digest())
