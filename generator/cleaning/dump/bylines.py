"""Which of the names that a dumped page shows signs the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from generator.cleaning.dump.candidates import CALLED, LABELLED, LONGEST, Signed
from generator.cleaning.dump.layout import Layout, Traits, columns, nearest, place_traits, within_reach
from generator.cleaning.dump.sheet import bounded
from generator.cleaning.dump.strangers import is_stranger, known_words
from generator.cleaning.fields.byline import is_role_line
from generator.cleaning.fields.portraits import is_portrait
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.looks import plain_words

TABLE: Final = "bylines.tsv"
"""The trees, built by ``python -m tests.quality.train_bylines``."""

_LEAST: Final = 0.5
"""A name that scores less does not sign the article."""
_NEVER: Final = float("-inf")
_IN_PLACE: Final = 2.0
"""What a line that signs by word or by its date gains around the headline: short pages are rare among those that the
trees have seen."""

_NEAR: Final = 10
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_READING: Final = re.compile(r"\bmin(?:ute)?s?\b.{0,4}\bread|\bread(?:ing)? time", re.IGNORECASE)
_OTHER_WORK: Final = re.compile(
    r"\b(?:photo|image|picture|illustrat|review|edit|fact.check|medically|translat|video|comment|says|said"
    r"|more from|follow|related|recent|popular)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"\b(?:about|author|writer|written|by|contributor|posts? by|articles? by)\b", re.IGNORECASE)
_LONGEST_WORD: Final = 8
_ECHOES: Final = ("lines", "times", "told", "named-so", "in-sentences", "in-top")
_KINDS: Final = ("label", "byline", "signature", "portrait", "name-line", "desk-line", "desk", "biography")


def choose(page: Layout, found: Sequence[Signed], headline: int | None) -> Signed | None:
    """Who signs the article; None where no name looks like it."""
    if not found:
        return None
    scores = [
        _NEVER if is_stranger(page, one) else value + _IN_PLACE * _is_in_place(page, one, headline)
        for one, value in zip(found, score(TABLE, byline_traits(page, found, headline), len(found)), strict=True)
    ]
    best = max(range(len(found)), key=lambda number: (scores[number], -number))
    return found[best] if scores[best] > _LEAST else None


def _is_in_place(page: Layout, one: Signed, headline: int | None) -> bool:
    """Whether a line signs by word, date or portrait and stands where bylines do; a dated one: anywhere above text."""
    called, is_dated = one.byline.basis in CALLED, one.index in page.dates
    if page.is_around_head(one.index, headline):
        named = one.byline.basis == "name-line" and one.index != headline
        return called or (named and (is_dated or _is_pictured(page, one)))
    return called and is_dated and one.index < page.start


def _is_pictured(page: Layout, one: Signed) -> bool:
    """Whether the line above a name is the text of its bearer's portrait."""
    above = page.looks[one.index - 1] if one.index else None
    name = one.byline.authors[0] if one.byline.authors else ""
    return above is not None and above.words <= LABELLED and name in above.piece.text and is_portrait(above.piece.text)


def byline_traits(page: Layout, found: Sequence[Signed], headline: int | None) -> Traits:
    """What speaks for or against each candidate, a column each trait.

    Args:
        page: The page.
        found: Its candidates.
        headline: Where its headline stands.
    """
    if not found:
        return {}
    places = [one.index for one in found]
    at = np.array(places, dtype=np.intp)
    sentences = [index for index, look in enumerate(page.looks) if look.sentence]
    spoken = _spoken(page, {word for one in found for word in _name_words(one)})
    echoes = {name: _echoes(page, name, sentences) for name in {_first_name(one) for one in found}}
    names = [" ".join(one.byline.authors).lower() for one in found]
    times = Counter(names)
    labelled = np.array([one.byline.basis in CALLED for one in found])
    below = np.zeros(len(at), dtype=bool) if headline is None else at >= headline
    date_above, date_below = nearest(sorted(page.dates), places, 12)
    return {
        **place_traits(page, places),
        **columns([_own(page, one, spoken) for one in found]),
        **columns([echoes[_first_name(one)] for one in found]),
        "to-headline": np.full(len(at), -61) if headline is None else bounded(at - headline, 60),
        "below-headline": below,
        "date-above": date_above,
        "date-below": date_below,
        "number": np.minimum(np.arange(len(at)), 20),
        "below-headline-number": np.cumsum(below) - below,
        "near": within_reach(at, _NEAR),
        "as-candidate": np.array([times[name] for name in names]),
        "labelled-others": labelled.sum() - labelled,
    }


