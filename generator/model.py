"""What the stages hand to each other: frozen values, one meaning a word.

Every value that a program inferred carries the rule that gave it; a value that was not found is None or empty, never a
guess. Offsets are Unicode code points into ``text`` of the article; ``text[start:end]`` is the span, always.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Literal

Form = Literal["text", "html", "markdown", "clean"]
"""How an original's text is to be read. ``clean`` text is kept to the code point."""

BlockKind = Literal["paragraph", "heading", "item", "quote", "code", "table"]
Fate = Literal["body", "field", "removed"]
EntityKind = Literal["person", "organization", "place"]
MentionKind = Literal["person", "organization", "place", "thing", "unknown"]
CitationKind = Literal["credit", "attribution"]
Precision = Literal["day", "month", "year"]
Share = Literal["some", "many", "most"]
"""In how large a part of an outlet's files a line stands: in enough to repeat, in an eighth, in more than half."""
Cue = Literal["", "who", "says", "article", "noun"]
"""What stands beside a name: ``who`` and an age are people's, verbs of saying mostly; an article and a noun (``the firm
X``) are not."""


# ── ingest ────────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Metadata:
    """What people or exporters say of an original, already merged by precedence. None: nobody said."""

    id: str | None = None
    url: str | None = None
    retrieved: str | None = None
    outlet: str | None = None
    title: str | None = None
    date: str | None = None
    updated: str | None = None
    authors: tuple[str, ...] | None = None
    rights: str | None = None
    language: str | None = None
    topics: tuple[str, ...] | None = None
    topics_add: tuple[str, ...] | None = None
    topics_remove: tuple[str, ...] | None = None
    cleaned: bool | None = None
    basis: Mapping[str, str] = field(default_factory=dict)
    """Key -> where it was said: ``front matter``, ``a.txt.meta.yml``, ``metadata.csv:5``, ``record 3``, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Origin:
    """Where an article comes from: enough to find the untouched original again."""

    path: str
    """Below content/articles, with forward slashes."""
    sha256: str
    """Of the file's bytes, or of the record's where a file holds many."""
    media_type: str
    record: str | None = None
    url: str | None = None
    retrieved: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class OutletRef:
    """The publication an original comes from. ``key`` groups files for the survey; '' when nothing tells."""

    key: str
    name: str
    basis: str
    """``metadata``, ``address``, ``folder``, or '' where unknown."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Original:
    """One raw article, decoded and made safe to read, otherwise untouched."""

    id: str
    origin: Origin
    form: Form
    text: str
    """NFC, repaired, without control, bidi and zero-width characters, line ends ``\\n``."""
    metadata: Metadata
    outlet: OutletRef
    warnings: tuple[str, ...] = ()
    """What was said of it and could not be used: unknown keys, dates that cannot be; each begins with its file."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Quarantined:
    """A file or record that could not be read. It is reported and kept; the rest is built."""

    path: str
    sha256: str
    reason: str
    record: str | None = None
    accepted: bool = False
    """A maintainer has accepted it in archive.yml by path and hash."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Passed:
    """A record of a web archive, feed or mirror that is no article, and why: it is counted, and nothing is wrong."""

    path: str
    record: str
    """Its address where it has one, else how it calls itself."""
    reason: str
    """One of few: ``redirect``, ``status 404``, ``only a summary``, …"""


# ── survey and clean ──────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Lines that repeat over an outlet's files: a pure function of the set of its originals."""

    outlet: str
    files: int
    lines: Mapping[str, int] = field(default_factory=dict)
    """Fingerprint of a line (see ``cleaning.survey.fingerprint``) -> in how many files it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class LearnedLine:
    """A line of an outlet's furniture, for maintainers to pin or to refuse."""

    outlet: str
    line: str
    """As cleaning.yml takes it: literal text or ``/pattern/``."""
    files: int
    """In so many files it stands …"""
    of: int
    """… of so many."""
    example: str
    """Id of the first original that has it."""


