"""Phrases compiled for matching: every longest phrase of a text in one pass over its words."""

from __future__ import annotations

import itertools
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

import numpy as np

from generator.topics.reading import UNKNOWN, Ints, Pieces, Reading
from generator.topics.stems import WORD, stem
from generator.topics.voices import Voices


@dataclass(frozen=True, slots=True, kw_only=True)
class Phrase:
    """Words that speak for topics, and how loudly."""

    stems: tuple[str, ...]
    """One a word; ``^`` before a stem asks for a capital, ``^^`` for capitals throughout."""
    weights: Mapping[str, float] = field(default_factory=dict)
    """Topic -> weight."""
    groups: frozenset[tuple[str, int]] = frozenset()
    """Groups of a story (its key and the group's number) that this phrase fulfils."""


def phrase_stems(text: str, *, cased: bool) -> tuple[str, ...]:
    """The stems of a phrase; those of words in capitals (with ``cased``, of capitalised ones too) keep their mark."""
    words = WORD.findall(text)
    return tuple(_mark(word, cased=cased) + stem(word) for word in words)


def _mark(word: str, *, cased: bool) -> str:
    if len(word) > 1 and word.removesuffix("s").isupper():
        return "^^"
    return "^" if cased and word[0].isupper() else ""


@dataclass(frozen=True, slots=True, eq=False)
class Hits:
    """Phrases found in a row of keys: their numbers in the lexicon, and the places of their first and last words."""

    phrases: Ints
    first: Ints
    last: Ints


@dataclass(frozen=True, slots=True, eq=False)
class Layer:
    """Phrases of which the longest wins, as a tree of nodes in arrays. Layers do not see each other."""

    starts: Ints
    """By the key of a phrase's first word, its node; 0 for keys that begin no phrase, and last for UNKNOWN."""
    edges: Ints
    """Sorted: node times the number of keys, plus the key of the word that may follow. The last is larger than any."""
    targets: Ints
    """The node that each edge leads to."""
    ends: Ints
    """By node: the number of the phrase that ends there, or -1."""

    def hits(self, keys: Ints) -> Hits:
        """The longest phrases over a row of keys, from left to right, not overlapping; the last key is UNKNOWN."""
        nodes = self.starts[keys]
        first = np.flatnonzero(nodes)
        phrases, last = self.ends[nodes[first]], first.copy()
        walking, place, node = np.arange(len(first)), first, nodes[first]
        while len(walking):
            place = place + 1
            wanted = node * len(self.starts) + keys[place]
            edge = np.searchsorted(self.edges, wanted)
            goes = (self.edges[edge] == wanted) & (keys[place] != UNKNOWN)
            walking, place, node = walking[goes], place[goes], self.targets[edge[goes]]
            ending = self.ends[node] >= 0
            phrases[walking[ending]], last[walking[ending]] = self.ends[node[ending]], place[ending]
        found = phrases >= 0
        return _apart(Hits(phrases[found], first[found], last[found]), len(keys))


def _apart(hits: Hits, length: int) -> Hits:
    """The hits without those that begin inside one before them."""
    covered = np.zeros(length + 1, dtype=np.int64)
    after = 0
    longer = hits.last > hits.first
    for first, last in zip(hits.first[longer].tolist(), hits.last[longer].tolist(), strict=True):
        if first >= after:
            covered[first + 1] += 1
            covered[last + 1] -= 1
            after = last + 1
    free = np.cumsum(covered)[hits.first] == 0
    return Hits(hits.phrases[free], hits.first[free], hits.last[free])


@dataclass(frozen=True, slots=True, eq=False)
class Lexicon:
    """All phrases of a vocabulary: the built-in ones and, apart from them, the maintainer's."""

    phrases: tuple[Phrase, ...]
    layers: tuple[Layer, ...]
    pieces: Pieces
    voices: Voices
    groups: Mapping[int, frozenset[tuple[str, int]]]
    """Number of a phrase -> the groups of stories that it fulfils."""

    def read(self, texts: Sequence[str]) -> Reading:
        """Texts as keys."""
        return Reading(texts, self.pieces)

    def hits(self, keys: Ints) -> Hits:
        """The phrases that every layer finds over a row of keys, of which the last is UNKNOWN."""
        nothing = np.zeros(0, dtype=np.int64)
        found = [Hits(nothing, nothing, nothing), *(layer.hits(keys) for layer in self.layers)]
        return Hits(
            phrases=np.concatenate([one.phrases for one in found]),
            first=np.concatenate([one.first for one in found]),
            last=np.concatenate([one.last for one in found]),
        )


def compile_lexicon(layers: Iterable[Iterable[Phrase]]) -> Lexicon:
    """A lexicon of the given layers; phrases of one layer with the same stems must have been made one."""
    drafts = [tuple(sorted(phrases, key=lambda phrase: phrase.stems)) for phrases in layers]
    stems = sorted({stem_ for phrases in drafts for phrase in phrases for stem_ in phrase.stems})
    keys = {stem_: number for number, stem_ in enumerate(stems, start=1)}
    counts = itertools.accumulate((len(phrases) for phrases in drafts), initial=0)
    everything = tuple(itertools.chain(*drafts))
    return Lexicon(
        phrases=everything,
        layers=tuple(_layer(phrases, number, keys) for phrases, number in zip(drafts, counts, strict=False)),
        pieces=Pieces(keys),
        voices=Voices([phrase.weights for phrase in everything]),
        groups={number: phrase.groups for number, phrase in enumerate(everything) if phrase.groups},
    )


def _layer(phrases: Sequence[Phrase], before: int, keys: Mapping[str, int]) -> Layer:
    """The tree of some phrases, whose numbers begin after those of other layers."""
    tree, ends = _tree(phrases, before, keys)
    width = len(keys) + 2
    starts = np.zeros(width, dtype=np.int64)
    for (node, key), target in tree.items():
        if node == 0:
            starts[key] = target
    edges = sorted((node * width + key, target) for (node, key), target in tree.items() if node)
    return Layer(
        starts=starts,
        edges=np.array([*(edge for edge, _ in edges), np.iinfo(np.int64).max]),
        targets=np.array([*(target for _, target in edges), 0]),
        ends=np.array([ends.get(node, -1) for node in range(len(tree) + 1)]),
    )


def _tree(
    phrases: Sequence[Phrase], before: int, keys: Mapping[str, int]
) -> tuple[dict[tuple[int, int], int], dict[int, int]]:
    """(Node, key) -> next node, from node 0 on; and node -> the number of the phrase that ends there."""
    tree: dict[tuple[int, int], int] = {}
    ends: dict[int, int] = {}
    for number, phrase in enumerate(phrases, start=before):
        for path in itertools.product(*(_readings(stem_, keys) for stem_ in phrase.stems)):
            node = 0
            for key in path:
                node = tree.setdefault((node, key), len(tree) + 1)
            if node not in ends or all(keys[stem_] == key for stem_, key in zip(phrase.stems, path, strict=True)):
                ends[node] = number
    return tree, ends


def _readings(stem_: str, keys: Mapping[str, int]) -> list[int]:
    """Keys of words that fulfil a stem: a plain stem is also met by a capitalised word that has a key of its own."""
    plain = stem_.lstrip("^")
    demanding = {"": ("", "^", "^^"), "^": ("^", "^^"), "^^": ("^^",)}[stem_[: len(stem_) - len(plain)]]
    return [keys[mark + plain] for mark in demanding if mark + plain in keys]
