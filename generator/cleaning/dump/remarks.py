"""Remarks in a dump's code that begin as headings do: ``# Connection settings`` above a line of settings."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import Final

from generator.cleaning.pieces.lines import Piece

_SIGN: Final = "#"
_CODE: Final = re.compile(
    r"[\w.$@\[\]\"'-]{1,60}(?: ?[-+*/|:]?= ?\S|\()"
    r"|(?:apt|cd|const|curl|def|docker|export|from|git|import|let|npm|pip|sudo|var)\b.*[^.!?:]$"
)
_INDENTED: Final = 4
"""Blanks before a line of code in Markdown."""


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
    deep = min(_indent(lines[first - 1]), _indent(below)) >= _INDENTED
    return deep or _CODE.match(below.strip()) is not None


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip())