Repeats = Mapping[str, Share]
"""All that cleaning one original knows of its outlet's furniture: which of its own lines repeat, by fingerprint, and
over how large a part of the files. It has no counts: one more file mostly leaves it as it is."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A piece of the body: ``text[start:end]``."""

    kind: BlockKind
    start: int
    end: int
    level: int = 0
    """Of a heading (2 to 6) or of an item's nesting (0 is the outermost)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A link of the original, on ``text[start:end]``."""

    start: int
    end: int
    href: str


@dataclass(frozen=True, slots=True, kw_only=True)
class AccountedLine:
    """What became of one raw line (of HTML: one visible block of text). No line of an original is without one."""

    number: int
    """From 1, in the order of the original."""
    fate: Fate
    rule: str
    """Why: ``body``, ``title``, ``byline``, ``shape:share-bar``, ``repeated:most``, ``outside-article``, …"""
    text: str = ""
    """The raw line; empty for body lines (the body has it)."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Dating:
    """A date, possibly partial (``1969``, ``1969-07``, ``1969-07-20``), and how it is known."""

    date: str
    basis: str
    """``metadata.csv:5``, ``label``, ``byline``, ``json-ld``, ``meta``, ``address``, ``path``, ``dateline``, …"""
    text: str = ""
    """The words it was read from, verbatim."""

    @property
    def precision(self) -> Precision:
        """How much of the date is known."""
        return ("year", "month", "day")[self.date.count("-")]


@dataclass(frozen=True, slots=True, kw_only=True)
class Citation:
    """A source that the article names: in its credit line or in running text."""

    name: str
    """As written, without its count."""
    count: int = 1
    kind: CitationKind = "credit"


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanArticle:
    """The article cut out of its page. ``text`` is the blocks joined by a blank line."""

    id: str
    text: str
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    title: str | None = None
    title_basis: str = ""
    authors: tuple[str, ...] = ()
    authors_basis: str = ""
    dateline: str | None = None
    published: Dating | None = None
    updated: Dating | None = None
    sources: tuple[Citation, ...] = ()
    photo_credits: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    language: str = ""
    """BCP 47, or '' where the text is too short to tell."""
    account: tuple[AccountedLine, ...] = ()
    warnings: tuple[str, ...] = ()
    """What was said of the article and is hard to believe, though it is kept: a date after the day of capture."""

    @property
    def removed(self) -> tuple[AccountedLine, ...]:
        """The lines that were taken out, each with its rule."""
        return tuple(line for line in self.account if line.fate == "removed")


# ── analyze ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Mention:
    """A name in the body.

    ``thing``: the text shows a ship, a program or a common word, whatever the model said. ``unknown``: capitalised
    words that the model did not mark; a look-up may know them.
    """

    kind: MentionKind
    text: str
    start: int
    end: int
    role: str = ""
    """Title or role words that stand right before the name (``Attorney General``, ``Russian Ambassador``), verbatim."""
    sentence: int = 0
    """Number of its sentence in the article, from 0."""
    cue: Cue = ""
    apposition: str = ""
    """What stands beside the name and says what its bearer is (``the attorney general,``, ``R-Ala.``), verbatim."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMention:
    """A date in the body; ``date`` is None where the year cannot be known."""

    text: str
    start: int
    end: int
    date: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Analysis:
    """What the language stage found in one article."""

    mentions: tuple[Mention, ...] = ()
    dates: tuple[DateMention, ...] = ()
    not_before: str | None = None
    """For an article without a date: the latest full date in its text."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Because:
    """A phrase for which an article was filed under a topic; ``text`` occurs verbatim at ``start``."""

    text: str
    where: Literal["title", "body"]
    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """An article's place under a topic, with its reasons, strongest first."""

    topic: str
    score: float
    because: tuple[Because, ...] = ()
    basis: str = "phrases"
    """``phrases``, ``metadata``, ``learned``, ``story``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class ArticleRow:
    """All that the archive-wide stages need of an article: everything but its text."""

    id: str
    origin: Origin
    outlet: OutletRef
    metadata: Metadata
    title: str | None
    authors: tuple[str, ...]
    dateline: str | None
    published: Dating | None
    updated: Dating | None
    not_before: str | None
    not_after: str | None
    language: str
    sources: tuple[Citation, ...]
    photo_credits: tuple[str, ...]
    corrections: tuple[str, ...]
    words: int
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    scores: tuple[Filing, ...]
    """Every topic that the article's own words speak for; ``topics.file_articles`` decides which it is filed under."""
    sketch: tuple[int, ...] = ()
    """MinHash of the text, to find copies of a story."""


