"""An article cut out of its page: body, fields, every line accounted for, and what its text names."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from typing import Final, Literal

from msgspec import Struct

from generator.model.originals import Metadata, Origin, OutletRef

_OF_UPDATE: Final = "updated "
BlockKind = Literal["paragraph", "heading", "item", "quote", "code", "table"]
Fate = Literal["body", "field", "removed"]
MentionKind = Literal["person", "organization", "place", "thing", "unknown"]
CitationKind = Literal["credit", "attribution"]
Precision = Literal["day", "month", "year"]
Share = Literal["some", "many", "most"]
"""In how large a part of an outlet's files a line stands: in enough to repeat, in an eighth, in more than half."""
Cue = Literal["", "who", "says", "article", "noun"]
"""What stands beside a name: ``who`` and an age are people's, verbs of saying mostly; an article and a noun (``the firm
X``) are not."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Furniture:
    """Lines that repeat over an outlet's files: a pure function of the set of its originals."""

    outlet: str
    files: int
    lines: Mapping[str, int] = field(default_factory=dict)
    """Fingerprint of a line (see ``cleaning.survey.fingerprint``) -> in how many files it stands."""
    is_one_site: bool = False
    """Whether all its originals are of one site; of those in a folder, or of no known outlet, nobody knows."""


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
    ordinal: int | None = None
    """Of an item of an ordered list: the number before it, which a text that was plain has in its words too."""

    def begins(self, text: str) -> int:
        """Where its words begin in the body: behind its number, where they say it."""
        numbers = () if self.ordinal is None else (f"{self.ordinal}", f"{self.ordinal:02}")
        for number in (f"{number}{mark}" for number in numbers for mark in ".)"):
            if text.startswith(number, self.start):
                words = text[self.start + len(number) : self.end]
                return self.end - len(words.lstrip())
        return self.start


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
    """``metadata.csv:5``, ``label``, ``byline``, ``json-ld``, ``meta``, ``address``, ``path``, ``dateline``, …; with
    ``updated`` before it where a page tells only of its update, and the article is dated by that."""
    text: str = ""
    """The words it was read from, verbatim."""
    first: str = ""
    """For the day of an update: that of first publication, where the page tells it to machines alone."""

    @property
    def is_of_update(self) -> bool:
        """Whether this is the day of an update, the only one that the page shows."""
        return self.basis.startswith(_OF_UPDATE)

    @property
    def note(self) -> str:
        """What a reader should know of the date in words; '' where it is what it seems to be."""
        if not self.is_of_update:
            return ""
        first = f"first published on {self.first}" if self.first else "the date of first publication is not stated"
        return f"updated on {self.date}; {first}"

    def as_published(self, first: str = "") -> Dating:
        """The date of an update in place of one of publication.

        Args:
            first: The day of first publication, if that is known.
        """
        return replace(self, basis=f"{_OF_UPDATE}{self.basis}", first=first)

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
    standfirst: str | None = None
    """What stands between headline and text and tells what follows; None also where the text begins with it."""
    authors: tuple[str, ...] = ()
    authors_basis: str = ""
    dateline: str | None = None
    published: Dating | None = None
    updated: Dating | None = None
    sources: tuple[Citation, ...] = ()
    photo_credits: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    """The lines that say who helped with it, in their own words: ``Ada Quill contributed to this report.``"""
    captions: tuple[str, ...] = ()
    """What stood below its pictures, which are not kept."""
    corrections: tuple[str, ...] = ()
    language: str = ""
    """BCP 47, or '' where the text is too short to tell."""
    certainty: float | None = None
    """How much of its text is expected to be right, from 0 to 1 (F1 over words), as what chose it tells; None where
    nothing had to be chosen, or people have checked it.
    """
    account: tuple[AccountedLine, ...] = ()
    warnings: tuple[str, ...] = ()
    """What was said of the article and is hard to believe, though it is kept: a date after the day of capture."""

    @property
    def removed(self) -> tuple[AccountedLine, ...]:
        """The lines that were taken out, each with its rule."""
        return tuple(line for line in self.account if line.fate == "removed")


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanRow:
    """All of a cleaned article but its text, and what is remembered of its text by."""

    id: str
    refused: str = ""
    """Why no article could be cut out of its original; all else is empty then."""
    digest: str = ""
    """Of text and blocks."""
    whole: str = ""
    """Digest of everything, removed lines and all."""
    links: tuple[str, ...] = ()
    """Where its links lead, as they are written."""
    size: int = 0
    """Characters of its text."""
    words: int = 0
    title: str | None = None
    standfirst: str | None = None
    authors: tuple[str, ...] = ()
    dateline: str | None = None
    published: Dating | None = None
    updated: Dating | None = None
    sources: tuple[Citation, ...] = ()
    photo_credits: tuple[str, ...] = ()
    contributors: tuple[str, ...] = ()
    captions: tuple[str, ...] = ()
    corrections: tuple[str, ...] = ()
    language: str = ""
    certainty: float | None = None
    warnings: tuple[str, ...] = ()
    decided: tuple[str, ...] = ()
    """The entries of cleaning.yml that decided about its lines: ``cleaning.yml:12``."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Unsure:
    """An article whose text may be cut wrongly: it should be read beside its original."""

    article: str
    path: str
    """The file that it was cut out of."""
    certainty: float


class Mention(Struct, frozen=True, kw_only=True, gc=False):
    """A name in the body. An archive has hundreds of thousands: a struct is made, and read back, several times faster.

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
    standfirst: str | None
    authors: tuple[str, ...]
    dateline: str | None
    published: Dating | None
    updated: Dating | None
    not_before: str | None
    not_after: str | None
    language: str
    sources: tuple[Citation, ...]
    photo_credits: tuple[str, ...]
    contributors: tuple[str, ...]
    captions: tuple[str, ...]
    corrections: tuple[str, ...]
    words: int
    mentions: tuple[Mention, ...]
    dates: tuple[DateMention, ...]
    sketch: tuple[int, ...] = ()
    """MinHash of the text, to find copies of a story."""
    whole: str = ""
    """Digest of all that cleaning has made of it: what is shown of its text is the same where this is."""
    links: tuple[str, ...] = ()
    """Where its links lead, as they are written."""
