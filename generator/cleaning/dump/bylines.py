"""Which of the names that a dumped page shows signs the article."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Final, NamedTuple

import numpy as np

from generator.cleaning.dump.layout import Layout, Traits, columns, nearest, place_traits, within_reach
from generator.cleaning.dump.sheet import bounded
from generator.cleaning.fields.byline import (
    Byline,
    is_joint,
    is_label_alone,
    is_own_desk,
    is_portrait,
    is_role_line,
    names_in,
    read_biography,
    read_byline,
    read_dated_line,
    read_desk_line,
    read_meta_line,
    read_name_line,
    read_signature,
    read_titled_line,
    signed_name,
)
from generator.cleaning.fields.dating import unglued
from generator.cleaning.pieces.forest import score
from generator.cleaning.pieces.looks import plain_words
from generator.cleaning.pieces.words import DEGREES, ORDERS
from generator.text.gazetteer import common_words, first_names, known_places, last_names, thing_words
from generator.text.names import fold

TABLE: Final = "bylines.tsv"
"""The trees, built by ``python -m tests.quality.train_bylines``."""

_LEAST: Final = 0.5
"""A name that scores less does not sign the article."""
_NEVER: Final = float("-inf")
_IN_PLACE: Final = 2.0
"""What a line that signs by word or by its date gains around the headline: short pages are rare among those that the
trees have seen."""

_LONGEST: Final = 28
_LABELLED: Final = 14
_FRAGMENTS: Final = 8
_ALONE: Final = 6
"""The most words of a line that is a label and nothing else."""
_NEAR: Final = 10
_WORD: Final = re.compile(r"[^\W\d_]{3,}")
_READING: Final = re.compile(r"\bmin(?:ute)?s?\b.{0,4}\bread|\bread(?:ing)? time", re.IGNORECASE)
_OTHER_WORK: Final = re.compile(
    r"\b(?:photo|image|picture|illustrat|review|edit|fact.check|medically|translat|video|comment|says|said"
    r"|more from|follow|related|recent|popular)",
    re.IGNORECASE,
)
_ABOUT: Final = re.compile(r"\b(?:about|author|writer|written|by|contributor|posts? by|articles? by)\b", re.IGNORECASE)
_INITIALS: Final = 3
_VOWELS: Final = frozenset("aeiouy")
_LONGEST_WORD: Final = 8
_ECHOES: Final = ("lines", "times", "told", "named-so", "in-sentences", "in-top")
CALLED: Final = frozenset({"label", "byline"})
_UNCALLED: Final = frozenset({"signature", "portrait", "name-line", "biography"})
_KINDS: Final = ("label", "byline", "signature", "portrait", "name-line", "desk-line", "desk", "biography")


@dataclass(frozen=True, slots=True, kw_only=True)
class Signed:
    """Names of the page that could be its authors', and the pieces that they stand on."""

    index: int
    byline: Byline
    pieces: frozenset[int]


def candidates(page: Layout) -> list[Signed]:
    """Everything that reads like a byline, a signature or a name alone."""
    found: list[Signed] = []
    for index in page.near:
        if page.looks[index].words:
            found += _read(page, index)
    return found


