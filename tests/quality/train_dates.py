"""Builds the trees that choose the date of a dump, ``generator/cleaning/data/dates.tsv``, from html/web.

Run as ``python -m tests.quality.train_dates [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.dump import datelines
from generator.cleaning.dump.datelines import candidates, date_traits
from tests.quality.forests import Example, Lesson, lessons, table_of, weighed
from tests.quality.gold import Page
from tests.quality.trained import train

TABLE: Final = datelines.TABLE


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return table_of([example for lesson in lessons(pages) for example in examples(lesson)])


def examples(lesson: Lesson) -> Iterator[Example]:
    """The dates of a dump, of which none may be right."""
    found = candidates(lesson.page)
    right = [one.line.phrase.iso == lesson.source.truth.date for one in found]
    if found:
        yield from weighed(date_traits(lesson.page, found, lesson.headline), right)


if __name__ == "__main__":
    train(TABLE, build)
