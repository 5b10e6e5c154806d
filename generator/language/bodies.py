"""Organizations and places made fit for filing: what is a headline's scrap, a law or a list is none."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import cache

from generator.language import outlines, spans
from generator.language.capitals import is_function_word
from generator.language.found import Found
from generator.model import MentionKind
from generator.text.gazetteer import (
    bodies,
    common_words,
    given_names,
    known_places,
    last_names,
    namesakes,
    seats,
    thing_words,
)
from generator.text.names import fold
from generator.text.titles import leading_title
from generator.text.words import read_words, word_set

_WORD = re.compile(r"\S+")
_OWNER = re.compile(r"[’']s (?=[A-Z])")
_COMPANY = re.compile(r", (?:Inc|LLC|L\.L\.C|Ltd|LLP|PLC|Corp|Co|P\.C|N\.A)\b\.?")
_LIST = re.compile(r", |[:;|]|\s[-–—]\s")
# Where a dump has lost a dash two blanks are left (``Washington D.C.  Today``): no name reaches over them.
_GAP = re.compile(r"(?<=[\w.])\s{2,}")
_BILL = re.compile(r"(?:H\.? ?R|S|A|S\. ?B|A\. ?B|H\. ?J)\.? ?(?:Con\.? ?)?(?:Res\.? ?)?\d+")
_NUMERAL = re.compile(r"[IVX]{2,}|\d+(?:st|nd|rd|th)")
_LONG = 4
_SMALL = word_set(
    "a about after an and are as at before behind beside between but by during for from had has he her his if in "
    "inside is it its near no not of on our over she since so that the their they this to under until was we were when "
    "where while with dear"
)
# Small articles before a name in a text of another language.
_FOREIGN = word_set("das del der die el il la las le les los")
# One word of these endings is no body's name (``Confirmation``).
_ABSTRACT = re.compile(r"[A-Z][a-z]+(?:tion|sion|ness|ment|ity|ance|ence)")
# What a body may be for whose name has a word that bodies have.
_OBJECTS = word_set("budget code grants law policy projects programs reform rules strategy study")


def bodies_in(text: str, found: Found) -> Iterator[Found]:
    """The organizations and places in one span, as ``thing`` where it is a law, a program or a scrap of a headline."""
    gap = _GAP.search(text, found.start, found.end)
    for start, stop in _without_owner(text, found.start, gap.start() if gap else found.end):
        begin, is_scrap = _after_verbs(text, start, stop)
        end = outlines.completed(text, begin, outlines.before_officer(text, begin, stop))
        name = text[begin:end]
        if not any(map(str.isalpha, name)) or all(map(is_function_word, name.split())):
            continue
        title, shift, _ = leading_title(name)
        if title and _is_person(name, name[shift:], found.kind):
            yield replace(found, kind="person", start=begin + shift, end=end, role=title)
        elif is_scrap and not _has_head(name):
            yield replace(found, kind="unknown", start=begin, end=end)
        elif outlines.is_address(text, begin, end, found.kind) or outlines.is_attribute(text, begin, end):
            yield replace(found, kind="thing", start=begin, end=end)
        else:
            yield replace(found, kind=_kind(found.kind, name), start=begin, end=end)


def _is_person(name: str, titled: str, kind: MentionKind) -> bool:
    """Whether somebody stands behind a title: a first name and more, or a lone family name (``General Petraeus``)."""
    word = fold(titled)
    if " " in titled:
        return fold(titled.split(maxsplit=1)[0]) in given_names()
    is_name = word in last_names() and word not in common_words() and word not in thing_words()
    return kind == "organization" and is_name and fold(name) not in namesakes()


def _without_owner(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span parted behind a country or acronym that owns the rest (``JAXA's Institute``), not ``Women's Caucus``."""
    owner = _OWNER.search(text, start, end)
    if not owner:
        return [(start, end)]
    name = text[start : owner.start()]
    if name.isupper() or fold(name) in known_places():
        return [(start, owner.start()), (owner.end(), end)]
    return [(start, end)]


def _after_verbs(text: str, start: int, end: int) -> tuple[int, bool]:
    """Where the name begins behind small words and verbs (``Direct the Budget Office``), and if there was a verb."""
    words = list(_WORD.finditer(text, start, end))
    verb = False
    for match in words:
        word = match.group()
        if (word.lower() not in _SMALL or word.isupper()) and word not in _FOREIGN:
            if len(words) == 1 or not spans.is_headline_verb(word):
                return match.start(), verb
            verb = True
    return end, verb


def _kind(kind: MentionKind, name: str) -> MentionKind:
    """What the span is; a single word stays open, for it may be somebody's family name (Law, Day)."""
    if not _is_no_body(name):
        return kind
    return "thing" if " " in name else "unknown"


def _is_no_body(name: str) -> bool:
    if fold(name) in known_places():
        return False
    words = name.split()
    if (
        _ends_with_state(words)
        or _BILL.fullmatch(name)
        or _NUMERAL.fullmatch(name)
        or outlines.begins_with_office(words)
    ):
        return True
    if _ABSTRACT.fullmatch(name) and fold(name) not in bodies():
        return True
    if fold(words[-1]) in _no_bodies():
        return not (fold(words[-1]) in _OBJECTS and _has_head(name))
    if _LIST.search(_COMPANY.sub("", name)):
        return True
    return len(words) >= _LONG and any(spans.is_headline_verb(word) for word in words[1:])


def _ends_with_state(words: list[str]) -> bool:
    """Whether a postal code of a state ends the name (``CA``, ``Oakland CA``), not ``FORD MOTOR CO``."""
    code = words[-1]
    return len(code) == 2 and code.isupper() and code.lower() in seats() and not any(map(str.isupper, words[:-1]))


def _has_head(name: str) -> bool:
    """Whether a word of the name says that it is a body (``Committee on Government Reform``)."""
    return any(fold(word) in outlines.BODY_WORDS for word in name.split())


@cache
def _no_bodies() -> frozenset[str]:
    return frozenset(word for line in read_words("generator.language", "no_bodies.txt") for word in line.split())
