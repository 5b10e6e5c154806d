"""Where a dump says itself between which lines its article stands: the labels above it, a list of others below."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import cache
from itertools import pairwise
from typing import Final

from generator.cleaning.dump.effects import leads_away, stands_alone
from generator.cleaning.dump.headlines import EDGE
from generator.cleaning.dump.heads import Head
from generator.cleaning.fields.credits import CreditLine
from generator.cleaning.pieces.lines import Piece
from generator.cleaning.pieces.looks import Look, look_at

_WHO: Final = re.compile(r"(?:authors?|by|written by|posted by)\s?:.{0,120}", re.IGNORECASE)
_WHEN: Final = re.compile(r"(?:(?:last )?updated|published|posted|date|publication date)\s?:.{0,60}", re.IGNORECASE)
_POPULAR: Final = re.compile(r"(?:most |more )?(?:popular|trending)\b.{0,40}", re.IGNORECASE)
_SURE: Final = frozenset({
    "shape:skip-link", "shape:print-rule", "shape:advertisement", "shape:story-continues", "shape:share-bar",
})  # fmt: skip
_WITHOUT_LABEL: Final = frozenset({"name-line", "portrait", "signature"})
_LONGEST_NAME: Final = 3
_MOST_ABOVE: Final = 60
"""Words of running text above the labels: with more, they are not at the head of an article."""
_MOST_BELOW: Final = 0.2
"""Running text below the end, as a share of that above it: with more, it was not the end."""


def frame_of(looks: Sequence[Look], credited: Mapping[int, CreditLine]) -> range | None:
    """The pieces between the frame's lines, or None where a dump has no frame.

    It begins below two adjacent labels, one of who wrote and one of when (``Author:``, ``Updated:``, with or without
    values), and ends above what is popular on the site, or with the dump if nothing leads away from it there; credit
    lines at the end are not in it.
    """
    first = _below_labels(looks)
    if first is None:
        return None
    last = _end(looks, first)
    if last == len(looks) and any(map(leads_away, looks[first:])):
        return None
    if last > first and (last - 1 in credited and credited[last - 1].rule in {"sources", "photo-credit"}):
        last -= 1
    return range(first, last) if last > first else None


def stays(look: Look) -> bool:
    """Whether a piece within the frame is of the article: all but what no author writes."""
    return look.shape is None or look.shape.rule not in _SURE


def above(looks: Sequence[Look], frame: range) -> tuple[list[Look], list[bool]]:
    """The pieces above the article with one that says nothing in place of its text; and which of them are the text."""
    return [*looks[: frame.start], _any_text()], [*[False] * frame.start, True]


@cache
def _any_text() -> Look:
    return look_at(Piece(text="…", numbers=(), kind="paragraph"))


def headed(head: Head, looks: Sequence[Look], frame: range) -> Head:
    """What was read above the article, where the line over the labels is its headline and authors stand in a label."""
    over = [index for index in range(frame.start - 2) if not stands_alone(looks[index])]
    if head.title is None and over:
        head = replace(head, title=looks[over[-1]].piece.text, title_basis="headline")
        head = replace(head, lines={**head.lines, over[-1]: "title"})
    if over and head.title_basis == "headline" and head.lines.get(over[-1]) == "title":
        # The site's name stands above it, if anywhere: what follows a dash is of the headline.
        head = replace(head, title=looks[over[-1]].piece.text.strip(EDGE))
    if head.authors_basis in _WITHOUT_LABEL:
        head = replace(head, authors=(), authors_basis="")
    named = _name_in_label(looks, frame) if not head.authors and head.authors_basis == "" else ""
    return replace(head, authors=(named,), authors_basis="label") if named else head


def _name_in_label(looks: Sequence[Look], frame: range) -> str:
    """A short name behind the label that looks like nobody's: what someone calls himself on the site."""
    for look in looks[frame.start - 2 : frame.start]:
        if _WHO.fullmatch(look.piece.text):
            name = look.piece.text.partition(":")[2].strip()
            return name if len(name.split()) <= _LONGEST_NAME else ""
    return ""


def _below_labels(looks: Sequence[Look]) -> int | None:
    prose = 0
    for index, (upper, lower) in enumerate(pairwise(looks)):
        prose += upper.words if upper.sentence else 0
        if prose > _MOST_ABOVE:
            return None
        texts = upper.piece.text, lower.piece.text
        labelled = ":" in texts[0] and ":" in texts[1]
        if labelled and any(_WHO.fullmatch(a) and _WHEN.fullmatch(b) for a, b in (texts, texts[::-1])):
            return index + 2
    return None


def _end(looks: Sequence[Look], first: int) -> int:
    """The first line of what is popular below which there is little to read, else the end of the dump."""
    sizes = [look.words if look.sentence else 0 for look in looks]
    for index in range(first, len(looks)):
        if (
            looks[index].shape is not None
            and _POPULAR.fullmatch(looks[index].piece.text)
            and sum(sizes[index:]) <= _MOST_BELOW * sum(sizes[first:index])
        ):
            return index
    return len(looks)
