"""The headline: of all lines that could be one, the line that looks and stands most like one."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Final

from generator.cleaning.byline import read_byline
from generator.cleaning.forest import score_rows
from generator.cleaning.layout import Layout, Traits, nearest, place_traits, plain_words
from generator.cleaning.looks import Look
from generator.cleaning.words import ANY_FUNCTION_WORD, SECOND_PERSON

TABLE: Final = "title.tsv"
"""The trees, built by ``python -m tests.quality.train_title``."""

_LONGEST: Final = 40
_REACH: Final = 300
_PAST: Final = 12
_FAR_PAST: Final = 150
_LEAST: Final = -4.0
_EDGE: Final = " *_#|•·\t"
_SEAM: Final = re.compile(r"\s+[|•·»›:]+\s+|\s+[-–—]{1,2}\s+|\s*[|»›]\s*")
_LETTERS: Final = re.compile(r"[^\W\d_]+")
_YEAR: Final = re.compile(r"\b20[0-3]\d\b")
_WEB: Final = re.compile(r"@|www\.|https?:")
_RUN: Final = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Headline:
    """A line that could be the headline, or the part of one that its site's name leaves."""

    index: int
    text: str
    cut: str = ""
    """Which part of the line it is; '' for the whole line."""


def same_words(first: str, second: str) -> bool:
    """Whether two lines say the same, case and punctuation aside."""
    return plain_words(first) == plain_words(second)


def find_title(page: Layout, gone: frozenset[int] = frozenset()) -> Headline | None:
    """The headline of a page.

    Args:
        page: The page.
        gone: Pieces that are furniture for sure.
    """
    found = [one for one in candidates(page) if one.index not in gone and not _is_labelled(one.text)]
    if not found:
        return None
    scores = score_rows(TABLE, title_traits(page, found))
    best = max(range(len(found)), key=lambda number: (scores[number], -number))
    return found[best] if scores[best] > _LEAST else None


def _is_labelled(text: str) -> bool:
    """Whether a line says that it names an author: no headline does, however short the page is."""
    found = read_byline(text)
    return found is not None and found.basis == "label"


def candidates(page: Layout) -> list[Headline]:
    """Every line that could be the headline, and the parts of it beside a site's name."""
    found: list[Headline] = []
    lines = range(max(0, page.start - _REACH), min(len(page.looks), page.start + _FAR_PAST))
    for index in (*range(min(lines.start, 3)), *lines):
        if _may_be_title(page, index):
            found += _parts(index, page.looks[index].piece.text)
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


def _parts(index: int, text: str) -> Iterator[Headline]:
    whole = text.strip(_EDGE)
    yield Headline(index=index, text=whole)
    seams = list(_SEAM.finditer(whole))
    if seams:
        yield Headline(index=index, text=whole[: seams[-1].start()].strip(_EDGE), cut="end")
        yield Headline(index=index, text=whole[seams[0].end() :].strip(_EDGE), cut="start")
    if len(seams) > 1:
        yield Headline(index=index, text=whole[: seams[0].start()].strip(_EDGE), cut="first")


def title_traits(page: Layout, found: Sequence[Headline]) -> list[Traits]:
    """What speaks for or against each candidate."""
    tops = frozenset(page.top.split())
    rows = [
        {
            **_own(one, page.looks[one.index]),
            **place_traits(page, one.index),
            **_echoes(page, one, tops),
            **_company(page, one.index),
        }
        for one in found
    ]
    _compare(found, rows)
    return rows


