"""The names of a dumped page that could be its author's: bylines, signatures, names alone on a line."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache
from typing import Final

from generator.cleaning.dump.layout import Layout
from generator.cleaning.fields.byline import (
    Byline,
    is_joint,
    is_label_alone,
    is_own_desk,
    names_in,
    read_biography,
    read_byline,
    read_dated_line,
    read_desk_line,
    read_meta_line,
    read_name_line,
    read_signature,
    read_titled_line,
    signed_name,
)
from generator.cleaning.fields.dating import unglued

CALLED: Final = frozenset({"label", "byline"})
"""Readings of a line that says in a word that somebody wrote."""
LONGEST: Final = 28
"""The most words of a line that is read as a byline."""
LABELLED: Final = 14
"""The most words of a line below a label."""
_FRAGMENTS: Final = 8
_ALONE: Final = 6
"""The most words of a line that is a label and nothing else."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Names of the page that could be its authors', and the pieces that they stand on."""

    index: int
    byline: Byline
    pieces: frozenset[int]


def candidates(page: Layout) -> list[Signed]:
    """Everything that reads like a byline, a signature or a name alone."""
    found: list[Signed] = []
    for index in page.near:
        if page.looks[index].words:
            found += _read(page, index)
    return found


def _read(page: Layout, index: int) -> Iterator[Signed]:
    """The surest reading of a piece, if there is one."""
    look = page.looks[index]
    if look.words <= _ALONE and is_label_alone(look.piece.text):
        yield from _below_label(page, index)
    elif look.words > LONGEST:
        found = read_biography(look.piece.text)
        if found:
            yield Signed(index=index, byline=found, pieces=frozenset())
    elif found := _on_line(look.piece.text, sentence=look.sentence):
        yield Signed(index=index, byline=found, pieces=frozenset(() if found.basis == "biography" else (index,)))
        if found.basis == "name-line":
            yield from _list_below(page, index, found)


def _list_below(page: Layout, index: int, first: Byline) -> Iterator[Signed]:
    """The names of a list that a dump gives a line each."""
    names, last = first.authors, index
    for end in range(index + 1, min(index + _FRAGMENTS, len(page.looks))):
        found = _on_line(page.looks[end].piece.text, sentence=False)
        if found is not None and found.basis == "name-line" and not set(found.authors) & set(names):
            names, last = (*names, *found.authors), end
        elif not is_joint(page.looks[end].piece.text):
            break
    if last > index:
        byline = Byline(authors=names, basis="name-line")
        yield Signed(index=index, byline=byline, pieces=frozenset(range(index, last + 1)))


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def _on_line(line: str, *, sentence: bool) -> Byline | None:
    text = unglued(line)
    if is_own_desk(text):
        return Byline(authors=(), basis="desk")
    found = read_byline(text)
    if found is None and not sentence:
        found = next((one for read in _READERS if (one := read(text))), None)
    return found or (read_biography(text) if sentence else None)


_READERS: Final = (
    read_signature, read_meta_line, read_name_line, read_desk_line, read_titled_line, read_dated_line,
)  # fmt: skip


def _below_label(page: Layout, index: int) -> Iterator[Signed]:
    """The names below a line that says no more than ``By``; a dump may give each name and comma a line."""
    basis = "byline" if page.looks[index].piece.text.strip(" *_").lower() == "by" else "label"
    best: tuple[tuple[str, ...], int] = ((), index)
    text = ""
    for end in range(index + 1, min(index + 1 + _FRAGMENTS, len(page.looks))):
        look = page.looks[end]
        if look.words > LABELLED or (end > index + 1 and (end in page.dates or is_label_alone(look.piece.text))):
            break
        joint = ", " if text and look.piece.kind == "item" else " "
        text = f"{text}{joint}{unglued(look.piece.text)}".strip()
        if is_joint(look.piece.text):
            continue
        names = names_in(text) or (signed_name(text) if end == index + 1 else ())
        if end > index + 1 and len(names) <= len(best[0]):
            break
        best = (names, end) if len(names) > len(best[0]) else best
    if best[0]:
        yield Signed(
            index=index, byline=Byline(authors=best[0], basis=basis), pieces=frozenset(range(index, best[1] + 1))
        )
