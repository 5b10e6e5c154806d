"""How good cleaning of HTML is, beside plain trafilatura in the same run.

Run as ``python -m tests.quality.html_metrics CORPORA [N]``: the first N pages of each set, all where N is missing. The
trees that choose the body were built from ``html/web``; ``train_html --folds`` says how they do on unseen pages.
"""

from __future__ import annotations

import gzip
import json
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from html import unescape
from itertools import islice
from pathlib import Path
from typing import Any, Final

import trafilatura

from generator.cleaning import CleaningSettings, clean
from generator.model import CleanArticle, Metadata, Origin, Original, OutletRef
from tests.quality.cleaning_metrics import Overlap, field_score, macro_f1, overlap, plain

_SETS: Final = ("web", "digitalgov", "globalvoices", "usgov")
Rows = list[tuple[str, str, bool]]


@dataclass(slots=True)
class Tally:
    """What was counted over one set."""

    ours: list[Overlap] = field(default_factory=list)
    plain: list[Overlap] = field(default_factory=list)
    title: Rows = field(default_factory=list)
    author: Rows = field(default_factory=list)
    date: Rows = field(default_factory=list)
    pages: int = 0
    seconds: float = 0.0
    seconds_plain: float = 0.0


def gold_pages(corpora: Path, name: str) -> Iterator[tuple[str, Mapping[str, Any]]]:
    """The articles of a set: the decoded page and what is true of it."""
    folder = corpora / "html" / name
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            page = json.loads(row)
            if page.get("page_type", "article") == "article" and page.get("is_article", True):
                raw = (folder / page["file"]).read_bytes()
                data = gzip.decompress(raw) if page["file"].endswith(".gz") else raw
                yield data.decode("utf-8", "replace"), page


def original_page(html: str, page: Mapping[str, Any]) -> Original:
    """An original of a page of which only its address is known."""
    url = page.get("url") or page.get("link")
    return Original(
        id=page["file"],
        origin=Origin(path=page["file"], sha256="", media_type="text/html", url=url),
        form="html",
        text=html,
        metadata=Metadata(),
        outlet=OutletRef(key="", name="", basis=""),
    )


def measure(corpora: Path, name: str, most: int | None = None) -> Tally:
    """The tally of one set."""
    tally = Tally()
    for html, page in islice(gold_pages(corpora, name), most):
        start = time.process_time()
        article = clean(original_page(html, page), None, CleaningSettings())
        between = time.process_time()
        other = trafilatura.extract(html, include_comments=False) or ""
        tally.seconds += between - start
        tally.seconds_plain += time.process_time() - between
        tally.pages += 1
        body = page.get("body") or page.get("body_text")
        if body:
            tally.ours.append(overlap(article.text, body))
            tally.plain.append(overlap(other, body))
        _add_fields(tally, article, page)
    return tally


def _add_fields(tally: Tally, article: CleanArticle, page: Mapping[str, Any]) -> None:
    title, date = plain(unescape(page["title"])), (page.get("date") or "")[:10]
    author = plain(page.get("author") or " ".join(page.get("authors") or ()))
    tally.title.append((plain(article.title), title, bool(title)))
    tally.author.append((plain(" ".join(article.authors)), author.replace(" and ", " "), bool(author)))
    tally.date.append((article.published.date if article.published else "", date, bool(date)))


def report(name: str, tally: Tally) -> Iterator[str]:
    """The tally of a set in a few lines."""
    speed, other = tally.pages / tally.seconds, tally.pages / tally.seconds_plain
    if tally.ours:
        yield f"{name}: F1 {macro_f1(tally.ours):.4f}, trafilatura {macro_f1(tally.plain):.4f}"
    yield f"{name}: {tally.pages} pages, {speed:.0f} pages per CPU-second, trafilatura {other:.0f}"
    for label, rows in (("title", tally.title), ("author", tally.author), ("date", tally.date)):
        yield f"    {label}: {field_score(rows)}"


if __name__ == "__main__":
    for chosen in _SETS:
        for line in report(chosen, measure(Path(sys.argv[1]), chosen, int(sys.argv[2]) if len(sys.argv) > 2 else None)):
            sys.stdout.write(line + "\n")
