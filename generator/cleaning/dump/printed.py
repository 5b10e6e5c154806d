"""A headline as its page prints it above the article: a whole line, once, without the rest of what it was joined to."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from generator.cleaning.dump.headlines import Headline, part_of
from generator.cleaning.dump.layout import Layout
from generator.cleaning.pieces.looks import plain_words

_NUMBER: Final = re.compile(r"\d{1,2}[.)]\s")
"""Of an entry in a list."""
_PART: Final = re.compile(
    r"[\s–—-](?:part|teil|partie|parte|chapter|episode|vol\.?|no\.?) (?:\d{1,3}|[ivx]{1,4})$", re.IGNORECASE
)
"""Behind a dash it is of the headline, and no site's name."""
_DASH: Final = re.compile(r"\s[–—-]{1,2}\s[^|•·»›/]+")
"""What joins a second half to a headline, or a site's name."""
_HALF: Final = 3
"""Words of a second half at least; most names of sites have fewer."""
_FEWEST: Final = 6
"""Words of a line that is a whole headline by itself, and no name of a section."""
_DOUBLED: Final = 6
"""Words of a headline that may say everything twice: ``Bora Bora`` does not."""
_WAY_BACK: Final = re.compile(r"(?:[^>]{1,60} > )+|home ?/ ?", re.IGNORECASE)
_SITE: Final = re.compile(r"\s*[|»·•~]\s*\w|\s+[-–—:/]+\s+\w")
"""Between a headline and its site's name."""
_STEP: Final = re.compile(r"\s*[»›]\s*|\s*/\s+")
_LONGEST_WAY: Final = 200
"""Letters."""
_LEFT: Final = 3
"""Words that a headline has at least when the way back or a day is taken off."""
_AMID: Final = 8
"""So many lines below a blog's name its post of the day begins."""
_CUT_SHORT: Final = ("...", "…")


def is_window_title(title: str, headline: str) -> bool:
    """Whether a title is a headline with the name of its site behind it, as the window of a browser shows it."""
    return title.casefold().startswith(headline.casefold()) and _SITE.match(title, len(headline)) is not None


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same, case and punctuation aside."""
    return plain_words(first) == plain_words(second)


def is_entry(text: str) -> bool:
    """Whether a line is an entry of a numbered list, such as that of the way to a page."""
    return _NUMBER.match(text) is not None


def last_step(text: str) -> str:
    """The words in which a way to a page ends (``Home / Tides / The Old Pier``), plain; '' where a text is no way."""
    steps = _STEP.split(text) if len(text) <= _LONGEST_WAY else []
    return plain_words(steps[-1]) if len(steps) > 1 and all(steps) else ""


def as_printed(page: Layout, best: Headline, found: Sequence[Headline]) -> Headline:
    """The headline as readers see it.

    Args:
        page: The page.
        best: The line that was chosen, or the part of one.
        found: All that could have been chosen.
    """
    return _said_once(_alone(_without_site(page, _printed(page, _of_the_day(page, best, found), found), found), page))


def _of_the_day(page: Layout, best: Headline, found: Sequence[Headline]) -> Headline:
    """The heading below a day that is one too: a blog has its name, what it is about, the day and the day's post."""
    below = range(best.index + 2, min(len(page.looks) - 1, best.index + _AMID))
    day = next((index for index in below if page.looks[index].piece.kind == "heading" and is_day(page, index)), None)
    return next((one for one in found if day is not None and one.index == day + 1 and _heads(page, one)), best)


def _heads(page: Layout, one: Headline) -> bool:
    return not one.cut and page.looks[one.index].piece.kind == "heading"


def is_day(page: Layout, index: int) -> bool:
    """Whether a line is a day with its year and nothing else."""
    lines = page.dates.get(index, ())
    return any(line.bare and line.phrase.day is not None and line.phrase.year is not None for line in lines)


def _without_site(page: Layout, best: Headline, found: Sequence[Headline]) -> Headline:
    """A headline without the name of its site behind a bar, where the page has that as a line of its own.

    Before a colon it goes where both are lines of their own; where one stands right above the other they are one
    headline, which a tool broke.
    """
    headline, bar, name = best.text.rpartition(" | ")
    if bar and page.times.get(plain_words(name)) and len(headline.split()) >= _LEFT:
        return replace(best, text=headline)
    site, colon, rest = best.text.partition(": ")
    name = plain_words(site)
    whole = (one for one in found if not one.cut and one.text == rest and page.plain[one.index - 1] != name)
    return next(whole, best) if colon and page.times.get(name) else best


