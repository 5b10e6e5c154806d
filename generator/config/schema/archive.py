"""The archive as a whole: archive.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedQuarantine:
    """A file that cannot be read, and that a maintainer knows of."""

    path: str
    sha256: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderDefaults:
    """Metadata for every original below a folder of content/articles that says nothing itself."""

    outlet: str | None = None
    rights: str | None = None
    language: str | None = None
    timezone: str | None = None
    """Where the day of a moment with an offset is counted."""
    cleaned: bool | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    """Names of a record's fields -> ours, for JSONL and CSV: ``{headline: title, body: text}``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost before it is quarantined."""

    file_bytes: int = 50_000_000
    text_characters: int = 2_000_000
    line_characters: int = 1_000_000
    html_depth: int = 256
    archive_bytes: int = 5_000_000_000
    """Of a web archive, an export or a feed, packed as it lies there: these are read piece by piece."""
    page_bytes: int = 10_000_000
    """Of one page or post in it, unpacked."""
    records: int = 200_000
    """Records in one file."""
    held_bytes: int = 500_000_000
    """What the articles of one file may take in memory together."""
    seconds: int = 30
    """Of a processor's time, for reading one file or cleaning one article."""
    memory_bytes: int = 600_000_000
    """For the same, beyond what the program itself takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """In how many articles a name must stand to be given what."""

    person_page: int = 1
    person_entry: int = 1
    """People named in fewer articles stand in no index from A to Z; their pages are found by search and by links."""
    organization_page: int = 2
    place_page: int = 2
    source_page: int = 1
    credit_page: int = 2
    indexed: int = 2
    """People named in fewer articles than this carry ``noindex`` and stay out of the sitemap."""
    feed: int = 5
    """People, topics, stories and sources with fewer articles than this have no feed of their own."""
    settled: int = 1
    """Published people named in more articles are merged, parted or retitled by nobody but a maintainer."""
    search_filter: int = 2
    """People named in fewer articles are no filter of the search page."""
    story: float | None = None
    """A story that the program proposes gets its page if it is so sure of it, from 0 to 1; null: none does.

    An address is for ever, and not every proposal is one that an editor would make.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where readers write to. Both stay empty until a maintainer fills them in."""

    corrections: str | None = None
    """An address of an issue tracker's new-issue page, or a mail address."""
    privacy: str | None = None
    """A mail address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """archive.yml: the archive as a whole."""

    version: Literal[1]
    description: str = ""
    """One sentence on what is collected here; shown on the home page."""
    language: str = "en"
    models: Mapping[str, str] = field(default_factory=dict)
    """Language -> spaCy model to try first; ``{en: en_core_web_sm}``."""
    captured: str | None = None
    """When the originals were collected, if nothing else says so: an upper bound for undated articles."""
    originals_alive: bool = False
    """The original addresses still answer: then they are the canonical ones."""
    folders: Mapping[str, FolderDefaults] = field(default_factory=dict)
    accept_quarantine: tuple[AcceptedQuarantine, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    limits: Limits = field(default_factory=Limits)
    contact: Contact = field(default_factory=Contact)
    rights: str = ""
    """What readers may do with the texts; shown on every article whose rights are unknown."""
    few_files: bool = False
    """The host counts files: longer lists on fewer pages, one feed, a search index in larger pieces."""
