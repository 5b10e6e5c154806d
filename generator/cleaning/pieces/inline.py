"""Sentences that a dump broke at their links, names, emphasis and code, as BeautifulSoup prints them.

Every string of a page stands on a line of its own, with or without the blanks around it. No mark tells such a line from
a heading or an item: what it ends with, what it begins with and what follows it do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise
from typing import Final, Literal, NamedTuple

from generator.cleaning.pieces.lines import RawLine
from generator.cleaning.pieces.words import ALONE, ANY_FUNCTION_WORD, GO_ON, OPEN_ENDS
from generator.text.sentences import SENTENCE_BREAK, ends_sentence

Inline = Literal["no", "bare", "seams"]
"""Whether lines are cut at inline elements: never, without the blanks around them, or with these at the seams."""

_FEWEST_CUTS: Final = 3
_SHORTEST: Final = 12
"""Letters of a line by which a cut is known."""
_MOST_BLANK: Final = 10
"""One line in so many may be empty where every line is a string: more stand where white space is printed too."""
_LAST_WORD: Final = re.compile(r"([^\W\d_]+)$")
_SMALL: Final = re.compile(r"[^\W\d_A-ZÀ-Þ]+(?![\w)])")
"""A first word in small letters: no ``n8n``, no ``eBay``, no ``a)``."""
_LETTER: Final = re.compile(r"[^\W_]")
_DATED: Final = re.compile(r"(?:at|on) .{0,12}\d.{0,20}")
"""Behind whoever wrote it, such a line says when."""
_CONTINUING: Final = ",.;:!?)]%’”…"
_CLOSING: Final = re.compile(r"[\"'](?:[ ,.;:)]|s\b)")
"""A straight mark that closes what it stands before."""
_OPENING: Final = "([“‘$£€#@/—–-&"
_ALWAYS_OPEN: Final = "([“‘—–&"
_OF_LABELS: Final = frozenset({"before", "for", "in", "like", "on", "to"})
_LABEL: Final = 3
_ARTICLES: Final = frozenset({"a", "an", "the"})
_BULLET: Final = "o "
"""Of an item in another, as inscriptis prints it."""
_TIGHT: Final = "([“‘$£€#@/"
_ASIDE: Final = re.compile(r"[(–—]\s?\S|[–—]$")
_LONG, _NAMED, _LEAST = 12, 6, 4
"""Words: of a line too long for a heading or an item; of a link or a name at most; of what reads as a sentence."""


def inline_breaks(lines: Sequence[RawLine], width: int | None) -> Inline:
    """How a dump breaks at inline elements.

    Args:
        lines: All of the dump.
        width: At which its paragraphs are wrapped, if they are: then a line may begin with a small letter anyway.
    """
    pairs = [(first, second) for first, second in pairwise(lines) if first.text and second.text]
    if not may_be_strings(lines):
        # Lines of code may be indented by one blank; none ends with one.
        keeps = any(first.trails for first, _ in pairs)
        return "seams" if keeps and _reaches(has_seam(*pair) and _is_cut(*pair) for pair in pairs) else "no"
    own = [pair for pair in pairs if pair[1].kind == "paragraph"]
    cuts = (_is_marked(*pair) if width is not None else _is_cut(*pair) for pair in own)
    return "bare" if _reaches(cuts) else "no"


def may_be_strings(lines: Sequence[RawLine]) -> bool:
    """Whether every line of a dump may be a string of a page: few are empty."""
    return sum([1 for line in lines if not line.text]) <= len(lines) // _MOST_BLANK


def _reaches(found: Iterator[bool]) -> bool:
    return sum(found) >= _FEWEST_CUTS


def has_seam(first: RawLine, second: RawLine) -> bool:
    """Whether one blank stands where two lines meet: between elements there would be more, or none."""
    return second.number == first.number + 1 and (first.trails or second.indent == 1)


def is_seam(line: RawLine, inline: Inline) -> bool:
    """Whether an empty line may be the one blank between two links: more, or none, part paragraphs."""
    return inline == "seams" and line.trails and not line.text


def _is_marked(first: RawLine, second: RawLine) -> bool:
    return second.text[0] in ",.;)" and first.text[-1].isalnum()


def _is_cut(first: RawLine, second: RawLine) -> bool:
    text = second.text
    is_long = len(text) > _SHORTEST and " " in text and not text.startswith(_BULLET)
    return (is_long and text[0].islower() and not ends_sentence(first.text)) or _is_marked(first, second)


def _speaks_on(text: str, following: str) -> bool:
    """Whether two strings with a blank between them are one sentence, and not two names beside each other."""
    if following[0].islower() or not following[0].isalnum() or text[-1] in ":,":
        return _LETTER.search(text) is not None
    return any(word.lower() in ANY_FUNCTION_WORD for word in text.split(" "))


class Joint(NamedTuple):
    """Where a line meets the paragraph above it."""

    text: str
    """The paragraph so far."""
    last: RawLine
    """Its last line."""
    line: RawLine
    after: str
    """The text of the line behind it, '' if there is none."""


def continues(joint: Joint, inline: Inline) -> bool:
    """Whether a line goes on where the text before it stopped."""
    text, last, line, after = joint
    following = with_dash(line) if inline != "no" else line.text
    if _stands_apart(last, line, following):
        return False
    if _begins_with_mark(following, inline):
        return len(text) > 1 and (inline != "no" or len(following) > 1)
    if inline == "no" or ends_sentence(text):
        return False
    if inline == "seams" and has_seam(last, line):
        return _speaks_on(text, following)
    is_inside = _is_open(text, following) or _is_middle(text, following) or _is_name_amid(text, following, after)
    # Behind these marks stand lists, each item a line.
    return is_inside and text[-1] not in ":;"


def _stands_apart(last: RawLine, line: RawLine, following: str) -> bool:
    """Whether a line is an item, or has more than the one blank of a seam above it."""
    if line.number > last.number + 1 and (last.trails or line.indent):
        return True
    is_item = line.marker == last.marker == "–" or following.startswith(_BULLET)
    return is_item or (line.kind != "paragraph" and following is line.text)


def _begins_with_mark(following: str, inline: Inline) -> bool:
    if following[0] in _CONTINUING and following[0] != "…" and following[:3] != "...":
        return True
    return inline != "no" and _CLOSING.match(following) is not None


def with_dash(line: RawLine) -> str:
    """What a line says, where a dash at its beginning looks like an item's mark."""
    return f"{line.marker} {line.text}" if line.marker == "–" else line.text


