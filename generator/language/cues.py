"""What stands beside a name and shows whether it is a person's: who speaks or is of an age, what has an article."""

from __future__ import annotations

import re
from functools import cache

from generator.model import Cue
from generator.text.words import read_words

_REACH = 24
# "Jane Roe, who", "Jane Roe, 45,": nothing but people are spoken of so.
_WHO = re.compile(r",? (?:who|whom|whose)\b|, \d{2}(?=[,.;])")
_ADVERB = r"(?:has |had |have |also |later |then |once |himself |herself )?"
_ARTICLE = re.compile(r"(?<![\w-])(?:[Tt]he|[Aa]n?) [\"“‘']?$")
_FORM = re.compile(r",? (?:Inc|Corp|Co|Ltd|LLC|LLP|PLC)\b")


def cue(text: str, start: int, end: int) -> Cue:
    """What the words beside a name say of it; '' where they say nothing."""
    before = text[max(0, start - _REACH) : start]
    if _WHO.match(text, end):
        return "who"
    if _FORM.match(text, end) or _nouns().search(before):
        return "noun"
    if _ARTICLE.search(before) and not _of_somebody().match(text, end):
        return "article"
    if _says_behind().match(text, end) or _says_before().search(before):
        return "says"
    return ""


@cache
def _says_behind() -> re.Pattern[str]:
    return re.compile(rf"[,\"”’']* {_ADVERB}(?:{_words('says')})\b")


@cache
def _says_before() -> re.Pattern[str]:
    return re.compile(rf"\b(?:{_words('says')}) $")


@cache
def _of_somebody() -> re.Pattern[str]:
    """Behind a name, what somebody has: the article before it is of that (``a Kim Jong-un succession``)."""
    return re.compile(rf" (?:{_words('has')})\b")


@cache
def _nouns() -> re.Pattern[str]:
    return re.compile(rf"(?<![\w-])(?:{_words('noun')}) (?:called |named )?[\"“‘']?$", re.IGNORECASE)


@cache
def _words(kind: str) -> str:
    """The words of one kind in cues.txt as alternatives of a pattern."""
    lines = (line.partition(": ") for line in read_words("generator.language", "cues.txt"))
    return "|".join(word for head, _, words in lines if head == kind for word in words.split())
