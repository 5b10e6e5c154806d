"""How to cite an article of the archive: as text, as BibTeX and as CSL-JSON."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from generator.model import ArticleRow
from generator.publishing.wording import in_words, when

_TEX: Final = re.compile(r"[\\{}$&#%_~^]")
_TEX_WORDS: Final = {"\\": r"\textbackslash{}", "~": r"\textasciitilde{}", "^": r"\textasciicircum{}"}


@dataclass(frozen=True, slots=True, kw_only=True)
class Citing:
    """One reference in three forms."""

    text: str
    bibtex: str
    csl: str


def cite(row: ArticleRow, title: str, archive: str, address: str) -> Citing:
    """The reference to an article.

    Args:
        row: the article.
        title: its title or first words.
        archive: the archive's name.
        address: the page's own address, absolute if the site's is known.
    """
    return Citing(
        text=_text(row, title, archive, address),
        bibtex=_bibtex(row, title, archive, address),
        csl=json.dumps(_csl(row, title, archive, address), ensure_ascii=False, indent=2, sort_keys=True),
    )


def _text(row: ArticleRow, title: str, archive: str, address: str) -> str:
    parts = [f"{', '.join(row.authors)}." if row.authors else "", f"“{title}.”"]
    parts.append(f"{row.outlet.name}, {when(row)}." if row.outlet.name else f"{when(row)}.")
    parts.append(f"Archived in {archive}, {address}. {_proof(row)}")
    return " ".join(part for part in parts if part)


def _proof(row: ArticleRow) -> str:
    """Where the original stood, when it was fetched, and its hash."""
    parts = []
    if row.origin.url:
        parts.append(f"Original: {row.origin.url}.")
    if captured := _captured(row):
        parts.append(f"Captured {in_words(captured)}.")
    return " ".join([*parts, f"SHA-256 of the original: {row.origin.sha256}."])


def _captured(row: ArticleRow) -> str:
    return row.origin.retrieved[:10] if row.origin.retrieved else ""


def _bibtex(row: ArticleRow, title: str, archive: str, address: str) -> str:
    date = row.published.date if row.published else ""
    fields = {
        "title": f"{{{_tex(title)}}}",
        "author": " and ".join(f"{{{_tex(author)}}}" for author in row.authors),
        "journal": _tex(row.outlet.name),
        "date": date,
        "year": date[:4],
        "url": address,
        "urldate": _captured(row),
        "note": _tex(f"Archived in {archive}. {_proof(row)}"),
    }
    lines = [f"  {key} = {{{value}}}," for key, value in fields.items() if value]
    return "\n".join([f"@article{{clip-{row.origin.sha256[:10]},", *lines, "}"])


def _tex(text: str) -> str:
    return _TEX.sub(lambda match: _TEX_WORDS.get(match[0], f"\\{match[0]}"), text)


def _csl(row: ArticleRow, title: str, archive: str, address: str) -> Mapping[str, object]:
    made: dict[str, object] = {
        "id": f"clip-{row.origin.sha256[:10]}",
        "type": "article-newspaper",
        "title": title,
        "archive": archive,
        "URL": address,
        "note": _proof(row),
        "custom": _without_empty({"original": row.origin.url, "captured": _captured(row), "sha256": row.origin.sha256}),
    }
    if captured := _captured(row):
        made["accessed"] = {"date-parts": [_numbers(captured)]}
    if row.outlet.name:
        made["container-title"] = row.outlet.name
    if row.authors:
        made["author"] = [{"literal": author} for author in row.authors]
    if row.published:
        made["issued"] = {"date-parts": [_numbers(row.published.date)]}
    return made


def _numbers(date: str) -> list[int]:
    return [int(part) for part in date.split("-")]


def _without_empty(values: Mapping[str, str | None]) -> dict[str, str]:
    return {key: value for key, value in values.items() if value}
