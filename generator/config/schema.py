"""What may stand in the files of site_config/: one frozen class a file. Loading is in ``config.load``.

Unknown keys are errors. Each class names its file and every default; ``clipfile new`` writes them out as comments.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

# ── archive.yml ───────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class AcceptedQuarantine:
    """A file that cannot be read, and that a maintainer knows of."""

    path: str
    sha256: str
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class FolderDefaults:
    """Metadata for every original below a folder of content/articles that says nothing itself."""

    outlet: str | None = None
    rights: str | None = None
    language: str | None = None
    timezone: str | None = None
    """Where the day of a moment with an offset is counted."""
    cleaned: bool | None = None
    fields: Mapping[str, str] = field(default_factory=dict)
    """Names of a record's fields -> ours, for JSONL and CSV: ``{headline: title, body: text}``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """What one file may cost before it is quarantined."""

    file_bytes: int = 50_000_000
    text_characters: int = 2_000_000
    line_characters: int = 1_000_000
    html_depth: int = 256
    archive_bytes: int = 5_000_000_000
    """Of a web archive, an export or a feed, packed as it lies there: these are read piece by piece."""
    page_bytes: int = 10_000_000
    """Of one page or post in it, unpacked."""
    records: int = 200_000
    """Records in one file."""
    held_bytes: int = 500_000_000
    """What the articles of one file may take in memory together."""
    seconds: int = 30
    """Of a processor's time, for reading one file or cleaning one article."""
    memory_bytes: int = 600_000_000
    """For the same, beyond what the program itself takes."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Thresholds:
    """In how many articles a name must stand to be given what."""

    person_page: int = 1
    person_entry: int = 1
    """People named in fewer articles stand in no index from A to Z; their pages are found by search and by links."""
    organization_page: int = 2
    place_page: int = 2
    source_page: int = 1
    credit_page: int = 2
    indexed: int = 2
    """People named in fewer articles than this carry ``noindex`` and stay out of the sitemap."""
    feed: int = 5
    """People, topics, stories and sources with fewer articles than this have no feed of their own."""
    settled: int = 1
    """Published people named in more articles are merged, parted or retitled by nobody but a maintainer."""
    search_filter: int = 2
    """People named in fewer articles are no filter of the search page."""
    story: float | None = None
    """A story that the program proposes gets its page if it is so sure of it, from 0 to 1; null: none does.

    An address is for ever, and not every proposal is one that an editor would make.
    """


@dataclass(frozen=True, slots=True, kw_only=True)
class Contact:
    """Where readers write to. Both stay empty until a maintainer fills them in."""

    corrections: str | None = None
    """An address of an issue tracker's new-issue page, or a mail address."""
    privacy: str | None = None
    """A mail address."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArchiveSettings:
    """archive.yml: the archive as a whole."""

    version: Literal[1]
    description: str = ""
    """One sentence on what is collected here; shown on the home page."""
    language: str = "en"
    models: Mapping[str, str] = field(default_factory=dict)
    """Language -> spaCy model to try first; ``{en: en_core_web_sm}``."""
    captured: str | None = None
    """When the originals were collected, if nothing else says so: an upper bound for undated articles."""
    originals_alive: bool = False
    """The original addresses still answer: then they are the canonical ones."""
    folders: Mapping[str, FolderDefaults] = field(default_factory=dict)
    accept_quarantine: tuple[AcceptedQuarantine, ...] = ()
    thresholds: Thresholds = field(default_factory=Thresholds)
    limits: Limits = field(default_factory=Limits)
    contact: Contact = field(default_factory=Contact)
    rights: str = ""
    """What readers may do with the texts; shown on every article whose rights are unknown."""


# ── outlets.yml and sources.yml ───────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletEntry:
    """One publication. The key in outlets.yml is its slug, for ever."""

    name: str
    hosts: tuple[str, ...] = ()
    folders: tuple[str, ...] = ()
    aliases: tuple[str, ...] = ()
    timezone: str | None = None
    """Where the day of a moment with an offset is counted."""
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletsFile:
    """outlets.yml."""

    version: Literal[1]
    outlets: Mapping[str, OutletEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class SourceEntry:
    """One cited source. The key in sources.yml is its slug, for ever."""

    name: str
    aliases: tuple[str, ...] = ()
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SourcesFile:
    """sources.yml."""

    version: Literal[1]
    sources: Mapping[str, SourceEntry] = field(default_factory=dict)


# ── cleaning.yml ──────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningSection:
    """Lines that stand together: a heading and all below it, or all from one line to another."""

    heading: str | None = None
    """The section ends before the next heading of its level or above."""
    from_: str | None = None
    """The first line of the section. Written ``from`` in YAML."""
    to: str | None = None
    """Its last line; without it the section goes on to the end. Where it is not found there is no section."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningRule:
    """Corrections for the originals of an outlet, a folder or one article; a more particular rule has the last word.

    A line is literal text (the whole line) or ``/pattern/``: a regular expression that is looked for on one line.
    """

    outlet: str | None = None
    """Key or name of an outlet."""
    folder: str | None = None
    """Of content/articles, with all below it; ``*`` and ``?`` stand for any characters."""
    article: str | None = None
    """Id of one article."""
    drop: tuple[str, ...] = ()
    """Lines to remove."""
    keep: tuple[str, ...] = ()
    """Lines never to remove; within one rule they win over what it drops."""
    drop_sections: tuple[CleaningSection, ...] = ()
    """Sections to remove."""
    keep_sections: tuple[CleaningSection, ...] = ()
    """Sections never to remove."""
    title: str | None = None
    """Pattern of the headline's line; its group is the headline."""
    byline: str | None = None
    """Pattern of the byline; its group holds the authors' names."""
    date: str | None = None
    """Pattern of the date of publication: one group, or the groups ``year``, ``month`` and ``day``."""
    updated: str | None = None
    """Pattern of the date of the last change, likewise."""
    timezone: str | None = None
    """Where the outlet's day begins and ends: moments with an offset are of the day that it is there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleaningFile:
    """cleaning.yml."""

    version: Literal[1]
    rules: tuple[CleaningRule, ...] = ()


# ── people.yml, organizations.yml, places.yml ─────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityEntry:
    """What a maintainer knows of a person, an organization or a place. The key is its slug, for ever."""

    name: str
    aliases: tuple[str, ...] = ()
    """Other ways of writing the name, anywhere in the archive: each belongs to one entry only."""
    misspellings: tuple[str, ...] = ()
    """Like aliases, but marked as wrong where they stand."""
    merge: tuple[str, ...] = ()
    """Slugs of pages that are this one; their addresses redirect here."""
    articles: Mapping[str, str] = field(default_factory=dict)
    """Article id -> the name as it stands there: a binding for that article alone."""
    private: bool = False
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PeopleFile:
    """people.yml."""

    version: Literal[1]
    people: Mapping[str, EntityEntry] = field(default_factory=dict)
    not_a_person: tuple[str, ...] = ()
    """Names that the program took for people and that are none."""


@dataclass(frozen=True, slots=True, kw_only=True)
class OrganizationsFile:
    """organizations.yml."""

    version: Literal[1]
    organizations: Mapping[str, EntityEntry] = field(default_factory=dict)
    not_an_organization: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class PlacesFile:
    """places.yml."""

    version: Literal[1]
    places: Mapping[str, EntityEntry] = field(default_factory=dict)
    not_a_place: tuple[str, ...] = ()


# ── judgements.yml ────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Judgement:
    """One decision about people: exactly one verdict, and what goes with it. Names are written as in the articles."""

    same: tuple[str, ...] = ()
    """Names of one person."""
    different: tuple[str, ...] = ()
    """Names of as many people: none of them is another."""
    unsure: tuple[str, ...] = ()
    """Names about which nobody knows: they stay as they are, and `clipfile review` does not ask again."""
    person: tuple[str, ...] = ()
    """Names of people, whatever the program takes them for."""
    not_a_person: tuple[str, ...] = ()
    """Names of ships, bodies, places: nobody's page."""
    private: tuple[str, ...] = ()
    """Names, or salted hashes of names as `clipfile judge private` writes them: no page, no mention but in the text."""
    rename: str | None = None
    """A name of a person whose page is to be titled `to`."""
    split: str | None = None
    """A name of a person who is `to` in these `articles`, and `rest` (or still of that name) in all others."""
    bind: str | None = None
    """Words as they stand in these `articles`, where they mean `to`."""
    alias: str | None = None
    """Words that mean `to` in every article."""
    to: str | None = None
    rest: str | None = None
    articles: tuple[str, ...] = ()
    """Ids of articles."""
    who: str = ""
    """Whose decision it is."""
    when: str = ""
    """An ISO date."""
    why: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class JudgementsFile:
    """judgements.yml: decisions about people, one by one; `clipfile judge` and `clipfile review` add to it."""

    version: Literal[1]
    judgements: tuple[Judgement, ...] = ()


