"""The subjects an archive is filed under: the built-in ones, extended by the maintainer's."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from functools import lru_cache

from generator.config.schema import LearnedFile, StoriesFile, TopicEntry, TopicSettings, TopicsFile
from generator.errors import ConfigError, Problem
from generator.model import Topic
from generator.topics.builtin import builtin_entries
from generator.topics.compiling import STRONG, WORD, compile_subjects
from generator.topics.lexicon import Lexicon

_TOPICS_FILE = "site_config/topics.yml"
_STORIES_FILE = "site_config/stories.yml"
_SCORING = "1"
"""Counted up when the same vocabulary would score an article differently."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Subject:
    """A topic or story with all that speaks for it: what is built in, and what the maintainer added."""

    topic: Topic
    builtin: TopicEntry | None
    own: TopicEntry | None
    hidden: bool = False

    @property
    def entry(self) -> TopicEntry:
        """The maintainer's entry, or an empty one."""
        return self.own or TopicEntry()


@dataclass(frozen=True, slots=True, kw_only=True)
class Vocabulary:
    """Every subject, ready to score articles with."""

    subjects: Mapping[str, Subject]
    """By key, sorted; hidden ones are not among them."""
    settings: TopicSettings
    digest: str
    """Of everything that ``score`` depends on."""
    lexicon: Lexicon = field(repr=False, compare=False)
    lines: Mapping[str, tuple[str, ...]] = field(repr=False)
    """Key -> itself and its ancestors, nearest first."""
    children: Mapping[str, tuple[str, ...]] = field(repr=False)
    groups: Mapping[str, int]
    """Story -> how many groups of phrases it has, if any."""
    loud: frozenset[str] = field(repr=False)
    """The subjects that have strong phrases, at or below them."""
    names: Mapping[str, str] = field(repr=False)
    """Key, former key, IPTC code or name, casefolded -> key: how metadata may call a topic."""
    frozen: LearnedFile = field(default=LearnedFile(version=1), repr=False)
    """What of topics.learned.yml can be used: topics that still exist, and none with ``learn: never``."""

    def root(self, key: str) -> str:
        """The top-level topic that ``key`` belongs to."""
        return self.lines[key][-1]

    @property
    def tops(self) -> tuple[str, ...]:
        """The keys of the top-level topics, sorted; stories are none."""
        return tuple(
            key for key, subject in self.subjects.items() if self._is_top(key) and subject.topic.kind == "topic"
        )

    def _is_top(self, key: str) -> bool:
        return self.root(key) == key

    @property
    def examples(self) -> tuple[tuple[str, str], ...]:
        """(Article id, topic) of every article that a maintainer gives as an example of a topic."""
        return tuple(
            (id_, key)
            for key, subject in self.subjects.items()
            if subject.topic.kind == "topic"
            for id_ in subject.entry.examples.yes
        )

    @property
    def nameable(self) -> Mapping[str, str]:
        """Of the top-level topics that have examples and no phrase the names: nothing else is said of them."""
        return {key: self.subjects[key].topic.name for key in self.tops if self._is_shown_only(key)}

    def _is_shown_only(self, key: str) -> bool:
        below = [self.subjects[one] for one in self.subjects if key in self.lines[one]]
        entries = [entry for one in below for entry in (one.builtin, one.own) if entry]
        return bool(self.subjects[key].entry.examples.yes) and not any(one.strong or one.words for one in entries)

    def loudness(self, key: str) -> float:
        """What is enough for a topic that has strong phrases, at or below it, is so much too much for this one."""
        return 1.0 if key in self.loud else WORD / STRONG

    def phrases_digest(self, key: str) -> str:
        """A short hash of all that speaks for a topic: its phrases and examples, and those below it."""
        below = [self.subjects[one] for one in self.subjects if key in self.lines[one]]
        said = [
            [_spoken(one.builtin), _spoken(one.own), one.entry.examples.yes, one.entry.examples.no] for one in below
        ]
        if key in self.nameable:
            said.append([self.nameable[key]])
        return hashlib.sha256(json.dumps(said, ensure_ascii=False).encode()).hexdigest()[:12]