def _is_open(text: str, following: str) -> bool:
    """Whether a text must go on: behind a comma, an opening bracket, `the`, `such as`."""
    if text[-1] == ",":
        return not _are_items(text, following)
    if text[-1] == '"':
        return text[-2:-1] in ("", " ")
    if text[-1] in _OPENING and len(text) > 1:
        return text[-1] in _ALWAYS_OPEN or text[-2] == " "
    last = _LAST_WORD.search(text[-30:])
    return last is not None and (text in ALONE if last[1] == text else _must_go_on(text, last[1], following))


def _must_go_on(text: str, last: str, following: str) -> bool:
    """Whether a text must go on behind its last word; below `Best for` may stand whom it is best for."""
    is_label = last in _OF_LABELS and text.count(" ") < _LABEL and not following[0].islower()
    return last in OPEN_ENDS and " " in text and not is_label


def _is_middle(text: str, following: str) -> bool:
    """Whether a line begins as no heading and no item does: in brackets, behind a dash, with a small `and` or `was`."""
    if _ASIDE.match(following):
        return True
    first = _SMALL.match(following)
    if first is None or following == "by":
        return False
    goes_on = first[0] in GO_ON
    if _are_items(text, following) and not (goes_on and first[0] not in _ARTICLES):
        return False
    if goes_on:
        return _runs(text) or not _DATED.fullmatch(following)
    return _runs(text) or _speaks(following) or SENTENCE_BREAK.search(text) is not None


def _are_items(text: str, following: str) -> bool:
    """Whether two lines, each with a small letter first, look like items of a list that a dump left without marks."""
    return (
        text[0].islower()
        and following[0].islower()
        and not (SENTENCE_BREAK.search(text) or SENTENCE_BREAK.search(following))
    )


def _is_name_amid(text: str, following: str, after: str) -> bool:
    """Whether a link or a name stands amid a sentence: the text is no heading and has no end, and a line goes on."""
    words = text.split(" ")
    if len(words) < _LONG or not text[-1].isalnum() or not _runs(text) or not after:
        return False
    named = following.split(" ")
    is_followed = after[0] in ",.;)" or after[0].islower()
    if len(named) > _NAMED or not is_followed or following[-1] in ":,":
        return False
    return SENTENCE_BREAK.search(text) is not None or not any(word.lower() in ANY_FUNCTION_WORD for word in named)


def _runs(text: str) -> bool:
    """Whether a text reads as part of a sentence: a few words, some of them function words."""
    words = text.split(" ")
    return len(words) >= _LEAST and sum([1 for word in words if word in ANY_FUNCTION_WORD]) * 6 >= len(words)


def _speaks(following: str) -> bool:
    """Whether a line says something with its few words, or ends what another said."""
    return ends_sentence(following) or not ANY_FUNCTION_WORD.isdisjoint(following.split(" "))


def joined(text: str, following: str) -> str:
    """A text and the line that goes on with it."""
    if following[0] in _CONTINUING or _CLOSING.match(following) or text[-1] in _TIGHT:
        return text + following
    return text + following if text.endswith(' "') or text == '"' else f"{text} {following}"
