"""The names of a byline as their bearers are called: not glued, not of things, with or without what follows them."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Final

from generator.cleaning.dump.candidates import CALLED, Signed
from generator.cleaning.dump.layout import Layout
from generator.cleaning.dump.signers import is_somebody
from generator.cleaning.pieces.words import DEGREES
from generator.text.gazetteer import first_names
from generator.text.names import fold

_FEWEST_LETTERS: Final = 5
_SEAM: Final = re.compile(r"[a-zà-ÿ]{5}[A-ZÀ-Þ][a-zà-ÿ]{2}")
"""Where a dump may have glued what follows a name to it."""
_LONGEST_WORD: Final = 20
_LETTERS: Final = DEGREES - {"iii"}
_TEAM: Final = re.compile(r"\b(?:Team|TEAM)\b")


def settled(page: Layout, chosen: Signed, headline: int | None) -> Signed | None:
    """A byline with its names as they are called; None where they are glued or of things, and no word says they sign.

    Args:
        page: The page.
        chosen: Who signs it so far.
        headline: Where its headline stands.
    """
    names = tuple(dict.fromkeys(map(_once, chosen.byline.authors)))
    called = chosen.byline.basis in CALLED
    known = tuple(name for name in names if is_somebody(name))
    dated = any((day := page.dates.get(chosen.index + step)) and day[0].bare for step in (-1, 1))
    near = page.is_around_head(chosen.index, headline)
    placed = (near and (called or dated)) or chosen.byline.basis == "desk-line"
    if any(map(_is_glued, names)) or not (known or placed or not names):
        return None
    # Behind a name and what its bearer does, `and Master Gardener` is no second author.
    shown = known if called and names[0] in known else names
    return as_team(page, replace(chosen, byline=replace(chosen.byline, authors=shown)))


def _once(name: str) -> str:
    """A name that a dump has glued to itself, once."""
    half = len(name) // 2
    return name[:half] if half >= _FEWEST_LETTERS and name[:half] == name[half:] else name


def without_letters(signed: Signed) -> Signed:
    """A byline of which no name ends in the letters of a degree: ``Jane Doe CPP``."""
    names = tuple(dict.fromkeys(map(_undecorated, signed.byline.authors)))
    return replace(signed, byline=replace(signed.byline, authors=names))


def _undecorated(name: str) -> str:
    *words, last = name.split() or [""]
    is_degree = len(words) > 1 and len(last) > len("MA") and last.isupper() and last.lower() in _LETTERS
    return " ".join(words) if is_degree else name


def _is_glued(name: str) -> bool:
    long = any(len(word) > _LONGEST_WORD for word in name.split())
    return " " in name and not _TEAM.search(name) and (long or _SEAM.search(name) is not None)


def as_team(page: Layout, chosen: Signed) -> Signed:
    """A byline of a team's name with that word, where its line has it."""
    names = chosen.byline.authors
    if len(names) != 1 or fold(names[0].split()[0]) in first_names():
        return chosen
    said = " ".join(page.looks[at].piece.text for at in sorted(chosen.pieces))
    team = re.search(rf"{re.escape(names[0])} {_TEAM.pattern}", said)
    return replace(chosen, byline=replace(chosen.byline, authors=(team[0],))) if team else chosen
