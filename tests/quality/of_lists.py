"""How well the items of dumps are told, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tests.quality.by_markup import Question
from tests.quality.gold import Dump
from tests.quality.of_dumps import clean_alone
from tests.quality.page_items import told_of_items
from tests.quality.scores import Hits

_NOTE: Final = (
    "Of the blocks of each body, those whose words the page's markup has in an innermost `li` alone against those that "
    "it has in a paragraph, a heading, a cell or a quotation outside a list; of others it does not tell. P: how many "
    "of the items are such; R: how many of these are items. BeautifulSoup alone marks none; where its P lacks, nearly "
    "all are cells of tables, and facts one below the other that the page does not mark as a list. Other tools tell of "
    "none in a dump."
)


def count(dumps: Iterable[Dump], into: Hits) -> None:
    """Which blocks of dumps are items, each cleaned alone, where the markup tells whether they are."""
    for dump in dumps:
        told, article = told_of_items(dump.html), clean_alone(dump)
        for block in article.blocks:
            is_item = told.is_item(article.text[block.start : block.end])
            if is_item is not None:
                into.add(said=block.kind == "item", true=is_item)


QUESTION: Final = Question(title="Dumps: lists", asked="items", note=_NOTE, count=count)
