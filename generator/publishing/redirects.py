"""Pages for addresses that once led somewhere: to where a page has moved, to both halves of a split, to a tombstone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from generator.model import PageKind, Permalink
from generator.publishing.articles import Fact
from generator.publishing.catalog import Catalog
from generator.publishing.page import Page

_KINDS = {"topic": ("topic", "story"), "story": ("story", "topic")}


def redirect_pages(catalog: Catalog, registry: Iterable[Permalink], answered: set[str]) -> Iterator[Page]:
    """A page for every address of the registry that no other page answers; private ones answer with 404.

    Args:
        catalog: the archive as it is now.
        registry: every address ever given.
        answered: the addresses that have a page already.
    """
    rows = tuple(sorted(registry))
    states = {(row.kind, row.id): row.state for row in rows}
    for row in rows:
        if not row.address or row.state == "private" or row.address in answered:
            continue
        state, targets = _followed(states, row)
        found = [fact for one in targets if (fact := _target(catalog, row.kind, one)) is not None]
        if state == "redirect" and found:
            yield _moved(row, found[0])
        elif found:
            yield _page(row, "Which of these?", "split", found)
        else:
            yield _page(row, "No longer in this archive", "gone", [])


def _followed(states: Mapping[tuple[PageKind, str], str], row: Permalink) -> tuple[str, list[str]]:
    """Where a line leads in the end: a page that has moved twice is one step away for the reader."""
    state, _, target = row.state.partition(":")
    seen = {row.id}
    while state == "redirect" and target not in seen and ":" in states.get((row.kind, target), ""):
        seen.add(target)
        state, _, target = states[row.kind, target].partition(":")
    return state, target.split("+") if state == "split" else [target]


def _target(catalog: Catalog, kind: str, identifier: str) -> Fact | None:
    for one in _KINDS.get(kind, (kind,)):
        address = catalog.address(one, identifier)
        if address is not None:
            return Fact(name=_name(catalog, one, identifier), address=address)
    return None


def _name(catalog: Catalog, kind: str, identifier: str) -> str:
    if kind == "article" and identifier in catalog.titles:
        return catalog.titles[identifier]
    if kind in ("topic", "story") and identifier in catalog.topics:
        return catalog.topics[identifier].name
    archive = catalog.archive
    names = {("source", one.id): one.name for one in archive.sources}
    names |= {("outlet", one.id): one.name for one in archive.outlets}
    names |= {("credit", one.id): one.name for one in archive.credits}
    names |= {(one.kind, one.id): one.name for one in catalog.entities}
    names |= {("surname", one.id): one.surname for one in archive.surnames}
    return names.get((kind, identifier), identifier)


def _moved(row: Permalink, target: Fact) -> Page:
    return replace(_page(row, f"Moved: {target.name}", "moved", [target]), refresh=target.address)


def _page(row: Permalink, headline: str, state: str, targets: list[Fact]) -> Page:
    return Page(
        address=row.address,
        kind=state,
        headline=headline,
        template="gone",
        values={"row": row, "state": state, "targets": targets},
        indexed=False,
    )
