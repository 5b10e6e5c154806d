"""How well code in dumps is told, line by line, against the markup of their pages."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from typing import Final

from generator.cleaning.markup.tree import DEEPEST, parse_page
from tests.quality.by_markup import Question
from tests.quality.gold import Dump
from tests.quality.of_dumps import clean_alone
from tests.quality.scores import Hits

_FEWEST: Final = 3
"""Lines of an element `pre`: fewer are commands amid the text."""
_LETTERS: Final = 3
"""A line with fewer is a bracket."""
_NOTE: Final = (
    "Lines of each `pre` of three lines and more that the gold text has too, white space aside. R: how many of them "
    "stand in a block of code. P: how many lines in such blocks are of a `pre` at all; some pages have code elsewhere. "
    "html2text marks it itself, inscriptis makes one line of it. Other tools tell of none in a dump."
)


def count(dumps: Iterable[Dump], into: Hits) -> None:
    """Which lines of dumps are code, each cleaned alone, where markup and gold text tell that they are."""
    for dump in dumps:
        every, long = _marked(dump.html)
        told = "".join(dump.truth.body.split())
        article = clean_alone(dump)
        found = Counter(
            line
            for block in article.blocks
            if block.kind == "code"
            for line in _lines(article.text[block.start : block.end])
        )
        for line, times in Counter(line for line in long if line in told).items():
            for time in range(times):
                into.add(said=time < found[line], true=True)
        for line, times in found.items():
            for _ in range(0 if line in every else times):
                into.add(said=True, true=False)


def _marked(html: str) -> tuple[frozenset[str], list[str]]:
    """The lines of all code that a page marks, and those of its long pieces."""
    root = parse_page(html, DEEPEST)
    listed = [_lines("".join(map(str, one.itertext()))) for one in root.iter("pre")] if root is not None else []
    return frozenset(line for lines in listed for line in lines), [
        line for lines in listed if len(lines) >= _FEWEST for line in lines if len(line) >= _LETTERS
    ]


def _lines(text: str) -> list[str]:
    squeezed = ("".join(line.split()) for line in text.split("\n"))
    return [line for line in squeezed if line]


QUESTION: Final = Question(title="Dumps: code", asked="lines", note=_NOTE, count=count)
