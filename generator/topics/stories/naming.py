"""What a proposed story is called: a phrase of its headlines that its articles speak of, and few others.

How many of the articles hold all words of a phrase, and how many of those that hold them are the story's, are weighed
as recall and precision are. A story for which no phrase does well has no name: it is no subject that anybody would
look for.
"""

from __future__ import annotations

import math
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

import numpy as np

from generator.model import Entity
from generator.text.titles import is_title_word
from generator.topics.headlines import OWNERS, usual_form
from generator.topics.stems import WORD
from generator.topics.stories.dated import Dated, Places
from generator.topics.stories.nouns import Nominal, Speech, is_form, nominals_of, verbs_of
from generator.topics.words import stems_of

# The numbers were chosen together while the names of the stories of six archives were looked at.
_SPOKEN_OF = 0.4
"""So many of the articles at least are about all words of the name: one that holds a word once counts half."""
_LEAST = 0.42
"""What a phrase must be worth."""
_ONCE, _TWICE, _OFTEN = 0.72, 1.1, 0.35
"""What a phrase is worth that one headline has, what one of two, and what more of them add by their logarithm."""
_ONE_WORD = 0.6
_NAME, _PLACE = 0.8, 0.6
"""The bare name of something has a page of its own."""
_PERSON, _OWNED = 0.2, 0.75
"""What somebody does or has (`President Trump's threat`) says little without more."""
_CAPITALS = 0.2
"""A label above headlines; shorter words in capitals are initials."""
_INITIALS = 4
_AROUND = 45
"""Days before and after the story in which others that speak of it count: the name tells its year."""
_WHOLE = 0.8
"""A phrase that is less whole is shown nowhere."""
_LEADS = 1.25
"""A phrase with a word of what leads to the story."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Names:
    """The names of an archive's pages, in small letters."""

    whole: Collection[str]
    words: frozenset[str]
    people: Collection[str]
    """The words of people's names."""
    places: Collection[str]


def names_among(entities: Iterable[Entity]) -> Names:
    """The names of people, organizations and places in all their forms."""
    forms = [(one.kind, form) for one in entities for form in (one.name, *(form.text for form in one.forms))]
    words = {word for _, form in forms for word in WORD.findall(form) if word != word.lower()}
    return Names(
        whole=frozenset(form.casefold() for _, form in forms),
        words=frozenset(word.casefold() for word in words),
        places=frozenset(form.casefold() for kind, form in forms if kind == "place"),
        people=frozenset(word.casefold() for kind, form in forms if kind == "person" for word in WORD.findall(form)),
    )


class Namer:
    """What the headlines of a story have to call it by."""

    def __init__(self, articles: Sequence[str], archive: Dated, names: Names) -> None:
        """Take the headlines of some articles apart.

        Args:
            articles: their ids.
            archive: where their headlines and words are.
            names: of the archive's pages.
        """
        self._titles = [archive.rows[id_].title or "" for id_ in articles]
        words = {word for title in self._titles for word in WORD.findall(title)}
        known = frozenset(word.casefold() for word in words if word.casefold() in names.words or _is_made_up(word))
        self._speech = Speech(common=archive.common, names=known, verbs=verbs_of(self._titles, known))
        self._places: Places = np.array([archive.places[id_] for id_ in articles], dtype=np.int64)
        self._spoken = archive.loud(self._places, _SPOKEN_OF * len(articles))
        self._archive, self._names = archive, names

    def name(self, anchors: Sequence[str]) -> str | None:
        """The phrase that names the story best, if one does; anchors are what leads to it."""
        leading = frozenset(stem for anchor in anchors for stem in stems_of(anchor))
        around = self._archive.around(self._places, _AROUND)
        phrases = sorted(_phrases(self._titles, self._speech, self._spoken), key=lambda one: one.text)
        best, name = _LEAST, None
        for phrase in (*phrases, *self._unwritten(anchors, {one.text.casefold() for one in phrases})):
            fit = _fitness(phrase, leading, self._names) * self._rarity(phrase)
            recall = min(self._spoken[stem] for stem in phrase.stems) / len(self._places)
            if fit * _mean(recall, 1.0) > best and (worth := fit * self._telling(phrase, around)) > best:
                best, name = worth, phrase.text
        return name and _capitalized(name)

    def _unwritten(self, anchors: Sequence[str], written: Collection[str]) -> Iterator[_Phrase]:
        """Names of pages that lead to the story, that it speaks of, and that stand in none of its headlines."""
        for anchor in anchors:
            stems = stems_of(anchor)
            is_spoken = bool(stems) and all(stem in self._spoken for stem in stems)
            is_page = anchor.casefold() in self._names.whole and not is_form(anchor)
            if is_spoken and is_page and anchor.casefold() not in written:
                yield _Phrase(text=anchor, stems=stems, headlines=1, whole=1.0)

    def _rarity(self, phrase: _Phrase) -> float:
        """How much is said by the words of a phrase, and by the number of headlines that have it."""
        rarity = sum(self._archive.rarity(stem) for stem in phrase.stems)
        often = _ONCE if phrase.headlines == 1 else _TWICE + _OFTEN * math.log(phrase.headlines / 2)
        return math.sqrt(rarity) * often

    def _telling(self, phrase: _Phrase, around: tuple[int, int]) -> float:
        """How well a phrase tells the story's articles from all others; 0 if too few of them speak of it."""
        inside = self._archive.speaking(phrase.stems, self._places)
        if inside < _SPOKEN_OF * len(self._places):
            return 0.0
        others = self._archive.holding(phrase.stems)
        others = others[(others >= around[0]) & (others < around[1])]
        return _mean(inside / len(self._places), inside / self._archive.speaking(phrase.stems, others))

    @cached_property
    def _written(self) -> tuple[_Phrase, ...]:
        """All phrases of the headlines."""
        return tuple(_phrases(self._titles, self._speech))

    def can_show(self, anchor: str) -> bool:
        """Whether a reader can make something of an anchor: a name, or a phrase that headlines have whole."""
        folded = anchor.casefold()
        return folded in self._names.whole or any(
            phrase.whole >= _WHOLE for phrase in self._written if phrase.text.casefold() == folded and " " in folded
        )


