"""A small archive made by hand, and what `publish` makes of it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, cast

import yaml
from lxml import html as lxml_html

from generator.config.schema import (
    ArchiveSettings,
    CleaningFile,
    JudgementsFile,
    LearnedFile,
    OrganizationsFile,
    OutletsFile,
    PeopleFile,
    PlacesFile,
    Site,
    SiteConfig,
    SourcesFile,
    StoriesFile,
    TopicsFile,
)
from generator.model import (
    AccountedLine,
    Archive,
    ArticleRow,
    Because,
    Block,
    Citation,
    CitedBy,
    CleanArticle,
    Entity,
    EntityMention,
    Filing,
    NameForm,
    Outlet,
    OutletRef,
    Permalink,
    Related,
    Source,
    Surname,
    Topic,
)
from generator.publishing import PublishContext, Published, publish
from generator.stages.clean import Cleaned, row_of_cleaned
from tests.rows import row

CONFIG = SiteConfig(
    site=Site(name="The Test File", url="https://archive.example/clips/"),
    archive=ArchiveSettings(version=1, description="Clips for tests."),
    outlets=OutletsFile(version=1),
    sources=SourcesFile(version=1),
    cleaning=CleaningFile(version=1),
    people=PeopleFile(version=1),
    judgements=JudgementsFile(version=1),
    organizations=OrganizationsFile(version=1),
    places=PlacesFile(version=1),
    topics=TopicsFile(version=1),
    stories=StoriesFile(version=1),
    learned=LearnedFile(version=1),
)
DAILY = OutletRef(key="daily", name="The Daily", basis="folder")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clip:
    """An article in short: paragraphs, and what was made of them."""

    id: str
    paragraphs: tuple[str, ...]
    date: str | None = "1969-07-20"
    removed: tuple[tuple[str, str], ...] = ()
    """Rule and text."""
    blocks: tuple[Block, ...] | None = None
    clean: Mapping[str, Any] = field(default_factory=dict)
    row: Mapping[str, Any] = field(default_factory=dict)


def cleaned(clip: Clip) -> CleanArticle:
    """The clip as the cleaning stage would hand it over."""
    text = "\n\n".join(clip.paragraphs)
    blocks, start = [], 0
    for paragraph in clip.paragraphs:
        blocks.append(Block(kind="paragraph", start=start, end=start + len(paragraph)))
        start += len(paragraph) + 2
    account = tuple(
        AccountedLine(number=number, fate="removed", rule=rule, text=line)
        for number, (rule, line) in enumerate(clip.removed, start=1)
    )
    return CleanArticle(id=clip.id, text=text, blocks=clip.blocks or tuple(blocks), account=account, **clip.clean)


def rows_of(clips: tuple[Clip, ...]) -> dict[str, ArticleRow]:
    """The clips' rows."""
    return {clip.id: replace(row(clip.id, published=clip.date), **{"outlet": DAILY, **clip.row}) for clip in clips}


def entity(clips: tuple[Clip, ...], identifier: str, name: str, **fields: Any) -> Entity:
    """An entity mentioned wherever one of its forms stands in a clip."""
    forms = fields.pop("forms", (NameForm(text=name, count=1),))
    mentions = []
    for clip in clips:
        text = cleaned(clip).text
        for form in forms:
            start = text.find(form.text)
            if start >= 0:
                mentions.append(
                    EntityMention(
                        article=clip.id, text=form.text, start=start, end=start + len(form.text), rule="full-name"
                    )
                )
    return Entity(
        **{"kind": "person", "id": identifier, "name": name, "forms": forms, "mentions": tuple(mentions), **fields}
    )


def archive_of(clips: tuple[Clip, ...], entities: tuple[Entity, ...] = (), **fields: Any) -> Archive:
    """The clips as an archive: one outlet, and what is named."""
    defaults: dict[str, Any] = {
        "surnames": (),
        "topics": (),
        "filings": {},
        "sources": (),
        "outlets": (Outlet(id="the-daily", name="The Daily", articles=tuple(sorted(clip.id for clip in clips))),),
        "related": {},
        "version_of": {},
    }
    return Archive(articles=rows_of(clips), entities=entities, **{**defaults, **fields})


def addresses_of(archive: Archive) -> dict[tuple[str, str], str]:
    """An address for everything in the archive."""
    folders = {"person": "people", "organization": "organizations", "place": "places", "topic": "topics"}
    found = {("article", key): f"articles/{key}/" for key in archive.articles}
    found |= {(one.kind, one.id): f"{folders[one.kind]}/{one.id}/" for one in archive.entities}
    found |= {
        (one.kind, one.id): f"{'stories' if one.kind == 'story' else 'topics'}/{one.id}/" for one in archive.topics
    }
    found |= {("source", one.id): f"sources/{one.id}/" for one in archive.sources}
    found |= {("outlet", one.id): f"outlets/{one.id}/" for one in archive.outlets}
    found |= {("credit", one.id): f"credits/{one.id}/" for one in archive.credits}
    found |= {("surname", one.id): f"surnames/{one.id}/" for one in archive.surnames}
    return found


