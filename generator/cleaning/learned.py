"""Learned furniture in words: each line as a maintainer would write it into cleaning.yml."""

from __future__ import annotations

import re
from collections.abc import Collection
from typing import Final

from generator.cleaning.rules import names_line
from generator.cleaning.settings import CleaningSettings, settings_for
from generator.cleaning.survey import fingerprint, lines_in, repeated
from generator.config.patterns import is_pattern
from generator.model import Original, OriginalRow, Repeats

_SPECIAL: Final = re.compile(r"[\\.^$*+?{}\[\]|()]")
_NUMBER: Final = re.compile(r"\d+")
_LONGEST: Final = 300


def words_of(original: Original, wanted: Collection[str]) -> dict[str, str]:
    """Fingerprint -> the line as it first stands in an original, for those fingerprints that are wanted."""
    found: dict[str, str] = {}
    for line in lines_in(original):
        mark = fingerprint(line)
        if mark in wanted:
            found.setdefault(mark, " ".join(line.split()))
    return found


def is_open(line: str, original: OriginalRow, repeats: Repeats, settings: CleaningSettings) -> bool:
    """Whether a repeated line counts as furniture in an original, and no rule of the maintainers speaks of it."""
    return repeated(line, repeats) is not None and not names_line(line, settings_for(original, settings))


def as_rule(line: str) -> str:
    """A line as cleaning.yml takes it: literal where it can be, else a pattern in which any number may stand."""
    if not _NUMBER.search(line) and len(line) <= _LONGEST and not is_pattern(line):
        return line
    pattern = _NUMBER.sub(r"\\d+", _SPECIAL.sub(r"\\\g<0>", line[:_LONGEST]))
    return f"/^{pattern}/" if len(line) > _LONGEST else f"/^{pattern}$/"
