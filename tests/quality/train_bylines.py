"""Builds the trees that choose the authors of a dump, ``generator/cleaning/data/bylines.tsv``, from html/web.

Run as ``python -m tests.quality.train_bylines [CORPORA]``; the same pages give the same table.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.dump import bylines
from generator.cleaning.dump.bylines import byline_traits
from generator.cleaning.dump.candidates import candidates
from tests.quality.forests import Example, Lesson, lessons, table_of, weighed
from tests.quality.gold import Page
from tests.quality.scores import byline
from tests.quality.trained import train

TABLE: Final = bylines.TABLE


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    return table_of([example for lesson in lessons(pages) for example in examples(lesson)])


def examples(lesson: Lesson) -> Iterator[Example]:
    """The names of a dump that could sign it, of which none may be right."""
    found = candidates(lesson.page)
    truth = byline(lesson.source.truth.authors)
    right = [bool(truth) and byline(one.byline.authors) == truth for one in found]
    if found:
        yield from weighed(byline_traits(lesson.page, found, lesson.headline), right)


if __name__ == "__main__":
    train(TABLE, build)
