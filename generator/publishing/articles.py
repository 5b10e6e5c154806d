"""An article's page: the text, the facts beside it, where it comes from and how it was made."""

from __future__ import annotations

from bisect import bisect_right
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final

from generator.model import ArticleRow, CleanArticle, Filing
from generator.publishing import body
from generator.publishing.catalog import FOLDERS, Catalog
from generator.publishing.citing import cite
from generator.publishing.entries import UNDATED, Entry, Presence, Quote
from generator.publishing.front_matter import front_matter
from generator.publishing.neighbours import Step
from generator.publishing.page import Page
from generator.publishing.reasons import ASKED, BY_MAINTAINERS, told_once
from generator.publishing.sentences import Sentence, sentences
from generator.publishing.structured import absolute, news_article, trail
from generator.publishing.versions import Version
from generator.publishing.wording import briefly, certainty, dated_by, in_words, listed, ruled, when
from generator.text.slugs import slug
from generator.text.urls import safe_href

_BECAUSE: Final = 3
_QUOTE_BEFORE: Final = 160
_QUOTE_AFTER: Final = 200
_DESCRIPTION: Final = 155

Quotes = dict[tuple[str, str], Quote]
"""(kind, id) of an entity -> the sentence of the article that first names it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Fact:
    """A line beside the article: a name, where it leads, and what there is to say of it."""

    name: str
    address: str | None
    count: int = 0
    years: str = ""
    note: str = ""
    filtered: bool = False
    """The search page filters by it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Made:
    """One line of "how this page was made"."""

    rule: str
    count: int
    text: str = ""
    """Only of lines that stand in several originals: strangers' comments are not published again."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """Another article worth reading, and why."""

    entry: Entry
    reason: str


def article_page(
    catalog: Catalog,
    article: CleanArticle,
    steps: tuple[Step, ...],
    read_next: tuple[Reading, ...],
    versions: tuple[Version, ...],
) -> tuple[Page, Quotes]:
    """The page, and the sentence for each entity in it, which their pages show."""
    row = catalog.archive.articles[article.id]
    present = catalog.present.get(article.id, ())
    spans = sentences(article)
    address = catalog.permalinks["article", article.id]
    title = catalog.titles[article.id]
    is_open = partial(catalog.is_open, article.id)
    description = _description(row.standfirst, article.text, spans, is_open)
    original = safe_href(row.origin.url) if row.origin.url else None
    page = Page(
        address=address,
        kind="article",
        headline=title,
        template="article",
        front=front_matter(catalog, row, present),
        description=description,
        canonical=original if catalog.config.archive.originals_alive else None,
        values={
            "row": row,
            "title": title,
            "when": when(row),
            "briefly": briefly(row),
            "certainty": certainty(row.published) if row.published else "",
            "dated_by": dated_by(row.published) if row.published else "",
            "original": original,
            "captured": captured(row),
            "pieces": body.pieces(article, spans, body.targets(catalog, article, present)),
            "facts": _facts(catalog, present),
            "topics": _topics(catalog, row),
            "sources": _sources(catalog, row),
            "photo_credits": _photo_credits(catalog, row),
            "dates": tuple(Counter((one.text, one.date) for one in row.dates).items()),
            "outlet": _outlet(catalog, row),
            "versions": versions,
            "best": catalog.archive.version_of.get(article.id),
            "readings": read_next,
            "steps": steps,
            "made": made(article, is_open),
            "citing": cite(row, title, catalog.config.site.name, absolute(catalog, address) or address),
            "rights": row.metadata.rights or catalog.config.archive.rights,
            "ld": [news_article(catalog, row, description), *trail(catalog, _step(row), (title, address))],
        },
    )
    return page, quotes(article.text, spans, present, is_open)


def findable(page: Page, article: CleanArticle) -> object:
    """All that the search reads of an article's page, which is less than it shows (``data-pagefind-…`` there)."""
    values: Mapping[str, Any] = page.values
    row, outlet = values["row"], values["outlet"]
    return (
        (values["best"] is None, values["title"], row.standfirst, row.language, article.text, article.blocks),
        [(one.entry.title, [passage.there for passage in one.passages]) for one in values["versions"]],
        (row.published.date if row.published else "", values["briefly"], outlet.name if outlet else ""),
        [one.name for one in values["facts"]["people"] if one.filtered and one.address],
        [[one.name for one in values[kind]] for kind in ("topics", "sources")],
    )


def _step(row: ArticleRow) -> tuple[str, str]:
    """The page above an article's: the list of its year."""
    year = row.published.date[:4] if row.published else UNDATED
    return ("Without a date" if year == UNDATED else year), f"years/{year}/"


def quotes(text: str, spans: Sequence[Sentence], present: Sequence[Presence], is_open: Callable[[str], bool]) -> Quotes:
    """For each entity of an article the first sentence that names it, shortened around the name.

    Sentences of which ``is_open`` says that they may not stand elsewhere are passed over.
    """
    found: Quotes = {}
    starts = [span.start for span in spans]
    for presence in present:
        named = ((one, _around(text, spans, starts, one.start)) for one in presence.mentions)
        first, span = next(((m, s) for m, s in named if is_open(text[s.start : s.end])), (None, None))
        if first is None or span is None:
            continue
        before, after = text[span.start : first.start].lstrip(), text[first.end : max(span.end, first.end)].rstrip()
        if len(before) > _QUOTE_BEFORE:
            before = "… " + before[-_QUOTE_BEFORE:].partition(" ")[2]
        if len(after) > _QUOTE_AFTER:
            after = after[:_QUOTE_AFTER].rpartition(" ")[0] + " …"
        found[presence.entity.kind, presence.entity.id] = Quote(
            before=before, name=text[first.start : first.end], after=after, anchor=span.anchor
        )
    return found


