"""Which of the dates that a dumped page shows is the article's own."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from generator.cleaning.dump.layout import Layout, Traits, columns, nearest, place_traits, within_reach
from generator.cleaning.dump.other_days import entries_of, is_of_entry, is_of_other_day
from generator.cleaning.dump.sheet import bounded
from generator.cleaning.fields.byline import is_signed_by
from generator.cleaning.fields.dating import (
    DateLine,
    has_label,
    is_of_publication,
    opens_with_label,
    read_dates,
    says_when,
)
from generator.cleaning.pieces.forest import score

TABLE: Final = "dates.tsv"
"""The trees, built by ``python -m tests.quality.train_dates``."""

_LEAST: Final = -1.0
"""A date that scores less is no date of the article's."""
_IN_PLACE: Final = 4.0
"""What a bare date line gains around the headline: short pages are rare among those that the trees have seen."""

_AS_GOOD: Final = 2.0
"""The trees do not tell two dates apart of which one scores so little less."""
_LONGEST: Final = 40
_LABEL: Final = 5
_NEAR: Final = 8
_CLOCK: Final = re.compile(r"\d[:.h]\d\d\b|\d\s?[ap]\.?m\b", re.IGNORECASE)
_READING: Final = re.compile(r"\bmin(?:ute)?s?\b.{0,4}\bread|\bread(?:ing)? time|\bviews?\b", re.IGNORECASE)
_ANSWER: Final = re.compile(r"\b(?:says|said|repl(?:y|ies)|comments?|responses?|at)\b", re.IGNORECASE)
_POST: Final = re.compile(r"\W{0,3}(?:[—–]|--) ?.{2,60}\(@\w+\)")
"""How posts that a page embeds are signed: ``— Nora Quill (@nquill) May 3, 2021``."""
_TODAY: Final = re.compile(r"\W{0,3}(?:(?:it is|open) )?today(?:['’]s |,| is\b)", re.IGNORECASE)
_RELEASED: Final = re.compile(r"\W{0,3}releas", re.IGNORECASE)
"""Of books and records: ``Released: June 17, 2025 by Example Books``."""
_HEADER: Final = re.compile(r"\W{0,3}(?:date|sent):", re.IGNORECASE)
_LETTER: Final = re.compile(r"\W{0,3}(?:from|to|cc|subject):", re.IGNORECASE)
_OF_A_LETTER: Final = 3
_RIGHTS: Final = re.compile(r"©|\(c\)|copyright", re.IGNORECASE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Dated:
    """A date of the page, and where it stands."""

    index: int
    line: DateLine
    order: int
    """Which of the dates of its line it is."""
    among: int
    """How many the line has."""
    above: bool = False
    """Whether its label stands on the line above."""


def candidates(page: Layout) -> list[Dated]:
    """Every date on a line of its own or with a label."""
    found: list[Dated] = []
    for index, lines in page.dates.items():
        look, text = page.looks[index], page.looks[index].piece.text
        if look.words > _LONGEST and not opens_with_label(text):
            continue
        if (look.sentence and not says_when(text)) or _is_of_something_else(page, index):
            continue
        above = ""
        if index and lines[0].role == "unlabelled" and page.looks[index - 1].words <= _LABEL:
            above = page.looks[index - 1].piece.text
        # A date on the line above is another date's, not a label.
        label = above if has_label(above) and index - 1 not in page.dates else ""
        labelled = read_dates(f"{label} {text}", page.order) if label else ()
        known = labelled if len(labelled) == len(lines) else lines
        found += [
            Dated(index=index, line=line, order=order, among=len(known), above=known is labelled)
            for order, line in enumerate(known)
            if not line.phrase.contradicts_weekday and (line.phrase.day is not None or line.role == "published")
        ]
    return found


def _is_of_something_else(page: Layout, index: int) -> bool:
    """Whether a date is that of a letter or a post that the page quotes, or the day on which the page was seen."""
    text = page.looks[index].piece.text
    above = page.looks[index - 1].piece.text if index else ""
    if _POST.match(text) or _POST.match(above) or _TODAY.match(text) or _TODAY.match(above):
        return True
    if not _HEADER.match(text):
        return False
    around = page.looks[max(0, index - _OF_A_LETTER) : index + _OF_A_LETTER + 1]
    return any(_LETTER.match(look.piece.text) for look in around)


def choose(page: Layout, found: Sequence[Dated], headline: int | None, signed: Collection[int] = ()) -> Dated | None:
    """The date on which the article was published; None where no date looks like it or it is of an update.

    Args:
        page: The page.
        found: Its dates.
        headline: Where its headline stands.
        signed: The pieces that are its byline: the bare date beside them is its own.
    """
    if not found:
        return None
    first = next((one for one in found if one.line.first and one.line.phrase.day), None)
    if first is not None:
        return first
    # A day without a year is judged as if it had one: while the trees were built nobody knew which day it was.
    scores = score(TABLE, date_traits(page, found, headline) | {"year": np.ones(len(found))}, len(found))
    changed = max(
        (value for one, value in zip(found, scores, strict=True) if one.line.role == "updated"), default=_LEAST
    )
    entries = entries_of(page)
    others = [is_of_entry(one, entries) or is_of_other_day(page, one) for one in found]
    standing: list[tuple[bool, float, Dated]] = []
    for one, said, other in zip(found, scores, others, strict=True):
        in_place = _is_in_place(page, one, headline) or _is_beside(one, signed)
        value = said + _IN_PLACE * in_place
        # Far from the headline a day without a year is one of a list.
        here = one.line.phrase.year is not None or page.is_around_head(one.index, headline)
        if one.line.role == "updated" or value <= _LEAST or not here or other:
            continue
        # Where the page speaks of its update most plainly, another date is of something else.
        if in_place or said >= changed:
            # A day whose year nobody tells is asked only where no whole date stands in its place.
            standing.append((in_place and one.line.phrase.year is not None, value, one))
    own = [one for one, other in zip(found, others, strict=True) if not other]
    return _earliest(_first_in_place(standing, headline), own) if standing else None


def _first_in_place(standing: Sequence[tuple[bool, float, Dated]], headline: int | None) -> Dated:
    """The best of some dates or, of those as good that stand in an article's place, the first below the headline.

    A release shows the day that it was put up, and below that the day for which it was written.
    """
    best = max(standing, key=lambda each: each[:2])
    if headline is None or not best[0]:
        return best[2]
    as_good = [one for sure, value, one in standing if sure and value >= best[1] - _AS_GOOD and one.index > headline]
    return min(as_good, key=lambda one: (one.index, one.order), default=best[2])


def _is_in_place(page: Layout, one: Dated, headline: int | None) -> bool:
    """Whether a date stands alone, under a label or beside who signs, and where dates of articles do."""
    text = page.looks[one.index].piece.text
    says = is_of_publication(_labelled(page, one)) and one.line.role == "published"
    sure = one.line.bare or says or (is_signed_by(text) and _RELEASED.match(text) is None)
    return sure and (headline is None or one.index >= headline) and page.is_around_head(one.index, headline)


def _is_beside(one: Dated, signed: Collection[int]) -> bool:
    alone = (one.line.bare or one.above) and one.line.phrase.day is not None
    return alone and one.line.role != "updated" and any(abs(one.index - piece) == 1 for piece in signed)


def _earliest(chosen: Dated, found: Sequence[Dated]) -> Dated:
    """The chosen date or, where bare dates stand beside it, the first in time: the others are of updates."""
    beside = (
        one
        for one in found
        if one.line.role == "unlabelled"
        and one.line.phrase.iso
        and (one.index == chosen.index or (abs(one.index - chosen.index) == 1 and one.line.bare and chosen.line.bare))
    )
    if not (chosen.line.phrase.iso and chosen.line.phrase.day):
        return chosen
    return min((chosen, *beside), key=lambda one: one.line.phrase.iso or "")


def _labelled(page: Layout, one: Dated) -> str:
    """The line of a date, with the line above where its label stands there."""
    lines = page.looks[one.index - one.above : one.index + 1]
    return " ".join(look.piece.text for look in lines)


def date_traits(page: Layout, found: Sequence[Dated], headline: int | None) -> Traits:
    """What speaks for or against each date, a column each trait.

    Args:
        page: The page.
        found: Its dates.
        headline: Where its headline stands.
    """
    if not found:
        return {}
    places = [one.index for one in found]
    at, count = np.array(places, dtype=np.intp), len(found)
    days = [one.line.phrase.iso or "" for one in found]
    latest, earliest, times = max(days), min(days), Counter(days)
    below = np.zeros(count, dtype=bool) if headline is None else at >= headline
    before = np.maximum(0, np.concatenate([[0], at[:-1]]))
    above_it, below_it = nearest(places, places, 30)
    by_above, by_below = nearest([index for index in page.signed if index not in page.dates], places, 12)
    labelled = np.array([one.line.role == "published" for one in found])
    return {
        **place_traits(page, places),
        **columns([_own(page, one) for one in found]),
        "byline-above": by_above,
        "byline-below": by_below,
        "to-headline": np.full(count, -61) if headline is None else bounded(at - headline, 60),
        "below-headline": below,
        "first-below-headline": below if headline is None else below & (headline > before),
        "number": np.minimum(np.arange(count), 20),
        "from-last": np.minimum(count - np.arange(count), 20),
        "near": within_reach(at, _NEAR),
        "date-above": above_it,
        "date-below": below_it,
        "same-day": np.array([times[day] for day in days]),
        "latest": np.array([day == latest for day in days]),
        "earliest": np.array([day == earliest for day in days]),
        "labelled-others": labelled.sum() - labelled,
    }


def _own(page: Layout, one: Dated) -> Mapping[str, float]:
    look, phrase = page.looks[one.index], one.line.phrase
    text = look.piece.text
    around = " ".join(
        other.piece.text for other in page.looks[max(0, one.index - 2) : one.index + 3] if other.words <= _LONGEST
    )
    above = page.looks[one.index - 1].piece.text if one.index else ""
    return {
        "published": float(one.line.role == "published"),
        "updated": float(one.line.role == "updated"),
        "says-published": float(is_of_publication(_labelled(page, one))),
        "label-above": float(one.above),
        "others": min(one.line.others, 20),
        "words": look.words,
        "order": one.order,
        "among": one.among,
        "day": float(phrase.day is not None),
        "year": float(phrase.year is not None),
        "clock": float(_CLOCK.search(text) is not None),
        "reading": float(_READING.search(around) is not None),
        "answer": float(_ANSWER.search(above) is not None) + 2 * float(_ANSWER.search(text) is not None),
        "rights": float(_RIGHTS.search(text) is not None),
        "sentence": float(look.sentence),
        "item": float(look.piece.kind == "item"),
        "heading": float(look.piece.kind == "heading"),
        "within": float(page.first <= one.index <= page.last),
        "at-start": float(text.strip(" *_|•·#").startswith(phrase.text)),
    }
