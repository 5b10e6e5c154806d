"""Whether a dump marks headings, and remarks in its code that begin as they do: ``# Connection settings``."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from itertools import takewhile
from typing import Final

from generator.cleaning.pieces.lines import Piece, indent_of
from generator.cleaning.pieces.marks import is_marked_up

_SIGN: Final = "#"
_LOWER: Final = re.compile(r"^[^\S\n]*#{2,6}[^\S\n]+\S", re.MULTILINE)
_APART: Final = re.compile(r"(?:\A|\n[^\S\n]*\n)# +\S[^\n]*(?:\n[^\S\n]*\n|\n?\Z)")
_SIGNED: Final = re.compile(r"^[^\S\n]*# +\S", re.MULTILINE)
_HEADS_PROSE: Final = re.compile(r"^# +\S.*\n\s*[\"“‘(]?[A-ZÀ-Þ][^{}=;\n]{40,}", re.MULTILINE)
_MOST: Final = 0.5
_CODE: Final = re.compile(
    r"[\w.$@\[\]\"'-]{1,60}(?: ?[-+*/|:]?= ?\S|\()"
    r"|(?:apt|cd|const|curl|def|docker|export|from|git|import|let|npm|pip|sudo|var)\b.*[^.!?:]$"
)
_INDENTED: Final = 4
"""Blanks before a line of code in Markdown."""


def marks_headings(lines: Sequence[str]) -> bool:
    """Whether the tool that made a dump marks headings; if not, lines that begin with the sign are remarks or figures.

    Such tools mark several levels, or emphasis and links; or the sign begins a line that stands alone, or lines mostly
    that running text follows.

    Args:
        lines: The raw lines of the dump.
    """
    text = "\n".join(lines)
    if _LOWER.search(text) is not None or _APART.search(text) is not None or is_marked_up(text):
        return True
    signed, headed = len(_SIGNED.findall(text)), len(_HEADS_PROSE.findall(text))
    return headed > _MOST * signed


def is_remark(piece: Piece, lines: Sequence[str]) -> bool:
    """Whether a heading is a remark in code: something as deep as code, or code, stands right below it.

    Args:
        piece: A piece that its sign makes a heading.
        lines: The raw lines of the dump.
    """
    first, last = piece.numbers[0], piece.numbers[-1]
    below = lines[last] if last < len(lines) else ""
    if piece.marker != _SIGN or not below.strip():
        return False
    deep = min(indent_of(lines[first - 1]), indent_of(below)) >= _INDENTED
    return deep or _CODE.match(below.strip()) is not None


def has_sign(piece: Piece) -> bool:
    """Whether the sign of headings made a piece one."""
    return piece.kind == "heading" and piece.marker.startswith(_SIGN)


def remark_lines(pieces: Iterable[Piece], lines: Sequence[str]) -> frozenset[int]:
    """The numbers, from 1, of the raw lines of the code that remarks belong to, in a dump that marks no headings.

    A remark that stands alone, as ``# of boats`` may in a table, is none.

    Args:
        pieces: The pieces of the body.
        lines: The raw lines of the dump.
    """
    found = set[int]()
    for piece in pieces:
        if has_sign(piece) and piece.numbers[0] not in found:
            first, last = piece.numbers[0], piece.numbers[-1]
            above = [*takewhile(lambda number: _is_code(lines[number - 1]), range(first - 1, 0, -1))]
            below = [*takewhile(lambda number: _is_code(lines[number - 1]), range(last + 1, len(lines) + 1))]
            run = {*above, *range(first, last + 1), *below}
            found |= run if len(run) > 1 else set()
    return frozenset(found)


def _is_code(line: str) -> bool:
    return line.lstrip().startswith(_SIGN) or _CODE.match(line.strip()) is not None
