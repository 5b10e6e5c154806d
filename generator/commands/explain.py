"""``clipfile explain WHAT``: why something is as it is, with rules and the words that they saw."""

from __future__ import annotations

import difflib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import click
import msgspec

from generator import pipeline
from generator.commands import options
from generator.commands.progress import bars
from generator.errors import ClipfileError
from generator.model import AccountedLine, ArticleRow, Entity, EntityMention, Source, Topic
from generator.pipeline import Understood
from generator.progress import Clock
from generator.text.slugs import words_slug

_MARKS = {"body": " ", "field": "=", "removed": "-"}
_SIDES = 60
"""Characters of text shown on either side of a mention."""


@click.command("explain")
@click.argument("what")
@options.archive
@options.as_json
def command(what: str, root: Path, *, as_json: bool) -> None:
    """Say why WHAT is as it is.

    WHAT is an article (id, title, file or the last part of its address), or the name or id of a person, organization,
    place, topic or source.

    \b
    For an article every line of the original is shown with what became of it:
        (blank)  it is in the body
        =        it went into a field: title, byline, date, sources, …
        -        it was removed, by the rule that is named
    """  # noqa: D301 - \b is click's mark for a paragraph that is not re-wrapped
    with bars() as progress:
        understood = pipeline.understand(root, pipeline.Options(), Clock(progress))
    found = find(understood, what)
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(_evidence(understood, found)), indent=2).decode())
        return
    for line in lines(understood, found):
        click.echo(line)


Explained = ArticleRow | Entity | Topic | Source


def find(understood: Understood, what: str) -> Explained:
    """The article, entity, topic or source that is meant.

    Raises:
        ClipfileError: nothing is called so; the message names what comes near.
    """
    names = dict(_names(understood))
    key = words_slug(what)
    if what in names or key in names:
        return names.get(what) or names[key]
    near = difflib.get_close_matches(key, [name for name in names if name], n=3, cutoff=0.6)
    hint = f" Did you mean: {', '.join(near)}?" if near else ""
    raise ClipfileError(f"Nothing in this archive is called {what!r}.{hint}")


def _names(understood: Understood) -> Iterator[tuple[str, Explained]]:
    """Everything that can be explained under every name for it; what comes later wins, articles last."""
    whole = understood.archive
    for source in whole.sources:
        yield from ((name, source) for name in (source.id, words_slug(source.name)))
    for topic in whole.topics:
        yield from ((name, topic) for name in (topic.id, words_slug(topic.name)))
    for entity in whole.entities:
        yield from ((name, entity) for name in (*(words_slug(form.text) for form in entity.forms), entity.id))
    addresses = {line.id: line.address for line in understood.links if line.kind == "article"}
    for row in whole.articles.values():
        address = addresses.get(row.id, "").rstrip("/").rpartition("/")[2]
        yield from ((name, row) for name in (row.id, row.origin.path, address, words_slug(row.title or "")))


def _evidence(understood: Understood, found: Explained) -> Any:
    if isinstance(found, ArticleRow):
        return {
            "article": found,
            "clean": understood.cleaned[found.id],
            "topics": understood.archive.filings.get(found.id, ()),
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
    else:
        yield f"source {found.id}: {found.name}"
        yield from (f"  {c.article}: {c.text!r}, {c.count} × ({c.kind})" for c in found.cited_by)


def _article(understood: Understood, row: ArticleRow) -> Iterator[str]:
    clean = understood.cleaned[row.id]
    yield f"article {row.id}"
    yield f"  file       {row.origin.path}" + (f", record {row.origin.record}" if row.origin.record else "")
    yield f"  title      {row.title or '(none)'}  [{clean.title_basis or 'not found'}]"
    yield f"  authors    {', '.join(row.authors) or '(none)'}  [{clean.authors_basis or 'not found'}]"
    for name, dating in (("published", row.published), ("updated", row.updated)):
        if dating is not None:
            yield f"  {name:<10} {dating.date}  [{dating.basis}{f': {dating.text}' if dating.text else ''}]"
    if row.published is None:
        yield f"  published  unknown; not before {row.not_before or '?'}, not after {row.not_after or '?'}"
    yield f"  outlet     {row.outlet.name or '(unknown)'}  [{row.outlet.basis or 'not found'}]"
    for filing in understood.archive.filings.get(row.id, ()):
        yield f"  topic      {filing.topic}  [{filing.basis}: {', '.join(b.text for b in filing.because)}]"
    yield ""
    raw = _raw_lines(understood, row)
    yield from (_line(line, raw) for line in clean.account)


def _raw_lines(understood: Understood, row: ArticleRow) -> list[str]:
    """The original's lines, where its account counts lines; of HTML it counts visible blocks."""
    original = next(original for original in understood.gathered.originals if original.id == row.id)
    return [] if original.form == "html" else original.text.split("\n")


def _line(line: AccountedLine, raw: list[str]) -> str:
    text = line.text or (raw[line.number - 1] if 0 < line.number <= len(raw) else "")
    rule = "" if line.fate == "body" else f"  [{line.rule}]"
    return f"{line.number:>5} {_MARKS[line.fate]} {text}{rule}"


def _entity(understood: Understood, entity: Entity) -> Iterator[str]:
    yield f"{entity.kind} {entity.id}: {entity.name}"
    for form in entity.forms:
        yield f"  written {form.text!r} {form.count} ×" + (" (misspelling)" if form.misspelling else "")
    for mention in entity.mentions:
        yield f"  {mention.article} [{mention.rule}] {_in_context(understood, mention)}"


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
