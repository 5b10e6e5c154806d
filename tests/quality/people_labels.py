"""Articles in which every person is labelled by hand: ``python -m tests.quality.people_labels CORPORA`` prints figures.

tests/quality/labels/people.csv holds ids, offsets and names; the texts stay in the corpora. ``optional`` spans (an
administration, a bibliography's authors) count neither for nor against; an article with ``none`` names nobody.
Each measure stands beside the plain script, on the part that rules were tuned on and on the part that was held out.
"""

from __future__ import annotations

import csv
import gzip
import json
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from lxml import html

from generator.model import ArticleRow, CleanArticle, Dating
from tests.quality.people_metrics import (
    Score,
    Spot,
    b_cubed,
    by_article,
    by_clipfile,
    by_plain_script,
    congress,
    meantime,
    page_of,
    rows_for,
)

LABELS = Path(__file__).parent / "labels" / "people.csv"


@dataclass(frozen=True, slots=True)
class Label:
    """One labelled span."""

    article: str
    part: str
    start: int
    end: int
    person: str
    kind: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Figures:
    """How well the labelled people are filed."""

    f1: float
    precision: float
    recall: float
    missed: int
    """(article, person) without any page."""
    people: int
    """(article, person) in all."""
    one_page: float
    """Share of the people in several articles that have exactly one page."""
    junk: int
    """Pages that hold nobody."""
    mixed: int
    """Pages that hold two people."""
    pages: int

    def line(self) -> str:
        """The figures for a reader."""
        return (
            f"B3 F1 {self.f1:.3f}  P {self.precision:.3f}  R {self.recall:.3f}  missed {self.missed}/{self.people}  "
            f"one page {self.one_page:.2f}  junk {self.junk}/{self.pages}  mixed {self.mixed}"
        )


def labels() -> tuple[Label, ...]:
    """All labelled spans, as the file has them."""
    with LABELS.open(encoding="utf-8", newline="") as lines:
        return tuple(
            Label(row["article"], row["part"], int(row["start"]), int(row["end"]), row["person"], row["kind"])
            for row in csv.DictReader(lines)
        )


def articles(corpora: Path, wanted: frozenset[str]) -> list[CleanArticle]:
    """The wanted articles, sorted by id: press releases, Wikinews, web pages by their gold, Global Voices."""
    found = [*congress(corpora, every=1)[0], *meantime(corpora)[0], *web(corpora), *global_voices(corpora)]
    return sorted((clean for clean in found if clean.id in wanted), key=lambda clean: clean.id)


def web(corpora: Path) -> Iterator[CleanArticle]:
    """Web pages with their bodies by the gold."""
    with gzip.open(corpora / "html" / "web" / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        for line in lines:
            record = json.loads(line)
            date = (record.get("date") or "")[:10]
            published = Dating(date=date, basis="metadata") if len(date) == len("2016-01-01") else None
            yield CleanArticle(id=record["file"], text=record.get("body") or "", blocks=(), published=published)


def global_voices(corpora: Path) -> Iterator[CleanArticle]:
    """The paragraphs and items of the blog's entries, so that labels do not hang on how pages are cleaned."""
    folder = corpora / "html" / "globalvoices"
    with gzip.open(folder / "gold.jsonl.gz", "rt", encoding="utf-8") as lines:
        days = {record["file"]: record.get("date") for record in map(json.loads, lines)}
    for path in sorted(folder.glob("gv-index*.html")):
        page = html.fromstring(path.read_bytes().decode("utf-8", "replace"))
        parts = (
            " ".join("".join(str(text) for text in part.itertext("*")).split())
            for entry in page.iter("div")
            if "entry" in (entry.get("class") or "").split()
            for part in entry.iter("p", "li")
        )
        published = Dating(date=days[path.name], basis="metadata") if days.get(path.name) else None
        yield CleanArticle(id=path.name, text="\n\n".join(filter(None, parts)), blocks=(), published=published)


def judge(known: Sequence[Label], pages: Mapping[Spot, str]) -> Figures:
    """The figures of one way of filing."""
    spots = by_article(pages)
    filed: dict[tuple[str, str], str] = {}
    people: defaultdict[tuple[str, str], list[Label]] = defaultdict(list)
    for label in known:
        if label.kind == "person":
            people[label.article, label.person].append(label)
    for key, spans in people.items():
        votes = Counter(page for s in spans if (page := page_of(spots, s.article, s.start, s.end)))
        if votes:
            filed[key] = min(votes, key=lambda page: (-votes[page], page))
    # Who was not found stands alone in B-cubed; here that costs recall all the same.
    filed_only = b_cubed({key: key[1] for key in filed}, filed)
    found = sum(key in filed for key in people) / max(1, len(people))
    score = Score(filed_only.precision, filed_only.recall * found)
    each: defaultdict[str, list[str | None]] = defaultdict(list)
    for key in people:
        each[key[1]].append(filed.get(key))
    several = [one for one in each.values() if len(one) > 1]
    held = _held(known, spots)
    return Figures(
        f1=score.f1,
        precision=score.precision,
        recall=score.recall,
        missed=len(people) - len(filed),
        people=len(people),
        one_page=sum(len(set(one)) == 1 and None not in one for one in several) / max(1, len(several)),
        junk=sum(not inside for inside in held.values()),
        mixed=sum(len(inside) > 1 for inside in held.values()),
        pages=len(held),
    )


def _held(known: Sequence[Label], spots: Mapping[str, list[tuple[int, int, str]]]) -> dict[str, set[str]]:
    """Page -> the people whose spans it holds, over the labelled articles."""
    held: dict[str, set[str]] = {}
    spans: defaultdict[str, list[Label]] = defaultdict(list)
    for label in known:
        spans[label.article].append(label)
    for article, here in spans.items():
        for start, end, page in spots.get(article, ()):
            people = {label.person for label in here if label.start < end and start < label.end}
            held.setdefault(page, set()).update(people)
    return held


def measured(rows: Sequence[ArticleRow]) -> Iterator[tuple[str, str, Figures]]:
    """Part of the labels, way of filing, and its figures."""
    known = labels()
    ways = {"clipfile": by_clipfile(rows), "plain script": by_plain_script(rows)}
    for part in ("tune", "held-out"):
        for way, pages in ways.items():
            yield part, way, judge([label for label in known if label.part == part], pages)


def report(corpora: Path) -> Iterable[str]:
    """The figures, line by line."""
    rows = rows_for(articles(corpora, frozenset(label.article for label in labels())))
    for part, way, figures in measured(rows):
        yield f"labelled  {part:9} {way:12}  {figures.line()}"


if __name__ == "__main__":
    for result in report(Path(sys.argv[1])):
        print(result)
