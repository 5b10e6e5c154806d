"""When an HTML page was published and updated: JSON-LD, meta and time elements, the date on the page, the address."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from datetime import timedelta
from itertools import islice
from typing import Final

from lxml import html

from generator.cleaning.dating import Role, best, dated, has_label, is_refused, of_address, read_dates
from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_head import PUBLISHED_KEYS, UPDATED_KEYS, Head
from generator.cleaning.html_numerals import order_of, spelled
from generator.cleaning.html_outline import MOST_INSIDE, inherited
from generator.model import Dating
from generator.text.dates import find_dates, is_possible, iso_of

_ISO: Final = re.compile(r"\A\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SLASHED: Final = re.compile(r"\A\s*(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_UTC: Final = re.compile(r"(?:Z|[+-]00:?00)\s*\Z")
_LABELS: Final = re.compile(
    r"\W*(?:(?P<updated>(?:last )?(?:updated|modified|reviewed|edited))|(?:date )?(?:published|posted|publication date)"
    r"|publish date|released|date)(?: on)?\W*\Z",
    re.IGNORECASE,
)
_CHANGED: Final = re.compile(r"modified|updated|(?<!ex)changed", re.IGNORECASE)
_LONGEST_LABEL: Final = 30
_STAMPED: Final = frozenset({"time", "abbr", "span", "div", "p"})
_DAY: Final = len("2019-11-19")
_REACH: Final = 30
_BEFORE: Final = 6
_BESIDE: Final = 2
_BESIDE_THE_HEADLINE: Final = 6
_FEW: Final = 3
_LONGEST_LINE: Final = 200
_WORDS_OF_A_SENTENCE: Final = 12
_OF_THE_PAGE: Final = re.compile(r"\b(?:published|posted|updated|modified|reviewed|appeared|written)\b", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")


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
    printed = [one for one in _printed(blocks, head.language) if not is_refused(one.date, latest)]
    near = sorted((one for one in printed if _is_near(one.block, title)), key=lambda one: _distance(one.block, title))
    labelled = [one for one in near if one.role == "published" and one.others <= _FEW]
    visible = [one for one in near if one.role == "unlabelled"]
    modified = [*_told(head, UPDATED_KEYS, head.linked.modified)]
    told = best([*_told(head, PUBLISHED_KEYS, head.linked.published)], latest)
    beside = [one for one in visible if one.bare and _distance(one.block, title) <= _BESIDE_THE_HEADLINE]
    corrected = _corrected(told, [*labelled, *visible], modified, of_address(head.address)) or _earlier(told, beside)
    published = [
        *(one for one in (corrected, told) if one is not None),
        *(one.dating for one in labelled),
        *_alone(printed, "published"),
        *_marked(blocks, title),
        *(one.dating for one in visible),
        *_alone([one for one in printed if title is None or one.block.number > title], "unlabelled"),
        *(found for found in [of_address(head.address)] if found is not None),
    ]
    updated = [*modified, *(one.dating for one in near if one.role == "updated")]
    first, last = best(published, latest), best(updated, latest)
    shown = best([one.dating for one in near if one.role == "updated"], latest)
    if first is None and shown is not None:
        first = shown.as_published()
    elif first is not None and last is not None and last.date <= first.date:
        last = None
    return Dates(
        published=first,
        updated=last,
        blocks=frozenset(one.block.number for one in near if one.bare),
    )


def _corrected(
    told: Dating | None, shown: Sequence[_Printed], modified: Sequence[Dating], address: Dating | None
) -> Dating | None:
    """What the page shows instead of what its markup says: its own label, or the local day of a stamp in UTC."""
    if told is None:
        return None
    for one in shown:
        if one.role == "published" and one.date != told.date and one.block.number <= shown[0].block.number + _BESIDE:
            return None if one.date in {stamp.date for stamp in modified} else one.dating
    if _UTC.search(told.text):
        local = [one.dating for one in shown[:1]] + ([address] if address is not None else [])
        return next((one for one in local if one.date == _day_before(told.date)), None)
    return None


def _earlier(told: Dating | None, beside: Sequence[_Printed]) -> Dating | None:
    """The day beside the headline, where the page's markup tells a later one: that of its move to another system."""
    if told is None or len({one.date for one in beside}) != 1 or beside[0].date >= _day_before(told.date):
        return None
    return beside[0].dating


