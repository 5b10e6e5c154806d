"""Articles of the development corpora with what is true of them: read where they lie, never copied."""

from __future__ import annotations

import gzip
import hashlib
import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from html import unescape
from pathlib import Path
from typing import Any, Final, TypeVar

from generator.text.decode import decode
from tests.quality.cleaning_metrics import is_date_visible, plain

DEFAULT: Final = Path(__file__).parents[3] / "shared" / "corpora"
_BETWEEN_NAMES: Final = re.compile(r",? and |\s*[,;&]\s*")
_NOT_A_NAME: Final = re.compile(r"(?i)^(?:by|written by)\s+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Truth:
    """What is true of an article; '' and () where nobody said."""

    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    body: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """An article's HTML page."""

    id: str
    """Its corpus and file."""
    url: str
    html: str
    truth: Truth


@dataclass(frozen=True, slots=True, kw_only=True)
class Dump:
    """A page as plain text, as ingest would hand it to cleaning."""

    id: str
    style: str
    url: str
    text: str
    truth: Truth
    html: str = ""
    """The page that it was made from, where that is known: for those that read only HTML."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Found:
    """What a tool found in a page or a dump."""

    body: str = ""
    title: str = ""
    authors: tuple[str, ...] = ()
    date: str = ""
    certainty: float | None = None
    """What a tool expects its body to be worth, if it says so."""


Item = TypeVar("Item", Page, Dump)


def pages(corpora: Path, name: str) -> Iterator[Page]:
    """The articles of ``html/NAME``."""
    folder = corpora / "html" / name
    for row in _rows(folder):
        if row.get("page_type", "article") == "article" and row.get("is_article", True):
            data = (folder / row["file"]).read_bytes()
            html = decode(gzip.decompress(data) if row["file"].endswith(".gz") else data)
            url = row.get("url") or row.get("link") or ""
            yield Page(id=f"{name}/{row['file']}", url=url, html=html, truth=_truth(row))


def dumps(corpora: Path, name: str) -> Iterator[Dump]:
    """The articles of ``textdumps/NAME``."""
    folder = corpora / "textdumps" / name
    for row in _rows(folder):
        style = row["file"].split("/")[0] if "/" in row["file"] else name
        text = decode((folder / row["file"]).read_bytes())
        yield Dump(id=f"{name}/{row['file']}", style=style, url=row["url"], text=text, truth=_truth(row))


def sample(items: Sequence[Item], most: int | None) -> list[Item]:
    """The same few items in every run: those whose id has the smallest hash; all of them where ``most`` is None."""
    chosen = sorted(items, key=lambda item: hashlib.sha256(item.id.encode()).digest())[:most]
    return sorted(chosen, key=lambda item: item.id)


def visible(truth: Truth, text: str) -> dict[str, bool]:
    """Which of title, authors and date a reader of a dump can see: the words of the value stand in it."""
    words = f" {plain(text)} "
    return {
        "title": bool(truth.title) and f" {plain(truth.title)} " in words,
        "author": bool(truth.authors) and all(f" {plain(name)} " in words for name in truth.authors),
        "date": is_date_visible(truth.date, text),
    }


def names_of(text: str | None) -> tuple[str, ...]:
    """The names of a byline."""
    parts = _BETWEEN_NAMES.split(_NOT_A_NAME.sub("", (text or "").strip()))
    return tuple(part for part in parts if part)


def _rows(folder: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            yield json.loads(line)


def _truth(row: dict[str, Any]) -> Truth:
    date = (row.get("date") or "")[:10]
    return Truth(
        title=unescape(row.get("title") or ""),
        authors=tuple(row.get("authors") or names_of(row.get("author"))),
        date=date if date.count("-") == 2 else "",
        body=row.get("body") or row.get("body_text") or "",
    )
