"""How well the headings of dumps are told, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.model import CleanArticle
from tests.quality import folds, gold
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render_all
from tests.quality.gold import Dump, Page
from tests.quality.headings import roles_of
from tests.quality.of_dumps import OURS, UNSEEN, clean_alone
from tests.quality.tables import Table

_COLUMNS: Final = ("style", "dumps", "headings", *(f"{name}: {what}" for name in (OURS, UNSEEN) for what in ("P", "R")))
_NOTE: Final = (
    "Of the blocks of each body, those whose words the page's markup has in a heading (`h1` to `h6`, or a paragraph "
    "that is bold as a whole) against those that it has in a paragraph, an item, a cell or a picture's text; of others "
    "it does not tell. P: how many of the headings are such; R: how many of these are headings. html2text marks them "
    "itself. Other tools tell of none in a dump."
)


@dataclass(slots=True)
class Count:
    """Blocks of bodies by what they are and what the markup says."""

    dumps: int = 0
    right: int = 0
    wrong: int = 0
    missed: int = 0

    def add(self, article: CleanArticle, dump: Dump) -> None:
        """Count the blocks of one article."""
        roles = roles_of(dump.html)
        self.dumps += 1
        for block in article.blocks:
            role = roles.get(plain(article.text[block.start : block.end]))
            is_heading = block.kind == "heading"
            self.right += is_heading and role == "heading"
            self.wrong += is_heading and role == "other"
            self.missed += not is_heading and role == "heading"

    @property
    def precision(self) -> float | None:
        """Of the headings, how many are such."""
        return self.right / (self.right + self.wrong) if self.right + self.wrong else None

    @property
    def recall(self) -> float | None:
        """Of the true headings, how many are told."""
        return self.right / (self.right + self.missed) if self.right + self.missed else None


def count_of(dumps: Iterable[Dump], into: Count | None = None) -> Count:
    """What the blocks of dumps are, each cleaned alone."""
    count = Count() if into is None else into
    for dump in dumps:
        count.add(clean_alone(dump), dump)
    return count


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """A row a style of dumps of html/web."""
    pages = list(gold.pages(corpora, "web"))
    chosen = gold.sample(pages, most)
    seen = {style: count_of(render_all(chosen, style)) for style in STYLES}
    fresh = _unseen(corpora, pages, chosen, parts)
    table = Table(title="Dumps: headings", columns=_COLUMNS, notes=(_NOTE,))
    for style, ours in seen.items():
        new = fresh[style]
        found = ours.right + ours.missed
        table.add(style, ours.dumps, found, ours.precision, ours.recall, new.precision, new.recall)
    yield table


def _unseen(corpora: Path, pages: Sequence[Page], chosen: Sequence[Page], parts: int) -> dict[str, Count]:
    wanted = {page.id for page in chosen}
    found = {style: Count() for style in STYLES}
    for part in range(parts):
        own = [page for page in folds.part_of(pages, part) if page.id in wanted]
        with folds.unseen_dumps(corpora, part):
            for style in STYLES:
                count_of(render_all(own, style), found[style])
    return found
