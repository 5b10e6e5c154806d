"""Which blocks of a page are of its article: what the trees choose, and what a second look at the whole page mends."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Final

from generator.cleaning.account import OUTSIDE
from generator.cleaning.fields.summaries import without_summary
from generator.cleaning.html.choice import body_blocks
from generator.cleaning.html.colons import with_brought_in, without_last_links
from generator.cleaning.html.drop_cap import with_drop_cap
from generator.cleaning.html.ends import without_foot, without_lone_item, without_opening_links
from generator.cleaning.html.fields import Fields, shown_headline
from generator.cleaning.html.groups import with_next_groups
from generator.cleaning.html.head import Head
from generator.cleaning.html.headings import with_name_of_first_part
from generator.cleaning.html.lists import whole_lists, without_ways_inside
from generator.cleaning.html.notices import without_notice_of_age
from generator.cleaning.html.offers import (
    without_cards,
    without_invitations,
    without_last_box,
    without_offers,
    without_sign_ups,
    without_sponsored,
)
from generator.cleaning.html.references import with_references, with_works
from generator.cleaning.html.replies import without_comments
from generator.cleaning.html.rich_text import with_rich_text
from generator.cleaning.html.screens import without_unseen
from generator.cleaning.html.told import settled
from generator.cleaning.html.unboxed import with_unboxed
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.appeals import without_appeals
from generator.cleaning.pieces.biographies import without_biographies
from generator.cleaning.pieces.contents import Entry, without_contents
from generator.cleaning.pieces.copies import without_copies
from generator.cleaning.pieces.headroom import below_headline
from generator.cleaning.pieces.looks import plain_words
from generator.cleaning.pieces.mending import Mended, Step, mend
from generator.cleaning.pieces.newsletters import Told, without_newsletter
from generator.text.sentences import TERMINATORS

PageStep = Step[PageBlock, Fields]


def body_of(blocks: Sequence[PageBlock], head: Head, fields: Fields) -> tuple[Mended, float | None]:
    """Which blocks of a page are of its article, as choosing and a second look at the whole tell; how sure that is.

    Args:
        blocks: The page's blocks.
        head: What the page says of itself, perhaps with the text of its article.
        fields: What was read around the body.
    """
    choice = body_blocks(blocks)
    within = settled(blocks, tuple(choice.within), head.linked.body)
    return mend(_STEPS, blocks, within, fields), choice.certainty


def _by_blocks(step: Callable[[Sequence[PageBlock], Sequence[bool]], Sequence[bool]]) -> PageStep:
    """A step that asks for no field."""
    return lambda blocks, within, _: step(blocks, within)


def _by_texts(step: Callable[[Sequence[str], Sequence[bool]], Sequence[bool]]) -> PageStep:
    """A step that dumps have as well: it asks for words alone."""
    return lambda blocks, within, _: step([block.text for block in blocks], within)


def _without_headroom(blocks: Sequence[PageBlock], within: Sequence[bool], fields: Fields) -> Sequence[bool]:
    return below_headline(within, [block.text.count(" ") + 1 for block in blocks], shown_headline(blocks, fields))


def _without_biographies(blocks: Sequence[PageBlock], within: Sequence[bool], fields: Fields) -> Sequence[bool]:
    return without_biographies([block.text for block in blocks], within, fields.authors.names)


def _without_summary(blocks: Sequence[PageBlock], within: Sequence[bool], fields: Fields) -> Sequence[bool]:
    has_headline = "title" in fields.lines.values()
    return without_summary([block.text for block in blocks], within) if has_headline else within


def _without_newsletter(blocks: Sequence[PageBlock], within: Sequence[bool], _: Fields) -> Sequence[bool]:
    first = next((place for place, stays in enumerate(within) if stays), 0)
    end = max((place + 1 for place, stays in enumerate(within) if stays), default=0)
    left = without_newsletter([_told(block) for block in blocks[first:end]], within[first:end])
    return [*within[:first], *left, *within[end:]]


def _told(block: PageBlock) -> Told:
    return Told(block.text, block.text.count(" ") + 1, block.kind == "item" or block.text[-1] not in TERMINATORS)


def _without_contents(blocks: Sequence[PageBlock], within: Sequence[bool], _: Fields) -> Sequence[bool]:
    """Of a list that is partly one of contents, all or nothing."""
    left = without_ways_inside(blocks, without_contents(_entries(blocks, within), within))
    return whole_lists(blocks, left) if left != tuple(within) else within


def _entries(blocks: Sequence[PageBlock], within: Sequence[bool]) -> list[Entry]:
    """What may be contents: only of the body anybody asks for the words."""
    return [
        Entry.of(
            block.text, plain_words(block.text) if stays else "", leads=any("#" in href for *_, href in block.links)
        )
        for block, stays in zip(blocks, within, strict=True)
    ]


_STEPS: Final[tuple[tuple[str, PageStep], ...]] = (
    # What was overlooked between blocks of the article, and what is shown to nobody or written by readers.
    (OUTSIDE, _by_blocks(with_references)),
    (OUTSIDE, _by_blocks(with_works)),
    (OUTSIDE, _by_blocks(with_unboxed)),
    (OUTSIDE, _by_blocks(with_rich_text)),
    ("comments", _by_blocks(without_comments)),
    ("hidden", _by_blocks(without_unseen)),
    (OUTSIDE, _by_blocks(with_brought_in)),
    (OUTSIDE, _by_blocks(whole_lists)),
    (OUTSIDE, _by_blocks(with_next_groups)),
    # What stands above the headline, or tells of the site and the author.
    ("above-headline", _without_headroom),
    ("appeal", _by_texts(without_appeals)),
    ("about-author", _without_biographies),
    # What is said twice, offered or advertised.
    ("copy", _by_texts(without_copies)),
    ("summary", _without_summary),
    ("offer", _by_blocks(without_offers)),
    ("newsletter", _by_blocks(without_sign_ups)),
    ("newsletter-foot", _without_newsletter),
    ("advertisement", _by_blocks(without_sponsored)),
    ("offer", _by_blocks(without_invitations)),
    ("below-article", _by_blocks(without_last_box)),
    ("related", _by_blocks(without_cards)),
    ("age", _by_texts(without_notice_of_age)),
    # The edges: once all else is gone, the lists of links at them are seen.
    ("contents", _without_contents),
    ("below-article", _by_blocks(without_foot)),
    ("contents", _by_blocks(without_opening_links)),
    ("contents", lambda blocks, within, fields: without_lone_item(blocks, within, fields.lines)),
    ("related", _by_blocks(without_last_links)),
    (OUTSIDE, _by_blocks(with_drop_cap)),
    (OUTSIDE, _by_blocks(with_name_of_first_part)),
)
"""In order, each with the rule by which it takes blocks out: each mends what the one before left."""
