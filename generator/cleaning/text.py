"""Cleaning of a text dump: the pieces of the page, the run of them that is the article, and the fields around it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace
from itertools import pairwise
from typing import Final

from generator.cleaning.account import Verdict, account
from generator.cleaning.attributions import attributions, known_outlets
from generator.cleaning.biographies import without_biographies
from generator.cleaning.blocks import Part, assemble, numbered
from generator.cleaning.captions import read_captions
from generator.cleaning.contents import without_contents
from generator.cleaning.credits import CreditLine, cited, read_credits
from generator.cleaning.features import scores as scores_of
from generator.cleaning.frame import above, frame_of, headed, stays
from generator.cleaning.headroom import below_headline, signed_headline
from generator.cleaning.heads import Head, read_head
from generator.cleaning.lines import Piece, raw_lines
from generator.cleaning.looks import Look, look_at
from generator.cleaning.markup import Anchor, is_marked_up, plain
from generator.cleaning.openings import corrections_in, dateline_of
from generator.cleaning.prose import inside
from generator.cleaning.remnants import without_remnants
from generator.cleaning.rules import Line, Ruled, names_line, ruled, told
from generator.cleaning.settings import CleaningSettings
from generator.cleaning.survey import repeated
from generator.cleaning.wrap import pieces
from generator.model import CleanArticle, Original, Repeats
from generator.text.entities import resolved
from generator.text.language import detect

_BODY: Final = Verdict(fate="body", rule="body")
_OUTSIDE: Final = Verdict(fate="removed", rule="outside-article")
_REPEATED: Final = -12.0
_SURE_PROSE: Final = 1.0
_FEWEST_WORDS: Final = 3
_INSIDE: Final = 3.0
_LINE: Final = -1.0
_SILENT: Final = 0.0
"""A line that a maintainer takes out says nothing of where the article stands."""
_OF_A_LINE: Final = 3
_ABOVE: Final = 3
_BELOW: Final = 7
_NEVER: Final = frozenset({
    "empty-label", "shape:skip-link", "shape:print-rule", "shape:advertisement", "shape:story-continues",
    "shape:related", "shape:share-bar",
})  # fmt: skip


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """A dump read into pieces."""

    looks: tuple[Look, ...]
    anchors: tuple[Sequence[Anchor], ...]
    verdicts: Mapping[int, Verdict]
    """What is decided whatever the model of prose says: maintainers' rules and repeated lines."""
    seldom: frozenset[int] = frozenset()
    """Repeated lines that most files lack: one may be this article's headline, which others list as related."""
    common: frozenset[int] = frozenset()
    """Lines that most files of the outlet have."""
    ruled: Ruled = field(default_factory=Ruled)
    """What the maintainers decide."""
    frame: range = range(0)
    """Between which pieces the dump itself says that its article stands; empty where it says nothing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Cut:
    """A page of which every piece is decided."""

    original: Original
    page: Page
    head: Head
    credits: Mapping[int, CreditLine]
    verdicts: Sequence[Verdict]


def clean_text(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> CleanArticle:
    """The article of a text dump.

    Args:
        original: A dump.
        repeats: Which of its lines repeat over the outlet's originals, if known.
        settings: What the maintainers decided for it.
    """
    page = read_page(original, repeats, settings)
    original = told(original, page.ruled)
    known = (*known_outlets(), *settings.sources)
    credited = {
        index: found
        for index, look in enumerate(page.looks)
        if (found := read_credits(look.piece.text, known)) is not None
    } | read_captions(page.looks, known)
    frame = frame_of(page.looks, credited)
    gone = {index for index, verdict in page.verdicts.items() if verdict.fate == "removed"} - page.seldom
    if frame:
        page = replace(page, frame=frame)
        credited = {index: found for index, found in credited.items() if index not in frame}
        within = [index in frame and stays(look) for index, look in enumerate(page.looks)]
        head = headed(read_head(original, *above(page.looks, frame), gone, settings), page.looks, frame)
    else:
        within = article_pieces(page, credited)
        head = read_head(original, page.looks, within, gone, settings)
        within = list(below_headline(within, [look.words for look in page.looks], signed_headline(head.lines)))
        texts = [look.piece.text for look in page.looks]
        within = list(without_contents(texts, without_biographies(texts, within, head.authors)))
        within = without_remnants(page.looks, within)
    verdicts = _verdicts(page, within, head, credited)
    cut = Cut(original=original, page=page, head=head, credits=credited, verdicts=verdicts)
    return _article(cut, settings)


def read_page(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> Page:
    """The pieces of a dump, with what maintainers and repetition decide about them."""
    marked_up = is_marked_up(original.text)
    looks: list[Look] = []
    anchors: list[Sequence[Anchor]] = []
    lines = raw_lines(original.text)
    alone = frozenset(line.number for line in lines if names_line(line.text, settings))
    for piece in pieces(lines, alone):
        bare, links = plain(piece.text) if marked_up else (piece.text, ())
        # Whoever wrote of markup meant its signs.
        bare = bare if links else resolved(bare, kept="<>")
        looks.append(look_at(piece._replace(text=bare) if bare != piece.text and bare.strip() else piece))
        anchors.append(links if bare.strip() else ())
    found = ruled((_line(look.piece) for look in looks), settings)
    shares = {
        index: share
        for index, look in enumerate(looks)
        if index not in found.verdicts and (share := repeated(look.piece.text, repeats))
    }
    furniture = {index: Verdict(fate="removed", rule=f"repeated:{share}") for index, share in shares.items()}
    return Page(
        looks=tuple(looks),
        anchors=tuple(anchors),
        verdicts={**furniture, **found.verdicts},
        seldom=frozenset(
            index for index, share in shares.items() if share != "most" and looks[index].words >= _FEWEST_WORDS
        ),
        common=frozenset(index for index, share in shares.items() if share == "most"),
        ruled=found,
    )


def _line(piece: Piece) -> Line:
    return Line(text=piece.text, kind=piece.kind, level=piece.level)


def article_pieces(page: Page, credited: Collection[int]) -> list[bool]:
    """Which pieces are of the article; of furniture inside it only what looks like good prose stays."""
    looks = page.looks
    if not looks:
        return []
    scores = _with_bounds(page, scores_of(looks))
    for index, verdict in page.verdicts.items():
        if verdict.fate == "body":
            scores[index] = -_REPEATED
        elif index in page.ruled.verdicts:
            scores[index] = _SILENT
        elif (shape := looks[index].shape) is None or shape.effect != "line":
            scores[index] = _REPEATED
        else:
            scores[index] = min(scores[index], _LINE)
    within = inside(scores, [_weight(look) for look in looks])
    if not any(within):
        within = [look.shape is None for look in looks]
    return [
        stays and (look.shape is None or index in credited or (value >= _SURE_PROSE and look.shape.rule not in _NEVER))
        for index, (stays, look, value) in enumerate(zip(within, looks, scores, strict=True))
    ]


def _weight(look: Look) -> int:
    """How many words speak for or against a piece; a line that goes wherever it stands says little of its place."""
    return min(look.words, _OF_A_LINE) if look.shape is not None and look.shape.effect == "line" else look.words


def _with_bounds(page: Page, scores: Sequence[float]) -> list[float]:
    """The scores of the pieces, where lines that most files have tell between which of them the article stands."""
    walls = [
        index for index in sorted(page.common) if (shape := page.looks[index].shape) is None or shape.effect != "line"
    ]
    if not walls:
        return list(scores)
    edges = [-1, *walls, len(scores)]
    rooms = [range(first + 1, last) for first, last in pairwise(edges)]
    room = max(rooms, key=lambda room: sum(max(0.0, scores[index]) * page.looks[index].words for index in room))
    last = max((index for index in room if page.looks[index].sentence), default=room.start)
    return [
        value - _INSIDE if index not in room else value + _INSIDE if index <= last and look.shape is None else value
        for index, (value, look) in enumerate(zip(scores, page.looks, strict=True))
    ]


def _verdicts(page: Page, within: Sequence[bool], head: Head, credited: Mapping[int, CreditLine]) -> list[Verdict]:
    first = next((index for index, stays in enumerate(within) if stays), 0)
    last = max((index for index, stays in enumerate(within) if stays), default=0)
    result: list[Verdict] = []
    for index, look in enumerate(page.looks):
        near = first - _ABOVE <= index <= last + _BELOW
        if index in page.ruled.verdicts:
            verdict = page.ruled.verdicts[index]
        elif index in head.lines:
            verdict = Verdict(fate="field", rule=head.lines[index])
        elif index in credited and credited[index].whole and near:
            verdict = Verdict(fate="field", rule=credited[index].rule)
        elif index in page.verdicts:
            verdict = page.verdicts[index]
        elif within[index]:
            verdict = _BODY
        else:
            verdict = Verdict(fate="removed", rule=look.shape.rule) if look.shape else _OUTSIDE
        result.append(verdict)
    return result


def _article(cut: Cut, settings: CleaningSettings) -> CleanArticle:
    original, page, head = cut.original, cut.page, cut.head
    kept = [index for index, verdict in enumerate(cut.verdicts) if verdict.fate == "body"]
    text, blocks, links = assemble(numbered([_part(page.looks[index].piece, page.anchors[index]) for index in kept]))
    paragraphs = [text[block.start : block.end] for block in blocks]
    told = [credit for index, credit in sorted(cut.credits.items()) if cut.verdicts[index].fate != "removed"]
    return CleanArticle(
        id=original.id,
        text=text,
        blocks=blocks,
        links=links,
        title=head.title,
        title_basis=head.title_basis,
        authors=head.authors,
        authors_basis=head.authors_basis,
        dateline=dateline_of(paragraphs),
        published=head.published,
        updated=head.updated,
        sources=cited([credit.sources for credit in told], attributions(text, settings.sources)),
        photo_credits=tuple(dict.fromkeys(name for credit in told for name in credit.photo_credits)),
        corrections=corrections_in(paragraphs),
        language=original.metadata.language or detect(text),
        account=account(original.text.split("\n"), [look.piece for look in page.looks], cut.verdicts),
    )


def _part(piece: Piece, links: Sequence[Anchor]) -> Part:
    return (piece.kind, piece.level, piece.text, links)
