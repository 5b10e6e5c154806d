"""What came in: originals as they were found, and what people or exporters say of them."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields
from typing import Literal

Form = Literal["text", "html", "markdown", "clean"]
"""How an original's text is to be read. ``clean`` text is kept to the code point."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What people or exporters say of an original, already merged by precedence. None: nobody said."""

    id: str | None = None
    url: str | None = None
    retrieved: str | None = None
    outlet: str | None = None
    title: str | None = None
    date: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] | None = None
    rights: str | None = None
    language: str | None = None
    topics: tuple[str, ...] | None = None
    topics_add: tuple[str, ...] | None = None
    topics_remove: tuple[str, ...] | None = None
    cleaned: bool | None = None
    basis: Mapping[str, str] = field(default_factory=dict)
    """Key -> where it was said: ``front matter``, ``a.txt.meta.yml``, ``metadata.csv:5``, ``record 3``, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article comes from: enough to find the untouched original again."""

    path: str
    """Below content/articles, with forward slashes."""
    sha256: str
    """Of the file's bytes, or of the record's where a file holds many."""
    media_type: str
    record: str | None = None
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRef:
    """The publication an original comes from. ``key`` groups files for the survey; '' when nothing tells."""

    key: str
    name: str
    basis: str
    """``metadata``, ``address``, ``folder``, or '' where unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OriginalRow:
    """All that is known of an original but its text: that is read again where it is wanted."""

    id: str
    origin: Origin
    form: Form
    metadata: Metadata
    outlet: OutletRef
    warnings: tuple[str, ...] = ()
    """What was said of it and could not be used: unknown keys, dates that cannot be; each begins with its file."""
    place: int = 0
    """Which of the originals of its file it is, from 0."""
    digest: str = ""
    """Of its text: what is remembered of the text is remembered by it."""
    size: int = 0
    """Characters of its text."""

    def with_text(self, text: str) -> Original:
        """It with its text."""
        return Original(**{one.name: getattr(self, one.name) for one in fields(OriginalRow)}, text=text)


@dataclass(frozen=True, slots=True, kw_only=True)
class Original(OriginalRow):
    """One raw article, decoded and made safe to read, otherwise untouched."""

    text: str
    """NFC, repaired, without control, bidi and zero-width characters, line ends ``\\n``."""

    @property
    def row(self) -> OriginalRow:
        """It without its text."""
        return OriginalRow(**{one.name: getattr(self, one.name) for one in fields(OriginalRow)})


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A file or record that could not be read. It is reported and kept; the rest is built."""

    path: str
    sha256: str
    reason: str
    record: str | None = None
    accepted: bool = False
    """A maintainer has accepted it in archive.yml by path and hash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A record of a web archive, feed or mirror that is no article, and why: it is counted, and nothing is wrong."""

    path: str
    record: str
    """Its address where it has one, else how it calls itself."""
    reason: str
    """One of few: ``redirect``, ``status 404``, ``only a summary``, …"""
