"""Tables of an HTML page: which hold data, which only lay out a page, and their rows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from lxml import etree, html

_LONGEST_CELL: Final = 400
_STRUCTURE: Final = frozenset({"p", "h1", "h2", "h3", "h4", "form", "article", "section", "nav", "table", "blockquote"})
_UNSEEN: Final = frozenset({"script", "style", "noscript", "template", "svg", "iframe"})
_PARTING: Final = frozenset({"p", "div", "li", "br", "h1", "h2", "h3", "h4", "h5", "h6", "dt", "dd", "button"})


def is_data_table(table: html.HtmlElement) -> bool:
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
    cells = table_rows(table)
    longest = max((len(cell) for row in cells for cell in row), default=0)
    return longest <= _LONGEST_CELL and paragraphs <= rows * columns


def table_rows(table: html.HtmlElement) -> list[list[str]]:
    """The cells of a table without tables inside, row by row, each with its white space made single."""
    rows: list[list[str]] = []
    for element in table.iter("caption", "tr"):
        cells = [element] if element.tag == "caption" else [cell for cell in element if cell.tag in {"td", "th"}]
        row = [" ".join("".join(_visible(cell)).split()) for cell in cells]
        if any(row):
            rows.append(row)
    return rows


def _visible(cell: html.HtmlElement) -> Iterator[str]:
    """The text of a cell as it is seen, its blocks parted by spaces."""
    walker = etree.iterwalk(cell, events=("start", "end", "comment"))
    skipped = False
    for event, element in walker:
        if event == "start":
            skipped = element.tag in _UNSEEN
            if skipped:
                walker.skip_subtree()
            elif element.text:
                yield element.text
        elif element is not cell and element.tail:
            yield element.tail
        if event != "comment" and element.tag in _PARTING:
            yield " "
