"""The headline: of all lines that could be one, the line that looks and stands most like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from typing import Final

import numpy as np

from generator.cleaning.dump.comment_counts import commented_words
from generator.cleaning.dump.layout import REACH, Layout, Traits, beyond, columns, nearest, place_traits
from generator.cleaning.dump.no_title import is_of_page
from generator.cleaning.dump.printed import Headline, as_printed, is_day
from generator.cleaning.fields.byline import other_worker, read_byline
from generator.cleaning.fields.name_forms import is_name
from generator.cleaning.pieces.forest import Numbers, score
from generator.cleaning.pieces.looks import Look, plain_words
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD, SECOND_PERSON

TABLE: Final = "title.tsv"
"""The trees, built by ``python -m tests.quality.train_title``."""

_LONGEST: Final = 40
_TOP: Final = 3
"""Lines at the very top, where the title of the window stands."""
_REACH: Final = 100
_HIGHEST, _NEXT = "#", "##"
"""The marks of headings; a line with the first alone may be a remark in code."""
_STEPS: Final = 5
"""Of the way from the site's front page to an article."""
_PAST: Final = 12
_FAR_PAST: Final = 60
_LEAST: Final = -4.0
EDGE: Final = " */_#|•·»›\t"
_SEAM: Final = re.compile(r"\s+[|•·»›:]+\s+|\s+[-–—]{1,2}\s+|\s*[|»›]\s*|\s*/\s+")
_MARK: Final = re.compile(r"[|•·»›:/–—-]")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_READ: Final = 40
"""Words of running text above a heading of a part."""
_SIGNED: Final = 3
"""So many lines below a headline its byline or date stands at most."""
_YEAR: Final = re.compile(r"\b20[0-3]\d\b")
_WEB: Final = re.compile(r"@|www\.|https?:")
_KIN: Final = 3
"""Lines whose numbers of words differ by no more are of one kind."""


def find_title(page: Layout, gone: frozenset[int] = frozenset()) -> Headline | None:
    """The headline of a page.

    Args:
        page: The page.
        gone: Pieces that are furniture for sure.
    """
    found = _without_small(page, [one for one in candidates(page) if one.index not in gone and not _is_none(page, one)])
    commented = _commented(page, gone)
    if commented is not None or not found:
        return commented
    scores = score(TABLE, title_traits(page, found), len(found))
    best = max(range(len(found)), key=lambda number: (scores[number], -number))
    sole = _sole(page, found, found[best])
    if sole is not None:
        return sole
    if scores[best] <= _LEAST or _heads_a_part(page, found[best]):
        return None
    return as_printed(page, found[best], found)


def _heads_a_part(page: Layout, best: Headline) -> bool:
    """Whether the best of a page's lines is the heading of a part: the dump has lost its headline.

    It is of the body, stands below running text and once, and nobody signs or dates what is below it.
    """
    is_signed = any(0 < one - best.index <= _SIGNED for one in page.signed)
    if not page.within[best.index] or is_signed or page.times[page.plain[best.index]] > 1:
        return False
    above = page.looks[page.start : best.index]
    return sum(look.words for look in above if look.sentence) >= _READ


def _without_small(page: Layout, found: Sequence[Headline]) -> Sequence[Headline]:
    """The candidates without those in small letters that the page says once: they tell of pictures.

    One that is marked as a heading, or the first line of the page, stays; so do all where there are no others.
    """
    others = [one for one in found if not _is_small(page, one)]
    return others or found


def _is_small(page: Layout, one: Headline) -> bool:
    look = page.looks[one.index]
    is_named = one.index == 0 or look.piece.kind == "heading" or page.times[page.plain[one.index]] > 1
    return not is_named and one.text[:1].islower() and one.text.islower() and " " in one.text


def _sole(page: Layout, found: Sequence[Headline], best: Headline) -> Headline | None:
    """The only heading of the highest level, where the line that was chosen says something else.

    Above a menu it is the site's name; above the way to the page, which ends in its own first words, it is not.
    """
    highest = [index for index, look in enumerate(page.looks) if look.piece.marker == _HIGHEST and look.words]
    is_marked = any(look.piece.marker == _NEXT for look in page.looks)
    if len(highest) != 1 or not is_marked or highest[0] > page.start:
        return None
    below = page.looks[highest[0] + 1 : highest[0] + 2]
    sole = next((one for one in found if one.index == highest[0] and not one.cut), None)
    if sole is None or not below or (below[0].piece.kind == "item" and not _ends_a_way(page, sole)):
        return None
    words = {*sole.words.split()}
    return None if words <= {*best.words.split()} or words >= {*best.words.split()} else sole