def default_keys() -> frozenset[str]:
    """The keys of the built-in topics."""
    return frozenset(builtin_entries())


def load_vocabulary(topics: TopicsFile, stories: StoriesFile, learned: LearnedFile | None = None) -> Vocabulary:
    """The built-in vocabulary merged with the maintainer's files, and with what was learned and committed.

    Raises:
        ConfigError: a topic has no name, an unknown parent, or is its own ancestor; a story has no phrases.
    """
    own = {**topics.topics, **{key: replace(entry, kind="story") for key, entry in stories.stories.items()}}
    builtin = builtin_entries() if topics.use_default else {}
    problems = [*_twice(topics, stories), *_nameless(own, builtin, stories), *_empty_stories(own, stories)]
    merged = {key: _subject(key, own.get(key), builtin.get(key)) for key in sorted({*own, *builtin})}
    merged = _with_hidden_branches(merged, own)
    problems += _wrong_parents(merged)
    if problems:
        raise ConfigError(tuple(problems))
    vocabulary = _vocabulary(merged, topics.settings)
    usable = vocabulary.tops if learned and topics.settings.learn == "auto" else ()
    known = learned or LearnedFile(version=1)
    return replace(vocabulary, frozen=replace(known, topics={k: known.topics[k] for k in usable if k in known.topics}))


def _vocabulary(merged: Mapping[str, Subject], settings: TopicSettings) -> Vocabulary:
    subjects = {key: subject for key, subject in merged.items() if not subject.hidden}
    lines = {key: tuple(_line(key, subjects)) for key in subjects}
    return Vocabulary(
        subjects=subjects,
        settings=settings,
        digest=_digest(merged),
        lexicon=_lexicon(tuple(merged.values()), tuple(lines.items())),
        lines=lines,
        children=_children(subjects),
        groups={key: len(subject.entry.all) for key, subject in subjects.items() if subject.entry.all},
        loud=_loud(subjects, lines),
        names=_names(subjects),
    )


@lru_cache(maxsize=2)
def _lexicon(subjects: tuple[Subject, ...], lines: tuple[tuple[str, tuple[str, ...]], ...]) -> Lexicon:
    """A process that builds again and again, as ``clipfile serve`` does, compiles the same phrases once."""
    return compile_subjects(subjects, dict(lines))


def _loud(subjects: Mapping[str, Subject], lines: Mapping[str, tuple[str, ...]]) -> frozenset[str]:
    entries = ((key, entry) for key, subject in subjects.items() for entry in (subject.builtin, subject.own))
    strong = {key for key, entry in entries if entry and entry.strong}
    return frozenset(above for key in strong for above in lines[key])


def _subject(key: str, own: TopicEntry | None, builtin: TopicEntry | None) -> Subject:
    name = (own and own.name) or (builtin and builtin.name) or key
    if own is None or builtin is None or own.replace:
        base = own or builtin or TopicEntry()
        kept = None if own is not None and own.replace else builtin
        return Subject(topic=_topic(key, name, base), builtin=kept, own=own, hidden=base.hidden)
    base = replace(
        own,
        iptc=own.iptc or builtin.iptc,
        parent=own.parent or builtin.parent,
        description=own.description or builtin.description,
    )
    return Subject(topic=_topic(key, name, base), builtin=builtin, own=own, hidden=own.hidden)


def _topic(key: str, name: str, entry: TopicEntry) -> Topic:
    return Topic(
        id=key,
        name=name,
        kind=entry.kind,
        iptc=entry.iptc,
        parent=entry.parent,
        aliases=entry.aliases,
        description=entry.description,
    )


def _with_hidden_branches(merged: Mapping[str, Subject], own: Mapping[str, TopicEntry]) -> dict[str, Subject]:
    """Hide what lies below a hidden topic, but let topics that the maintainer names stand as tops."""
    result = dict(merged)
    for key, subject in merged.items():
        above = [merged[name] for name in _line(key, merged)[1:]]
        if subject.hidden or not any(ancestor.hidden for ancestor in above):
            continue
        if key in own:
            result[key] = replace(subject, topic=replace(subject.topic, parent=None))
        else:
            result[key] = replace(subject, hidden=True)
    return result


