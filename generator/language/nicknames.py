"""Names with a short form inside: ``Edwin (Buzz) Aldrin``, ``Robert C. 'Bobby' Scott``. The model tears them apart."""

from __future__ import annotations

import re
from collections.abc import Iterator

from generator.language.capitals import is_function_word
from generator.text.first_names import is_short_form
from generator.text.gazetteer import demonyms, given_names, thing_words
from generator.text.names import fold
from generator.text.titles import is_title_word

_WORD = r"[^\W\d_][\w.’'-]{0,20}"
# Before the short form: given names and initials; behind it: one or two words with a capital.
_NAMED = re.compile(
    rf"(?<![\w.])({_WORD}(?: {_WORD}){{0,2}}),? ?[(\"“‘'](?![RDI]-)([^\W\d_a-z][\w.-]{{1,14}}),?[)\"”’'] "
    rf"((?:(?:de|la|van|von|der) ){{0,2}}[^\W\d_a-z][\w’'-]{{1,20}})"
)
_INITIALS = re.compile(r"(?:[A-Z]\.){1,3}")


def nicknamed(text: str) -> Iterator[tuple[int, int]]:
    """Offsets of the names that hold a short form in brackets or quotes, titles left out."""
    for match in _NAMED.finditer(text):
        start = _given_start(match)
        if start is not None and _is_family_name(match.group(3)):
            yield start, match.end()


def _given_start(match: re.Match[str]) -> int | None:
    """Where the given names before the short form begin; None where there are none."""
    words = [(match.start() + m.start(), m.group()) for m in re.finditer(r"\S+", match.group(1))]
    start: int | None = None
    known = is_short_form(fold(match.group(2))) or fold(match.group(2)) in given_names()
    for at, word in reversed(words):
        if not word[0].isupper() or is_title_word(fold(word)) or _is_no_name(word):
            break
        start = at
        known = known or fold(word) in given_names() or _INITIALS.fullmatch(word) is not None
        if fold(word) in given_names():
            break
    return start if known else None


def _is_no_name(word: str) -> bool:
    folded = fold(word)
    if _INITIALS.fullmatch(word):
        return False
    return (
        is_function_word(word) or folded in thing_words() or folded in demonyms() or (word.isupper() and len(word) > 1)
    )


def _is_family_name(words: str) -> bool:
    folded = fold(words)
    return not words.isupper() and not is_title_word(folded) and folded not in thing_words()
