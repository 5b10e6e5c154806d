"""Sources that running text names: ``told CNN``, ``according to The Washington Post``, ``Reuters reported``."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping, Sequence
from functools import cache
from importlib import resources
from typing import Final

from generator.model import Citation

_NAME: Final = r"(?:[Tt]he )?[A-Z][\w.&'’-]*(?: (?:of|and|the|for|&|[A-Z][\w.&'’-]*)){0,5}"
_BEFORE: Final = re.compile(rf"\b(?:told|[Aa]ccording to|reported (?:by|in)|by|in an interview (?:with|on)|interview with|statement to|[Cc]iting|cited by|as seen (?:in|on)|spoke (?:to|with)|said to|writing (?:in|for)|wrote in|published (?:by|in)|via|[Pp]er)\s+(?:a report (?:by|from|in) )?(?P<name>{_NAME})")
_AFTER: Final = re.compile(rf"(?P<name>{_NAME})\s+(?:(?:first |previously |also |later |has |had |recently )?(?:reported|reports|noted|notes|wrote|writes|quoted|revealed|published)|said in a report|report(?:er)?s? said)\b")


@cache
def known_outlets() -> Mapping[str, str]:
    """Well-known outlets and agencies: every way of writing the name -> the name by which it is known."""
    table = resources.files("generator.cleaning").joinpath("data/outlets.tsv").read_text(encoding="utf-8")
    names: dict[str, str] = {}
    for line in table.splitlines():
        name, *aliases = line.split("\t")
        for form in (name, *aliases):
            names[form] = name
    return names


def attributions(text: str, more: Sequence[str] = ()) -> tuple[Citation, ...]:
    """The outlets to which running text attributes something, with how often, most often first.

    Args:
        text: The body.
        more: Names that the maintainers know beside the built-in ones.
    """
    outlets = known_outlets()
    own = set(more)
    counts: Counter[str] = Counter()
    for pattern in (_BEFORE, _AFTER):
        for match in pattern.finditer(text):
            name = _longest(match["name"], outlets, own)
            if name:
                counts[name] += 1
    return tuple(
        Citation(name=name, count=count, kind="attribution")
        for name, count in sorted(counts.items(), key=lambda one: (-one[1], one[0]))
    )


def _longest(found: str, outlets: Mapping[str, str], own: set[str]) -> str | None:
    """The longest beginning or end of a run of capitalised words that is an outlet's name, as written."""
    words = re.sub(r"['’]s?$", "", found.rstrip(".,")).split()
    for end in range(len(words), 0, -1):
        name = " ".join(words[:end]).rstrip(".,")
        if name in outlets or name in own:
            return name
        bare = name.removeprefix("the ").removeprefix("The ")
        if bare in own or f"The {bare}" in outlets or bare in outlets:
            return name
    return None