# ── topics.yml and stories.yml ────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicSettings:
    """How many topics an article gets, and when."""

    max_topics: int = 3
    min_share: float = 0.5
    """A topic needs this share of the best topic's score."""
    min_articles: int = 3
    """A topic of topics.yml or stories.yml with fewer articles is named in the report of a build."""
    learn: Literal["auto", "never"] = "auto"
    """``auto``: the archive's own articles teach what tells its topics apart, from 200 articles on."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntities:
    """Entities whose mention speaks for a topic: slugs of their pages."""

    people: tuple[str, ...] = ()
    organizations: tuple[str, ...] = ()
    places: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicExamples:
    """Ids of articles that a maintainer says belong to a topic, or do not."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicEntry:
    """One topic or story. The key is its slug, for ever."""

    name: str | None = None
    """May be missing where a built-in topic is extended."""
    kind: Literal["topic", "story"] = "topic"
    iptc: str | None = None
    description: str = ""
    strong: tuple[str, ...] = ()
    """Phrases of weight 3."""
    words: tuple[str, ...] = ()
    """Phrases of weight 1."""
    not_: tuple[str, ...] = ()
    """Phrases that do not count although a word of theirs would. Written ``not`` in YAML."""
    all: tuple[tuple[str, ...], ...] = ()
    """For a story: of every group at least one phrase must stand in the article."""
    dates: tuple[str | None, str | None] | None = None
    """First and last date (partial, or null) of a story's articles."""
    entities: TopicEntities = field(default_factory=TopicEntities)
    examples: TopicExamples = field(default_factory=TopicExamples)
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    """Former slugs: their addresses redirect here."""
    replace: bool = False
    hidden: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class TopicsFile:
    """topics.yml, merged over the built-in vocabulary."""

    version: Literal[1]
    use_default: bool = True
    settings: TopicSettings = field(default_factory=TopicSettings)
    topics: Mapping[str, TopicEntry] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class StoriesFile:
    """stories.yml: topics bounded in time, in the form of topics.yml."""

    version: Literal[1]
    stories: Mapping[str, TopicEntry] = field(default_factory=dict)


