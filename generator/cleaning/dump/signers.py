"""All who sign a dump, where its list of names stands line by line and the trees chose one of them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import replace
from itertools import chain, takewhile
from typing import Final

from generator.cleaning.dump.candidates import CALLED, Signed
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.strangers import is_thing
from generator.cleaning.fields.byline import Byline, is_joint, read_name_line
from generator.cleaning.fields.dating import unglued
from generator.cleaning.fields.name_forms import is_name
from generator.cleaning.pieces.looks import plain_words
from generator.text.gazetteer import common_words, first_names, last_names, thing_words
from generator.text.names import fold

_FULL: Final = 2
"""Words of a whole name at the least."""

_PICTURE: Final = re.compile(r"\[[\w.-]{1,40}\]")
"""How w3m prints a picture without a text: ``[konklone]``."""
_PROSE: Final = 10
_FEWEST: Final = 3
"""Blanks in a line that is a headline and no section's name."""


def whole(page: Layout, chosen: Signed, found: Sequence[Signed], headline: int | None) -> Signed:
    """A byline with all who sign: those who stand beside the chosen one, and of a name with a role the name alone.

    Args:
        page: The page.
        chosen: Who signs it so far. Below a word that signs, others may have drawn or edited: nobody is added there.
        found: All candidates.
        headline: Where its headline stands.
    """
    names = set(chosen.byline.authors)
    called = any(one.byline.basis in CALLED and set(one.byline.authors) == names for one in found)
    if called or chosen.byline.basis != "name-line":
        return _shortened(page, chosen)
    above = -1 if headline is None else headline
    lists = (_stacked(page, chosen, above), *(one for one in found if names < set(one.byline.authors)))
    larger = [one for one in lists if above < one.index and _sign(page, one, headline)]
    return max(larger, key=lambda one: (len(one.byline.authors), -one.index), default=_shortened(page, chosen))


def _sign(page: Layout, one: Signed, headline: int | None) -> bool:
    """Whether several people stand where bylines do, and nothing speaks against one of them."""
    names, last = one.byline.authors, max(one.pieces, default=one.index)
    stands = last <= _text_below(page, one.index) + 1 and page.is_around_head(one.index, headline)
    if len(names) < _FULL or not (stands or _is_below_title(page, one, headline)):
        return False
    return not is_thing(one.byline) and all(map(is_somebody, names))


def _stacked(page: Layout, chosen: Signed, above: int) -> Signed:
    """All names that stand on lines of their own right above and below a name, down to where the text begins."""
    last = min(len(page.looks), _text_below(page, chosen.index) + 2)
    pieces = _around(page, chosen.index, above, last)
    byline = Byline(authors=stack(page, chosen.index, above, last), basis="name-line")
    return Signed(index=pieces[0], byline=byline, pieces=frozenset(pieces))


def _text_below(page: Layout, index: int) -> int:
    """Where running text begins below a piece; a notice may stand above the headline."""
    below = range(index + 1, len(page.looks))
    return next((at for at in below if page.looks[at].sentence and page.looks[at].words >= _PROSE), page.start)


def _is_below_title(page: Layout, one: Signed, headline: int | None) -> bool:
    """Whether the line right above a list of names says the headline again, as the title of the window has it."""
    return headline is not None and one.index > 0 and begins_title(page, one.index - 1, headline)


def begins_title(page: Layout, index: int, headline: int) -> bool:
    """Whether a line says the headline again, or the title of the window without the site's name."""
    title = page.plain[index]
    return title.count(" ") >= _FEWEST and page.plain[headline].startswith(title)


def stack(page: Layout, index: int, above: int, below: int) -> tuple[str, ...]:
    """The names on a piece and on those right beside it that are names, between two others."""
    return tuple(dict.fromkeys(chain.from_iterable(_names(page, at) for at in _around(page, index, above, below))))


def end_of_stack(page: Layout, index: int) -> int:
    """The last of the names that stand line by line from a piece on."""
    return max(_around(page, index, index - 1, len(page.looks)))


def _around(page: Layout, index: int, above: int, below: int) -> list[int]:
    ahead, behind = range(index + 1, below), range(index - 1, above, -1)
    return sorted({index, *_joined(page, ahead), *_joined(page, behind)})


def _joined(page: Layout, places: Iterable[int]) -> Iterable[int]:
    """The first of some pieces, as long as they are names, what joins names, or pictures of who is named."""
    return takewhile(lambda at: _names(page, at) or _joins(page.looks[at].piece.text), places)


def _joins(text: str) -> bool:
    return is_joint(text) or _PICTURE.fullmatch(text.strip()) is not None


def _names(page: Layout, index: int) -> tuple[str, ...]:
    look = page.looks[index]
    found = None if look.sentence else read_name_line(unglued(look.piece.text))
    return found.authors if found else ()


def is_somebody(name: str) -> bool:
    """Whether lists know a name's first or last word as a person's, or none of its words as anything else."""
    words = [fold(word).strip(".") for word in name.split()]
    known = words[0] in first_names() or words[-1] in last_names()
    return known or not any(word in common_words() or word in thing_words() for word in words)


def _shortened(page: Layout, chosen: Signed) -> Signed:
    """A byline of one name without its last words where the page has the first ones on a line of their own."""
    names = chosen.byline.authors
    words = names[0].split() if len(names) == 1 else []
    for count in range(_FULL, len(words)):
        name = " ".join(words[:count])
        if page.times.get(plain_words(name)) and is_name(name):
            return replace(chosen, byline=replace(chosen.byline, authors=(name,)))
    return chosen
