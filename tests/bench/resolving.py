"""How long it takes to resolve an archive that is analysed already: ``python -m tests.bench.resolving [ARTICLES …]``.

Articles of about 25 mentions, with people, bodies and places as unequal as in a newspaper: most people are named once,
some everywhere; one in a hundred full names is misspelt; family names are shared.
"""

from __future__ import annotations

import gc
import random
import sys
import time
from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from itertools import accumulate, product

from generator.model import ArticleRow, Mention, MentionKind
from generator.resolution import resolve
from generator.text.gazetteer import given_names, known_places, surnames
from tests.resolution.cases import config_of, row_of

_FIRST_DAY = date(1990, 1, 1)
_DAYS = 10_000
_SYLLABLES = "ba ker mon ta ri vel son ham ley ford well burn chi ko nov sky man der lo mar".split()
_BODIES = "Committee Institute Association Company University Department Council Foundation".split()
_ROLES = ("", "", "", "", "Sen.", "Rep.", "President", "Secretary", "spokesman", "Judge")
_SLIP = 0.01


def generated(articles: int, seed: int = 1) -> list[ArticleRow]:
    """The rows of an archive of so many articles, the same for the same seed."""
    chance = random.Random(seed)
    people = _people(chance, 3 * articles)
    bodies = [f"{name.split()[1]} {chance.choice(_BODIES)}" for name in people[: articles // 2]]
    places = sorted(set(known_places().values()))
    chance.shuffle(places)
    pools = [
        (pool, list(accumulate(1 / rank for rank in range(1, len(pool) + 1)))) for pool in (people, bodies, places)
    ]
    return [
        _article(number, _FIRST_DAY + timedelta(number * _DAYS // articles), pools, chance)
        for number in range(articles)
    ]


def _people(chance: random.Random, count: int) -> list[str]:
    firsts, lasts = sorted(given_names()), sorted(surnames())
    lasts += ["".join(parts) for parts in product(_SYLLABLES, repeat=3)]
    chance.shuffle(firsts)
    weights = list(accumulate(1 / rank for rank in range(1, len(firsts) + 1)))
    return [
        f"{first.capitalize()} {chance.choice(lasts).capitalize()}"
        for first in chance.choices(firsts, cum_weights=weights, k=count)
    ]


def _article(
    number: int, day: date, pools: Sequence[tuple[Sequence[str], Sequence[float]]], chance: random.Random
) -> ArticleRow:
    people, bodies, places = (chance.choices(pool, cum_weights=weights, k=5) for pool, weights in pools)
    named: list[tuple[MentionKind, str, str]] = []
    for name in people:
        named.append(("person", _spelt(name, chance), chance.choice(_ROLES)))
        named += [("person", name.split()[-1], "")] * chance.randrange(4)
    named += [("organization", body, "") for body in bodies]
    named += [("place", place, "") for place in places]
    mentions = []
    for at, (kind, text, role) in enumerate(named):
        start = 60 * at
        mentions.append(Mention(kind=kind, text=text, start=start, end=start + len(text), role=role, sentence=at // 2))
    return replace(row_of(f"{number:07d}", [], day.isoformat()), mentions=tuple(mentions))


def _spelt(name: str, chance: random.Random) -> str:
    if chance.random() >= _SLIP:
        return name
    at = name.index(" ") + 2
    return name[:at] + name[at + 1 : at + 2] + name[at : at + 1] + name[at + 2 :]


def seconds(articles: int) -> tuple[float, float, int]:
    """CPU seconds to resolve so many articles, and again after one has changed; how many people they are."""
    rows = generated(articles)
    gc.collect()
    started = time.process_time()
    found = resolve(rows, config_of())
    first = time.process_time() - started
    changed = [*rows[:-1], replace(rows[-1], mentions=rows[0].mentions)]
    started = time.process_time()
    resolve(changed, config_of())
    again = time.process_time() - started
    return first, again, sum(entity.kind == "person" for entity in found.entities)


def main() -> None:
    """Measure an archive of each size."""
    for size in [int(argument) for argument in sys.argv[1:]] or [1000, 10_000]:
        first, again, people = seconds(size)
        print(f"resolve {size} articles: {first:.2f} s CPU ({people} people); after one changed: {again:.2f} s CPU")


if __name__ == "__main__":
    main()
