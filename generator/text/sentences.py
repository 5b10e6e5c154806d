"""Where sentences end, with offsets: enough for newspaper prose, in linear time."""

from __future__ import annotations

import re
from typing import Final

from generator.text.letters import CAPITALS

ABBREVIATIONS: Final = frozenset(
    [
        "adm",
        "ala",
        "apr",
        "ariz",
        "assn",
        "aug",
        "ave",
        "bros",
        "calif",
        "capt",
        "cmdr",
        "co",
        "col",
        "colo",
        "conn",
        "corp",
        "dec",
        "del",
        "dept",
        "dr",
        "e.g",
        "esq",
        "feb",
        "fla",
        "fr",
        "ft",
        "ga",
        "gen",
        "gov",
        "h.con.res",
        "h.j.res",
        "h.res",
        "hon",
        "i.e",
        "ill",
        "inc",
        "ind",
        "jan",
        "jr",
        "jul",
        "jun",
        "kan",
        "ky",
        "la",
        "lt",
        "ltd",
        "maj",
        "mass",
        "md",
        "mich",
        "minn",
        "miss",
        "mo",
        "mr",
        "mrs",
        "ms",
        "mt",
        "neb",
        "nev",
        "no",
        "nos",
        "nov",
        "oct",
        "okla",
        "op",
        "ore",
        "pa",
        "ph",
        "pp",
        "prof",
        "rep",
        "reps",
        "rev",
        "s.con.res",
        "s.j.res",
        "s.res",
        "sen",
        "sens",
        "sep",
        "sept",
        "sgt",
        "sr",
        "st",
        "sts",
        "supt",
        "tenn",
        "tex",
        "va",
        "vol",
        "vs",
        "vt",
        "wash",
        "wis",
        "wm",
        "wyo",
    ]
)
"""Words that end in a full stop without ending a sentence, in lower case and without their last stop."""

# Abbreviations that stand at the end of a sentence about as often as inside one: a new sentence must begin clearly.
_EITHER: Final = frozenset(["co", "corp", "inc", "jr", "ltd", "sr"])
_OPENERS: Final = frozenset(
    [
        "a",
        "after",
        "and",
        "as",
        "at",
        "but",
        "by",
        "for",
        "he",
        "her",
        "his",
        "if",
        "in",
        "it",
        "its",
        "no",
        "on",
        "she",
        "so",
        "that",
        "the",
        "their",
        "then",
        "these",
        "they",
        "this",
        "those",
        "to",
        "we",
        "what",
        "when",
        "while",
        "with",
        "you",
    ]
)
_END: Final = re.compile(r"[.!?…]+[\"'”’»)\]]*(?=\s)|[。！？]+[」』”]*|\n\s*\n")
_WORD_BEFORE: Final = re.compile(r"[^\s(\[\"“'‘]+$")
_NEXT_WORD: Final = re.compile(r"[\"“'‘(\[«]*([^\W\d_]*)")
_INITIALS: Final = re.compile(r"(?!(?:a|p)\.m$)(?:[^\W\d_]\.)+[^\W\d_]")
"""``U.S``, ``D.C``, ``H.R``, but not ``p.m``: a sentence often ends with an hour."""
_LONGEST_WORD: Final = 24

TERMINATORS: Final = ".!?…。！？؟۔"
CLOSERS: Final = "\"'”’»)]」』）】"
SENTENCE_BREAK: Final = re.compile(
    rf"[.!?؟][\"”’)»“]* [\"“‘(«„¿¡]?[{CAPITALS}\u0590-\u06ff\uac00-\ud7a3\d]|[。！？][^」』）]"
)
"""Where a line seems to hold the end of one sentence and the beginning of the next; abbreviations are not looked at."""


def closers_in(line: str) -> str:
    """What may stand behind the stop of a line's sentence; German closes with what opens elsewhere: ``„…“``."""
    return f"{CLOSERS}“" if "„" in line else CLOSERS


def ends_sentence(line: str) -> bool:
    """Whether a line stops where a sentence may stop."""
    stripped = line.rstrip().rstrip(closers_in(line))
    return bool(stripped) and stripped[-1] in TERMINATORS


def sentence_spans(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of every sentence, in order; ``text[start:end]`` has no white space around it. A blank line ends one."""
    spans: list[tuple[int, int]] = []
    start = 0
    for match in _END.finditer(text):
        if match[0][0] == "\n" or match[0][0] in "。！？" or _is_end(text, match):
            _append(spans, text, start, match.start() if match[0][0] == "\n" else match.end())
            start = match.end()
    _append(spans, text, start, len(text))
    return tuple(spans)


def _append(spans: list[tuple[int, int]], text: str, start: int, end: int) -> None:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        spans.append((first, first + len(stripped)))


def _is_end(text: str, match: re.Match[str]) -> bool:
    following = _NEXT_WORD.match(text, match.end() + 1)
    word = following[1] if following else ""
    if word and word[0].islower():
        return False
    if match[0][0] != ".":
        return True
    before = _WORD_BEFORE.search(text, max(0, match.start() - _LONGEST_WORD), match.start())
    last = before[0].lower() if before else ""
    if len(last) == 1 and last.isalpha():
        return last == "i"
    if last in _EITHER or _INITIALS.fullmatch(last):
        return word.lower() in _OPENERS
    return last not in ABBREVIATIONS
