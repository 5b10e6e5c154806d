"""That the tables of cleaning are what their trainers build: ``trained.csv`` tells what each was built from.

A row holds the digest of a table as it was built from all pages, and of the one that every twelfth page alone gives.
The second takes seconds, and differs as soon as traits, labels or learning do: then the table is to be built anew.
"""

from __future__ import annotations

import csv
import hashlib
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Final

from tests.quality import gold

TABLES: Final = Path(__file__).parents[2] / "generator" / "cleaning" / "data"
_RECORD: Final = Path(__file__).parent / "trained.csv"
_COLUMNS: Final = ("table", "built", "from_few")
_FEW: Final = 12

Builder = Callable[[list[gold.Page]], str]
"""Pages -> the text of a table."""


def train(table: str, build: Builder) -> None:
    """Build a table from all pages of the corpora that the command line names, and record it."""
    pages = list(gold.pages(Path(sys.argv[1]) if len(sys.argv) > 1 else gold.DEFAULT, "web"))
    text = build(pages)
    (TABLES / table).write_text(text, encoding="utf-8")
    rows = {row["table"]: row for row in recorded()}
    rows[table] = {"table": table, "built": _digest(text), "from_few": _digest(build(pages[::_FEW]))}
    with _RECORD.open("w", encoding="utf-8", newline="") as file:
        writer = csv.DictWriter(file, _COLUMNS, lineterminator="\n")
        writer.writeheader()
        writer.writerows(rows[name] for name in sorted(rows))


def recorded() -> list[dict[str, str]]:
    """The rows of the record; none where there is no record yet."""
    if not _RECORD.is_file():
        return []
    with _RECORD.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def is_as_built(table: str) -> bool:
    """Whether nobody has touched a table since its trainer wrote it."""
    row = next(row for row in recorded() if row["table"] == table)
    return row["built"] == _digest((TABLES / table).read_text(encoding="utf-8"))


def is_current(table: str, build: Builder) -> bool:
    """Whether a trainer still builds what it built when it wrote a table, from a few of the pages."""
    row = next(row for row in recorded() if row["table"] == table)
    return row["from_few"] == _digest(build(list(gold.pages(gold.DEFAULT, "web"))[::_FEW]))


def _digest(text: str) -> str:
    return hashlib.sha256(text.encode()).hexdigest()[:24]
