"""Files of records that each hold one article: JSONL, JSON, tables."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import chain, islice
from typing import TYPE_CHECKING, Any

from generator.ingest.columns import in_order, order_in
from generator.ingest.context import field_names
from generator.ingest.metadata import KNOWN, Said, Unusable, identifier_of, merge
from generator.ingest.naming import in_our_words
from generator.ingest.originals import Content, Source, Unreadable, of_many, original, passed, quarantined
from generator.ingest.records import Record, records_of
from generator.ingest.unpublished import why_unpublished
from generator.ingest.wrappings import opened
from generator.model import Original, Passed, Quarantined
from generator.text.field_names import is_known

if TYPE_CHECKING:
    from generator.ingest.forms import Shape
    from generator.model import Form

_BODIES = ("text", "markdown", "html")
_TELLING = frozenset({"title", "url", "date", "id"})
_REPORTED = 30
_SAMPLE = 200
"""So many records tell in which order the file writes day and month."""


def articles(source: Source, shape: Shape, text: str) -> Iterator[Original | Quarantined | Passed]:
    """Each record by itself; keys that nobody knows are reported once, with the first article that has them."""
    names = field_names(source.file.name, source.context.config)

    def is_article(values: Mapping[str, Any]) -> bool:
        ours = in_our_words(values, names).keys()
        return bool(ours & {*_BODIES}) and bool(ours & _TELLING)

    records = (_named(one, names) for one in records_of(text, shape, is_article))
    begun = list(islice(records, _SAMPLE))
    if not begun:
        yield quarantined(source, "holds no record")
        return
    order = order_in(record.values for record in begun)
    if shape == "json" and len(begun) == 1:
        alone = replace(begun[0], values=in_order(begun[0].values, order))
        yield _article(_reporting(source, alone, set()), alone, is_alone=True)
        return
    source, reported = of_many(source), set[str]()
    for record in (replace(one, values=in_order(one.values, order)) for one in chain(begun, records)):
        item = _article(_reporting(source, record, reported), record, is_alone=False)
        if isinstance(item, Original):
            source = replace(source, warnings=())
            reported.update(record.values)
        yield item


@dataclass(frozen=True, slots=True, kw_only=True)
class _Named:
    """A record by our names."""

    record: Record
    values: Mapping[str, Any]
    bodies: Mapping[str, str]
    """What it has of ``text``, ``markdown`` and ``html``."""
    unpublished: str
    """Why it is no published article, if it says so."""

    @property
    def given_id(self) -> str | None:
        """How it calls itself."""
        try:
            return identifier_of(self.values["id"])
        except (KeyError, Unusable):
            return None

    @property
    def own_id(self) -> str:
        """How it calls itself, or its number in the file."""
        return self.given_id or str(self.record.number)


def _named(record: Record, names: Mapping[str, str]) -> _Named:
    values = in_our_words(record.values, names)
    bodies = {key: values[key] for key in _BODIES if isinstance(values.get(key), str) and values[key].strip()}
    fields = {path.rpartition(".")[2]: value for path, value in reversed(opened(record.values).items())}
    text = next(iter(bodies.values()), "")
    reason = why_unpublished(fields, text, is_titled=_is_titled(values))
    return _Named(record=record, values=values, bodies=bodies, unpublished=reason)


def _is_titled(values: Mapping[str, Any]) -> bool:
    """Whether a record is an article's, text or not: a headline alone may be the name of a subject or a picture."""
    return bool(values.get("title")) and any(values.get(key) for key in ("url", "date", "authors"))


def _reporting(source: Source, named: _Named, reported: set[str]) -> Source:
    """The source with a warning on the record's keys that nobody knows and nobody has heard of yet."""
    unknown = sorted(key for key in set(named.values) - KNOWN - set(_BODIES) - reported if not is_known(key))
    if not unknown or len(reported) > _REPORTED:
        return source
    warning = f"unknown keys are not used: {', '.join(unknown)[:300]}"
    return replace(source, warnings=(*source.warnings, warning))


def _article(source: Source, named: _Named, *, is_alone: bool) -> Original | Quarantined | Passed:
    record, bodies = named.record, named.bodies
    where = "" if is_alone else f"record {record.number} "
    if named.unpublished:
        return passed(source, str(named.values.get("url") or named.own_id), named.unpublished)
    if record.reason or not bodies:
        reason = record.reason or "has no `text` or `html`; name its fields under `folders:` in archive.yml"
        return quarantined(source, where + reason, named.own_id, record.sha256)
    values = {key: value for key, value in named.values.items() if key in KNOWN}
    said = Said(where=where.strip() or "record", values=values)
    form = _form(bodies.keys(), is_clean=bool(merge((said, *source.voices))[0].cleaned))
    content = Content(
        form=form,
        text=bodies[form],
        said=(said,),
        record_sha256="" if is_alone else record.sha256,
        record=None if is_alone else named.given_id,
    )
    try:
        return original(source, content)
    except Unreadable as error:
        return quarantined(source, where + str(error), named.own_id, record.sha256)


def _form(bodies: Collection[str], *, is_clean: bool) -> Form:
    """The form that most is known of; a text that is clean already counts before all others."""
    if is_clean and "text" in bodies:
        return "text"
    return "html" if "html" in bodies else "markdown" if "markdown" in bodies else "text"
