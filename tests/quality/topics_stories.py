"""How well proposed stories meet those that a reader would make: ``python -m tests.quality.topics_stories``.

The stories of two archives were labelled from headlines, dates and searches for their words, most of them before
anything was proposed: press releases of Congress (2009 to 2012, and two weeks of April 2026) and the Wikinews of
MEANTIME. Those of Congress are an archive, and so is each of their two times. Only stories of four articles and more.
Archives hold further stories that nobody labelled: proposals are not held against them, but against the labels that
they meet best.
"""

from __future__ import annotations

import csv
import hashlib
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.model import ArticleRow, CleanArticle, Dating
from generator.resolution import resolve
from generator.topics import Proposal, Words, count_words, propose, settle, sheaf_of
from tests.quality.gold import DEFAULT
from tests.quality.people_metrics import rows_for
from tests.quality.topics_corpora import dated
from tests.resolution.cases import config_of

_FILE = Path(__file__).parent / "labels/topics_stories.csv"
_NAMES = Path(__file__).parent / "labels/story_names.csv"
"""For each story the beginnings of words that a name must have for a reader to know it by; `|` parts choices."""
_LONGEST_NAME = 8
_TIMES = {"congress": {"2009 to 2012": ("2009", "2013"), "April 2026": ("2026", "2027")}}
"""Of an archive of several times: the name of each, its beginning and the day after its end."""
_FOUND = 0.5
"""A story is found if a proposal has such an F1 with it."""
_TENTH = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Archive:
    """Dated articles, and the stories that a reader sees among them."""

    name: str
    rows: Sequence[ArticleRow]
    words: Mapping[str, Words]
    stories: Mapping[str, frozenset[str]]

    def proposed(self, kept: Iterable[str] = (), without: Iterable[str] = ()) -> tuple[Proposal, ...]:
        """The stories that a build would propose, some addresses being kept, some articles not yet there."""
        late = frozenset(without)
        rows = [one for one in self.rows if one.id not in late]
        found = propose(rows, resolve(rows, config_of()).entities, [sheaf_of(self.words)])
        return settle(found, frozenset(kept), rows, self.words)


def read(corpora: Path) -> Iterator[Archive]:
    """The archives; the names in their articles are looked for, which takes minutes."""
    labels: defaultdict[str, defaultdict[str, set[str]]] = defaultdict(lambda: defaultdict(set))
    with _FILE.open(encoding="utf-8", newline="") as file:
        for line in csv.DictReader(file):
            labels[line["archive"]][line["story"]].add(line["id"])
    for name, stories in labels.items():
        articles = dated(corpora, name)
        titles = {article.id: article.title for article, _ in articles}
        cleans = [
            CleanArticle(id=one.id, text=one.text, blocks=(), published=Dating(date=day, basis="metadata"))
            for one, day in articles
        ]
        whole = Archive(
            name=name,
            rows=[replace(one, title=titles[one.id]) for one in rows_for(cleans)],
            words={article.id: count_words(article.title, article.text) for article, _ in articles},
            stories={key: frozenset(ids) for key, ids in stories.items()},
        )
        yield whole
        for time, (first, end) in _TIMES.get(name, {}).items():
            yield _within(whole, f"{name}, {time}", first, end)


def _within(archive: Archive, name: str, first: str, end: str) -> Archive:
    """The articles of a time, and the stories that lie in it."""
    rows = [one for one in archive.rows if one.published and first <= one.published.date < end]
    known = {one.id for one in rows}
    stories = {key: ids for key, ids in archive.stories.items() if ids <= known}
    return Archive(name=name, rows=rows, words={id_: archive.words[id_] for id_ in known}, stories=stories)


@dataclass(frozen=True, slots=True, kw_only=True)
class Met:
    """A labelled story, and the proposal that meets it best."""

    story: str
    articles: int
    best: Proposal | None
    f1: float


def met(archive: Archive, proposals: Sequence[Proposal]) -> tuple[Met, ...]:
    """Each labelled story with its best match."""
    return tuple(_met(key, ids, proposals) for key, ids in archive.stories.items())


def _met(key: str, ids: frozenset[str], proposals: Sequence[Proposal]) -> Met:
    best = max(proposals, key=lambda one: _f1(ids, one), default=None)
    return Met(story=key, articles=len(ids), best=best, f1=_f1(ids, best) if best else 0.0)


def _f1(ids: frozenset[str], proposal: Proposal) -> float:
    return 2 * len(ids & set(proposal.articles)) / (len(ids) + len(proposal.articles))


def found(stories: Sequence[Met]) -> float:
    """The share of the labelled stories that a proposal meets."""
    return sum(one.f1 >= _FOUND for one in stories) / len(stories)


def well_named(stories: Sequence[Met]) -> float:
    """Of the stories that a proposal meets, the share whose name a reader would know them by."""
    with _NAMES.open(encoding="utf-8", newline="") as file:
        choices = {
            line["story"]: [choice.split() for choice in line["words"].split("|")] for line in csv.DictReader(file)
        }
    right = [_has_one(one.best.name, choices[one.story]) for one in stories if one.best and one.f1 >= _FOUND]
    return sum(right) / max(len(right), 1)


def _has_one(name: str, choices: Iterable[Sequence[str]]) -> bool:
    words = re.findall(r"\w+", name.casefold())
    return len(words) <= _LONGEST_NAME and any(
        all(any(word.startswith(begun) for word in words) for begun in choice) for choice in choices
    )


def kept(archive: Archive, sample: int) -> float:
    """The share of the addresses that stay when a tenth of the articles, chosen by hash, comes later."""

    def number(id_: str) -> int:
        return int(hashlib.sha256(f"{sample}:{id_}".encode()).hexdigest(), 16)

    late = {one.id for one in archive.rows if number(one.id) % _TENTH == 0}
    before = {story.key for story in archive.proposed(without=late)}
    after = {story.key for story in archive.proposed(before)}
    return len(before & after) / len(before) if before else 1.0


def main() -> None:
    """Print every labelled story with its best match, and every proposal."""
    for archive in read(DEFAULT):
        proposals = archive.proposed()
        for one in met(archive, proposals):
            print(f"{archive.name} {one.story} ({one.articles}): {one.f1:.2f} {one.best.name if one.best else '-'}")
        for story in proposals:
            print(f"  {story.worth:.2f} {len(story.articles):3} {story.name} [{', '.join(story.anchors)}]")


if __name__ == "__main__":
    main()
