"""Phrases compiled for matching: every longest phrase of a text in one pass over its words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, TypeAlias

from generator.topics.reading import Pieces, Reading
from generator.topics.stems import WORD, stem

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


Hit: TypeAlias = tuple[int, int, int]
"""A phrase found: its number in its layer, and the places of its first and last word."""


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
    pieces: Pieces

    def read(self, text: str) -> Reading:
        """A text as keys."""
        return Reading(text, self.pieces)


def compile_lexicon(layers: Iterable[Iterable[Phrase]]) -> Lexicon:
    """A lexicon of the given layers; phrases of one layer with the same stems must have been made one."""
    drafts = [tuple(sorted(phrases, key=lambda phrase: phrase.stems)) for phrases in layers]
    stems = sorted({stem_ for phrases in drafts for phrase in phrases for stem_ in phrase.stems})
    keys = {stem_: number for number, stem_ in enumerate(stems, start=1)}
    return Lexicon(tuple(Layer(phrases, _trie(phrases, keys)) for phrases in drafts), Pieces(keys))


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
