"""The other versions of a story, beside each of them, with what they differ in."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from typing import Final

from generator.model import CleanArticle, Differences
from generator.publishing.catalog import Catalog
from generator.publishing.entries import Entry
from generator.publishing.wording import counted, listed

_FIELDS: Final = {
    "title": "title", "authors": "authors", "published": "date", "updated": "date of the last change",
    "outlet": "outlet",
}  # fmt: skip
_SHOWN: Final = 12
"""Passages that are shown of one version."""
_LONGEST: Final = 280
_BEFORE: Final = 80
"""Characters that are shown before a difference."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passage:
    """A paragraph that two versions do not share; empty where a version has nothing in its place."""

    here: str
    there: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Version:
    """Another version of the story on this page."""

    entry: Entry
    words: str
    """What it differs in, seen from this page; '' where the two were not compared."""
    passages: tuple[Passage, ...] = ()


def versions_of(catalog: Catalog, article: str, articles: Callable[[str], CleanArticle]) -> tuple[Version, ...]:
    """Every other version of an article's story, the copy that is shown first."""
    best = catalog.archive.version_of.get(article, article)
    group = [one for one in catalog.copies.get(article, ()) if one != article]
    return tuple(_version(catalog, article, other, articles) for other in sorted(group, key=lambda one: one != best))


def _version(catalog: Catalog, here: str, there: str, articles: Callable[[str], CleanArticle]) -> Version:
    entry, compared = catalog.entry(there), catalog.archive.differences
    if catalog.archive.version_of.get(there) == here and there in compared:
        found = compared[there]
    elif catalog.archive.version_of.get(here) == there and here in compared:
        found = _turned(compared[here])
    else:
        return Version(entry=entry, words="")
    passages = [
        _passage(_open(catalog, articles(here), mine), _open(catalog, articles(there), other))
        for mine, other in _pairs(found)
    ]
    return Version(
        entry=entry,
        words=in_words(found),
        passages=tuple(passage for passage in passages if passage.here or passage.there)[:_SHOWN],
    )


def in_words(found: Differences) -> str:
    """``Another title and date; 2 paragraphs more, 1 fewer, 3 changed``; ``No word differs``."""
    fields = [_FIELDS[name] for name in found.fields]
    parts = [f"another {listed(fields)}"] if fields else []
    numbers = (len(found.added), "more"), (len(found.removed), "fewer"), (len(found.changed), "changed")
    counts = [f"{number} {what}" for number, what in numbers if number]
    if counts:
        first, *others = counts
        number, what = first.split(" ")
        parts.append(", ".join([f"{counted(int(number), 'paragraph')} {what}", *others]))
    text = "; ".join(parts) or "no word differs"
    return text[0].upper() + text[1:]


def _turned(found: Differences) -> Differences:
    """The same seen from the version."""
    return replace(
        found, added=found.removed, removed=found.added, changed=tuple((other, mine) for mine, other in found.changed)
    )


def _pairs(found: Differences) -> Iterator[tuple[int | None, int | None]]:
    """Blocks here and there, in the order of the other version."""
    changed = [(other, mine) for mine, other in found.changed]
    pairs: list[tuple[int | None, int | None]] = [(mine, other) for mine, other in changed]
    pairs += [(None, other) for other in found.added]
    pairs += [(mine, None) for mine in found.removed]
    yield from sorted(pairs, key=lambda pair: (pair[1] if pair[1] is not None else pair[0] or 0, pair[0] or 0))


def _open(catalog: Catalog, article: CleanArticle, number: int | None) -> str:
    """A paragraph, unless it names someone who may not be named elsewhere."""
    if number is None:
        return ""
    block = article.blocks[number]
    text = article.text[block.start : block.end]
    return text if catalog.is_open(article.id, text) else ""


def _passage(here: str, there: str) -> Passage:
    """Two paragraphs from a little before the first word in which they differ."""
    differing = (at for at, (one, other) in enumerate(zip(here, there, strict=False)) if one != other)
    same = next(differing, min(len(here), len(there)))
    return Passage(here=_excerpt(here, same), there=_excerpt(there, same))


def _excerpt(text: str, at: int) -> str:
    """So much of a text around a place in it as is shown, cut between words."""
    start = text.rfind(" ", 0, max(at - _BEFORE, 0)) + 1
    shown = text[start : start + _LONGEST]
    if start + _LONGEST < len(text):
        shown = f"{shown.rpartition(' ')[0]} …"
    return f"… {shown}" if start else shown
