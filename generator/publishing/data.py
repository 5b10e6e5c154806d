"""Open data: the whole archive as JSON Lines, with schemas and a manifest."""

from __future__ import annotations

import hashlib
import mmap
from collections import Counter
from collections.abc import Iterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import IO, Any, Final

import msgspec

from generator.model import AccountedLine, ArticleRow, CleanArticle, Role
from generator.publishing import rows
from generator.publishing.catalog import FOLDERS, Catalog, Presence
from generator.publishing.tree import Tree

_ENCODER = msgspec.json.Encoder()
_ARTICLES: Final = "articles.jsonl"
_ID, _ADDRESS = b'{"id":', b',"address":'


class ArticleLines:
    """articles.jsonl, whole for this machine and as it may be published: new rows, and those of the last build."""

    def __init__(self, out: Path) -> None:
        """Open both beside their place below ``out``; ``finish`` puts them there."""
        self.paths = (out / "data" / _ARTICLES, out / "public" / "data" / _ARTICLES)
        self._next = tuple(path.with_name(f".{path.name}.next") for path in self.paths)
        for path in self._next:
            path.parent.mkdir(parents=True, exist_ok=True)
        self._files = tuple(
            _Lines(path.open("wb"), _Rows(old)) for path, old in zip(self._next, self.paths, strict=True)
        )

    def add(self, article: str, lines: Sequence[bytes] | None) -> None:
        """Add an article's rows, or those that it had; articles come sorted by id."""
        for number, file in enumerate(self._files):
            if lines:
                file.write(lines[number])
            else:
                file.copy(article)

    def finish(self, data: Tree, public: Tree) -> None:
        """Move the files to their places, untouched where nothing changed."""
        for file, made, path, tree in zip(self._files, self._next, self.paths, (data, public), strict=True):
            file.close()
            tree.adopt(path.relative_to(tree.root).as_posix(), made)


class _Lines:
    """A file of rows that is being written, with those of another: rows that follow each other there go at once."""

    def __init__(self, file: IO[bytes], before: _Rows) -> None:
        self._file, self._before = file, before
        self._start = self._end = 0

    def write(self, line: bytes) -> None:
        self._flush()
        self._file.write(line)

    def copy(self, article: str) -> None:
        start, end = self._before.place(article)
        if start != self._end:
            self._flush()
            self._start = start
        self._end = end

    def close(self) -> None:
        self._flush()
        self._file.close()

    def _flush(self) -> None:
        if self._start < self._end:
            with memoryview(self._before.content) as content:  # a slice of it would be a copy
                self._file.write(content[self._start : self._end])
        self._start = self._end = 0


class _Rows:
    """The rows of an articles.jsonl by id, looked at when they are asked for."""

    def __init__(self, path: Path) -> None:
        self._path = path

    def place(self, article: str) -> tuple[int, int]:
        """Where an article's row begins and ends in ``content``."""
        return self._places[article]

    @cached_property
    def content(self) -> mmap.mmap:
        """The whole file."""
        with self._path.open("rb") as file:
            return mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ)

    @cached_property
    def _places(self) -> dict[str, tuple[int, int]]:
        found, start = {}, 0
        while (end := self.content.find(b"\n", start) + 1) > 0:
            # Only the beginning of a row is read: its id comes first, its address next.
            identifier = self.content[start + len(_ID) : self.content.find(_ADDRESS, start, end)]
            found[msgspec.json.decode(identifier, type=str)] = start, end
            start = end
        return found


def article_lines(catalog: Catalog, article: CleanArticle) -> tuple[bytes, bytes]:
    """An article's row of articles.jsonl, whole for this machine, and as it may be published."""
    line = article_line(catalog, article)
    public = msgspec.structs.replace(line, removed=published_removed(catalog, article))
    return _ENCODER.encode(line) + b"\n", _ENCODER.encode(public) + b"\n"


