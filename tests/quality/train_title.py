"""Builds the trees that choose the headline of a dump, ``generator/cleaning/data/title.tsv``, from html/web.

Run as ``python -m tests.quality.train_title [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.dump import title
from generator.cleaning.dump.headlines import candidates
from generator.cleaning.dump.printed import same_words
from generator.cleaning.dump.title_traits import title_traits
from tests.quality.forests import Example, Lesson, lessons, table_of, weighed
from tests.quality.gold import Page
from tests.quality.trained import train

TABLE: Final = title.TABLE


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return table_of([example for lesson in lessons(pages) for example in examples(lesson)])


def examples(lesson: Lesson) -> Iterator[Example]:
    """The lines of a dump that could be its headline, if the true one is among them."""
    found = candidates(lesson.page)
    right = [same_words(one.text, lesson.source.truth.title) for one in found]
    if any(right):
        yield from weighed(title_traits(lesson.page, found), right)


if __name__ == "__main__":
    train(TABLE, build)