def _ends_a_way(page: Layout, sole: Headline) -> bool:
    below = page.looks[sole.index + 1 : sole.index + 1 + _STEPS]
    return any(look.words >= _KIN and sole.words.startswith(look.plain) for look in below)


def _commented(page: Layout, gone: frozenset[int]) -> Headline | None:
    """The first line with the words on which another says that there are comments; None where none says so."""
    on = {words for look in page.looks if (words := commented_words(look))}
    shown = (index for index, words in enumerate(page.plain) if words in on and index not in gone)
    index = next(shown, None) if on else None
    return None if index is None else _part(index, page.looks[index].piece.text, "")


def _is_none(page: Layout, one: Headline) -> bool:
    """Whether a line names authors or a date and nothing else, leads past the menu or is a form's: no headline does."""
    found, shape = read_byline(one.text), page.looks[one.index].shape
    signs = found is not None and (found.basis == "label" or all(map(is_name, found.authors)))
    labelled = any(date.bare and date.role != "unlabelled" for date in page.dates.get(one.index, ()))
    dated = labelled or is_day(page, one.index)
    skips = shape is not None and shape.rule == "shape:skip-link"
    return signs or dated or skips or is_of_page(one.text) or bool(other_worker(one.text))


def candidates(page: Layout) -> list[Headline]:
    """Every line that could be the headline, and the parts of it beside a site's name."""
    found: list[Headline] = []
    lines = range(max(0, page.start - _REACH), min(len(page.looks), page.start + _FAR_PAST))
    for index in (*range(min(lines.start, _TOP)), *lines):
        if _may_be_title(page, index):
            found += _parts(index, page.looks[index])
    return found


def _may_be_title(page: Layout, index: int) -> bool:
    """Below the first running text, which may be a notice, only what looks like a heading of something."""
    look = page.looks[index]
    if not 0 < look.words <= _LONGEST:
        return False
    if index <= page.start:
        return True
    if look.sentence or look.words < 2 or look.shape is not None or index in page.signed:
        return False
    if index <= page.start + _PAST or look.piece.kind == "heading" or page.times[page.plain[index]] > 1:
        return True
    following = page.looks[index + 1] if index + 1 < len(page.looks) else None
    return following is not None and (following.sentence or index + 1 in page.signed)


def _parts(index: int, look: Look) -> Iterator[Headline]:
    whole = look.piece.text.strip(EDGE)
    yield Headline(index, whole, "", look.plain)
    if _MARK.search(whole) is None:
        return
    seams = list(_SEAM.finditer(whole))
    if seams:
        yield _part(index, whole[: seams[-1].start()], "end")
        yield _part(index, whole[seams[0].end() :], "start")
    if len(seams) > 1:
        yield _part(index, whole[: seams[0].start()], "first")
        yield _part(index, whole[seams[-1].end() :], "last")


def _part(index: int, text: str, cut: str) -> Headline:
    bare = text.strip(EDGE)
    return Headline(index, bare, cut, plain_words(bare))


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
        "capitals": len([1 for word in letters if word[0].isupper()]) / max(1, len(letters)),
        "all-capitals": text.isupper(),
        "function-words": len([1 for word in words if word in ANY_FUNCTION_WORD]) / count,
        "to-the-reader": not SECOND_PERSON.isdisjoint(words),
        "ends-stop": ending == ".",
        "ends-question": ending == "?",
        "ends-colon": ending in {":", ","},
        "ends-ellipsis": text.endswith(("...", "…")),
        "begins-lower": text[:1].islower(),
        "begins-digit": text[:1].isdigit(),
        "begins-quote": text[:1] in "\"“‘'«",
        "seam": _MARK.search(text) is not None and _SEAM.search(text) is not None,
        "colon": ": " in text,
        "digits": any(map(str.isdigit, text)),
        "year": _YEAR.search(text) is not None,
        "web": _WEB.search(text) is not None,
    }


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
