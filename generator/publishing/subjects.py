"""Pages of topics and stories: what is filed there and why, when it was in the news, and who is in it."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.model import Topic
from generator.publishing.articles import Fact
from generator.publishing.catalog import ENTITY_KINDS, Catalog
from generator.publishing.chart import chart
from generator.publishing.entities import span
from generator.publishing.entries import Entry
from generator.publishing.feeds import feed_of
from generator.publishing.listing import shelf_pages, shelve, whole_list
from generator.publishing.page import Page
from generator.publishing.reasons import ASKED, BY_MAINTAINERS, commonest, form, told_once
from generator.publishing.structured import trail
from generator.publishing.wording import counted, listed

_ABOVE: Final = {"topic": ("Topics", "topics/"), "story": ("Stories", "stories/")}
_SHOWN: Final = 12
_PHRASES: Final = 10
_LEARNED: Final = 6
_TELLING: Final = 4
"""So many articles are named as most about a topic, where it has at least twice as many."""


def shown(catalog: Catalog) -> list[Topic]:
    """Every topic and story that has an address."""
    topics = sorted(catalog.archive.topics, key=lambda topic: topic.id)
    return [topic for topic in topics if catalog.address(topic.kind, topic.id) is not None]


def around(catalog: Catalog, topic: Topic) -> tuple[object, ...]:
    """What a topic's page shows that neither it nor its articles tell."""
    return _below(catalog, topic), _parent(catalog, topic), _telling(catalog, topic)


def topic_indexes(catalog: Catalog) -> Iterator[Page]:
    """The index of topics with their sub-topics, and that of stories."""
    topics, stories = _tree(catalog), _facts(catalog, [one for one in catalog.archive.topics if one.kind == "story"])
    values = {"topics": topics, "stories": stories, "years": ()}
    name = catalog.config.site.name
    yield Page(
        address="topics/",
        kind="index",
        headline="Topics",
        template="topics",
        values=values,
        description=f"What the articles of {name} are about, and the stories that run through them.",
    )
    yield Page(
        address="stories/",
        kind="index",
        headline="Stories",
        template="topics",
        values={"topics": (), "stories": (), "years": tuple(_by_year(catalog))},
        description=f"Subjects bounded in time that run through the articles of {name}.",
    )


def _by_year(catalog: Catalog) -> Iterator[tuple[str, tuple[Fact, ...]]]:
    """The stories under the year in which each ended, the newest first; the year is not said again beside a name."""
    ends: defaultdict[str, list[Topic]] = defaultdict(list)
    for one in catalog.archive.topics:
        if one.kind == "story":
            dates = (catalog.entry(article).date[:4] for article in catalog.under.get(one.id, ()))
            ends[max(dates, default="")].append(one)
    for year in sorted(ends, reverse=True):
        facts = _facts(catalog, ends[year])
        if facts:
            yield year, tuple(replace(fact, name=fact.name.removesuffix(f", {year}")) for fact in facts)


