"""A piece of a dump with what can be said of it wherever it stands: named traits, counted and remembered."""

from __future__ import annotations

import re
import struct
from bisect import bisect_right
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Final, NamedTuple

from generator.cleaning.pieces.lines import Piece
from generator.cleaning.pieces.memo import Memo
from generator.cleaning.pieces.shapes import Effect, Shape, shape_of
from generator.cleaning.pieces.words import SECOND_PERSON, UNSPACED, is_function_word
from generator.model import BlockKind
from generator.text.letters import CASELESS, EASTERN
from generator.text.sentences import SENTENCE_BREAK, TERMINATORS, closers_in

_TOKEN: Final = re.compile(rf"{UNSPACED}|[^\W_{EASTERN}]+(?:['’][^\W_]+)?")
_EASTERN: Final = re.compile(f"[{EASTERN}]")
_CASELESS: Final = re.compile(f"[{CASELESS}]")
_DATE_HINT: Final = re.compile(
    r"\b(?:19|20)\d\d\b|\b\d{1,2}[/.]\d{1,2}[/.]\d{2,4}\b|\b\d+ (?:hour|day|week|month|year|min)s? ago\b"
)
_WEB: Final = re.compile(r"https?://|www\.|\S@\S|\[email")
_MONEY: Final = re.compile(r"[$£€]\d")
_WEB_SIGNS: Final = ("@", "http", "www.", "[email")
_LETTERS: Final = (("bar", "|"), ("comma", ","), ("quotation", "“"), ("quotation", '"'))
_NUMBER: Final = re.compile(r"^\d{1,2}[.)]\s+")
_DIGIT: Final = re.compile(r"\d")
_CAPITALS, _NUMBERS, _YOURS, _DIGITS = 12, 24, 36, 48
"""Where the counts of a line stand in their number, function words first."""
_ONE: Final = (1 << 12) - 1
_SHORT_RUN: Final = 4
_A_LINE: Final = 13
_SHORT_WORD: Final = 4
_REMEMBERED: Final = 160
_SEEN_OF: Final = 1200
"""Letters of a text whose words are counted."""

NUMBERS: Final = ("words", "size", "characters", "capitals", "ending", "sentence", "shape", "dated", "kind", "apart")
"""What is counted in a piece, whatever stands around it."""
EFFECTS: Final[Mapping[Effect, int]] = {"line": 1, "section": 2, "tail": 3}
"""Effect of a shape -> its number; 0 where a piece has none."""
KINDS: Final[Mapping[BlockKind, int]] = {"paragraph": 0, "heading": 1, "item": 2, "quote": 3, "code": 4, "table": 5}
_BY_TEXT: Final = struct.Struct("8d").pack
_BY_MARKS: Final = struct.Struct("2d").pack
_DATED: Final = "date/short"

SIZES: Final = (1, 2, 3, 5, 8, 13, 21, 41, 81)
"""Where one size of a piece, in words, ends and the next begins."""
_SHARES: Final = (0.01, 0.15, 0.28, 0.4, 0.55)


def _spaced(code: int) -> str:
    """What ``str.translate`` puts in the place of each letter: itself, or a blank where it is none and no digit.

    Signs of scripts without blanks between words stand apart, each a word.
    """
    letter = chr(code)
    if _EASTERN.match(letter):
        return f" {letter} "
    return letter if letter.isalnum() else " "


_SPACES: Final = Memo(_spaced)


def plain_words(text: str) -> str:
    """A text without case, punctuation and the number of an item, for comparison."""
    bare = _NUMBER.sub("", text) if text[:1].isdigit() else text
    return " ".join(bare.lower().translate(_SPACES).split())


