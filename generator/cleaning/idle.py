"""Rules of cleaning.yml that decide nothing: a misspelt outlet, a line that is no longer printed."""

from __future__ import annotations

import re
from collections.abc import Container, Iterator, Sequence
from typing import Final

from generator.cleaning.settings import CleaningSettings, applies
from generator.model import OriginalRow

_DECIDING: Final = re.compile(r"(?:drop|keep)(?:_sections)?\[\d+\]|title|byline|date|updated")


def idle_rules(settings: CleaningSettings, originals: Sequence[OriginalRow], used: Container[str]) -> Iterator[str]:
    """A warning for each rule that holds for no original, and for each of its entries that finds no line in any.

    Args:
        settings: The rules of an archive.
        originals: All originals of the archive.
        used: The entries that decided about a line: ``cleaning.yml:12``.
    """
    for number, placed in enumerate(settings.rules):
        start = placed.places.get("", 1)
        if not any(applies(placed.rule, original) for original in originals):
            yield f"site_config/cleaning.yml:{start}: rules[{number}] holds for no original: look at what it names"
            continue
        for key, line in sorted(placed.places.items(), key=lambda place: (place[1], place[0])):
            if _DECIDING.fullmatch(key) and f"cleaning.yml:{line}" not in used:
                yield f"site_config/cleaning.yml:{line}: rules[{number}].{key} decides about no line of any original"
