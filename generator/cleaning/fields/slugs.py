"""Authors who are told as parts of addresses (``jane-doe``): by their names, where the article prints these."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

_SLUG: Final = re.compile(r"[^\W\d_A-Z]+(?:[-_.][^\W\d_A-Z]+){1,3}")
_PARTS: Final = re.compile(r"[-_.]")
_BETWEEN: Final = r"[\s-]+"


def spelled_out(authors: Sequence[str], text: str) -> tuple[str, ...]:
    """The same authors; ``jane-mcdoe`` is ``Jane McDoe`` where a text says so, and stays where none does.

    Args:
        authors: As people or exporters tell them.
        text: All of the original: who its author is stands below many articles.
    """
    return tuple(_printed(author, text) or author for author in authors)


def _printed(author: str, text: str) -> str | None:
    if _SLUG.fullmatch(author) is None:
        return None
    name = re.compile(rf"\b{_BETWEEN.join(_PARTS.split(author))}\b", re.IGNORECASE)
    found = (" ".join(match[0].split()) for match in name.finditer(text))
    return next((one for one in found if all(word[0].isupper() for word in one.split())), None)
