"""One article in a file of a press database: its fields, its text, and which lines are which."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Final

FIELDS: Final[frozenset[str]] = frozenset({"title", "authors", "date", "outlet", "url", "id"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Clipping:
    """An article and where it stands: numbers of lines are those of the text that it was found in, from 0."""

    first: int
    last: int
    """The line after its last."""
    values: Mapping[str, str] = field(default_factory=dict)
    """Field -> what the file says, as it says it."""
    shown: Mapping[int, str] = field(default_factory=dict)
    """Number of a line -> the field that it tells."""
    body: Mapping[int, int] = field(default_factory=dict)
    """Number of a line of the text -> how many of its letters are a label before it."""
    is_page: bool = False
    """Its lines hold more than the article, as a page's do."""
    is_print: bool = False
    """Its text is a column of a printed paper."""
    is_tagged: bool = False
    """Its text is marked up with tags and entities of its own."""
