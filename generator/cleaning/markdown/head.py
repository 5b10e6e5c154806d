"""The head of a Markdown document: its headline, and the lines below it that say who wrote it and when."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Final

from generator.cleaning.account import Verdict
from generator.cleaning.dump.printed import is_window_title, same_words
from generator.cleaning.fields.byline import Byline, read_byline, read_dated_line, read_meta_line
from generator.cleaning.fields.dating import DateLine, dated, read_dates
from generator.cleaning.fields.standfirst import STANDFIRST, reads_as_standfirst
from generator.cleaning.markdown.passages import Passage, passages
from generator.model import Dating, Original
from generator.text.sentences import ends_sentence

_TITLE: Final = Verdict(fate="field", rule="title")
_BYLINE: Final = Verdict(fate="field", rule="byline")
_DATE: Final = Verdict(fate="field", rule="date")
_ABOVE: Final = Verdict(fate="removed", rule="above-headline")
_REACH: Final = 12
"""So many blocks from the top a headline stands, if all above it are links."""
_BELOW: Final = 6
"""So many blocks below the headline a line may say who wrote and when."""
_SHORT: Final = 30
"""Words of a line of the head at most."""
_HEADLINE: Final = 20
"""Words of a headline that nothing marks, at most …"""
_FEWEST: Final = 2
"""… and at least."""
_OTHERS: Final = 4
"""Words beside date and label in a line that dates an article: the name of its paper."""
_ENTRY: Final = 3
"""Words of an entry of a menu."""
_LINKED: Final = 0.8
"""Of the letters of a line that leads away."""
_SITE_OF: Final = re.compile(r"https?://(?:www\.)?(?P<name>[\w-]+)\.", re.IGNORECASE)
_LETTERS: Final = re.compile(r"[\W_]+|^the\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class DocumentHead:
    """What the first blocks of a document say about it."""

    title: str | None
    byline: Byline | None = None
    published: Dating | None = None
    updated: Dating | None = None
    verdicts: Mapping[int, Verdict] = field(default_factory=dict)
    """Number of a block -> what it is, where it is no part of the text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Told:
    """What one block says of who and when."""

    byline: Byline | None
    dates: Sequence[DateLine]


def head_of(original: Original, read: Sequence[Passage]) -> DocumentHead:
    """The head of a document.

    Args:
        original: The document; what is said of it from outside is no longer looked for.
        read: Its blocks.
    """
    lines = original.text.split("\n")
    title, place, verdicts = _headline(original, read, lines)
    begun = 0 if place is None else place + (1 if verdicts.get(place) == _TITLE else 0)
    told = dict(_told(read, begun, lines, is_begun=place is None or verdicts.get(place) != _TITLE))
    known = {name.casefold() for name in original.metadata.authors or ()}
    if known and any(one.byline and known.isdisjoint(map(str.casefold, one.byline.authors)) for one in told.values()):
        told = {}  # of somebody else: it tells where the text comes from
    verdicts |= {index: _BYLINE if one.byline else _DATE for index, one in told.items()}
    deck = begun if told and min(told) == begun + 1 else None
    if deck is not None and read[deck].kind == "heading" and reads_as_standfirst(read[deck].text, adjacent=True):
        verdicts[deck] = Verdict(fate="field", rule=STANDFIRST)
    dates = [line for one in told.values() for line in one.dates]
    reference = original.metadata.date or next((line.phrase.iso for line in dates if line.phrase.year), None)
    return DocumentHead(
        title=title,
        byline=next((one.byline for one in told.values() if one.byline), None),
        published=_dating((line for line in dates if line.role != "updated"), reference),
        updated=_dating((line for line in dates if line.role == "updated"), reference),
        verdicts=verdicts,
    )


