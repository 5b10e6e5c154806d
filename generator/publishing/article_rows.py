"""An article's row of articles.jsonl: all that is known of it."""

from __future__ import annotations

from collections import Counter

import msgspec

from generator.model import AccountedLine, ArticleRow, Block, CleanArticle
from generator.publishing import rows
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.entries import Presence

_ENCODER = msgspec.json.Encoder()


def article_lines(catalog: Catalog, article: CleanArticle) -> tuple[bytes, bytes]:
    """An article's row of articles.jsonl, whole for this machine, and as it may be published."""
    line = article_line(catalog, article)
    public = msgspec.structs.replace(line, removed=published_removed(catalog, article))
    return _ENCODER.encode(line) + b"\n", _ENCODER.encode(public) + b"\n"


def article_line(catalog: Catalog, article: CleanArticle) -> rows.ArticleLine:
    """An article's row with every removed line's text."""
    row = catalog.archive.articles[article.id]
    present = catalog.present.get(article.id, ())
    origin = row.origin
    return rows.ArticleLine(
        id=row.id,
        address=catalog.permalinks["article", row.id],
        title=row.title,
        standfirst=row.standfirst,
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
        blocks=[_block(one) for one in article.blocks],
        links=[rows.LinkRow(start=one.start, end=one.end, href=one.href) for one in article.links],
        sources=_sources(catalog, row),
        photo_credits=list(row.photo_credits),
        contributors=list(row.contributors),
        captions=list(row.captions),
        **{folder: _entities(present, kind) for kind, folder in FOLDERS.items()},
        topics=_topics(catalog, row),
        dates_mentioned=[rows.DateRow(text=one.text, start=one.start, end=one.end, date=one.date) for one in row.dates],
        version_of=catalog.archive.version_of.get(row.id),
        differs=_differs(catalog, row),
        corrections=list(row.corrections),
        removed=[rows.RemovedRow(text=line.text, rule=line.rule) for line in article.removed],
    )


def _block(block: Block) -> rows.BlockRow:
    return rows.BlockRow(kind=block.kind, level=block.level, ordinal=block.ordinal, start=block.start, end=block.end)


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
