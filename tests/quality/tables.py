"""Figures as a table that can be read in a terminal and pasted into Markdown."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field


@dataclass(slots=True, kw_only=True)
class Table:
    """What was measured of one subject: a row a measure, a column a tool."""

    title: str
    columns: tuple[str, ...]
    rows: list[tuple[str, ...]] = field(default_factory=list)
    notes: tuple[str, ...] = ()

    def add(self, *cells: str | float | None) -> None:
        """Add a row; a share is shown with three digits, None as a dash."""
        self.rows.append(tuple(_shown(cell) for cell in cells))

    def __str__(self) -> str:
        """The title, the table and the notes below it."""
        lines = [self.columns, *self.rows]
        widths = [max(len(line[number]) for line in lines) for number in range(len(self.columns))]
        ruled = [self.columns, tuple("-" * width for width in widths), *self.rows]
        body = "\n".join(_row(line, widths) for line in ruled)
        notes = "".join(f"\n- {note}" for note in self.notes)
        return f"### {self.title}\n\n{body}\n" + (f"{notes}\n" if notes else "")


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    first, *others = (cell.ljust(width) for cell, width in zip(cells, widths, strict=True))
    return f"| {' | '.join([first, *others])} |"


def _shown(cell: str | float | None) -> str:
    if cell is None:
        return "–"
    return cell if isinstance(cell, str) else str(cell) if isinstance(cell, int) else f"{cell:.3f}"