def _mean(recall: float, precision: float) -> float:
    """The harmonic mean."""
    return 2 * recall * precision / (recall + precision)


@dataclass(frozen=True, slots=True, kw_only=True)
class _Phrase:
    text: str
    stems: tuple[str, ...]
    headlines: int
    whole: float
    """The mean over the headlines."""


def _phrases(titles: Iterable[str], speech: Speech, spoken: Collection[str] | None = None) -> Iterator[_Phrase]:
    """The phrases of some headlines, each in its usual form; those of certain stems, or all."""
    found: defaultdict[str, list[Nominal]] = defaultdict(list)
    for title in titles:
        best: dict[str, Nominal] = {}
        for one in nominals_of(title, speech, spoken):
            key = one.text.casefold()
            best[key] = max(best.get(key, one), one, key=lambda known: known.whole)
        for key, one in best.items():
            found[key].append(one)
    for folded, same in found.items():
        if (stems := stems_of(folded)) and not is_form(folded):
            form = usual_form(Counter(one.text for one in same))
            whole = sum(one.whole for one in same) / len(same)
            yield _Phrase(text=form, stems=stems, headlines=len(same), whole=whole)


def _fitness(phrase: _Phrase, leading: frozenset[str], names: Names) -> float:
    """How fit a phrase is to be a name, whatever it is about."""
    words = WORD.findall(phrase.text)
    fit = phrase.whole
    if len(words) == 1:
        fit *= _ONE_WORD if phrase.text.casefold() in names.whole or _is_made_up(phrase.text) else 0.0
    if phrase.text.casefold() in names.whole:
        fit *= _PLACE if phrase.text.casefold() in names.places else _NAME
    things = [word for word in words if not _is_of_person(word, names)]
    if not things:
        fit *= _PERSON
    elif len(things) == 1 < len(words):
        fit *= _OWNED
    if phrase.text.isupper() and max(map(len, words)) > _INITIALS:
        fit *= _CAPITALS
    return fit * (_LEADS if leading.intersection(phrase.stems) else 1.0)


def _is_of_person(word: str, names: Names) -> bool:
    """Whether a word is a title or of somebody's name."""
    plain = next((word.removesuffix(owner) for owner in OWNERS if word.endswith(owner)), word).casefold()
    return is_title_word(plain) or plain in names.people


def _is_made_up(word: str) -> bool:
    """Whether a word has capitals within, as the names of products have: `iPhone`."""
    return word[1:] != word[1:].lower()


def _capitalized(text: str) -> str:
    """With a capital first, but for a name that has its capitals elsewhere (`iPhone`)."""
    first, _, _ = text.partition(" ")
    return f"{text[:1].upper()}{text[1:]}" if first.islower() else text
