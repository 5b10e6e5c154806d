"""Authors who are told as parts of addresses (``jane-doe``): by their names, as the article or a first name tells."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.fields.name_forms import recased
from generator.text.gazetteer import given_names, thing_words

_SLUG: Final = re.compile(r"[^\W\d_A-Z]+(?:[-_.][^\W\d_A-Z]+){1,3}")
_PARTS: Final = re.compile(r"[-_.]")
_BETWEEN: Final = r"[\s-]+"
_FIRST_AND_LAST: Final = 2
_SHORTEST: Final = 5
"""Letters of a name that may be initials."""


def spelled_out(authors: Sequence[str], text: str) -> tuple[str, ...]:
    """The same authors; ``jane-mcdoe`` is ``Jane McDoe`` where a text says so, or where its first part is a first name.

    Of three parts nobody knows which are one name (``jane-quill-doe``): they stay where no text prints them.

    Args:
        authors: As people or exporters tell them.
        text: All of the original: who its author is stands below many articles.
    """
    return tuple(_printed(author, text) or _called(author) or author for author in authors)


def _printed(author: str, text: str) -> str | None:
    if _SLUG.fullmatch(author) is None:
        return None
    name = re.compile(rf"\b{_BETWEEN.join(_PARTS.split(author))}\b", re.IGNORECASE)
    found = (" ".join(match[0].split()) for match in name.finditer(text))
    return next((one for one in found if all(word[0].isupper() for word in one.split())), None)


def _called(author: str) -> str | None:
    """The name that a slug of a first name and one word more spells in small letters."""
    parts = _PARTS.split(author) if _SLUG.fullmatch(author) else []
    is_name = len(parts) == _FIRST_AND_LAST and parts[0] in given_names() and parts[1] not in thing_words()
    return recased(" ".join(parts).upper()) if is_name and len(parts[1]) > 1 and len(author) > _SHORTEST else None
