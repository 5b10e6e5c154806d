"""What the search box suggests: names and their other spellings, in one small file a first letter."""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator

from generator.publishing.catalog import Catalog
from generator.text.names import fold


def suggestions(catalog: Catalog) -> Iterator[tuple[str, bytes]]:
    """Path below build/docs and content of each file: rows of name, kind, address, articles, other spellings."""
    letters: defaultdict[str, list[tuple[int, list[object]]]] = defaultdict(list)
    for name, kind, address, count, forms in _rows(catalog):
        words = {word for form in (name, *forms) for word in fold(form).split()}
        row: list[object] = [name, kind, address, count, " ".join(forms)]
        for letter in {word[0] for word in words if word[0].isascii() and word[0].isalnum()}:
            letters[letter].append((count, row))
    for letter, rows in sorted(letters.items()):
        rows.sort(key=lambda item: (-item[0], str(item[1][0]), str(item[1][2])))
        content = json.dumps([row for _, row in rows], ensure_ascii=False, separators=(",", ":"))
        yield f"assets/suggest/{letter}.json", content.encode()


def _rows(catalog: Catalog) -> Iterator[tuple[str, str, str, int, tuple[str, ...]]]:
    least = catalog.config.archive.thresholds.indexed
    for entity in catalog.entities:
        count = catalog.counts[entity.kind, entity.id]
        if entity.kind == "person" and count < least:
            continue
        forms = tuple(sorted({form.text for form in entity.forms} - {entity.name}))
        yield entity.name, entity.kind, catalog.permalinks[entity.kind, entity.id], count, forms
    for topic in catalog.archive.topics:
        if address := catalog.address(topic.kind, topic.id):
            yield topic.name, topic.kind, address, len(catalog.under.get(topic.id, ())), ()
    for source in catalog.archive.sources:
        if address := catalog.address("source", source.id):
            count = len(catalog.archive.stories({citing.article for citing in source.cited_by}))
            yield source.name, "source", address, count, tuple(sorted({one.text for one in source.cited_by}))
    for surname in catalog.archive.surnames:
        if address := catalog.address("surname", surname.id):
            count = len(catalog.archive.stories({mention.article for mention in surname.mentions}))
            yield f"Which {surname.surname}?", "surname", address, count, (surname.surname,)
