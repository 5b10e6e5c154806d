"""How well dumps are cleaned line by line, against labels given by reading them (``labels/dumps.csv``).

A label holds the id and style of a dump, a digest of its text (so that a label never meets another rendering), and
numbers of lines: of the body, of headline, byline and date (places where it stands, parted by ``|``), and of lines
that a fair reader may keep or drop. No text of a dump is in it.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

from generator.model import CleanArticle, Furniture
from generator.text.decode import decode
from tests.quality import gold
from tests.quality.alternatives import keep_everything, sentence_filter
from tests.quality.cleaning_metrics import Overlap, is_date_visible, plain
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Dump, Found, Truth
from tests.quality.of_dumps import OURS, clean_alone, clean_with, found_in, furniture_of
from tests.quality.tables import Table

_LABELS: Final = Path(__file__).parent / "labels" / "dumps.csv"
_PLACES: Final = {"title": ".92", "byline": ".80", "date": ".94"}
_MONTHS: Final = "January February March April May June July August September October November December".split()


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """A dump and the numbers of its lines by what they are."""

    dump: Dump
    body: frozenset[int]
    either: frozenset[int]
    places: dict[str, tuple[str, ...]]
    """Field -> the text of every place where it stands."""

    @property
    def counted(self) -> list[int]:
        """The lines that are not blank and not left to taste."""
        lines = enumerate(self.dump.text.split("\n"), start=1)
        return [number for number, line in lines if plain(line) and number not in self.either]


@dataclass(slots=True)
class Lines:
    """Counts of one tool."""

    precisions: list[float]
    recalls: list[float]
    exact: int = 0

    @property
    def precision(self) -> float:
        """Mean over dumps."""
        return sum(self.precisions) / len(self.precisions)

    @property
    def recall(self) -> float:
        """Mean over dumps."""
        return sum(self.recalls) / len(self.recalls)

    @property
    def f1(self) -> float:
        """Of the means of precision and recall."""
        return Overlap(precision=self.precision, recall=self.recall).f1


def labelled(corpora: Path) -> tuple[list[Labelled], list[str]]:
    """The labelled dumps, and the labels whose dump is not there or not the same any more."""
    with _LABELS.open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    found, stale = [], []
    dumps = _dumps(corpora, {(row["id"], row["style"]) for row in rows})
    for row in rows:
        dump = dumps.get((row["id"], row["style"]))
        if dump is None or hashlib.sha256(dump.text.encode()).hexdigest()[:12] != row["digest"]:
            stale.append(f"{row['id']} ({row['style']})")
            continue
        found.append(
            Labelled(
                dump=dump,
                body=_numbers(row["body"]),
                either=_numbers(row["either"]),
                places={name: _texts(dump.text, row[name]) for name in _PLACES},
            )
        )
    return found, stale


def _dumps(corpora: Path, wanted: set[tuple[str, str]]) -> dict[tuple[str, str], Dump]:
    ids = {id_ for id_, _ in wanted}
    found = {}
    for name in sorted({id_.split("/")[0] for id_ in ids}):
        if name == "seed":
            for path in (corpora / "seed").glob("*.txt"):
                text = decode(path.read_bytes())
                found[f"seed/{path.name}", "seed"] = Dump(
                    id=f"seed/{path.name}", style="seed", url="", text=text, truth=Truth()
                )
        elif (corpora / "textdumps" / name).is_dir():
            found |= {(dump.id, dump.style): dump for dump in gold.dumps(corpora, name)}
        else:
            pages = [page for page in gold.pages(corpora, name) if page.id in ids]
            found |= {(p.id, style): render(p, style) for p in pages for style in STYLES if (p.id, style) in wanted}
    return found


def _numbers(ranges: str) -> frozenset[int]:
    """``5 7-9`` as 5, 7, 8, 9."""
    ends = [one.partition("-") for one in ranges.split()]
    return frozenset(number for first, _, last in ends for number in range(int(first), int(last or first) + 1))


def _texts(text: str, places: str) -> tuple[str, ...]:
    lines = text.split("\n")
    return tuple(" ".join(lines[number - 1] for number in sorted(_numbers(place))) for place in places.split("|"))


def our_lines(article: CleanArticle) -> frozenset[int]:
    """The numbers of the raw lines that went into the body."""
    return frozenset(line.number for line in article.account if line.fate == "body")


def lines_in(dump: Dump, body: str) -> frozenset[int]:
    """The numbers of the lines whose words stand in a body."""
    whole = f" {plain(body)} "
    lines = enumerate(dump.text.split("\n"), start=1)
    return frozenset(number for number, line in lines if f" {plain(line)} " in whole)


def score(kept: Sequence[tuple[Labelled, frozenset[int]]]) -> Lines:
    """Precision, recall and exactness of kept lines."""
    result = Lines([], [])
    for one, numbers in kept:
        counted = set(one.counted)
        mine, right = numbers & counted, one.body & counted
        common = len(mine & right)
        result.precisions.append(common / len(mine) if mine else 0.0)
        result.recalls.append(common / len(right))
        result.exact += mine == right
    return result


def is_right(name: str, found: Found, places: Sequence[str]) -> bool:
    """Whether a field's value is one of those that stand in a dump."""
    if name == "title":
        return any(plain(place) == plain(found.title) for place in places)
    if name == "byline":
        names = [plain(one) for one in found.authors]
        return bool(names) and any(all(f" {one} " in f" {plain(place)} " for one in names) for place in places)
    return any(_says(place, found.date) for place in places)


