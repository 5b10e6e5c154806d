"""The headline: of all lines that could be one, the line that looks and stands most like one."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Final

from generator.cleaning.dump.comment_counts import commented_words
from generator.cleaning.dump.headlines import Headline, candidates, part_of
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.no_title import is_of_page
from generator.cleaning.dump.printed import as_printed, is_day, last_step
from generator.cleaning.dump.title_traits import title_traits
from generator.cleaning.fields.byline import other_worker, read_byline
from generator.cleaning.fields.name_forms import is_name
from generator.cleaning.pieces.forest import score

TABLE: Final = "title.tsv"
"""The trees, built by ``python -m tests.quality.train_title``."""

_HIGHEST, _NEXT = "#", "##"
"""The marks of headings; a line with the first alone may be a remark in code."""
_STEPS: Final = 5
"""Of the way from the site's front page to an article."""
_LEAST: Final = -1.5
"""Where the best of its lines is no better, a dump has lost its headline: of ten such lines eight were none."""
_READ: Final = 40
"""Words of running text above a heading of a part."""
_SIGNED: Final = 3
"""So many lines below a headline its byline or date stands at most."""
_WORDS_OF_A_PICTURE: Final = 4
"""So many in small letters are the text of one even on the first line."""
_WORDS_OF_A_KICKER: Final = 3
"""So many words at most name a section above a headline …"""
_WORDS_OF_A_HEADLINE: Final = 5
"""… of so many words at least."""
_WORDS_OF_A_STEP: Final = 3
"""So many at least say again what a headline begins with."""


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
    said = _sole(page, found, found[best]) or _ended_at(page, found) or _under_kicker(page, found, found[best])
    if said is not None and said.words != found[best].words:
        return said
    if scores[best] <= _LEAST or _heads_apart_of(page, found[best]):
        return None
    return as_printed(page, found[best], found)


def _heads_apart_of(page: Layout, best: Headline) -> bool:
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

    One that is marked as a heading, or a few words on the first line, stays; so do all where there are no others.
    """
    others = [one for one in found if not _is_small(page, one)]
    return others or found


def _is_small(page: Layout, one: Headline) -> bool:
    look = page.looks[one.index]
    is_first = one.index == 0 and look.words < _WORDS_OF_A_PICTURE
    is_named = is_first or look.piece.kind == "heading" or page.times[page.plain[one.index]] > 1
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
    return any(look.words >= _WORDS_OF_A_STEP and sole.words.startswith(look.plain) for look in below)


def _ended_at(page: Layout, found: Sequence[Headline]) -> Headline | None:
    """The line right below the way to the page, where the way ends in the same words; None where no line is."""
    whole = {one.index: one for one in found if not one.cut and one.words}
    ways = (index for index in range(min(page.start + _SIGNED, len(page.looks) - 1)) if index + 1 in whole)
    ended = (index + 1 for index in ways if last_step(page.looks[index].piece.text) == page.plain[index + 1])
    return next((whole[index] for index in ended), None)


def _under_kicker(page: Layout, found: Sequence[Headline], best: Headline) -> Headline | None:
    """The line below a few words that the page says elsewhere too, as the name of a section; None where none is."""
    below = next((one for one in found if one.index == best.index + 1 and not one.cut), None)
    if below is None or best.cut or page.looks[best.index].words > _WORDS_OF_A_KICKER:
        return None
    look = page.looks[below.index]
    is_headline = look.words >= _WORDS_OF_A_HEADLINE and not look.sentence and look.piece.kind == "paragraph"
    is_named = not best.text[:1].islower() and best.words not in below.words
    is_section = is_named and page.short.count(f" {best.words} ") > 1
    is_line = look.shape is None and not below.text.endswith(":") and below.index <= page.start
    return below if is_headline and is_section and is_line else None


def _commented(page: Layout, gone: frozenset[int]) -> Headline | None:
    """The first line with the words on which another says that there are comments; None where none says so."""
    on = {words for look in page.looks if (words := commented_words(look))}
    shown = (index for index, words in enumerate(page.plain) if words in on and index not in gone)
    index = next(shown, None) if on else None
    return None if index is None else part_of(index, page.looks[index].piece.text, "")


def _is_none(page: Layout, one: Headline) -> bool:
    """Whether a line names authors or a date and nothing else, leads past the menu or is a form's: no headline does."""
    found, shape = read_byline(one.text), page.looks[one.index].shape
    signs = found is not None and (found.basis == "label" or all(map(is_name, found.authors)))
    labelled = any(date.bare and date.role != "unlabelled" for date in page.dates.get(one.index, ()))
    dated = labelled or is_day(page, one.index)
    skips = shape is not None and shape.rule == "shape:skip-link"
    return signs or dated or skips or is_of_page(one.text) or bool(other_worker(one.text)) or _brings_in(page, one)


def _brings_in(page: Layout, one: Headline) -> bool:
    """Whether a line ends in a colon above what follows, or right above a list: these are what it tells."""
    below = page.looks[one.index + 1 : one.index + 2]
    is_line = page.looks[one.index].piece.kind != "heading" and one.text.endswith(":")
    return is_line and ("following" in one.words.split() or any(look.piece.kind == "item" for look in below))
