"""The labels of press databases: what stands behind each, and whether it is above a text or below."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache
from importlib import resources
from typing import Final, NamedTuple

from generator.press.clipping import FIELDS

_COLON: Final = re.compile(r"[ \t]{0,12}(?P<label>[^\W\d_][\w .()/&-]{0,45}?)[ \t]?:(?:[ \t]+|$)(?P<value>.*)")
_CODE: Final = re.compile(r"(?P<label>[A-Z]{2,3})(?:[ \t]{1,8}(?P<value>\S.*))?[ \t]*")
_ALONE: Final = re.compile(
    r"[ \t]{0,4}(?P<label>Body|BODY|Classification|Full [Tt]ext|FULL TEXT|Graphic|Notes|OpenURL Link"
    r"|Link to (?:PDF|Image))[ \t]*"
)


class Label(NamedTuple):
    """A label at the beginning of a line."""

    role: str
    """A field, ``text``, ``above`` or ``below``."""
    value: str
    """What stands behind it on its line."""
    size: int
    """Letters of the line before the value."""


def label_of(line: str, *, coded: bool = False) -> Label | None:
    """The label that a line begins with, if it is one that databases have.

    Args:
        line: A line.
        coded: Whether its file has Factiva's codes of two letters.
    """
    match = _ALONE.fullmatch(line) or (_CODE.fullmatch(line) if coded else None) or _COLON.match(line)
    role = _roles().get(match["label"].strip().lower()) if match else None
    if match is None or role is None:
        return None
    value = (match.groupdict().get("value") or "").strip()
    return Label(role, value, len(line) - len(value) if value else len(line))


def is_field(role: str) -> bool:
    """Whether what stands behind a label of this role is a field of the article."""
    return role in FIELDS


@cache
def _roles() -> Mapping[str, str]:
    table = resources.files("generator.press").joinpath("labels.txt").read_text(encoding="utf-8")
    found: dict[str, str] = {}
    for line in table.splitlines():
        role, mark, labels = line.partition(":")
        if mark and not line.startswith("#"):
            found |= {label.strip(): role for label in labels.split(",") if label.strip() not in found}
    return found
