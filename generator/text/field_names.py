"""What exporters call the fields of an article, and what we call them: the table ``field_names.txt``."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache, lru_cache
from importlib import resources
from typing import Final

_UNLIKE: Final = re.compile(r"[\W_]+")
_NO_FIELD: Final = "homeless"


@lru_cache(maxsize=4096)
def folded(path: str) -> str:
    """The last part of a path in small letters and digits alone: ``meta.Publication Date`` -> ``publicationdate``."""
    return _UNLIKE.sub("", path.rstrip(".").rpartition(".")[2].lower())


@cache
def called() -> Mapping[str, tuple[str, ...]]:
    """Our name -> what exporters call it, folded, the best first."""
    table = resources.files("generator.text").joinpath("field_names.txt").read_text(encoding="utf-8")
    found: dict[str, tuple[str, ...]] = {}
    for line in table.splitlines():
        ours, mark, theirs = line.partition(":")
        if mark and not line.startswith("#"):
            found[ours] = (*found.get(ours, ()), *(folded(name) for name in theirs.split(",") if name.strip()))
    return found


def is_known(name: str) -> bool:
    """Whether a name is one that exporters have for a field of ours."""
    return folded(name) in _any()


@cache
def _any() -> frozenset[str]:
    return frozenset(name for ours, theirs in called().items() if ours != _NO_FIELD for name in theirs)
