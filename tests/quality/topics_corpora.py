"""Articles of the corpora with what people say they are about: read where they lie, never copied."""

from __future__ import annotations

import csv
import gzip
import hashlib
import itertools
import json
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from lxml import etree

_LABELS = Path(__file__).parent / "labels"
_FULL_LENGTH = 400
"""Characters; shorter articles are announcements that nobody would look for under a topic."""
_ENCODED = "{http://purl.org/rss/1.0/modules/content/}encoded"
_WORDPRESS = "{http://wordpress.org/export/1.2/}"


@dataclass(frozen=True, slots=True, kw_only=True)
class Labelled:
    """An article, and the topics of which each would be a right first one."""

    id: str
    title: str | None
    text: str
    right: frozenset[str] = frozenset()

    @property
    def held_out(self) -> bool:
        """Whether it is in the half that the vocabulary was not tuned on."""
        return hashlib.sha256(f"split{self.id}".encode()).digest()[-1] % 2 == 1


def read_by_hand(corpora: Path) -> tuple[Labelled, ...]:
    """The articles of seven corpora that were labelled with tops for this measurement, by title and opening."""
    with (_LABELS / "topics.csv").open(encoding="utf-8", newline="") as file:
        labels = {line["id"]: frozenset(line["tops"].split("|")) for line in csv.DictReader(file)}
    found = itertools.chain.from_iterable(_everything(corpora).values())
    articles = {article.id: article for article in found if article.id in labels}
    return tuple(
        Labelled(id=id_, title=articles[id_].title, text=articles[id_].text, right=labels[id_])
        for id_ in sorted(labels)
    )


def tagged_by_editors(corpora: Path) -> Mapping[str, tuple[Labelled, ...]]:
    """The blogs of digital.gov and 18F with their editors' tags as topics of the built-in vocabulary."""
    with (_LABELS / "topics_tags.csv").open(encoding="utf-8", newline="") as file:
        lines = list(csv.DictReader(file))
    tags = {(line["corpus"], line["tag"]): line["topics"].split("|") for line in lines}
    return {
        "digitalgov": tuple(_tagged("digitalgov", _digitalgov(corpora), tags)),
        "18f": tuple(_tagged("18f", _18f(corpora), tags)),
    }


def tagged(corpora: Path, name: str) -> Iterator[tuple[str, frozenset[str]]]:
    """The articles of one of the two blogs, by id, each with its editors' tags in small letters."""
    found = {"digitalgov": _digitalgov, "18f": _18f}[name](corpora)
    return ((article.id, frozenset(tag.lower() for tag in tags)) for article, tags in found)


def archives(corpora: Path) -> Mapping[str, tuple[Labelled, ...]]:
    """Every corpus as an archive of its own, unlabelled: only articles of full length."""
    found = _everything(corpora).items()
    return {name: tuple(a for a in articles if len(a.text) >= _FULL_LENGTH) for name, articles in found}


def dated(corpora: Path, name: str) -> Sequence[tuple[Labelled, str]]:
    """The articles of `congress` or `meantime`, each with its day."""
    return tuple({"congress": _congress, "meantime": _meantime}[name](corpora))


def _everything(corpora: Path) -> Mapping[str, Iterable[Labelled]]:
    return {
        "congress": (article for article, _ in _congress(corpora)),
        "meantime": (article for article, _ in _meantime(corpora)),
        "web": _web(corpora),
        "wxr": _wordpress(corpora),
        "globalvoices": _globalvoices(corpora),
        "18f": (article for article, _ in _18f(corpora)),
        "digitalgov": (article for article, _ in _digitalgov(corpora)),
    }


def _tagged(
    name: str, found: Iterator[tuple[Labelled, list[str]]], tags: Mapping[tuple[str, str], list[str]]
) -> Iterator[Labelled]:
    for article, said in found:
        right = frozenset(topic for tag in said for topic in tags.get((name, tag.lower()), ()))
        if right and len(article.text) >= _FULL_LENGTH:
            yield Labelled(id=article.id, title=article.title, text=article.text, right=right)


def _records(path: Path) -> Iterator[dict[str, Any]]:
    with gzip.open(path, "rt", encoding="utf-8") as file:
        yield from map(json.loads, file)


def _congress(corpora: Path) -> Iterator[tuple[Labelled, str]]:
    for path in sorted((corpora / "jsonl/congress-press").glob("*.jsonl")):
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), start=1):
            record = json.loads(line)
            if record.get("text"):
                id_ = f"congress-press/{path.name}:{number}"
                yield Labelled(id=id_, title=record["title"], text=record["text"]), record["date"]


def _meantime(corpora: Path) -> Iterator[tuple[Labelled, str]]:
    for record in _records(corpora / "people/meantime.jsonl.gz"):
        if "text" in record:
            title, _, text = record["text"].partition("\n")
            day = datetime.strptime(record["date"], "%B %d, %Y").date()  # noqa: DTZ007 - a day has no zone
            yield Labelled(id=f"meantime/{record['id']}", title=title, text=text), day.isoformat()


def _web(corpora: Path) -> Iterator[Labelled]:
    for record in _records(corpora / "html/web/gold.jsonl.gz"):
        if record["page_type"] == "article" and record.get("body"):
            name = Path(record["file"]).name.partition(".")[0]
            yield Labelled(id=f"web/{name}", title=record["title"], text=record["body"])


def _wordpress(corpora: Path) -> Iterator[Labelled]:
    (path,) = (corpora / "wxr").glob("*.xml")
    for item in etree.parse(path).iter("item"):
        text = re.sub("<[^>]+>", " ", item.findtext(_ENCODED) or "")
        yield Labelled(id=f"wxr/{item.findtext(_WORDPRESS + 'post_id')}", title=item.findtext("title"), text=text)


def _globalvoices(corpora: Path) -> Iterator[Labelled]:
    for item in etree.parse(corpora / "feeds/globalvoices-2009.rss").iter("item"):
        name = (item.findtext("link") or "").rstrip("/").rpartition("/")[2]
        text = re.sub("<[^>]+>", " ", item.findtext(_ENCODED) or "")
        yield Labelled(id=f"globalvoices/{name}", title=item.findtext("title"), text=text)


def _digitalgov(corpora: Path) -> Iterator[tuple[Labelled, list[str]]]:
    for folder in ("textdumps/digitalgov-resiliparse-main", "html/digitalgov"):
        for record in _records(corpora / folder / "gold.jsonl.gz"):
            text = record["body_text"] or ""
            yield Labelled(id=record["file"], title=record["title"], text=text), record["topics"] or []


def _18f(corpora: Path) -> Iterator[tuple[Labelled, list[str]]]:
    folder = corpora / "markdown/18f-blog"
    for record in _records(folder / "gold.jsonl.gz"):
        body = (folder / record["file"]).read_text(encoding="utf-8").split("---", 2)[-1]
        text = re.sub(r"\(http[^)]*\)|\{\{.*?\}\}|<[^>]+>", "", body)
        yield Labelled(id=record["file"], title=record["title"], text=text), record["tags"] or []