def _alone(headline: Headline, page: Layout) -> Headline:
    """A headline without the way back to it (``Home > News > …``) and the day before it."""
    way = _WAY_BACK.match(headline.text)
    text = headline.text[way.end() if way else _way(headline.text, page) :]
    for date in page.dates.get(headline.index, ()):
        phrase = date.phrase
        if phrase.day is not None and phrase.year is not None and text.startswith(phrase.text):
            text = text[len(phrase.text) :].lstrip(" ,|–—:-·•")
    return replace(headline, text=text) if len(text.split()) >= _LEFT else headline


def _way(text: str, page: Layout) -> int:
    """Where the way to a page ends, of which the first step is a line of its own: ``Gazette » Sea » …``."""
    steps = list(_STEP.finditer(text))
    is_way = len(steps) > 1 and plain_words(text[: steps[0].start()]) in page.times
    return steps[-1].end() if is_way else 0


def _said_once(headline: Headline) -> Headline:
    """A headline without its second half where that says the first again: a picture's text, and its line."""
    words = headline.text.split()
    once = " ".join(words[: len(words) // 2])
    again = " ".join(words[len(words) // 2 :])
    return replace(headline, text=once) if len(words) >= _DOUBLED and same_words(once, again) else headline


def _printed(page: Layout, best: Headline, found: Sequence[Headline]) -> Headline:
    """The headline as the page prints it above the article, where the line that was chosen is of a window or a list.

    A line that comes again and of which no part stands alone bears no site's name, and none does of which the page has
    neither half elsewhere; of two lines of the same words, the one without a number is no entry of a list.
    """
    lines = [one for one in found if not one.cut]
    whole = next((one for one in lines if one.index == best.index), best)
    comes_again = page.times[whole.words] > 1 and not page.times.get(best.words)
    if best.cut and (comes_again or _PART.search(whole.text) or _has_halves(page, best, whole)):
        best = whole
    if is_entry(best.text):
        best = _unnumbered(page, best)
    if len(page.looks[best.index].piece.numbers) > 1:
        return _ending_elsewhere(page, best, lines)
    return _unglued(best, lines)


def _unnumbered(page: Layout, best: Headline) -> Headline:
    """An entry of a numbered list as another line of the page has it, whether that could be a headline or not."""
    same = (index for index, words in enumerate(page.plain) if words == best.words)
    texts = ((index, page.looks[index].piece.text) for index in same)
    return next((part_of(index, text, "") for index, text in texts if not is_entry(text)), best)


def _has_halves(page: Layout, best: Headline, whole: Headline) -> bool:
    """Whether what a dash parts from the beginning of a headline is its second half.

    The name of a site stands on its pages once more, above a menu or in the notice of copyright.
    """
    rest = plain_words(whole.text[len(best.text) :])
    if best.cut != "end" or len(rest.split()) < _HALF or _DASH.fullmatch(whole.text[len(best.text) :]) is None:
        return False
    own = 1 if f" {whole.words} " in page.short else 0
    return not page.times.get(best.words) and page.short.count(f" {rest} ") <= own


def _unglued(best: Headline, lines: Sequence[Headline]) -> Headline:
    """A headline that is glued to the way to it (``Harbour BlogThe Old Pier …``), as another line has it by itself."""
    inside = (one for one in lines if one.text != best.text and best.text.endswith(one.text))
    glued = (one for one in inside if best.text[: -len(one.text)][-1:].isalpha() and len(one.words.split()) >= _FEWEST)
    return next(glued, best)


def _ending_elsewhere(page: Layout, best: Headline, lines: Sequence[Headline]) -> Headline:
    """A headline that was joined of several lines without what follows where another line has it by itself."""
    for one in lines:
        look = page.looks[one.index]
        if look.words >= _FEWEST and best.words.startswith(f"{one.words} ") and not one.text.endswith(_CUT_SHORT):
            return replace(best, text=one.text, words=one.words)
    return best
