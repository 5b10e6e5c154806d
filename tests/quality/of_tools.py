"""Pages as tools print them of which the models know nothing: with links, with glued parts, on one line.

The pages are those of html/web, the tools none of the five from whose dumps the models were learned.
"""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Final

import html2text
from bs4 import BeautifulSoup

from generator.cleaning import CleaningSettings, clean
from generator.model import CleanArticle, Form
from generator.text.decode import repair
from tests.quality import folds, gold
from tests.quality.alternatives import DUMP_TOOLS
from tests.quality.cleaning_metrics import original_of
from tests.quality.gold import Dump, Found, Page
from tests.quality.of_dumps import OURS, UNSEEN, clean_together, found_in, tally_of
from tests.quality.scores import Tally
from tests.quality.tables import Table

_SECONDS: Final = 60
_NOTE: Final = (
    "F1 of 4-gram bags, each file alone; fields exact where a reader can see them, ours on all pages. The models were "
    "learned from other tools' dumps of these pages; `{}` cleans a third by models that know none of its pages. What "
    "the glued parts of `get_text()` hide from a reader of words counts as invisible. lynx is measured where it is "
    "installed."
)


def _markdown(html: str) -> str:
    """As html2text prints it unless it is told otherwise: with links and pictures, wrapped."""
    return str(html2text.HTML2Text().handle(html))


def _soup(html: str) -> BeautifulSoup:
    soup = BeautifulSoup(html, "lxml")
    for element in soup(["script", "style", "noscript"]):
        element.decompose()
    return soup


def _glued(html: str) -> str:
    return _soup(html).get_text()


def _one_line(html: str) -> str:
    return _soup(html).get_text(" ", strip=True)


def _lynx(html: str) -> str:
    """With its links numbered and listed, as it prints them unless it is told otherwise."""
    command = ("lynx", "-dump", "-stdin", "-force_html", "-assume_charset=utf-8", "-display_charset=utf-8")
    done = subprocess.run(
        command, input=html.encode("utf-8", "replace"), capture_output=True, timeout=_SECONDS, check=True
    )
    return done.stdout.decode("utf-8", "replace")


TOOLS: Final[Mapping[str, tuple[Form, Callable[[str], str]]]] = {
    "html2text with links, as .md": ("markdown", _markdown),
    "html2text with links, as .txt": ("text", _markdown),
    "BeautifulSoup get_text()": ("text", _glued),
    'BeautifulSoup get_text(" ")': ("text", _one_line),
    **({"lynx -dump": ("text", _lynx)} if shutil.which("lynx") else {}),
}
"""What the dumps of a tool are called -> as which form they are read, and what makes one."""


def printed(pages: Sequence[Page], tool: str) -> list[Dump]:
    """The dumps of pages by a tool."""
    _, make = TOOLS[tool]
    return [
        Dump(id=page.id, style=tool, url=page.url, text=repair(make(page.html)), truth=page.truth, html=page.html)
        for page in pages
    ]


def cleaner(tool: str) -> Callable[[Dump], Found]:
    """What cleans a tool's dumps, each alone."""
    form, _ = TOOLS[tool]
    return lambda dump: found_in(clean(replace(original_of(dump.text, dump.id), form=form), None, CleaningSettings()))


def _out_of(cleaned: Mapping[str, CleanArticle]) -> Callable[[Dump], Found]:
    """What has been cleaned, as a cleaner."""
    return lambda dump: found_in(cleaned[dump.id])


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """Bodies and fields, a row a tool; then the dumps of one outlet."""
    web = list(gold.pages(corpora, "web"))
    chosen = gold.sample(web, most)
    unseen = {tool: Tally() for tool in TOOLS}
    for own in folds.unseen(folds.unseen_dumps, corpora, web, chosen, parts):
        for tool, tally in unseen.items():
            tally_of(printed(own, tool), cleaner(tool), tally)
    columns = ("dumps of", "n", OURS, UNSEEN, *DUMP_TOOLS, "title", "author", "date")
    table = Table(title="Dumps of other tools", columns=columns, notes=(_NOTE.format(UNSEEN),))
    for tool, seldom in unseen.items():
        dumps = printed(chosen, tool)
        ours = tally_of(dumps, cleaner(tool))
        others = [tally_of(dumps, other).f1 for other in DUMP_TOOLS.values()]
        fields = [ours.exact(name) for name in ("title", "author", "date")]
        table.add(tool, len(dumps), ours.f1, seldom.f1 if parts else None, *others, *fields)
    yield table
    yield _folders(corpora, most)


def _folders(corpora: Path, most: int | None) -> Table:
    """The pages of one outlet by each tool that prints text, surveyed together."""
    pages = gold.sample(list(gold.pages(corpora, "digitalgov")), most)
    columns = ("digital.gov, one folder, dumps of", "n", OURS, f"{OURS}, each alone", "title", "author", "date")
    table = Table(title="Dumps of other tools, one folder", columns=columns)
    for tool, (form, _) in TOOLS.items():
        if form == "text":
            dumps = printed(pages, tool)
            ours = tally_of(dumps, _out_of(clean_together(dumps)))
            fields = [ours.exact(name) for name in ("title", "author", "date")]
            table.add(tool, len(dumps), ours.f1, tally_of(dumps, cleaner(tool)).f1, *fields)
    return table
