"""Archives of any size: articles of 500 words with people, topics, sources and words as unequal as in a newspaper."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cached_property
from itertools import accumulate
from pathlib import Path

from generator.text.gazetteer import common_words, family_names, given_names

_PLACES = (
    "Ashford Bexley Calder Denholm Elmswell Farnham Greyport Harlow Inverness Kingsbridge Lydford Marlow Norwich Oakham"
).split()
_BODIES = (
    "Harbour Board|City Council|Water Company|Teachers Union|County Court|Railway Company|Port Authority|Health Service"
).split("|")
_FREQUENT = (
    "the of and to in a that for with on was by from at which had were their an this after before would could been it"
).split()
_VERBS = "said announced rejected defended opened visited criticised approved signed promised".split()
_OUTLETS = ("evening-post", "county-herald", "morning-ledger", "harbour-news")
_PAPERS = "Gazette Herald Courier Examiner Mercury Journal Chronicle Observer".split()
_TOPICS = (
    "parliament|ballot|coalition|election campaign|prime minister|senator",
    "inflation|economist|interest rate|bankruptcy|shareholder|recession",
    "police|burglary|verdict|prosecutor|homicide|jury trial",
    "earthquake|flooding|hurricane|evacuated|wildfire|landslide",
    "hospital|vaccine|patients|surgeon|epidemic|nurses",
    "football|championship|striker|semi-final|tournament|goalkeeper",
    "teachers|pupils|university students|curriculum|classroom|headteacher",
    "trade union|strike action|pay dispute|walkout|picket line|wage claim",
    "telescope|astronomer|laboratory|physicist|genome|spacecraft",
    "air strike|ceasefire|troops|artillery|insurgents|battalion",
    "orchestra|novelist|sculpture|box office|film festival|playwright",
    "carbon emissions|biodiversity|deforestation|recycling|wetlands|pollution",
)
_FIRST_DAY = date(1960, 1, 1)
_NAMED = 4
"""People an article names."""


@dataclass(frozen=True)
class _Pool:
    """Things of which the first is drawn twice as often as the second, and so on (Zipf's law)."""

    things: Sequence[str]

    def draw(self, chance: random.Random, count: int = 1) -> list[str]:
        return chance.choices(self.things, cum_weights=self._weights, k=count)

    @cached_property
    def _weights(self) -> list[float]:
        return list(accumulate(1 / rank for rank in range(1, len(self.things) + 1)))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Pools:
    people: _Pool
    topics: _Pool
    sources: _Pool
    words: _Pool


def write_archive(root: Path, articles: int, *, seed: int = 1, paragraphs: int = 10, years: int = 55) -> None:
    """Write an archive of so many articles into ``root``, the same for the same seed.

    Args:
        root: an empty folder.
        articles: how many.
        seed: of the random choices.
        paragraphs: of each article; ten make 500 words.
        years: over which the articles are spread evenly.
    """
    chance = random.Random(seed)
    pools = _pools(chance, articles)
    for number in range(articles):
        day = _FIRST_DAY + timedelta(days=number * years * 365 // articles)
        path = root / "content" / "articles" / _OUTLETS[number % len(_OUTLETS)] / f"{number:06d}.txt"
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(_article(chance, pools, day, paragraphs), encoding="utf-8")
    (root / "site_config").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(
        "INHERIT: build/mkdocs-base.yml\nsite_name: Bench\nsite_url: https://bench.example/\n", encoding="utf-8"
    )


def another_article(root: Path, articles: int, *, seed: int = 1) -> Path:
    """Write one more article into an archive of so many, about people whom it knows, and return its path."""
    chance = random.Random(seed)
    pools = _pools(chance, articles)
    path = root / "content" / "articles" / _OUTLETS[0] / "one-more.txt"
    path.write_text(_article(chance, pools, date(2014, 6, 1), 10), encoding="utf-8")
    return path


def names_of(articles: int, *, seed: int = 1) -> list[tuple[str, str]]:
    """Label of spaCy and name of all whom an archive of so many articles names, each once."""
    people = _pools(random.Random(seed), articles).people.things
    labelled = (("PERSON", people), ("GPE", _PLACES), ("ORG", _BODIES))
    return [(label, name) for label, names in labelled for name in names]


def _pools(chance: random.Random, articles: int) -> _Pools:
    places = [f"{place} {paper}" for place in _PLACES for paper in _PAPERS]
    chance.shuffle(places)
    small = sorted(common_words() - set(_FREQUENT))
    chance.shuffle(small)
    return _Pools(
        people=_Pool(_people(chance, max(60, articles // 2))),
        topics=_Pool(_TOPICS),
        sources=_Pool(["Reuters", "Associated Press", *places]),
        words=_Pool([*_FREQUENT, *small]),
    )


def _people(chance: random.Random, count: int) -> list[str]:
    """Full names; first names are shared as they are in life."""
    firsts, lasts = sorted(given_names()), sorted(family_names())
    chance.shuffle(firsts)
    names = zip(_Pool(firsts).draw(chance, count), chance.choices(lasts, k=count), strict=True)
    return list(dict.fromkeys(f"{first} {last}".title() for first, last in names))


def _article(chance: random.Random, pools: _Pools, day: date, length: int) -> str:
    place, body = chance.choice(_PLACES), chance.choice(_BODIES)
    named, phrases = pools.people.draw(chance, _NAMED), pools.topics.draw(chance)[0].split("|")
    author = chance.choice(pools.people.things)
    cited = dict.fromkeys(pools.sources.draw(chance, 2))
    headline = f"{named[0].split()[1]} {chance.choice(_VERBS)} {phrases[0]} {' '.join(pools.words.draw(chance, 4))}"
    paragraphs = [
        _paragraph(
            chance, pools.words, f"{named[turn % len(named)]} of the {body}", f"{place} {chance.choice(phrases)}"
        )
        for turn in range(length)
    ]
    lines = ["Skip to main content", headline.title(), f"By {author}", f"Published {day:%B} {day.day}, {day.year}"]
    lines += [*paragraphs, f"Sources: {' (2), '.join(cited)}", "Popular Video"]
    return "\n\n".join(lines) + "\n"


def _paragraph(chance: random.Random, words: _Pool, who: str, where: str) -> str:
    told = " ".join(words.draw(chance, 20))
    more = " ".join(words.draw(chance, 18)).capitalize()
    return f"{who} {chance.choice(_VERBS)} in {where} that {told}. {more}."