def choose(page: Layout, found: Sequence[Signed], headline: int | None) -> Signed | None:
    """Who signs the article; None where no name looks like it."""
    if not found:
        return None
    scores = [
        _NEVER
        if is_thing(one.byline) or _is_told_of(page, one)
        else value + _IN_PLACE * _is_in_place(page, one, headline)
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
    return above is not None and above.words <= _LABELLED and name in above.piece.text and is_portrait(above.piece.text)


def is_thing(byline: Byline) -> bool:
    """Whether what looks like names alone is a thing's: ``Daily Planet CRM``, ``Log In``, ``Elm Street``."""
    return byline.basis in _UNCALLED and any(
        name.split()[0].lower() in ORDERS or any(map(_is_initials, name.split())) or _is_of_things(name)
        for name in byline.authors
    )


def _is_told_of(page: Layout, one: Signed) -> bool:
    """Whether a sentence introduces somebody in the midst of the article: it is about them, not by them."""
    return one.byline.basis == "biography" and page.first < one.index < page.last


def _is_of_things(name: str) -> bool:
    known = _known(name)
    return not known["known-first"] and bool(known["of-things"] or known["place-name"])


def _is_initials(word: str) -> bool:
    """Whether a word is a firm's or a fair's initials: three capitals, or letters that nobody could speak."""
    if not word.isalpha() or len(word) < _INITIALS or word.lower() in DEGREES:
        return False
    spoken = not word.isascii() or not _VOWELS.isdisjoint(word.lower()) or fold(word) in last_names()
    return (len(word) == _INITIALS and word.isupper()) or not spoken


def _read(page: Layout, index: int) -> Iterator[Signed]:
    """The surest reading of a piece, if there is one."""
    look = page.looks[index]
    if look.words <= _ALONE and is_label_alone(look.piece.text):
        yield from _below_label(page, index)
    elif look.words > _LONGEST:
        found = read_biography(look.piece.text)
        if found:
            yield Signed(index=index, byline=found, pieces=frozenset())
    elif found := _on_line(look.piece.text, sentence=look.sentence):
        yield Signed(index=index, byline=found, pieces=frozenset(() if found.basis == "biography" else (index,)))
        if found.basis == "name-line":
            yield from _list_below(page, index, found)


def _list_below(page: Layout, index: int, first: Byline) -> Iterator[Signed]:
    """The names of a list that a dump gives a line each."""
    names, last = first.authors, index
    for end in range(index + 1, min(index + _FRAGMENTS, len(page.looks))):
        found = _on_line(page.looks[end].piece.text, sentence=False)
        if found is not None and found.basis == "name-line" and not set(found.authors) & set(names):
            names, last = (*names, *found.authors), end
        elif not is_joint(page.looks[end].piece.text):
            break
    if last > index:
        byline = Byline(authors=names, basis="name-line")
        yield Signed(index=index, byline=byline, pieces=frozenset(range(index, last + 1)))


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def _on_line(line: str, *, sentence: bool) -> Byline | None:
    text = unglued(line)
    if is_own_desk(text):
        return Byline(authors=(), basis="desk")
    found = read_byline(text)
    if found is None and not sentence:
        found = next((one for read in _READERS if (one := read(text))), None)
    return found or (read_biography(text) if sentence else None)


_READERS: Final = (
    read_signature, read_meta_line, read_name_line, read_desk_line, read_titled_line, read_dated_line,
)  # fmt: skip


def _below_label(page: Layout, index: int) -> Iterator[Signed]:
    """The names below a line that says no more than ``By``; a dump may give each name and comma a line."""
    basis = "byline" if page.looks[index].piece.text.strip(" *_").lower() == "by" else "label"
    best: tuple[tuple[str, ...], int] = ((), index)
    text = ""
    for end in range(index + 1, min(index + 1 + _FRAGMENTS, len(page.looks))):
        look = page.looks[end]
        if look.words > _LABELLED or (end > index + 1 and (end in page.dates or is_label_alone(look.piece.text))):
            break
        joint = ", " if text and look.piece.kind == "item" else " "
        text = f"{text}{joint}{unglued(look.piece.text)}".strip()
        if is_joint(look.piece.text):
            continue
        names = names_in(text) or (signed_name(text) if end == index + 1 else ())
        if end > index + 1 and len(names) <= len(best[0]):
            break
        best = (names, end) if len(names) > len(best[0]) else best
    if best[0]:
        yield Signed(
            index=index, byline=Byline(authors=best[0], basis=basis), pieces=frozenset(range(index, best[1] + 1))
        )


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
    around = [look.piece.text for look in looks[max(0, index - 2) : last + 3] if look.words <= _LONGEST]
    own, before = _signs(text), _signs(above)
    return {
        **{kind: float(one.byline.basis == kind) for kind in _KINDS},
        **_known(authors[0] if authors else ""),
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


@lru_cache(maxsize=1 << 14)
def _known(name: str) -> Mapping[str, float]:
    """What lists of names and of words that stand small in newspapers say of a name."""
    words = [fold(word).strip(".") for word in name.split()] or [""]
    first, family = first_names(), last_names()
    return {
        "known-first": float(words[0] in first),
        "known-family": float(words[-1] in family),
        "everyday": float(sum(word in common_words() and word not in first and word not in family for word in words)),
        "of-things": float(any(word in thing_words() for word in words)),
        "place-name": float(" ".join(words) in known_places()),
    }


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