def topic_facts(catalog: Catalog, kind: str) -> tuple[Fact, ...]:
    """Topics or stories with a page, the biggest first."""
    facts = _facts(catalog, [one for one in catalog.archive.topics if one.kind == kind])
    return tuple(sorted(facts, key=lambda fact: (-fact.count, fact.name)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Branch:
    """A topic in the index, and the topics below it."""

    fact: Fact
    below: tuple[Branch, ...]


def _tree(catalog: Catalog, parent: str | None = None, seen: frozenset[str] = frozenset()) -> tuple[Branch, ...]:
    """The topics below one; at the top all whose parent has no page."""
    shown = {one.id: one for one in catalog.archive.topics if one.kind == "topic" and catalog.address("topic", one.id)}
    here = [
        one
        for one in shown.values()
        if (one.parent == parent or (parent is None and one.parent not in shown)) and one.id not in seen
    ]
    return tuple(
        Branch(fact=_fact(catalog, one), below=_tree(catalog, one.id, seen | {one.id}))
        for one in sorted(here, key=lambda one: one.name.casefold())
    )


def _facts(catalog: Catalog, topics: Sequence[Topic]) -> tuple[Fact, ...]:
    shown = [one for one in topics if catalog.address(one.kind, one.id) is not None]
    return tuple(_fact(catalog, one) for one in sorted(shown, key=lambda one: one.name.casefold()))


def _fact(catalog: Catalog, topic: Topic) -> Fact:
    articles = catalog.under.get(topic.id, ())
    years = catalog.years(articles)
    return Fact(
        name=topic.name,
        address=catalog.address(topic.kind, topic.id),
        count=len(catalog.archive.stories(articles)),
        years="" if topic.name.endswith(years) else years,
    )


def topic_pages(catalog: Catalog, topic: Topic) -> Iterator[Page]:
    """The page of a topic or story that has an address, and the years of one that fills more than a page."""
    address = catalog.permalinks[topic.kind, topic.id]
    entries = _explained(catalog, topic)
    whole = whole_list(catalog.config)
    shelf = shelve(address, entries, whole)
    years = span(entries)
    summary = counted(len(entries), "article") + (f", {years}" if not topic.name.endswith(years) else "")
    page = Page(
        address=address,
        kind=topic.kind,
        headline=topic.name,
        template="topic",
        values={
            "topic": topic,
            "summary": summary,
            "phrases": _phrases(catalog, topic),
            "learned": _learned(catalog, topic),
            "telling": _telling(catalog, topic),
            "chart": chart(entries),
            "shelf": shelf,
            "facts": _inside(catalog, topic),
            "below": _below(catalog, topic),
            "parent": _parent(catalog, topic),
            "ld": trail(catalog, _ABOVE[topic.kind], (topic.name, address)),
        },
        description=topic.description or f"{topic.name} in {catalog.config.site.name}: {summary}.",
        feed=feed_of(catalog, topic.kind, topic.id, len(entries)),
    )
    yield page
    yield from shelf_pages(address, entries, page, whole)


def _below(catalog: Catalog, topic: Topic) -> tuple[Fact, ...]:
    return _facts(catalog, [one for one in catalog.archive.topics if one.parent == topic.id])


def _parent(catalog: Catalog, topic: Topic) -> Fact | None:
    parent = catalog.topics.get(topic.parent or "")
    return _fact(catalog, parent) if parent and catalog.address(parent.kind, parent.id) else None


def _explained(catalog: Catalog, topic: Topic) -> tuple[Entry, ...]:
    """The topic's articles, each with the phrases that put it there."""
    found = []
    within = _within(catalog, topic)
    for entry in catalog.newest(catalog.under.get(topic.id, ())):
        filings = [one for one in catalog.archive.filings[entry.id] if one.topic in within]
        texts = told_once(because.text for filing in filings for because in filing.because)[:4]
        asked = BY_MAINTAINERS if any(one.basis in ASKED for one in filings) else ""
        found.append(replace(entry, note=f"mentions {listed([f'“{text}”' for text in texts])}" if texts else asked))
    return tuple(found)


def _within(catalog: Catalog, topic: Topic) -> frozenset[str]:
    """The topic and everything below it."""
    found = {topic.id}
    while more := {one.id for one in catalog.archive.topics if one.parent in found} - found:
        found |= more
    return frozenset(found)


def _phrases(catalog: Catalog, topic: Topic) -> tuple[tuple[str, int], ...]:
    """What puts most of its articles there, each with their number."""
    within = _within(catalog, topic)
    filed = (catalog.archive.filings[article] for article in catalog.under.get(topic.id, ()))
    told = [
        told_once(because.text for one in filings if one.topic in within for because in one.because)
        for filings in filed
    ]
    return commonest(told, _PHRASES)


def _telling(catalog: Catalog, topic: Topic) -> tuple[Fact, ...]:
    """The articles that say most for a topic, where there are too many to see that at a glance."""
    articles = catalog.under.get(topic.id, ())
    if topic.kind == "story" or len(articles) < 2 * _TELLING:
        return ()
    within = _within(catalog, topic)
    scores = {
        id_: sum(filing.score for filing in catalog.archive.filings[id_] if filing.topic in within) for id_ in articles
    }
    best = sorted(articles, key=lambda id_: (-scores[id_], id_))[:_TELLING]
    entries = [catalog.entry(id_) for id_ in best]
    return tuple(Fact(name=entry.title, address=entry.address, years=entry.date[:4]) for entry in entries)


def _learned(catalog: Catalog, topic: Topic) -> str:
    """What the archive has taught of the topic, in a sentence; '' where it has taught nothing."""
    if not topic.learned_from:
        return ""
    within = _within(catalog, topic)
    filings = [f for a in catalog.under.get(topic.id, ()) for f in catalog.archive.filings[a] if f.topic in within]
    said = {form(because.text) for f in filings if f.basis != "learned" for because in f.because}
    learned = ([because.text for because in f.because] for f in filings if f.basis == "learned")
    words = commonest(
        ([text for text in texts if text.isalpha() and form(text) not in said] for texts in learned), _LEARNED
    )
    told = f"{counted(topic.learned_from, 'article')} of this archive taught the program which words are typical here"
    return told + (f": {listed([f'“{word}”' for word, _ in words])}." if words else ".")


def _inside(catalog: Catalog, topic: Topic) -> dict[str, tuple[Fact, ...]]:
    """Who and what is named in a topic's articles, and which sources they cite."""
    counts: Counter[tuple[str, str]] = Counter()
    names: dict[tuple[str, str], str] = {}
    for article in catalog.under.get(topic.id, ()):
        for one in catalog.present.get(article, ()):
            counts[one.entity.kind, one.entity.id] += 1
            names[one.entity.kind, one.entity.id] = one.entity.name
        for source, _, _ in catalog.cited.get(article, ()):
            counts["source", source.id] += 1
            names["source", source.id] = source.name
    ranked = sorted(counts.items(), key=lambda item: (-item[1], names[item[0]]))
    return {
        kind: tuple(
            Fact(name=names[key], address=catalog.address(*key), count=count)
            for key, count in ranked
            if key[0] == kind and catalog.address(*key)
        )[:_SHOWN]
        for kind in (*ENTITY_KINDS, "source")
    }
