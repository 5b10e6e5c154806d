"""A text as the keys of its words, fast: pieces between blanks are looked up whole, and taken apart only once each."""

from __future__ import annotations

import itertools
import re
from bisect import bisect_right
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from generator.topics.stems import WORD, stem

UNKNOWN = -1
"""The key of words that no phrase has, and of marks that no phrase reaches over."""

# Besides words, the marks that end a phrase. A single capital's full stop is an abbreviation's, as in "U.S. Senate".
_TOKEN = re.compile(rf"{WORD.pattern}|(?<!\b[A-Z])\.\s|[,;:!?()\"“”]")
_MOST_PIECES = 400_000


class Pieces(dict[str, tuple[int, ...]]):
    """A piece between two blanks (``Senate,`` ``well-known``) -> the keys in it; learned as they come."""

    def __init__(self, stems: Mapping[str, int]) -> None:
        """Know the keys of the stems that phrases are made of."""
        super().__init__()
        self._stems = stems
        self._plain = frozenset(form.lstrip("^") for form in stems)
        self._words: dict[str, int] = {}

    def __missing__(self, piece: str) -> tuple[int, ...]:
        """The keys of a piece seen for the first time."""
        if len(self) >= _MOST_PIECES:
            self.clear()
            self._words.clear()
        tokens = [piece] if piece.isalnum() else [token.group() for token in tokens_of(piece)]
        keys = tuple([self._key(token) for token in tokens]) or (UNKNOWN,)
        self[piece] = keys
        return keys

    def __reduce__(self) -> tuple[type[Pieces], tuple[Mapping[str, int]]]:
        """What another process needs: the stems alone."""
        return Pieces, (self._stems,)

    def _key(self, token: str) -> int:
        key = self._words.get(token)
        if key is None:
            plain = stem(token)
            known = (self._stems.get(form) for form in _forms(token, plain)) if plain in self._plain else ()
            key = self._words[token] = next((key for key in known if key is not None), UNKNOWN)
        return key


def tokens_of(piece: str) -> Iterator[re.Match[str]]:
    """The words of a piece and the marks that end a phrase."""
    return _TOKEN.finditer(piece + " ")


def _forms(token: str, plain: str) -> Iterator[str]:
    """Stems under which a word can be known, the most demanding first."""
    if token[0].isupper():
        if len(token) > 1 and token.removesuffix("s").isupper():
            yield "^^" + plain
        yield "^" + plain
    yield plain


class Reading:
    """A text's keys, and the way back from a key to the words it was read from."""

    def __init__(self, text: str, pieces: Pieces) -> None:
        """Look up every piece of the text. A blank line makes an empty piece, which no phrase reaches over."""
        self._pieces = text.replace("\n", " ").split(" ")
        self._parts = [pieces[piece] for piece in self._pieces]
        self.keys: Sequence[int] = [*itertools.chain.from_iterable(self._parts), UNKNOWN]

    @cached_property
    def _ends(self) -> tuple[list[int], list[int]]:
        """Of each piece, how many keys and how many characters there are up to its end, blanks not counted."""
        lengths = map(len, self._pieces)
        return list(itertools.accumulate(map(len, self._parts))), list(itertools.accumulate(lengths))

    def span(self, first: int, last: int) -> tuple[int, int]:
        """Where the words of two keys begin and end in the text."""
        start, end = self._word(first)
        return start, end if first == last else self._word(last)[1]

    def _word(self, place: int) -> tuple[int, int]:
        keys, characters = self._ends
        number = bisect_right(keys, place)
        piece = self._pieces[number]
        end = characters[number] + number
        start = end - len(piece)
        if piece.isalnum():
            return start, end
        if piece[:-1].isalnum() and place == keys[number] - len(self._parts[number]):
            return start, end - 1
        within = place - (keys[number] - len(self._parts[number]))
        token = next(itertools.islice(tokens_of(piece), within, None))
        return start + token.start(), start + token.end()
