"""A dump as its reader sees it, without the signs by which its tool told of links."""

from __future__ import annotations

from generator.cleaning.pieces.glued_lines import without_glue
from generator.cleaning.pieces.lines import RawLine, raw_lines
from generator.cleaning.pieces.links import Unlinked
from generator.cleaning.pieces.markdown_links import without_markdown_links
from generator.cleaning.pieces.numbered_links import without_numbers_of_links
from generator.cleaning.pieces.one_line import is_on_long_lines, on_lines


def unlinked(text: str) -> Unlinked:
    """A dump without the signs of its links, or with its parts on lines of their own; itself where it is so."""
    found = without_numbers_of_links(text) or without_markdown_links(text) or without_glue(text)
    if found is None or (found.origins and is_on_long_lines(found.text)):
        found = on_lines(text)
    return found or Unlinked(text=text)


def lines_of(dump: Unlinked) -> tuple[RawLine, ...]:
    """Every line of a dump, as wide as it was with these signs: that tells where the dump was wrapped."""
    lines = raw_lines(dump.text)
    if not dump.widths:
        return lines
    return tuple([_as_it_was(line, *dump.widths.get(line.number, (line.width, 0))) for line in lines])


def _as_it_was(line: RawLine, width: int, led: int) -> RawLine:
    return line._replace(width=width, led=led) if line.text else line
