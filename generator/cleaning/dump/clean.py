"""Cleaning of a text dump: the pieces of the page, the run of them that is the article, and the fields around it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from generator.cleaning.account import BODY, OUTSIDE, Verdict, account
from generator.cleaning.dump.bold_lines import bold_headings
from generator.cleaning.dump.choice import article_pieces
from generator.cleaning.dump.clipped import accounted, clipping_in, text_alone
from generator.cleaning.dump.code import with_whole_code
from generator.cleaning.dump.contents_heads import entry_of, with_contents_heads
from generator.cleaning.dump.dashes import with_dash
from generator.cleaning.dump.effects import leads_away
from generator.cleaning.dump.frame import above, headed, stays
from generator.cleaning.dump.heads import Head, read_head
from generator.cleaning.dump.levels import UNTOLD, with_levels
from generator.cleaning.dump.numbered_heads import with_numbered_heads
from generator.cleaning.dump.page import Page, read_page
from generator.cleaning.dump.parts import Read, mended, parts_of
from generator.cleaning.dump.records import with_own_text
from generator.cleaning.dump.seams import with_other_halves
from generator.cleaning.dump.second_look import second_look, told_by
from generator.cleaning.dump.standfirst import find_standfirst
from generator.cleaning.dump.subheads import has_marked_headings, unmarked_headings, whole_headings
from generator.cleaning.dump.tables import with_whole_tables
from generator.cleaning.dump.unmarked_lists import with_lists
from generator.cleaning.fields.attributions import attributions
from generator.cleaning.fields.captions import captions_in
from generator.cleaning.fields.credits import cited, contributors_in, photographers
from generator.cleaning.fields.openings import corrections_in, dateline_of
from generator.cleaning.fields.standfirst import STANDFIRST, standfirst_in
from generator.cleaning.pieces.blocks import Part, assemble, numbered, ordered, tabled
from generator.cleaning.pieces.headroom import sole_headline
from generator.cleaning.pieces.looks import Look, plain_words
from generator.cleaning.pieces.mending import Mended
from generator.cleaning.pieces.newsletters import is_of_newsletter
from generator.cleaning.rules import told
from generator.cleaning.settings import CleaningSettings
from generator.model import CleanArticle, Original, Repeats
from generator.text.language import detect

_NEWSLETTER: Final = Verdict(fate="removed", rule="newsletter-foot")
_OF_CONTENTS: Final = frozenset({"contents", "shape:contents"})
"""The rules by which tables of contents are taken out."""
_ABOVE: Final = 3
_BELOW: Final = 7
_HIGHEST: Final = "#"
"""The mark of a heading of the highest level."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A page of which every piece is decided."""

    original: Original
    """Without the signs of its links."""
    raw: Sequence[str]
    """Its lines, with these signs."""
    page: Page
    head: Head
    verdicts: Sequence[Verdict]
    certainty: float | None


