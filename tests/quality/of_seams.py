"""How well sentences are joined that a dump broke at links, names and emphasis, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from generator.cleaning.dump.seams import goes_on
from tests.quality import folds, gold
from tests.quality.gold import Page
from tests.quality.of_dumps import OURS, UNSEEN
from tests.quality.tables import Table
from tests.quality.train_seams import known

_COLUMNS: Final = ("joined by", "dumps", "seams", "precision", "recall")
_NOTE: Final = (
    "Of each two lines beside each other in blocks that the true body has whole: whether the markup has both in one "
    "block. Dumps in the style BeautifulSoup, every string of the page on a line of its own. Some of what counts as "
    "wrong is a label and its text, each in an element of its own."
)


@dataclass(slots=True)
class Count:
    """Pairs of lines by what was made of them and what the markup says."""

    dumps: int = 0
    joined: int = 0
    right: int = 0
    seams: int = 0

    def add(self, joins: Sequence[bool], seams: Sequence[bool]) -> None:
        """Count the pairs of one dump."""
        self.dumps += 1
        self.joined += sum(joins)
        self.seams += sum(seams)
        self.right += sum(one and other for one, other in zip(joins, seams, strict=True))

    def row(self, name: str) -> tuple[str | float | None, ...]:
        """The cells of the table."""
        precision = self.right / self.joined if self.joined else None
        return (name, self.dumps, self.seams, precision, self.right / self.seams if self.seams else None)


def counts_of(pages: Iterable[Page], rules: Count, ours: Count) -> None:
    """Count what the rules alone join, and what cleaning does."""
    for page in pages:
        found = known(page)
        if found is None:
            continue
        places = np.flatnonzero(found.in_body).tolist()
        seams = [bool(found.goes_on[place]) for place in places]
        weighed = goes_on(found.texts, found.by_rules)
        rules.add([found.by_rules[place + 1] for place in places], seams)
        ours.add([weighed[place + 1] for place in places], seams)


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """The rules alone, all of cleaning, and the same by trees that have not seen the page."""
    pages = list(gold.pages(corpora, "web"))
    chosen = gold.sample(pages, most)
    rules, ours, fresh_rules, fresh = Count(), Count(), Count(), Count()
    counts_of(chosen, rules, ours)
    wanted = {page.id for page in chosen}
    for part in range(parts):
        with folds.unseen_dumps(corpora, part):
            counts_of((page for page in folds.part_of(pages, part) if page.id in wanted), fresh_rules, fresh)
    table = Table(title="Dumps: torn sentences", columns=_COLUMNS, notes=(_NOTE,))
    table.add(*rules.row("rules alone"))
    table.add(*ours.row(OURS))
    if parts:
        table.add(*fresh_rules.row("rules alone, the same pages"))
        table.add(*fresh.row(UNSEEN))
    yield table
