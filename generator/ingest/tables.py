"""Files of records that each hold one article: JSONL, JSON, tables."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from itertools import chain
from typing import TYPE_CHECKING

from generator.ingest.context import field_names
from generator.ingest.metadata import KNOWN, Said, Unusable, identifier_of, merge
from generator.ingest.naming import in_our_words
from generator.ingest.originals import Content, Source, Unreadable, of_many, original, quarantined
from generator.ingest.records import Record, records_of
from generator.model import Original, Quarantined

if TYPE_CHECKING:
    from generator.ingest.forms import Shape
    from generator.model import Form

_BODIES = ("text", "html")
_REPORTED = 30


def articles(source: Source, shape: Shape, text: str) -> Iterator[Original | Quarantined]:
    """Each record by itself; keys that nobody knows are reported once, with the first article that has them."""
    names = field_names(source.file.name, source.context.config)
    records = (replace(one, values=in_our_words(one.values, names)) for one in records_of(text, shape))
    begun = [record for _, record in zip(range(2), records, strict=False)]
    if shape == "json" and len(begun) == 1:
        yield _article(_reporting(source, begun[0], set()), begun[0], is_alone=True)
        return
    source, reported = of_many(source), set[str]()
    for record in chain(begun, records):
        item = _article(_reporting(source, record, reported), record, is_alone=False)
        if isinstance(item, Original):
            source = replace(source, warnings=())
            reported.update(record.values)
        yield item


def _reporting(source: Source, record: Record, reported: set[str]) -> Source:
    """The source with a warning on the record's keys that nobody knows and nobody has heard of yet."""
    unknown = sorted(set(record.values) - KNOWN - set(_BODIES) - reported)
    if not unknown or len(reported) > _REPORTED:
        return source
    warning = f"unknown keys are not used: {', '.join(unknown)[:300]}"
    return replace(source, warnings=(*source.warnings, warning))


def _article(source: Source, record: Record, *, is_alone: bool) -> Original | Quarantined:
    where = "" if is_alone else f"record {record.number} "
    bodies = {key: record.values[key] for key in _BODIES if isinstance(record.values.get(key), str)}
    bodies = {key: text for key, text in bodies.items() if text.strip()}
    if record.reason or not bodies:
        reason = record.reason or "has no `text` or `html`; name its fields under `folders:` in archive.yml"
        return quarantined(source, where + reason, _own_id(record), record.sha256)
    values = {key: value for key, value in record.values.items() if key in KNOWN}
    said = Said(where=where.strip() or "record", values=values)
    is_clean = merge((said, *source.voices))[0].cleaned
    form: Form = "html" if "html" in bodies and not (is_clean and "text" in bodies) else "text"
    content = Content(
        form=form,
        text=bodies[form],
        said=(said,),
        record_sha256="" if is_alone else record.sha256,
        record=None if is_alone else _given_id(record),
    )
    try:
        return original(source, content)
    except Unreadable as error:
        return quarantined(source, where + str(error), _own_id(record), record.sha256)


def _given_id(record: Record) -> str | None:
    try:
        return identifier_of(record.values["id"])
    except (KeyError, Unusable):
        return None


def _own_id(record: Record) -> str:
    """How the record calls itself, or its number in the file."""
    return _given_id(record) or str(record.number)
