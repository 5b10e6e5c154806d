"""Furniture: lines that repeat over the files of one outlet, learned from the whole set of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from functools import lru_cache
from hashlib import blake2b
from typing import Final

from generator.cleaning.markup.blocks import blocks_of
from generator.cleaning.pieces.unlinked import lines_of as unlinked_lines
from generator.cleaning.pieces.unlinked import unlinked
from generator.cleaning.pieces.wrap import pieces
from generator.model import Furniture, Original, Repeats, Share
from generator.text.sentences import ends_sentence

_DIGITS: Final = re.compile(r"\d+")
_NOISE: Final = re.compile(r"[\W_]+")
_FEWEST_FILES: Final = 3
_LONG: Final = 8
_WITHOUT_MENUS, _MENU, _SHARED = 40, 40, 0.25
"""Different lines of a file: one with fewer has no menus; one that shares so many, or such a part, stands between the
menus of their site. Of 565 pages of as many sites none shares forty and hardly one a quarter, of one site's pages
all share half and more."""
_AGENCY: Final = re.compile(
    r"\b(?:associated press|reuters|afp|agence france|contributed to this (?:report|story|article)|wire services?)\b",
    re.IGNORECASE,
)


@lru_cache(maxsize=1 << 16)
def fingerprint(line: str) -> str:
    """What makes two lines the same line: its words without case, punctuation and numbers, as a short hash."""
    plain = _NOISE.sub(" ", _DIGITS.sub("0", line.lower())).strip()
    return blake2b(plain.encode(), digest_size=8).hexdigest() if plain else ""


def lines_of(original: Original) -> tuple[str, ...]:
    """The distinct fingerprints of one original, sorted: cacheable, and all that the survey needs of it."""
    found = {fingerprint(line) for line in lines_in(original) if _may_be_furniture(line)}
    return tuple(sorted(found - {""}))


def lines_in(original: Original) -> Iterable[str]:
    """The lines of a dump, or the visible blocks of a page."""
    if original.form == "html":
        return (block.text for block in blocks_of(original.text))
    return (piece.text for piece in pieces(unlinked_lines(unlinked(original.text))))


def _may_be_furniture(line: str) -> bool:
    """An agency's standing note and a date line may repeat and still be of the article."""
    return not _AGENCY.search(line)


def furniture(outlet: str, lines_by_original: Mapping[str, Collection[str]], *, is_one_site: bool = False) -> Furniture:
    """The lines that stand in several of an outlet's originals.

    A line counts from two files in three to four, from three files in five and more, and then from a twentieth of
    all files. Whether a repeated line is dropped is decided where its place in the article is known.

    Args:
        outlet: Key of the outlet.
        lines_by_original: Id of each original -> ``lines_of`` it.
        is_one_site: Whether addresses or records say that all are of one site; a folder may hold those of many.
    """
    files = len(lines_by_original)
    counts = Counter(line for lines in lines_by_original.values() for line in set(lines))
    least = least_files(files)
    kept = {line: count for line, count in sorted(counts.items()) if files >= _FEWEST_FILES and count >= least}
    return Furniture(outlet=outlet, files=files, lines=kept, is_one_site=is_one_site)


def least_files(files: int) -> int:
    """In how many files of an outlet a line must stand to count as repeated."""
    return max(2 if files < 5 else 3, (files + 19) // 20)


def repeats(learned: Furniture, lines: Collection[str]) -> dict[str, Share]:
    """Those of an original's lines (see ``lines_of``) that are furniture of its outlet, sorted.

    Where the others may be of other sites, and it shares few of its lines with them, none: these are then what all
    sites call their pages (``Contact``, ``Company``), and may stand in the article as well.
    """
    found = {line: _share(learned.lines[line], learned.files) for line in sorted(lines) if line in learned.lines}
    return found if learned.is_one_site or _has_same_menus(len(found), len(lines)) else {}


def _has_same_menus(shared: int, lines: int) -> bool:
    """Whether a file shares so many of its lines with others that they stand between one site's menus.

    A text without menus shares few lines whosesoever it is, and these do not harm it.
    """
    return lines < _WITHOUT_MENUS or shared >= min(_MENU, _SHARED * lines)


def _share(count: int, files: int) -> Share:
    if count < max(3, (files + 7) // 8):
        return "some"
    return "most" if 2 * count > files else "many"


def repeated(line: str, known: Repeats | None) -> Share | None:
    """In how large a part of the outlet's files a line stands, if that makes it furniture; else None."""
    return known.get(fingerprint(line)) if known and not may_be_quoted(line, known) else None


def may_be_quoted(line: str, known: Repeats | None) -> bool:
    """Whether a line that repeats is no furniture: a long one needs more files, for a sentence may be quoted twice."""
    share = known.get(fingerprint(line)) if known else None
    return share == "some" and line.count(" ") >= _LONG and ends_sentence(line)
