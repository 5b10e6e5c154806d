"""How an archive stood after a build, read back from its open data: enough to tell two of them apart."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final, TypeVar

import msgspec

from generator.errors import ContentError
from generator.model import Archive

T = TypeVar("T")
KINDS: Final[Mapping[str, str]] = {
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "topic": "topics",
}
"""What is compared -> the file of its rows, and its key in a row of articles.jsonl."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Standing:
    """One page's subject: what it is called, and what is filed there."""

    id: str
    name: str
    address: str = ""
    """'' where it has no page."""
    mentions: frozenset[tuple[str, str]] = frozenset()
    """(article id, words); of a topic the words are its id."""

    @property
    def articles(self) -> frozenset[str]:
        """Ids of the articles that are filed there."""
        return frozenset(article for article, _ in self.mentions)


@dataclass(frozen=True, slots=True, kw_only=True)
class Stand:
    """A whole archive: kind -> id -> what stands there."""

    kinds: Mapping[str, Mapping[str, Standing]] = field(default_factory=dict)
    titles: Mapping[str, str] = field(default_factory=dict)
    """Article id -> title."""


class _Mention(msgspec.Struct):
    text: str


class _Filed(msgspec.Struct):
    id: str
    mentions: list[_Mention] = []


class _Article(msgspec.Struct):
    id: str
    title: str | None
    people: list[_Filed]
    organizations: list[_Filed]
    places: list[_Filed]
    topics: list[_Filed]


class _Entity(msgspec.Struct):
    id: str
    name: str
    address: str | None


def read_stand(folder: Path) -> Stand:
    """The archive whose open data lies in ``folder`` (``build/data``, or ``data`` of a site).

    Raises:
        ContentError: there is no open data, or of a version that this program does not know.
    """
    data = folder if (folder / "articles.jsonl").is_file() else folder / "data"
    try:
        articles = _rows(data / "articles.jsonl", _Article)
        tables = {kind: _rows(data / f"{name}.jsonl", _Entity) for kind, name in KINDS.items()}
    except (OSError, msgspec.MsgspecError) as error:
        raise ContentError(f"{folder} holds no open data of a build: {error}. Name build/data or a site.") from error
    found: dict[tuple[str, str], set[tuple[str, str]]] = defaultdict(set)
    for article in articles:
        for kind, name in KINDS.items():
            for filed in getattr(article, name):
                found[kind, filed.id] |= {(article.id, one.text) for one in filed.mentions} or {(article.id, filed.id)}
    return Stand(
        kinds={
            kind: {
                row.id: Standing(
                    id=row.id, name=row.name, address=row.address or "", mentions=frozenset(found[kind, row.id])
                )
                for row in rows
            }
            for kind, rows in tables.items()
        },
        titles={article.id: article.title or article.id for article in articles},
    )


def stand_of(archive: Archive, addresses: Mapping[tuple[str, str], str]) -> Stand:
    """The archive as it is in memory, with the addresses of its pages by kind and id."""
    kinds: dict[str, dict[str, Standing]] = {kind: {} for kind in KINDS}
    for entity in archive.entities:
        mentions = frozenset((mention.article, mention.text) for mention in entity.mentions)
        address = addresses.get((entity.kind, entity.id), "")
        kinds[entity.kind][entity.id] = Standing(id=entity.id, name=entity.name, address=address, mentions=mentions)
    filed: dict[str, set[tuple[str, str]]] = defaultdict(set)
    for article, filings in archive.filings.items():
        for filing in filings:
            filed[filing.topic].add((article, filing.topic))
    for topic in archive.topics:
        address = addresses.get((topic.kind, topic.id), "")
        kinds["topic"][topic.id] = Standing(
            id=topic.id, name=topic.name, address=address, mentions=frozenset(filed[topic.id])
        )
    return Stand(kinds=kinds, titles={row.id: row.title or row.id for row in archive.articles.values()})


def without(stand: Stand, kind: str, ids: Iterable[str]) -> Stand:
    """The same without some of one kind: nobody reports on private people."""
    hidden = frozenset(ids)
    shown = {key: one for key, one in stand.kinds.get(kind, {}).items() if key not in hidden}
    return Stand(kinds={**stand.kinds, kind: shown}, titles=stand.titles)


def _rows(path: Path, kind: type[T]) -> list[T]:
    with path.open("rb") as lines:
        return [msgspec.json.decode(line, type=kind) for line in lines]
