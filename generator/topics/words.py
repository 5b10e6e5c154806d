"""The words of an article as a small row: what learning looks at, so that no text is read twice."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache

from generator.model import Because
from generator.topics.headlines import is_empty
from generator.topics.stems import stem

_WORD = re.compile(r"[^\W\d_]{3,25}")
_IN_TITLE = 2
"""A word of the title counts so often, besides its places in the body."""
_MOST = 255

_stem = lru_cache(maxsize=200_000)(stem)


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The distinct words of an article."""

    stems: str
    """Sorted, parted by blanks."""
    counts: bytes
    """How often each stands there, one byte a stem; 255 is 255 or more."""

    def counted(self) -> Iterator[tuple[str, int]]:
        """Each stem with its count."""
        return zip(self.stems.split(" "), self.counts, strict=True) if self.stems else iter(())


def count_words(title: str | None, text: str) -> Words:
    """The words of title and body."""
    found: Counter[str] = Counter()
    for part, weight in ((text, 1), (title or "", _IN_TITLE)):
        for word, number in Counter(_WORD.findall(part.lower())).items():
            found[_stem(word)] += weight * number
    stems = sorted(found)
    return Words(stems=" ".join(stems), counts=bytes(min(found[stem_], _MOST) for stem_ in stems))


def stems_of(phrase: str) -> tuple[str, ...]:
    """The stems of a phrase's words that mean something, each once, as they are counted in articles."""
    words = _WORD.findall(phrase.lower())
    return tuple(dict.fromkeys(_stem(word) for word in words if not is_empty(word)))


def locate(title: str | None, text: str, stems: Collection[str]) -> tuple[Because, ...]:
    """The first place of each stem, as the article writes it; in the order of ``stems``."""
    places: dict[str, Because] = {}
    for where, part in (("title", title or ""), ("body", text)):
        for match in _WORD.finditer(part):
            found = _stem(match.group().lower())
            if found in stems and found not in places:
                places[found] = Because(text=match.group(), where=where, start=match.start(), end=match.end())  # type: ignore[arg-type]
                if len(places) == len(stems):
                    break
    return tuple(places[stem_] for stem_ in stems if stem_ in places)


def written(texts: Iterable[str], stems: Collection[str]) -> dict[str, str]:
    """Stem -> its form, in small letters, that stands most often in the texts; of several the first by letters."""
    counts: Counter[str] = Counter()
    for text in texts:
        counts.update(_WORD.findall(text.lower()))
    forms: dict[str, str] = {}
    for word, _ in sorted(counts.items(), key=lambda item: (-item[1], item[0])):
        if (found := _stem(word)) in stems:
            forms.setdefault(found, word)
    return forms
