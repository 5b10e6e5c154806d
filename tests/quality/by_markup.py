"""A table of what dumps are told to be, against what the markup of their pages says: a row a style, seen and unseen."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from tests.quality import folds, gold
from tests.quality.dumps import STYLES, render_all
from tests.quality.gold import Dump
from tests.quality.of_dumps import OURS, UNSEEN
from tests.quality.scores import Hits
from tests.quality.tables import Table


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """What is asked of each dump."""

    title: str
    asked: str
    """What is counted."""
    note: str
    count: Callable[[Iterable[Dump], Hits], None]
    """Adds what some dumps, each cleaned alone, are told and what the markup says."""


def answer(question: Question, corpora: Path, most: int | None, *, parts: int) -> Table:
    """The table of html/web.

    Args:
        question: What is asked.
        corpora: Where the pages are.
        most: So many pages at most; None for all.
        parts: How many folds are learned for the columns of pages that no model has seen.
    """
    pages = list(gold.pages(corpora, "web"))
    chosen = gold.sample(pages, most)
    seen, fresh = ({style: Hits() for style in STYLES} for _ in range(2))
    _count(question, chosen, seen)
    for own in folds.unseen(folds.unseen_dumps, corpora, pages, chosen, parts):
        _count(question, own, fresh)
    measures = (f"{name}: {what}" for name in (OURS, UNSEEN) for what in ("P", "R"))
    table = Table(title=question.title, columns=("style", "dumps", question.asked, *measures), notes=(question.note,))
    for style, ours in seen.items():
        new = fresh[style]
        table.add(style, len(chosen), ours.true, ours.precision, ours.recall, new.precision, new.recall)
    return table


def _count(question: Question, pages: Iterable[gold.Page], into: dict[str, Hits]) -> None:
    for style, hits in into.items():
        question.count(render_all(pages, style), hits)
