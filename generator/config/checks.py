"""What single values cannot show: names that belong to two entries, parents that do not exist, patterns that fail."""

from __future__ import annotations

import re
import zoneinfo
from typing import TYPE_CHECKING, Any

from generator.config.judgement_checks import check_judgements
from generator.config.yaml_file import KeyPath, Tree, key_text
from generator.errors import Problem
from generator.text.slugs import words_slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.config.schema import CleaningFile, TopicEntry

_ENTRIES = {
    "outlets": "outlets",
    "sources": "sources",
    "people": "people",
    "organizations": "organizations",
    "places": "places",
    "topics": "topics",
    "stories": "stories",
}
"""Files whose entries' keys are slugs, and the key that holds them."""
_PARTIAL_DATE = re.compile(r"\d{4}(-(0[1-9]|1[0-2])(-(0[1-9]|[12]\d|3[01]))?)?")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def check(
    values: Mapping[str, Any],
    trees: Mapping[str, Tree],
    vocabulary: Collection[str] | None,
) -> list[Problem]:
    """All contradictions between entries and files; files that could not be read are not in ``values``."""
    problems: list[Problem] = []
    for stem, key in _ENTRIES.items():
        if stem in values:
            entries = getattr(values[stem], key)
            problems += _bad_slugs(entries, trees[stem], key)
            problems += _shared_names(entries, trees[stem], key)
    problems += _timezones(values, trees)
    if "people" in values and "judgements" in values:
        problems += check_judgements(values["people"], values["judgements"], trees)
    if "cleaning" in values:
        problems += _patterns(values["cleaning"], trees["cleaning"])
    if "topics" in values and "stories" in values:
        problems += _topics(values, trees, vocabulary)
    return problems


def _problem(tree: Tree, path: KeyPath, message: str, remedy: str) -> Problem:
    return Problem(tree.file, message, tree.line(path), key_text(path), remedy)


def _bad_slugs(entries: Mapping[str, Any], tree: Tree, key: str) -> Iterator[Problem]:
    for slug in entries:
        right = words_slug(slug)
        if slug != right:
            remedy = f"Write `{right or 'a-name'}`: the key is part of an address and is kept for ever."
            yield _problem(tree, (key, slug), "is not a slug (small letters, digits, hyphens)", remedy)


def _names_of(slug: str, entry: Any) -> Iterator[tuple[str, KeyPath]]:
    """Each name that an entry claims in the whole archive, and where it says so."""
    if isinstance(getattr(entry, "name", None), str) and not hasattr(entry, "strong"):
        yield entry.name, (slug, "name")
    for field in ("aliases", "misspellings", "hosts", "folders"):
        for number, name in enumerate(getattr(entry, field, ())):
            yield name, (slug, field, number)


def _shared_names(entries: Mapping[str, Any], tree: Tree, key: str) -> Iterator[Problem]:
    first: dict[str, KeyPath] = {}
    for slug, entry in entries.items():
        for name, place in _names_of(slug, entry):
            folded = " ".join(name.casefold().split())
            if folded in first and first[folded][0] != slug:
                other = first[folded]
                said = f"`{name}` also belongs to `{other[0]}` (line {tree.line((key, *other))})"
                remedy = "A name belongs to one entry: remove one"
                remedy += ", or bind it for single articles with `articles:`." if key == "people" else "."
                yield _problem(tree, (key, *place), said, remedy)
            first.setdefault(folded, place)


def _timezones(values: Mapping[str, Any], trees: Mapping[str, Tree]) -> Iterator[Problem]:
    named: list[tuple[str, KeyPath, str | None]] = []
    if "outlets" in values:
        entries = values["outlets"].outlets
        named += [("outlets", ("outlets", slug, "timezone"), entry.timezone) for slug, entry in entries.items()]
    if "archive" in values:
        folders = values["archive"].folders
        named += [("archive", ("folders", name, "timezone"), entry.timezone) for name, entry in folders.items()]
    for stem, path, zone in named:
        if zone is not None and not _is_timezone(zone):
            yield _problem(trees[stem], path, f"`{zone}` is not a time zone", "Write for example `America/New_York`.")


def _is_timezone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


def _patterns(cleaning: CleaningFile, tree: Tree) -> Iterator[Problem]:
    for number, rule in enumerate(cleaning.rules):
        for field in ("drop", "drop_after", "keep"):
            for index, text in enumerate(getattr(rule, field)):
                if len(text) > 2 and text.startswith("/") and text.endswith("/"):
                    yield from _pattern(text[1:-1], tree, ("rules", number, field, index))


def _pattern(pattern: str, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    try:
        re.compile(pattern)
    except re.error as error:
        remedy = "Between slashes stands a regular expression; write literal text without them."
        yield _problem(tree, path, f"the pattern cannot be read: {error}", remedy)


def _topics(
    values: Mapping[str, Any],
    trees: Mapping[str, Tree],
    vocabulary: Collection[str] | None,
) -> Iterator[Problem]:
    topics: Mapping[str, TopicEntry] = values["topics"].topics
    stories: Mapping[str, TopicEntry] = values["stories"].stories
    built_in = set(vocabulary or ()) if values["topics"].use_default else set()
    known = built_in | set(topics) | set(stories)
    for stem, entries in (("topics", topics), ("stories", stories)):
        for slug, entry in entries.items():
            path = (stem, slug)
            if entry.parent is not None and vocabulary is not None and entry.parent not in known:
                yield _problem(trees[stem], (*path, "parent"), f"there is no topic `{entry.parent}`", _near(known))
            if entry.name is None and vocabulary is not None and slug not in built_in and not entry.hidden:
                yield _problem(trees[stem], path, "`name` is missing", "A topic that is not built in needs a name.")
            yield from _dates(entry, trees[stem], path)
    for slug in sorted(set(topics) & set(stories)):
        yield _problem(trees["stories"], ("stories", slug), "is also in topics.yml", "Keep it in one of the two files.")


def _near(known: Collection[str]) -> str:
    return f"Topics here: {', '.join(sorted(known)[:20])}{', …' if len(known) > 20 else ''}"


def _dates(entry: TopicEntry, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    for number, date in enumerate(entry.dates or ()):
        if date is not None and not _PARTIAL_DATE.fullmatch(date):
            remedy = "Write `2016`, `2016-06`, `2016-06-14` or null."
            yield _problem(tree, (*path, "dates", number), f"`{date}` is not a date", remedy)
