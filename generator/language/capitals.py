"""Runs of capitalised words: names that the model may have missed, kept so that a look-up can know them later."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from generator.text.names import PARTICLES, fold
from generator.text.words import read_words

_WORD = re.compile(r"[^\W\d_](?:[\w’'‑-]*\w)?(?:\.(?=[A-Z]\.)[A-Z])*\.?|\d+")
_GLUED = re.compile(r"([a-z]{1,3})[-'’](\w.*)")
_LONGEST_RUN = 6
# A line of capitals is a headline: the model finds nothing sensible there.
_SHOUTED_LETTERS = 8


def shouted_lines(text: str) -> tuple[tuple[int, int], ...]:
    """Offsets of the lines that are written in capitals."""
    spans = []
    start = 0
    for line in text.split("\n"):
        letters = [character for character in line if character.isalpha()]
        if len(letters) >= _SHOUTED_LETTERS and sum(map(str.isupper, letters)) > 0.8 * len(letters):
            spans.append((start, start + len(line)))
        start += len(line) + 1
    return tuple(spans)


def capital_runs(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Offsets of every run of capitalised words in ``text[start:end]``, function words cut from its head.

    A run does not cross punctuation other than the stop of an initial or abbreviation; small particles (``van``,
    ``de``) belong to it when a capitalised word follows.
    """
    run: list[tuple[int, int]] = []
    pending: list[tuple[int, int]] = []
    for match in _WORD.finditer(text, start, end):
        word = match.group()
        last = (pending or run)[-1][1] if run else match.start()
        joined = text[last : match.start()] in {" ", ""} and not _closes(text, run)
        if run and not joined:
            yield from _emit(text, run)
            run, pending = [], []
        if is_capital(word) and not (not run and is_function_word(word)):
            run += [*pending, match.span()]
            pending = []
        elif run and word in PARTICLES:
            pending.append(match.span())
        else:
            yield from _emit(text, run)
            run, pending = [], []
    yield from _emit(text, run)


def is_capital(word: str) -> bool:
    """Whether a word is capitalised, behind a particle that is glued to it too (``al-Assad``, ``d'Estaing``)."""
    glued = _GLUED.match(word)
    if glued:
        return glued.group(2)[0].isupper() and (glued.group(1) in PARTICLES or glued.group(1) == "d")
    return word[0].isupper()


def _closes(text: str, run: list[tuple[int, int]]) -> bool:
    """Whether the run's last word ends in a full stop that is neither an initial's nor a title's."""
    if not run:
        return False
    word = text[slice(*run[-1])]
    return word.endswith(".") and len(word) > 4


def _emit(text: str, run: list[tuple[int, int]]) -> Iterator[tuple[int, int]]:
    if run and len(run) <= _LONGEST_RUN:
        begin, end = run[0][0], run[-1][1]
        if text[end - 1] == "." and end - begin > 2 and not _ends_with_initials(text[begin:end]):
            end -= 1
        yield begin, end


def _ends_with_initials(run: str) -> bool:
    return bool(re.search(r"(?:\b[A-Z]\.)+$|\b[JS]r\.$", run))


def is_function_word(word: str) -> bool:
    """Whether a word begins sentences and no names (``But``, ``Tuesday``)."""
    return fold(word) in _function_words()


@cache
def _function_words() -> frozenset[str]:
    return frozenset(word for line in read_words("generator.language", "not_names.txt") for word in line.split())
