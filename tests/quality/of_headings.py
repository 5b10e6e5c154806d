"""How well the headings of dumps are told, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from tests.quality import folds, gold
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render_all
from tests.quality.gold import Dump
from tests.quality.headings import roles_of
from tests.quality.of_dumps import OURS, UNSEEN, clean_alone
from tests.quality.scores import Hits
from tests.quality.tables import Table

_COLUMNS: Final = ("style", "dumps", "headings", *(f"{name}: {what}" for name in (OURS, UNSEEN) for what in ("P", "R")))
_NOTE: Final = (
    "Of the blocks of each body, those whose words the page's markup has in a heading (`h1` to `h6`, or a paragraph "
    "that is bold as a whole) against those that it has in a paragraph, an item, a cell or a picture's text; of others "
    "it does not tell. P: how many of the headings are such; R: how many of these are headings. html2text marks them "
    "itself. Other tools tell of none in a dump."
)


def hits_of(dumps: Iterable[Dump], into: Hits | None = None) -> Hits:
    """Which blocks of dumps are headings, each cleaned alone, where the markup tells whether they are."""
    hits = Hits() if into is None else into
    for dump in dumps:
        roles, article = roles_of(dump.html), clean_alone(dump)
        for block in article.blocks:
            role = roles.get(plain(article.text[block.start : block.end]))
            if role in ("heading", "other"):
                hits.add(said=block.kind == "heading", true=role == "heading")
    return hits


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """A row a style of dumps of html/web."""
    pages = list(gold.pages(corpora, "web"))
    chosen = gold.sample(pages, most)
    seen = {style: hits_of(render_all(chosen, style)) for style in STYLES}
    fresh = {style: Hits() for style in STYLES}
    for own in folds.unseen(folds.unseen_dumps, corpora, pages, chosen, parts):
        for style in STYLES:
            hits_of(render_all(own, style), fresh[style])
    table = Table(title="Dumps: headings", columns=_COLUMNS, notes=(_NOTE,))
    for style, ours in seen.items():
        new = fresh[style]
        table.add(style, len(chosen), ours.true, ours.precision, ours.recall, new.precision, new.recall)
    yield table
