"""What speaks for or against each line that could be the headline of a dumped page: what the trees are asked."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from generator.cleaning.dump.headlines import Headline, has_seam
from generator.cleaning.dump.layout import REACH, Layout, Traits, beyond, columns, nearest, place_traits
from generator.cleaning.pieces.forest import Numbers
from generator.cleaning.pieces.looks import Look, begins_caseless
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD, SECOND_PERSON, is_function_word

_LETTERS: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\b20[0-3]\d\b")
_WEB: Final = re.compile(r"@|www\.|https?:")
_KIN: Final = 3
"""Lines whose numbers of words differ by no more are of one kind."""


def title_traits(page: Layout, found: Sequence[Headline]) -> Traits:
    """What speaks for or against each candidate, a column each trait."""
    if not found:
        return {}
    places = [one.index for one in found]
    echoed = [_words_of(page, one) for one in found]
    tops = frozenset(page.top.split())
    echoes = {words: _echoes(page, *words, tops) for words in dict.fromkeys(echoed)}
    traits = {
        **columns([_wording(one.text, one.words) for one in found]),
        **columns([_form(one, page.looks[one.index]) for one in found]),
        **place_traits(page, places),
        **columns([echoes[words] for words in echoed]),
        **_company(page, places),
    }
    return traits | _compared(places, traits)


# The lines of a page's furniture come back on every page of its outlet.
@lru_cache(maxsize=1 << 14)
def _wording(text: str, plain: str) -> Mapping[str, float]:
    """What a candidate shows by its text alone."""
    words = plain.split()
    letters = _LETTERS.findall(text)
    count = max(1, len(words))
    ending = text.rstrip('"”’)')[-1:]
    return {
        "words": len(words),
        "letters": len(text),
        "capitals": (len([1 for word in letters if word[0].isupper()]) or begins_caseless(text)) / max(1, len(letters)),
        "all-capitals": text.isupper(),
        "function-words": len([1 for word in words if _holds_together(word)]) / count,
        "to-the-reader": not SECOND_PERSON.isdisjoint(words),
        "ends-stop": ending == ".",
        "ends-question": ending == "?",
        "ends-colon": ending in {":", ","},
        "ends-ellipsis": text.endswith(("...", "…")),
        "begins-lower": text[:1].islower(),
        "begins-digit": text[:1].isdigit(),
        "begins-quote": text[:1] in "\"“‘'«",
        "seam": has_seam(text),
        "colon": ": " in text,
        "digits": any(map(str.isdigit, text)),
        "year": _YEAR.search(text) is not None,
        "web": _WEB.search(text) is not None,
    }


def _holds_together(word: str) -> bool:
    return word in ANY_FUNCTION_WORD or (not word.isascii() and is_function_word(word))


def _form(one: Headline, look: Look) -> Mapping[str, float]:
    """Which part of what kind of a line a candidate is."""
    return {
        "cut-end": one.cut in {"end", "first"},
        "cut-start": one.cut in {"start", "last"},
        "sentence": look.sentence,
        "shape": look.shape is not None,
        "level": len(look.piece.marker) if look.piece.kind == "heading" else 0,
        "item": look.piece.kind == "item",
        "apart": look.piece.apart,
        "lines": len(look.piece.numbers),
    }


def _words_of(page: Layout, one: Headline) -> tuple[str, str]:
    """The words of a candidate, and those that its line has beside it."""
    return one.words, page.plain[one.index].replace(one.words, " ", 1).strip() if one.cut else ""


def _echoes(page: Layout, words: str, rest: str, tops: frozenset[str]) -> Mapping[str, float]:
    """How much of a candidate the rest of the page says again."""
    own = frozenset(words.split())
    terms = [word for word in own if len(word) > 4]
    count = max(1, len(terms))
    times = page.times.get(words, 0)
    shared, several = len(own & tops), len(own) > 1
    uses = [page.uses.get(word, 0) for word in terms]
    return {
        "times": min(times, 4),
        "inside-others": min(_count(page, words, times), 8) - min(times, 8),
        "is-top": words == page.top,
        "in-top": several and f" {words} " in f" {page.top} ",
        "begins-top": several and page.top.startswith(words),
        "of-top": len(words) / max(1, len(page.top)),
        "shared-with-top": shared / max(1, len(own) + len(tops) - shared),
        "in-top-share": shared / max(1, len(own)),
        "terms": min(len(terms), 10),
        "in-lead": sum(map(page.lead.__contains__, terms)) / count,
        "in-body": (len(uses) - uses.count(0)) / count,
        "often-in-body": sum([1 for times in uses if times >= 3]) / count,
        "rest-words": len(rest.split()),
        "rest-alone": bool(rest) and page.times.get(rest, 0) > 0,
        "rest-times": min(page.short.count(f" {rest} "), 5) if rest else 0,
    }


def _count(page: Layout, words: str, least: int) -> int:
    """How often the page's short lines say some words, where so many lines are these words and nothing else."""
    rarest = min(map(page.spoken.__getitem__, words.split()), default=least)
    return least if rarest == least else page.short.count(f" {words} ")


def _company(page: Layout, places: Sequence[int]) -> Traits:
    """What stands beside each candidate: signatures, and lines of its own kind, as in a menu."""
    above, below = nearest(page.signed, places, 30)
    at = np.array(places, dtype=np.intp)
    return {
        "signature": np.isin(at, np.array(page.signed, dtype=np.intp)),
        "signature-above": above,
        "signature-below": below,
        "run-above": _run(page, at, -1),
        "run-below": _run(page, at, 1),
    }


def _run(page: Layout, at: Numbers, step: int) -> Numbers:
    """How many lines of about its length follow each candidate in a direction, sentences aside."""
    ends, words = beyond(page.sentences, 1), beyond(page.words, 0)
    others = at[:, None] + (REACH + step * np.arange(1, REACH + 1))
    kin = (ends[others] == 0) & (np.abs(words[others] - words[at + REACH, None]) <= _KIN)
    lengths: Numbers = np.logical_and.accumulate(kin, axis=1).sum(axis=1)
    return lengths


def _compared(places: Sequence[int], traits: Traits) -> Traits:
    """What a candidate is beside the others: the headline is the best of its page, not good by itself."""
    names = ("in-body", "often-in-body", "in-lead", "inside-others", "shared-with-top")
    shared, level = traits["shared-with-top"], traits["level"]
    others = np.array(_best_of_others(places, shared.tolist()))
    headings = level[level > 0]
    return {
        **{f"{name}/most": traits[name] - traits[name].max() for name in names},
        "top-of-others": others,
        "top-beside-others": shared - others,
        "below-highest": np.where(level > 0, level - headings.min(initial=np.inf), 9.0),
        "headings": np.full(len(level), min(len(headings), 5)),
    }


def _best_of_others(places: Sequence[int], shared: Sequence[float]) -> list[float]:
    """How much the best of the other lines, the first one aside, shares with the first."""
    best: dict[int, float] = {}
    for place, share in zip(places, shared, strict=True):
        if place:
            best[place] = max(best.get(place, 0.0), share)
    ranked = [*sorted(((share, place) for place, share in best.items()), reverse=True)[:2], (0.0, -1), (0.0, -1)]
    return [ranked[ranked[0][1] == place][0] for place in places]
