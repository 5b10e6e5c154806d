"""Builds the weights of the model of prose, ``generator/cleaning/data/prose.tsv``, from the articles of html/web.

Run as ``python -m tests.quality.train_prose [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.dump.features import traits
from tests.quality.gold import Page
from tests.quality.lessons import answers, dumps_of, looks_of
from tests.quality.logistic import Example, table_of
from tests.quality.trained import train

TABLE: Final = "prose.tsv"
_LONGEST: Final = 60


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return table_of([example for text, page in dumps_of(pages) for example in examples(text, page.truth.body)])


def examples(text: str, truth: str) -> Iterator[Example]:
    """The pieces of a dump, labelled by the article's true body; each counts by its part of the page."""
    looks = looks_of(text)
    labels = answers(looks, truth)
    weights = [min(look.words, _LONGEST) ** 0.7 for look in looks]
    whole = sum(weights) or 1.0
    for own, label, weight in zip(traits(looks), labels, weights, strict=True):
        if label is not None and any(labels):
            yield Example(traits=own, label=label, weight=100 * weight / whole)


if __name__ == "__main__":
    train(TABLE, build)
