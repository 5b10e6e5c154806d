"""Blind readings: results and the references of the same pages, and nobody sees which is whose.

``python -m tests.quality.blind lay DIR [--seed N] [--pages N] [--dumps N]`` writes what readers are given: the page as
it was scraped, and what was made of it, once by cleaning (with models that have not seen the page) and once by whoever
made the reference. ``READ.md`` there tells readers what to write; each takes some numbers of one half, so that nobody
reads a page twice. ``python -m tests.quality.blind tally DIR`` counts what they wrote.
"""

from __future__ import annotations

import argparse
import csv
import random
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from tests.quality import folds, gold
from tests.quality.cleaning_metrics import grams
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Dump, Found, Page
from tests.quality.of_dumps import alone
from tests.quality.of_pages import clean_page
from tests.quality.tables import Table

OURS: Final = "clipfile"
REFERENCE: Final = "reference"
VERDICTS: Final = ("fine", "small", "embarrassing (borderline)", "embarrassing")
"""From the least grave to the gravest."""
_PART: Final = 0
"""The part of html/web that is read."""
_WHOLE: Final = 0.93
"""Of an article's 4-grams: a dump that has lost more of it does not compare with the reference."""
_SHOWN: Final = "inscriptis"
"""The style in which readers are shown an HTML page."""
_LINE: Final = re.compile(r"(\d{3})[: ]+(?:(fine|small)|embarrassing( ?\(borderline\))?)")
_READ: Final = """\
You are a severe but fair newsroom editor. There are pairs NNN.original.txt (what was scraped; the address, where it is
known, on the first line) and NNN.clean.txt (what somebody made of it: headline, authors, date, `---`, the article's
words; headings and list marks are not shown on purpose). Judge the pairs that you are given, each read whole:

- fine: a newsroom would file it as it is.
- small: a caption or button left, one short line lost, a harmless foreign line.
- embarrassing: a wrong headline, a passage lost or foreign, torn sentences, an author or date that is wrong or missing
  though plainly printed. Say (borderline) where a fair reader might call it small.

A date may come from the page's metadata, which you do not see. What the original lacks or has torn is nobody's fault.
What is unmistakably an offer of the site is foreign; references, footnotes and notes are the article's; biographies,
comments, related links, tags and share buttons are not. Captions may stay or go.

Write to verdicts/NAME.txt for every blemish a line, after each pair: `NNN fine`, or `NNN VERDICT | KIND | the words`.
"""


@dataclass(frozen=True, slots=True, kw_only=True)
class Pair:
    """A page as it was scraped, with both results."""

    id: str
    kind: str
    """``html``, or the style of a dump."""
    original: str
    results: Mapping[str, str]
    """Whose -> what a reader is shown."""


def lay(folder: Path, pairs: Sequence[Pair], seed: int) -> None:
    """Write what readers are given, and beside the folder the key that they are not.

    Args:
        folder: A new folder.
        pairs: What is read.
        seed: Of the coin that says in which half a result stands.
    """
    (folder / "verdicts").mkdir(parents=True)
    (folder / "READ.md").write_text(_READ, encoding="utf-8")
    with _key(folder).open("w", encoding="utf-8", newline="") as file:
        rows = csv.writer(file)
        for number, (pair, whose) in enumerate(halves(pairs, seed), start=1):
            (folder / f"{number:03d}.original.txt").write_text(pair.original, encoding="utf-8")
            (folder / f"{number:03d}.clean.txt").write_text(pair.results[whose], encoding="utf-8")
            rows.writerow((f"{number:03d}", whose, pair.kind, pair.id))


def halves(pairs: Sequence[Pair], seed: int) -> list[tuple[Pair, str]]:
    """Every pair with one of its results, and then every pair with the other."""
    coin = random.Random(seed)
    first = [coin.choice((OURS, REFERENCE)) for _ in pairs]
    other = {OURS: REFERENCE, REFERENCE: OURS}
    return [*zip(pairs, first, strict=True), *((pair, other[whose]) for pair, whose in zip(pairs, first, strict=True))]


def gravest(lines: Iterable[str]) -> dict[str, str]:
    """Number of a pair -> the gravest of the verdicts that lines give it; other lines are passed over."""
    found: dict[str, str] = {}
    for match in filter(None, map(_LINE.match, lines)):
        verdict = match[2] or VERDICTS[-2 if match[3] else -1]
        found[match[1]] = max(verdict, found.get(match[1], verdict), key=VERDICTS.index)
    return found


