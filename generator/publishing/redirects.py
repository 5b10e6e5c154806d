"""Pages for addresses that once led somewhere: to where a page has moved, to both halves of a split, to a tombstone."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from generator.model import Permalink
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
    for row in sorted(registry):
        if not row.address or row.state == "private" or row.address in answered:
            continue
        kind, _, targets = row.state.partition(":")
        found = [fact for one in targets.split("+") if (fact := _target(catalog, row.kind, one)) is not None]
        if kind == "redirect" and len(found) == 1:
            yield _moved(row, found[0])
        elif found:
            yield _page(row, "Which of these?", "split", found)
        else:
            yield _page(row, "No longer in this archive", "gone", [])


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
    names |= {(one.kind, one.id): one.name for one in catalog.entities}
    names |= {("surname", one.id): one.surname for one in archive.surnames}
    return names.get((kind, identifier), identifier)


def _moved(row: Permalink, target: Fact) -> Page:
    page = _page(row, f"Moved: {target.name}", "moved", [target])
    return Page(
        address=page.address,
        kind=page.kind,
        headline=page.headline,
        template=page.template,
        values=page.values,
        indexed=False,
        refresh=target.address,
    )


def _page(row: Permalink, headline: str, state: str, targets: list[Fact]) -> Page:
    return Page(
        address=row.address,
        kind="gone",
        headline=headline,
        template="gone",
        values={"row": row, "state": state, "targets": targets},
        indexed=False,
    )
