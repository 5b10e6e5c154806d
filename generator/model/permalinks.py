"""Which page has which address, for ever."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal

PageKind = Literal[
    "article", "person", "organization", "place", "topic", "story", "source", "outlet", "credit", "surname"
]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Permalink:
    """One line of permalinks.csv: an address that is kept for ever."""

    kind: PageKind
    id: str
    address: str
    """Below the site's root, ends with a slash: ``people/jeff-sessions/``."""
    added: str
    """ISO date of first publication."""
    sha256: str = ""
    """Of an article's original: the same bytes at a new path keep their id."""
    state: str = "live"
    """``live``, ``gone``, ``private``, ``redirect:<id>``, ``split:<id>+<id>``."""