def write_data(catalog: Catalog, data: Tree, public: Tree) -> None:
    """Write everything but articles.jsonl (see ``ArticleLines``), then the schemas and a manifest of each copy."""
    for name, lines in _tables(catalog).items():
        data.write(f"{name}.jsonl", b"".join(_ENCODER.encode(line) + b"\n" for line in lines))
    for name, kind in rows.LINES.items():
        schema = {"$schema": "https://json-schema.org/draft/2020-12/schema", **msgspec.json.schema(kind)}
        data.write(f"schemas/{name}.schema.json", _pretty(schema))
    files = {f"{name}.jsonl": _told(name, data.root / f"{name}.jsonl") for name in rows.LINES}
    data.write("manifest.json", _pretty(_manifest(catalog, files)))
    files[_ARTICLES] = _told("articles", public.root / "data" / _ARTICLES)
    public.write("data/manifest.json", _pretty(_manifest(catalog, files)))


def _told(name: str, path: Path) -> dict[str, Any]:
    """What the manifest says of a file."""
    content = path.read_bytes()
    return {
        "rows": content.count(b"\n"),
        "schema": f"schemas/{name}.schema.json",
        "sha256": hashlib.sha256(content).hexdigest(),
    }


def article_line(catalog: Catalog, article: CleanArticle) -> rows.ArticleLine:
    """An article's row with every removed line's text."""
    row = catalog.archive.articles[article.id]
    present = catalog.present.get(article.id, ())
    origin = row.origin
    return rows.ArticleLine(
        id=row.id,
        address=catalog.permalinks["article", row.id],
        title=row.title,
        authors=list(row.authors),
        published=_published(row),
        updated=row.updated.date if row.updated else None,
        not_before=None if row.published else row.not_before,
        not_after=None if row.published else row.not_after,
        dateline=row.dateline,
        language=row.language,
        outlet=_outlet(catalog, row),
        rights=row.metadata.rights,
        original=msgspec.convert(msgspec.to_builtins(origin), rows.OriginalRow),
        text=article.text,
        blocks=[rows.BlockRow(kind=one.kind, level=one.level, start=one.start, end=one.end) for one in article.blocks],
        links=[rows.LinkRow(start=one.start, end=one.end, href=one.href) for one in article.links],
        sources=_sources(catalog, row),
        photo_credits=list(row.photo_credits),
        **{folder: _entities(present, kind) for kind, folder in FOLDERS.items()},
        topics=_topics(catalog, row),
        dates_mentioned=[rows.DateRow(text=one.text, start=one.start, end=one.end, date=one.date) for one in row.dates],
        version_of=catalog.archive.version_of.get(row.id),
        differs=_differs(catalog, row),
        corrections=list(row.corrections),
        removed=[rows.RemovedRow(text=line.text, rule=line.rule) for line in article.removed],
    )


def _differs(catalog: Catalog, row: ArticleRow) -> rows.DiffersRow | None:
    found = catalog.archive.differences.get(row.id)
    if found is None:
        return None
    return rows.DiffersRow(
        fields=list(found.fields),
        added=list(found.added),
        removed=list(found.removed),
        changed=[rows.ChangedRow(block=block, shown=shown) for block, shown in found.changed],
    )


def published_removed(catalog: Catalog, article: CleanArticle) -> list[rows.RemovedRow]:
    """Removed lines as strangers may see them: text only of lines that stand in several originals and name nobody."""
    counts = Counter(
        (line.rule, _repeated(line) if catalog.is_open(article.id, line.text) else None) for line in article.removed
    )
    return [rows.RemovedRow(text=text, rule=rule, count=count) for (rule, text), count in counts.items()]


def _repeated(line: AccountedLine) -> str | None:
    return line.text if line.rule.startswith("repeated") else None


def _published(row: ArticleRow) -> rows.Published | None:
    if row.published is None:
        return None
    return rows.Published(date=row.published.date, precision=row.published.precision, basis=row.published.basis)


def _outlet(catalog: Catalog, row: ArticleRow) -> rows.OutletRow:
    known = catalog.outlets.get(row.id)
    return rows.OutletRow(
        id=known.id if known else row.outlet.key, name=known.name if known else row.outlet.name, basis=row.outlet.basis
    )