def _headline(
    original: Original, read: Sequence[Passage], lines: Sequence[str]
) -> tuple[str | None, int | None, dict[int, Verdict]]:
    """The headline, the block that shows it (or its first line), and what is decided of the blocks down to it."""
    said = original.metadata.title
    shown = [
        (index, _without_site(one.text, original))
        for index, one in enumerate(read[:_REACH])
        if one.kind == "heading" and one.level == 1 and all(map(_leads_away, read[:index]))
    ]
    for index, text in shown:
        if said is None or same_words(text, said) or _is_window_title(original, text):
            above = dict.fromkeys(range(index), _ABOVE)
            exact = said if said is not None and same_words(text, said) else text
            return exact, index, {**above, index: _TITLE}
    if said is not None or not read:
        return said, 0 if read else None, {}
    first = read[0]
    levels = [one.level for one in read if one.kind == "heading"]
    if first.kind == "heading" and all(level > first.level for level in levels[1:]):
        return first.text, 0, {0: _TITLE}
    opening = _plain(lines[first.first]) if first.kind == "paragraph" else ""
    if 1 not in levels and _FEWEST <= len(opening.split()) <= _HEADLINE and not ends_sentence(opening):
        return (opening, 0, {0: _TITLE}) if opening == first.text else _above_lines(opening, first, lines)
    return None, 0, {}


def _above_lines(
    opening: str, first: Passage, lines: Sequence[str]
) -> tuple[str | None, int | None, dict[int, Verdict]]:
    """A first line that nothing parts from those below it is a headline where these say who wrote and when."""
    rest = [_read(text) for text in map(_plain, lines[first.first + 1 : first.last])]
    return (opening, 0, {}) if rest and all(rest) else (None, 0, {})


def _leads_away(passage: Passage) -> bool:
    """Whether a block above a headline is a menu's: a link, or a short item of a list that lost its links."""
    linked = sum(end - start for start, end, _ in passage.anchors)
    is_entry = passage.kind == "item" and len(passage.text.split()) <= _ENTRY
    return is_entry or (passage.kind != "heading" and linked >= _LINKED * len(passage.text))


def _is_window_title(original: Original, heading: str) -> bool:
    """Whether the title that the document's program wrote is its headline with the name of the site behind it."""
    is_told = original.metadata.basis.get("title", "").startswith(("record", "front matter"))
    return is_told and is_window_title(original.metadata.title or "", heading)


def _without_site(heading: str, original: Original) -> str:
    """A headline without the name of its site behind it, where the address says that it is one."""
    host = _SITE_OF.match(original.metadata.url or "")
    headline, mark, site = heading.rpartition(" - ") if " - " in heading else heading.rpartition(" | ")
    is_site = host and mark and _LETTERS.sub("", site).lower() == _LETTERS.sub("", host["name"]).lower()
    return headline if is_site else heading


def _told(read: Sequence[Passage], begun: int, lines: Sequence[str], *, is_begun: bool) -> Iterator[tuple[int, _Told]]:
    """The blocks of the head that say who wrote or when, up to the first that is text.

    Args:
        read: All blocks.
        begun: Number of the first that may.
        lines: Of the document.
        is_begun: Whether the first of them begins with the headline, or there is none.
    """
    for index, passage in enumerate(read[begun : begun + _BELOW], begun):
        if passage.kind not in {"paragraph", "heading"} or len(passage.text.split()) > _SHORT:
            return
        texts = [_plain(line) for line in lines[passage.first : passage.last]]
        if is_begun and index == begun and len(texts) > 1:
            texts = texts[1:]
        found = [one for text in (texts if len(texts) > 1 else [passage.text]) if (one := _read(text))]
        if len(found) == len(texts) or (len(texts) > 1 and (whole := _read(passage.text)) and (found := [whole])):
            yield (
                index,
                replace(
                    found[0],
                    byline=next((one.byline for one in found if one.byline), None),
                    dates=[date for one in found for date in one.dates],
                ),
            )
        elif ends_sentence(passage.text) and passage.kind != "heading" and index > begun:
            return


def _read(text: str) -> _Told | None:
    """What a line says of who wrote or when; None where it says something else."""
    dates = read_dates(text)
    byline = read_byline(text) or read_meta_line(text) or read_dated_line(text)
    if byline is None and not (dates and dates[0].others <= _OTHERS and not ends_sentence(text)):
        return None
    return _Told(byline=byline, dates=dates)


def _plain(line: str) -> str:
    """The words of a line of Markdown."""
    return next((passage.text for passage in passages(line)), "")


def _dating(dates: Iterator[DateLine], reference: str | None) -> Dating | None:
    for line in dates:
        if date := dated(line, reference):
            return Dating(date=date, basis="date-line" if line.role == "unlabelled" else "label", text=line.phrase.text)
    return None