# ── topics.learned.yml ────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedTopic:
    """What the archive's articles have taught of one topic."""

    phrases: str
    """Digest of the topic's phrases, and those below it, when this was learned."""
    articles: int
    """So many articles taught it."""
    mean: float
    """What the words of an article of this archive usually say for the topic."""
    spread: float
    """One standard deviation of that."""
    words: Mapping[str, float]
    """Stem -> weight, the most telling first; a weight below zero speaks against the topic."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedFile:
    """topics.learned.yml, written by ``clipfile topics learn``: builds then learn nothing new."""

    version: Literal[1]
    articles: int = 0
    """So many articles were looked at."""
    topics: Mapping[str, LearnedTopic] = field(default_factory=dict)


# ── the whole ─────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """The few lines of mkdocs.yml that the program itself reads."""

    name: str
    url: str = ""
    accent: str = "#7a1f1f"


@dataclass(frozen=True, slots=True, kw_only=True)
class SiteConfig:
    """All that the maintainers have decided."""

    site: Site
    archive: ArchiveSettings
    outlets: OutletsFile
    sources: SourcesFile
    cleaning: CleaningFile
    people: PeopleFile
    judgements: JudgementsFile
    organizations: OrganizationsFile
    places: PlacesFile
    topics: TopicsFile
    stories: StoriesFile
    learned: LearnedFile
    lines: Mapping[tuple[str | int, ...], int] = field(default_factory=dict)
    """(stem of a file, key, key, …) -> the line where it stands."""

    def where(self, stem: str, *keys: str | int) -> str:
        """A place in a file of site_config/, as messages name it: ``site_config/people.yml:12``."""
        line = self.lines.get((stem, *keys))
        return f"site_config/{stem}.yml" + (f":{line}" if line else "")
