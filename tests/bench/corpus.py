"""Archives of any size: articles of 500 words with people, places and sources as unequal as in a newspaper."""

from __future__ import annotations

import random
from datetime import date, timedelta
from itertools import accumulate
from pathlib import Path

_FIRST = (
    "Ada Ben Clara David Elena Frank Grace Henry Irene Jack Karen Leo Maria Nathan Olga Peter Ruth Simon Tessa Victor"
)
_LAST = (
    "Abbott Barlow Castell Dorsey Ellery Farrow Goddard Hollis Ingram Jessop Kendall Lockhart Mercer Norwood Osgood "
    "Prescott Quigley Radford Sutcliffe Tolliver Underhill Vickers Whitmore Yardley Ashby Brennan Colby Draper Easton"
)
_PLACES = (
    "Ashford Bexley Calder Denholm Elmswell Farnham Greyport Harlow Inverness Kingsbridge Lydford Marlow Norwich Oakham"
)
_BODIES = (
    "Harbour Board|City Council|Water Company|Teachers Union|County Court|Railway Company|Port Authority|Health Service"
)
_WORDS = (
    "the of and to in that for with on was by from at which had were their an this after before would could been new "
    "road bridge school hospital vote budget court strike flood harvest market factory railway library storm council "
    "meeting report plan cost year week money work people town river house line water power fire price union season"
).split()
_VERBS = "said announced rejected defended opened visited criticised approved signed promised".split()
_OUTLETS = ("evening-post", "county-herald", "morning-ledger", "harbour-news")
_SOURCES = ("The Evening Post", "Reuters", "County Herald", "Associated Press")
_FIRST_DAY = date(1960, 1, 1)


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
    people = [f"{first} {last}" for first in _FIRST.split() for last in _LAST.split()]
    chance.shuffle(people)
    weights = list(accumulate(1 / rank for rank in range(1, len(people) + 1)))
    for number in range(articles):
        named = chance.choices(people, cum_weights=weights, k=4)
        folder = root / "content" / "articles" / _OUTLETS[number % len(_OUTLETS)]
        folder.mkdir(parents=True, exist_ok=True)
        day = _FIRST_DAY + timedelta(days=number * years * 365 // articles)
        (folder / f"{number:06d}.txt").write_text(_article(chance, named, day, paragraphs), encoding="utf-8")
    (root / "site_config").mkdir(exist_ok=True)
    (root / "mkdocs.yml").write_text(
        "INHERIT: build/mkdocs-base.yml\nsite_name: Bench\nsite_url: https://bench.example/\n", encoding="utf-8"
    )


def _article(chance: random.Random, named: list[str], day: date, length: int) -> str:
    place, body = chance.choice(_PLACES.split()), chance.choice(_BODIES.split("|"))
    headline = f"{named[0].split()[1]} {chance.choice(_VERBS)} {' '.join(chance.choices(_WORDS[25:], k=5))}".title()
    paragraphs = [_paragraph(chance, named[turn % len(named)], place, body) for turn in range(length)]
    lines = ["Skip to main content", headline, f"By {named[-1]}", f"Published {day:%B} {day.day}, {day.year}"]
    lines += [*paragraphs, f"Sources: {chance.choice(_SOURCES)} (2), {chance.choice(_SOURCES)}", "Popular Video"]
    return "\n\n".join(lines) + "\n"


def _paragraph(chance: random.Random, person: str, place: str, body: str) -> str:
    told = " ".join(chance.choices(_WORDS, k=20))
    more = " ".join(chance.choices(_WORDS, k=18)).capitalize()
    return f"{person} of the {body} {chance.choice(_VERBS)} in {place} that {told}. {more}."
