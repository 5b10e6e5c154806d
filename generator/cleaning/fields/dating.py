"""When the article was published and updated: from what people say, labels, date lines, the address and the path."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise
from typing import Final, Literal
from urllib.parse import urlsplit

from generator.cleaning.fields.translation import in_english, label_in_english
from generator.model import Dating, Original
from generator.text.date_meanings import resolve
from generator.text.dates import DatePhrase, find_dates, is_possible, iso_of
from generator.text.day_order import Order, in_order

Role = Literal["published", "updated", "unlabelled"]

_UPDATED: Final = re.compile(
    r"\b(?:updated|last (?:updated|modified|edited|reviewed|checked|verified)|modified|revised|aktualisiert"
    r"|mis [àa] jour|actualizado|reviewed)\b",
    re.IGNORECASE,
)
_PUBLISHED: Final = re.compile(
    r"\b(?:first )?(?:published|posted|publication date|date(?: published| posted)?|created|issued"
    r"|released|release date|written|filed|added|ver[öo]ffentlicht|publi[ée]|publicado|erstellt"
    r"|originally published|on)\b",
    re.IGNORECASE,
)
_IN_FORCE: Final = re.compile(
    r"\b(?:effective|(?:in|into|takes?|taking|took) effect)(?: (?:as of|beginning|from|on|since|starting))?\W*$",
    re.IGNORECASE,
)
"""What says right before a day that something holds from then on: ``the revised rules went into effect on``."""
_OUTRIGHT: Final = re.compile(r"\b(?:publi(?:shed|cation|é|cado|cato|cerad)|posted|ver[öo]ffentlicht)", re.IGNORECASE)
_GLUE: Final = re.compile(
    r"(?<=[a-z])(?=(?:Published|Updated|Posted|Last Updated|Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct"
    r"|Nov|Dec)[a-z]*\.?[ :]|\d{1,2} (?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec))|(?<=\b(?:19"
    r"|20)\d\d)(?=\d{1,2}[ -]?(?:min|:\d\d)|[A-Z])|(?<=(?:Published|published|PUBLISHED))(?=[A-Z\d])"
    r"|(?<=(?:Updated|updated|UPDATED))(?=[A-Z\d])|(?<=(?:Posted|posted|POSTED))(?=[A-Z\d])"
    r"|(?<=[^\W\d_])(?=\d{1,2}\.? [^\W\d_]{3,14}\.? (?:de )?(?:19|20)\d\d\b)|(?<=:\d\d)(?=[A-ZÀ-Þ][a-zß-ÿ])"
)
_SEAM: Final = re.compile(r"[A-Z\d](?:(?<=[a-z].)|(?<=\d{4}.)|(?<=:\d\d.)|(?<=ED.))")
"""Where a dump may have glued: most lines have no such place, and this finds out in a fraction of the time."""
_TWO_DIGITS: Final = re.compile(
    r"(?<![\d./-])(?P<left>[0-3]?\d)(?P<mark>[./-])(?P<right>[0-3]?\d)(?P=mark)(?P<year>\d\d)(?![\d./-])"
)
_PARTED: Final = re.compile(r"(?P<left>[0-3]?\d)[./](?P<right>[0-3]?\d) ?[-–—|] ?(?P<year>(?:19|20)\d\d)")
"""``12/19 — 2025`` on a line of its own."""
_NOISE: Final = re.compile(
    r"\b(?:\d{1,2}[:.h]\d\d(?::\d\d)?\s*(?:[ap]\.?m\.?)?|\d{1,2}\s*[ap]\.?m\.?|(?-i:[A-Z]{2,4}T?)|(?:EST"
    r"|EDT|CST|CDT|MST|MDT|PST|PDT|ET|CT|MT|PT|GMT|UTC|BST|CET|IST)|at|am|pm"
    r"|published|updated|posted|first|last|modified|on|date|created|edited|by|reviewed|originally|the"
    r"|of|release|released|issued|in|min(?:ute)?s?|read|comments?|views?"
    r"|news|blog|story|article|written|time|reading|est\.?|eastern|gmt[+-]\d+|filed|under|no|and|ago|h"
    r"|shares?|likes?|local|so far)\b",
    re.IGNORECASE,
)
_FIRST: Final = re.compile(
    r"(?:\b(?:this|the) (?:\w+ ){0,2}(?:article|blog|column|entry|essay|guide|interview|page|piece|post|review|story)"
    r"(?: has been| was)? |\A\W*|\bit was )(?:first|originally) (?:appeared|posted|published)\b",
    re.IGNORECASE,
)
_SAME_DAY: Final = re.compile(r"\bfirst (?:published|posted) (?:at )?\d{1,2}[:.]\d\d", re.IGNORECASE)
"""Behind the moment of an update: the story was published earlier that day."""
_OPENS: Final = re.compile(r"\W{0,3}(?:first |originally )?(?:posted|published)\b", re.IGNORECASE)
_BESIDE: Final = " \t,;|·•–—-("
"""What parts a label from the date before it."""
_WEAK: Final = "on"
"""A word that speaks of publication alone, and of an update where one is told (``updated our guide on``)."""
_BETWEEN: Final = 5
"""Letters between `last updated` and a word that would alone speak of publication: `date`."""
_LONGEST: Final = 200
_LABEL: Final = 100
"""Of a longer line so much is read where it begins by saying when it was published."""
_WORDS_OF_A_LABEL: Final = 5
"""With more, a line that ends in a colon brings in what follows: ``issued this statement on the death of … :``."""
_WORD: Final = re.compile(r"[^\W\d_]+")
_UNTIL: Final = re.compile(r"\s*(?:[-–—]|to|until|through|bis)\s*")
_DIGIT: Final = re.compile(r"\d")
_ADDRESS_DAY: Final = re.compile(
    r"(?<!\d)(?P<year>19[5-9]\d|20[0-4]\d)(?P<mark>[/_.-]?)(?P<month>0[1-9]|1[0-2]"
    r"|[1-9](?=[/_.-]))(?P=mark)(?P<day>0[1-9]|[12]\d|3[01]|[1-9](?=[/_.-]))(?!\d)"
)
_ADDRESS_NAMED: Final = re.compile(
    r"/(?P<year>19[5-9]\d|20[0-4]\d)[/-](?P<month>jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*[/-](?P<day>[0-3]?\d)(?=[/-])",
    re.IGNORECASE,
)
_ADDRESS_MONTH: Final = re.compile(r"/(?P<year>19[5-9]\d|20[0-4]\d)[/-](?P<month>0[1-9]|1[0-2])(?=/)")
_MONTHS: Final = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]


@dataclass(frozen=True, slots=True, kw_only=True)
class DateLine:
    """A date that a line gives, and what it says the date is of."""

    role: Role
    phrase: DatePhrase
    others: int
    """How many words the line holds beside its dates and their labels."""
    first: bool = False
    """Whether it says that the article was first published then (``This story was originally published on …``)."""

    @property
    def bare(self) -> bool:
        """Whether nothing else stands on the line."""
        return self.others == 0


# Several readers ask it of one line, one after another.
@lru_cache(maxsize=1 << 10)
def dates_in(line: str) -> tuple[DatePhrase, ...]:
    """The date phrases of a line, as ``find_dates`` gives them."""
    return find_dates(line)


@lru_cache(maxsize=1 << 14)
def read_dates(line: str, order: Order | None = None) -> tuple[DateLine, ...]:
    """The dates of a label or date line, as they follow; none where the line is too long for one.

    Args:
        line: A line.
        order: Whether its page writes the month before the day, if that is known.
    """
    if len(line) > _LONGEST:
        line = line[:_LABEL] if opens_with_label(line) else ""
    if _DIGIT.search(line) is None:
        return ()
    plain = in_english(unglued(line.strip(" *_|•·#\t")))
    found = (in_order(phrase, order) for phrase in dates_in(plain))
    phrases = [phrase for phrase in found if phrase.month is not None and (phrase.day or phrase.year)]
    if not phrases:
        phrases = _of_digits(plain, order)
    if not phrases or len(phrases) > 3 or _is_span(plain, phrases):
        return ()
    rest = plain
    for phrase in phrases:
        rest = rest.replace(phrase.text, " ", 1)
    left = _WORD.findall(_NOISE.sub(" ", rest))
    if plain.endswith(":") and len(left) > _WORDS_OF_A_LABEL:
        return ()
    result: list[DateLine] = []
    start = 0
    for phrase in phrases:
        label = plain[start : phrase.start]
        first = _FIRST.search(label) is not None
        result.append(DateLine(role=_role(label), phrase=phrase, others=len(left), first=first))
        start = phrase.end
    if len(result) == 1 and result[0].role == "updated" and _SAME_DAY.search(plain, start):
        return (replace(result[0], role="published"),)
    return tuple(result)


def _is_span(line: str, phrases: Sequence[DatePhrase]) -> bool:
    """Whether one date of a line is the beginning of a time and the next its end: nothing is published for so long."""
    gaps = (line[one.end : other.start] for one, other in pairwise(phrases))
    return any(_UNTIL.fullmatch(gap) for gap in gaps)


def unglued(line: str) -> str:
    """A line in which a dump has glued names, labels and dates (``Jane DoePublished: …``), parted again."""
    return _GLUE.sub(" ", line) if _SEAM.search(line) else line


def _role(label: str) -> Role:
    label = label_in_english(label.strip(_BESIDE))
    if _IN_FORCE.search(label):
        return "unlabelled"
    updated = [match.end() for match in _UPDATED.finditer(label)]
    published = list(_PUBLISHED.finditer(label))
    strong = [match.start() for match in published if match[0].lower() != _WEAK]
    if updated and (not strong or updated[-1] >= strong[-1] - _BETWEEN):
        return "updated"
    return "published" if published else "unlabelled"


def _of_digits(plain: str, order: Order | None) -> list[DatePhrase]:
    """``07.08.11`` or ``12/19 — 2025`` on a short line.

    Both orders are in use, and only a day above 12 tells without the page's own.
    """
    match = _PARTED.fullmatch(plain) or _TWO_DIGITS.search(plain)
    if match is None or len(plain) > 40:
        return []
    left, right, short = int(match["left"]), int(match["right"]), int(match["year"])
    year = short if short > 99 else 1900 + short if short >= 70 else 2000 + short
    month, day = (right, left) if left > 12 or (order == "day-first" and right <= 12) else (left, right)
    if not is_possible(year, month, day) or (order is None and left != right and max(left, right) <= 12):
        return []
    return [DatePhrase(text=match[0], start=match.start(), end=match.end(), year=year, month=month, day=day)]


def has_label(line: str) -> bool:
    """Whether a line says of its date that it is of publication or of an update."""
    english = in_english(line)
    return bool(_UPDATED.search(english) or _PUBLISHED.search(english))


def opens_with_label(line: str) -> bool:
    """Whether a line begins by saying that something was published or posted."""
    return _OPENS.match(in_english(line)) is not None


def says_when(sentence: str) -> bool:
    """Whether a sentence may tell when its article was published or updated: `on` does not suffice there."""
    return is_of_publication(sentence) or _UPDATED.search(sentence) is not None


def is_of_publication(line: str) -> bool:
    """Whether a line says outright that something was published or posted."""
    return _OUTRIGHT.search(in_english(line)) is not None


def is_of_update(line: str) -> bool:
    """Whether a line speaks of an update and of nothing else that happened."""
    return _role(line) == "updated"


def of_address(address: str | None) -> Dating | None:
    """The date that an address carries: ``/2019/11/19/``, ``/2019/nov/19/`` or, of month precision, ``/2019/11/``."""
    if not address:
        return None
    parts = urlsplit(address)
    path = f"{parts.path}/" if parts.scheme else f"/{address}/"
    for pattern in (_ADDRESS_DAY, _ADDRESS_NAMED, _ADDRESS_MONTH):
        match = pattern.search(path)
        if match is None:
            continue
        found = match.groupdict()
        month = int(found["month"]) if found["month"].isdigit() else _MONTHS.index(found["month"].lower()) + 1
        day = int(found["day"]) if "day" in found else None
        if is_possible(int(found["year"]), month, day):
            return Dating(date=iso_of(int(found["year"]), month, day), basis="address", text=match[0].strip("/"))
    return None


def of_path(original: Original) -> Dating | None:
    """The date that the original's path carries."""
    found = of_address(original.origin.path.rsplit(".", 1)[0])
    return None if found is None else Dating(date=found.date, basis="path", text=found.text)


