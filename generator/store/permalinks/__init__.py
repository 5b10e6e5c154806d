"""site_config/permalinks.csv: every page's address, given once and kept for ever, whatever becomes of the page."""

from generator.store.permalinks.assignment import Wish, assign
from generator.store.permalinks.registry import (
    JUDGED,
    ROOTS,
    Permalinks,
    addresses,
    diff,
    dump,
    known_ids,
    live_ids,
    read,
    settled_people,
    write,
)

__all__ = [
    "JUDGED",
    "ROOTS",
    "Permalinks",
    "Wish",
    "addresses",
    "assign",
    "diff",
    "dump",
    "known_ids",
    "live_ids",
    "read",
    "settled_people",
    "write",
]
