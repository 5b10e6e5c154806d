"""How well the headings of dumps are told, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from tests.quality.by_markup import Question
from tests.quality.cleaning_metrics import plain
from tests.quality.gold import Dump
from tests.quality.headings import roles_of
from tests.quality.of_dumps import clean_alone
from tests.quality.scores import Hits

_NOTE: Final = (
    "Of the blocks of each body, those whose words the page's markup has in a heading (`h1` to `h6`, or a paragraph "
    "that is bold as a whole) against those that it has in a paragraph, an item, a cell or a picture's text; of others "
    "it does not tell. P: how many of the headings are such; R: how many of these are headings. html2text marks them "
    "itself. Other tools tell of none in a dump."
)


def count(dumps: Iterable[Dump], into: Hits) -> None:
    """Which blocks of dumps are headings, each cleaned alone, where the markup tells whether they are."""
    for dump in dumps:
        roles, article = roles_of(dump.html), clean_alone(dump)
        for block in article.blocks:
            role = roles.get(plain(article.text[block.start : block.end]))
            if role in ("heading", "other"):
                into.add(said=block.kind == "heading", true=role == "heading")


QUESTION: Final = Question(title="Dumps: headings", asked="headings", note=_NOTE, count=count)
