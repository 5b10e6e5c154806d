"""What maintainers say in cleaning.yml of the lines of an original, and what they read out of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any, Final

from generator.cleaning.account import Verdict
from generator.cleaning.fields.byline import names_in
from generator.cleaning.settings import CleaningSettings, PlacedRule
from generator.config.patterns import LONGEST, compiled
from generator.config.schema import CleaningSection
from generator.model import BlockKind, Fate, Original
from generator.text.dates import is_possible, iso_of
from generator.text.months import MONTHS
from generator.text.sentences import ends_sentence

_FILE: Final = "cleaning.yml"
_FIELDS: Final = ("title", "byline", "date", "updated")
_JOINTS: Final = re.compile(r"\s*(?:[,;|&/•·]|\band\b|\bund\b|\bet\b|\by\b)\s*")
_LONGEST_HEADING: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Line:
    """A paragraph of a dump or document, or a visible block of a page, as rules see it."""

    text: str
    kind: BlockKind = "paragraph"
    level: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class Ruled:
    """What the maintainers decide about the lines of one original."""

    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    """Number of a line -> what becomes of it; the rule is its place: ``cleaning.yml:12``."""
    fields: Mapping[str, tuple[re.Match[str], str]] = field(default_factory=dict)
    """``title``, ``byline``, ``date``, ``updated`` -> what a pattern found, and the place of the pattern."""


def ruled(every: Iterable[Line], settings: CleaningSettings) -> Ruled:
    """What the rules of an original decide about its lines.

    The most particular rule that speaks of a line decides; within one rule fields come first, then what is kept, then
    what is dropped.

    Args:
        every: All of the original's lines, in order.
        settings: Those of this original (see ``settings_for``).
    """
    lines = list(every) if settings.rules else []
    verdicts: dict[int, Verdict] = {}
    fields: dict[str, tuple[re.Match[str], str]] = {}
    for placed in settings.rules:
        for name, number, match, place in _read(lines, placed):
            if name not in fields:
                fields[name] = (match, place)
                verdicts.setdefault(number, Verdict(fate="field", rule=place))
        for numbers, fate, place in _named(lines, placed):
            for number in numbers:
                verdicts.setdefault(number, Verdict(fate=fate, rule=place))
    return Ruled(verdicts=verdicts, fields=fields)


def names_line(text: str, settings: CleaningSettings) -> bool:
    """Whether a rule speaks of a raw line as it stands: it is then no part of the paragraph around it."""
    return any(
        _finds(named, text)
        for placed in settings.rules
        for named in (*placed.rule.drop, *placed.rule.keep, *_edges(placed))
    )


def told(original: Original, found: Ruled) -> Original:
    """The original, with what patterns have read added to what is said of it; what people say of it alone stays."""
    said, places = original.metadata, {name: place for name, (_, place) in found.fields.items()}
    read = {name: match for name, (match, _) in found.fields.items()}
    values: dict[str, Any] = {
        "title": _group(read["title"], "title") if "title" in read else None,
        "authors": _names(_group(read["byline"], "byline")) if "byline" in read else None,
        "date": _date(read["date"], "date") if "date" in read else None,
        "updated": _date(read["updated"], "updated") if "updated" in read else None,
    }
    new = {key: value for key, value in values.items() if value and getattr(said, key) is None}
    if not new:
        return original
    basis = {key: places["byline" if key == "authors" else key] for key in new}
    return replace(original, metadata=replace(said, basis={**said.basis, **basis}, **new))


def _read(lines: Sequence[Line], placed: PlacedRule) -> Iterator[tuple[str, int, re.Match[str], str]]:
    """Each field with the number of the first line that its pattern finds."""
    for name in _FIELDS:
        pattern = getattr(placed.rule, name)
        if pattern is None:
            continue
        for number, line in enumerate(lines):
            if match := compiled(pattern).search(line.text, 0, LONGEST):
                yield name, number, match, _place(placed, name)
                break


def _named(lines: Sequence[Line], placed: PlacedRule) -> Iterator[tuple[Sequence[int], Fate, str]]:
    """The lines that a rule keeps, then those that it drops."""
    fates: tuple[tuple[str, Fate], ...] = (("keep", "body"), ("drop", "removed"))
    for key, fate in fates:
        for index, text in enumerate(getattr(placed.rule, key)):
            numbers = [number for number, line in enumerate(lines) if _finds(text, line.text)]
            yield numbers, fate, _place(placed, f"{key}[{index}]")
        for index, section in enumerate(getattr(placed.rule, f"{key}_sections")):
            for stretch in _sections(lines, section):
                yield stretch, fate, _place(placed, f"{key}_sections[{index}]")


def _sections(lines: Sequence[Line], section: CleaningSection) -> Iterator[range]:
    """Where a section stands, each time that it does."""
    first = section.heading if section.heading is not None else section.from_
    end = 0
    for number, line in enumerate(lines):
        if number >= end and first is not None and _finds(first, line.text):
            found = _end(lines, number, section)
            if found is not None:
                yield range(number, found)
                end = found


def _end(lines: Sequence[Line], start: int, section: CleaningSection) -> int | None:
    """The number of the line after a section; None where its last line is not found."""
    if section.heading is None and section.to is None:
        return len(lines)
    for number in range(start + 1, len(lines)):
        if section.to is not None and _finds(section.to, lines[number].text):
            return number + 1
        if section.heading is not None and _parts_from(lines[number], lines[start]):
            return number
    return len(lines) if section.to is None else None


def _parts_from(line: Line, heading: Line) -> bool:
    """Whether a line is the next heading; where a dump marks none, a short line that is no sentence looks like one."""
    if heading.kind == "heading":
        return line.kind == "heading" and line.level <= heading.level
    words = line.text.count(" ") + 1
    return line.kind in {"heading", "paragraph"} and words <= _LONGEST_HEADING and not ends_sentence(line.text)


def _edges(placed: PlacedRule) -> Iterator[str]:
    for section in (*placed.rule.drop_sections, *placed.rule.keep_sections):
        yield from (text for text in (section.heading, section.from_, section.to) if text is not None)


def _finds(text: str, line: str) -> bool:
    return compiled(text).search(line, 0, LONGEST) is not None


def _place(placed: PlacedRule, key: str) -> str:
    return f"{_FILE}:{placed.places.get(key, 1)}"


def _group(match: re.Match[str], name: str) -> str:
    """What a pattern has found: the group of its name, its only group, or all of it."""
    named = match.groupdict().get(name)
    return (named or (match[1] if match.re.groups else match[0]) or "").strip()


def _names(text: str) -> tuple[str, ...]:
    """The authors that a maintainer's pattern has found; a maintainer knows what is a name."""
    return names_in(text) or tuple(dict.fromkeys(part for part in _JOINTS.split(text) if part))


def _date(match: re.Match[str], name: str) -> str | None:
    parts = {key: value for key, value in match.groupdict().items() if value}
    if "year" not in parts:
        return _group(match, name)
    year, month, day = (_number(parts.get(key)) for key in ("year", "month", "day"))
    return iso_of(year, month, day) if year is not None and is_possible(year, month, day) else None


def _number(text: str | None) -> int | None:
    if text is None:
        return None
    return int(text) if text.isdecimal() else MONTHS.get(text.lower())
