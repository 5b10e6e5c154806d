"""Phrases compiled for matching: every longest phrase of a text in one pass over its words."""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, NamedTuple, TypeAlias

from generator.topics.stems import WORD, stem

# Besides words, the marks that end a phrase: no phrase reaches over them. A single capital's full stop is an
# abbreviation's, as in "U.S. Senate".
_TOKEN = re.compile(rf"({WORD.pattern}|(?<!\b[A-Z])\.\s|[,;:!?()\"“”]|\n\s*\n)")
_MOST_SURFACES = 400_000
_HERE = 0
"""Under this key a node holds the number of the phrase that ends there; keys of words begin at 1."""

_Node: TypeAlias = dict[int, Any]
"""Key of the next word -> the node of what may follow, or the number of the phrase if nothing may."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that speak for topics, and how loudly."""

    stems: tuple[str, ...]
    """One a word; ``^`` before a stem asks for a capital, ``^^`` for capitals throughout."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """Topic -> weight."""
    groups: frozenset[tuple[str, int]] = frozenset()
    """Groups of a story (its key and the group's number) that this phrase fulfils."""


class Tokens(NamedTuple):
    """The words of a text and the marks that end a phrase, with their places."""

    words: list[str]
    edges: list[int]
    """Where each token begins and ends: 2n and 2n + 1."""


Hit: TypeAlias = tuple[int, int, int]
"""A phrase found: its number in its layer, and its first and last token."""


class Surfaces(dict[str, int]):
    """A word as it stands in an article -> its key, or -1 for words that no phrase has; learned as they come."""

    def __init__(self, keys: Mapping[str, int]) -> None:
        """Know the keys of the stems that phrases are made of."""
        super().__init__()
        self.keys_of_stems = keys

    def __missing__(self, surface: str) -> int:
        """The key of a word seen for the first time."""
        if len(self) >= _MOST_SURFACES:
            self.clear()
        key = next((self.keys_of_stems[form] for form in _forms(surface) if form in self.keys_of_stems), -1)
        self[surface] = key
        return key

    def __reduce__(self) -> tuple[type[Surfaces], tuple[Mapping[str, int]]]:
        """What another process needs: the stems alone."""
        return Surfaces, (self.keys_of_stems,)


def _forms(surface: str) -> Iterator[str]:
    """Stems under which a word can be known, the most demanding first."""
    plain = stem(surface)
    if surface[0].isupper():
        if len(surface) > 1 and surface.removesuffix("s").isupper():
            yield "^^" + plain
        yield "^" + plain
    yield plain


def phrase_stems(text: str, *, cased: bool) -> tuple[str, ...]:
    """The stems of a phrase; those of words in capitals (with ``cased``, of capitalised ones too) keep their mark."""
    words = WORD.findall(text)
    return tuple(_mark(word, cased=cased) + stem(word) for word in words)


def _mark(word: str, *, cased: bool) -> str:
    if len(word) > 1 and word.removesuffix("s").isupper():
        return "^^"
    return "^" if cased and word[0].isupper() else ""


@dataclass(frozen=True, slots=True)
class Layer:
    """Phrases of which the longest wins. Layers do not see each other."""

    phrases: tuple[Phrase, ...]
    starts: tuple[Any, ...]
    """By the key of a phrase's first word; None for keys that begin no phrase, and last for -1."""

    def hits(self, keys: Sequence[int]) -> list[Hit]:
        """The longest phrases over a text's keys, from left to right, not overlapping."""
        found, after = [], 0
        for place, node in enumerate(map(self.starts.__getitem__, keys)):
            if node is None or place < after:
                continue
            if node.__class__ is int:
                found.append((node, place, place))
            elif keys[place + 1] in node:
                number, last = _longest(node, keys, place)
                if number >= 0:
                    found.append((number, place, last))
                    after = last + 1
            elif _HERE in node:
                found.append((node[_HERE], place, place))
        return found


def _longest(node: _Node, keys: Sequence[int], place: int) -> tuple[int, int]:
    """Number and last token of the longest phrase that begins at ``place``; number is -1 where there is none.

    The last of ``keys`` is a word that no phrase has, so that no phrase reaches over the end.
    """
    number, last = node.get(_HERE, -1), place
    while (further := node.get(keys[place + 1])) is not None:
        place += 1
        if further.__class__ is int:
            return further, place
        node = further
        if _HERE in node:
            number, last = node[_HERE], place
    return number, last


@dataclass(frozen=True, slots=True)
class Lexicon:
    """All phrases of a vocabulary: the built-in ones and, apart from them, the maintainer's."""

    layers: tuple[Layer, ...]
    surfaces: Surfaces

    def tokens(self, text: str) -> Tokens:
        """A text taken apart."""
        parts = _TOKEN.split(text)
        return Tokens(parts[1::2], list(itertools.accumulate(map(len, parts))))

    def keys(self, words: Iterable[str]) -> list[int]:
        """The key of every word, -1 where no phrase has it; and a last -1, over which no phrase reaches."""
        return [*map(self.surfaces.__getitem__, words), -1]


def compile_lexicon(layers: Iterable[Iterable[Phrase]]) -> Lexicon:
    """A lexicon of the given layers; phrases of one layer with the same stems must have been made one."""
    drafts = [tuple(sorted(phrases, key=lambda phrase: phrase.stems)) for phrases in layers]
    stems = sorted({stem_ for phrases in drafts for phrase in phrases for stem_ in phrase.stems})
    keys = {stem_: number for number, stem_ in enumerate(stems, start=1)}
    return Lexicon(tuple(Layer(phrases, _trie(phrases, keys)) for phrases in drafts), Surfaces(keys))


def _trie(phrases: Sequence[Phrase], keys: Mapping[str, int]) -> tuple[Any, ...]:
    root: _Node = {}
    for number, phrase in enumerate(phrases):
        for path in itertools.product(*(_readings(stem_, keys) for stem_ in phrase.stems)):
            node = root
            for key in path:
                node = node.setdefault(key, {})
            if _HERE not in node or all(keys[stem_] == key for stem_, key in zip(phrase.stems, path, strict=True)):
                node[_HERE] = number
    begun = {key: _packed(node) for key, node in root.items()}
    return tuple(begun.get(key) for key in range(len(keys) + 2))


def _readings(stem_: str, keys: Mapping[str, int]) -> list[int]:
    """Keys of words that fulfil a stem: a plain stem is also met by a capitalised word that has a key of its own."""
    plain = stem_.lstrip("^")
    demanding = {"": ("", "^", "^^"), "^": ("^", "^^"), "^^": ("^^",)}[stem_[: len(stem_) - len(plain)]]
    return [keys[mark + plain] for mark in demanding if mark + plain in keys]


def _packed(node: Any) -> Any:
    """The node with its leaves as bare numbers, which is what most phrases are."""
    if isinstance(node, int):
        return node
    if node.keys() == {_HERE}:
        return node[_HERE]
    return {key: _packed(child) for key, child in node.items()}
