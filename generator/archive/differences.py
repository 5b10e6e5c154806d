"""What the versions of one story differ in: fields, and paragraphs that were added, left out or changed."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from difflib import SequenceMatcher
from typing import Final

from generator.model import Archive, ArticleRow, CleanArticle, Differences
from generator.text.words import WORD

_LIKE: Final = 0.5
"""Share of words in common that makes two paragraphs one that was changed."""
_MOST: Final = 600
"""Paragraphs of a version that are compared; beyond it stands a book, not an article."""

Words = tuple[str, ...]


def with_differences(archive: Archive, articles: Callable[[str], CleanArticle]) -> Archive:
    """The archive, each version compared with the copy of its story that is shown.

    Args:
        archive: Every story is known.
        articles: Gives an article by its id.
    """
    rows = archive.articles
    found = {
        version: differences((rows[version], articles(version)), (rows[best], articles(best)))
        for version, best in sorted(archive.version_of.items())
    }
    return replace(archive, differences=found)


def differences(version: tuple[ArticleRow, CleanArticle], best: tuple[ArticleRow, CleanArticle]) -> Differences:
    """What a version has that the best copy has not, and the other way round; case and punctuation aside."""
    here, there = _paragraphs(version[1]), _paragraphs(best[1])
    added: list[int] = []
    removed: list[int] = []
    changed: list[tuple[int, int]] = []
    for what, first, last, other, end in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        if what == "equal":
            continue
        pairs = _changed(here, there, range(first, last), range(other, end))
        changed += pairs.items()
        added += [number for number in range(first, last) if number not in pairs]
        removed += [number for number in range(other, end) if number not in pairs.values()]
    return Differences(
        fields=_fields(version[0], best[0]), added=tuple(added), removed=tuple(removed), changed=tuple(changed)
    )


def _fields(here: ArticleRow, there: ArticleRow) -> tuple[str, ...]:
    values = {
        "title": (here.title, there.title),
        "authors": (here.authors, there.authors),
        "published": (here.published and here.published.date, there.published and there.published.date),
        "updated": (here.updated and here.updated.date, there.updated and there.updated.date),
        "outlet": (here.outlet.name, there.outlet.name),
    }
    return tuple(name for name, (one, other) in values.items() if one != other)


def _paragraphs(article: CleanArticle) -> list[Words]:
    blocks = article.blocks[:_MOST]
    return [tuple(WORD.findall(article.text[block.start : block.end].casefold())) for block in blocks]


def _changed(here: Sequence[Words], there: Sequence[Words], mine: range, theirs: range) -> Mapping[int, int]:
    """Number of a paragraph here -> its counterpart there, in order, for those that have enough words in common."""
    pairs: dict[int, int] = {}
    start = theirs.start
    for number in mine:
        for other in range(start, theirs.stop):
            if _likeness(here[number], there[other]) >= _LIKE:
                pairs[number], start = other, other + 1
                break
    return pairs


def _likeness(one: Words, other: Words) -> float:
    words = set(one), set(other)
    return len(words[0] & words[1]) / max(len(words[0] | words[1]), 1)
