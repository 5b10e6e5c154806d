"""The choice of the body among a page's blocks, by the scores of a small ensemble of decision trees.

``python -m tests.quality.train_html`` builds the trees.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

import numpy as np

from generator.cleaning.certainty import Choice, expected_f1
from generator.cleaning.html.amid import with_those_amid
from generator.cleaning.html.cards import with_names_of_cards
from generator.cleaning.html.ends import without_closing_links
from generator.cleaning.html.makes import (
    makes_of,
    with_called_as_pages,
    with_labels,
    with_last_parts,
    with_their_like,
)
from generator.cleaning.html.numbered import with_numbered_parts
from generator.cleaning.html.questions import whole_sets_of_questions, with_heads_of_questions, with_questions
from generator.cleaning.html.references import with_next_numbers
from generator.cleaning.html.seen import calls
from generator.cleaning.html.traits import page_traits
from generator.cleaning.html.wording import CONTROLS
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.markup.outline import outline_of
from generator.cleaning.pieces.abroad import in_english
from generator.cleaning.pieces.forest import read_forest
from generator.cleaning.pieces.programs import is_of_program

TREES: Final = "html_trees.tsv"
"""Their table, below ``data``."""

_FEWEST_WORDS: Final = 40
_BELOW_THE_BEST: Final = 1.5
_CRUMB: Final = re.compile(r"[^.!?\n]{1,40}\s*[/>»›]\s*")
_TRAIL: Final = re.compile(r"(?:[^.!?\n>»›→]{1,40}[>»›→]){2,7}[^.!?\n>»›→]{1,80}")
_CLOSE: Final = 3


def body_blocks(blocks: Sequence[PageBlock]) -> Choice:
    """For each block of a page whether it belongs to the article's body."""
    outline = outline_of(blocks)
    values = read_forest(TREES).scores(page_traits(blocks, outline), len(blocks))
    sizes = np.array([block.text.count(" ") + 1 for block in blocks])
    # Where hardly anything looks like a body, what looks most like it is taken.
    enough = sizes[values > 0].sum() >= _FEWEST_WORDS
    least = 0.0 if enough else min(0.0, float(values.max()) - _BELOW_THE_BEST)
    chosen = [
        above and block.element.tag not in CONTROLS and not calls(block)
        for above, block in zip((values > least).tolist(), blocks, strict=True)
    ]
    certainty = expected_f1(values.tolist(), sizes.tolist(), chosen)
    chosen = [stays or _introduces(blocks, chosen, place) for place, stays in enumerate(chosen)]
    chosen = [stays or _stands_within(blocks, chosen, place) for place, stays in enumerate(chosen)]
    makes = makes_of(outline)
    chosen = with_questions(blocks, with_labels(blocks, with_their_like(blocks, chosen, makes), makes))
    chosen = with_called_as_pages(blocks, chosen, makes)
    chosen = with_last_parts(blocks, with_those_amid(blocks, chosen), makes)
    chosen = with_names_of_cards(blocks, chosen, outline)
    chosen = with_numbered_parts(blocks, with_next_numbers(blocks, chosen))
    chosen = with_heads_of_questions(blocks, whole_sets_of_questions(blocks, chosen))
    chosen = [stays and not is_of_program(block.text) for stays, block in zip(chosen, blocks, strict=True)]
    return Choice(tuple(_without_crumbs(blocks, without_closing_links(blocks, chosen))), certainty)


def _stands_within(blocks: Sequence[PageBlock], chosen: Sequence[bool], place: int) -> bool:
    """Whether a block is code or a table right between blocks of the body: it reads like no text that trees know."""
    block = blocks[place]
    if block.hidden or not (block.element.tag == "pre" or block.kind == "table"):
        return False
    return any(chosen[max(0, place - _CLOSE) : place]) and any(chosen[place + 1 : place + 1 + _CLOSE])


def _without_crumbs(blocks: Sequence[PageBlock], chosen: list[bool]) -> list[bool]:
    """The choice without the way to the page (``Articles /``, ``Home > Town``) that stands above its first words."""
    first = next((place for place, stays in enumerate(chosen) if stays and not _is_crumb(blocks[place])), 0)
    return [stays and place >= first for place, stays in enumerate(chosen)]


def _is_crumb(block: PageBlock) -> bool:
    text, english = block.text, in_english(block.text).lower()
    if _CRUMB.fullmatch(text) is not None or english.startswith("you are here"):
        return True
    return (block.linked > 0 or english.startswith("home")) and _TRAIL.fullmatch(text) is not None


def _introduces(blocks: Sequence[PageBlock], chosen: Sequence[bool], place: int) -> bool:
    """Whether a line says whose words or what code the article quotes right below it: ``NAME writes:``."""
    if not blocks[place].text.endswith(":") or blocks[place].kind != "paragraph":
        return False
    return any(chosen[place + 1 : place + 2]) and blocks[place + 1].kind in {"quote", "code"}
