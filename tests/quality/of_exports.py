"""How well files are read that other programs made: exports of databases, Markdown of other programs, press databases.

``exports/KIND/PART/`` holds files and, in ``truth.json``, the articles that are in each. They were written by language
models who were asked to print what such programs print, looked at samples where they found any, and knew nothing of the
code; all people, papers and texts are invented. The *first* part was read while the readers were written, the *second*
and *third* when these were done; ``docs/quality.md`` has what was found in them before anybody looked.
"""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path
from typing import Any, Final

from generator.cleaning import clean
from generator.config import default_site_config
from generator.ingest import discover, make_context, read
from generator.model import CleanArticle, Original
from generator.stages import cleaning_settings
from tests.quality.cleaning_metrics import overlap
from tests.quality.gold import Found, Truth
from tests.quality.of_dumps import found_in
from tests.quality.scores import FIELDS, Tally
from tests.quality.tables import Table

FOLDER: Final = Path(__file__).parent / "exports"
KINDS: Final[Mapping[str, str]] = {
    "records": "JSON and CSV of databases, interfaces, crawlers",
    "markdown": "Markdown of other programs",
    "press": "press databases, wires, scripts",
}
PARTS: Final = ("first", "second", "third")
_TRUTH: Final = "truth.json"
_NOTE: Final = (
    "F1 of 4-gram bags over all articles that the files hold: one that is not found counts nothing. Fields exact among "
    "all articles whose value is told. `more`: articles that were made of what is none. No other tool reads such files."
)


@dataclass(slots=True)
class Score:
    """What was counted in the files of one kind."""

    tally: Tally = field(default_factory=Tally)
    files: int = 0
    articles: int = 0
    told: int = 0
    """Articles whose address is told."""
    addresses: int = 0
    """Those whose address was found."""
    more: int = 0


@cache
def score_of(kind: str, part: str) -> Score:
    """What is found in the files of one kind, file by file: an article is the one that shares most words with it."""
    folder, score = FOLDER / kind / part, Score()
    context = make_context(folder, default_site_config(), {})
    truths: dict[str, list[dict[str, Any]]] = json.loads((folder / _TRUTH).read_text(encoding="utf-8"))
    files = {file.name: file for file in discover(folder)}
    for name, expected in truths.items():
        originals = [one for one in read(files[name], context) if isinstance(one, Original)]
        found = [(one, clean(one, None, cleaning_settings(default_site_config()))) for one in originals]
        score.files += 1
        score.articles += len(expected)
        score.more += max(0, len(found) - len(expected))
        for truth in expected:
            _count(score, truth, found)
    return score


def _count(score: Score, told: Mapping[str, Any], found: list[tuple[Original, CleanArticle]]) -> None:
    """Count one article, and take what was found of it out of what is left of its file."""
    body = "\n\n".join(told["paragraphs"])
    shares = [overlap(article.text, body).recall for _, article in found]
    best = shares.index(max(shares)) if any(shares) else None
    original, article = found.pop(best) if best is not None else (None, None)
    truth = Truth(title=told["title"], authors=tuple(told["authors"]), date=told["date"], body=body)
    seen = dict.fromkeys(FIELDS, True)
    score.tally.add(found_in(article) if article is not None else Found(), truth, seen)
    if told["url"]:
        score.told += 1
        score.addresses += original is not None and original.origin.url == told["url"]


def tables() -> Iterator[Table]:
    """A row for each kind and part."""
    columns = ("files of", "part", "files", "articles", "F1", "title", "author", "date", "address", "more")
    table = Table(title="Files of other programs", columns=columns, notes=(_NOTE,))
    for kind, name in KINDS.items():
        for part in PARTS:
            one = score_of(kind, part)
            exact: Sequence[float] = [one.tally.exact(field) for field in FIELDS]
            address = one.addresses / one.told if one.told else None
            table.add(name, part, one.files, one.articles, one.tally.f1, *exact, address, one.more)
    yield table