def of_dateline(dateline: str | None, reference: str | None) -> Dating | None:
    """The day that stands in a dateline (``LONDON, March 3, 2019``), its year if need be by ``reference``."""
    for phrase in find_dates(dateline or ""):
        date = dated(DateLine(role="unlabelled", phrase=phrase, others=0), reference) if phrase.day else None
        if date is not None:
            return Dating(date=date, basis="dateline", text=phrase.text)
    return None


def latest_possible(original: Original, captured: str | None) -> str | None:
    """After which date the article cannot have been published: when it was captured."""
    return original.origin.retrieved or original.metadata.retrieved or captured


def is_refused(date: str, latest: str | None) -> bool:
    """Whether a date lies after the day of capture, by as much of both as is known."""
    if latest is None:
        return False
    known = min(len(date), len(latest), 10)
    return date[:known] > latest[:known]


def dated(line: DateLine, reference: str | None) -> str | None:
    """The ISO date of a date line; a year-less one only if a year is known elsewhere."""
    if line.phrase.contradicts_weekday:
        return None
    found = resolve(line.phrase, reference)
    if found is None or line.phrase.year is not None or reference is None:
        return found
    return found if found[:4] == reference[:4] else None


def of_metadata(value: str | None, basis: str) -> Dating | None:
    """A date that people or exporters gave, cut to its day; None where it is no date."""
    if not value:
        return None
    phrases = [phrase for phrase in find_dates(value) if phrase.iso]
    if phrases and phrases[0].iso:
        return Dating(date=phrases[0].iso, basis=basis, text=value)
    year = re.fullmatch(r"\s*(\d{4})\s*", value)
    return Dating(date=year[1], basis=basis, text=value) if year and is_possible(int(year[1])) else None


def best(candidates: Sequence[Dating], latest: str | None) -> Dating | None:
    """The first candidate that can be true; of equal days, the more precise."""
    for candidate in candidates:
        if not is_refused(candidate.date, latest):
            return candidate
    return None