def _line(key: str, subjects: Mapping[str, Subject]) -> list[str]:
    """A key and its ancestors, nearest first; stops before a parent that is unknown or was met already."""
    line = [key]
    while (parent := subjects[line[-1]].topic.parent) in subjects and parent not in line:
        line.append(str(parent))
    return line


def _children(subjects: Mapping[str, Subject]) -> dict[str, tuple[str, ...]]:
    children: dict[str, list[str]] = {key: [] for key in subjects}
    for key, subject in subjects.items():
        if subject.topic.parent in children:
            children[str(subject.topic.parent)].append(key)
    return {key: tuple(below) for key, below in children.items()}


def _names(subjects: Mapping[str, Subject]) -> dict[str, str]:
    """What a topic may be called, the surest names last so that they win."""
    topics = [subject.topic for subject in subjects.values()]
    names = {topic.name.casefold(): topic.id for topic in topics}
    names |= {topic.iptc.casefold(): topic.id for topic in topics if topic.iptc}
    names |= {alias.casefold(): topic.id for topic in topics for alias in topic.aliases}
    return names | {topic.id.casefold(): topic.id for topic in topics}


def _digest(merged: Mapping[str, Subject]) -> str:
    """A hash of the phrases and of who is whose parent: all that a score depends on."""
    spoken = [
        [key, subject.topic.parent, subject.topic.kind, subject.hidden, _spoken(subject.builtin), _spoken(subject.own)]
        for key, subject in sorted(merged.items())
    ]
    return hashlib.sha256(json.dumps([_SCORING, spoken], ensure_ascii=False).encode()).hexdigest()


def _spoken(entry: TopicEntry | None) -> list[object]:
    return [] if entry is None else [entry.strong, entry.words, entry.not_, entry.all]


def _problem(key: str, message: str, remedy: str, stories: StoriesFile | None = None) -> Problem:
    in_stories = stories is not None and key in stories.stories
    file, field_ = (_STORIES_FILE, "stories") if in_stories else (_TOPICS_FILE, "topics")
    return Problem(file=file, message=message, key=f"{field_}.{key}", remedy=remedy)


def _twice(topics: TopicsFile, stories: StoriesFile) -> list[Problem]:
    twice = sorted(set(topics.topics) & set(stories.stories))
    return [_problem(key, "stands in topics.yml too", "keep one of the two", stories) for key in twice]


def _nameless(own: Mapping[str, TopicEntry], builtin: Mapping[str, TopicEntry], stories: StoriesFile) -> list[Problem]:
    return [
        _problem(key, "has no name", "add `name:`; only a built-in topic may go without", stories)
        for key, entry in sorted(own.items())
        if entry.name is None and not entry.hidden and key not in builtin
    ]


def _empty_stories(own: Mapping[str, TopicEntry], stories: StoriesFile) -> list[Problem]:
    return [
        _problem(key, "no phrase leads to this story", "add `all:`, `strong:`, `entities:` or `examples:`", stories)
        for key, entry in sorted(own.items())
        if entry.kind == "story" and not entry.hidden and not _leads(entry)
    ]


def _leads(entry: TopicEntry) -> bool:
    """Whether any article could come to a topic."""
    named = (entry.entities.people, entry.entities.organizations, entry.entities.places)
    return any((entry.all, entry.strong, entry.words, entry.examples.yes, *named))


def _wrong_parents(merged: Mapping[str, Subject]) -> list[Problem]:
    found = ((key, _wrong_parent(key, merged)) for key in merged)
    return [_problem(f"{key}.parent", message, "name the key of another topic") for key, message in found if message]


def _wrong_parent(key: str, merged: Mapping[str, Subject]) -> str:
    """What is wrong with a topic's parent, or ''."""
    parent = merged[key].topic.parent
    if parent is None:
        return ""
    if parent not in merged:
        return f"there is no topic `{parent}`"
    if merged[parent].topic.kind == "story":
        return f"`{parent}` is a story"
    line = _line(key, merged)
    return "the topic is its own ancestor" if merged[line[-1]].topic.parent in line else ""
