"""Cleaning of an HTML page: its visible blocks, the choice among them, and the fields around the article."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Final

from lxml import etree

from generator.cleaning.account import Verdict
from generator.cleaning.certainty import Choice
from generator.cleaning.fields.attributions import attributions
from generator.cleaning.fields.captions import CAPTION, captions_in
from generator.cleaning.fields.credits import cited, contributors_in
from generator.cleaning.fields.dating import of_metadata, of_path
from generator.cleaning.fields.openings import corrections_in, dateline_of
from generator.cleaning.fields.standfirst import STANDFIRST
from generator.cleaning.html.content import is_content, whole_content
from generator.cleaning.html.fields import Fields, headline_above, read_fields
from generator.cleaning.html.head import Head, read_head
from generator.cleaning.html.headings import named_as_headline, without_bare_headings
from generator.cleaning.html.parts import parts_of
from generator.cleaning.html.quotations import speakers
from generator.cleaning.html.second_look import body_of
from generator.cleaning.html.standfirst import find_standfirst
from generator.cleaning.html.told import unshown
from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock, page_blocks
from generator.cleaning.markup.outline import inherited
from generator.cleaning.markup.tree import DEEPEST, parse_page
from generator.cleaning.pieces.blocks import assemble, numbered, ordered
from generator.cleaning.pieces.shapes import shape_of
from generator.cleaning.rules import Line, ruled, told
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import repeated
from generator.model import AccountedLine, CleanArticle, Dating, Original, Repeats, Share
from generator.text.language import detect
from generator.text.urls import led_from

_CAPTION: Final = (
    "wp-caption", "caption-text", "image-caption", "photo-caption", "figcaption", "img-caption", "media-caption"
)  # fmt: skip
_ABOVE: Final = 8
_BELOW: Final = 4
_BODY: Final = Verdict(fate="body", rule="body")
_BARE: Final = Verdict(fate="removed", rule="bare-heading")
_TOLD: Final = Verdict(fate="body", rule="json-ld:articleBody")


@dataclass(frozen=True, slots=True, kw_only=True)
class Place:
    """Where a block stands: in the body, or at least beside it, or in a picture's caption."""

    stays: bool
    near: bool
    captioned: bool


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
    counts = [block.text.count(" ") + 1 for block in blocks]
    choice = Choice(whole_content(blocks), None) if is_content(original.text) else body_of(blocks, head, fields)
    within = choice.within
    sections = named_as_headline(blocks, within, [number for number, field in fields.lines.items() if field == "title"])
    fields = replace(fields, lines={number: fields.lines[number] for number in fields.lines if number not in sections})
    spoken = speakers(blocks, within)
    within = tuple(stays or place in spoken or blocks[place].number in sections for place, stays in enumerate(within))
    words = sum(count for count, stays in zip(counts, within, strict=True) if stays)
    linked = unshown(root, blocks, words, head.linked.body)
    # A teaser of a told body would stand there twice.
    within = tuple(stays and not linked for stays in within)
    decided = {blocks[index].number: verdict for index, verdict in found.verdicts.items()}
    near = _near(within)
    captions = inherited((block for block in blocks if block.number in near), _says_caption)
    captions -= {blocks[place].number for place in spoken}
    left = without_bare_headings(blocks, within)
    stands = find_standfirst(head, blocks, left, headline_above(blocks, fields, left), {*fields.lines, *captions})
    if stands is not None and repeated(blocks[stands].text, repeats) is None:
        fields = replace(fields, lines={**fields.lines, blocks[stands].number: STANDFIRST})
    shares = _shares(blocks, within, repeats)
    verdicts = [
        decided.get(block.number)
        or _verdict(
            block,
            Place(stays=stays, near=block.number in near, captioned=block.number in captions),
            fields,
            share,
        )
        for block, stays, share in zip(blocks, within, shares, strict=True)
    ]
    headed = without_bare_headings(blocks, [verdict.fate == "body" for verdict in verdicts])
    verdicts = [
        _BARE if verdict is _BODY and not stays else verdict for verdict, stays in zip(verdicts, headed, strict=True)
    ]
    judged = [*zip(blocks, verdicts, strict=True), *((block, _TOLD) for block in linked)]
    certainty = None if linked else choice.certainty
    return replace(_article(original, head, fields, judged, settings), certainty=certainty)