def clean_text(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of a text dump.

    Args:
        original: A dump.
        repeats: Which of its lines repeat over the outlet's originals, if known.
        settings: What the maintainers decided for it.
    """
    one = clipping_in(original)
    if one is None:
        return _article(cut_text(original, repeats, settings), settings)
    alone = text_alone(original, one)
    cut = cut_text(alone, repeats, settings) if one.is_page else cut_whole(alone, settings)
    return accounted(_article(cut, settings), original, one)


def cut_text(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> Cut:
    """What of a text dump is its article; see :func:`clean_text`."""
    page = read_page(original, repeats, settings)
    raw, original = original.text.split("\n"), replace(original, text=page.unlinked.text)
    original = told(original, page.ruled)
    mended, head, certainty = (_framed if page.frame else _chosen)(original, page, settings)
    head = _with_standfirst(page, mended.within, head)
    verdicts = _verdicts(page, mended, head)
    return Cut(original=original, raw=raw, page=page, head=head, verdicts=verdicts, certainty=certainty)


def cut_whole(original: Original, settings: CleaningSettings) -> Cut:
    """A text of which all is the article, with what maintainers and credit lines take out of it."""
    page = read_page(original, None, settings)
    raw, original = original.text.split("\n"), replace(original, text=page.unlinked.text)
    original = told(original, page.ruled)
    within = [stays(look) for look in page.looks]
    head = read_head(original, page.looks, within, frozenset(), settings)
    verdicts = _verdicts(page, Mended(within, {}), head)
    return Cut(original=original, raw=raw, page=page, head=head, verdicts=verdicts, certainty=None)


def body_parts(cut: Cut) -> list[Part]:
    """The body of a dump, its sentences whole and its headings known as such; its items where marks tell them."""
    lines = cut.original.text.split("\n")
    kept = [index for index, verdict in enumerate(cut.verdicts) if verdict.fate == "body"]
    return numbered(parts_of(_whole(cut, kept, lines), lines, cut.page.tables))


def _framed(original: Original, page: Page, settings: CleaningSettings) -> tuple[Mended, Head, None]:
    """What stands between the lines of the dump's own frame, and the fields above it."""
    within = [index in page.frame and stays(look) for index, look in enumerate(page.looks)]
    head = read_head(original, *above(page.looks, page.frame), page.gone, settings)
    return Mended(within, {}), headed(head, page.looks, page.frame), None


def _chosen(original: Original, page: Page, settings: CleaningSettings) -> tuple[Mended, Head, float | None]:
    """What looks like the article, less what a look at the whole page tells is none of it; fields; how sure that is."""
    choice = article_pieces(page)
    within = _below_sole_headline(page.looks, choice.within)
    if original.origin.record is not None:
        within = with_own_text(page.looks, within, page.verdicts.keys())
    head = read_head(original, page.looks, within, page.gone | page.captions, settings)
    mended = second_look(page.looks, within, head)
    within = with_whole_tables(page.looks, mended.within, page.tables)
    within = with_other_halves(page.looks, within, page.seams)
    whole = with_whole_code(page.looks, within, original.text.split("\n"))
    return mended._replace(within=whole), head, choice.certainty


def _with_standfirst(page: Page, within: Sequence[bool], head: Head) -> Head:
    place = find_standfirst(page.looks, within, head.lines, page.ruled.verdicts.keys() | page.verdicts.keys())
    return head if place is None else replace(head, lines={**head.lines, place: STANDFIRST})


def _below_sole_headline(looks: Sequence[Look], within: Sequence[bool]) -> Sequence[bool]:
    """A dump that marks its headings and has one alone of the highest level has its article below that.

    Where no other level is marked, its sign may be that of a remark in somebody's code.
    """
    levels = {look.piece.marker for look in looks if look.piece.kind == "heading"}
    highest = [index for index, look in enumerate(looks) if look.piece.marker == _HIGHEST and look.words]
    if len(levels) <= 1:
        return within
    place = sole_headline(looks, within, highest)
    return within if place is None else [stays and index >= place for index, stays in enumerate(within)]


def _verdicts(page: Page, mended: Mended, head: Head) -> list[Verdict]:
    credited, within = page.credits, mended.within
    first = next((index for index, stays in enumerate(within) if stays), 0)
    last = max((index for index, stays in enumerate(within) if stays), default=0)
    reach = range(max(0, first - _ABOVE), _end_of_credits(page.looks, last))
    result: list[Verdict] = []
    for index, look in enumerate(page.looks):
        if index in page.ruled.verdicts:
            verdict = page.ruled.verdicts[index]
        elif index in head.lines:
            verdict = Verdict(fate="field", rule=head.lines[index])
        elif index in credited and credited[index].whole and index in reach:
            verdict = Verdict(fate="field", rule=credited[index].rule)
        elif index in page.verdicts:
            verdict = page.verdicts[index]
        elif within[index]:
            verdict = BODY
        else:
            verdict = _removed(look, mended.reasons.get(index, OUTSIDE))
        result.append(verdict)
    return result


def _end_of_credits(looks: Sequence[Look], last: int) -> int:
    """Where credits below a body are no more its own: they may stand a little below it, not below ``More from …``."""
    below = range(last + 1, min(len(looks), last + _BELOW + 1))
    away = (index for index in below if leads_away(looks[index]))
    return next(away, below.stop)


def _removed(look: Look, reason: str) -> Verdict:
    """Why a piece is not of the body: by its own shape, which says most, or by the step that took it out."""
    if look.shape is not None:
        return Verdict(fate="removed", rule=look.shape.rule)
    return _NEWSLETTER if is_of_newsletter(told_by(look)) else Verdict(fate="removed", rule=reason)


def _whole(cut: Cut, kept: Sequence[int], lines: Sequence[str]) -> list[Read]:
    """The pieces of the body: its sentences whole, its headings known as such."""
    page = cut.page
    within = [verdict.fate == "body" for verdict in cut.verdicts]
    heads = unmarked_headings(page.looks, within, plain_words(cut.head.title or ""), lines)
    bold = bold_headings(page.looks, within, lines)
    whole = whole_headings(page.looks, heads | bold, page.seams)
    return mended(
        [_read(page, index, is_heading=index in whole) for index in kept], page.seams.sure, page.unlinked.going_on
    )


def _read(page: Page, index: int, *, is_heading: bool) -> Read:
    piece, anchors = page.looks[index].piece, page.anchors[index]
    if index in page.dashes.places:
        return Read(*with_dash(piece, anchors))
    return Read(piece._replace(kind="heading", level=UNTOLD) if is_heading else piece, anchors)


def _headed(cut: Cut, parts: Sequence[Part], lines: Sequence[str]) -> list[Part]:
    """The parts of the body with its lists, and with the headings that its other parts and the page's contents tell."""
    page = cut.page
    marked = has_marked_headings(page.looks, lines)
    parts = with_lists(parts) if page.has_strings else parts
    entries = {
        entry_of(look.piece.text)
        for look, verdict in zip(page.looks, cut.verdicts, strict=True)
        if verdict.rule in _OF_CONTENTS
    }
    parts = with_contents_heads(with_numbered_heads(parts, marked=marked), entries)
    return with_levels(parts, marked=marked)


def _article(cut: Cut, settings: CleaningSettings) -> CleanArticle:
    original, page, head = cut.original, cut.page, cut.head
    lines = original.text.split("\n")
    text, blocks, links = assemble(tabled(ordered(_headed(cut, body_parts(cut), lines))))
    paragraphs = [text[block.start : block.end] for block in blocks]
    named = [(verdict.rule, look.piece.text) for look, verdict in zip(page.looks, cut.verdicts, strict=True)]
    credited = [credit for index, credit in sorted(page.credits.items()) if cut.verdicts[index].fate != "removed"]
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=blocks,
        links=links,
        title=head.title,
        title_basis=head.title_basis,
        standfirst=standfirst_in(named),
        authors=head.authors,
        authors_basis=head.authors_basis,
        dateline=dateline_of(paragraphs),
        published=head.published,
        updated=head.updated,
        sources=cited(credited, attributions(text, settings.sources)),
        photo_credits=photographers(credited),
        contributors=contributors_in(named),
        captions=captions_in(named),
        corrections=corrections_in(paragraphs),
        language=original.metadata.language or detect(text),
        certainty=cut.certainty,
        account=account(cut.raw, [look.piece for look in page.looks], cut.verdicts, page.unlinked),
    )
