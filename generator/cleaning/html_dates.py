"""When an HTML page was published and updated: JSON-LD, meta and time elements, the date on the page, the address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import html

from generator.cleaning.dating import best, dated, has_label, is_refused, of_address, read_dates
from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_head import PUBLISHED_KEYS, UPDATED_KEYS, Head
from generator.model import Dating
from generator.text.dates import find_dates, is_possible, iso_of

_ISO: Final = re.compile(r"\A\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SLASHED: Final = re.compile(r"\A\s*(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_REACH: Final = 30
_BEFORE: Final = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Dates:
    """The dates of a page and the numbers of the blocks that only give them."""

    published: Dating | None = None
    updated: Dating | None = None
    blocks: frozenset[int] = frozenset()


def find_dates_of(head: Head, blocks: Sequence[PageBlock], title: int | None, latest: str | None) -> Dates:
    """The dates of a page; what nobody says stays empty.

    Args:
        head: What the page says of itself.
        blocks: Its visible blocks.
        title: Number of the block that is the headline, if it is known.
        latest: The day after which the page cannot have been published.
    """
    printed = [one for one in _printed(blocks) if not is_refused(one.date, latest)]
    near = [one for one in printed if _is_near(one.block, title)]
    alone = {one.date for one in printed if one.role == "published" and has_label(one.block.text)}
    labelled = [one for one in near if one.role == "published"] + [one for one in printed if alone == {one.date}]
    visible = [one for one in near if one.role == "unlabelled"]
    published = [
        *_told(head, PUBLISHED_KEYS, head.linked.published),
        *(one.dating for one in labelled),
        *_marked(blocks, title),
        *(one.dating for one in visible),
        *(found for found in [of_address(head.address)] if found is not None),
    ]
    updated = [
        *_told(head, UPDATED_KEYS, head.linked.modified),
        *(one.dating for one in near if one.role == "updated"),
    ]
    first, last = best(published, latest), best(updated, latest)
    return Dates(
        published=first,
        updated=None if first is not None and last is not None and last.date <= first.date else last,
        blocks=frozenset(one.block.number for one in near if one.bare),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A full date that a reader sees, and what its words say it is of."""

    block: PageBlock
    date: str
    role: str
    text: str
    bare: bool

    @property
    def dating(self) -> Dating:
        return Dating(date=self.date, basis="label" if self.role == "published" else "date-line", text=self.text)


def _printed(blocks: Sequence[PageBlock]) -> Iterator[_Printed]:
    for block in blocks:
        lines = () if block.hidden else read_dates(block.text)
        if lines and not _elsewhere(block.element):
            for line in lines:
                date = dated(line, None)
                if date is not None and len(date) == len("2019-11-19"):
                    yield _Printed(block=block, date=date, role=line.role, text=line.phrase.text, bare=line.bare)


def _told(head: Head, keys: Sequence[str], linked: str) -> Iterator[Dating]:
    if linked:
        found = read_stamp(linked, "json-ld")
        if found:
            yield found
    for key in keys:
        for value in head.meta.get(key, ()):
            found = read_stamp(value, "meta")
            if found:
                yield found


def _marked(blocks: Sequence[PageBlock], title: int | None) -> Iterator[Dating]:
    """The dates of time elements and of ``itemprop=datePublished`` near the headline."""
    done: set[html.HtmlElement] = set()
    for block in blocks:
        if not _is_near(block, title) or block.element in done or _elsewhere(block.element):
            continue
        done.add(block.element)
        if any(line.role == "updated" for line in read_dates(block.text)):
            continue
        for element in block.element.iter("time", "abbr", "span", "div", "p"):
            stamp = element.get("datetime") or (
                element.get("content") or element.get("title") if element.tag != "time" else None
            )
            kind = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            if stamp and (element.tag == "time" or "publish" in kind) and "modif" not in kind and "update" not in kind:
                found = read_stamp(stamp, "time")
                if found:
                    yield found


def _elsewhere(element: html.HtmlElement) -> bool:
    """Whether an element belongs to another article or to a comment."""
    for around in (element, *element.iterancestors()):
        if around.tag in {"article", "body"}:
            return False
        if around.tag in {"aside", "nav", "footer"} or "comment" in (around.get("class") or "").lower():
            return True
    return False


def read_stamp(value: str, basis: str) -> Dating | None:
    """The day of a time stamp as it is written (in its own zone), or of a date in words; None where it is neither."""
    match = _ISO.match(value) or _SLASHED.match(value)
    if match:
        year, month, day = (int(part) for part in match.groups())
        return Dating(date=iso_of(year, month, day), basis=basis, text=value) if is_possible(year, month, day) else None
    phrases = [phrase for phrase in find_dates(value) if phrase.iso and not phrase.contradicts_weekday]
    if len(phrases) == 1 and len(value) < 60 and phrases[0].month:
        return Dating(date=phrases[0].iso or "", basis=basis, text=value)
    return None


def _is_near(block: PageBlock, title: int | None) -> bool:
    return title is None or -_BEFORE <= block.number - title <= _REACH
