"""The body as blocks: the kept pieces joined by blank lines, with the offsets of each."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby
from typing import Final, NamedTuple

from generator.cleaning.pieces.marks import Anchor
from generator.model import Block, BlockKind, Link

BETWEEN = "\n\n"
HIGHEST, LOWEST = 2, 6
"""The levels of headings amid an article."""
_NUMBER: Final = re.compile(r"\(?\d{1,3}[.)]")
_TABS: Final = re.compile(r"[^\S\t\n]*\t[^\S\n]*")
_ROWS, _COLUMNS = 3, 2
"""So many lines with as many cells each are a table; in a narrower one nothing tells a head from a line."""
_COUNTED: Final = re.compile(r"(\d{1,3})[.)]\s+(?=\S)")


class Part(NamedTuple):
    """One block before it has a place in the body."""

    kind: BlockKind
    level: int
    text: str
    anchors: Sequence[Anchor]
    ordinal: int | None = None


def numbered(parts: Sequence[Part]) -> list[Part]:
    """The blocks, where a number that a page printed on a line of its own stands before what it numbers."""
    joined: list[Part] = []
    number = ""
    for part in parts:
        if number and _NUMBER.fullmatch(part.text) is None:
            moved = len(number) + 1
            anchors = [(first + moved, last + moved, href) for first, last, href in part.anchors]
            joined[-1] = part._replace(text=f"{number} {part.text}", anchors=anchors)
            number = ""
        else:
            joined.append(part)
            number = part.text if _NUMBER.fullmatch(part.text) is not None else ""
    return joined


def ordered(parts: Sequence[Part]) -> list[Part]:
    """The blocks, where numbers written before items, or counting up over neighbouring paragraphs, make a list.

    The numbers stay in the text, which is what the page said to the letter.
    """
    counted = [_COUNTED.match(part.text) if part.kind in ("item", "paragraph") else None for part in parts]
    numbers = [int(match[1]) if match else None for match in counted]
    found: list[Part] = []
    for place, (part, match) in enumerate(zip(parts, counted, strict=True)):
        if match is not None and (part.ordinal is not None or _counts(numbers, place)):
            found.append(part._replace(kind="item", ordinal=numbers[place]))
        else:
            found.append(part)
    return found


def _counts(numbers: Sequence[int | None], place: int) -> bool:
    """Whether the number before or after is the neighbour of this one."""
    number = numbers[place]
    before = numbers[place - 1] if place else None
    after = numbers[place + 1] if place + 1 < len(numbers) else None
    return number is not None and (before == number - 1 or after == number + 1)


def tabled(parts: Sequence[Part]) -> list[Part]:
    """The blocks, where neighbouring lines of as many cells, parted by tabs, are a table.

    One right above that has a cell less is its head, which has none over the names of the rows.
    """
    found: list[Part] = []
    for cells, group in groupby(parts, key=_cells):
        rows = list(group)
        if cells > 1 and len(rows) >= _ROWS:
            lines = [_TABS.sub("\t", row.text) for row in rows]
            if found and cells > _COLUMNS and _cells(found[-1]) == cells - 1:
                lines.insert(0, "\t" + _TABS.sub("\t", found.pop().text))
            rows = [Part("table", 0, "\n".join(lines), ())]
        found += rows
    return found


def _cells(part: Part) -> int:
    """How many cells a line has; 0 of one that is no row of words alone."""
    is_row = part.kind == "paragraph" and not part.anchors and "\n" not in part.text
    return len(_TABS.findall(part.text)) + 1 if is_row and "\t" in part.text else 0


def _nested(parts: Sequence[Part]) -> Iterator[Part]:
    """The blocks, where items stand as deep as items stand around them: a list that is indented is no deeper."""
    around: list[int] = []
    for part in parts:
        if part.kind != "item":
            around.clear()
            yield part
            continue
        while around and around[-1] >= part.level:
            around.pop()
        yield part._replace(level=len(around))
        around.append(part.level)


def assemble(parts: Sequence[Part]) -> tuple[str, tuple[Block, ...], tuple[Link, ...]]:
    """The body's text, its blocks and its links."""
    blocks: list[Block] = []
    links: list[Link] = []
    texts: list[str] = []
    start = 0
    for kind, level, text, anchors, ordinal in _nested(parts):
        texts.append(text)
        blocks.append(Block(kind=kind, start=start, end=start + len(text), level=level, ordinal=ordinal))
        links += [Link(start=start + first, end=start + last, href=href) for first, last, href in anchors]
        start += len(text) + len(BETWEEN)
    return BETWEEN.join(texts), tuple(blocks), tuple(links)
