"""The lines around an article's beginning that are fields: headline, byline, dates."""

from __future__ import annotations

import re
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.cleaning.byline import (
    Byline,
    is_label_alone,
    is_own_desk,
    is_role_line,
    names_in,
    read_byline,
    read_meta_line,
    read_name_line,
    read_signature,
    signed_name,
    without_outlet,
)
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
from generator.cleaning.looks import Look
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.title import find_title, same_words
from generator.model import Dating, Original

_LOWER: Final = re.compile(r"\b[a-zà-ÿ]{3,}\b")
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_ABOVE: Final = 12
_BELOW: Final = 4
_OVER_TITLE: Final = 4
_PAST: Final = 9
_SHORT: Final = 12
_FEW: Final = 3
_REACH: Final = 3
_LONGEST: Final = 28


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


def read_head(
    original: Original,
    looks: Sequence[Look],
    within: Sequence[bool],
    gone: Collection[int],
    settings: CleaningSettings,
) -> Head:
    """Headline, byline and dates of an article whose body are the pieces ``within``; none of them is in ``gone``."""
    start = first_prose(looks, within)
    named = _without_outlet(looks, original.outlet.name)
    title, title_basis, headline = _title(original, looks, start, find_title(named, start, gone))
    zone = _zone(looks, start, headline)
    authors, basis, signed = _authors(original, named, zone, headline)
    published, updated, dating = _dates(original, named, zone, settings)
    lines = (
        dict.fromkeys(sorted(dating), "date")
        | dict.fromkeys(sorted(signed), "byline")
        | dict.fromkeys(headline, "title")
    )
    return Head(
        title=title, title_basis=title_basis, authors=authors, authors_basis=basis, published=published,
        updated=updated, lines=lines,
    )  # fmt: skip


def first_prose(looks: Sequence[Look], within: Sequence[bool]) -> int:
    """The first piece of running text of the body, or its first piece."""
    inner = [index for index, stays in enumerate(within) if stays]
    prose = (index for index in inner if looks[index].sentence and looks[index].words >= 10)
    return next(prose, inner[0] if inner else 0)


def _zone(looks: Sequence[Look], start: int, headline: Sequence[int]) -> range:
    """Where byline and dates stand: from a little above the headline to a little below the first running text."""
    title = max((index for index in headline if index <= start + _PAST), default=None)
    first = start - _ABOVE if title is None else title - _OVER_TITLE
    return range(max(0, first), min(len(looks), max(start, title or 0) + _BELOW))


def _without_outlet(looks: Sequence[Look], outlet: str) -> list[Look]:
    """Short lines without the name of their own outlet, which would be read as an author's."""
    bare = outlet.removeprefix("The ").lower()
    return [
        replace(look, piece=replace(look.piece, text=without_outlet(look.piece.text, outlet)))
        if bare and look.words <= _LONGEST and bare in look.piece.text.lower()
        else look
        for look in looks
    ]


def _title(
    original: Original, looks: Sequence[Look], start: int, index: int | None
) -> tuple[str | None, str, list[int]]:
    said = original.metadata.title
    if said:
        same = [index for index in range(min(len(looks), start + 3)) if same_words(looks[index].piece.text, said)]
        return said, original.metadata.basis.get("title", "metadata"), same
    if index is None:
        return None, "", []
    title = looks[index].piece.text
    same = [other for other in range(min(len(looks), start + _PAST)) if same_words(looks[other].piece.text, title)]
    return title, "headline", sorted({index, *same})


def _authors(
    original: Original, looks: Sequence[Look], zone: range, headline: Sequence[int]
) -> tuple[tuple[str, ...], str, set[int]]:
    found, lines = find_byline(looks, zone)
    if found is None:
        found, lines = _below_headline(looks, headline)
    said = original.metadata.authors
    if said is not None:
        return said, original.metadata.basis.get("authors", "metadata"), lines
    return (found.authors, found.basis if found.authors else "", lines) if found else ((), "", set())


def find_byline(looks: Sequence[Look], zone: range) -> tuple[Byline | None, set[int]]:
    """The byline of the zone around an article's beginning, by the surest shape first, and its lines."""
    spoken: frozenset[str] | None = None
    for reader in (_labelled, _signed, _named):
        for index in zone:
            if looks[index].words <= _LONGEST:
                found, lines = reader(looks, index)
                if found is None:
                    continue
                if reader is _labelled:
                    return found, lines
                spoken = _spoken(looks) if spoken is None else spoken
                if not _is_common(found, spoken):
                    return found, lines
    for index in (*range(zone.stop, len(looks)), *range(zone.start - 1, -1, -1)):
        found, lines = _labelled(looks, index) if looks[index].words <= _SHORT else (None, set())
        if found and found.basis == "label":
            return found, lines
    return None, set()


