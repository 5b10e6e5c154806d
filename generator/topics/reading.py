"""Texts as the keys of their words, fast: pieces between blanks are looked up whole, and taken apart only once each."""

from __future__ import annotations

import itertools
import re
from array import array
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from generator.topics.stems import WORD, stem

UNKNOWN = -1
"""The key of words that no phrase has, and of marks that no phrase reaches over."""

# Besides words, the marks that end a phrase. A single capital's full stop is an abbreviation's, as in "U.S. Senate".
_MARKS = ',;:!?()"“”'
_TOKEN = re.compile(rf"{WORD.pattern}|(?<!\b[A-Z])\.\s|[{_MARKS}]")
# The words of a web address or of a mailbox are not the article's own.
_ADDRESS = re.compile(r"\W*(?:https?://|www\.)\S|\S+@\S+\.\w", re.IGNORECASE)
_MOST_PIECES = 400_000

Ints: TypeAlias = NDArray[np.int64]
Floats: TypeAlias = NDArray[np.float64]


class Pieces(dict[str, int]):
    """A piece between two blanks (``Senate``, ``Senate,``, ``well-known``) -> its number; learned as they come.

    A piece that is one word has the key of that word for a number, and one without a word of any phrase is UNKNOWN.
    Every other piece has a number from ``len(stems) + 1`` on, under which its keys are kept.
    """

    def __init__(self, stems: Mapping[str, int]) -> None:
        """Know the keys of the stems that phrases are made of, which begin at 1."""
        super().__init__()
        self._stems = stems
        self._plain = frozenset(form.lstrip("^") for form in stems)
        self._forget()

    def _forget(self) -> None:
        self.clear()
        self._words: dict[str, int] = {}
        self.first = len(self._stems) + 1
        """The first number of a piece that is not one word."""
        self.words = array("q", [UNKNOWN, 0, 0])
        """Of each word of such pieces, three numbers: its key, and where it begins and ends in its piece."""
        self.begins = array("q", [0, 1])
        """Where the words of each such piece begin, and where those of the last end. The first is no piece."""

    def __reduce__(self) -> tuple[type[Pieces], tuple[Mapping[str, int]]]:
        """What another process needs: the stems alone."""
        return Pieces, (self._stems,)

    def __missing__(self, piece: str) -> int:
        """The number of a piece seen for the first time."""
        number = self[piece] = self._key(piece) if piece.isalnum() else self._taken_apart(piece)
        return number

    def room(self) -> None:
        """Forget everything where too much is known."""
        if len(self) > _MOST_PIECES:
            self._forget()

    def _taken_apart(self, piece: str) -> int:
        word, last = piece[:-1], piece[-1:]
        if word.isalnum():
            key = self._key(word)
            if key == UNKNOWN:
                return UNKNOWN
            if last in _MARKS or (last == "." and len(word) > 1):
                return self._kept([key, 0, len(word), UNKNOWN, 0, 0])
        if _ADDRESS.match(piece):
            return UNKNOWN
        found = [(self._key(token.group()), *token.span()) for token in _TOKEN.finditer(piece + " ")]
        return self._kept(itertools.chain(*found)) if any(key != UNKNOWN for key, _, _ in found) else UNKNOWN

    def _kept(self, words: Iterable[int]) -> int:
        """The number of a piece with such words."""
        self.words.extend(words)
        self.begins.append(len(self.words) // 3)
        return self.first + len(self.begins) - 2

    def _key(self, token: str) -> int:
        key = self._words.get(token)
        if key is None:
            plain = stem(token)
            key = self._words[token] = self._key_of(token, plain) if plain in self._plain else UNKNOWN
        return key

    def _key_of(self, token: str, plain: str) -> int:
        known = (self._stems.get(form) for form in _forms(token, plain))
        return next((key for key in known if key is not None), UNKNOWN)


def _forms(token: str, plain: str) -> Iterator[str]:
    """Stems under which a word can be known, the most demanding first."""
    if token[0].isupper():
        if len(token) > 1 and token.removesuffix("s").isupper():
            yield "^^" + plain
        yield "^" + plain
    yield plain


class Reading:
    """The keys of several texts in one row, and the way back from a key to the word it was read from."""

    def __init__(self, texts: Sequence[str], known: Pieces) -> None:
        """Look up every piece. A blank line makes an empty piece, which no phrase reaches over; so do ends of texts."""
        known.room()
        split = [[*text.replace("\n", " ").split(" "), ""] for text in texts]
        row = list(itertools.chain.from_iterable(split))
        self.pieces = np.array([len(parts) for parts in split])
        """How many pieces, which are words more or less, each text has."""
        self._lengths = np.fromiter(map(len, row), np.int64, len(row))
        numbers = np.fromiter(map(known.__getitem__, row), np.int64, len(row))
        apart = np.maximum(numbers - known.first, 0)
        begins = np.frombuffer(known.begins, np.int64)
        sizes = begins[apart + 1] - begins[apart]
        self._piece = np.repeat(np.arange(len(row)), sizes)
        self._apart = (numbers >= known.first)[self._piece]
        within = np.arange(len(self._piece)) - (np.cumsum(sizes) - sizes)[self._piece]
        words = np.frombuffer(known.words, np.int64).reshape(-1, 3)
        self._words = words[begins[apart[self._piece]][self._apart] + within[self._apart]]
        self.keys = numbers[self._piece]
        """One a word, and UNKNOWN at the end."""
        self.keys[self._apart] = self._words[:, 0]

    def texts(self, places: Ints) -> Ints:
        """The numbers of the texts in which some keys stand."""
        return np.searchsorted(np.cumsum(self.pieces), self._piece[places], side="right")

    def spans(self, first: Ints, last: Ints) -> tuple[list[int], list[int]]:
        """Where the words of some keys begin, and those of others end, in their texts."""
        starts = np.cumsum(self._lengths + 1) - self._lengths - 1
        one, other = self._piece[first], self._piece[last]
        opening = starts[(np.cumsum(self.pieces) - self.pieces)[self.texts(first)]]
        begins, ends = starts[one] - opening, starts[other] + self._lengths[other] - opening
        numbers = np.cumsum(self._apart) - 1
        within = self._apart[first]
        begins[within] += self._words[numbers[first[within]], 1]
        within = self._apart[last]
        ends[within] += self._words[numbers[last[within]], 2] - self._lengths[other[within]]
        return begins.tolist(), ends.tolist()
