"""Builds the weights of the model of headlines, ``generator/cleaning/data/title.tsv``, from the articles of html/web.

Run as ``python -m tests.quality.train_title [CORPORA]``; the same pages give the same table. A headline is looked for
above the true body and, since a notice is often taken for the body's beginning, above the page's first prose: no other
model has a part in it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.heads import first_prose
from generator.cleaning.looks import Look
from generator.cleaning.title import same_words, title_traits
from tests.quality.gold import Page
from tests.quality.lessons import answers, dumps_of, looks_of
from tests.quality.logistic import Example, table_of
from tests.quality.trained import train

TABLE: Final = "title.tsv"


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return table_of([example for text, page in dumps_of(pages) for example in examples(text, page)])


def examples(text: str, page: Page) -> Iterator[Example]:
    """The lines of a dump that could be its headline, if the true one is among them."""
    looks = looks_of(text)
    within = [bool(answer) for answer in answers(looks, page.truth.body)]
    if any(within):
        for start in sorted({first_prose(looks, within), first_prose(looks, [True] * len(looks))}):
            yield from _candidates(looks, start, page.truth.title)


def _candidates(looks: Sequence[Look], start: int, truth: str) -> Iterator[Example]:
    rows = [(own, same_words(looks[index].piece.text, truth)) for index, own in title_traits(looks, start)]
    hits = sum(label for _, label in rows)
    for own, label in rows if hits else ():
        yield Example(traits=own, label=label, weight=100 / hits if label else 200 / len(rows))


if __name__ == "__main__":
    train(TABLE, build)
