"""Tables in dumps: rows with bars between their cells, as html2text writes them, and columns that are set by blanks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.cleaning.pieces.lines import indent_of
from generator.cleaning.pieces.looks import Look

_RULE: Final = re.compile(r"\s*\|?(?:\s*:?-{3,}:?\s*\|)+(?:\s*:?-{3,}:?\s*)?\s*")
"""What stands below the head of a table with bars."""
_DASHES: Final = re.compile(r"-{3,}")
_BAR: Final = re.compile(r"(?<!\\)\|")
_GAP: Final = re.compile(r"(?<=\S) {2,}(?=\S)")
_MARKER: Final = re.compile(r"[>*•·+–-]|\d{1,3}[.)]")
"""Of an item or a quotation, before its words."""
_HEAD: Final = 4
"""Lines that a head has at most."""
_COLUMNS: Final = 2
_ROWS: Final = 3
_MOST: Final = 400
"""Rows of a table."""
_LINES: Final = 4_000
"""Lines of one: nobody reads a longer table, and to put its cells together would take long."""
_USUAL: Final = 0.5
"""Of its rows: so many have a cell where a column begins."""
_ENOUGH: Final = 0.3
"""Of a table's lines: with so many in the body all are its own."""


class Grid(NamedTuple):
    """A table of a dump."""

    numbers: range
    """Of its raw lines, from 1."""
    rows: tuple[tuple[str, ...], ...]
    """The words of its cells, as many in each row."""


def grids(lines: Sequence[str]) -> tuple[Grid, ...]:
    """The tables of a dump, in order.

    Args:
        lines: Its raw lines.
    """
    found = [grid for run in _runs(lines) if (grid := _barred(lines, run) or _columned(lines, run)) is not None]
    return tuple(found)


def with_whole_tables(looks: Sequence[Look], within: Sequence[bool], tables: Sequence[Grid]) -> list[bool]:
    """Which pieces are of the body, with all rows of every table of which it has most, or which stands amid it.

    Args:
        looks: The pieces of the dump.
        within: Which of them were chosen.
        tables: The tables of the dump.
    """
    found = list(within)
    place = {number: index for index, look in enumerate(looks) for number in look.piece.numbers} if tables else {}
    for table in tables:
        places = sorted({place[number] for number in table.numbers if number in place})
        if not places:
            continue
        kept = sum(within[index] for index in places)
        amid = any(within[: places[0]][-1:]) and any(within[places[-1] + 1 :][:1])
        if kept >= _ENOUGH * len(places) or amid:
            for index in places:
                found[index] = looks[index].words > 0
    return found


def _runs(lines: Sequence[str]) -> Iterator[range]:
    """The places of the lines that no empty one parts."""
    start = 0
    for place, line in enumerate((*lines, "")):
        if not line.strip():
            if _ROWS <= place - start <= _LINES:
                yield range(start, place)
            start = place + 1


def _barred(lines: Sequence[str], run: range) -> Grid | None:
    """The table of a run of lines whose head has a rule below it; None where it has none."""
    rule = next((place for place in run[1 : _HEAD + 1] if _RULE.fullmatch(lines[place])), None)
    if rule is None:
        return None
    width = len(_DASHES.findall(lines[rule]))
    head, below = lines[run.start : rule], lines[rule + 1 : run.stop]
    if lines[rule].lstrip().startswith("|"):
        rows = [_cells(line.strip().removeprefix("|").removesuffix("|")) for line in (*head, *below)]
    else:
        rows = [_cells(" ".join(head)), *_joined(below, width)]
    return _grid(run, rows, width)


def _cells(line: str) -> list[str]:
    return [cell.strip() for cell in _BAR.split(line)]


def _joined(lines: Sequence[str], width: int) -> Iterator[list[str]]:
    """The rows of lines of which one may go on with the cell in which the one above it broke off.

    Below a whole row a line without a bar begins the next one if the line below begins with a bar.
    """
    row: list[str] = []
    for line, following in zip(lines, (*lines[1:], ""), strict=False):
        cells = _cells(line)
        begins = len(cells) > 1 or following.lstrip().startswith("|")
        if row and len(row) >= width and begins:
            yield row
            row = []
        row = [*row[:-1], f"{row[-1]} {cells[0]}".strip(), *cells[1:]] if row else cells
    if row:
        yield row


def _columned(lines: Sequence[str], run: range) -> Grid | None:
    """The table of a run of lines whose cells begin below each other; None where they do not."""
    # Most runs are paragraphs, which need not be looked at closer.
    if sum([1 for place in run if "  " in lines[place].strip()]) < _USUAL * len(run):
        return None
    starts = [_starts(lines[place]) for place in run]
    counts = Counter(start for own in starts for start in own)
    columns = sorted(start for start, count in counts.items() if count >= _USUAL * len(starts))
    several = sum(len(own) > 1 for own in starts)
    if len(columns) < _COLUMNS or several < _USUAL * len(starts):
        return None
    if any(_breaks(lines[place], own, columns) for place, own in zip(run, starts, strict=True)):
        return None
    ends = [*columns[1:], None]
    rows = [[lines[place][start:end].strip() for start, end in zip(columns, ends, strict=True)] for place in run]
    if any(_MARKER.fullmatch(row[0]) for row in rows):
        return None
    return _grid(run, rows, len(columns))


def _breaks(line: str, starts: Sequence[int], columns: Sequence[int]) -> bool:
    """Whether a line has a cell that begins beside the columns, or words across the beginning of one."""
    across = (column for column in columns if column not in starts and line[column - 1 : column + 1].strip())
    return any(start not in columns for start in starts) or next(across, None) is not None


def _starts(line: str) -> list[int]:
    """Where the cells of a line begin, if two blanks and more part them."""
    return [indent_of(line), *(gap.end() for gap in _GAP.finditer(line))]


def _grid(run: range, rows: Sequence[Sequence[str]], width: int) -> Grid | None:
    # A row may end in a bar of its own.
    if width < _COLUMNS or not 1 < len(rows) <= _MOST or any(any(row[width:]) for row in rows):
        return None
    return Grid(range(run.start + 1, run.stop + 1), tuple((*row[:width], *[""] * (width - len(row))) for row in rows))
