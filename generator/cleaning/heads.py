"""The lines around an article's beginning that are fields: headline, byline, dates."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Final

from generator.cleaning.byline import Byline, names_in, read_byline, read_name_line, read_signature
from generator.cleaning.dating import (
    DateLine,
    best,
    dated,
    has_label,
    latest_possible,
    of_address,
    of_metadata,
    of_path,
    read_dates,
    unglued,
)
from generator.cleaning.features import Look
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.title import find_title, same_words
from generator.model import Dating, Original

_ABOVE: Final = 12
_BELOW: Final = 4
_LONGEST: Final = 28
_BY_ALONE: Final = re.compile(r"(?:(?:written|posted|story|reported|words) )?by:?|(?:authors?|writers?):?", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Head:
    """The fields of an article, and which pieces they were read from."""

    title: str | None = None
    title_basis: str = ""
    authors: tuple[str, ...] = ()
    authors_basis: str = ""
    published: Dating | None = None
    updated: Dating | None = None
    lines: Mapping[int, str] = field(default_factory=dict)
    """Number of a piece -> the field that it gave."""


def read_head(original: Original, looks: Sequence[Look], within: Sequence[bool], settings: CleaningSettings) -> Head:
    """Headline, byline and dates of an article whose body are the pieces ``within``."""
    zone = _zone(looks, within)
    start = _start(looks, within)
    authors, basis, signed = _authors(original, looks, zone)
    published, updated, dating = _dates(original, looks, zone, settings)
    taken = signed | dating
    title, title_basis, headline = _title(original, looks, start, frozenset(taken))
    lines = dict.fromkeys(sorted(dating), "date") | dict.fromkeys(sorted(signed), "byline") | dict.fromkeys(headline, "title")
    return Head(
        title=title, title_basis=title_basis, authors=authors, authors_basis=basis, published=published,
        updated=updated, lines=lines,
    )  # fmt: skip


def _start(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """The first piece of running text of the body, or its first piece."""
    inner = [index for index, stays in enumerate(within) if stays]
    prose = (index for index in inner if looks[index].sentence and looks[index].words >= 10)
    return next(prose, inner[0] if inner else 0)


def _zone(looks: Sequence[Look], within: Sequence[bool]) -> range:
    start = _start(looks, within)
    return range(max(0, start - _ABOVE), min(len(looks), start + _BELOW))


def _title(original: Original, looks: Sequence[Look], start: int, taken: frozenset[int]) -> tuple[str | None, str, list[int]]:
    said = original.metadata.title
    if said:
        same = [index for index in range(min(len(looks), start + 3)) if same_words(looks[index].piece.text, said)]
        return said, original.metadata.basis.get("title", "metadata"), same
    index = find_title(looks, start, taken)
    if index is None:
        return None, "", []
    title = looks[index].piece.text
    same = [other for other in range(start + 1) if same_words(looks[other].piece.text, title)]
    return title, "headline", sorted({index, *same})


def _authors(original: Original, looks: Sequence[Look], zone: range) -> tuple[tuple[str, ...], str, set[int]]:
    found, lines = _byline(looks, zone)
    said = original.metadata.authors
    if said is not None:
        return said, original.metadata.basis.get("authors", "metadata"), lines
    return (found.authors, found.basis, lines) if found else ((), "", set())


def _byline(looks: Sequence[Look], zone: range) -> tuple[Byline | None, set[int]]:
    """The first byline of the zone, by the surest shape first, and the lines that belong to it."""
    for index in zone:
        text = unglued(looks[index].piece.text)
        if looks[index].words > _LONGEST:
            continue
        found = read_byline(text)
        if found:
            return found, {index}
        if _BY_ALONE.fullmatch(text.strip(" *_|")) and index + 1 < len(looks) and looks[index + 1].words < 14:
            names = names_in(looks[index + 1].piece.text)
            if names:
                return Byline(authors=names, basis="byline"), {index, index + 1}
    for index in zone:
        if looks[index].words <= 14:
            text = unglued(looks[index].piece.text)
            found = read_signature(text) or (read_name_line(text) if _date_beside(looks, index) else None)
            if found:
                return found, {index}
    return None, set()


def _date_beside(looks: Sequence[Look], index: int) -> bool:
    beside = [other for other in (index - 1, index + 1) if 0 <= other < len(looks)]
    return any(any(line.bare for line in read_dates(looks[other].piece.text)) for other in beside)


def _dates(
    original: Original, looks: Sequence[Look], zone: range, settings: CleaningSettings
) -> tuple[Dating | None, Dating | None, set[int]]:
    said = original.metadata
    latest = latest_possible(original, settings.captured)
    address = of_address(said.url or original.origin.url)
    path = of_path(original)
    reference = next((known.date for known in (of_metadata(said.date, ""), address, path) if known), None)
    read, lines = _date_lines(looks, zone)
    shown = {
        role: [
            Dating(date=date, basis="label" if role != "unlabelled" else "date-line", text=line.phrase.text)
            for line in read
            if line.role == role and (date := dated(line, reference)) is not None
        ]
        for role in ("published", "updated", "unlabelled")
    }
    told = of_metadata(said.date, said.basis.get("date", "metadata"))
    dates = [told, *shown["published"], *shown["unlabelled"], address, path]
    published = best([date for date in dates if date], latest)
    changed = of_metadata(said.updated, said.basis.get("updated", "metadata"))
    updated = best([date for date in (changed, *shown["updated"]) if date], latest)
    return published, updated, lines


def _date_lines(looks: Sequence[Look], zone: range) -> tuple[list[DateLine], set[int]]:
    read: list[DateLine] = []
    lines: set[int] = set()
    for index in zone:
        look = looks[index]
        if look.words > _LONGEST:
            continue
        text = look.piece.text
        found = read_dates(text)
        if not found or not (found[0].bare or has_label(text) or read_byline(unglued(text))):
            continue
        if found[0].role == "unlabelled" and index and looks[index - 1].words <= 3:
            found = read_dates(f"{looks[index - 1].piece.text} {text}") or found
        read.extend(found)
        lines.add(index)
    return read, lines
