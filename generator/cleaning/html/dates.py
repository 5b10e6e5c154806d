"""When an HTML page was published and updated: JSON-LD, meta and time elements, the date on the page, the address."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date as calendar_day
from datetime import timedelta
from itertools import islice, pairwise
from typing import Final

from lxml import etree

from generator.cleaning.fields.dating import Role, best, is_refused, of_address, read_dates
from generator.cleaning.html.head import MICRODATA_KEY, PUBLISHED_KEYS, UPDATED_KEYS, Head
from generator.cleaning.html.printed import Printed, elsewhere, in_rows, printed_dates, read_label
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import MOST_INSIDE, inherited
from generator.model import Dating
from generator.text.dates import find_dates, is_possible, iso_of

_ISO: Final = re.compile(r"\A\s*(\d{4})-?(\d{2})-?(\d{2})(?!\d)")
_SLASHED: Final = re.compile(r"\A\s*(\d{4})/(\d{1,2})/(\d{1,2})(?!\d)")
_PUBLISHED_KEY: Final = re.compile(
    r"(?:publi(?:sh|shed|cation)|issued?|posted)[-_ ]?(?:date|time|at|on)|date[-_ ]?publi"
)
_OTHER_KEY: Final = re.compile(r"last|modif|updat|expir|unpubl|end|event")
_UTC: Final = re.compile(r"(?:Z|[+-]00:?00)\s*\Z")
_STAMPED: Final = frozenset({"time", "abbr", "span", "div", "p"})
_DAY: Final = len("2019-11-19")
_REACH: Final = 30
_BEFORE: Final = 6
_BESIDE: Final = 2
_BESIDE_THE_HEADLINE: Final = 6
_FEW: Final = 3
_SOON: Final = 7
"""Days after publication in which an article is corrected rather than written anew."""
_STAMPS_OF_ONE: Final = 2
_LONGEST: Final = 40
"""Letters of a line that says a day or a month and little else."""


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
    printed = [one for one in printed_dates(blocks, head.language) if not is_refused(one.date, latest)]
    rows = in_rows(printed)
    others = rows | _said_of_a_list(printed)
    printed = [one for one in printed if one.block.number not in others]
    near = sorted((one for one in printed if _is_near(one.block, title)), key=lambda one: _distance(one.block, title))
    labelled = [one for one in near if one.role == "published" and one.others <= _FEW]
    visible = [one for one in near if one.role == "unlabelled"]
    modified = [*_told(head, UPDATED_KEYS, head.linked.modified)]
    told = best([*_told(head, PUBLISHED_KEYS, head.linked.published)], latest)
    witnessed = told is None or _is_witnessed(told, head)
    if head.linked.is_page and not witnessed:
        # When a page that is no article was made: no day of publication, and readers do not see it.
        told = None
    beside = [one.dating for one in visible if one.bare and _is_beside(one.block, title)]
    corrected = _corrected(told, [*labelled, *visible], modified, of_address(head.address)) or _earlier(told, beside)
    if corrected is None and told is not None and told.text in {stamp.text for stamp in modified}:
        # The markup stamps whatever it was last written.
        corrected = _earlier(told, [one.dating for one in printed if one.role == "published" and one.bare])
    published = [
        *(one for one in (corrected, told) if one is not None),
        *(one.dating for one in labelled),
        *_alone(printed, "published"),
        *_marked([block for block in blocks if block.number not in rows], title),
        *(one.dating for one in visible),
        *_alone([one for one in printed if title is None or one.block.number > title], "unlabelled"),
        *(found for found in [of_address(head.address)] if found is not None),
    ]
    changed = [one.dating for one in near if one.role == "updated" and (one.others <= _FEW or one.labelled)]
    updated = [*modified, *changed, *_alone(printed, "updated"), *_reviewed(blocks)]
    first, last = best(published, latest), best(updated, latest)
    shown = best(changed, latest)
    later = None if witnessed or first != told else _rewritten(told, [*labelled, *visible, *near], modified)
    first = later or first
    if first is None and shown is not None:
        first = shown.as_published()
    elif first is not None and last is not None and last.date <= first.date:
        last = None
    return Dates(
        published=first,
        updated=last,
        blocks=frozenset(one.block.number for one in near if one.bare),
    )


def _said_of_a_list(printed: Sequence[Printed]) -> frozenset[int]:
    """The blocks of items that say one day in the same words: ``Last checked: …`` is of what a page lists."""
    said = [one.block for one in printed if one.role == "updated" and one.block.kind == "item"]
    times = Counter(block.text for block in {block.number: block for block in said}.values())
    return frozenset(block.number for block in said if times[block.text] > 1)


def _corrected(
    told: Dating | None, shown: Sequence[Printed], modified: Sequence[Dating], address: Dating | None
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


def _is_witnessed(told: Dating, head: Head) -> bool:
    """Whether a meta element tells the day, or one that is the same in another zone, beside data for search engines."""
    keys = [key for key in PUBLISHED_KEYS if key != MICRODATA_KEY]
    days = {one.date for one in _told(head, keys, "")}
    return told.date in days or _day_before(told.date) in days or told.date in {_day_before(day) for day in days}


def _rewritten(told: Dating | None, shown: Sequence[Printed], modified: Sequence[Dating]) -> Dating | None:
    """The one day that the page shows near its headline, if it is long after the one told: that of the text as it is.

    Args:
        told: The day of publication that data for search engines alone tells.
        shown: The dates near the headline.
        modified: When the page's markup says that it was changed.
    """
    lines = [one for one in shown if one.others <= _FEW]
    if told is None or len({one.date for one in lines}) != 1 or lines[0].date <= _days_after(told.date, _SOON):
        return None
    is_update = lines[0].role == "updated" or lines[0].date in {stamp.date for stamp in modified}
    return lines[0].dating.as_published(told.date) if is_update else lines[0].dating


def _earlier(told: Dating | None, shown: Sequence[Dating]) -> Dating | None:
    """The day that readers see, where the page's markup tells a later one: that of its move to another system."""
    if told is None or len({one.date for one in shown}) != 1 or shown[0].date >= _day_before(told.date):
        return None
    return shown[0]


