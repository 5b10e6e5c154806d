"""How well the levels of a dump's headings are told, against the markup of their pages."""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import Final

from bs4 import BeautifulSoup

from tests.quality.by_markup import Question
from tests.quality.cleaning_metrics import plain
from tests.quality.gold import Dump
from tests.quality.of_dumps import clean_alone
from tests.quality.scores import Hits

_HEADINGS: Final = ("h1", "h2", "h3", "h4", "h5", "h6")
_NOTE: Final = (
    "Of each two headings of a body that follow each other and that the page's markup has as `h1` to `h6`, each always "
    "at one level: whether the second stands lower than the first, higher, or neither. Steps are those where it does. "
    "P: how many of the steps of a result are right; R: how many are found. html2text marks levels itself. Other tools "
    "tell of none in a dump."
)


def count(dumps: Iterable[Dump], into: Hits) -> None:
    """Which steps from heading to heading are right, each dump cleaned alone; one down for one up is none."""
    for dump in dumps:
        known, article = _levels(dump.html), clean_alone(dump)
        heads = [block for block in article.blocks if block.kind == "heading"]
        told = [known.get(plain(article.text[head.start : head.end]), 0) for head in heads]
        for (above, true_above), (below, true_below) in pairwise(zip(heads, told, strict=True)):
            if not (true_above and true_below):
                continue
            said, true = _step(above.level, below.level), _step(true_above, true_below)
            if said == true:
                into.add(said=bool(said), true=bool(true))
            else:
                into.add(said=bool(said), true=False)
                into.add(said=False, true=bool(true))


def _levels(html: str) -> dict[str, int]:
    """The level of each heading of a page by its plain words; 0 where it stands at several."""
    levels: dict[str, int] = {}
    for heading in BeautifulSoup(html, "lxml").find_all(_HEADINGS):
        words, level = plain(heading.get_text(" ")), int(heading.name[1])
        levels[words] = level if levels.get(words, level) == level else 0
    return levels


def _step(above: int, below: int) -> int:
    return (below > above) - (below < above)


QUESTION: Final = Question(title="Dumps: levels of headings", asked="steps", note=_NOTE, count=count)
