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
from collections.abc import Iterable, Iterator
from functools import cache, lru_cache
from importlib import resources
from typing import Final, NamedTuple

_LONGEST: Final = 300
_LONGEST_BEGUN: Final = 120
"""Of a line that begins with whatever it is about: a comment's author, a headline."""
_TRIM: Final = " \t*_#>|·•–—-▶►»«"
_ANY: Final = ""
_NUMBER: Final = "#"
_FIRST: Final = re.compile(r"[#…@]|\d+|[\u3040-\u30ff\u3400-\u9fff]|[^\W\d_]+")
"""The word, number or East Asian sign by which the rows are found that a line may match."""
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
_MAY_BE: Final = re.compile(r"\[[^\]]*\]")
_ONE_OF: Final = re.compile(r"\(([^)]*)\)")
_LITERAL: Final = re.compile(r"[^#…@:\s]+")


class _Row(NamedTuple):
    native: str
    english: str


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def in_english(line: str) -> str:
    """A line as English pages have it where a table knows its words; itself otherwise."""
    plain = _COUNT.sub("", " ".join(line.split()).strip(_TRIM)) if len(line) <= _LONGEST else ""
    first = _FIRST.search(plain)
    if first is None:
        return line
    lowered = _lower(plain)
    openly = _rows()[_ANY] if len(plain) <= _LONGEST_BEGUN else ()
    for row in (*_rows().get(_key(first[0]), ()), *openly):
        found = _pattern(row.native).fullmatch(plain) if any(map(lowered.__contains__, _needles(row.native))) else None
        if found and not (row.native[0] in _KEEPING and row.english.startswith("By ") and not _is_short(found[1])):
            return _filled(row.english, found.groups())
    return line


def _is_short(name: str) -> bool:
    """Whether what stands before a word such as ``기자`` (reporter) can be names: captions end with it too."""
    return name.count(" ") < _WORDS_OF_A_NAME


def _lower(text: str) -> str:
    """In small letters, of which the Turkish dotted I is one."""
    return text.lower().replace("\u0307", "")


def _key(word: str) -> str:
    return _NUMBER if word.isdigit() else _lower(word)


def _filled(english: str, kept: Iterable[str | None]) -> str:
    """The English words with what was kept of the line in its places; no colon where nothing stands behind it."""
    rest = iter(kept)
    filled = " ".join(_KEPT.sub(lambda _: (next(rest, "") or "").strip(), english).split())
    return filled if english.endswith(":") else filled.rstrip(" :")


@cache
def _rows() -> dict[str, list[_Row]]:
    """First word -> the rows that begin with it, in the order of the tables; under ``_ANY`` those that begin openly."""
    found: dict[str, list[_Row]] = {_ANY: []}
    for native, english in phrases():
        row = _Row(native, english)
        for word in dict.fromkeys(_beginnings(native)):
            found.setdefault(word, []).append(row)
    return found


@cache
def _needles(native: str) -> tuple[str, ...]:
    """Words of which every line holds one that a row matches.

    The longest that it asks for; where it asks for one of several, the longest of each.
    """
    own = max(_LITERAL.findall(_MAY_BE.sub("…", _ONE_OF.sub("…", native))), key=len, default="")
    choices = () if own else (group.split("|") for group in _ONE_OF.findall(_MAY_BE.sub("…", native)))
    told = ([max(_LITERAL.findall(choice), key=len, default="") for choice in choice_of] for choice_of in choices)
    return (own,) if own else tuple(next((words for words in told if all(words)), [""]))


@cache
def _pattern(native: str) -> re.Pattern[str]:
    """A row as a pattern, which few lines ask for."""
    signs = (_SIGNS.get(sign) or re.escape(sign) for sign in _AFTER_COLON.sub("", native))
    return re.compile("".join(signs), re.IGNORECASE)


def _beginnings(native: str) -> Iterator[str]:
    """The words with which lines can begin that a row matches; ``_ANY`` where it begins openly."""
    if native[:1] in {"[", "("}:
        options, _, rest = native[1:].partition("]" if native[0] == "[" else ")")
        for option in options.split("|"):
            yield from _beginnings(f"{option}{rest}")
        if native[0] == "[":
            yield from _beginnings(rest.lstrip())
        return
    first = _FIRST.search(native)
    word = first[0] if first else ""
    yield _ANY if word in {"…", "@", ""} else _key(word)


def phrases() -> Iterator[tuple[str, str]]:
    """The rows of all tables: what pages say, and what English pages say in its place."""
    folder = resources.files("generator.cleaning").joinpath("data/phrases")
    for table in sorted(folder.iterdir(), key=lambda file: file.name):
        for line in table.read_text(encoding="utf-8").splitlines():
            native, tab, english = line.partition("\t")
            if tab:  # Other lines are remarks.
                yield native, english
