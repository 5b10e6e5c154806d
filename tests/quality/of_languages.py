"""How well pages in other languages are cleaned: pages of our own, written for it, with what is true of them.

``languages/CODE/`` holds six pages a language and ``gold.jsonl``. They were written by language models who were told
how pages of newspapers, blogs, authorities and broadcasters are furnished there, and who knew nothing of the code; the
tables of phrases were written by others, who did not see the pages. Those whose name begins with ``a`` were read while
the code was made, those with ``b`` were not.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from generator.text.decode import decode
from tests.quality.alternatives import HTML_TOOLS
from tests.quality.dumps import STYLES, render_all
from tests.quality.gold import Found, Page, Truth
from tests.quality.of_dumps import OURS, alone
from tests.quality.of_pages import clean_page
from tests.quality.scores import FIELDS, Tally, pool
from tests.quality.tables import Table

FOLDER: Final = Path(__file__).parent / "languages"
UNREAD: Final = "b"
"""How the names of pages begin that nobody read while the code was made."""
_NOTE: Final = (
    "F1 of 4-gram bags (of signs, in Chinese and Japanese), each file alone; `dumps`: of the same pages in the five "
    "styles. `unread`: the half of the pages that was not read while the code was made."
)
_FIELDS: Final = (
    "Exact among all pages whose value is known, whether or not the dump shows it; where a page has no author, none is "
    "to be found. readability-lxml and resiliparse read no bylines and dates."
)


def languages() -> list[str]:
    """The codes of the languages that have pages."""
    return sorted(path.parent.name for path in FOLDER.glob("*/gold.jsonl"))


def pages(language: str, *, only: str = "") -> list[Page]:
    """The pages in a language; ``only`` is how their names begin."""
    rows = map(json.loads, (FOLDER / language / "gold.jsonl").read_text(encoding="utf-8").splitlines())
    return [
        Page(
            id=f"{language}/{row['file']}",
            url="",
            html=decode((FOLDER / language / row["file"]).read_bytes()),
            truth=Truth(
                title=row["title"],
                authors=tuple(row["authors"]),
                date=row["date"] or "",
                body="\n\n".join(row["body"]),
            ),
        )
        for row in rows
        if row["file"].startswith(only)
    ]


def tally_of(chosen: Sequence[Page], read: Callable[[Page], Found]) -> Tally:
    """What a reader of pages finds in them, against what is true."""
    tally = Tally()
    for page in chosen:
        tally.add(read(page), page.truth, dict.fromkeys(FIELDS, True))
    return tally


def tally_of_dumps(chosen: Sequence[Page]) -> Tally:
    """What we find in the dumps of pages in the five styles, all together."""
    tally = Tally()
    for style in STYLES:
        for dump in render_all(chosen, style):
            tally.add(alone(dump), dump.truth, dict.fromkeys(FIELDS, True))
    return tally


def tables() -> Iterator[Table]:
    """Bodies by language, then fields over all."""
    every = {language: pages(language) for language in languages()}
    html = {language: tally_of(own, clean_page) for language, own in every.items()}
    dumps = {language: tally_of_dumps(own) for language, own in every.items()}
    others = {
        tool: {language: tally_of(own, partial(_read, read)) for language, own in every.items()}
        for tool, read in HTML_TOOLS.items()
    }
    unread = [page for language in languages() for page in pages(language, only=UNREAD)]
    fresh = tally_of(unread, clean_page), tally_of_dumps(unread)
    table = Table(
        title="Other languages", columns=("language", "n", OURS, *HTML_TOOLS, f"{OURS}, dumps"), notes=(_NOTE,)
    )
    for language, own in every.items():
        theirs = [others[tool][language].f1 for tool in HTML_TOOLS]
        table.add(language, len(own), html[language].f1, *theirs, dumps[language].f1)
    whole = {tool: pool(list(found.values())) for tool, found in ({OURS: html} | others).items()}
    all_dumps = pool(list(dumps.values()))
    table.add("all", sum(map(len, every.values())), *(found.f1 for found in whole.values()), all_dumps.f1)
    their_fresh = [tally_of(unread, partial(_read, read)).f1 for read in HTML_TOOLS.values()]
    table.add("all, unread", len(unread), fresh[0].f1, *their_fresh, fresh[1].f1)
    yield table
    fields = Table(
        title="Other languages: fields", columns=("field", OURS, *HTML_TOOLS, f"{OURS}, dumps"), notes=(_FIELDS,)
    )
    for name in FIELDS:
        cells = [whole[tool].exact(name) if name == "title" or tool == "trafilatura" else None for tool in HTML_TOOLS]
        fields.add(f"{name} exact", whole[OURS].exact(name), *cells, all_dumps.exact(name))
        fields.add(f"{name} exact, unread", fresh[0].exact(name), *[None for _ in HTML_TOOLS], fresh[1].exact(name))
    yield fields


def _read(read: Callable[[str], Found], page: Page) -> Found:
    return read(page.html)