def _shares(blocks: Sequence[PageBlock], within: Sequence[bool], repeats: Repeats | None) -> Sequence[Share | None]:
    """How much of the outlet's pages has each block; None of a heading over text that they have not.

    Many an article has a part that is called as a page of its site: ``Resources``.
    """
    shares = [repeated(block.text, repeats) for block in blocks]
    heads = {
        place
        for place in range(len(blocks) - 1)
        if blocks[place].kind == "heading" and within[place] and within[place + 1] and shares[place + 1] is None
    }
    return [None if place in heads else share for place, share in enumerate(shares)]


def _near(within: Sequence[bool]) -> range:
    """The numbers from a little before the first block of the body to a little after its last."""
    kept = [number for number, stays in enumerate(within, start=1) if stays]
    return range(kept[0] - _ABOVE, kept[-1] + _BELOW + 1) if kept else range(0)


def _verdict(block: PageBlock, place: Place, fields: Fields, share: Share | None) -> Verdict:
    if block.element.tag in CONTROLS:
        return Verdict(fate="removed", rule="control")
    field = _field(block, place, fields)
    if block.number in fields.lines and field is not None:
        return field
    if share is not None:
        return Verdict(fate="removed", rule=f"repeated:{share}")
    return field or _of_page(block, place)


def _field(block: PageBlock, place: Place, fields: Fields) -> Verdict | None:
    """The field that a block gives: headline, byline, date, credit or caption."""
    rule = fields.lines.get(block.number)
    if rule is None and place.near and block.number in fields.credits:
        rule = fields.credits[block.number].rule
    if rule is None and place.captioned:
        rule = CAPTION
    return None if rule is None else Verdict(fate="field", rule=rule)


def _of_page(block: PageBlock, place: Place) -> Verdict:
    """Body or not, for a block that is no field."""
    if place.stays:
        # The trees have weighed the shape already: inside the body such a line is mostly the article's own.
        return _BODY
    shape = shape_of(block.text)
    if shape is not None:
        return Verdict(fate="removed", rule=shape.rule)
    return Verdict(fate="removed", rule="hidden" if block.hidden else "outside-article")


def _says_caption(element: etree._Element) -> bool | None:
    """Whether an element is a caption; None where that depends on what is around it."""
    if element.tag == "figcaption":
        return True
    if element.tag in {"figure", "article", "main", "body"}:
        return False
    name = (element.get("class") or "").lower()
    return True if any(sign in name for sign in _CAPTION) else None


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
    told = [
        fields.credits[block.number]
        for block, verdict in blocks
        if verdict.fate == "field" and block.number in fields.credits
    ]
    said = original.metadata
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=body,
        links=tuple(replace(link, href=led_from(head.base, link.href)) for link in links),
        title=said.title or (fields.title.text if fields.title else None),
        title_basis=said.basis.get("title", "metadata") if said.title else (fields.title.basis if fields.title else ""),
        standfirst=next((block.text for block, verdict in blocks if verdict.rule == STANDFIRST), None),
        authors=fields.authors.names if said.authors is None else said.authors,
        authors_basis=fields.authors.basis if said.authors is None else said.basis.get("authors", "metadata"),
        dateline=dateline_of(paragraphs),
        published=_said(said.date, said.basis.get("date", "metadata")) or fields.dates.published or of_path(original),
        updated=_said(said.updated, said.basis.get("updated", "metadata")) or fields.dates.updated,
        sources=cited([credit.sources for credit in told], attributions(text, settings.sources)),
        photo_credits=tuple(dict.fromkeys(name for credit in told for name in credit.photo_credits)),
        contributors=contributors_in((verdict.rule, block.text) for block, verdict in blocks),
        captions=captions_in((verdict.rule, block.text) for block, verdict in blocks),
        corrections=corrections_in(paragraphs),
        language=said.language or head.language or detect(text),
        account=tuple(_line(block, verdict) for block, verdict in blocks),
    )


def _said(value: str | None, basis: str) -> Dating | None:
    return of_metadata(value, basis) if value else None


def _line(block: PageBlock, verdict: Verdict) -> AccountedLine:
    shown = "" if verdict.fate == "body" else block.text
    return AccountedLine(number=block.number, fate=verdict.fate, rule=verdict.rule, text=shown)
