"""The dates that a reader of an HTML page sees, and what the page says they are of."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from lxml import etree

from generator.cleaning.fields.dating import Role, dated, has_label, read_dates
from generator.cleaning.fields.translation import in_english, label_in_english
from generator.cleaning.html.numerals import order_of, spelled
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import inherited
from generator.model import Dating

_LABELS: Final = re.compile(
    r"\W*(?:(?P<updated>(?:date )?(?:last )?(?:updated|modified|reviewed|edited))"
    r"|(?:date )?(?:published|posted|publication date)|publish date|released|date)(?: on)?\W*\Z",
    re.IGNORECASE,
)
_RIGHT_BEFORE: Final = re.compile(
    r"\b(?:published|posted|publication date|released|updated|modified|reviewed|edited)(?: on)?\W*\Z", re.IGNORECASE
)
_GLUED: Final = re.compile(
    r"(?<=[a-z])(?=(?:JANUARY|FEBRUARY|MARCH|APRIL|MAY|JUNE|JULY|AUGUST|SEPTEMBER|OCTOBER|NOVEMBER|DECEMBER) \d)"
)
_CHANGED: Final = re.compile(r"modified|updated|(?<!ex)changed", re.IGNORECASE)
_LONGEST_LABEL: Final = 30
_FEW: Final = 3
_LONGEST_LINE: Final = 200
_WORDS_OF_A_SENTENCE: Final = 12
_OF_THE_PAGE: Final = re.compile(r"\b(?:published|posted|updated|modified|reviewed|appeared|written)\b", re.IGNORECASE)
_DIGIT: Final = re.compile(r"\d")
_ROW: Final = 3
_CARD: Final = 8
"""Blocks between the dates of two articles that a page lists: a headline, a section, a line of each."""
_DAY: Final = len("2019-11-19")


@dataclass(frozen=True, slots=True, kw_only=True)
class Printed:
    """A full date that a reader sees, and what its words say it is of."""

    block: PageBlock
    date: str
    role: Role
    text: str
    others: int
    """How many words stand beside the date and its label."""

    @property
    def bare(self) -> bool:
        """Whether the block says nothing else."""
        return self.others == 0

    @property
    def labelled(self) -> bool:
        """Whether the block itself says what the date is of: in a word right before it, or it holds little else."""
        if self.others <= _FEW:
            return has_label(self.block.text)
        return _RIGHT_BEFORE.search(label_in_english(self.block.text.partition(self.text)[0])) is not None

    @property
    def dating(self) -> Dating:
        """The date with where it comes from."""
        return Dating(date=self.date, basis="label" if self.role == "published" else "date-line", text=self.text)


def printed_dates(blocks: Sequence[PageBlock], language: str) -> Iterator[Printed]:
    """The full dates on a page but for those of other articles and of comments, in order.

    Args:
        blocks: The page's blocks.
        language: Its language tag, '' if unknown: it may tell the day from the month.
    """
    before = ""
    order = order_of((block.text for block in blocks), language)
    short = [block for block in blocks if _may_date(block)]
    own = {block.number for block in short} - inherited(short, elsewhere)
    for block in blocks:
        text, written = spelled(block.text, order) if block.number in own else ("", {})
        lines = read_dates(_GLUED.sub(" ", text))
        if lines:
            label = read_label(before) if lines[0].role == "unlabelled" else lines[0].role
            if label == "unlabelled" and _CHANGED.search(block.element.get("class") or ""):
                label = "updated"
            for line, role in zip(lines, (label, *(line.role for line in lines[1:])), strict=True):
                date = dated(line, None)
                if date is not None and len(date) == _DAY:
                    shown = written.get(line.phrase.text, line.phrase.text)
                    yield Printed(block=block, date=date, role=role, text=shown, others=line.others)
        before = block.text


def in_rows(printed: Sequence[Printed]) -> frozenset[int]:
    """The numbers of the blocks whose dates are those of other articles: several of one look, close to each other."""
    alike: dict[tuple[Role, str, str], list[Printed]] = {}
    for one in printed:
        if one.bare and one.role != "updated":
            element = one.block.element
            alike.setdefault((one.role, str(element.tag), element.get("class") or ""), []).append(one)
    rows = [row for every in alike.values() for row in _runs(every)]
    return frozenset(one.block.number for row in rows if len({one.date for one in row}) >= _ROW for one in row)


def _runs(printed: Sequence[Printed]) -> Iterator[list[Printed]]:
    """Dates parted wherever more than a card lies between one and the next."""
    run: list[Printed] = []
    for one in printed:
        if run and one.block.number - run[-1].block.number > _CARD:
            yield run
            run = []
        run.append(one)
    yield run


def _may_date(block: PageBlock) -> bool:
    """Whether a block is short enough for a date line, holds a digit at all, and is no sentence on something else."""
    if block.hidden or len(block.text) > _LONGEST_LINE or not _DIGIT.search(block.text):
        return False
    is_sentence = block.text[-1] in ".!?" and block.text.count(" ") > _WORDS_OF_A_SENTENCE
    return not is_sentence or _OF_THE_PAGE.search(block.text) is not None


def read_label(text: str) -> Role:
    """What a block that is nothing but a label (``Published:``) says of the date in the next one."""
    found = _LABELS.match(in_english(text)) if len(text) <= _LONGEST_LABEL else None
    if found is None or _DIGIT.search(text):
        return "unlabelled"
    return "updated" if found["updated"] else "published"


def elsewhere(element: etree._Element) -> bool | None:
    """Whether what is in an element belongs to another article or to a comment; None where it does not say."""
    if "comment" in (element.get("class") or "").lower():
        return True
    if element.tag in {"article", "body"}:
        return False
    # The foot of an article, unlike the page's, is where some sites say who wrote it and when.
    foots = element.tag == "footer" and next(element.iterancestors("article"), None) is None
    return foots or element.tag in {"aside", "nav"} or None
