"""What pages say in other languages, in English: rules and models that know English furniture then know theirs.

A language has a table ``data/phrases/LANGUAGE.txt``: what stands on pages, a tab, what English pages have in its place.

    lesen sie auch[: …]	Read also: …
    # kommentare	# comments
    auf (facebook|twitter|whatsapp) teilen	Share

The left side must match the whole line; case, marks at its ends and white space aside. ``#`` is a number, ``…``
whatever stands there and is kept, ``@`` a person's name of two words or more, ``[ ]`` what may be missing, ``(a|b)``
one of them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

from generator.text.letters import EASTERN

_LONGEST: Final = 300
_LONGEST_BEGUN: Final = 120
"""Of a line that begins with whatever it is about: a comment's author, a headline."""
_TRIM: Final = " \t*_#>|·•–—-▶►»«"
_NAME_WORD: Final = r"(?:[^\W\d_a-zß-ÿ]\.|[^\W\d_a-zß-ÿ][\w'’]*)"
_PARTICLE: Final = r"(?:d[aeiou]|d[aeo]s|de[lnr]|della|l[aeo]s?|v[ao]n|te[nr]|zu|bin|al|el|y|e|i)"
_SIGNS: Final = {
    "#": r"(\d[\d.,\u00a0]*)",
    "…": r"(.*)",
    "@": rf"((?-i:{_NAME_WORD}(?:[ -]+(?:{_NAME_WORD}|{_PARTICLE})){{0,3}}[ -]+{_NAME_WORD}))",
    "[": "(?:",
    "]": ")?",
    "(": "(?:",
    ")": ")",
    "|": "|",
    ":": r" ?[:：] ?",
}
"""What the signs of a row are in a pattern; every other sign stands for itself."""
_AFTER_COLON: Final = re.compile("(?<=:) +")
_COUNT: Final = re.compile(r" ?[(（] ?\d[\d.,]* ?[)）]$")
"""How many there are of what a line calls."""
_KEEPING: Final = frozenset("…@")
_WORDS_OF_A_NAME: Final = 3
_KEPT: Final = re.compile("[#…@]")
_PLAIN: Final = re.compile(r"\([^][()#…@:]+\)|[^][()#…@:|]+")
_MAY_BE: Final = re.compile(r"\[[^\]]*\]")
_ONE_OF: Final = re.compile(r"\(([^)]*)\)")
_WORD: Final = re.compile(r"[^\W\d_]+")
_WHOLE: Final = re.compile(r"(?<![…\w])[^\W\d_]+(?![…\w])")
_UNSPACED: Final = re.compile(rf"[{EASTERN}\uac00-\ud7a3]+")
_GRAM: Final = 2
"""Signs by which a row is found whose words may stand amid others."""


class _Row(NamedTuple):
    number: int
    """Its place in the tables: the first that matches counts."""
    native: str
    english: str
    asked: frozenset[str]
    """Words that every line has which it matches."""


class _Tables(NamedTuple):
    phrases: Mapping[str, str]
    """Phrases without signs -> what they are in English: most rows are nothing but a choice of such."""
    rows: Mapping[str, Sequence[_Row]]
    """What a line holds -> the other rows that it may match."""


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def in_english(line: str) -> str:
    """A line as English pages have it where a table knows its words; itself otherwise."""
    is_line = len(line) <= _LONGEST and "\n" not in line
    plain = _COUNT.sub("", " ".join(line.split()).strip(_TRIM)) if is_line else ""
    lowered, tables = _lower(plain), _tables()
    if lowered in tables.phrases:
        return tables.phrases[lowered]
    held = _keys_in(lowered)
    for row in sorted({row for key in held for row in tables.rows.get(key, ()) if row.asked <= held}):
        found = _pattern(row.native).fullmatch(plain)
        if found and not (row.native[0] in _KEEPING and _says_too_much(plain, found[1], row)):
            return _filled(row.english, found.groups())
    return line


def _says_too_much(plain: str, begun: str, row: _Row) -> bool:
    """Whether a line that begins openly is too long, or says more than a name before ``기자`` (reporter)."""
    return len(plain) > _LONGEST_BEGUN or (row.english.startswith("By ") and begun.count(" ") >= _WORDS_OF_A_NAME)


def _lower(text: str) -> str:
    """In small letters, of which the Turkish dotted I is one."""
    return text.lower().replace("\u0307", "")


def _filled(english: str, kept: Iterable[str | None]) -> str:
    """The English words with what was kept of the line in its places; no colon where nothing stands behind it."""
    rest = iter(kept)
    filled = " ".join(_KEPT.sub(lambda _: (next(rest, "") or "").strip(), english).split())
    return filled if english.endswith(":") else filled.rstrip(" :")


@cache
def _tables() -> _Tables:
    """The tables of all languages, made ready to be asked."""
    plain: dict[str, str] = {}
    rows: dict[str, list[_Row]] = {}
    for number, (native, english) in enumerate(phrases()):
        lowered = _lower(native)
        if _PLAIN.fullmatch(lowered) and not _KEPT.search(english):
            for phrase in lowered.strip("()").split("|"):
                plain.setdefault(phrase, english)
            continue
        row = _Row(number, native, english, _asked_by(lowered))
        for key in _keys_of(lowered):
            rows.setdefault(key, []).append(row)
    return _Tables(plain, rows)


def _asked_by(native: str) -> frozenset[str]:
    """The words of a row that may not be missing, but for those that may be parts of longer ones."""
    return frozenset(map(_key, _WHOLE.findall(_ONE_OF.sub(" ", _MAY_BE.sub(" ", native)))))


def _keys_in(lowered: str) -> set[str]:
    """Its words; of scripts without blanks every sign and every two beside each other."""
    found = set(_WORD.findall(lowered))
    for run in _UNSPACED.findall(lowered):
        found.update(run)
        found.update(run[start : start + _GRAM] for start in range(len(run) - 1))
    return found


def _keys_of(native: str) -> frozenset[str]:
    """What lines hold that a row matches, one of these at least: the longest word that it asks for, or of each choice.

    Of all that it asks for, what has the longest words: few other lines hold them.
    """
    sure = _MAY_BE.sub(" ", native)
    asked = [[_ONE_OF.sub(" ", sure)], *(group.split("|") for group in _ONE_OF.findall(sure))]
    words = ([_key(text) for text in choice] for choice in asked)
    return frozenset(max(words, key=lambda choice: min(map(len, choice))))


def _key(text: str) -> str:
    """The longest word of a text, of a script without blanks two signs; '' where it has none."""
    word = max(_WORD.findall(text), key=len, default="")
    run = _UNSPACED.search(word)
    return run[0][:_GRAM] if run else word


@cache
def _pattern(native: str) -> re.Pattern[str]:
    """A row as a pattern, which few lines ask for."""
    signs = (_SIGNS.get(sign) or re.escape(sign) for sign in _AFTER_COLON.sub("", native))
    return re.compile("".join(signs), re.IGNORECASE)


def phrases() -> Iterator[tuple[str, str]]:
    """The rows of all tables: what pages say, and what English pages say in its place."""
    folder = resources.files("generator.cleaning").joinpath("data/phrases")
    for table in sorted(folder.iterdir(), key=lambda file: file.name):
        for line in table.read_text(encoding="utf-8").splitlines():
            native, tab, english = line.partition("\t")
            if tab:  # Other lines are remarks.
                yield native, english
