"""Names that sign a dump though the trees are not sure of them: something else on the page confirms each."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from typing import Final

from generator.cleaning.dump.called import as_team
from generator.cleaning.dump.candidates import Signed
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.signers import begins_title, end_of_stack, is_somebody, stack
from generator.cleaning.dump.strangers import is_nobody, is_thing
from generator.cleaning.dump.unsigned import owner, told_below
from generator.cleaning.fields.byline import (
    Byline,
    is_handle,
    is_label_alone,
    read_desk_line,
    read_name_line,
)
from generator.cleaning.fields.dating import dates_in, unglued
from generator.cleaning.fields.name_forms import is_name
from generator.cleaning.fields.portraits import portrayed
from generator.cleaning.fields.translation import DESKS, in_english
from generator.cleaning.pieces.words import NOT_FIRST_NAMES, NOT_IN_NAMES, ROLE_WORDS
from generator.text.gazetteer import common_words, first_names, last_names
from generator.text.names import fold

_EDGE: Final = " *_|•·–—-#\t,"
_BY: Final = re.compile(
    r"(?:(?:posted|written|published|words|story|text|article|recipe|guide|review)(?: on)? )?by\s?:?\s+(?=\S)",
    re.IGNORECASE,
)
_END: Final = re.compile(r"\s*(?:[|•·⋅●(]|\s[–—-]\s|\b(?:from|on|in|at|for)\b|,\s|\b\d[\d–-]* min).*")
"""What follows whoever signs."""
_RANKS: Final = frozenset({
    "Assistant", "Associate", "Chief", "Contributing", "Deputy", "Former", "Guest", "Junior", "Managing", "Senior",
    "Staff",
})  # fmt: skip
"""Behind a name they begin what its bearer is: ``Jane Doe Former Deputy Editor``."""
_DESK: Final = re.compile(
    rf"(?:Team|TEAM) [A-Z]\w+|Newsdesk|Staff(?: Writers?| Reports?)?|(?:Editorial|News) (?:Desk|Staff|Team)|{DESKS}"
)
_LITTLE: Final = frozenset({"of", "and", "the"})
_ON_BEHALF: Final = re.compile(r"\s+on behalf of\s.*", re.IGNORECASE)
_BARS: Final = re.compile(r"\s*[|•·⋅●]\s*")
_BEGINS: Final = re.compile(r"\W{0,3}[Bb]y (?P<name>[A-ZÀ-Þ][\w’'.-]+ [A-ZÀ-Þ][\w’'-]+),? (?=[A-ZÀ-Þ])")
_SHORT: Final = 12
_WORDS_OF_A_HANDLE: Final = 4
_ABOVE: Final = 3
_BELOW: Final = 3
_CLOSE: Final = 2
_OTHERS: Final = 3
_AMID: Final = 12

Reader = Callable[[Layout, Sequence[Signed], "int | None"], "Signed | None"]


def confirmed(page: Layout, found: Sequence[Signed], headline: int | None) -> Signed | None:
    """Who signs a page on which the trees are sure of nobody; None where nothing else tells.

    Args:
        page: The page.
        found: The names that could sign it.
        headline: Where its headline stands.
    """
    for read in _READERS:
        signed = read(page, found, headline)
        if signed is not None and not is_nobody(signed.byline):
            return signed
    return None


def _places(page: Layout, headline: int | None) -> Iterator[int]:
    """The short lines where bylines stand, below the headline as the page prints it first."""
    for shown in (_printed_below(page, headline), headline):
        first = page.start - _AMID if shown is None else shown - _ABOVE
        last = max(page.start, -1 if shown is None else shown) + _BELOW
        for index in range(max(0, first), min(len(page.looks), last)):
            look = page.looks[index]
            title = shown is not None and page.plain[index] in page.plain[shown]
            if not title and 0 < look.words <= _SHORT and page.is_around_head(index, shown):
                yield index


def _printed_below(page: Layout, headline: int | None) -> int | None:
    """Where a page says again what the title of its window begins with; the headline where it does not."""
    if headline is None:
        return None
    below = range(headline + 1, min(len(page.looks), headline + _AMID))
    return next((index for index in below if begins_title(page, index, headline)), headline)


def _is_dated(page: Layout, index: int, reach: int) -> bool:
    """Whether a date with little beside it stands on a line or close to it."""
    near = range(index - reach, index + reach + 1)
    return any((lines := page.dates.get(at)) and lines[0].others <= _OTHERS for at in near)


def _worded(page: Layout, _: Sequence[Signed], headline: int | None) -> Signed | None:
    """Whoever stands behind or below ``By``, be it a firm or a login, right below the headline or close to a date."""
    for index in _places(page, headline):
        right_below = headline is not None and 0 < index - headline <= _CLOSE
        if not (right_below or _is_dated(page, index, _CLOSE)):
            continue
        text, last = in_english(unglued(page.looks[index].piece.text).strip(_EDGE)), index
        match = _BY.match(text)
        rest = text[match.end() :] if match else ""
        if is_label_alone(text) and index + 1 < len(page.looks) and page.looks[index + 1].words <= _WORDS_OF_A_HANDLE:
            rest, last = page.looks[index + 1].piece.text, index + 1
        name = _handle(rest)
        if name:
            return _signed(name, "byline", index, last)
    return None


def _handle(text: str) -> str:
    """By which name somebody signs: one word, or a few of which those that count begin with a capital or a digit."""
    text = text.strip(_EDGE)
    day = min((phrase.start for phrase in dates_in(text)), default=len(text))
    name = _END.sub("", text[:day], count=1).strip(_EDGE + ".:")
    words = name.split()
    rank = next((place for place, word in enumerate(words) if place > 1 and word in _RANKS), len(words))
    name, words = " ".join(words[:rank]) if rank < len(words) else name, words[:rank]
    if not 0 < len(words) <= _WORDS_OF_A_HANDLE or words[0].isdigit() or words[0].lower() in NOT_FIRST_NAMES - {"the"}:
        return ""
    if len(words) > 1:
        shown = all(word[0].isupper() or word[0].isdigit() or word in _LITTLE for word in words)
        return name if shown and any(word[0].isupper() for word in words) else ""
    known = name.lower() in NOT_IN_NAMES | ROLE_WORDS or (name[0].islower() and fold(name) in common_words())
    return name if is_handle(name) and not known else ""


def _beside_a_date(page: Layout, _: Sequence[Signed], headline: int | None) -> Signed | None:
    """A desk, a person or whoever is portrayed, on a line of its own beside a date, names between aside."""
    for index in _places(page, headline):
        text = unglued(page.looks[index].piece.text).strip(_EDGE)
        if page.looks[index].shape is not None:
            continue
        names = _on_behalf(text) if index in page.dates else ()
        if not names and index not in page.dates and _is_dated(page, end_of_stack(page, index), 1):
            names = _of_line(page, index, text) or _between(page, index, text, headline)
        if names:
            return Signed(index=index, byline=Byline(authors=names, basis="name-line"), pieces=frozenset({index}))
    return None


def _of_line(page: Layout, index: int, text: str) -> tuple[str, ...]:
    if read_desk_line(text) or _DESK.fullmatch(text):
        return (text,)
    pictured = portrayed(text) or (portrayed(page.looks[index - 1].piece.text.strip(_EDGE)) if index else "")
    if pictured and text.endswith(pictured):
        return (pictured,)
    line = read_name_line(text)
    if line is not None:
        return line.authors if not is_thing(line) and all(map(_is_known, line.authors)) else ()
    return (text,) if fold(text) in first_names() and page.times.get(page.plain[index], 0) > 1 else ()


def _between(page: Layout, index: int, text: str, headline: int | None) -> tuple[str, ...]:
    """One word of no other meaning right between the headline and a date that stands alone."""
    dates = page.dates.get(index + 1)
    above = index - (page.plain[index - 1] == page.plain[index])
    stands = headline is not None and above == headline + 1 and dates is not None and dates[0].bare
    return (text,) if stands and " " not in text and _handle(text) and fold(text) not in common_words() else ()


def _on_behalf(text: str) -> tuple[str, ...]:
    """Who signs beside the date for somebody else: ``Dec. 19, 2025 · Jane Doe on behalf of the harbour group``."""
    parts = [_ON_BEHALF.sub("", part) for part in _BARS.split(text) if _ON_BEHALF.search(part)]
    return tuple(part for part in parts if is_name(part))


def _is_known(name: str) -> bool:
    return fold(name.split(maxsplit=1)[0]).strip(".") in first_names() and is_somebody(name)


def _named_again(page: Layout, found: Sequence[Signed], headline: int | None) -> Signed | None:
    """The one person near the headline with whose name a line below the text begins."""
    below = -1 if headline is None else headline
    ends = [look.piece.text for look in page.looks[max(page.last - _CLOSE, page.start + 1) :]]
    told = [
        one
        for one in found
        if below < one.index <= page.start + 1
        and page.is_around_head(one.index, headline)
        and len(one.byline.authors) == 1
        and _is_known(one.byline.authors[0])
        and fold(one.byline.authors[0].split()[-1]) in last_names()
        and any(text.strip(_EDGE).startswith(one.byline.authors[0]) for text in ends)
    ]
    return told[0] if len({one.byline.authors for one in told}) == 1 else None


def _labelled(page: Layout, found: Sequence[Signed], _: int | None) -> Signed | None:
    """The people behind or below ``Author:``, where the page says so of nobody else."""
    told = [one for one in found if one.byline.basis == "label" and all(map(is_name, one.byline.authors))]
    if len({one.byline.authors for one in told}) != 1:
        return None
    below = stack(page, max(told[0].pieces), told[0].index, len(page.looks))
    whole = replace(told[0], byline=replace(told[0].byline, authors=below)) if len(below) > 1 else told[0]
    return as_team(page, whole)


def _opening(page: Layout, _: Sequence[Signed], __: int | None) -> Signed | None:
    """The person behind a `by` with which the text begins, where a dump has joined the lines below the headline."""
    match = _BEGINS.match(page.looks[page.start].piece.text) if page.looks else None
    name = match["name"] if match else ""
    return _unplaced(name if name and is_name(name) and _is_known(name) else "", "byline")


def _told(page: Layout, _: Sequence[Signed], __: int | None) -> Signed | None:
    return _unplaced(told_below(page), "biography")


def _owner(page: Layout, _: Sequence[Signed], __: int | None) -> Signed | None:
    return _unplaced(owner(page), "site")


def _unplaced(name: str, basis: str) -> Signed | None:
    return Signed(index=0, byline=Byline(authors=(name,), basis=basis), pieces=frozenset()) if name else None


def _signed(name: str, basis: str, index: int, last: int) -> Signed:
    return Signed(index=index, byline=Byline(authors=(name,), basis=basis), pieces=frozenset(range(index, last + 1)))


_READERS: Final[Sequence[Reader]] = (_worded, _beside_a_date, _named_again, _labelled, _opening, _told, _owner)
