"""How still people stand when an archive grows by a tenth: ``python -m tests.quality.people_stability CORPORA``.

Nine articles in ten are resolved first, and their people's ids are published. Then all are resolved. A published person
is *merged* if another published one is filed on the same page now, *split* if an article's mentions are on another
person's page, *lost* if nothing is on any, *retitled* if the name at the head of the page is another.
"""

from __future__ import annotations

import hashlib
import sys
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from generator.model import ArticleRow, Entity, Resolution
from generator.resolution import resolve
from tests.quality.people_labels import global_voices, web
from tests.quality.people_metrics import congress, meantime, rows_for
from tests.resolution.cases import config_of

_TENTH = 10
SAMPLES = ("first tenth", "second tenth", "third tenth")


@dataclass(frozen=True, slots=True)
class Growth:
    """What became of the published people, by id."""

    people: int
    merged: frozenset[str]
    split: frozenset[str]
    lost: frozenset[str]
    retitled: frozenset[str]

    @property
    def unstill(self) -> float:
        """The share of the published people to whom any of that happened."""
        return len(self.merged | self.split | self.lost | self.retitled) / max(1, self.people)


def newcomers(rows: Iterable[ArticleRow], sample: int) -> frozenset[str]:
    """Ids of the tenth of the articles that comes later, chosen by hash."""

    def number(article: str) -> int:
        return int(hashlib.sha256(f"{sample}:{article}".encode()).hexdigest(), 16)

    return frozenset(row.id for row in rows if number(row.id) % _TENTH == 0)


def grown(rows: Sequence[ArticleRow], sample: int) -> Growth:
    """What the last tenth of the articles does to the people of the others."""
    late = newcomers(rows, sample)
    before = resolve([row for row in rows if row.id not in late], config_of())
    published = {
        kind: frozenset(entity.id for entity in before.entities if entity.kind == kind)
        for kind in ("person", "organization", "place")
    }
    return compared(before, resolve(rows, config_of(), published))


def compared(before: Resolution, after: Resolution) -> Growth:
    """What became of the people of ``before``."""
    pages = {(mention.article, mention.start): entity for entity in _people(after) for mention in entity.mentions}
    homes: dict[str, Counter[str]] = {}
    for person in _people(before):
        found = (pages.get((mention.article, mention.start)) for mention in person.mentions)
        homes[person.id] = Counter(entity.id for entity in found if entity)
    names = {entity.id: entity.name for entity in _people(after)}
    main = {person: min(votes, key=lambda page: (-votes[page], page)) for person, votes in homes.items() if votes}
    together = _together(main)
    return Growth(
        people=len(homes),
        merged=frozenset(person for person, page in main.items() if len(together[page]) > 1),
        split=frozenset(person for person, votes in homes.items() if len(votes) > 1),
        lost=frozenset(homes) - frozenset(main),
        retitled=frozenset(p.id for p in _people(before) if p.id in main and names[main[p.id]] != p.name),
    )


def _people(resolution: Resolution) -> Iterator[Entity]:
    return (entity for entity in resolution.entities if entity.kind == "person")


def _together(main: Mapping[str, str]) -> Mapping[str, list[str]]:
    """Page -> the people whose main page it is."""
    together: defaultdict[str, list[str]] = defaultdict(list)
    for person, page in main.items():
        together[page].append(person)
    return together


def measured(corpora: Path) -> Iterator[Growth]:
    """Several growths of one archive of press releases, Wikinews, web pages and Global Voices."""
    cleans = [*congress(corpora, every=1)[0], *meantime(corpora)[0], *web(corpora), *global_voices(corpora)]
    rows = rows_for(cleans)
    for sample in range(len(SAMPLES)):
        yield grown(rows, sample)


if __name__ == "__main__":
    for name, growth in zip(SAMPLES, measured(Path(sys.argv[1])), strict=True):
        print(
            f"{name}  people {growth.people}  merged {len(growth.merged)}  split {len(growth.split)}  "
            f"lost {len(growth.lost)}  retitled {len(growth.retitled)}  share {growth.unstill:.4f}"
        )
