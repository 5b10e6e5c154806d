"""A text dump read into pieces, with what maintainers, repetition and the dump itself say of them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final

from generator.cleaning.account import Verdict
from generator.cleaning.dump.captions import captioned, read_captions
from generator.cleaning.dump.dashes import Dashes, dashes_in
from generator.cleaning.dump.frame import frame_of
from generator.cleaning.dump.press import without_numbers
from generator.cleaning.dump.seams import Seams, torn
from generator.cleaning.dump.tables import Grid, grids
from generator.cleaning.fields.attributions import known_outlets
from generator.cleaning.fields.captions import CAPTION
from generator.cleaning.fields.credits import CreditLine, read_credits
from generator.cleaning.pieces.inline import may_be_strings
from generator.cleaning.pieces.lines import Piece, RawLine
from generator.cleaning.pieces.links import Unlinked, anchors_in
from generator.cleaning.pieces.looks import Look, look_at
from generator.cleaning.pieces.marks import Anchor, is_marked_up, plain
from generator.cleaning.pieces.unlinked import lines_of, unlinked
from generator.cleaning.pieces.wrap import pieces
from generator.cleaning.rules import Line, Ruled, names_line, ruled
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import may_be_quoted, repeated
from generator.model import Original, Repeats, Share
from generator.text.entities import resolved

_FEWEST_WORDS: Final = 3
_ICON: Final = re.compile(
    r"(?<=\w|\?) (?:arrow_(?:forward|right_alt)|chevron_right|expand_more|file_download|keyboard_arrow_(?:down|right)"
    r"|navigate_next|open_in_new|play_(?:arrow|circle))$"
)
"""The name of a sign that a page's font draws behind the words of a button or a question."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A dump read into pieces."""

    unlinked: Unlinked
    """The dump without the signs of its links."""
    looks: tuple[Look, ...]
    anchors: tuple[Sequence[Anchor], ...]
    credits: Mapping[int, CreditLine]
    """The pieces that name sources or photographers."""
    verdicts: Mapping[int, Verdict]
    """What is decided whatever the model of prose says: maintainers' rules and repeated lines."""
    seldom: frozenset[int] = frozenset()
    """Repeated lines that most files lack: one may be this article's headline, which others list as related."""
    common: frozenset[int] = frozenset()
    """Lines that most files of the outlet have."""
    shared: frozenset[int] = frozenset()
    """Long sentences that another file has as well: quoted in both, or a notice, they tell nothing of its place."""
    ruled: Ruled = field(default_factory=Ruled)
    """What the maintainers decide."""
    tables: tuple[Grid, ...] = ()
    frame: range = range(0)
    """Between which pieces the dump itself says that its article stands; empty where it says nothing."""
    seams: Seams = field(default_factory=Seams)
    """Where its sentences are torn between pieces."""
    has_strings: bool = False
    """Each of its lines is a string of a page."""
    dashes: Dashes = field(default_factory=Dashes)
    """Which of its items are none."""

    @property
    def gone(self) -> frozenset[int]:
        """The pieces that are furniture for sure."""
        removed = {index for index, verdict in self.verdicts.items() if verdict.fate == "removed"}
        return frozenset(removed - self.seldom)

    @property
    def captions(self) -> frozenset[int]:
        """The pieces that tell of a gallery's pictures: they give no headline, name or date of the article."""
        return frozenset(index for index, credit in self.credits.items() if credit.rule == CAPTION)


def read_page(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> Page:
    """The pieces of a dump, with all that is known of them before a model looks at them."""
    bare = unlinked(original.text)
    lines = lines_of(bare)
    read = list(without_numbers(list(_read(bare, lines, settings))))
    strings = [line for line in lines if line.text] if may_be_strings(lines) else []
    looks, anchors = tuple([look for look, _ in read]), tuple([links for _, links in read])
    dashes = dashes_in([look.piece for look in looks], lines, strings=bool(strings))
    found = ruled((_line(look.piece) for look in looks), settings)
    shares = _shares(looks, repeats, found)
    furniture = {index: Verdict(fate="removed", rule=f"repeated:{share}") for index, share in shares.items()}
    credited = _credits(looks, (*known_outlets(), *settings.sources))
    frame = frame_of(looks, credited) or range(0)
    return Page(
        unlinked=bare,
        looks=looks,
        anchors=anchors,
        credits={index: credit for index, credit in credited.items() if index not in frame},
        verdicts={**furniture, **found.verdicts},
        seldom=frozenset(
            index for index, share in shares.items() if share != "most" and looks[index].words >= _FEWEST_WORDS
        ),
        common=frozenset(index for index, share in shares.items() if share == "most"),
        shared=frozenset(index for index, look in enumerate(looks) if may_be_quoted(look.piece.text, repeats)),
        ruled=found,
        tables=grids(bare.text.split("\n")),
        frame=frame,
        seams=torn([look.piece for look in looks], strings).with_more(dashes.joined),
        has_strings=bool(strings),
        dashes=dashes,
    )


def _read(
    dump: Unlinked, lines: Sequence[RawLine], settings: CleaningSettings
) -> Iterator[tuple[Look, Sequence[Anchor]]]:
    """The pieces of a text as readers see them, with their links."""
    marked_up = bool(dump.links) or is_marked_up(dump.text)
    by_line = {number: list(links) for number, links in groupby(dump.links, key=lambda link: link.line)}
    alone = frozenset(line.number for line in lines if names_line(line.text, settings)) if settings.rules else ()
    for piece in pieces(lines, alone):
        bare, links = plain(piece.text) if marked_up else (piece.text, ())
        own = [link for number in piece.numbers for link in by_line.get(number, ())] if by_line else ()
        links = anchors_in(bare, own) if own else links
        # Whoever wrote of markup meant its signs.
        bare = bare if links else _ICON.sub("", resolved(bare, kept="<>"))
        if bare == piece.text:
            yield look_at(piece), links
        elif bare.strip():
            yield look_at(piece._replace(text=bare)), links
        else:
            yield look_at(piece), ()


def _line(piece: Piece) -> Line:
    return Line(text=piece.text, kind=piece.kind, level=piece.level)


def _shares(looks: Sequence[Look], repeats: Repeats | None, found: Ruled) -> Mapping[int, Share]:
    """The pieces that repeat over the outlet's files and of which maintainers say nothing, with how often."""
    if not repeats:
        return {}
    known = ((index, repeated(look.piece.text, repeats)) for index, look in enumerate(looks))
    shares = {index: share for index, share in known if share and index not in found.verdicts}
    own = _own(looks, shares)
    return {index: share for index, share in shares.items() if index not in own}


def _own(looks: Sequence[Look], shares: Collection[int]) -> frozenset[int]:
    """Which of the pieces that repeat are the article's all the same: ``Resources`` heads a part of it, and a menu.

    Such a line stands once by itself, and elsewhere on the page beside others that repeat.
    """
    alone, beside = list[int](), set[str]()
    for index in shares:
        if index - 1 in shares or index + 1 in shares:
            beside.add(looks[index].plain)
        else:
            alone.append(index)
    times = Counter(looks[index].plain for index in alone)
    return frozenset(
        index
        for index in alone
        if looks[index].shape is None and times[looks[index].plain] == 1 and looks[index].plain in beside
    )


def _credits(looks: Sequence[Look], known: Sequence[str]) -> dict[int, CreditLine]:
    read = ((index, read_credits(look.piece.text, known)) for index, look in enumerate(looks))
    credited = {index: credit for index, credit in read if credit is not None}
    return credited | captioned(looks, credited) | read_captions(looks, known)
