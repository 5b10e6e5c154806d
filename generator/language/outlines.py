"""Where the name of a body ends: a span that stops before its head noun, or that runs into the office of somebody."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from generator.language import spans
from generator.language.capitals import is_function_word
from generator.model import MentionKind
from generator.text.gazetteer import bodies, common_words, given_names, known_places, namesakes, seats
from generator.text.names import fold
from generator.text.titles import is_title_word
from generator.text.words import read_words, word_set

BODY_WORDS = word_set(
    "academy administration agency alliance association board bureau caucus center coalition college commission "
    "committee council department foundation institute laboratory ministry office school service society subcommittee "
    "university"
)
"""Words of which at least one stands in the name of a body."""
# Those that stand last in a name, so that it ends with them when the model stopped one word before.
_HEADS = word_set(
    "administration agency alliance association bureau caucus coalition commission committee council foundation "
    "institute ministry subcommittee"
)
_OF = frozenset({"for", "of"})
_NEXT = re.compile(r" ([A-Z][\w’'-]*)")
# What a body of this pattern is for may have a second half: Global Commission on HIV | and the Law.
_FOR = re.compile(
    r"\b(?:Bureau|Commission|Committee|Council|Department|Division|Institute|Ministry|Office|Subcommittee) "
    r"(?:for|of|on) (?:the )?(?P<field>[^,;:()]+)$"
)
_SECOND = re.compile(r" (?:and|&) (?:the )?(?P<half>[A-Z][\w’'-]*(?: [A-Z][\w’'-]*){0,2})(?![\w’'-])")
# Fields that are a department by themselves: behind "and" stands the next one.
_WHOLE = word_set(
    "agriculture commerce defence defense education energy finance interior justice labor labour state transportation "
    "treasury war"
)
_STREETS = word_set("ave avenue blvd boulevard drive lane pkwy parkway rd road st street")
_HOUSE = re.compile(r"\b\d+[A-Z]? $")
_CODE = re.compile(r"[A-Z]{2}")
_BEFORE_CODE = re.compile(r"(?:[,(\[/–—-] ?|\b[A-Z][\w.]+ )$")
_REACH = 40
_NOUN = re.compile(r" (?:acts?|amendments?|bans?|bills?|budgets?|cuts?|laws?|legislation|measures?|packages?|rules?)\b")


def before_officer(text: str, start: int, end: int) -> int:
    """Where a span ends before the words for an officer (``CAPAC`` | ``Chair``); ``Office of the Mayor`` is whole."""
    words = [(start + m.start(), start + m.end()) for m in re.finditer(r"\S+", text[start:end])]
    kept = len(words)
    while kept and fold(text[slice(*words[kept - 1])]) in _officers():
        kept -= 1
    if kept == len(words) or any(text[slice(*word)] in _OF for word in words):
        return end
    return spans.trim(text, start, words[kept - 1][1])[1] if kept else start


def begins_with_office(words: Sequence[str]) -> bool:
    """Whether a name is that of an office which a body gives (``Founder of Sojourners``)."""
    return len(words) > 1 and words[1] in _OF and fold(words[0]) in _officers()


def completed(text: str, start: int, end: int) -> int:
    """Where a body's name ends that the model cut: before its head noun, or before the second half of its field."""
    following = _NEXT.match(text, end)
    if following and start < end and fold(following.group(1)) in _HEADS:
        return following.end()
    field = _FOR.search(text[start:end])
    second = _SECOND.match(text, end) if field and fold(field["field"]) not in _WHOLE else None
    return second.end() if second and _is_field(second["half"]) else end


def _is_field(half: str) -> bool:
    """Whether nothing in the words behind ``and`` is a body, a place, somebody or an acronym by itself."""
    if fold(half) in known_places() or fold(half) in bodies():
        return False
    words = half.split()
    return not any(
        word.isupper()
        or is_function_word(word)
        or fold(word) in BODY_WORDS
        or fold(word) in bodies()
        or fold(word) in given_names()
        or is_title_word(fold(word))
        for word in words
    )


def is_address(text: str, start: int, end: int, kind: MentionKind) -> bool:
    """Whether a span is a street that the model takes for a body, a house in a street, or no state's postal code."""
    name = text[start:end]
    if _CODE.fullmatch(name) and name.lower() in seats():
        return not _BEFORE_CODE.search(text, max(0, start - _REACH), start)
    words = name.split()
    if len(words) == 1 or fold(words[-1]) not in _STREETS or fold(name) in namesakes():
        return False
    return kind == "organization" or words[0].isdigit() or bool(_HOUSE.search(text, max(0, start - _REACH), start))


def is_attribute(text: str, start: int, end: int) -> bool:
    """Whether a span of everyday words says what a law or a measure is about (``Immigration and Travel`` | ``ban``)."""
    following = _NOUN.match(text, end)
    return following is not None and all(fold(word) in common_words() for word in text[start:end].split())


@cache
def _officers() -> frozenset[str]:
    return frozenset(word for line in read_words("generator.language", "officers.txt") for word in line.split())
