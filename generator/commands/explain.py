"""``clipfile explain WHAT``: why something is as it is, with rules and the words that they saw."""

from __future__ import annotations

import difflib
import re
import shutil
from collections import defaultdict
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import click
import msgspec

from generator import pipeline
from generator.commands import options
from generator.commands.called import asked, in_file, names_of_article
from generator.commands.fates import fates_of, shown
from generator.commands.progress import bars
from generator.config.judgement_checks import VERDICTS
from generator.config.ties import names_of
from generator.errors import ClipfileError
from generator.model import (
    Archive,
    ArticleRow,
    DateMention,
    Differences,
    Entity,
    EntityMention,
    Source,
    Topic,
)
from generator.pipeline import Understood
from generator.progress import Clock
from generator.resolution.judgements import speaks_of
from generator.text.slugs import words_slug

_DATE = re.compile(r"\d{4}(?:-\d{2}){0,2}")
_SIDES = 60
"""Characters of text shown on either side of a mention."""


@click.command("explain")
@click.argument("what")
@options.archive
@options.as_json
def command(what: str, root: Path, *, as_json: bool) -> None:
    """Say why WHAT is as it is.

    WHAT is an article (id, title, file or address; the file's name alone will do where no other is
    called so), the name or id of a person, organization, place, topic or source, or a date (1969,
    1969-07, 1969-07-20). All that is called so is explained.

    \b
    For an article every line of the original is shown with what became of it:
        (blank)  it is in the body
        =        it went into a field: title, byline, date, sources, …
        -        it was removed, by the rule that is named
    Behind the rule stand the traits that weighed most with the model of prose, with their weights.
    """  # noqa: D301 - \b is click's mark for a paragraph that is not re-wrapped
    with bars() as progress:
        understood = pipeline.understand(root, pipeline.Options(), Clock(progress))
    found = find(understood, what)
    if as_json:
        evidence = [_evidence(understood, one) for one in found]
        click.echo(msgspec.json.format(msgspec.json.encode(evidence), indent=2).decode())
        return
    for one in found:
        for line in lines(understood, one):
            click.echo(line)


@dataclass(frozen=True, slots=True, kw_only=True)
class Day:
    """A date (a year, a month or a day), and the articles that are of it or speak of it."""

    date: str
    articles: tuple[ArticleRow, ...]
    mentions: tuple[tuple[str, DateMention], ...]
    """Id of the article, and the words that mean the date or a part of it."""


Explained = ArticleRow | Entity | Topic | Source | Day


def find(understood: Understood, what: str) -> tuple[Explained, ...]:
    """Everything that is called so: a source and an organization may share a name.

    Raises:
        ClipfileError: nothing is called so; the message names what comes near.
    """
    if _DATE.fullmatch(what):
        return (_day(understood.archive, what),)
    names: defaultdict[str, list[Explained]] = defaultdict(list)
    for name, meant in _names(understood):
        if name and meant not in names[name]:
            names[name].append(meant)
    if found := next((names[name] for name in asked(what) if name in names), None):
        return tuple(found)
    files = in_file(understood.archive.articles.values(), what)
    if len(files) == 1:
        return tuple(files)
    near = [row.id for row in files[:3]] or difflib.get_close_matches(words_slug(what), names, n=3, cutoff=0.6)
    hint = f" Did you mean: {', '.join(near)}?" if near else ""
    raise ClipfileError(f"Nothing in this archive is called {what!r}.{hint}")


def _day(whole: Archive, date: str) -> Day:
    rows = [whole.articles[article] for article in sorted(whole.articles)]
    return Day(
        date=date,
        articles=tuple(row for row in rows if row.published and row.published.date.startswith(date)),
        mentions=tuple(
            (row.id, said) for row in rows for said in row.dates if said.date and said.date.startswith(date)
        ),
    )


def _names(understood: Understood) -> Iterator[tuple[str, Explained]]:
    """Everything that can be explained under every name for it, articles first."""
    whole = understood.archive
    addresses = {line.id: line.address for line in understood.links if line.kind == "article"}
    for row in whole.articles.values():
        yield from ((name, row) for name in names_of_article(row, addresses.get(row.id, "")))
    for entity in whole.entities:
        yield from ((name, entity) for name in (*(words_slug(form.text) for form in entity.forms), entity.id))
    for topic in whole.topics:
        yield from ((name, topic) for name in (topic.id, words_slug(topic.name)))
    for source in whole.sources:
        yield from ((name, source) for name in (source.id, words_slug(source.name)))


def _evidence(understood: Understood, found: Explained) -> Any:
    if isinstance(found, ArticleRow):
        return {
            "article": found,
            "clean": understood.cleaned[found.id],
            "topics": understood.archive.filings.get(found.id, ()),
            "version_of": understood.archive.version_of.get(found.id),
            "differs": understood.archive.differences.get(found.id),
            "lines": fates_of(understood, found.id),
        }
    if isinstance(found, Topic):
        filings = understood.archive.filings.items()
        filed = {article: filing for article, all_ in filings for filing in all_ if filing.topic == found.id}
        return {"topic": found, "articles": filed}
    return found