def _day_before(date: str) -> str:
    return (calendar_day.fromisoformat(date) - timedelta(days=1)).isoformat() if len(date) == _DAY else ""


def _alone(printed: Sequence[_Printed], role: Role) -> Iterator[Dating]:
    """The only day that the page shows and says this of, if it is one; a line of its own before one in a sentence."""
    said = [one for one in printed if one.role == role and (one.bare or (role != "unlabelled" and one.labelled))]
    for found in ([one for one in said if one.bare], said):
        if len({one.date for one in found}) == 1:
            yield found[0].dating


@dataclass(frozen=True, slots=True, kw_only=True)
class _Printed:
    """A full date that a reader sees, and what its words say it is of."""

    block: PageBlock
    date: str
    role: Role
    text: str
    others: int
    """How many words stand beside the date and its label."""

    @property
    def bare(self) -> bool:
        return self.others == 0

    @property
    def labelled(self) -> bool:
        return has_label(self.block.text)

    @property
    def dating(self) -> Dating:
        return Dating(date=self.date, basis="label" if self.role == "published" else "date-line", text=self.text)


def _printed(blocks: Sequence[PageBlock], language: str) -> Iterator[_Printed]:
    before = ""
    order = order_of((block.text for block in blocks), language)
    elsewhere = inherited((block for block in blocks if _may_date(block)), _elsewhere)
    for block in blocks:
        own = _may_date(block) and block.number not in elsewhere
        text, written = spelled(block.text, order) if own else ("", {})
        lines = read_dates(text)
        if lines:
            label = read_label(before) if lines[0].role == "unlabelled" else lines[0].role
            if label == "unlabelled" and _CHANGED.search(block.element.get("class") or ""):
                label = "updated"
            for line, role in zip(lines, (label, *(line.role for line in lines[1:])), strict=True):
                date = dated(line, None)
                if date is not None and len(date) == _DAY:
                    shown = written.get(line.phrase.text, line.phrase.text)
                    yield _Printed(block=block, date=date, role=role, text=shown, others=line.others)
        before = block.text


def _may_date(block: PageBlock) -> bool:
    """Whether a block is short enough for a date line, holds a digit at all, and is no sentence on something else."""
    if block.hidden or len(block.text) > _LONGEST_LINE or not _DIGIT.search(block.text):
        return False
    is_sentence = block.text[-1] in ".!?" and block.text.count(" ") > _WORDS_OF_A_SENTENCE
    return not is_sentence or _OF_THE_PAGE.search(block.text) is not None


def read_label(text: str) -> Role:
    """What a block that is nothing but a label (``Published:``) says of the date in the next one."""
    if len(text) > _LONGEST_LABEL or any(letter.isdigit() for letter in text):
        return "unlabelled"
    found = _LABELS.match(text)
    return "unlabelled" if found is None else ("updated" if found["updated"] else "published")


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
    near = sorted((one for one in blocks if _is_near(one, title)), key=lambda one: _distance(one, title))
    elsewhere = inherited(near, _elsewhere)
    for block in near:
        if block.element in done or block.number in elsewhere:
            continue
        done.add(block.element)
        if any(line.role == "updated" for line in read_dates(block.text)):
            continue
        for element in islice(block.element.iter(), MOST_INSIDE):
            if element.tag not in _STAMPED:
                continue
            stamp = element.get("datetime") or (
                element.get("content") or element.get("title") if element.tag != "time" else None
            )
            kind = f"{element.get('itemprop') or ''} {element.get('class') or ''}".lower()
            if stamp and (element.tag == "time" or "publish" in kind) and "modif" not in kind and "update" not in kind:
                found = read_stamp(stamp, "time")
                if found:
                    yield found


def _elsewhere(element: html.HtmlElement) -> bool | None:
    """Whether what is in an element belongs to another article or to a comment; None where it does not say."""
    if element.tag in {"article", "body"}:
        return False
    return element.tag in {"aside", "nav", "footer"} or "comment" in (element.get("class") or "").lower() or None


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


def _distance(block: PageBlock, title: int | None) -> int:
    """How far a block stands from the headline: first those below it, then those above."""
    below = block.number - (title or 0)
    return below if below >= 0 else _REACH - below


def _is_near(block: PageBlock, title: int | None) -> bool:
    return title is None or -_BEFORE <= block.number - title <= _REACH