class Look(NamedTuple):
    """One piece with what was counted in it."""

    piece: Piece
    words: int
    size: int
    sentence: bool
    """Running text that ends as sentences do."""
    capitals: float
    """The share of its words that begin with a capital."""
    ending: int
    """The number of the mark that it ends with."""
    shape: Shape | None
    own: tuple[str, ...]
    """The traits that the piece has by itself."""
    terms: frozenset[str]
    """Its longer words, in lower case."""
    digit: bool
    """It holds one."""
    plain: str
    """Its words without case and punctuation, for comparison (see ``plain_words``)."""
    numbers: bytes
    """What the trees ask of it by itself: a float64 for each of ``NUMBERS``, as they stand in memory."""


def names_of(name: str, count: int) -> tuple[str, ...]:
    """The names of a trait's steps, made once: ``size:0`` and up to ``size:count``."""
    return tuple(f"{name}:{number}" for number in range(count + 1))


_SIZE_NAMES: Final = names_of("size", len(SIZES))
_PROSE_NAMES: Final = tuple(names_of(f"function-words/size{size}", len(_SHARES)) for size in range(len(SIZES) + 1))
_CAPITAL_NAMES: Final = tuple(names_of(f"capitals/size{size}", len(_SHARES)) for size in range(len(SIZES) + 1))
_STOP_NAMES: Final = tuple(
    tuple(f"ends-{mark}/size{size}" for size in range(len(SIZES) + 1))
    for mark in ("open", "stop", "question", "colon", "ellipsis", "comma")
)


def look_at(piece: Piece) -> Look:
    """A piece with its own traits."""
    text = piece.text
    seen = _seen_short(text) if len(text) <= _REMEMBERED else _see(text)
    marks = _marks(piece.kind, piece.level, piece.marker[:1].isdigit(), not piece.apart, len(piece.numbers) > 1)
    own = (*seen.own, *marks.names, seen.shape.rule) if seen.shape else (*seen.own, *marks.names)
    return Look(
        piece, seen.words, seen.size, seen.sentence, seen.capitals, seen.ending, seen.shape, own,
        seen.terms, seen.digit, seen.plain, seen.numbers + marks.numbers,
    )  # fmt: skip


class _Seen(NamedTuple):
    """What a text shows by itself, wherever it stands."""

    words: int
    size: int
    sentence: bool
    capitals: float
    ending: int
    shape: Shape | None
    own: tuple[str, ...]
    terms: frozenset[str]
    digit: bool
    plain: str
    numbers: bytes


def _see(text: str) -> _Seen:
    tokens = _tokens(text[:_SEEN_OF])
    joined = " ".join(tokens).lower()
    count = len(tokens)
    counts = sum(map(_COUNTS.__getitem__, tokens))
    size = bisect_right(SIZES, count)
    prose = (counts & _ONE) / count if count else 0.0
    capitals = ((counts >> _CAPITALS & _ONE) or begins_caseless(text)) / count if count else 0.0
    ending = _ending(text)
    digit = counts >> _DIGITS > 0 or (len(text) > _SEEN_OF and _DIGIT.search(text, _SEEN_OF) is not None)
    sentence = count >= 6 and prose >= 0.15 and (ending in {1, 2} or (count > 25 and ending != 4))
    shape = shape_of(text) if count < 70 else None
    flags = _flags(text, joined, count, counts, digit=digit)
    return _Seen(
        words=count,
        size=size,
        sentence=sentence,
        capitals=capitals,
        ending=ending,
        shape=shape,
        own=(
            _SIZE_NAMES[size],
            _PROSE_NAMES[size][bisect_right(_SHARES, prose)],
            _CAPITAL_NAMES[size][bisect_right(_SHARES, capitals)],
            _STOP_NAMES[ending][size],
            *flags,
        ),
        terms=frozenset(filter(None, map(_TERMS.__getitem__, tokens))),
        digit=digit,
        plain=_plain(text, joined),
        numbers=_BY_TEXT(
            count, size, len(text), capitals, ending, sentence, EFFECTS[shape.effect] if shape else 0, _DATED in flags
        ),
    )


def begins_caseless(text: str) -> bool:
    """Whether a text of several words begins with a letter of a script without capitals: as sentences there do."""
    return _CASELESS.match(text) is not None and (" " in text or len(text) > _SHORT_RUN)


