"""Whom the archive cites and credits: names as written, gathered under one source by sources.yml and by spelling."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from functools import cache

from generator.config.schema import SourceEntry, SourcesFile
from generator.model import ArticleRow, CitedBy, Credit, Source
from generator.text.slugs import slug


def gather_sources(rows: Iterable[ArticleRow], config: SourcesFile) -> tuple[Source, ...]:
    """Every cited source with the articles that cite it, sorted by id."""
    known = _known(config.sources)

    @cache
    def identified(name: str) -> str:
        return known.get(_key(name)) or slug(name.removeprefix("The ").removeprefix("the "))

    cited: defaultdict[str, list[CitedBy]] = defaultdict(list)
    for row in rows:
        for citation in row.sources:
            cited_by = CitedBy(article=row.id, count=citation.count, kind=citation.kind, text=citation.name)
            cited[identified(citation.name)].append(cited_by)
    return tuple(
        Source(
            id=identifier,
            name=_name(identifier, cited[identifier], config.sources),
            cited_by=tuple(sorted(cited[identifier], key=lambda c: (c.article, c.kind, c.text))),
        )
        for identifier in sorted(cited)
    )


def gather_credits(rows: Iterable[ArticleRow]) -> tuple[Credit, ...]:
    """Everyone whom articles name as the maker of a picture, with those articles, sorted by id."""
    credited: defaultdict[str, dict[str, str]] = defaultdict(dict)
    identified = cache(slug)  # agencies are credited by the thousand
    for row in rows:
        for name in row.photo_credits:
            credited[identified(name)][row.id] = name
    return tuple(
        Credit(id=identifier, name=_most_frequent(named.values()), articles=tuple(sorted(named)))
        for identifier, named in sorted(credited.items())
    )


def _known(entries: Mapping[str, SourceEntry]) -> dict[str, str]:
    return {
        _key(name): identifier
        for identifier, entry in sorted(entries.items())
        for name in (identifier, entry.name, *entry.aliases)
    }


def _key(name: str) -> str:
    """What two spellings of a source have in common: case, a leading article and dots do not count."""
    return name.casefold().removeprefix("the ").replace(".", "").strip()


def _name(identifier: str, cited: list[CitedBy], entries: Mapping[str, SourceEntry]) -> str:
    if identifier in entries:
        return entries[identifier].name
    return _most_frequent(citation.text for citation in cited)


def _most_frequent(names: Iterable[str]) -> str:
    forms = Counter(names)
    return max(forms, key=lambda form: (forms[form], form))