# ── resolve ───────────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class EntityMention:
    """A mention that was filed under an entity, and the rule that put it there."""

    article: str
    text: str
    start: int
    end: int
    rule: str
    """``full-name``, ``surname-in-article``, ``look-up``, ``misspelling``, ``alias``, ``binding``, …"""
    role: str = ""
    apposition: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Role:
    """What a person is called, before the name or beside it."""

    name: str
    """By its usual name: ``attorney general``, ``senator from Alabama``."""
    mentions: tuple[EntityMention, ...]
    """One an article, sorted."""
    first: str
    """The year of the first article that has one, or ''."""
    last: str


@dataclass(frozen=True, slots=True, kw_only=True)
class NameForm:
    """A way in which an entity is written, and how often."""

    text: str
    count: int
    misspelling: bool = False
    rule: str = ""
    """Why it is this entity's though it is written otherwise: ``misspelling``, ``short-form``, ``initial``, …"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Entity:
    """A person, an organization or a place: one page."""

    kind: EntityKind
    id: str
    """A slug that never depends on order; permalinks keep it for ever."""
    name: str
    forms: tuple[NameForm, ...]
    mentions: tuple[EntityMention, ...]
    """Sorted by article id and offset."""
    aliases: tuple[str, ...] = ()
    """Ids of entities that were merged into this one: their addresses redirect here."""
    note: str = ""
    """What a maintainer says of them (people.yml)."""
    roles: tuple[Role, ...] = ()
    """What a person is called, the most frequent first."""
    within: tuple[str, ...] = ()
    """Names of the places in which a place lies, the nearest first (``Virginia``, ``United States``)."""
    preferred: str = ""
    """A title that the program would give a published person by now; it waits for a maintainer's yes."""
    judged: bool = False
    """A maintainer's word stands behind who this is."""

    @property
    def articles(self) -> tuple[str, ...]:
        """Ids of the articles that mention it, each once, sorted."""
        return tuple(sorted({mention.article for mention in self.mentions}))


@dataclass(frozen=True, slots=True, kw_only=True)
class Surname:
    """A bare surname that could not be given to one person: the page that asks "which one?"."""

    id: str
    surname: str
    bearers: tuple[str, ...]
    """Ids of people with that surname."""
    mentions: tuple[EntityMention, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Published:
    """People as readers know them: what the program alone may not change."""

    ids: frozenset[str] = frozenset()
    """Of their pages."""
    names: Mapping[str, str] = field(default_factory=dict)
    """Slug of another way of writing a name -> id of the page on which it stands."""


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldMerge:
    """Two published people whom a rule takes for one: a maintainer's word is awaited."""

    one: str
    other: str
    """Ids of their pages, in order."""
    rule: str


@dataclass(frozen=True, slots=True, kw_only=True)
class HeldSplit:
    """A name on a published person's page that no rule puts there any more: a maintainer's word is awaited."""

    person: str
    """Id of the page."""
    name: str
    """As it is written."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Resolution:
    """Who is who, under the maintainers' judgements."""

    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...] = ()
    private: tuple[Entity, ...] = ()
    """People whom nobody may be shown: known only so that their addresses are dropped and their names passed over."""
    held: tuple[HeldMerge | HeldSplit, ...] = ()
    warnings: tuple[str, ...] = ()
    """Stale targets of people.yml and the like: file, line, remedy."""