@dataclass(frozen=True, slots=True, kw_only=True)
class Laid:
    """Everything that `publish` wrote."""

    out: Path
    published: Published

    def front(self, path: str) -> dict[str, Any]:
        """The front matter of a page."""
        return dict(yaml.safe_load(self.source(path).removeprefix("---\n").split("\n---\n")[0]))

    def source(self, path: str) -> str:
        """The source of a page."""
        return (self.out / "docs" / path).read_text(encoding="utf-8")

    def tree(self, path: str) -> lxml_html.HtmlElement:
        """The HTML block of a page, parsed."""
        return cast("lxml_html.HtmlElement", lxml_html.fromstring(self.html(path)))

    def html(self, path: str) -> str:
        """The HTML block of a page."""
        return self.source(path).split("\n---\n", 1)[1].strip()


def _told(row: ArticleRow, articles: Mapping[str, CleanArticle]) -> ArticleRow:
    """A row with what it knows of its text, which tests change behind its back."""
    clean = row_of_cleaned(row.id, Cleaned(article=articles[row.id])) if row.id in articles else None
    return replace(row, whole=clean.whole, links=clean.links) if clean else row


def lay(out: Path, clips: tuple[Clip, ...], archive: Archive | None = None, **given: Any) -> Laid:
    """Publish an archive of clips into a folder."""
    archive = archive or archive_of(clips)
    articles = {clip.id: cleaned(clip) for clip in clips}
    archive = replace(archive, articles={key: _told(row, articles) for key, row in archive.articles.items()})
    published = publish(
        archive,
        articles.__getitem__,
        given.get("permalinks", addresses_of(archive)),
        given.get("config", CONFIG),
        PublishContext(out=out, pages=given.get("pages", out / "no-pages"), registry=given.get("registry", ())),
    )
    return Laid(out=out, published=published)


LANDING = Clip(
    id="landing",
    paragraphs=(
        "HOUSTON — Neil Armstrong landed the craft himself. Mr. Smith of the agency watched.",
        "The moon landing was seen by many. Neil Armstrong said little of it.",
    ),
    removed=(("repeated:most", "Skip to main content"), ("outside-article", "A stranger wrote: call me at home")),
    row={
        "authors": ("Jane Doe",),
        "sources": (Citation(name="NASA", count=2),),
        "photo_credits": ("NASA",),
    },
)
LATER = Clip(id="later", paragraphs=("Years later Neil Amstrong recalled the moon landing.",), date="1979")
LOST = Clip(id="lost", paragraphs=("Nobody knows when this was written.",), date=None, row={"title": None})
CLIPS = (LANDING, LATER, LOST)
ARMSTRONG = entity(
    CLIPS,
    "neil-armstrong",
    "Neil Armstrong",
    forms=(NameForm(text="Neil Armstrong", count=2), NameForm(text="Neil Amstrong", count=1, misspelling=True)),
)
_START = cleaned(LANDING).text.index("moon landing")
MOON = Filing(
    topic="moon", score=3, because=(Because(text="moon landing", where="body", start=_START, end=_START + 12),)
)
WHOLE = archive_of(
    CLIPS,
    (ARMSTRONG,),
    topics=(
        Topic(id="space", name="Space", iptc="medtop:20000735"),
        Topic(id="moon", name="The Moon", parent="space", description="All about the Moon."),
    ),
    filings={"landing": (MOON,), "later": (replace(MOON, because=()),)},
    sources=(
        Source(id="nasa", name="NASA", cited_by=(CitedBy(article="landing", count=2, kind="credit", text="NASA"),)),
    ),
    related={"landing": (Related(article="later", score=2.0, people=("neil-armstrong",), topics=("moon",)),)},
    surnames=(
        Surname(
            id="smith",
            surname="Smith",
            bearers=(),
            mentions=(EntityMention(article="landing", text="Smith", start=54, end=59, rule="surname"),),
        ),
    ),
)
REGISTRY = (
    Permalink(kind="article", id="landing", address="articles/landing/", added="2026-01-02"),
    Permalink(kind="article", id="later", address="articles/later/", added="2026-02-03"),
    Permalink(kind="article", id="old", address="articles/old/", added="2026-01-02", state="gone"),
    Permalink(kind="person", id="n-armstrong", address="people/n-armstrong/", added="", state="redirect:neil-a"),
    Permalink(kind="person", id="neil-a", address="people/neil-a/", added="", state="redirect:neil-armstrong"),
    Permalink(kind="person", id="both", address="people/both/", added="", state="split:neil-armstrong+nobody"),
    Permalink(kind="person", id="hidden", address="people/hidden/", added="", state="private"),
)
