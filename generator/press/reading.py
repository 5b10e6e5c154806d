"""An article between the labels of a press database: its fields, and which lines are its text."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import groupby
from typing import Final, NamedTuple

from generator.press.clipping import Clipping
from generator.press.labels import is_field, label_of
from generator.press.values import date_in, tidied
from generator.text.sentences import ends_sentence

_INDENT: Final = 6
"""Blanks before a line that stands in the middle of its page."""
_RIGHTS: Final = re.compile(
    r"\s*\(?(?:copyright\b|©|\(c\)|all rights reserved|alle rechte|tous droits|distributed by|certificat [ée]mis)",
    re.IGNORECASE,
)
_PAGE: Final = re.compile(r"\s*Page \d{1,4} (?:of|sur|von) \d{1,4}\s*|\f.*")
_END: Final = re.compile(r"\s*(?:[~_=*-]{3,}|-\s?30\s?-|#(?:\s?#){2,5}|end of document|ends)\s*", re.IGNORECASE)
_CITED: Final = re.compile(r"\s*(?:source citation\b|reporter[’']s email:|contact (?:the writer|us)\b)", re.IGNORECASE)
_SIGNED: Final = re.compile(r"\s*By [A-ZÀ-Þ].{1,80}")
_PARTED: Final = re.compile(r"\s+[|–—-]\s+")
_FEWEST: Final = 10
"""Words of a paragraph that no database prints below a text."""
_OTHERS: Final = 7
"""Words beside the date in a line that dates an issue: weekday, edition, paper."""


class _Opening(NamedTuple):
    """What unlabelled lines above the labels tell: field -> its lines and what they say."""

    lines: Sequence[int]
    value: str


@dataclass(slots=True)
class _Draft:
    """What was read so far of one article."""

    values: dict[str, str] = field(default_factory=dict)
    shown: dict[int, str] = field(default_factory=dict)
    body: dict[int, int] = field(default_factory=dict)
    opening: list[int] = field(default_factory=list)
    role: str = ""
    """Of the label that the next lines go on with; '' where none does."""
    is_open: bool = False
    """A label of the text was met, and none below it."""
    is_closed: bool = False
    """A label below the text was met."""

    def label(self, number: int, role: str, value: str) -> None:
        """A label that is none of a text's."""
        self.role = role
        self.is_closed = self.is_closed or bool(self.body)
        self.is_open = self.is_open and not self.is_closed
        if is_field(role) and not (role == "outlet" and self.body and role in self.values):
            self.shown[number] = role
            if value and not self.values.get(role):
                self.values[role] = value

    def go_on(self, number: int, text: str) -> None:
        """A line that goes on with what a label tells."""
        if is_field(self.role):
            self.shown[number] = self.role
            known = self.values.get(self.role, "")
            self.values[self.role] = f"{known}{'; ' if self.role == 'authors' else ' '}{text}" if known else text


def read(lines: Sequence[str], first: int, last: int, *, coded: bool = False) -> Clipping | None:
    """The article in some lines of a file; None where they have no text.

    A text stands behind its label, or, where none has one, below the labels above it.

    Args:
        lines: All of the file.
        first: Number of its first line.
        last: Number of the line after its last.
        coded: Whether labels are Factiva's codes of two letters.
    """
    labels = {number: found for number in range(first, last) if (found := label_of(lines[number], coded=coded))}
    has_label = any(label.role == "text" for label in labels.values())
    draft = _Draft()
    is_above = False
    prose = max((n for n in range(first, last) if n not in labels and _is_prose(lines[n])), default=first)
    for number in range(first, last):
        line, label = lines[number], labels.get(number)
        is_apart = number == first or not lines[number - 1].strip() or number - 1 in labels
        if not line.strip():
            draft.role = draft.role if _waits(draft, number, labels, lines, last) else ""
        elif label and draft.body and number < prose and label.role not in ("below", "text"):
            draft.body[number] = 0  # amid a text somebody may name a source, or a date
        elif label and (is_apart or not draft.is_open) and (has_label or not draft.body or label.role != "above"):
            if label.role == "text":
                draft.role, draft.is_open, draft.is_closed = "", True, False
                draft.body |= {number: label.size} if label.value else {}
            else:
                draft.label(number, label.role, label.value)
            is_above = True
        elif draft.role:
            draft.go_on(number, line.strip())
        elif draft.is_open or (not has_label and is_above and not draft.is_closed):
            draft.body[number] = 0
        elif not draft.is_closed and not draft.body:
            draft.opening.append(number)
    return _clipping(lines, first, last, draft) if draft.body else None


def _is_prose(line: str) -> bool:
    """Whether a line is a paragraph of a text, or the end of one."""
    is_of_database = _RIGHTS.match(line) or _CITED.match(line) or _END.fullmatch(line)
    return not is_of_database and len(line.split()) >= _FEWEST and ends_sentence(line.rstrip())


