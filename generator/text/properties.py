"""Labels that a text begins with, as programs write what they know of it: ``Author: Jane Doe``."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final, NamedTuple

from generator.text.field_names import is_known


class Headed(NamedTuple):
    """A document and what is said above it."""

    values: Mapping[str, Any]
    text: str


_LABELLED: Final = re.compile(
    r"(?P<key>[A-Z][\w -]{1,30}):[ \t]+(?P<value>[^\n]{1,2000}(?:\n[ \t]+[^\n]{1,2000}){0,20})(?:\n|\Z)"
)
_FEWEST: Final = 2
"""Labels that we know, above a text that has no fence: one alone may be its first words."""
_LINK: Final = re.compile(r"\[\[([^\[\]|]{1,300})(?:\|[^\[\]]{0,300})?\]\]")
_SPACE: Final = re.compile(r"\s+")


def unlinked(value: Any) -> Any:
    """Values without the brackets in which some programs link their notes: ``[[Jane Doe]]``."""
    if isinstance(value, Mapping):
        return {key: unlinked(inner) for key, inner in value.items()}
    if isinstance(value, list):
        return [unlinked(inner) for inner in value]
    return _LINK.sub(r"\1", value) if isinstance(value, str) else value


def labelled(text: str, pattern: re.Pattern[str] = _LABELLED) -> Headed | None:
    """The labels that a text begins with, of which we must know some, and what stands below them; else None."""
    values, end = dict[str, str](), 0
    for match in run_of(pattern, text):
        values[match["key"].strip()] = _SPACE.sub(" ", match["value"]).strip()
        end = match.end()
    is_apart = end == len(text) or text.startswith("\n", end) or pattern is not _LABELLED
    return Headed(values, text[end:]) if is_apart and sum(map(is_known, values)) >= _FEWEST else None


def run_of(pattern: re.Pattern[str], text: str) -> Iterator[re.Match[str]]:
    """What a text begins with that matches a pattern, again and again."""
    match = pattern.match(text)
    while match:
        yield match
        match = pattern.match(text, match.end())
