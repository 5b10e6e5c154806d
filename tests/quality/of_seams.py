"""How well sentences are joined that a dump broke at links, names and emphasis, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

import numpy as np

from generator.cleaning.dump import seams
from tests.quality import folds, gold
from tests.quality.gold import Page
from tests.quality.of_dumps import OURS, UNSEEN
from tests.quality.scores import Hits
from tests.quality.tables import Table
from tests.quality.train_seams import known

_COLUMNS: Final = ("joined by", "dumps", "seams", "precision", "recall")
_NOTE: Final = (
    "Of each two lines beside each other in blocks that the true body has whole: whether the markup has both in one "
    "block. Dumps in the style BeautifulSoup, every string of the page on a line of its own. Some of what counts as "
    "wrong is a label and its text, each in an element of its own. A line break amid a sentence parts nothing."
)


def goes_on(texts: Sequence[str], ruled: Sequence[bool]) -> list[bool]:
    """Which lines go on with the line above, by the rules or by the trees; the first does not.

    Args:
        texts: The lines with words, in order.
        ruled: Which of them do by the rules.
    """
    rows = zip(seams.odds_of(texts, ruled), texts, ruled[1:], strict=False)
    return [False, *(joins or value >= seams.least_below(above) for value, above, joins in rows)]


def count(pages: Iterable[Page], rules: Hits, ours: Hits) -> int:
    """Count what the rules alone join, and what cleaning does; how many dumps these are."""
    dumps = 0
    for page in pages:
        found = known(page)
        if found is None:
            continue
        dumps += 1
        weighed = goes_on(found.texts, found.by_rules)
        for place in np.flatnonzero(found.in_body).tolist():
            true = bool(found.goes_on[place])
            rules.add(said=found.by_rules[place + 1], true=true)
            ours.add(said=weighed[place + 1], true=true)
    return dumps


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """The rules alone, all of cleaning, and the same by trees that have not seen the page."""
    pages = list(gold.pages(corpora, "web"))
    chosen = gold.sample(pages, most)
    table = Table(title="Dumps: torn sentences", columns=_COLUMNS, notes=(_NOTE,))
    rules, ours = Hits(), Hits()
    dumps = count(chosen, rules, ours)
    for name, hits in (("rules alone", rules), (OURS, ours)):
        table.add(name, dumps, hits.true, hits.precision, hits.recall)
    rules, ours = Hits(), Hits()
    dumps = sum(count(own, rules, ours) for own in folds.unseen(folds.unseen_dumps, corpora, pages, chosen, parts))
    for name, hits in (("rules alone, the same pages", rules), (UNSEEN, ours)) if parts else ():
        table.add(name, dumps, hits.true, hits.precision, hits.recall)
    yield table
