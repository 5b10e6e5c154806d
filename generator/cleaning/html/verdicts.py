"""What becomes of each block of a page: it is of the body, a field's, or removed by a rule."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from lxml import etree

from generator.cleaning.account import BODY, OUTSIDE, Verdict
from generator.cleaning.fields.captions import CAPTION
from generator.cleaning.html.fields import Fields
from generator.cleaning.html.headings import without_bare_headings
from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import inherited
from generator.cleaning.pieces.shapes import shape_of
from generator.cleaning.survey import repeated
from generator.model import Repeats, Share

_CAPTION: Final = (
    "wp-caption", "caption-text", "image-caption", "photo-caption", "figcaption", "img-caption", "media-caption"
)  # fmt: skip
_ABOVE: Final = 8
_BELOW: Final = 4
_DRAWN: Final = "shape:print-rule"
_BARE: Final = Verdict(fate="removed", rule="bare-heading")


class Place(NamedTuple):
    """Where a block stands: in the body, or at least beside it, or in a picture's caption."""

    stays: bool
    near: bool
    captioned: bool
    reason: str
    """Why it does not stay."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Decided:
    """What is known of a page's blocks when all of them are judged."""

    within: Sequence[bool]
    """Which of them are of the body."""
    reasons: Mapping[int, str]
    """Place of a block that was taken out of it -> the rule of the step that did so."""
    captions: Collection[int]
    """Numbers of those that are a picture's caption."""
    ruled: Mapping[int, Verdict]
    """Place of a block -> what the maintainers say of it."""


def judged(blocks: Sequence[PageBlock], decided: Decided, fields: Fields, repeats: Repeats | None) -> list[Verdict]:
    """What becomes of each block of a page: what people say of it goes before what the page says.

    Args:
        blocks: The page's blocks.
        decided: What is known of them.
        fields: What was read around the body.
        repeats: Which blocks repeat over the outlet's originals, if known.
    """
    near = _near(decided.within)
    verdicts = [
        decided.ruled.get(index)
        or _verdict(
            block,
            Place(
                stays=stays,
                near=block.number in near,
                captioned=block.number in decided.captions,
                reason=decided.reasons.get(index, OUTSIDE),
            ),
            fields,
            share,
        )
        for index, (block, stays, share) in enumerate(
            zip(blocks, decided.within, _shares(blocks, decided.within, repeats), strict=True)
        )
    ]
    headed = without_bare_headings(blocks, [verdict.fate == "body" for verdict in verdicts])
    return [
        _BARE if verdict is BODY and not stays else verdict for verdict, stays in zip(verdicts, headed, strict=True)
    ]


def captions_near(blocks: Sequence[PageBlock], within: Sequence[bool]) -> frozenset[int]:
    """The numbers of the blocks in or around a body that are a picture's caption.

    Args:
        blocks: The page's blocks.
        within: Which of them are of the body.
    """
    near = _near(within)
    found = inherited((block for block in blocks if block.number in near), _says_caption)
    # Below the text a caption is of its last picture; behind anything else it is of another article's card.
    other = next((number for number in near[-_BELOW:] if number not in found), near.stop)
    return frozenset(number for number in found if number < other)


def _shares(blocks: Sequence[PageBlock], within: Sequence[bool], repeats: Repeats | None) -> Sequence[Share | None]:
    """How much of the outlet's pages has each block; None of a heading or label over text that they have not.

    Many an article has a part that is called as a page of its site: ``Resources``, ``The Mayor:``.
    """
    shares = [repeated(block.text, repeats) for block in blocks]
    heads = {
        place
        for place in range(len(blocks) - 1)
        if _heads(blocks[place]) and within[place] and within[place + 1] and shares[place + 1] is None
    }
    return [None if place in heads else share for place, share in enumerate(shares)]


def _heads(block: PageBlock) -> bool:
    return block.kind == "heading" or block.text.endswith(":")


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
    shape = shape_of(block.text)
    is_drawn = shape is not None and shape.rule == _DRAWN and block.kind != "code"
    if place.stays and not is_drawn:
        # The trees have weighed the shape already: inside the body such a line is mostly the article's own.
        return BODY
    if shape is not None:
        return Verdict(fate="removed", rule=shape.rule)
    return Verdict(fate="removed", rule="hidden" if block.hidden else place.reason)


def _says_caption(element: etree._Element) -> bool | None:
    """Whether an element is a caption; None where that depends on what is around it."""
    if element.tag == "figcaption":
        return True
    if element.tag in {"figure", "article", "main", "body"}:
        return False
    name = (element.get("class") or "").lower()
    return True if any(sign in name for sign in _CAPTION) else None
