"""Every line of a dumped page that could be its headline, and the parts of one beside its site's name."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Final

from generator.cleaning.dump.layout import Layout
from generator.cleaning.pieces.looks import Look, plain_words

EDGE: Final = " */_#|•·»›\t"
_SEAM: Final = re.compile(r"\s+[|•·»›:]+\s+|\s+[-–—]{1,2}\s+|\s*[|»›]\s*|\s*/\s+")
_MARK: Final = re.compile(r"[|•·»›:/–—-]")
_LONGEST: Final = 40
_TOP: Final = 3
"""Lines at the very top, where the title of the window stands."""
_REACH: Final = 100
_PAST: Final = 12
_FAR_PAST: Final = 60


@dataclass(frozen=True, slots=True)
class Headline:
    """A line that could be the headline, or the part of one that its site's name leaves."""

    index: int
    text: str
    cut: str
    """Which part of the line it is; '' for the whole line."""
    words: str
    """Of the text, for comparison."""


def candidates(page: Layout) -> list[Headline]:
    """Every line that could be the headline, and the parts of it beside a site's name."""
    found: list[Headline] = []
    lines = range(max(0, page.start - _REACH), min(len(page.looks), page.start + _FAR_PAST))
    for index in (*range(min(lines.start, _TOP)), *lines):
        if _may_be_title(page, index):
            found += _parts(index, page.looks[index])
    return found


def _may_be_title(page: Layout, index: int) -> bool:
    """Below the first running text, which may be a notice, only what looks like a heading of something."""
    look = page.looks[index]
    if not 0 < look.words <= _LONGEST:
        return False
    if index <= page.start:
        return True
    if look.sentence or look.words < 2 or look.shape is not None or index in page.signed:
        return False
    if index <= page.start + _PAST or look.piece.kind == "heading" or page.times[page.plain[index]] > 1:
        return True
    following = page.looks[index + 1] if index + 1 < len(page.looks) else None
    return following is not None and (following.sentence or index + 1 in page.signed)


def _parts(index: int, look: Look) -> Iterator[Headline]:
    whole = look.piece.text.strip(EDGE)
    yield Headline(index, whole, "", look.plain)
    if _MARK.search(whole) is None:
        return
    seams = list(_SEAM.finditer(whole))
    if seams:
        yield part_of(index, whole[: seams[-1].start()], "end")
        yield part_of(index, whole[seams[0].end() :], "start")
    if len(seams) > 1:
        yield part_of(index, whole[: seams[0].start()], "first")
        yield part_of(index, whole[seams[-1].end() :], "last")


def part_of(index: int, text: str, cut: str) -> Headline:
    """The part of a line that a cut leaves."""
    bare = text.strip(EDGE)
    return Headline(index, bare, cut, plain_words(bare))


def has_seam(text: str) -> bool:
    """Whether a mark parts two halves of a text as it does a headline and its site's name."""
    return _MARK.search(text) is not None and _SEAM.search(text) is not None
