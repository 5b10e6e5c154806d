"""Tables of an HTML page: which hold data, which only lay out a page, and their rows."""

from __future__ import annotations

from typing import Final

from lxml import etree

from generator.cleaning.markup.run import Run
from generator.cleaning.pieces.marks import Cell

_LONGEST_CELL: Final = 400
_STRUCTURE: Final = frozenset({"p", "h1", "h2", "h3", "h4", "form", "article", "section", "nav", "table", "blockquote"})
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
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
        elif tag in _STRUCTURE:
            paragraphs += 1
    if rows < 2 or columns < 2:
        return False
    longest = max((len(text) for row in table_rows(table) for text, _ in row), default=0)
    return longest <= _LONGEST_CELL and paragraphs <= rows * columns


def table_rows(table: etree._Element) -> list[list[Cell]]:
    """The cells of a table, row by row; rows without any text are left out."""
    rows: list[list[Cell]] = []
    for element in table.iter("caption", "tr"):
        cells = [element] if element.tag == "caption" else [cell for cell in element if cell.tag in {"td", "th"}]
        row = [_cell(cell) for cell in cells]
        if any(text for text, _ in row):
            rows.append(row)
    return rows


def _cell(cell: etree._Element) -> Cell:
    """The text of a cell as it is seen, its blocks parted by spaces."""
    run = Run()
    opened: list[tuple[int, str]] = []
    walker = etree.iterwalk(cell, events=("start", "end", "comment"))
    for event, element in walker:
        if event == "start":
            if element.tag in _UNSEEN:
                walker.skip_subtree()
            else:
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
