"""Small archives written as YAML: what stands in them, and who must be found."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import msgspec
import yaml

from generator.config import schema
from generator.model import ArticleRow, Dating, Mention, MentionKind, Metadata, Origin, OutletRef

GOLDEN = Path(__file__).parent.parent / "golden" / "resolution"
_KINDS: dict[str, MentionKind] = {"P": "person", "O": "organization", "L": "place", "T": "thing", "U": "unknown"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """A case's articles and what is expected of them; every expectation but ``people`` may be missing."""

    what: str
    articles: dict[str, Any]
    people: dict[str, list[str]]
    surnames: dict[str, list[str]] = field(default_factory=dict)
    organizations: dict[str, list[str]] | None = None
    places: dict[str, list[str]] | None = None
    misspellings: dict[str, list[str]] = field(default_factory=dict)
    mentions: dict[str, int] = field(default_factory=dict)
    ids: dict[str, list[str]] = field(default_factory=dict)
    warnings: list[str] = field(default_factory=list)
    locked: list[str] = field(default_factory=list)
    held: list[list[str]] = field(default_factory=list)
    judgements: list[dict[str, Any]] = field(default_factory=list)
    people_yml: dict[str, Any] = field(default_factory=dict)
    not_a_person: list[str] = field(default_factory=list)


def load_case(path: Path) -> Case:
    """The case of one file."""
    return Case(**yaml.safe_load(path.read_text(encoding="utf-8")))


def rows_of(case: Case) -> list[ArticleRow]:
    """The case's articles. A sentence is ``P title|name; O name``: person, organization, Location, thing, unknown."""
    rows = []
    for article, found in case.articles.items():
        sentences = found["text"] if isinstance(found, dict) else found
        date = str(found["date"]) if isinstance(found, dict) else None
        rows.append(row_of(article, sentences, date))
    return rows


def row_of(article: str, sentences: list[str], date: str | None = None) -> ArticleRow:
    """One article by its sentences, in the notation of ``rows_of``."""
    mentions = []
    at = 0
    for number, sentence in enumerate(sentences):
        for part in sentence.split("; "):
            role, _, text = part[2:].rpartition("|")
            # A trailing "(" in a case puts the next mention in brackets right behind this one.
            bracket = text.endswith(" (")
            text = text.removesuffix(" (")
            mentions.append(
                Mention(kind=_KINDS[part[0]], text=text, start=at, end=at + len(text), role=role, sentence=number)
            )
            at += len(text) + (2 if bracket else 20)
    return ArticleRow(
        id=article,
        origin=Origin(path=article, sha256="", media_type="text/plain"),
        outlet=OutletRef(key="", name="", basis=""),
        metadata=Metadata(),
        title=None,
        authors=(),
        dateline=None,
        published=Dating(date=date, basis="label") if date else None,
        updated=None,
        not_before=None,
        not_after=None,
        language="en",
        sources=(),
        photo_credits=(),
        contributors=(),
        captions=(),
        standfirst=None,
        corrections=(),
        words=0,
        mentions=tuple(mentions),
        dates=(),
    )


def config_of(case: Case | None = None) -> schema.SiteConfig:
    """A configuration with the case's people.yml and nothing else."""
    entries = case.people_yml if case else {}
    people = {
        slug: schema.EntityEntry(
            name=entry["name"],
            aliases=tuple(entry.get("aliases", ())),
            misspellings=tuple(entry.get("misspellings", ())),
            merge=tuple(entry.get("merge", ())),
            articles=entry.get("articles", {}),
            private=entry.get("private", False),
        )
        for slug, entry in entries.items()
    }
    return schema.SiteConfig(
        site=schema.Site(name="Test"),
        archive=schema.ArchiveSettings(version=1),
        outlets=schema.OutletsFile(version=1),
        sources=schema.SourcesFile(version=1),
        cleaning=schema.CleaningFile(version=1),
        people=schema.PeopleFile(version=1, people=people, not_a_person=tuple(case.not_a_person) if case else ()),
        judgements=schema.JudgementsFile(
            version=1,
            judgements=tuple(msgspec.convert(one, schema.Judgement) for one in case.judgements) if case else (),
        ),
        organizations=schema.OrganizationsFile(version=1),
        places=schema.PlacesFile(version=1),
        topics=schema.TopicsFile(version=1),
        stories=schema.StoriesFile(version=1),
        learned=schema.LearnedFile(version=1),
    )
