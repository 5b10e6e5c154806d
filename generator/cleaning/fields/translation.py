"""Bylines and date lines of other languages as English pages have them, so that one set of rules reads them all."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import pairwise
from typing import Final

from generator.cleaning.pieces.abroad import in_english as phrase_in_english
from generator.text.dates import DatePhrase, find_dates
from generator.text.gazetteer import first_names
from generator.text.letters import CAPITALS
from generator.text.names import fold

_BY: Final = re.compile(
    r"(?:(?:Publié|Veröffentlicht|Publicado|Escrito|Texte|Texto|Text|Ein Artikel|Scritto|Geschreven) )?"
    r"(?:[Vv]on|VON|[Pp]ar|PAR|[Pp]or|POR|[Dd]i|DI|[Dd]oor|DOOR|[Aa]v|AV)\s+"
    rf"(?=[{CAPITALS}][\w'’-]*\.? (?:(?:de|del|der|den|di|la|van|von) )*(?!(?:Jr|Sr|III?|I|IV)\b)[{CAPITALS}])"
)
"""Before a name of two words: ``Von Miller`` is a name himself."""

DESKS: Final = r"(?:Die |La |De |A )?(?:Redaktion|Rédaction|rédaction|Redacción|Redazione|Redactie|Redação|Redaccion)"
"""How newsrooms sign, a pattern."""
TELLS: Final = (
    "arbeitet|berichtet|leitet|schreibt|studierte|ist|war|dirige|est|travaille|écrit|escribe|trabaja|es|dirige|è|lavora"
    "|scrive|escreve|trabalha|é|schrijft|werkt"
)
"""Verbs that tell who somebody is, alternatives of a pattern."""

_LONGEST: Final = 200
_DIGIT: Final = re.compile(r"\d")
_WORDS_OF_A_LABEL: Final = 4
_BESIDE: Final = " \t\u00a0,;|/·•–—-("
"""What parts a date from the words beside it."""
_HUMP: Final = re.compile(rf"(?<=[^\W\d_{CAPITALS}])(?=[{CAPITALS}][^\W\d_{CAPITALS}])")
_SIGNS: Final = re.compile(
    r"(?:von|par|por|di|door|av|af|pela?|przez|tarafından|от|автор)\s+(?=[^\W\d_])(?P<name>.{2,60})", re.IGNORECASE
)
"""Right behind a date this says who wrote, be it in one word."""
_CLOCK: Final = re.compile(
    r"(?:\b(?:um|kl\.?|klo|alle(?: ore)?|ore|a las?|às|as|à|om|o godz\.?|godz\.?|saat|в|о|ob|u|la ora)\s)?"
    r"(?P<time>\b\d{1,2}\s?[:.hH]\s?\d\d)(?:\s?(?:Uhr|uur|hs?|Std|ч|год)\b\.?)?"
)
"""A time of day with the words around it: ``um 14:05 Uhr``, ``à 6h15``."""
_OF_THE_YEAR: Final = re.compile(r"\s?(?:г\.|года|р\.|року|r\.|roku|yılı|年)(?!\w)")
"""What may follow a year: ``2021 г.``"""
_SOME_DAY: Final = "31.03.2019"
"""Labels are known by the date that they want."""
_DATE_LABEL: Final = re.compile(
    rf"(?P<label>(?:Published|Posted|First|Updated|Last|Date|Written|Created)\b.{{0,20}}?):? {_SOME_DAY}"
)
_PARTING: Final = re.compile(r"(\s*[|·•⋅●]\s*|\s+[–—-]\s+)")


@lru_cache(maxsize=1 << 14)
def in_english(line: str) -> str:
    """A line as English pages have it, as far as its words are known; dates stay as they are written.

    ``Veröffentlicht am 3. März 2021 um 14:05 Uhr von Anna`` becomes ``Published on 3. März 2021 14:05 by Anna``.
    """
    whole, dates = phrase_in_english(line), _dates_in(line)
    if whole != line and dates:
        # A row that says a date otherwise loses how the page writes it.
        told = _dates_in(whole)
        is_kept = len(told) == len(dates) and all(date.text in line for date in told)
        whole, dates = (whole, told) if is_kept else (line, dates)
    english = _around(whole, dates) if dates else whole
    found = _BY.match(english)
    rest = english[found.end() :] if found else ""
    return f"By {rest}" if rest and fold(rest.split()[0]) in first_names() else english


def _dates_in(line: str) -> Sequence[DatePhrase]:
    return find_dates(line) if len(line) <= _LONGEST and _DIGIT.search(line) else ()


def label_in_english(text: str) -> str:
    """A text before a date, the label with which it ends in English: ``Autor NAME Publicado el``."""
    words = _HUMP.sub(" ", text).split()
    for start in range(max(0, len(words) - _WORDS_OF_A_LABEL), len(words)):
        label = _label(" ".join(words[start:]))
        if label:
            return f"{phrase_in_english(' '.join(words[:start]))} {label}".strip()
    return phrase_in_english(text)


def _label(text: str) -> str:
    """What a text says of a date behind it, in English; '' where it is no label of one."""
    for between in (" ", ": "):
        found = _DATE_LABEL.fullmatch(phrase_in_english(f"{text}{between}{_SOME_DAY}"))
        if found:
            return found["label"]
    return ""


def _around(line: str, dates: Sequence[DatePhrase]) -> str:
    """A line with what stands before, between and behind its dates in English."""
    edges = [0, *(edge for date in dates for edge in (date.start, date.end)), len(line)]
    texts = [line[start:end] for start, end in pairwise(edges)]
    english = [text if number % 2 else _beside(text, behind=number > 0) for number, text in enumerate(texts)]
    return line if english == texts else " ".join(" ".join(english).split())


def _beside(text: str, *, behind: bool) -> str:
    """What stands beside a date, each of its parts in English; itself where none is known."""
    parts = _PARTING.split(text)
    return "".join(part if number % 2 else _part(part, behind=behind) for number, part in enumerate(parts))


def _part(text: str, *, behind: bool) -> str:
    plain = _CLOCK.sub(r"\g<time>", _OF_THE_YEAR.sub("", text)) if behind else text
    bare = plain.strip(_BESIDE)
    signed = _SIGNS.match(bare) if behind else None
    english = f"by {signed['name']}" if signed else label_in_english(bare)
    return plain if english == bare else f" {english} "
