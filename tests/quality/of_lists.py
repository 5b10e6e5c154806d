"""How well the items of dumps are told, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Final

from bs4 import BeautifulSoup

from tests.quality import gold
from tests.quality.cleaning_metrics import plain
from tests.quality.dumps import STYLES, render_all
from tests.quality.gold import Dump
from tests.quality.of_dumps import clean_alone
from tests.quality.scores import Hits
from tests.quality.tables import Table

_TEXTS: Final = ("p", "h1", "h2", "h3", "h4", "h5", "h6", "td", "th", "dt", "dd", "blockquote")
_COLUMNS: Final = ("style", "dumps", "items", "P", "R")
_NOTE: Final = (
    "Of the blocks of each body, those whose words the page's markup has in an innermost `li` alone against those that "
    "it has in a paragraph, a heading, a cell or a quotation outside a list; of others it does not tell. P: how many "
    "of the items are such; R: how many of these are items. Only BeautifulSoup marks none. No model is asked. Other "
    "tools tell of none in a dump."
)


def hits_of(dumps: Iterable[Dump]) -> Hits:
    """Which blocks of dumps are items, each cleaned alone, where the markup tells whether they are."""
    hits = Hits()
    for dump in dumps:
        items, others = _marked(dump.html)
        article = clean_alone(dump)
        for block in article.blocks:
            words = plain(article.text[block.start : block.end])
            if (words in items) != (words in others):
                hits.add(said=block.kind == "item", true=words in items)
    return hits


def _marked(html: str) -> tuple[frozenset[str], frozenset[str]]:
    """The plain words of the items of a page, and of what else it says outside its lists."""
    soup = BeautifulSoup(html, "lxml")
    items = {plain(one.get_text(" ")) for one in soup.find_all("li") if one.find("li") is None}
    texts = [one for one in soup.find_all(_TEXTS) if one.find("li") is None and one.find_parent("li") is None]
    return frozenset(items), frozenset(plain(one.get_text(" ")) for one in texts)


def tables(corpora: Path, most: int | None) -> Iterator[Table]:
    """A row a style of dumps of html/web."""
    chosen = gold.sample(list(gold.pages(corpora, "web")), most)
    table = Table(title="Dumps: lists", columns=_COLUMNS, notes=(_NOTE,))
    for style in STYLES:
        hits = hits_of(render_all(chosen, style))
        table.add(style, len(chosen), hits.true, hits.precision, hits.recall)
    yield table
