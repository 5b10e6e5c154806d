"""Which lines of a text are articles of a press database, a wire or a script, and of what kind."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from generator.press import europresse, factiva, mail, pressreader, printed, scripts, tagged, wires
from generator.press.clipping import Clipping
from generator.press.labels import is_field, label_of
from generator.press.reading import read

_ACADEMIC: Final = re.compile(
    r"\s*\d{1,5} (?:of|von|de|di|van) \d{1,5} (?:DOCUMENTS?|DOKUMENTEN?|DOCUMENTOS?|DOCUMENTI)\s*"
)
_UNI: Final = re.compile(r"\s*End of Document\s*", re.IGNORECASE)
_PROQUEST: Final = re.compile(r"\s*Document \d{1,5} of \d{1,5}\s*")
_EBSCO: Final = re.compile(r"\s*Record: \d{1,5}\s*")
_NEWSBANK: Final = re.compile(r"Copyright: .{3,200}")
_TOP: Final = 20
_FOOT: Final = re.compile(r"\s*(?:OpenURL Link|[-_=*]{5,})")
_FEWEST: Final = 4
"""Labels that we know, in a text that a database printed alone."""


def clippings(text: str, *, is_piece: bool = False) -> tuple[Clipping, ...]:
    """The articles that a text holds, where it is a press database's, a wire's or a script's; else none.

    Args:
        text: All of a file, or one of the articles that it was cut into.
        is_piece: Whether it is such an article: what told the file as a whole is not wanted of it again.
    """
    folded = text.lower()
    for kind in _KINDS:
        is_likely = any(sign in folded for sign in kind.signs) if kind.signs else True
        lines = text.split("\n") if is_likely and kind.anchor.search(text) else []
        if found := tuple(one for one in kind.read(lines) if one.body):
            return found
    return tuple(scripts.parted(text.split("\n"), fewest=1)) if is_piece else ()


def _academic(lines: Sequence[str]) -> Iterator[Clipping]:
    yield from _between(lines, [n for n, line in enumerate(lines) if _ACADEMIC.fullmatch(line)])


def _proquest(lines: Sequence[str]) -> Iterator[Clipping]:
    yield from _between(lines, [n for n, line in enumerate(lines) if _PROQUEST.fullmatch(line)])


def _ebsco(lines: Sequence[str]) -> Iterator[Clipping]:
    yield from _between(lines, [n for n, line in enumerate(lines) if _EBSCO.fullmatch(line)])


def _uni(lines: Sequence[str]) -> Iterator[Clipping]:
    yield from _up_to(lines, [n for n, line in enumerate(lines) if _UNI.fullmatch(line)])


def _newsbank(lines: Sequence[str]) -> Iterator[Clipping]:
    ends = [n for n, line in enumerate(lines) if n and _NEWSBANK.match(line) and lines[n - 1].startswith("Record:")]
    yield from _up_to(lines, [_past_foot(lines, end) for end in ends])


def _past_foot(lines: Sequence[str], end: int) -> int:
    """The last line of what stands below an article's rights: a link to it, a row of signs."""
    below = (n for n in range(end + 1, len(lines)) if lines[n].strip() and not _FOOT.match(lines[n]))
    return next(below, len(lines)) - 1


def _alone(lines: Sequence[str]) -> Iterator[Clipping]:
    """A single article with labels all around: at least a headline's and a text's."""
    roles = [label.role for line in lines if (label := label_of(line))]
    fields = {role for role in roles if is_field(role)}
    top = [line for line in lines[:_TOP] if line.strip()][:2]
    is_begun = any(map(label_of, top)) and "text" in roles
    if is_begun and len(fields) > 1 and len(roles) >= _FEWEST:
        found = read(lines, 0, len(lines))
        if found is not None:
            yield found


def _between(lines: Sequence[str], starts: Sequence[int]) -> Iterator[Clipping]:
    """The articles that begin below lines of their own."""
    for first, last in pairwise([*starts, len(lines)]):
        if found := read(lines, first + 1, last):
            yield replace(found, first=first)


def _up_to(lines: Sequence[str], ends: Sequence[int]) -> Iterator[Clipping]:
    """The articles that end at lines of their own."""
    for first, last in pairwise([-1, *ends]):
        if found := read(lines, first + 1, last + 1):
            yield found


class _Kind(NamedTuple):
    """A kind of file: what it has for sure, and what reads it."""

    signs: tuple[str, ...]
    """One of them is in its text, in small letters: most texts are told so, in no time."""
    anchor: re.Pattern[str]
    read: Callable[[Sequence[str]], Iterator[Clipping]]


def _line(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"^(?:{pattern})", re.MULTILINE | re.IGNORECASE)


def _top(pattern: str) -> re.Pattern[str]:
    return re.compile(rf"\A\s{{0,99}}(?:{pattern})", re.IGNORECASE)


_KINDS: Final = (
    _Kind(("document", "dokument"), _line(r"\s{0,60}\d{1,5} (?:of|von|de|di|van) \d{1,5} do[ck]ument"), _academic),
    _Kind(("end of document",), _line(r"[ \t]{0,60}end of document"), _uni),
    _Kind(("document ",), _line(r"(?:AN[ \t]+)?document [a-z][a-z0-9]{9}"), factiva.articles),
    _Kind(("document ",), _line(r"[ \t]{0,9}document \d{1,5} of \d"), _proquest),
    _Kind(("record:",), _line(r"record: \d{1,5}\s*$"), _ebsco),
    _Kind(("record:",), _line(r"record: \w{8}"), _newsbank),
    _Kind(("bc-", "am-", "pm-"), _line(r"\^?(?:AM|PM|BC)-{1,2}\w"), wires.articles),
    _Kind(("·19", "·20", "•19", "•20"), _line(r"[a-z]{2,8}[·•]\d{8}[·•]"), europresse.articles),
    _Kind(
        ("<doc", "<reuters", "<article", "<record"),
        _line(r"[ \t]{0,9}<(?:doc|reuters|article|document|record)\b"),
        tagged.articles,
    ),
    _Kind((), _top(r"(?:from|to|sent|date|subject|von|de):"), mail.articles),
    _Kind((), _top(r"(?:https?://|[^\W\d_][^\n:]{0,40}:[ \t]|[^\n]{4,200}\n)"), scripts.articles),
    _Kind(("pressreader",), _line(r"printed and distributed by pressreader"), pressreader.articles),
    _Kind(("-\n", "- \n"), re.compile(r"[^\W\d_]- ?\n\s*[^\W\d_]"), printed.articles),
    _Kind(("text:", "text :", "body:", "body :"), _line(r"[ \t]{0,9}(?:full ?text|text|body|volltext)[ \t]?:"), _alone),
)