def _own(page: Layout, one: Signed, spoken: frozenset[str]) -> Mapping[str, float]:
    looks, index = page.looks, one.index
    text, authors = looks[index].piece.text, one.byline.authors
    words = _name_words(one)
    last = max(one.pieces, default=index)
    above = looks[index - 1].piece.text if index else ""
    below = looks[last + 1].piece.text if last + 1 < len(looks) else ""
    around = [look.piece.text for look in looks[max(0, index - 2) : last + 3] if look.words <= LONGEST]
    own, before = _signs(text), _signs(above)
    return {
        **{kind: float(one.byline.basis == kind) for kind in _KINDS},
        **known_words(authors[0] if authors else ""),
        "names": len(authors),
        "name-words": sum(author.count(" ") + 1 for author in authors[:1]),
        "words": looks[index].words,
        "other-words": looks[index].words - sum(author.count(" ") + 1 for author in authors),
        "common": sum(1 for word in words if word in spoken) / max(1, len(words)),
        "initials": float(any("." in author for author in authors)),
        "all-capitals": float(text.isupper()),
        "shouted": float(any(author.isupper() for author in authors)),
        "role-below": float(len(below) < 60 and is_role_line(below)),
        "date-on-line": float(index in page.dates),
        "reading": float(_tells_reading(" ".join(around))),
        "other-work": own.other_work,
        "other-work-above": before.other_work,
        "about": own.about,
        "about-above": before.about,
        "stop-below": float(below.rstrip().endswith(".")),
        "sentence": float(looks[index].sentence),
        "item": float(looks[index].piece.kind == "item"),
        "heading": float(looks[index].piece.kind == "heading"),
        "within": float(page.first <= index <= page.last),
        "pieces-of-it": len(one.pieces),
    }


class _Signs(NamedTuple):
    """What a line says beside the names on it or below it: 0 or 1 each."""

    other_work: float
    about: float


# A name and the line above it are asked by several candidates, and come back on every page of their outlet.
@lru_cache(maxsize=1 << 13)
def _signs(text: str) -> _Signs:
    return _Signs(other_work=float(_OTHER_WORK.search(text) is not None), about=float(_ABOUT.search(text) is not None))


def _tells_reading(text: str) -> bool:
    """Whether lines say how long they take to read; most never say ``read``, which is seen at once."""
    return "read" in text.lower() and _READING.search(text) is not None


def _name_words(one: Signed) -> list[str]:
    return [word.lower() for author in one.byline.authors for word in _WORD.findall(author)]


def _first_name(one: Signed) -> str:
    return plain_words(one.byline.authors[0]) if one.byline.authors else ""


def _echoes(page: Layout, name: str, sentences: Sequence[int]) -> Mapping[str, float]:
    """How often the page says the name again, and whether it tells who that is."""
    if not name:
        return dict.fromkeys(_ECHOES, 0)
    said = f" {name} "
    times = page.short.count(said)
    long = [words for index in sentences if name in (words := page.plain[index])]
    return {
        "lines": min(page.times.get(name, 0), 5),
        "times": min(times, 8),
        "told": any(words.startswith((f"{name} is ", f"{name} has ", f"{name} was ")) for words in long),
        "named-so": _tellings(page.short, said, times),
        "in-sentences": min(len(long), 6),
        "in-top": said in f" {page.top} ",
    }


def _tellings(text: str, said: str, times: int) -> int:
    """In how many ways a text tells of somebody whom it names so many times."""
    before, after, end = set(), set(), 0
    for _ in range(times):
        start = text.index(said, max(0, end - 1))
        end = start + len(said)
        before.add(text[max(0, start - _LONGEST_WORD) : start].rpartition(" ")[2])
        after.add(text[end : end + _LONGEST_WORD].partition(" ")[0])
    return len(before & {"about", "by", "from"}) + len(after & {"is", "has", "was"})


def _spoken(page: Layout, words: Collection[str]) -> frozenset[str]:
    """Those of some words that the page's sentences write in lower case: no one is called by them."""
    text = "\n".join([look.piece.text for look in page.looks if look.sentence])
    return frozenset(word for word in words if word in text and _stands_alone(word, text))


def _stands_alone(word: str, text: str) -> bool:
    """Whether a text has a word that is no part of another."""
    start = text.find(word)
    while start >= 0:
        end = start + len(word)
        if not (text[start - 1 : start].isalnum() or text[end : end + 1].isalnum()):
            return True
        start = text.find(word, end)
    return False
