"""Headline, authors, dates and credits of an HTML page, and which of its blocks gave them."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import takewhile

from generator.cleaning.fields.attributions import known_outlets
from generator.cleaning.fields.credits import CreditLine, read_credits
from generator.cleaning.fields.dating import latest_possible
from generator.cleaning.html.authors import Authors, find_authors
from generator.cleaning.html.dates import Dates, find_dates_of
from generator.cleaning.html.fronts import is_front
from generator.cleaning.html.head import Head, squeezed
from generator.cleaning.html.title import Title, find_title
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.settings import CleaningSettings
from generator.model import Original


@dataclass(frozen=True, slots=True, kw_only=True)
class Fields:
    """What was read around the body, and which blocks gave it."""

    title: Title | None
    authors: Authors
    dates: Dates
    credits: Mapping[int, CreditLine]
    lines: Mapping[int, str]
    """Number of a block -> the field that it gave."""


def read_fields(original: Original, head: Head, blocks: Sequence[PageBlock], settings: CleaningSettings) -> Fields:
    """Headline, authors, dates and credits of a page, what people say of it before what the page says."""
    title = find_title(head, blocks)
    same = _same_words(blocks, title)
    headline = next((block.number for block in same if block.element.tag == "h1" and not block.hidden), None)
    if headline is None:
        headline = next((block.number for block in same if not block.hidden), None)
    is_of_many = is_front(head, blocks)
    authors = Authors() if is_of_many else find_authors(head, blocks, headline)
    latest = latest_possible(original, settings.captured)
    dates = Dates() if is_of_many else find_dates_of(head, blocks, headline, latest)
    known = (*known_outlets(), *settings.sources)
    credited = {block.number: found for block in blocks if (found := read_credits(block.text, known)) is not None}
    lines = (
        dict.fromkeys(sorted(dates.blocks), "date")
        | dict.fromkeys(sorted(authors.blocks), "byline")
        | {block.number: "title" for block in same}
    )
    return Fields(title=title, authors=authors, dates=dates, credits=credited, lines=lines)


def _same_words(blocks: Sequence[PageBlock], title: Title | None) -> list[PageBlock]:
    """The blocks that show the headline and nothing else but what its own line adds to it."""
    if title is None:
        return []
    wanted = {squeezed(title.text), squeezed(title.printed)} - {""}
    shortest, longest = min(map(len, wanted), default=0), 3 * max(len(title.text), len(title.printed))
    likely = (block for block in blocks if len(block.text) <= longest and _may_squeeze_to(block.text, shortest))
    return [block for block in likely if squeezed(block.text) in wanted]


def _may_squeeze_to(text: str, length: int) -> bool:
    """Whether a text is not too short: one letter may have three without case, but in ASCII."""
    return len(text) >= length or not text.isascii()


def shown_headline(blocks: Sequence[PageBlock], fields: Fields) -> int | None:
    """The place of the heading of the first order that shows the headline."""
    shown = (place for place, block in enumerate(blocks) if fields.lines.get(block.number) == "title")
    return next((place for place in shown if blocks[place].element.tag == "h1" and not blocks[place].hidden), None)


def headline_above(blocks: Sequence[PageBlock], fields: Fields, within: Sequence[bool]) -> int | None:
    """The place of the last block above the text that shows the headline."""
    above = takewhile(lambda place: not within[place], range(len(blocks)))
    return max((place for place in above if fields.lines.get(blocks[place].number) == "title"), default=None)