def _own(one: Headline, look: Look) -> Traits:
    text, words = one.text, plain_words(one.text).split()
    letters = _LETTERS.findall(text)
    count = max(1, len(words))
    ending = text.rstrip('"”’)')[-1:]
    return {
        "words": len(words),
        "letters": len(text),
        "cut-end": float(one.cut in {"end", "first"}),
        "cut-start": float(one.cut == "start"),
        "capitals": sum(1 for word in letters if word[0].isupper()) / max(1, len(letters)),
        "all-capitals": float(text.isupper()),
        "function-words": sum(1 for word in words if word in ANY_FUNCTION_WORD) / count,
        "to-the-reader": float(any(word in SECOND_PERSON for word in words)),
        "ends-stop": float(ending == "."),
        "ends-question": float(ending == "?"),
        "ends-colon": float(ending in {":", ","}),
        "ends-ellipsis": float(text.endswith(("...", "…"))),
        "begins-lower": float(text[:1].islower()),
        "begins-digit": float(text[:1].isdigit()),
        "begins-quote": float(text[:1] in "\"“‘'«"),
        "seam": float(_SEAM.search(text) is not None),
        "colon": float(": " in text),
        "digits": float(any(letter.isdigit() for letter in text)),
        "year": float(_YEAR.search(text) is not None),
        "web": float(_WEB.search(text) is not None),
        "sentence": float(look.sentence),
        "shape": float(look.shape is not None),
        "level": len(look.piece.marker) if look.piece.kind == "heading" else 0,
        "item": float(look.piece.kind == "item"),
        "apart": float(look.piece.apart),
        "lines": len(look.piece.numbers),
    }


def _echoes(page: Layout, one: Headline, tops: frozenset[str]) -> Traits:
    """How much of a candidate the rest of the page says again."""
    words = plain_words(one.text)
    own = frozenset(words.split())
    terms = [word for word in own if len(word) > 4]
    rest = page.plain[one.index].replace(words, " ", 1).strip() if one.cut else ""
    count = max(1, len(terms))
    return {
        "times": min(page.times.get(words, 0), 4),
        "inside-others": min(page.short.count(f" {words} "), 8) - min(page.times.get(words, 0), 8),
        "is-top": float(words == page.top),
        "in-top": float(len(own) > 1 and f" {words} " in f" {page.top} "),
        "begins-top": float(len(own) > 1 and page.top.startswith(words)),
        "of-top": len(words) / max(1, len(page.top)),
        "shared-with-top": len(own & tops) / max(1, len(own | tops)),
        "in-top-share": len(own & tops) / max(1, len(own)),
        "terms": min(len(terms), 10),
        "in-lead": sum(1 for word in terms if page.lead[word]) / count,
        "in-body": sum(1 for word in terms if page.uses[word]) / count,
        "often-in-body": sum(1 for word in terms if page.uses[word] >= 3) / count,
        "rest-words": len(rest.split()),
        "rest-alone": float(bool(rest) and page.times.get(rest, 0) > 0),
        "rest-times": min(page.short.count(f" {rest} "), 5) if rest else 0,
    }


def _company(page: Layout, index: int) -> Traits:
    """What stands beside a candidate: signatures, and lines of its own kind, as in a menu."""
    above, below = nearest(page.signed, index, 30)
    return {
        "signature": float(index in page.signed),
        "signature-above": above,
        "signature-below": below,
        "run-above": _run(page.looks, index, -1),
        "run-below": _run(page.looks, index, 1),
    }


def _run(looks: Sequence[Look], index: int, step: int) -> float:
    own, length = looks[index], 0
    at = index + step
    while 0 <= at < len(looks) and length < _RUN and not looks[at].sentence and abs(looks[at].words - own.words) <= 3:
        length += 1
        at += step
    return length


def _compare(found: Sequence[Headline], rows: Sequence[Traits]) -> None:
    """Adds what a candidate is beside the others: the headline is the best of its page, not good by itself."""
    for name in ("in-body", "often-in-body", "in-lead", "inside-others", "shared-with-top"):
        most = max(row[name] for row in rows)
        for row in rows:
            row[f"{name}/most"] = row[name] - most
    levels = [row["level"] for row in rows if row["level"]]
    highest = min(levels, default=0.0)
    best: dict[int, float] = {}
    for one, row in zip(found, rows, strict=True):
        if one.index:
            best[one.index] = max(best.get(one.index, 0.0), row["shared-with-top"])
    ranked = [*sorted(((share, index) for index, share in best.items()), reverse=True)[:2], (0.0, -1), (0.0, -1)]
    for one, row in zip(found, rows, strict=True):
        others = ranked[ranked[0][1] == one.index][0]
        row["top-of-others"] = others
        row["top-beside-others"] = row["shared-with-top"] - others
        row["below-highest"] = row["level"] - highest if row["level"] else 9.0
        row["headings"] = min(len(levels), 5)
