"""The pages that every archive has: home, recently added, search, about, method, and the maintainers' own."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import groupby
from math import log
from pathlib import Path
from typing import Final

import yaml

from generator.publishing.articles import Fact
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.chart import chart
from generator.publishing.entities import span, summary
from generator.publishing.entries import Entry
from generator.publishing.listing import Period
from generator.publishing.page import Page
from generator.publishing.subjects import topic_facts
from generator.publishing.wording import counted, in_words

_NEWEST: Final = 6
_RECENT: Final = 100
"""More would make the page heavy."""
_PEOPLE: Final = 24
_TOPICS: Final = 8
_DECADES: Final = 5
_SUBJECTS: Final = 4
"""So many people and topics stand for a decade."""
_FRONT: Final = re.compile(r"---[ \t]*\n(.*?)\n---[ \t]*\n", re.DOTALL)
_HEADING: Final = re.compile(r"#[ \t]+(.+)$", re.MULTILINE)


def home_page(catalog: Catalog, pages: Path, recent: Sequence[Period]) -> Page:
    """The front door: what this is, search, the newest, people and topics, and a chart that leads to the years."""
    title, text = _read(pages / "home.md", catalog.config.site.name)
    added = [entry for period in recent for entry in period.entries][:_NEWEST]
    settings = catalog.config.archive
    return Page(
        address="",
        kind="home",
        headline=title,
        template="home",
        source="index.md",
        markdown=text or f"# {title}\n\n{settings.description}\n\n",
        description=settings.description or f"{title}: {_size(catalog)}.",
        values={
            "size": _size(catalog),
            "counts": _counts(catalog),
            "chart": chart(catalog.order),
            "newest": catalog.order[:_NEWEST],
            "telling": _telling(catalog),
            "added": added if len(recent) > 1 else [],
            "people": _most_named(catalog),
            "decades": _by_decade(catalog),
            "topics": topic_facts(catalog, "topic")[:_TOPICS],
            "stories": topic_facts(catalog, "story")[:_TOPICS],
            "ld": {"@context": "https://schema.org", "@type": "WebSite", "name": catalog.config.site.name},
        },
    )


def standing_pages(catalog: Catalog, pages: Path, recent: Sequence[Period]) -> Iterator[Page]:
    """Recently added, search, method, about, and whatever else lies in content/pages."""
    name = catalog.config.site.name
    yield Page(
        address="recently-added/",
        kind="recent",
        headline="Recently added",
        template="recent",
        values={"periods": recent, "total": len(catalog.order)},
        description=f"The articles that came into {name} last.",
    )
    yield Page(
        address="search/",
        kind="search",
        headline="Search",
        template="search",
        values={"size": _size(catalog)},
        description=f"Search {name}: {_size(catalog)}.",
        indexed=False,
    )
    yield Page(
        address="method/",
        kind="method",
        headline="How these pages are made",
        template="method",
        values={"thresholds": catalog.config.archive.thresholds},
        description=f"How the pages of {name} are made, and what can be wrong with them.",
    )
    yield from _own_pages(catalog, pages)


def recently_added(catalog: Catalog, added: Mapping[str, str]) -> tuple[Period, ...]:
    """The articles by the day on which the archive first published them (``added``), the last day first."""
    order = {entry.id: number for number, entry in enumerate(catalog.order)}
    known = sorted((article for article in added if article in order), key=lambda article: order[article])
    known.sort(key=lambda article: added[article], reverse=True)
    return tuple(
        Period(key=day, name=in_words(day), entries=tuple(catalog.entry(article) for article in group))
        for day, group in groupby(known[:_RECENT], key=lambda article: added[article])
    )


def _own_pages(catalog: Catalog, pages: Path) -> Iterator[Page]:
    names = sorted(path.name for path in pages.glob("*.md")) if pages.is_dir() else []
    for name in dict.fromkeys(["about.md", *(one for one in names if one != "home.md")]):
        title, text = _read(pages / name, "About this archive" if name == "about.md" else Path(name).stem)
        yield Page(
            address=f"{Path(name).stem}/",
            kind="about" if name == "about.md" else "own",
            headline=title,
            template="about" if name == "about.md" else "own",
            source=name,
            markdown=text or f"# {title}\n\n{catalog.config.archive.description}\n\n",
            values={"size": _size(catalog), "counts": _counts(catalog), "archive": catalog.config.archive},
        )


def _read(path: Path, title: str) -> tuple[str, str]:
    """Title and Markdown of a page by the maintainers; no text where there is no file."""
    if not path.is_file():
        return title, ""
    text = path.read_text(encoding="utf-8").replace("\r\n", "\n")
    if front := _FRONT.match(text):
        values = yaml.safe_load(front[1])
        title = str(values.get("title", title)) if isinstance(values, dict) else title
        text = text[front.end() :]
    elif heading := _HEADING.search(text):
        title = heading[1].strip()
    return title, f"{text.strip()}\n\n"


def _size(catalog: Catalog) -> str:
    years = span(catalog.order)
    return counted(len(catalog.order), "article") + (f", {years}" if years else "")


def _counts(catalog: Catalog) -> tuple[tuple[str, int, str], ...]:
    kinds = [entity.kind for entity in catalog.entities]
    found = [(folder, kinds.count(kind), f"{folder}/") for kind, folder in FOLDERS.items()]  # type: ignore[arg-type]
    topics = sum(catalog.address(topic.kind, topic.id) is not None for topic in catalog.archive.topics)
    found += [("topics", topics, "topics/"), ("sources", len(catalog.archive.sources), "sources/")]
    return (("articles", len(catalog.order), "years/"), *found, ("outlets", len(catalog.archive.outlets), "outlets/"))


def _telling(catalog: Catalog) -> tuple[Entry, ...]:
    """Articles that much else leads to: named as related most often, one a decade at most."""
    counts: dict[str, float] = {}
    for related in catalog.archive.related.values():
        for one in related:
            counts[one.article] = counts.get(one.article, 0.0) + one.score
    chosen: dict[str, Entry] = {}
    for article in sorted(counts, key=lambda article: (-round(counts[article], 6), article)):
        row = catalog.archive.articles.get(article)
        if row is not None and row.title is not None:
            entry = catalog.entry(article)
            chosen.setdefault(entry.date[:3], entry)
    return tuple(sorted(list(chosen.values())[:_NEWEST], key=lambda entry: (not entry.date, entry.date)))


def _most_named(catalog: Catalog) -> tuple[Fact, ...]:
    ranked = sorted(catalog.people.values(), key=lambda one: (-catalog.counts["person", one.id], one.name))
    return tuple(_fact(catalog, one.id) for one in ranked[:_PEOPLE])


def _fact(catalog: Catalog, person: str) -> Fact:
    entity = catalog.people[person]
    return Fact(
        name=entity.name,
        address=catalog.address("person", person),
        count=catalog.counts["person", person],
        note=summary(catalog, entity),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class Decade:
    """What was in the news in ten years."""

    name: str
    people: tuple[Fact, ...]
    topics: tuple[Fact, ...]


def _by_decade(catalog: Catalog) -> tuple[Decade, ...]:
    """For each decade the people named in most of its articles, and the topics of which it wrote more than others."""
    years: defaultdict[str, list[Entry]] = defaultdict(list)
    for entry in catalog.order:
        if entry.date:
            years[f"{entry.date[:3]}0s"].append(entry)
    return tuple(
        Decade(
            name=name,
            people=_people_of(catalog, entries),
            topics=_topics_of(catalog, entries),
        )
        for name, entries in sorted(years.items())
    )


def _people_of(catalog: Catalog, entries: Sequence[Entry]) -> tuple[Fact, ...]:
    present = (one.entity for entry in entries for one in catalog.present.get(entry.id, ()))
    counts = Counter(one.id for one in present if one.kind == "person" and one.id in catalog.people)
    ranked = sorted(counts, key=lambda person: (-counts[person], catalog.people[person].name))
    best = [person for person in ranked if counts[person] > 1][:_DECADES] or ranked[:_DECADES]
    return tuple(_fact(catalog, person) for person in best)


def _topics_of(catalog: Catalog, entries: Sequence[Entry]) -> tuple[Fact, ...]:
    counts = Counter(filing.topic for entry in entries for filing in catalog.archive.filings.get(entry.id, ()))
    share = len(entries) / len(catalog.order)

    def surprise(topic: str) -> float:
        return counts[topic] * log(1 + counts[topic] / (share * len(catalog.filed[topic])))

    known = (topic for topic in counts if topic in catalog.topics)
    ranked = sorted(known, key=lambda topic: (-round(surprise(topic), 6), topic))
    shown = [topic for topic in (catalog.topics[one] for one in ranked) if catalog.address(topic.kind, topic.id)]
    return tuple(Fact(name=topic.name, address=catalog.address(topic.kind, topic.id)) for topic in shown[:_SUBJECTS])
