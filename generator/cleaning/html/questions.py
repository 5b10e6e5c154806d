"""Questions and their answers below an article: what a page shows one by one is of the body whole or not at all."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from itertools import accumulate, chain, pairwise
from typing import Final

from generator.cleaning.html.makes import Make, make_of
from generator.cleaning.html.seen import are_siblings, may_be_text
from generator.cleaning.markup.blocks import PageBlock
from generator.cleaning.pieces.questions import below_number, heads_questions

_FEWEST: Final = 2
"""So many questions with an answer of the body are no buttons."""
_SEVERAL: Final = 3
"""So many questions made alike are a set of them."""
_LONGEST: Final = 25
"""Words of a question …"""
_LETTERS: Final = 300
"""… and letters."""
_MOST_BLOCKS: Final = 20
"""So many blocks an answer has at most."""
_SWITCH: Final = ("#", "javascript:")
_ICON: Final = re.compile(r"(?:\s+(?:[a-z]+_[a-z_]+|[+–−×✕▼▾▸›]))+$")
"""Names of signs (``chevron_right``) that a page's font draws in place of the words, and the signs themselves."""


def with_questions(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """For each block whether it is of the body, with the overlooked questions whose answers are.

    A question reads like a button or a headline of elsewhere; that an answer of the body stands right below several of
    them tells what they are.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
    """
    asked = [
        place
        for place, block in enumerate(blocks[:-1])
        if not chosen[place] and chosen[place + 1] and _may_ask(block) and blocks[place + 1].kind == "paragraph"
    ]
    found = list(chosen)
    for place in asked if len(asked) >= _FEWEST else ():
        found[place] = True
    return found


def _may_ask(block: PageBlock) -> bool:
    is_short = block.text.endswith("?") and block.text.count(" ") < _LONGEST
    return is_short and (may_be_text(block) or (block.kind == "heading" and not block.hidden))


def whole_sets_of_questions(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """For each block whether it is of the body, with all of a set of questions of which an answer is.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
    """
    found = list(chosen)
    for asked in _sets(blocks):
        answers = [range(place + 1, below) for place, below in pairwise(asked)]
        own = {make_of(blocks[place]) for place in chain.from_iterable(answers) if chosen[place]}
        answers.append(_last_answer(blocks, asked[-1], own))
        if any(chosen[place] for answer in answers for place in answer[:1]):
            for place in asked:
                found[place] = True
            for place in chain.from_iterable(answers):
                found[place] = found[place] or (make_of(blocks[place]) in own and may_be_text(blocks[place]))
    return found


def with_heads_of_questions(blocks: Sequence[PageBlock], chosen: Sequence[bool]) -> list[bool]:
    """For each block whether it is of the body, with what stands over its questions (``FAQ``): a site's page elsewhere.

    Args:
        blocks: Of a page, in order.
        chosen: Which of them were taken for the body.
    """
    found = list(chosen)
    texts = [block.text for block in blocks]
    first = next((place for place, stays in enumerate(chosen) if stays), len(blocks))
    for place in range(first + 1, len(blocks) - 1):
        head, below = blocks[place], blocks[place + 1]
        if head.hidden:
            continue
        asked = below_number(texts, place)
        if chosen[asked] and heads_questions(head.text, texts[asked]):
            found[place] = True
        elif any(chosen[place + 2 : place + 3]) and _brings_in(head, below, blocks[place + 2]):
            found[place] = found[place + 1] = True
    return found


def answered(blocks: Sequence[PageBlock]) -> frozenset[int]:
    """The places of questions that are headings to a reader: several made alike, each over an answer made otherwise.

    Args:
        blocks: Of a body, in order.
    """
    return frozenset(chain.from_iterable(asked for asked in _sets(blocks) if _heads_answers(blocks, asked)))


def _heads_answers(blocks: Sequence[PageBlock], asked: Sequence[int]) -> bool:
    """Whether each question of a set has an answer that is not made as the questions are: rhetoric is."""
    ends = (*asked[1:], min(len(blocks), asked[-1] + _FEWEST))
    answers = [range(place + 1, end) for place, end in zip(asked, ends, strict=True)]
    makes = {make_of(blocks[place]) for place in asked}
    return all(answers) and makes.isdisjoint(make_of(blocks[place]) for place in chain.from_iterable(answers))


def _brings_in(head: PageBlock, sentence: PageBlock, question: PageBlock) -> bool:
    """Whether a sentence stands between the heading of questions and the first of them."""
    return are_siblings(head, sentence) and heads_questions(head.text, question.text) and may_be_text(sentence)


def _sets(blocks: Sequence[PageBlock]) -> Iterator[list[int]]:
    """The places of questions that are made alike and follow each other with nothing but their answers between them."""
    likes: dict[Make, list[int]] = defaultdict(list)
    for place, block in enumerate(blocks):
        if _asks(block):
            likes[make_of(block)].append(place)
    headings = [0, *accumulate(block.kind == "heading" for block in blocks)]
    for places in likes.values():
        asked: list[int] = []
        for place in places:
            if asked and (place - asked[-1] > _MOST_BLOCKS or headings[place] > headings[asked[-1] + 1]):
                yield from [asked] if len(asked) >= _SEVERAL else ()
                asked = []
            asked.append(place)
        yield from [asked] if len(asked) >= _SEVERAL else ()


def _last_answer(blocks: Sequence[PageBlock], question: int, own: set[Make]) -> range:
    """The places below the last question at which blocks are made as in answers to the others."""
    end = question + 1
    while end < len(blocks) and end <= question + _MOST_BLOCKS and make_of(blocks[end]) in own:
        end += 1
    return range(question + 1, end)


def _asks(block: PageBlock) -> bool:
    is_short = "?" in block.text and block.text.count(" ") < _LONGEST and len(block.text) < _LETTERS
    return is_short and _ICON.sub("", block.text).endswith("?") and may_be_text(_without_switches(block))


def _without_switches(block: PageBlock) -> PageBlock:
    """A block without the links by which its page opens and closes what is below it."""
    return block._replace(links=tuple(link for link in block.links if not link[2].startswith(_SWITCH)))
