"""What can be measured on a block of a page by itself: its words, its marks, its tag."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from generator.cleaning.html_blocks import PageBlock
from generator.cleaning.html_outline import Column
from generator.cleaning.shapes import shape_of
from generator.cleaning.words import ANY_FUNCTION_WORD

CONTROLS: Final = frozenset({"option", "textarea", "select", "optgroup"})
"""Elements whose text a reader may choose or write, and that is never the article."""
SHAPES: Final[Mapping[str, float]] = {"": 0.0, "line": 1.0, "section": 2.0, "tail": 3.0}
"""What a line's shape says of its place -> the value of the trait ``shape``."""

_WORD: Final = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_DIGIT: Final = re.compile(r"\d")
_READ: Final = 2_000
_PROSE_WORDS: Final = 8
_PROSE_SHARE: Final = 0.2
_SPEAKING: Final = frozenset({"we", "our", "i"})
_SPOKEN_TO: Final = frozenset({"you", "your"})


def wording(blocks: Sequence[PageBlock]) -> dict[str, Column]:
    """What each block is in itself."""
    texts = [block.text for block in blocks]
    words = [_WORD.findall(text[:_READ]) for text in texts]
    lower = [" ".join(own).lower().split() for own in words]
    counts = column([len(own) for own in words])
    sizes = column([len(text) for text in texts])
    some = np.maximum(1, counts)
    shapes = [shape_of(text) for text in texts]
    traits = {
        "words": counts * np.maximum(1.0, sizes / _READ),
        "function": column([sum(map(ANY_FUNCTION_WORD.__contains__, own)) for own in lower]) / some,
        "capitals": column([sum([word[0].isupper() for word in own]) for own in words]) / some,
        "linked": column([sum([end - start for start, end, _ in block.links]) for block in blocks]) / sizes,
        "ends-stop": column([text[-1] in ".!?\"”’')" for text in texts]),
        "ends-colon": column([text[-1] == ":" for text in texts]),
        "commas": column([text.count(",") for text in texts]),
        "emphasis": column([block.emphasis for block in blocks]) / sizes,
        "hidden": column([block.hidden for block in blocks]),
        "shape": column([SHAPES[shape.effect if shape is not None else ""] for shape in shapes]),
        "starts-lower": column([text[0].islower() for text in texts]),
        "question": column([text[-1] == "?" for text in texts]),
        "we": column([not _SPEAKING.isdisjoint(own) for own in lower]),
        "you": column([not _SPOKEN_TO.isdisjoint(own) for own in lower]),
        "exclaims": column(["!" in text for text in texts]),
        "digits": column([len(_DIGIT.findall(text[:_READ])) for text in texts]) / np.minimum(sizes, _READ),
        "priced": column(["$" in text or "€" in text or "£" in text for text in texts]),
        "links": column([len(block.links) for block in blocks]),
        "characters": sizes,
        **_one_hot("kind", [block.kind for block in blocks]),
        **_one_hot("tag", [str(block.element.tag) for block in blocks]),
    }
    running = (traits["words"] >= _PROSE_WORDS) & (traits["function"] > _PROSE_SHARE) & (traits["hidden"] == 0)
    running &= np.array([block.element.tag not in CONTROLS for block in blocks])
    # Words of running text, linked ones aside.
    return traits | {"prose": np.where(running, traits["words"] * (1 - traits["linked"]), 0.0)}


def column(values: Sequence[float]) -> Column:
    """Values as a column."""
    return np.array(values, dtype=np.float64)


def _one_hot(name: str, values: Sequence[str]) -> dict[str, Column]:
    every = np.array(values)
    return {f"{name}-{value}": (every == value).astype(np.float64) for value in sorted(set(values))}
