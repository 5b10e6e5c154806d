"""judgements.yml as a file that people and programs write: entries are added at the end and cut out whole.

Comments, order and everything that stands there stay as they are. What was written is read back before it takes the
old file's place, in one step.
"""

from __future__ import annotations

import os
from collections.abc import Iterable, Sequence
from dataclasses import fields
from pathlib import Path

import yaml

from generator.config.conversion import convert
from generator.config.schema import Judgement, JudgementsFile
from generator.config.yaml_file import parse_yaml
from generator.errors import ClipfileError

NAME = "site_config/judgements.yml"
_HEAD = "# Decisions about people. `clipfile judge` and `clipfile review` add to the end of this file.\nversion: 1\n"
_KEY = "judgements"
_INDENT = "  "


def read_text(root: Path) -> str:
    """What stands in the archive's judgements.yml; an empty one where there is none."""
    path = root / NAME
    return path.read_text(encoding="utf-8-sig") if path.exists() else _HEAD


def with_added(text: str, judgements: Sequence[Judgement]) -> str:
    """The file's text with more judgements behind the last.

    Raises:
        ClipfileError: the list is written in a way that nothing can be added to.
    """
    lines = text.splitlines()
    tree = parse_yaml(text, NAME)
    found = tree.value.get(_KEY) if isinstance(tree.value, dict) else None
    start = tree.lines.get((_KEY,))
    if start is None:
        added = ["", f"{_KEY}:", *_entries(judgements, _INDENT)]
        at = len(lines)
    else:
        if not found:
            lines[start - 1] = f"{_KEY}:"
        indent = _indent(lines[tree.lines[_KEY, 0] - 1]) if found else _INDENT
        at = _end_of_list(lines, start)
        added = _entries(judgements, indent)
    return _checked(text, "\n".join([*lines[:at], *added, *lines[at:]]) + "\n", (*judgements_of(text), *judgements))


def without(text: str, numbers: Iterable[int]) -> str:
    """The file's text without the judgements of these numbers, counted from 0."""
    gone = frozenset(numbers)
    lines = text.splitlines()
    tree = parse_yaml(text, NAME)
    before = judgements_of(text)
    for number in sorted(gone, reverse=True):
        start = tree.lines[_KEY, number] - 1
        end = start + 1
        while end < len(lines) and lines[end].strip() and len(_indent(lines[end])) > len(_indent(lines[start])):
            end += 1
        del lines[start:end]
    kept = tuple(one for number, one in enumerate(before) if number not in gone)
    return _checked(text, "\n".join(lines) + "\n", kept)


def write(root: Path, text: str) -> None:
    """Put the text into the archive's judgements.yml, in one step."""
    path = root / NAME
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("w", encoding="utf-8", newline="\n") as file:
        file.write(text)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def judgements_of(text: str) -> tuple[Judgement, ...]:
    """The judgements that a file's text holds."""
    value, _ = convert(parse_yaml(text, NAME), JudgementsFile)
    return value.judgements if value else ()


def _checked(before: str, after: str, wanted: Sequence[Judgement]) -> str:
    if judgements_of(after) != tuple(wanted):
        raise ClipfileError(
            f"{NAME} is written in a way that nothing can be added to or taken from ({len(before):,} characters). "
            "Write the list below `judgements:` with one `- ` a judgement, and no other key behind it."
        )
    return after


def _entries(judgements: Iterable[Judgement], indent: str) -> list[str]:
    return [line for one in judgements for line in _entry(one, indent)]


def _entry(judgement: Judgement, indent: str) -> list[str]:
    """``- verdict: …`` and what goes with it; what says nothing is left out."""
    values = [(field.name, getattr(judgement, field.name)) for field in fields(judgement)]
    # The day stands without quotes: what looks like a date is text here (config.yaml_file).
    said = [f"{key}: {value if key == 'when' else _flow(value)}" for key, value in values if value]
    return [f"{indent}{'- ' if number == 0 else '  '}{line}" for number, line in enumerate(said)]


def _flow(value: str | tuple[str, ...]) -> str:
    plain = value if isinstance(value, str) else list(value)
    text: str = yaml.safe_dump(plain, default_flow_style=True, allow_unicode=True, width=float("inf"))
    return text.removesuffix("...\n").strip()


def _indent(line: str) -> str:
    return line[: len(line) - len(line.lstrip(" "))]


def _end_of_list(lines: Sequence[str], start: int) -> int:
    """The index behind the last line of the list that begins below line number ``start``."""
    end = start
    for number in range(start, len(lines)):
        line = lines[number]
        if line.strip() and not line.startswith((" ", "-", "#")):
            break
        if line.strip():
            end = number + 1
    return end
