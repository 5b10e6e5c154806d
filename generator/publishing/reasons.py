"""The phrases for which articles are filed, as a reader wants to see them: nothing twice in another form."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import lru_cache
from typing import Final

ASKED: Final = frozenset({"metadata", "example"})
"""A filing of such a basis is a maintainer's."""
BY_MAINTAINERS: Final = "filed by the maintainers"
_WORD: Final = re.compile(r"[^\W_]+(?:['’][^\W_]+)?")
_LEFT_OVER: Final = re.compile(r"\s+(?:as|at|by|for|from|in|of|on|to|with)$", re.IGNORECASE)
"""What a phrase needs to be found and nobody needs to read: ``passing of``."""
_AS_IS: Final = ("ss", "us", "is")
_LONG_PLURAL: Final = ("sses", "xes", "ches", "shes")
_SHORTEST: Final = 4


def told_once(texts: Iterable[str]) -> list[str]:
    """The phrases as first written, without those that another one says again: ``Climate`` beside ``climate change``.

    Of two forms of the same (``school``, ``Schools``) the first stays; a preposition at the end is left out.
    """
    forms: dict[tuple[str, ...], str] = {}
    for text in (_LEFT_OVER.sub("", text) for text in texts):
        forms.setdefault(form(text), text)
    return [text for own, text in forms.items() if not any(set(own) < set(other) for other in forms)]


def commonest(told: Iterable[Sequence[str]], most: int) -> tuple[tuple[str, int], ...]:
    """The phrases that most articles are filed for, with the number of these; all forms of one are one.

    Each stands as most articles write it: ``Yuri Gagarin`` before ``YURI GAGARIN``, but ``crew`` before ``Crew``.
    """
    written: defaultdict[tuple[str, ...], Counter[str]] = defaultdict(Counter)
    articles: Counter[tuple[str, ...]] = Counter()
    for texts in told:
        said = {form(text): text for text in reversed(texts)}
        articles.update(said.keys())
        for own, text in said.items():
            written[own][text] += 1
    named = {own: _as_written(counts) for own, counts in written.items()}
    ranked = sorted(articles, key=lambda own: (-articles[own], named[own].casefold()))
    return tuple((named[own], articles[own]) for own in ranked[:most])


def _as_written(counts: Counter[str]) -> str:
    """The form of most articles, whatever its case; of its cases the one that is least of a headline."""
    folded: Counter[str] = Counter()
    for text, number in counts.items():
        folded[text.casefold()] += number
    best = min(folded, key=lambda text: (-folded[text], len(text), text))
    return max(text for text in counts if text.casefold() == best)


@lru_cache(maxsize=100_000)
def form(text: str) -> tuple[str, ...]:
    """A phrase's words without plural, possessive and case."""
    return tuple(_singular(word) for word in _WORD.findall(text.casefold()))


def _singular(word: str) -> str:
    word = word.removesuffix("'s").removesuffix("’s")
    if len(word) < _SHORTEST or not word.endswith("s") or word.endswith(_AS_IS):
        return word
    if word.endswith(_LONG_PLURAL):
        return word[:-2]
    return word[:-3] + "y" if word.endswith("ies") and len(word) > _SHORTEST else word[:-1]
