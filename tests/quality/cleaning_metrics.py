"""How good cleaning is: the field's measures, on pages whose articles are known.

Run as ``python -m tests.quality.cleaning_metrics CORPORA DUMPS`` where DUMPS holds one folder of text dumps a style,
named as the pages of ``CORPORA/html/web`` are.
"""

from __future__ import annotations

import gzip
import json
import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from generator.cleaning import CleaningSettings, clean
from generator.model import CleanArticle, Metadata, Origin, Original, OutletRef

_SIGNS: Final = r"\u3040-\u30ff\u3400-\u9fff"
"""Kana and Han: each sign counts as a word."""
_TOKEN: Final = re.compile(rf"[{_SIGNS}]|[^\W{_SIGNS}]+")
_GRAM: Final = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class Overlap:
    """How much of a body is right (precision) and how much of the right text it holds (recall)."""

    precision: float
    recall: float

    @property
    def f1(self) -> float:
        """The harmonic mean of both."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


def grams(text: str) -> Counter[tuple[str, ...]]:
    """The bag of 4-grams of a text's words; a shorter text is one gram."""
    tokens = _TOKEN.findall(text)
    return Counter(tuple(tokens[start : start + _GRAM]) for start in range(max(1, len(tokens) - _GRAM + 1)) if tokens)


def overlap(found: str, truth: str) -> Overlap:
    """Precision and recall of a body by bags of 4-grams, as in article-extraction-benchmark."""
    mine, right = grams(found), grams(truth)
    common = (mine & right).total()
    return Overlap(
        precision=common / mine.total() if mine else float(not right),
        recall=common / right.total() if right else 1.0,
    )


def macro_f1(overlaps: Sequence[Overlap]) -> float:
    """F1 of the means of precision and recall over articles."""
    precision = sum(one.precision for one in overlaps) / len(overlaps)
    recall = sum(one.recall for one in overlaps) / len(overlaps)
    return Overlap(precision=precision, recall=recall).f1


def plain(text: str | None) -> str:
    """A value without case, punctuation and white space, for comparison."""
    return " ".join(_TOKEN.findall((text or "").lower()))


@dataclass(frozen=True, slots=True, kw_only=True)
class FieldScore:
    """How often a field was exact where a reader can see it, and invented where no reader can."""

    exact: int
    visible: int
    invented: int
    absent: int

    def __str__(self) -> str:
        """``0.91 exact of 200, 0.02 invented of 100``."""
        exact = self.exact / self.visible if self.visible else 1.0
        invented = self.invented / self.absent if self.absent else 0.0
        return f"{exact:.3f} exact of {self.visible}, {invented:.3f} invented of {self.absent}"


def field_score(rows: Sequence[tuple[str, str, bool]]) -> FieldScore:
    """The score of a field from rows of (found, truth, a reader can see the truth)."""
    seen = [(found, truth) for found, truth, visible in rows if visible]
    unseen = [found for found, _, visible in rows if not visible]
    return FieldScore(
        exact=sum(1 for found, truth in seen if found == truth),
        visible=len(seen),
        invented=sum(1 for found in unseen if found),
        absent=len(unseen),
    )


def original_of(text: str, name: str, url: str | None = None) -> Original:
    """An original of a dump of which nothing else is known."""
    return Original(
        id=name, origin=Origin(path=name, sha256="", media_type="text/plain", url=url), form="text", text=text,
        metadata=Metadata(), outlet=OutletRef(key="", name="", basis=""),
    )  # fmt: skip


def gold_articles(corpora: Path) -> Iterator[Mapping[str, Any]]:
    """The pages of html/web that are articles, with what is true of them."""
    with gzip.open(corpora / "html" / "web" / "gold.jsonl.gz", "rt", encoding="utf-8") as rows:
        for row in rows:
            page = json.loads(row)
            if page["page_type"] == "article":
                yield page


def is_date_visible(date: str | None, text: str) -> bool:
    """Whether a reader of the dump can see a date: its year, month and day stand there in one of the usual forms."""
    if not date or date.count("-") < 2:
        return False
    year, month, day = date[:10].split("-")
    names = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"]
    name = names[int(month) - 1]
    nth = rf"0?{int(day)}(?:st|nd|rd|th)?"
    forms = (
        rf"\b{name}[a-z]*\.?,? {nth},? {year}",
        rf"\b{nth}[ -]{name}[a-z]*\.?,?[ -]{year}",
        rf"{year}-{month}-{day}",
        rf"\b0?{int(month)}[/.]0?{int(day)}[/.]{year}",
        rf"\b0?{int(day)}[/.]0?{int(month)}[/.]{year}",
    )
    return any(re.search(form, text, re.IGNORECASE) for form in forms)


def measure(corpora: Path, dumps: Path) -> Iterator[str]:
    """One line a style: F1 of the body, then title, author and date."""
    pages = list(gold_articles(corpora))
    for style in sorted(path for path in dumps.iterdir() if path.is_dir()):
        bodies: list[Overlap] = []
        rows: dict[str, list[tuple[str, str, bool]]] = {"title": [], "author": [], "date": []}
        for page in pages:
            name = Path(page["file"]).name.split(".")[0] + ".txt"
            text = (style / name).read_text(encoding="utf-8")
            article = clean(original_of(text, name), None, CleaningSettings())
            bodies.append(overlap(article.text, page["body"]))
            _add_fields(rows, article, page, text)
        yield f"{style.name}: F1 {macro_f1(bodies):.4f}"
        yield from (f"    {name}: {field_score(values)}" for name, values in rows.items())


def _add_fields(
    rows: dict[str, list[tuple[str, str, bool]]], article: CleanArticle, page: Mapping[str, Any], text: str
) -> None:
    words = f" {plain(text)} "
    title, author, date = plain(page["title"]), plain(page["author"]), (page["date"] or "")[:10]
    rows["title"].append((plain(article.title), title, bool(title) and f" {title} " in words))
    rows["author"].append((plain(" and ".join(article.authors)), author, bool(author) and f" {author} " in words))
    found = article.published.date if article.published else ""
    rows["date"].append((found, date, is_date_visible(date, text)))


if __name__ == "__main__":
    for line in measure(Path(sys.argv[1]), Path(sys.argv[2])):
        sys.stdout.write(line + "\n")
