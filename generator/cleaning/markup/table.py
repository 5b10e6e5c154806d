"""Tables of an HTML page: which hold data, which only lay out a page, and their rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from lxml import etree

from generator.cleaning.markup.run import Run
from generator.cleaning.pieces.marks import Cell

_LONGEST_CELL, _LONGEST_NAMED = 400, 1200
"""Characters of a cell in a table, and in one whose first row names its columns."""
_WIDEST: Final = 40
"""Columns that cells over several fill; a page of wide cells and nothing else would fill the memory."""
_HIGHEST: Final = 1000
"""Rows of a cell, as browsers bound it by more."""
_EMPTY: Final[Cell] = ("", ())
_STRUCTURE: Final = frozenset({"p", "h1", "h2", "h3", "h4", "form", "article", "section", "nav", "table", "blockquote"})
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_BULLET: Final = "\N{BULLET} "
_PARTING: Final = frozenset({"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "button"})


def is_data_table(table: etree._Element) -> bool:
    """Whether a table's cells are data; otherwise it lays out the page and its cells hold blocks of their own."""
    if table.get("role") in {"presentation", "none"}:
        return False
    columns = rows = paragraphs = 0
    for element in table.iterdescendants():
        tag = element.tag
        if tag == "tr":
            rows += 1
            columns = max(columns, sum(1 for cell in element if cell.tag in {"td", "th"}))
        elif tag in {"table", "form"}:
            return False
        elif tag in _STRUCTURE and next(element.iterancestors(), table).tag != "li":
            paragraphs += 1
    if rows < 2 or columns < 2:
        return False
    longest = max((len(text) for row in table_rows(table) for text, _ in row), default=0)
    most = _LONGEST_NAMED if _names_columns(next(table.iter("tr"))) else _LONGEST_CELL
    return longest <= most and paragraphs <= rows * columns


def _names_columns(row: etree._Element) -> bool:
    tags = [cell.tag for cell in row if cell.tag in {"td", "th"}]
    return len(tags) > 1 and set(tags) == {"th"}


def table_rows(table: etree._Element) -> list[list[Cell]]:
    """The cells of a table, row by row; rows without any text are left out.

    A cell over several columns or rows has its text where it begins and empty cells where it goes on, so that whatever
    stands beside or below it keeps its column.
    """
    rows: list[list[Cell]] = []
    hanging: dict[int, int] = {}
    for element in table.iter("caption", "tr"):
        row = [_cell(element)] if element.tag == "caption" else _row(element, hanging)
        if any(text for text, _ in row):
            rows.append(row)
    return rows


def _row(element: etree._Element, hanging: dict[int, int]) -> list[Cell]:
    """The cells of a row; ``hanging`` has the columns that cells of earlier rows reach into, and for how many rows."""
    row: list[Cell] = []
    begun: dict[int, int] = {}
    for cell in element:
        if cell.tag not in {"td", "th"}:
            continue
        _skip_hanging(row, hanging)
        room = max(1, _WIDEST - len(row))
        columns, rows = min(room, _span(cell, "colspan")), _span(cell, "rowspan")
        if rows > 1:
            begun |= dict.fromkeys(range(len(row), min(_WIDEST, len(row) + columns)), rows - 1)
        row += [_cell(cell), *[_EMPTY] * (columns - 1)]
    _skip_hanging(row, hanging)
    left = {column: rows - 1 for column, rows in hanging.items()} | begun
    hanging.clear()
    hanging.update((column, rows) for column, rows in left.items() if rows > 0)
    return row


def _skip_hanging(row: list[Cell], hanging: Mapping[int, int]) -> None:
    while len(row) in hanging:
        row.append(_EMPTY)


def _span(cell: etree._Element, name: str) -> int:
    """Over how many columns or rows a cell goes; 1 where its attribute is none, and bounded as browsers bound it."""
    told = (cell.get(name) or "").strip()
    return min(max(1, int(told)), _HIGHEST) if told.isdecimal() and len(told) <= len(str(_HIGHEST)) else 1


def _cell(cell: etree._Element) -> Cell:
    """The text of a cell as it is seen, its blocks parted by spaces and the items of its lists by bullets."""
    run = Run()
    opened: list[tuple[int, str]] = []
    walker = etree.iterwalk(cell, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if element.tag in _UNSEEN:
                walker.skip_subtree()
            else:
                if element.tag == "li" and run.parts:
                    run.add(_BULLET)
                if element.tag == "a":
                    opened.append((run.length, element.get("href") or ""))
                run.add(element.text or "")
        else:
            if event == "end" and element.tag == "a" and opened:
                start, href = opened.pop()
                run.links.append((start, run.length, href))
            if element is not cell:
                run.add(element.tail or "")
        if event != "comment" and element.tag in _PARTING:
            run.add(" ")
    return run.taken()
