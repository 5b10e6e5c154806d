"""The lines around an article's beginning that are fields: headline, byline, dates."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import accumulate
from typing import Final

from generator.cleaning.dump import authors as signing
from generator.cleaning.dump import datelines
from generator.cleaning.dump.candidates import candidates
from generator.cleaning.dump.datelines import Dated
from generator.cleaning.dump.headlines import EDGE, Headline
from generator.cleaning.dump.layout import Layout, layout_of
from generator.cleaning.dump.press import is_dated_contact
from generator.cleaning.dump.printed import is_entry, is_window_title
from generator.cleaning.dump.title import find_title
from generator.cleaning.fields.byline import read_byline, read_meta_line, without_outlet
from generator.cleaning.fields.dating import (
    best,
    dated,
    has_label,
    latest_possible,
    of_address,
    of_metadata,
    of_path,
    unglued,
)
from generator.cleaning.pieces.looks import Look, plain_words
from generator.cleaning.settings import CleaningSettings
from generator.model import Dating, Original

_PAST: Final = 9
_SHORT: Final = 12
_FEW: Final = 3
_BELOW: Final = 3
"""So many lines below a body a line may say when it was updated."""
_READ: Final = 0.2
"""Of a body's words: so many stand above a question that is called as the article."""
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
    page = layout_of(looks, within)
    found = find_title(page, frozenset(gone))
    title, title_basis, headline = _title(original, page, found)
    headline = _without_questions(page, headline)
    place = found.index if found is not None else headline[0] if headline else None
    authors, authors_basis, signed = _authors(original, page, place)
    published, updated, dating = _dates(original, page, place, signed, settings)
    lines = (
        dict.fromkeys(
            (at for at in page.dates if (at in dating or _is_of_head(page, at, place)) and _is_date_line(page, at)),
            "date",
        )
        | dict.fromkeys(sorted(signed), "byline")
        | dict.fromkeys(headline, "title")
    )
    return Head(
        title=title, title_basis=title_basis, authors=authors, authors_basis=authors_basis, published=published,
        updated=updated, lines=lines,
    )  # fmt: skip


def _without_outlet(looks: Sequence[Look], outlet: str) -> list[Look]:
    """Short lines without the name of their own outlet, which would be read as an author's."""
    bare = outlet.removeprefix("The ").lower()
    return [
        look._replace(piece=look.piece._replace(text=without_outlet(look.piece.text, outlet)))
        if bare and look.words <= _LONGEST and bare in look.piece.text.lower()
        else look
        for look in looks
    ]


def _title(original: Original, page: Layout, found: Headline | None) -> tuple[str | None, str, list[int]]:
    said, looks = original.metadata.title, page.looks
    if said:
        basis, reach = original.metadata.basis.get("title", "metadata"), range(min(len(looks), page.start + 3))
        if basis.startswith("record"):
            printed = (looks[index].piece.text.strip() for index in reach)
            said = next((text for text in printed if text and is_window_title(said, text)), said)
        return said, basis, _shown(page, reach, said)
    if found is None:
        return None, "", []
    reach = range(min(len(looks), max(page.start, found.index) + _PAST))
    shown = sorted({found.index, *_shown(page, reach, found.text)})
    # Amid the text a section is called as the article, in whatever capitals.
    first = page.looks[shown[0]].piece.text.strip(EDGE)
    is_section = shown[0] <= page.start < found.index and not first.isupper() and not is_entry(first)
    text = first if is_section else found.text
    return text, "headline", shown


def _without_questions(page: Layout, headline: Sequence[int]) -> list[int]:
    """The lines that show the headline, without the questions amid the body whose answers stand right below them."""
    upto = [0, *accumulate(look.words if stays else 0 for look, stays in zip(page.looks, page.within, strict=True))]
    return [
        place
        for place in headline
        if place == headline[0]
        or not page.looks[place].piece.text.endswith("?")
        or not any(page.within[place + 1 : place + 2])
        or upto[place] < _READ * upto[-1]
    ]


def _shown(page: Layout, places: Iterable[int], title: str) -> list[int]:
    """Which of some pieces say the title and nothing else, case and punctuation aside."""
    words = plain_words(title)
    return [index for index in places if page.plain[index] == words]


def _authors(original: Original, page: Layout, headline: int | None) -> tuple[tuple[str, ...], str, frozenset[int]]:
    page = replace(page, looks=_without_outlet(page.looks, original.outlet.name))
    signed = candidates(page)
    found = signing.signed(page, signed, headline)
    said = original.metadata.authors
    authors = found.byline.authors if found else said or ()
    # The same names around the headline are the byline, wherever they were read surest.
    shown = [one for one in signed if one.byline.authors == authors and page.is_around_head(one.index, headline)]
    lines = frozenset[int]().union(*(one.pieces for one in (*shown, *((found,) if found else ()))))
    if said is not None:
        return said, original.metadata.basis.get("authors", "metadata"), lines
    return authors, found.byline.basis if found and authors else "", lines


def _dates(
    original: Original, page: Layout, headline: int | None, signed: frozenset[int], settings: CleaningSettings
) -> tuple[Dating | None, Dating | None, list[int]]:
    """When the article was published and updated, and the pieces that say so."""
    said = original.metadata
    latest = latest_possible(original, settings.captured)
    address, path = of_address(said.url or original.origin.url), of_path(original)
    found = datelines.candidates(page)
    chosen = datelines.choose(page, found, headline, signed)
    shown = [] if chosen is None else [chosen]
    updates = [one for one in found if one.line.role == "updated"]
    changed = [one for one in updates if page.is_around_head(one.index, headline)]
    changed = changed or [one for one in updates if one.line.bare and 0 < one.index - page.last <= _BELOW]
    known = next((one.date for one in (of_metadata(said.date, ""), address, path) if one), None)
    reference = known or next((one.line.phrase.iso for one in (*shown, *changed) if one.line.phrase.year), None)
    told = of_metadata(said.date, said.basis.get("date", "metadata"))
    published = best([date for date in (told, *_read(shown, reference), address, path) if date], latest)
    told = of_metadata(said.updated, said.basis.get("updated", "metadata"))
    updated = best([date for date in (told, *_read(changed, reference)) if date], latest)
    return published, updated, [one.index for one in shown]


def _read(found: Sequence[Dated], reference: str | None) -> Iterator[Dating]:
    for one in found:
        date = dated(one.line, reference)
        if date is not None:
            basis = "date-line" if one.line.role == "unlabelled" else "label"
            yield Dating(date=date, basis=basis, text=one.line.phrase.text)


def _is_of_head(page: Layout, index: int, headline: int | None) -> bool:
    """Whether a date that is not the article's stands in its head: below the first words it may be a day's heading."""
    above = index <= max(page.start, -1 if headline is None else headline)
    return page.is_around_head(index, headline) and (above or has_label(unglued(page.looks[index].piece.text)))


def _is_date_line(page: Layout, index: int) -> bool:
    """Whether a piece around the article's beginning is a date line, whatever it is the date of."""
    look, found = page.looks[index], page.dates.get(index, ())
    if not found or look.words > _LONGEST or look.sentence:
        return False
    text = unglued(look.piece.text)
    few = found[0].others <= _FEW and look.words <= _SHORT
    return (
        few
        or has_label(text)
        or is_dated_contact(text)
        or read_byline(text) is not None
        or read_meta_line(text) is not None
    )
