"""Cleaning of an HTML page: its visible blocks, the choice among them, and the fields around the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.cleaning.account import Verdict
from generator.cleaning.fields.attributions import attributions
from generator.cleaning.fields.captions import captions_in
from generator.cleaning.fields.credits import cited, contributors_in, photographers
from generator.cleaning.fields.dating import of_metadata, of_path
from generator.cleaning.fields.openings import corrections_in, dateline_of
from generator.cleaning.fields.standfirst import STANDFIRST, standfirst_in
from generator.cleaning.html.content import is_content, whole_content
from generator.cleaning.html.fields import Fields, headline_above, read_fields
from generator.cleaning.html.head import Head, read_head
from generator.cleaning.html.headings import named_as_headline, without_bare_headings
from generator.cleaning.html.parts import parts_of
from generator.cleaning.html.quotations import speakers
from generator.cleaning.html.second_look import body_of
from generator.cleaning.html.standfirst import find_standfirst
from generator.cleaning.html.told import unshown
from generator.cleaning.html.verdicts import Decided, captions_near, judged
from generator.cleaning.markup.blocks import PageBlock, page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page
from generator.cleaning.pieces.blocks import assemble, numbered, ordered
from generator.cleaning.pieces.mending import Mended
from generator.cleaning.rules import Line, ruled, told
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import repeated
from generator.model import AccountedLine, CleanArticle, Dating, Original, Repeats
from generator.text.language import detect
from generator.text.urls import kept_by_archive, led_from

_OF_ARCHIVE: Final = ("BEGIN WAYBACK TOOLBAR INSERT", "FILE ARCHIVED ON ")
"""What the Internet Archive writes into a page that it gives out; it leads links to what it keeps of other pages."""
_TOLD: Final = Verdict(fate="body", rule="json-ld:articleBody")


def clean_html(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of an HTML page.

    Args:
        original: A page, decoded.
        repeats: Which of its blocks repeat over the outlet's originals, if known.
        settings: What the maintainers decided for it.

    Raises:
        ContentError: The page is nested too deeply to be read.
    """
    root = parse_page(original.text, DEEPEST)
    blocks = page_blocks(root) if root is not None else ()
    if root is None or not blocks:
        return CleanArticle(id=original.id, text="", blocks=())
    found = ruled((Line(text=block.text, kind=block.kind, level=block.level) for block in blocks), settings)
    original = told(original, found)
    head = read_head(root, original.metadata.url or original.origin.url)
    fields = read_fields(original, head, blocks, settings)
    mended, certainty = (
        (Mended(whole_content(blocks), {}), None) if is_content(original.text) else body_of(blocks, head, fields)
    )
    within = mended.within
    sections = named_as_headline(blocks, within, [number for number, field in fields.lines.items() if field == "title"])
    fields = replace(fields, lines={number: fields.lines[number] for number in fields.lines if number not in sections})
    spoken = speakers(blocks, within)
    within = tuple(stays or place in spoken or blocks[place].number in sections for place, stays in enumerate(within))
    words = sum(block.text.count(" ") + 1 for block, stays in zip(blocks, within, strict=True) if stays)
    linked = unshown(root, blocks, words, head.linked.body)
    # A teaser of a told body would stand there twice.
    within = tuple(stays and not linked for stays in within)
    captions = captions_near(blocks, within) - {blocks[place].number for place in spoken}
    left = _below_headline(blocks, without_bare_headings(blocks, within), fields)
    stands = find_standfirst(head, blocks, left, headline_above(blocks, fields, left), {*fields.lines, *captions})
    if stands is not None and repeated(blocks[stands].text, repeats) is None:
        fields = replace(fields, lines={**fields.lines, blocks[stands].number: STANDFIRST})
    decided = Decided(within=within, reasons=mended.reasons, captions=captions, ruled=found.verdicts)
    verdicts = judged(blocks, decided, fields, repeats)
    every = [*zip(blocks, verdicts, strict=True), *((block, _TOLD) for block in linked)]
    return replace(_article(original, head, fields, every, settings), certainty=None if linked else certainty)


def _below_headline(blocks: Sequence[PageBlock], within: Sequence[bool], fields: Fields) -> Sequence[bool]:
    """The body without what gave a field, where the headline was chosen with it: what is between stands below that."""
    if headline_above(blocks, fields, within) is not None:
        return within
    return tuple(stays and block.number not in fields.lines for block, stays in zip(blocks, within, strict=True))


def _article(
    original: Original,
    head: Head,
    fields: Fields,
    blocks: Sequence[tuple[PageBlock, Verdict]],
    settings: CleaningSettings,
) -> CleanArticle:
    parts = numbered(parts_of([block for block, verdict in blocks if verdict.fate == "body"]))
    text, body, links = assemble(ordered(parts))
    paragraphs = [text[block.start : block.end] for block in body]
    named = [(verdict.rule, block.text) for block, verdict in blocks]
    credited = [
        fields.credits[block.number]
        for block, verdict in blocks
        if verdict.fate == "field" and block.number in fields.credits
    ]
    said, kept = original.metadata, any(mark in original.text for mark in _OF_ARCHIVE)
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=body,
        links=tuple(replace(link, href=_whither(link.href, head, kept=kept)) for link in links),
        title=said.title or (fields.title.text if fields.title else None),
        title_basis=said.basis.get("title", "metadata") if said.title else (fields.title.basis if fields.title else ""),
        standfirst=standfirst_in(named),
        authors=fields.authors.names if said.authors is None else said.authors,
        authors_basis=fields.authors.basis if said.authors is None else said.basis.get("authors", "metadata"),
        dateline=dateline_of(paragraphs),
        published=_said(said.date, said.basis.get("date", "metadata")) or fields.dates.published or of_path(original),
        updated=_said(said.updated, said.basis.get("updated", "metadata")) or fields.dates.updated,
        sources=cited(credited, attributions(text, settings.sources)),
        photo_credits=photographers(credited),
        contributors=contributors_in(named),
        captions=captions_in(named),
        corrections=corrections_in(paragraphs),
        language=said.language or head.language or detect(text),
        account=tuple(_line(block, verdict) for block, verdict in blocks),
    )


def _said(value: str | None, basis: str) -> Dating | None:
    return of_metadata(value, basis) if value else None


def _line(block: PageBlock, verdict: Verdict) -> AccountedLine:
    shown = "" if verdict.fate == "body" else block.text
    return AccountedLine(number=block.number, fate=verdict.fate, rule=verdict.rule, text=shown)


def _whither(href: str, head: Head, *, kept: bool) -> str:
    """Where a link leads; on a page that a web archive gave out to the page itself, as its author wrote."""
    whole = led_from(head.base, href)
    found = kept_by_archive(whole) if kept else None
    return found.url if found else whole