def _sources(catalog: Catalog, row: ArticleRow) -> list[rows.SourceCited]:
    ids = catalog.cited_as(row.id)
    return [
        rows.SourceCited(id=ids.get((one.name, one.kind)), name=one.name, count=one.count, kind=one.kind)
        for one in row.sources
    ]


def _entities(present: tuple[Presence, ...], kind: str) -> list[rows.EntityIn]:
    return [
        rows.EntityIn(
            id=one.entity.id,
            name=one.entity.name,
            mentions=[rows.MentionRow(start=m.start, end=m.end, text=m.text) for m in one.mentions],
        )
        for one in present
        if one.entity.kind == kind
    ]


def _topics(catalog: Catalog, row: ArticleRow) -> list[rows.TopicIn]:
    found = []
    for filing in catalog.archive.filings.get(row.id, ()):
        topic = catalog.topics.get(filing.topic)
        if topic is not None:
            because = [
                rows.BecauseRow(text=one.text, where=one.where, start=one.start, end=one.end) for one in filing.because
            ]
            found.append(
                rows.TopicIn(id=topic.id, name=topic.name, iptc=topic.iptc, score=rough(filing.score), because=because)
            )
    return found


def rough(score: float) -> float:
    """A score to two digits: more of them say nothing, and would change with every article from which topics learn."""
    return float(f"{score:.2g}")


def _tables(catalog: Catalog) -> dict[str, Iterator[rows.Row]]:
    tables: dict[str, Iterator[rows.Row]] = {folder: _entity_lines(catalog, kind) for kind, folder in FOLDERS.items()}
    archive = catalog.archive
    tables["topics"] = (
        rows.TopicLine(
            id=one.id,
            name=one.name,
            kind=one.kind,
            address=catalog.address(one.kind, one.id),
            iptc=one.iptc,
            parent=one.parent,
            description=one.description,
            articles=list(catalog.filed.get(one.id, ())),
        )
        for one in sorted(archive.topics, key=lambda one: one.id)
    )
    tables["sources"] = (
        rows.SourceLine(
            id=one.id,
            name=one.name,
            address=catalog.address("source", one.id),
            cited_by=[rows.CitedLine(article=c.article, count=c.count, kind=c.kind, text=c.text) for c in one.cited_by],
        )
        for one in sorted(archive.sources, key=lambda one: one.id)
    )
    tables["outlets"] = (
        rows.OutletLine(
            id=one.id, name=one.name, address=catalog.address("outlet", one.id), articles=sorted(one.articles)
        )
        for one in sorted(archive.outlets, key=lambda one: one.id)
    )
    return tables


def _entity_lines(catalog: Catalog, kind: str) -> Iterator[rows.Row]:
    for one in sorted(catalog.public, key=lambda one: one.id):
        if one.kind != kind:
            continue
        line: dict[str, Any] = {
            "id": one.id,
            "name": one.name,
            "address": catalog.address(kind, one.id),
            "forms": [rows.FormRow(text=f.text, count=f.count, misspelling=f.misspelling) for f in one.forms],
            "articles": list(one.articles),
        }
        if kind == "person":
            yield rows.PersonLine(**line, roles=[_role_row(role) for role in one.roles])
        elif kind == "place":
            yield rows.PlaceLine(**line, within=list(one.within))
        else:
            yield rows.EntityLine(**line)


def _role_row(role: Role) -> rows.RoleRow:
    return rows.RoleRow(
        name=role.name,
        articles=[mention.article for mention in role.mentions],
        first=role.first or None,
        last=role.last or None,
    )


def _manifest(catalog: Catalog, files: dict[str, Any]) -> dict[str, Any]:
    return {
        "archive": catalog.config.site.name,
        "url": catalog.config.site.url or None,
        "description": catalog.config.archive.description or None,
        "rights": catalog.config.archive.rights or None,
        "schema_version": rows.SCHEMA_VERSION,
        "files": files,
    }


def _pretty(value: object) -> bytes:
    return msgspec.json.format(msgspec.json.encode(value, order="sorted"), indent=2) + b"\n"
