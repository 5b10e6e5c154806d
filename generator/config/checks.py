"""What single values cannot show: names that belong to two entries, parents that do not exist, patterns that fail."""

from __future__ import annotations

import re
import zoneinfo
from typing import TYPE_CHECKING, Any

from generator.config.judgement_checks import check_judgements
from generator.config.patterns import compiled, doubt, is_pattern
from generator.config.yaml_file import KeyPath, Tree
from generator.errors import Problem
from generator.text.slugs import words_slug

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from generator.config.schema import CleaningFile, CleaningSection, TopicEntry

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
        problems += _rules(values["cleaning"], trees["cleaning"])
    if "topics" in values and "stories" in values:
        problems += _topics(values, trees, vocabulary)
    return problems


def _bad_slugs(entries: Mapping[str, Any], tree: Tree, key: str) -> Iterator[Problem]:
    for slug in entries:
        right = words_slug(slug)
        if slug != right:
            remedy = f"Write `{right or 'a-name'}`: the key is part of an address and is kept for ever."
            yield tree.problem((key, slug), "is not a slug (small letters, digits, hyphens)", remedy)


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
                yield tree.problem((key, *place), said, remedy)
            first.setdefault(folded, place)


def _timezones(values: Mapping[str, Any], trees: Mapping[str, Tree]) -> Iterator[Problem]:
    named: list[tuple[str, KeyPath, str | None]] = []
    if "outlets" in values:
        entries = values["outlets"].outlets
        named += [("outlets", ("outlets", slug, "timezone"), entry.timezone) for slug, entry in entries.items()]
    if "archive" in values:
        folders = values["archive"].folders
        named += [("archive", ("folders", name, "timezone"), entry.timezone) for name, entry in folders.items()]
    if "cleaning" in values:
        rules = values["cleaning"].rules
        named += [("cleaning", ("rules", number, "timezone"), rule.timezone) for number, rule in enumerate(rules)]
    for stem, path, zone in named:
        if zone is not None and not _is_timezone(zone):
            yield trees[stem].problem(path, f"`{zone}` is not a time zone", "Write for example `America/New_York`.")


def _is_timezone(name: str) -> bool:
    try:
        zoneinfo.ZoneInfo(name)
    except (zoneinfo.ZoneInfoNotFoundError, ValueError, OSError):
        return False
    return True


_LINES = ("drop", "keep")
_SECTIONS = ("drop_sections", "keep_sections")
_FIELDS = ("title", "byline", "date", "updated")


def _rules(cleaning: CleaningFile, tree: Tree) -> Iterator[Problem]:
    for number, rule in enumerate(cleaning.rules):
        path = ("rules", number)
        for key in _LINES:
            for index, text in enumerate(getattr(rule, key)):
                yield from _line(text, tree, (*path, key, index))
        for key in _SECTIONS:
            for index, section in enumerate(getattr(rule, key)):
                yield from _section(section, tree, (*path, key, index))
        for key in _FIELDS:
            if (text := getattr(rule, key)) is not None:
                yield from _field(text, tree, (*path, key))


def _line(text: str, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    if not text.strip():
        yield tree.problem(path, "is empty", "Write the line that is meant, or take the entry out.")
    elif is_pattern(text) and (reason := doubt(text)):
        remedy = "Between slashes stands a regular expression; write literal text without them."
        if reason.endswith("for ever"):
            remedy = (
                "Write what stands between more exactly: `[^,]{1,80}` or `\\S{1,40}` in the place of `.*`, no `(a+)+`."
            )
        yield tree.problem(path, reason, remedy)


def _section(section: CleaningSection, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    named = {key: getattr(section, key) for key in ("heading", "from_", "to")}
    if (section.heading is None) == (section.from_ is None) or (section.heading is not None and section.to is not None):
        remedy = "Write `heading: Letters`, or `from: First line` with or without `to: Last line`."
        yield tree.problem(path, "needs either `heading` or `from`", remedy)
    for key, text in named.items():
        if text is not None:
            yield from _line(text, tree, (*path, key.rstrip("_")))


def _field(text: str, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    key = str(path[-1])
    example = r"(?P<year>\d{4})-(?P<month>\d\d)-(?P<day>\d\d)" if key in {"date", "updated"} else "(.{3,200})"
    remedy = f"Write for example `{key}: '/^Label: {example}$/'`."
    if not is_pattern(text):
        yield tree.problem(path, "is no pattern between slashes", remedy)
    elif doubt(text):
        yield from _line(text, tree, path)
    else:
        pattern = compiled(text)
        if pattern.groups != 1 and not ({key, "year"} & pattern.groupindex.keys()):
            said = f"needs one group, or one with the name `{key}`: it has {pattern.groups}"
            yield tree.problem(path, said, remedy)


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
                yield trees[stem].problem((*path, "parent"), f"there is no topic `{entry.parent}`", _near(known))
            if entry.name is None and vocabulary is not None and slug not in built_in and not entry.hidden:
                yield trees[stem].problem(path, "`name` is missing", "A topic that is not built in needs a name.")
            yield from _dates(entry, trees[stem], path)
    for slug in sorted(set(topics) & set(stories)):
        yield trees["stories"].problem(("stories", slug), "is also in topics.yml", "Keep it in one of the two files.")


def _near(known: Collection[str]) -> str:
    return f"Topics here: {', '.join(sorted(known)[:20])}{', …' if len(known) > 20 else ''}"


def _dates(entry: TopicEntry, tree: Tree, path: KeyPath) -> Iterator[Problem]:
    for number, date in enumerate(entry.dates or ()):
        if date is not None and not _PARTIAL_DATE.fullmatch(date):
            remedy = "Write `2016`, `2016-06`, `2016-06-14` or null."
            yield tree.problem((*path, "dates", number), f"`{date}` is not a date", remedy)