def _spoken(looks: Sequence[Look]) -> frozenset[str]:
    """The words that the page's sentences write in lower case: no one is called by them."""
    return frozenset(word for look in looks if look.sentence for word in _LOWER.findall(look.piece.text))


def _is_common(byline: Byline, spoken: frozenset[str]) -> bool:
    return any(word.lower() in spoken for author in byline.authors for word in _WORD.findall(author))


def _labelled(looks: Sequence[Look], index: int) -> tuple[Byline | None, set[int]]:
    text = unglued(looks[index].piece.text)
    if is_own_desk(text):
        return Byline(authors=(), basis="desk"), {index}
    found = read_byline(text)
    if found:
        return found, {index}
    if index + 1 < len(looks) and looks[index + 1].words <= 14 and is_label_alone(text):
        following = unglued(looks[index + 1].piece.text)
        names = names_in(following) or signed_name(following)
        if names:
            basis = "byline" if text.strip(" *_").lower() == "by" else "label"
            return Byline(authors=names, basis=basis), {index, index + 1}
    return None, set()


def _signed(looks: Sequence[Look], index: int) -> tuple[Byline | None, set[int]]:
    text = unglued(looks[index].piece.text)
    found = read_signature(text) or read_meta_line(text) if not looks[index].sentence else None
    return found, {index} if found else set()


def _named(looks: Sequence[Look], index: int) -> tuple[Byline | None, set[int]]:
    """A name on a line of its own, where a date, a role or the same name stands beside it."""
    if looks[index].words > 14:
        return None, set()
    found = read_name_line(looks[index].piece.text)
    if found is None:
        return None, set()
    beside = [looks[other].piece.text for other in (index - 1, index + 1) if 0 <= other < len(looks)]
    for text in beside:
        if text == looks[index].piece.text or any(line.bare for line in read_dates(text)):
            return found, {index}
    if beside and is_role_line(beside[-1]) and looks[min(index + 1, len(looks) - 1)].words <= 8:
        return found, {index}
    return None, set()


def _below_headline(looks: Sequence[Look], headline: Sequence[int]) -> tuple[Byline | None, set[int]]:
    """A name on a line of its own right below the headline, or below its standfirst."""
    for title in headline:
        for index in range(title + 1, min(title + 1 + _REACH, len(looks))):
            found = read_name_line(looks[index].piece.text)
            if found and not _is_common(found, _spoken(looks)) and _is_confirmed(looks, index, found):
                return found, {index}
    return None, set()


def _is_confirmed(looks: Sequence[Look], index: int, byline: Byline) -> bool:
    """Whether the page says the name again, or gives a date or a reading time right below it."""
    below = [look.piece.text for look in looks[index + 1 : index + 1 + _REACH]]
    if any(line.others <= _FEW for text in below for line in read_dates(text)):
        return True
    name = byline.authors[0].lower()
    return any(name in look.piece.text.lower() for at, look in enumerate(looks) if at != index)


def _dates(
    original: Original, looks: Sequence[Look], zone: range, settings: CleaningSettings
) -> tuple[Dating | None, Dating | None, set[int]]:
    said = original.metadata
    latest = latest_possible(original, settings.captured)
    address = of_address(said.url or original.origin.url)
    path = of_path(original)
    reference = next((known.date for known in (of_metadata(said.date, ""), address, path) if known), None)
    read, lines = _date_lines(looks, zone)
    reference = reference or next(
        (line.phrase.iso for line in read if line.role == "updated" and line.phrase.year), None
    )
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
        found = _read_line(looks, index)
        if found:
            read.extend(found)
            lines.add(index)
    if not any(line.role != "updated" for line in read):
        for index in range(zone.stop, len(looks)):
            found = (
                _read_line(looks, index) if looks[index].words <= _SHORT and has_label(looks[index].piece.text) else ()
            )
            if found and found[0].role == "published":
                return [*read, *found], lines | {index}
    return read, lines


def _read_line(looks: Sequence[Look], index: int) -> tuple[DateLine, ...]:
    look = looks[index]
    if look.words > _LONGEST or look.sentence:
        return ()
    text = look.piece.text
    found = read_dates(text)
    if not found or not (_is_date_line(look, found) or read_byline(unglued(text)) or read_meta_line(unglued(text))):
        return ()
    if found[0].role == "unlabelled" and index and looks[index - 1].words <= 3:
        found = read_dates(f"{looks[index - 1].piece.text} {text}") or found
    return found


def _is_date_line(look: Look, found: Sequence[DateLine]) -> bool:
    few = found[0].others <= _FEW and look.words <= _SHORT
    return few or has_label(look.piece.text)
