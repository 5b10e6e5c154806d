"""Builds the trees that tell items of lists, ``generator/cleaning/data/items.tsv``, from the markup of html/web.

Run as ``python -m tests.quality.train_items [CORPORA]`` after all other tables, since the bodies are those that they
leave; the same pages and tables give the same trees.
"""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

import numpy as np

from generator.cleaning import CleaningSettings
from generator.cleaning.dump import unmarked_lists
from generator.cleaning.dump.clean import body_parts, cut_text
from generator.cleaning.dump.layout import Traits
from generator.cleaning.dump.list_traits import item_traits
from tests.quality.boosting import boost, lines_of
from tests.quality.cleaning_metrics import original_of
from tests.quality.dumps import BY_LINES, render
from tests.quality.gold import Page
from tests.quality.page_items import told_of_items
from tests.quality.trained import train

TABLE: Final = unmarked_lists.TABLE
_ROUNDS: Final = 150
_LEAST: Final = 60

Lesson = tuple[Traits, list[bool]]
"""The traits of the candidates of a dump of which the markup tells, and which of them are items."""


def build(pages: Sequence[Page]) -> str:
    """The table that some pages teach."""
    lessons = [lesson for page in pages if (lesson := _lesson(page))[1]]
    names = sorted(lessons[0][0])
    table = np.concatenate([np.stack([traits[name] for name in names], axis=1) for traits, _ in lessons])
    right = np.array([float(answer) for _, given in lessons for answer in given])
    # Of a page with many lists each item counts for less: it has them all from one hand.
    weights = np.array([len(given) ** -0.5 for _, given in lessons for _ in given])
    least = min(_LEAST, len(table) // 50)
    trees = boost(table.astype(np.float32), right, weights / weights.mean(), _ROUNDS, least=least)
    return "\n".join(lines_of(trees, names)) + "\n"


def _lesson(page: Page) -> Lesson:
    dump = render(page, BY_LINES)
    cut = cut_text(original_of(dump.text, dump.id), None, CleaningSettings())
    parts = body_parts(cut) if cut.page.has_strings else []
    told = told_of_items(page.html)
    answers = {
        place: answer
        for place, part in enumerate(parts)
        if unmarked_lists.is_candidate(part) and (answer := told.is_item(part.text)) is not None
    }
    traits = item_traits(parts) if answers else {}
    return {name: column[[*answers]] for name, column in traits.items()}, [*answers.values()]


if __name__ == "__main__":
    train(TABLE, build)