def _day_before(date: str) -> str:
    return _days_after(date, -1)


def _days_after(date: str, days: int) -> str:
    """A day so many days later; '' for a date that is no day."""
    return (calendar_day.fromisoformat(date) + timedelta(days=days)).isoformat() if len(date) == _DAY else ""


def _alone(printed: Sequence[Printed], role: Role) -> Iterator[Dating]:
    """The only day that the page shows and says this of, if it is one; a line of its own before one in a sentence."""
    said = [one for one in printed if one.role == role and (one.bare or (role != "unlabelled" and one.labelled))]
    for found in ([one for one in said if one.bare], said):
        if len({one.date for one in found}) == 1:
            yield found[0].dating


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
    yield from _told_otherwise(head) if keys is PUBLISHED_KEYS else ()


def _told_otherwise(head: Head) -> Iterator[Dating]:
    """The dates of meta elements that no key is known of, but that call themselves so."""
    for key, values in head.meta.items():
        if _PUBLISHED_KEY.search(key) and not _OTHER_KEY.search(key):
            yield from (found for value in values if (found := read_stamp(value, "meta")))


def _marked(blocks: Sequence[PageBlock], title: int | None) -> Iterator[Dating]:
    """The dates of time elements and of ``itemprop=datePublished`` near the headline."""
    done: set[etree._Element] = set()
    near = sorted((one for one in blocks if _is_near(one, title)), key=lambda one: _distance(one, title))
    others = inherited(near, elsewhere)
    for block in near:
        if block.element in done or block.number in others:
            continue
        done.add(block.element)
        if any(line.role == "updated" for line in read_dates(block.text)):
            continue
        found = [*_stamps(block.element)]
        # A box around cards holds the dates of many articles.
        if len({one.date for one in found}) <= _STAMPS_OF_ONE:
            yield from found


def _reviewed(blocks: Sequence[PageBlock]) -> Iterator[Dating]:
    """The day of the one time element below a label such as `Date Last Reviewed:`, of which readers see the month."""
    below = [
        block
        for label, block in pairwise(blocks)
        if read_label(label.text) == "updated" and len(block.text) <= _LONGEST and not block.hidden
    ]
    others = inherited(below, elsewhere)
    found = [stamp for block in below if block.number not in others for stamp in _stamps(block.element)]
    if len({stamp.date for stamp in found}) == 1:
        yield found[0]


def _stamps(around: etree._Element) -> Iterator[Dating]:
    """The dates of publication that the markup in an element tells."""
    for element in islice(around.iter(), MOST_INSIDE):
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


def _is_beside(block: PageBlock, title: int | None) -> bool:
    return title is None or -_BESIDE <= block.number - title <= _BESIDE_THE_HEADLINE


def _distance(block: PageBlock, title: int | None) -> int:
    """How far a block stands from the headline: first those below it, then those above."""
    below = block.number - (title or 0)
    return below if below >= 0 else _REACH - below


def _is_near(block: PageBlock, title: int | None) -> bool:
    return title is None or -_BEFORE <= block.number - title <= _REACH