def _says(line: str, date: str) -> bool:
    """Whether a line says a date, which may be a month only, or have two digits for the year."""
    parts = date.split("-")
    if len(parts) == 2:
        return _MONTHS[int(parts[1]) - 1] in line and parts[0] in line
    if len(parts) != 3:
        return False
    year, month, day = parts
    years = f"(?:{year[:2]})?{year[2:]}"
    days, months = f"0?{int(day)}", f"0?{int(month)}"
    short = rf"\b(?:{months}[./-]{days}|{days}[./-]{months})[./-]{years}\b"
    return is_date_visible(date, line) or re.search(short, line) is not None


def alone(labels: Sequence[Labelled]) -> list[CleanArticle]:
    """Our article of each dump, cleaned alone."""
    return [clean_alone(one.dump) for one in labels]


def in_folders(labels: Sequence[Labelled], corpora: Path) -> list[CleanArticle]:
    """Our article of each dump, those of an outlet's folder cleaned knowing what repeats over it."""
    furniture: dict[str, Furniture] = {}
    for style in sorted({one.dump.style for one in labels}):
        name = next(one.dump.id.split("/")[0] for one in labels if one.dump.style == style)
        if (corpora / "textdumps" / name).is_dir():
            furniture[style] = furniture_of(dump for dump in gold.dumps(corpora, name) if dump.style == style)
    return [clean_with(one.dump, furniture.get(one.dump.style)) for one in labels]


def tables(corpora: Path) -> Iterator[Table]:
    """Lines by tool, then fields."""
    labels, stale = labelled(corpora)
    missing = f" Left out, for their dumps have another text now: {', '.join(stale)}." if stale else ""
    ours = {f"{OURS}, alone": alone(labels), f"{OURS}, in its folder": in_folders(labels, corpora)}
    table = Table(
        title=f"Dumps labelled by reading: lines of {len(labels)} dumps",
        columns=("tool", "precision", "recall", "F1", "body exact"),
        notes=(
            "Means over dumps. Blank lines and those left to taste are not counted; one labeller. `in its folder`: the "
            "dumps of digitalgov and congress-onesite, cleaned knowing what repeats over their whole folder." + missing,
        ),
    )
    kept = {tool: [our_lines(article) for article in found] for tool, found in ours.items()}
    kept["everything"] = [lines_in(one.dump, keep_everything(one.dump).body) for one in labels]
    kept["sentence filter"] = [lines_in(one.dump, sentence_filter(one.dump).body) for one in labels]
    for tool, rows in kept.items():
        result = score(list(zip(labels, rows, strict=True)))
        table.add(tool, result.precision, result.recall, result.f1, result.exact / len(labels))
    yield table
    yield _fields(labels, {tool: [found_in(article) for article in found] for tool, found in ours.items()})


def _fields(labels: Sequence[Labelled], ours: Mapping[str, Sequence[Found]]) -> Table:
    found = {**ours, "sentence filter": [sentence_filter(one.dump) for one in labels]}
    table = Table(title="Dumps labelled by reading: fields", columns=("what", "n", *found, "goal"))
    for name, goal in _PLACES.items():
        seen = [number for number, one in enumerate(labels) if any(one.places[name])]
        cells = [
            sum(is_right(name, values[number], labels[number].places[name]) for number in seen) / len(seen)
            for values in found.values()
        ]
        table.add(f"{name} right", len(seen), *cells, goal)
        unseen = [number for number, one in enumerate(labels) if not any(one.places[name])]
        given = [sum(bool(_value(name, values[number])) for number in unseen) for values in found.values()]
        table.add(f"{name} invented", len(unseen), *(count / max(1, len(unseen)) for count in given), "")
    return table


def _value(name: str, found: Found) -> object:
    return {"title": found.title, "byline": found.authors, "date": found.date}[name]