def lines(understood: Understood, found: Explained) -> Iterator[str]:
    """The explanation for people, line by line."""
    if isinstance(found, ArticleRow):
        yield from _article(understood, found)
    elif isinstance(found, Entity):
        yield from _entity(understood, found)
    elif isinstance(found, Topic):
        yield from _topic(understood, found)
    elif isinstance(found, Day):
        yield from _of_day(found)
    else:
        yield f"source {found.id}: {found.name}"
        yield from (f"  {c.article}: {c.text!r}, {c.count} × ({c.kind})" for c in found.cited_by)


def _of_day(day: Day) -> Iterator[str]:
    yield f"date {day.date}: {len(day.articles)} articles, named {len(day.mentions)} times"
    for row in day.articles:
        if row.published is not None:
            yield f"  published {row.published.date}  {row.id}  [{row.published.basis}: {row.published.text or '-'}]"
    yield from (f"  named     {said.date}  {article}  [{said.text}]" for article, said in day.mentions)


def _article(understood: Understood, row: ArticleRow) -> Iterator[str]:
    clean = understood.cleaned[row.id]
    yield f"article {row.id}"
    yield f"  file       {row.origin.path}" + (f", record {row.origin.record}" if row.origin.record else "")
    yield f"  title      {row.title or '(none)'}  [{clean.title_basis or 'not found'}]"
    yield f"  authors    {', '.join(row.authors) or '(none)'}  [{clean.authors_basis or 'not found'}]"
    for name, dating in (("published", row.published), ("updated", row.updated)):
        if dating is not None:
            yield f"  {name:<10} {dating.date}  [{dating.basis}{f': {dating.text}' if dating.text else ''}]"
    if row.published is not None and row.published.note:
        yield f"             {row.published.note}"
    if row.published is None:
        yield f"  published  unknown; not before {row.not_before or '?'}, not after {row.not_after or '?'}"
    if clean.certainty is not None:
        yield f"  text       {clean.certainty:.0%} of it expected to be right"
    yield f"  outlet     {row.outlet.name or '(unknown)'}  [{row.outlet.basis or 'not found'}]"
    for filing in understood.archive.filings.get(row.id, ()):
        yield f"  topic      {filing.topic}  [{filing.basis}: {', '.join(b.text for b in filing.because)}]"
    yield from _versions(understood, row.id)
    yield ""
    yield from shown(fates_of(understood, row.id), shutil.get_terminal_size().columns)


def _versions(understood: Understood, article: str) -> Iterator[str]:
    """The other versions of an article's story, and what they differ in."""
    whole = understood.archive
    best = whole.version_of.get(article, article)
    for version, of in sorted(whole.version_of.items()):
        if of == best:
            found = whole.differences.get(version, Differences())
            told = f"{', '.join(found.fields) or 'no field'} differ; paragraphs: {len(found.added)} more, "
            told += f"{len(found.removed)} fewer, {len(found.changed)} changed"
            yield f"  version    {version} of {best}  [{told}]"


def _entity(understood: Understood, entity: Entity) -> Iterator[str]:
    """Names with the rule that joined each, decisions, then every mention with the rule that filed it."""
    yield f"{entity.kind} {entity.id}: {entity.name}"
    for form in entity.forms:
        yield f"  written {form.text!r} {form.count} ×" + (" (misspelling)" if form.misspelling else "")
        if form.rule:
            first = next(mention for mention in entity.mentions if mention.text == form.text)
            yield f"    joined by the rule {form.rule}: {first.article} {_in_context(understood, first)}"
    yield from _decisions(understood, entity)
    if entity.preferred:
        yield f"  would be titled {entity.preferred!r}, but is published: clipfile review asks"
    for mention in entity.mentions:
        role = f" ({mention.role})" if mention.role else ""
        yield f"  {mention.article} [{mention.rule}]{role} {_in_context(understood, mention)}"


def _decisions(understood: Understood, entity: Entity) -> Iterator[str]:
    """The judgements that speak of a person, each with its place, author, day and reason."""
    config = understood.gathered.config
    for number, one in enumerate(config.judgements.judgements):
        if entity.kind == "person" and any(speaks_of(one, form.text) for form in entity.forms):
            verdict = next(verdict for verdict in VERDICTS if getattr(one, verdict))
            signed = ", ".join(part for part in (one.who, one.when) if part)
            said = f"{verdict} {', '.join(names_of(one))}" + (f" [{signed}]" if signed else "")
            yield f"  judged {config.where('judgements', 'judgements', number)}: {said}" + (one.why and f": {one.why}")


def _in_context(understood: Understood, mention: EntityMention) -> str:
    text = understood.cleaned[mention.article].text
    before = text[max(0, mention.start - _SIDES) : mention.start].rpartition("\n")[2]
    after = text[mention.end : mention.end + _SIDES].partition("\n")[0]
    return f"…{before}«{text[mention.start : mention.end]}»{after}…"


def _topic(understood: Understood, topic: Topic) -> Iterator[str]:
    yield f"{topic.kind} {topic.id}: {topic.name}" + (f" ({topic.iptc})" if topic.iptc else "")
    for article, filings in sorted(understood.archive.filings.items()):
        for filing in filings:
            if filing.topic == topic.id:
                said = ", ".join(dict.fromkeys(because.text for because in filing.because))
                yield f"  {article}  {filing.score:.1f}  [{filing.basis}: {said}]"
