"""What can be measured on a block of a page by itself: its words, its marks, its tag."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Final

import numpy as np

from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import Column
from generator.cleaning.pieces.looks import begins_caseless
from generator.cleaning.pieces.memo import Memo
from generator.cleaning.pieces.shapes import shape_of
from generator.cleaning.pieces.words import UNSPACED, is_function_word
from generator.text.letters import EASTERN

CONTROLS: Final = frozenset({"option", "textarea", "select", "optgroup"})
"""Elements whose text a reader may choose or write, and that is never the article."""
SHAPES: Final[Mapping[str, float]] = {"": 0.0, "line": 1.0, "section": 2.0, "tail": 3.0}
"""What a line's shape says of its place -> the value of the trait ``shape``."""

_WORD: Final = re.compile(rf"{UNSPACED}|[^\W\d_{EASTERN}]+(?:['’][^\W\d_]+)?")
_STOPS: Final = ".!?\"”’')。！？؟」』）"
_READ: Final = 2_000
_PROSE_WORDS: Final = 8
_PROSE_SHARE: Final = 0.2
_SPEAKING: Final = frozenset({"we", "our", "i"})
_SPOKEN_TO: Final = frozenset({"you", "your"})
_CAPITALS, _WE, _YOU, _WORDS = 12, 24, 36, 48
"""Where the counts of a block's words stand in their number, function words first."""
_ONE: Final = (1 << 12) - 1


def wording(blocks: Sequence[PageBlock]) -> dict[str, Column]:
    """What each block is in itself."""
    texts = [block.text for block in blocks]
    begun = [text[:_READ] for text in texts]
    told = np.array([sum(map(_COUNTS.__getitem__, text.split())) for text in begun], dtype=np.int64)
    counts = (told >> _WORDS & _ONE).astype(np.float64)
    sizes = column([len(text) for text in texts])
    some = np.maximum(1, counts)
    shapes = [shape_of(text) for text in texts]
    traits = {
        "words": counts * np.maximum(1.0, sizes / _READ),
        "function": (told & _ONE) / some,
        "capitals": np.maximum(told >> _CAPITALS & _ONE, column([begins_caseless(text) for text in texts])) / some,
        "linked": column([block.linked for block in blocks]) / sizes,
        "ends-stop": column([text[-1] in _STOPS or (text[-1] == "“" and "„" in text) for text in texts]),
        "ends-colon": column([text[-1] == ":" for text in texts]),
        "commas": column([text.count(",") for text in texts]),
        "emphasis": column([block.emphasis for block in blocks]) / sizes,
        "hidden": column([block.hidden for block in blocks]),
        "shape": column([SHAPES[shape.effect if shape is not None else ""] for shape in shapes]),
        "starts-lower": column([text[0].islower() for text in texts]),
        "question": column([text[-1] == "?" for text in texts]),
        "we": (told >> _WE & _ONE > 0).astype(np.float64),
        "you": (told >> _YOU & _ONE > 0).astype(np.float64),
        "exclaims": column(["!" in text for text in texts]),
        "digits": _digits(begun) / np.minimum(sizes, _READ),
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


def _digits(texts: Sequence[str]) -> Column:
    """How many digits each text has, counted in all of them at once."""
    letters = np.frombuffer("".join(texts).encode("utf-32-le", "replace"), dtype=np.uint32)
    upto = np.concatenate(([0], np.cumsum((letters >= ord("0")) & (letters <= ord("9")))))
    found: Column = np.diff(upto[np.cumsum([0, *map(len, texts)])]).astype(np.float64)
    return found


def _counted(token: str) -> int:
    """What letters between blanks add to the counts of their block, side by side in one number: a block's are a sum."""
    return sum(
        1 << _WORDS
        | is_function_word(word)
        | word[0].isupper() << _CAPITALS
        | (lowered in _SPEAKING) << _WE
        | (lowered in _SPOKEN_TO) << _YOU
        for word, lowered in ((word, word.lower()) for word in _WORD.findall(token))
    )


_COUNTS: Final = Memo(_counted)


def column(values: Sequence[float]) -> Column:
    """Values as a column."""
    return np.array(values, dtype=np.float64)


def _one_hot(name: str, values: Sequence[str]) -> dict[str, Column]:
    every = np.array(values)
    return {f"{name}-{value}": (every == value).astype(np.float64) for value in sorted(set(values))}