def table(verdicts: Mapping[str, str], key: Iterable[Sequence[str]]) -> Table:
    """How many results have which verdict, by what was read and by whose they are."""
    counts: dict[tuple[str, str], Counter[str]] = {}
    for number, whose, kind, _ in key:
        if number in verdicts:
            counts.setdefault(("HTML" if kind == "html" else "dumps", whose), Counter())[verdicts[number]] += 1
    found = Table(title="Blind readings", columns=("what", "by", "read", *VERDICTS))
    for (what, whose), counted in sorted(counts.items(), reverse=True):
        found.add(what, whose, counted.total(), *(counted[verdict] for verdict in VERDICTS))
    return found


def drawn(corpora: Path, pages: int, dumps: int, seed: int) -> list[Pair]:
    """So many pages and dumps by chance, each with both results; no model has seen any of them.

    Args:
        corpora: Where the trainers find their pages.
        pages: How many HTML pages.
        dumps: How many dumps, of all styles in turn.
        seed: Of the draw.
    """
    chance = random.Random(seed)
    known = [page for page in folds.part_of(list(gold.pages(corpora, "web")), _PART) if page.truth.body]
    texts = _dumps(chance.sample(known, len(known)), dumps)
    with folds.unseen_pages(corpora, _PART):
        found = [_of_page(page) for page in chance.sample(known, pages)]
    with folds.unseen_dumps(corpora, _PART):
        return found + [_of_dump(dump) for dump in texts]


def _dumps(pages: Iterable[Page], number: int) -> list[Dump]:
    """So many of the pages as dumps, where the dump has their article."""
    styles, found = tuple(STYLES), list[Dump]()
    for page in pages:
        if len(found) == number:
            break
        dump, wanted = render(page, styles[len(found) % len(styles)]), grams(page.truth.body)
        if (wanted & grams(dump.text)).total() >= _WHOLE * wanted.total():
            found.append(dump)
    return found


def _of_page(page: Page) -> Pair:
    original = f"{page.url}\n{render(page, _SHOWN).text}"
    truth = page.truth
    reference = Found(title=truth.title, authors=truth.authors, date=truth.date, body=truth.body)
    return Pair(
        id=page.id,
        kind="html",
        original=original,
        results={OURS: shown(clean_page(page)), REFERENCE: shown(reference)},
    )


def _of_dump(dump: Dump) -> Pair:
    """A dump; of its reference nothing that its readers cannot see."""
    truth, seen = dump.truth, gold.visible(dump.truth, dump.text)
    reference = Found(
        title=truth.title if seen["title"] else "",
        authors=truth.authors if seen["author"] else (),
        date=truth.date if seen["date"] else "",
        body=truth.body,
    )
    return Pair(
        id=dump.id,
        kind=dump.style,
        original=dump.text,
        results={OURS: shown(alone(dump)), REFERENCE: shown(reference)},
    )


def shown(found: Found) -> str:
    """A result as readers see it: no mark tells whose it is."""
    paragraphs = "\n\n".join(line.strip() for line in found.body.splitlines() if line.strip())
    return f"headline: {found.title}\nauthors: {'; '.join(found.authors)}\ndate: {found.date}\n---\n\n{paragraphs}\n"


def _key(folder: Path) -> Path:
    return folder.with_name(f"{folder.name}.key.csv")


def _written(folder: Path) -> Iterator[str]:
    for path in sorted((folder / "verdicts").glob("*.txt")):
        yield from path.read_text(encoding="utf-8").splitlines()


def main() -> None:
    """Lay out a reading, or count what was written of one."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality.blind", description=__doc__.partition("\n")[0])
    parser.add_argument("command", choices=("lay", "tally"))
    parser.add_argument("folder", type=Path, metavar="DIR", help="lay: a new folder; tally: one that was read")
    parser.add_argument("--seed", type=int, default=1, help="of the draw; default: 1")
    parser.add_argument("--pages", type=int, default=24, metavar="N", help="HTML pages; default: 24")
    parser.add_argument("--dumps", type=int, default=20, metavar="N", help="dumps; default: 20")
    parser.add_argument("--corpora", type=Path, default=gold.DEFAULT, help="where the development corpora are")
    asked = parser.parse_args()
    if asked.command == "lay":
        if not asked.corpora.is_dir():
            parser.error(f"there are no corpora in {asked.corpora}: name their folder with --corpora")
        if asked.folder.exists():
            parser.error(f"{asked.folder} is there already: name a folder that is not")
        lay(asked.folder, drawn(asked.corpora, asked.pages, asked.dumps, asked.seed), asked.seed)
    elif not _key(asked.folder).is_file():
        parser.error(f"there is no {_key(asked.folder)}: tally what `lay` has laid out")
    else:
        with _key(asked.folder).open(encoding="utf-8", newline="") as file:
            print(table(gravest(_written(asked.folder)), csv.reader(file)))


if __name__ == "__main__":
    main()
