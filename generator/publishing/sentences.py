"""Sentences of a body, each with an anchor made from its words: a link to it survives every other change."""

from __future__ import annotations

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from generator.model import Block, CleanArticle
from generator.text.sentences import sentence_spans


@dataclass(frozen=True, slots=True, kw_only=True)
class Sentence:
    """``text[start:end]`` of an article, white space behind it included, and the id of its element."""

    start: int
    end: int
    anchor: str


def sentences(article: CleanArticle) -> tuple[Sentence, ...]:
    """Every sentence of the body in order; equal sentences get ``-2``, ``-3`` behind their anchor."""
    seen: dict[str, int] = {}
    found = []
    for block in article.blocks:
        for start, end in _spans(article.text, block):
            anchor = anchor_of(article.text[start:end])
            seen[anchor] = seen.get(anchor, 0) + 1
            suffix = f"-{seen[anchor]}" if seen[anchor] > 1 else ""
            found.append(Sentence(start=start, end=end, anchor=anchor + suffix))
    return tuple(found)


def anchor_of(sentence: str) -> str:
    """``s-`` and eight hexadecimal digits, the same for the same words whatever the white space."""
    return "s-" + hashlib.sha256(" ".join(sentence.split()).encode()).hexdigest()[:8]


def _spans(text: str, block: Block) -> Iterator[tuple[int, int]]:
    if block.kind in ("code", "table", "heading"):
        yield block.start, block.end
        return
    starts = [start for start, _ in sentence_spans(text[block.start : block.end])]
    edges = [block.start, *(block.start + start for start in starts[1:]), block.end]
    yield from pairwise(edges)
