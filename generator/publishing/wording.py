"""Dates, counts and certainties in a reader's words."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from generator.model import ArticleRow, Dating

MONTHS: Final = (
    "January", "February", "March", "April", "May", "June",
    "July", "August", "September", "October", "November", "December",
)  # fmt: skip
_BASIS: Final = {
    "label": "as printed on the page",
    "byline": "as printed beside the byline",
    "dateline": "as printed in the dateline",
    "json-ld": "from the page’s own markup",
    "meta": "from the page’s own markup",
    "time": "from the page’s own markup",
    "address": "read from the original address",
    "url": "read from the original address",
    "path": "read from the file’s name",
}


def in_words(date: str) -> str:
    """``1969-07-20`` -> ``July 20, 1969``; partial dates as far as they go; anything else as it is."""
    parts = date.split("-")
    if not all(part.isdigit() for part in parts):
        return date
    if len(parts) == 1:
        return parts[0]
    month = int(parts[1])
    if not 1 <= month <= 12:
        return date
    if len(parts) == 2:
        return f"{MONTHS[month - 1]} {parts[0]}"
    return f"{MONTHS[month - 1]} {int(parts[2][:2])}, {parts[0]}"


def when(row: ArticleRow) -> str:
    """When an article was published, with its certainty: a date, a span, or ``Undated``."""
    if row.published is not None:
        return in_words(row.published.date)
    if row.not_before and row.not_after:
        return f"Undated; between {in_words(row.not_before)} and {in_words(row.not_after)}"
    if row.not_before:
        return f"Undated; not before {in_words(row.not_before)}"
    if row.not_after:
        return f"Undated; not after {in_words(row.not_after)}"
    return "Undated"


def briefly(row: ArticleRow) -> str:
    """The same for a line of a list: ``July 20, 1969``, ``1966 or later``, ``Undated``."""
    if row.published is None and row.not_before:
        return f"{row.not_before[:4]} or later"
    return when(row) if row.published else "Undated"


def certainty(dating: Dating) -> str:
    """How a date is known: ``as printed on the page``, ``dated by the archive’s metadata``."""
    known = _BASIS.get(dating.basis.split(":")[0])
    if known is not None:
        return known
    file = dating.basis.split(":")[0]
    if file.endswith((".csv", ".yml", ".md")) or file.startswith(("front matter", "metadata", "record")):
        return f"dated by the archive’s metadata ({dating.basis.replace(':', ', line ')})"
    return dating.basis.replace("-", " ")


def counted(number: int, one: str, many: str = "") -> str:
    """``1 article``, ``1,204 articles``."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"


def listed(names: tuple[str, ...] | list[str]) -> str:
    """``A``, ``A and B``, ``A, B and C``."""
    if len(names) < 2:
        return "".join(names)
    return f"{', '.join(names[:-1])} and {names[-1]}"


def distinct(texts: Iterable[str]) -> list[str]:
    """The texts, each once whatever its case, as first written."""
    return list({text.casefold(): text for text in reversed(list(texts))}.values())[::-1]


def ruled(rule: str) -> str:
    """A rule's name as words: ``shape:share-bar`` -> ``share bar``."""
    kind, _, rest = rule.partition(":")
    if kind == "repeated":
        return f"stands in {rest} files of this outlet"
    if kind == "cleaning.yml":
        return "removed by the archive’s maintainers"
    return (rest or kind).replace("-", " ")