def _tokens(text: str) -> list[str]:
    """The words of a text, with the apostrophes inside them: where it has none, they are what stands between blanks."""
    return text.translate(_SPACES).split() if text.isascii() and "'" not in text else _TOKEN.findall(text)


def _plain(text: str, joined: str) -> str:
    """``plain_words`` of a text, for most from its words in lower case: what is no letter is gone from them."""
    bare = joined.replace("'", " ").replace("’", " ").strip().replace("  ", " ")
    return bare if bare.isascii() and len(text) <= _SEEN_OF and not text[0].isdigit() else plain_words(text)


def _counted(word: str) -> int:
    """What a word adds to the counts of its line, side by side in one number: those of a line are one sum."""
    lowered = word.lower()
    return (
        is_function_word(word)
        | word[0].isupper() << _CAPITALS
        | lowered.isdigit() << _NUMBERS
        | (lowered in SECOND_PERSON) << _YOURS
        | any(map(str.isdecimal, word)) << _DIGITS
    )


def _term(word: str) -> str:
    """A longer word in lower case, '' for others."""
    return word.lower() if len(word) > _SHORT_WORD else ""


_COUNTS: Final = Memo(_counted)
_TERMS: Final = Memo(_term)

# The lines of a page's furniture come back on every page of its outlet, and half of them on every site.
_seen_short = lru_cache(maxsize=1 << 15)(_see)


def _ending(text: str) -> int:
    last = text.rstrip().rstrip(closers_in(text))[-1:]
    if text.endswith(("...", "…", "[…]", "[...]")):
        return 4
    if last == "?":
        return 2
    if last and last in TERMINATORS:
        return 1
    return 3 if last == ":" else 5 if last == "," else 0


def _flags(text: str, joined: str, count: int, counts: int, *, digit: bool) -> list[str]:
    length = "short" if count < _A_LINE else "long"
    found = ["begins-upper" if begins_caseless(text) else _BEGINNINGS[text[0]]]
    if digit and _DATE_HINT.search(text):
        found.append(f"date/{length}")
    if any(map(text.__contains__, _WEB_SIGNS)) and _WEB.search(text):
        found.append(f"web/{length}")
    if digit and _MONEY.search(text):
        found.append(f"money/{length}")
    if counts >> _NUMBERS & _ONE:
        found.append("number/short" if count < 8 else "number/long")
    found += [name for name, sign in _LETTERS if sign in text]
    if count > 5 and SENTENCE_BREAK.search(text):
        found.append("several-sentences")
    if text.isupper():
        found.append("all-capitals/short" if count < 4 else "all-capitals/long")
    if joined.startswith("by ") or joined == "by":
        found.append(f"by/{length}")
    yours = counts >> _YOURS & _ONE
    if yours:
        dense = "dense" if yours * 12 > count else "long"
        found.append(f"to-the-reader/{'short' if count < _A_LINE else dense}")
    return found


def _beginning(head: str) -> str:
    if head.islower():
        return "begins-lower"
    if head.isdigit():
        return "begins-digit"
    if head in "\"“‘'«":
        return "begins-quote"
    return "begins-upper" if head.isupper() else "begins-other"


_BEGINNINGS: Final = Memo(_beginning)


class _Marks(NamedTuple):
    """What a piece's marker and its place say."""

    names: tuple[str, ...]
    numbers: bytes


@cache
def _marks(kind: BlockKind, level: int, numbered: bool, close: bool, joined: bool) -> _Marks:  # noqa: FBT001
    """Of few kinds, so that each is written once."""
    if kind == "item":
        found = ["kind:numbered" if numbered else "kind:item", *(["nested"] if level else [])]
    else:
        found = [f"kind:{kind}", *([f"heading:{level}"] if kind == "heading" else [])]
    names = (*found, *(["not-apart"] if close else []), *(["joined"] if joined else []))
    return _Marks(names=names, numbers=_BY_MARKS(KINDS[kind], not close))
