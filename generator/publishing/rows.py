"""The rows of the open data: what other programs rely on, with a JSON Schema made from these types."""

from __future__ import annotations

from typing import Final

import msgspec

SCHEMA_VERSION: Final = "1.0"


class Row(msgspec.Struct, frozen=True, kw_only=True):
    """What all rows share: every key is written, also where its value is null."""


class Published(Row, frozen=True, kw_only=True):
    """A date, how much of it is known, and how it is known."""

    date: str
    precision: str
    basis: str


class OutletRow(Row, frozen=True, kw_only=True):
    """The publication of an article."""

    id: str
    name: str
    basis: str


class OriginalRow(Row, frozen=True, kw_only=True):
    """Where the untouched original is."""

    path: str
    sha256: str
    media_type: str
    record: str | None
    url: str | None
    retrieved: str | None


class BlockRow(Row, frozen=True, kw_only=True):
    """``text[start:end]`` is a block."""

    kind: str
    level: int
    ordinal: int | None
    """Of an item of an ordered list: the number before it."""
    start: int
    end: int


class LinkRow(Row, frozen=True, kw_only=True):
    """A link of the original on ``text[start:end]``."""

    start: int
    end: int
    href: str


class SourceCited(Row, frozen=True, kw_only=True):
    """A source that the article cites; ``id`` is null where it has no page."""

    id: str | None
    name: str
    count: int
    kind: str


class MentionRow(Row, frozen=True, kw_only=True):
    """``text[start:end]`` is the mention."""

    start: int
    end: int
    text: str


class EntityIn(Row, frozen=True, kw_only=True):
    """An entity in an article."""

    id: str
    name: str
    mentions: list[MentionRow]


class BecauseRow(Row, frozen=True, kw_only=True):
    """A phrase for which an article is filed under a topic."""

    text: str
    where: str
    start: int
    end: int


class TopicIn(Row, frozen=True, kw_only=True):
    """A topic of an article, with its reasons."""

    id: str
    name: str
    iptc: str | None
    score: float
    because: list[BecauseRow]


class DateRow(Row, frozen=True, kw_only=True):
    """A date in the text; ``date`` is null where the year cannot be known."""

    text: str
    start: int
    end: int
    date: str | None


class RemovedRow(Row, frozen=True, kw_only=True):
    """A line that was taken out.

    In the published copy the text of a line that stands in one original only is null, and equal rules are counted.
    """

    text: str | None
    rule: str
    count: int = 1


class ChangedRow(Row, frozen=True, kw_only=True):
    """A block of a version, and the block of the shown copy that says nearly the same."""

    block: int
    shown: int


class DiffersRow(Row, frozen=True, kw_only=True):
    """What a version differs in from the copy that is shown; paragraphs are numbers of ``blocks``, from 0."""

    fields: list[str]
    added: list[int]
    """Blocks of this version that the shown copy has not."""
    removed: list[int]
    """Blocks of the shown copy that this version has not."""
    changed: list[ChangedRow]


class ArticleLine(Row, frozen=True, kw_only=True):
    """A row of articles.jsonl. Offsets are Unicode code points in ``text``."""

    id: str
    address: str
    title: str | None
    standfirst: str | None
    """What stands between headline and text and tells what follows, where it is not part of the text."""
    authors: list[str]
    published: Published | None
    updated: str | None
    not_before: str | None
    not_after: str | None
    dateline: str | None
    language: str
    outlet: OutletRow
    rights: str | None
    original: OriginalRow
    text: str
    blocks: list[BlockRow]
    links: list[LinkRow]
    sources: list[SourceCited]
    photo_credits: list[str]
    contributors: list[str]
    """The lines that say who helped with it, each in its own words."""
    captions: list[str]
    """What stood below its pictures, which are not kept."""
    people: list[EntityIn]
    organizations: list[EntityIn]
    places: list[EntityIn]
    topics: list[TopicIn]
    dates_mentioned: list[DateRow]
    version_of: str | None
    """Id of the copy of this story that is shown, where it is not this one."""
    differs: DiffersRow | None
    corrections: list[str]
    removed: list[RemovedRow]


class FormRow(Row, frozen=True, kw_only=True):
    """A way in which an entity is written."""

    text: str
    count: int
    misspelling: bool


class EntityLine(Row, frozen=True, kw_only=True):
    """A row of people.jsonl, organizations.jsonl and places.jsonl; ``address`` is null where it has no page."""

    id: str
    name: str
    address: str | None
    forms: list[FormRow]
    articles: list[str]


class RoleRow(Row, frozen=True, kw_only=True):
    """What a person is called, in which articles, between which years; the years are null where no article is dated."""

    name: str
    articles: list[str]
    first: str | None
    last: str | None


class PersonLine(EntityLine, frozen=True, kw_only=True):
    """A row of people.jsonl."""

    roles: list[RoleRow]


class PlaceLine(EntityLine, frozen=True, kw_only=True):
    """A row of places.jsonl; ``within`` names the places in which it lies, the nearest first."""

    within: list[str]


class TopicLine(Row, frozen=True, kw_only=True):
    """A row of topics.jsonl."""

    id: str
    name: str
    kind: str
    address: str | None
    iptc: str | None
    parent: str | None
    description: str
    articles: list[str]


class CitedLine(Row, frozen=True, kw_only=True):
    """One article that cites a source."""

    article: str
    count: int
    kind: str
    text: str


class SourceLine(Row, frozen=True, kw_only=True):
    """A row of sources.jsonl."""

    id: str
    name: str
    address: str | None
    cited_by: list[CitedLine]


class OutletLine(Row, frozen=True, kw_only=True):
    """A row of outlets.jsonl."""

    id: str
    name: str
    address: str | None
    articles: list[str]


LINES: Final[dict[str, type[Row]]] = {
    "articles": ArticleLine,
    "people": PersonLine,
    "organizations": EntityLine,
    "places": PlaceLine,
    "topics": TopicLine,
    "sources": SourceLine,
    "outlets": OutletLine,
}
"""File name without its ending -> the type of its rows."""