def _waits(draft: _Draft, number: int, labels: Mapping[int, object], lines: Sequence[str], last: int) -> bool:
    """Whether a label above an empty line has its value below it, as Gale's have."""
    return (
        is_field(draft.role)
        and number - 1 in labels
        and not draft.values.get(draft.role)
        and number + 1 < last
        and number + 1 not in labels
        and bool(lines[number + 1].strip())
    )


def _clipping(lines: Sequence[str], first: int, last: int, draft: _Draft) -> Clipping:
    values, shown = dict(draft.values), dict(draft.shown)
    for name, found in _opening(lines, draft.opening).items():
        if name not in values:
            values[name] = found.value
        shown |= dict.fromkeys(found.lines, name)
    body = _trimmed(lines, draft.body, values.get("title", ""))
    return Clipping(first=first, last=last, values=tidied(values), shown=shown, body=body)


def _trimmed(lines: Sequence[str], body: Mapping[int, int], title: str) -> dict[int, int]:
    """The lines of a text without breaks of pages, the headline above each page, and what closes it."""
    kept: list[int] = []
    is_broken = False
    for number in body:
        if _PAGE.fullmatch(lines[number]):
            is_broken = True
        elif _CITED.match(lines[number]):
            break
        elif not (is_broken and lines[number].strip() == title):
            is_broken = False
            kept.append(number)
        else:
            is_broken = False
    while kept and _closes(lines, kept):
        kept.pop()
    return {number: body[number] for number in kept}


def _closes(lines: Sequence[str], kept: Sequence[int]) -> bool:
    """Whether the last line of a text closes it: whose rights, a sign that it is over, a name below such a sign."""
    final = lines[kept[-1]]
    is_signed = len(kept) > 1 and _END.fullmatch(lines[kept[-2]]) and _SIGNED.fullmatch(final)
    return bool(_RIGHTS.match(final) or _END.fullmatch(final) or is_signed)


def _opening(lines: Sequence[str], opening: Sequence[int]) -> dict[str, _Opening]:
    """Headline, outlet and date in the lines above the first label.

    In the middle of a page the paper stands above the date, and the headline below it at the margin; elsewhere the
    headline is first, then the paper, then the date. Where nothing is dated the headline is all there is.
    """
    told = [n for n in opening if not _RIGHTS.match(lines[n]) and not _PAGE.fullmatch(lines[n])]
    runs = list(_runs(lines, told))
    dated = [number for number in told if _is_date_line(lines[number])]
    if not dated:
        return {"title": _joined(lines, runs[0])} if runs else {}
    day = dated[-1]
    date = _Opening([day], date_in(lines[day]))
    if len(parts := _PARTED.split(lines[day].strip())) > 1:
        paper = next((part for part in parts if not date_in(part)), "")
        own = [number for run in runs if day in run for number in run if number < day]
        above = [run for run in runs if run[-1] < day]
        head = own or (above[-1] if above else [])
        return {"date": date, "outlet": _Opening([], paper)} | ({"title": _joined(lines, head)} if head else {})
    if _is_central(lines[day]):
        papers = [number for number in told if number < day and _is_central(lines[number])]
        heads = [run for run in runs if run[0] > day and not _is_central(lines[run[0]])]
        found = {"date": date}
        found |= {"outlet": _joined(lines, papers[-1:])} if papers else {}
        title = heads[0] if heads else papers[-2:-1]
        return found | ({"title": _joined(lines, title)} if title else {})
    above = [run for run in runs if run[-1] < day]
    own = [number for run in runs if day in run for number in run if number < day]
    named = [*above, *([[number] for number in own])]
    found = {"date": date}
    found |= {"outlet": _joined(lines, named[-1])} if named else {}
    return found | ({"title": _joined(lines, named[-2])} if len(named) > 1 else {})


def _runs(lines: Sequence[str], numbers: Sequence[int]) -> Iterator[list[int]]:
    """Lines that stand together, no empty one between them; where a page is centred, those of one margin."""
    shifted = enumerate(numbers)
    for _, run in groupby(shifted, key=lambda item: (item[1] - item[0], _is_central(lines[item[1]]))):
        yield [number for _, number in run]


def _joined(lines: Sequence[str], numbers: Sequence[int]) -> _Opening:
    """Lines of one field; what follows a semicolon at the end of one is the deck below a headline."""
    words: list[str] = []
    for number in numbers:
        words.append(lines[number].strip())
        if words[-1].endswith(";"):
            break
    return _Opening(numbers, " ".join(words).rstrip(";"))


def _is_central(line: str) -> bool:
    return len(line) - len(line.lstrip()) >= _INDENT


def _is_date_line(line: str) -> bool:
    found = date_in(line)
    return len(found) == len("2011-11-04") and len(line.split()) <= 3 + _OTHERS
