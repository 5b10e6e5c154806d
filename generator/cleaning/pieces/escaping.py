"""Plain text as Markdown: a backslash before what would be taken for a mark, and as seldom before anything else."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from typing import Final, NamedTuple

from generator.cleaning.pieces.marks import Anchor

_SIGN: Final = re.compile(r"<(?=[A-Za-z/!?])|&(?=#?\w{1,32};)|\](?=\()|\\(?=[!-/:-@\[-`{-~\n]|\Z)")
"""What begins a tag or an entity, ends the words of a link, or escapes what follows."""
_SIGN_IN_LABEL: Final = re.compile(rf"{_SIGN.pattern}|[\[\]]")
_PAIRED: Final = re.compile(r"[^\[\]\\\n]*(?:\[[^\[\]\\\n]*\](?!\()[^\[\]\\\n]*)*")
"""Words whose brackets end no link: ``[3]``. Where a line begins with one it may be escaped alone, so on one line."""
_PARENTHESIS: Final = re.compile(r"[()]")
_MARK: Final = re.compile(r"[*_~`]")
_RUN: Final = re.compile(r"\*+|_+|~+|`+")
_LINE: Final = re.compile(
    r"^(?P<margin>[^\S\n]{0,3})(?:(?P<number>\d{1,9})(?=[.)](?:\s|$))|(?P<row>`{3,}|~{3,}|(?:[*_][^\S\n]*){3,}$)"
    r"|(?P<sign>>|[#+*-](?=\s|$)|#(?=#{1,5}(?:\s|$))|-(?=-[ \t|:-]*$)|=(?==*[^\S\n]*$)"
    r"|[|:](?=[ \t|:-]*-[ \t|:-]*$)"
    r"|\[(?=(?:[^\[\]\\]|\\[^\n]|\n[^\S\n]{0,3}\[){1,999}\]:)))",
    re.MULTILINE,
)
"""What begins a list, code, a quotation, a heading, a rule, the head of a table or the meaning of a reference.

The name of a reference may go on below, and there hold a bracket that is escaped, as one at a line's beginning will be.
"""
_BREAK: Final = re.compile(r"[ \t]*\n(?=.)")
_HASHES: Final = re.compile(r"(?:^|(?<=\s))#+\Z")


class _Span(NamedTuple):
    """A run of one mark, by its place."""

    start: int
    end: int
    opens: bool
    closes: bool


def lines_of(text: str, links: Sequence[Anchor]) -> str:
    """Text and its links as lines of a paragraph, none of which is taken for a heading, an item or the like.

    Two blanks end a line that is to be shown as one.
    """
    return _BREAK.sub("  \n", _LINE.sub(_escaped_line, words_of(text, links)))


def heading_of(text: str, links: Sequence[Anchor]) -> str:
    """Text and its links as the words of a heading, on one line."""
    return _HASHES.sub(r"\\\g<0>", " ".join(words_of(text, links).split()))


def words_of(text: str, links: Sequence[Anchor]) -> str:
    """Text and its links as inline Markdown."""
    parts: list[str] = []
    targets: list[int] = []
    at = 0
    for start, end, href in links:
        if start < at:
            continue
        before = _SIGN.sub(r"\\\g<0>", text[at:start])
        # With a mark of exclamation before it, a link is a picture.
        parts.append(f"{before[:-1]}\\!" if before.endswith("!") else before)
        sign = _SIGN if _PAIRED.fullmatch(text, start, end) else _SIGN_IN_LABEL
        parts += ["[", sign.sub(r"\\\g<0>", text[start:end]), f"]({_target(href)})"]
        targets.append(len(parts) - 1)
        at = end
    parts.append(_SIGN.sub(r"\\\g<0>", text[at:]))
    return _without_marks(parts, frozenset(targets))


def _without_marks(parts: Sequence[str], targets: frozenset[int]) -> str:
    """The parts together, escaped where emphasis or code would begin or end; addresses as they are."""
    whole = "".join(parts)
    if not _MARK.search(whole):
        return whole
    runs: list[re.Match[str]] = []
    at = 0
    for number, part in enumerate(parts):
        runs += [] if number in targets else _RUN.finditer(whole, at, at + len(part))
        at += len(part)
    written, at = [], 0
    for place in sorted(_marks_among(whole, runs)):
        written += [whole[at:place], "\\"]
        at = place
    return "".join([*written, whole[at:]])


def _marks_among(whole: str, runs: Sequence[re.Match[str]]) -> Iterator[int]:
    """The places of all signs of those runs that have a partner."""
    for mark in "*_~":
        spans = [_span(whole, run) for run in runs if run[0][0] == mark]
        first = next((span.start for span in spans if span.opens), len(whole))
        last = next((span.start for span in reversed(spans) if span.closes), -1)
        for span in spans:
            if (span.opens and span.start < last) or (span.closes and span.start > first):
                yield from range(span.start, span.end)
    ticks = [run for run in runs if run[0][0] == "`"]
    for run in ticks if len(ticks) > 1 else ():  # behind a backslash a tick still ends code
        yield from range(*run.span())


def _span(whole: str, run: re.Match[str]) -> _Span:
    """Whether a run may open or close emphasis; where readers of Markdown differ, it may."""
    before, after = whole[run.start() - 1 : run.start()] or " ", whole[run.end() : run.end() + 1] or " "
    opens = not after.isspace() and (_is_letter(after) or not _is_surely_letter(before))
    closes = not before.isspace() and (_is_letter(before) or not _is_surely_letter(after))
    if run[0][0] == "_":
        opens, closes = opens and not _is_surely_letter(before), closes and not _is_surely_letter(after)
    return _Span(run.start(), run.end(), opens, closes)


def _is_letter(sign: str) -> bool:
    """Whether any reader takes a character for one of a word: not white space, no mark."""
    return not sign.isspace() and not unicodedata.category(sign).startswith("P") and not _is_ascii_mark(sign)


def _is_surely_letter(sign: str) -> bool:
    """Whether every reader does: symbols are marks for some."""
    return _is_letter(sign) and not unicodedata.category(sign).startswith("S")


def _is_ascii_mark(sign: str) -> bool:
    return sign.isascii() and not sign.isalnum() and not sign.isspace()


def _escaped_line(match: re.Match[str]) -> str:
    if match["number"] is not None:
        return f"{match[0]}\\"
    if match["row"] is not None:
        return match["margin"] + _MARK.sub(r"\\\g<0>", match["row"])
    return f"{match['margin']}\\{match['sign']}"


def _target(href: str) -> str:
    """An address as it stands behind the words of a link; brackets of its own would end it."""
    plain = href.replace("<", "%3C").replace(">", "%3E")
    return f"<{plain}>" if _PARENTHESIS.search(plain) else plain