def _around(text: str, spans: Sequence[Sentence], starts: Sequence[int], position: int) -> Sentence:
    """The sentence at a position of a text; all of it where it has none."""
    return spans[max(0, bisect_right(starts, position) - 1)] if spans else Sentence(start=0, end=len(text), anchor="")


def made(article: CleanArticle, is_open: Callable[[str], bool]) -> tuple[Made, ...]:
    """What was removed and why, in the order of the original; like rules are counted together."""
    counts: Counter[tuple[str, str]] = Counter()
    for line in article.removed:
        repeated = line.rule.startswith("repeated")
        counts[ruled(line.rule), line.text.strip() if repeated and is_open(line.text) else ""] += 1
    return tuple(Made(rule=rule, text=text, count=count) for (rule, text), count in counts.items())


def _description(standfirst: str | None, text: str, spans: Sequence[Sentence], is_open: Callable[[str], bool]) -> str:
    """An article's standfirst, else its first words, for search engines and feeds."""
    if standfirst and is_open(standfirst):
        text, spans = standfirst, ()
    if not is_open(text[:400]):
        text = " ".join(said for span in spans if is_open(said := text[span.start : span.end]))
    words = " ".join(text[:400].split())
    return words if len(words) <= _DESCRIPTION else words[:_DESCRIPTION].rpartition(" ")[0] + "…"


def _facts(catalog: Catalog, present: Sequence[Presence]) -> dict[str, tuple[Fact, ...]]:
    found: dict[str, list[Fact]] = {folder: [] for folder in FOLDERS.values()}
    least = catalog.config.archive.thresholds.search_filter
    for presence in sorted(
        present,
        key=lambda one: (
            catalog.address(one.entity.kind, one.entity.id) is None,
            -len(one.mentions),
            one.first.start,
        ),
    ):
        entity = presence.entity
        wrong = {form.text for form in entity.forms if form.misspelling}
        spelled = sorted({mention.text for mention in presence.mentions} & wrong)
        found[FOLDERS[entity.kind]].append(
            Fact(
                name=entity.name,
                address=catalog.address(entity.kind, entity.id),
                count=len(presence.mentions),
                note=f"spelled {listed(spelled)} here" if spelled else "",
                filtered=entity.kind == "person" and catalog.counts[entity.kind, entity.id] >= least,
            )
        )
    return {folder: tuple(facts) for folder, facts in found.items()}


def _topics(catalog: Catalog, row: ArticleRow) -> tuple[Fact, ...]:
    filings = catalog.archive.filings.get(row.id, ())
    topics = [(catalog.topics[one.topic], one) for one in filings if one.topic in catalog.topics]
    return tuple(
        Fact(name=topic.name, address=catalog.address(topic.kind, topic.id), note=_reason(filing), filtered=True)
        for topic, filing in topics
    )


def _reason(filing: Filing) -> str:
    texts = told_once(because.text for because in filing.because)
    if filing.basis == "learned" and texts:
        words = listed([f"“{text}”" for text in texts[-_BECAUSE:]])
        return f"because it reads like the articles filed there: {words}"
    if texts:
        return f"because it mentions {listed([f'“{text}”' for text in texts[:_BECAUSE]])}"
    return BY_MAINTAINERS if filing.basis in ASKED else ""


def _sources(catalog: Catalog, row: ArticleRow) -> tuple[Fact, ...]:
    return tuple(
        Fact(
            name=source.name,
            address=catalog.address("source", source.id),
            count=count,
            note="" if kind == "credit" else "in the text",
            filtered=True,
        )
        for source, count, kind in catalog.cited.get(row.id, ())
    )


def _photo_credits(catalog: Catalog, row: ArticleRow) -> tuple[Fact, ...]:
    return tuple(Fact(name=name, address=catalog.address("credit", slug(name))) for name in row.photo_credits)


def _outlet(catalog: Catalog, row: ArticleRow) -> Fact | None:
    outlet = catalog.outlets.get(row.id)
    if outlet is None or not outlet.name:
        return None
    return Fact(name=outlet.name, address=catalog.address("outlet", outlet.id), filtered=True)


def readings(catalog: Catalog, row: ArticleRow) -> Iterator[Reading]:
    """What to read next, and why."""
    for related in catalog.archive.related.get(row.id, ()):
        people = [catalog.people[one].name for one in related.people if one in catalog.people][:3]
        topics = [catalog.topics[one].name for one in related.topics if one in catalog.topics][:2]
        reasons = [f"Also names {listed(people)}"] if people else []
        if topics:
            reasons.append(f"{'also' if people else 'Also'} filed under {listed(topics)}")
        yield Reading(entry=catalog.entry(related.article), reason="; ".join(reasons))


def captured(row: ArticleRow) -> str:
    """When the original was fetched, in words, or ''."""
    return in_words(row.origin.retrieved[:10]) if row.origin.retrieved else ""