QuestionKind = Literal["same", "apart", "which", "person", "title"]


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """Something about people that the program does not know for sure, and that a maintainer may."""

    kind: QuestionKind
    """Are two people one? Is a name rather somebody else's? Which bearer is a surname? Is it a person at all?
    Is the first title to become the second?"""
    names: tuple[str, ...]
    """Of whom it is asked; of a surname it comes first, its bearers after it."""
    people: tuple[str, ...]
    """Ids of those who have a page, in the order of the names; one for ``apart`` and ``person``."""
    articles: tuple[str, ...]
    """Ids of the articles that an answer may move, sorted."""
    doubt: float
    """How little the program knows, 0 to 1."""
    because: str
    """Why it is asked."""

    @property
    def worth(self) -> float:
        """What an answer changes: articles moved × doubt."""
        return len(self.articles) * self.doubt


# ── topics and relate ─────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True, kw_only=True)
class Topic:
    """A subject or a story with a page of its own."""

    id: str
    name: str
    kind: Literal["topic", "story"] = "topic"
    iptc: str | None = None
    parent: str | None = None
    aliases: tuple[str, ...] = ()
    description: str = ""
    learned_from: int = 0
    """So many articles taught what is typical of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CitedBy:
    """One article that cites a source."""

    article: str
    count: int
    kind: CitationKind
    text: str
    """The name as written there."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Whom articles cite."""

    id: str
    name: str
    cited_by: tuple[CitedBy, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Outlet:
    """A publication and its articles."""

    id: str
    name: str
    articles: tuple[str, ...]
    note: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Another article worth reading after this one, and why."""

    article: str
    score: float
    people: tuple[str, ...]
    """Ids of the rare people that both name."""
    topics: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Differences:
    """What a version of a story differs in from the copy that is shown; paragraphs by the numbers of their blocks."""

    fields: tuple[str, ...] = ()
    """Of ``title``, ``authors``, ``published``, ``updated``, ``outlet``."""
    added: tuple[int, ...] = ()
    """Blocks that only the version has."""
    removed: tuple[int, ...] = ()
    """Blocks that only the shown copy has."""
    changed: tuple[tuple[int, int], ...] = ()
    """A block of the version, and that of the shown copy which says nearly the same."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Everything about everything: what the pages are made from. All sequences are sorted; order of input is gone."""

    articles: Mapping[str, ArticleRow]
    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...]
    private: tuple[Entity, ...] = ()
    """People whom nobody may be shown."""
    held: tuple[HeldMerge | HeldSplit, ...] = ()
    """What waits for a maintainer's word."""
    topics: tuple[Topic, ...]
    filings: Mapping[str, tuple[Filing, ...]]
    """Article id -> its topics, best first."""
    sources: tuple[Source, ...]
    outlets: tuple[Outlet, ...]
    related: Mapping[str, tuple[Related, ...]]
    version_of: Mapping[str, str]
    """Article id -> the better copy of the same story."""
    differences: Mapping[str, Differences] = field(default_factory=dict)
    """Article id -> what it differs in from that copy."""


# ── permalinks ────────────────────────────────────────────────────────────────────────────────────────────────────────

PageKind = Literal["article", "person", "organization", "place", "topic", "story", "source", "outlet", "surname"]


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Permalink:
    """One line of permalinks.csv: an address that is kept for ever."""

    kind: PageKind
    id: str
    address: str
    """Below the site's root, ends with a slash: ``people/jeff-sessions/``."""
    added: str
    """ISO date of first publication."""
    sha256: str = ""
    """Of an article's original: the same bytes at a new path keep their id."""
    state: str = "live"
    """``live``, ``gone``, ``private``, ``redirect:<id>``, ``split:<id>+<id>``."""
