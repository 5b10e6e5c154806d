"""Spans of the model made fit for filing: trimmed to the name, titles taken off, cut words completed."""

from __future__ import annotations

import re
from functools import cache

from generator.language.capitals import is_capital, is_function_word
from generator.text.gazetteer import common_words, given_names, known_mononyms
from generator.text.names import PARTICLES, fold, strip_possessive
from generator.text.words import read_words

_SUFFIX = re.compile(r",? (?:Jr\b\.?|Sr\b\.?|III?\b|IV\b)")
_TRAILING = " \t,.;:!?-–—/\"“”‘’'()[]•*&"
_LEADING = _TRAILING + "@#"
_AND = re.compile(r" (?:and|&|or|of|for|in|on|at|with|from|to) |, | ?\(|/|[’']s |[:;|]| [-–—] ")
_WORD = re.compile(r"\S+")


def widen(text: str, start: int, end: int) -> tuple[int, int]:
    """The span completed to whole words, where the tokenizer has cut one (``Michael O'`` | ``Leary``)."""
    if (
        text[max(start, end - 2) : end] in {"O'", "O’"}
        and text[end : end + 1] == " "
        and text[end + 1 : end + 2].isupper()
    ):
        end += 1
    while end < len(text) and (text[end].isalpha() or (text[end] in "'’-" and text[end + 1 : end + 2].isupper())):
        end += 1
    while (
        start > 0
        and text[start].isalpha()
        and (text[start - 1].isalpha() or text[start - 2 : start].lower() in {"l-", "l’"})
    ):
        start -= 1
    return start, end


def with_suffix(text: str, start: int, end: int) -> tuple[int, int]:
    """The span with a generation's suffix (``Jr.``, ``III``) that follows it."""
    match = _SUFFIX.match(text, end)
    return (start, match.end()) if match else (start, end)


def split_span(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """The span cut at line breaks."""
    pieces = []
    for line in text[start:end].split("\n"):
        if line.strip():
            begin = start + len(line) - len(line.lstrip())
            pieces.append((begin, begin + len(line.strip())))
        start += len(line) + 1
    return pieces


def split_people(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A person's span cut at ``and``, commas and brackets, except before a suffix (``Roger Stone, Jr.``)."""
    pieces = []
    begin = start
    for match in _AND.finditer(text, start, end):
        if match.group() == ", " and _SUFFIX.match(text, match.start()):
            continue
        pieces.append((begin, match.start()))
        begin = match.end()
    return [*pieces, (begin, end)]


def before_verb(text: str, start: int, end: int) -> tuple[int, int]:
    """The span between a headline's verbs (``Demanded`` | ``Barbara Lee`` | ``Supports Bill``)."""
    words = list(_WORD.finditer(text, start, end))
    while len(words) > 1 and (_is_no_name(fold(words[0].group())) or _are_people([word.group() for word in words])):
        start = words[1].start()
        words = words[1:]
    for match in words[1:]:
        if fold(match.group()) in _headline_verbs():
            return start, match.start()
    return start, end


def _are_people(words: list[str]) -> bool:
    """Whether the first word tells where somebody is from (``Ohioans Patrick J. Tiberi``)."""
    first, second = fold(words[0]), fold(words[1])
    return len(words) > 2 and first.endswith("ans") and first not in given_names() and second in given_names()


def is_headline_verb(word: str) -> bool:
    """Whether a word is a headline's verb (``Vows``)."""
    return fold(word) in _headline_verbs()


def _is_no_name(word: str) -> bool:
    if word.endswith("ing") and word in common_words():
        return True
    return word in _headline_verbs() or (is_function_word(word) and word not in given_names())


@cache
def _headline_verbs() -> frozenset[str]:
    return frozenset(word for line in read_words("generator.language", "headline_verbs.txt") for word in line.split())


def trim(text: str, start: int, end: int) -> tuple[int, int]:
    """The span without article, punctuation, possessive and small words at its ends; empty if nothing is left."""
    while start < end and text[start] in _LEADING:
        start += 1
    end = _cut_end(text, start, end)
    words = [(start + m.start(), start + m.end()) for m in _WORD.finditer(text[start:end])]
    while words and _is_small(text[slice(*words[0])], at_head=True):
        words.pop(0)
    while words and _is_small(text[slice(*words[-1])], at_head=False):
        words.pop()
    if len(words) > 1 and _is_preposition(*(text[slice(*word)] for word in words[:2]), alone=len(words) == 2):
        words.pop(0)
    if not words:
        return start, start
    return words[0][0], _cut_end(text, words[0][0], words[-1][1])


def _cut_end(text: str, start: int, end: int) -> int:
    """Where the span ends once punctuation and a possessive are gone; the stop of initials and of ``Jr.`` stays."""
    while end > start and text[end - 1] in _TRAILING:
        if text[end - 1] == "." and re.search(
            r"(?:\b[A-Z]|\b[JS]r|\bInc|\bCorp|\bCo|\bLtd)\.$", text[max(start, end - 6) : end]
        ):
            break
        end -= 1
    kept = strip_possessive(text[start:end])
    # "Sessions'" has lost its apostrophe above; only 's is a possessive for sure.
    return start + len(kept) if kept != text[start:end] and text[start + len(kept)] in "'’" else end


def _is_preposition(word: str, following: str, *, alone: bool) -> bool:
    """Whether a particle is a preposition: ``nieto de Fidel Castro``, or before a mononym ``ami de Sarkozy``."""
    return word in PARTICLES and fold(following) in (known_mononyms() if alone else given_names())


def _is_small(word: str, *, at_head: bool) -> bool:
    """Whether a word at a name's end is none of it: ``the``, ``said``."""
    if at_head and word.lower() in {"the", "a", "an"}:
        return True
    if not word[0].isalpha():
        return not word[0].isdigit()
    return not is_capital(word) and word[0].islower() and not (at_head and word in PARTICLES)
