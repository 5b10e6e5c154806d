"""A dump whose tool put nothing between a page's parts (``get_text()`` of BeautifulSoup): they are put on lines again.

`Read moreBoatsBy Ada Quill` were a link, a headline and a byline. Where the source of the page had no line ends, all of
it is one line.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import Final

from generator.cleaning.pieces.links import Unlinked
from generator.cleaning.pieces.words import ANY_FUNCTION_WORD

_LONG, _FEWEST = 1_000, 3
"""Letters of a line that hardly anybody writes, and places in it at which parts surely meet."""
_SURE: Final = re.compile(
    r"(?<=[^\W\d_]{2}[.?!;])(?=[A-ZÀ-Þ“])|(?<=[^\W\d_][.?!][”\"’)])(?=[A-ZÀ-Þ])"
    r"|(?<=[\d)\]”’%!?])(?=[A-ZÀ-Þ][a-zß-ÿ]{2})|(?<=\b[a-zß-ÿ]{4})(?=[A-ZÀ-Þ][a-zß-ÿ]{2,20}(?:[ .,!?]|$))"
)
"""Behind the end of a sentence, a number or a bracket, and behind a word in small letters; not in names of code."""
_MEETING: Final = re.compile(
    r"(?<=[a-zß-ÿ\d.?!;:)”\"’%\]])(?=[A-ZÀ-Þ“][a-zß-ÿA-ZÀ-Þ ])|(?<=[a-zß-ÿ]{3})(?=\d{1,2}\. [A-ZÀ-Þ])"
)
_GAP: Final = re.compile(r"(?<=[^\s.!?:;,])\s{2,}(?=\S)")
"""Blanks between elements; behind a sentence writers put two."""
_BEFORE: Final = re.compile(r"[^\W_]*$")
_LOWER_BEFORE: Final = re.compile(r"\b[a-zß-ÿ]+[,;]?\s{1,3}$")
_LOWER_BEHIND: Final = re.compile(r"[,;]|['’]s |[.:?!)’'-]?\s{1,3}[a-zß-ÿ(]|[.:?!)](?=\s|$)")
_HUMPS: Final = re.compile(r"[^\W\d_]+")
_HUMP, _MOST_HUMPS = re.compile(r"[A-ZÀ-Þ][a-zß-ÿ]"), 2
"""Large letters amid a name, and how many it has."""
_BEGINNINGS: Final = ANY_FUNCTION_WORD | {
    *("after", "before", "here", "how", "many", "most", "once", "since", "some", "there", "what", "while", "why"),
}
"""Words with which sentences begin, and no half of a name."""
_PREFIXES: Final = frozenset({"Mc", "Mac", "i", "e", "De", "Di", "La", "Le", "Van", "O"})
_EVERYWHERE: Final = (
    "AirBnB|BuzzFeed|DevOps|FaceTime|GitHub|GitLab|HubSpot|JavaScript|LinkedIn|MailChimp|OpenAI|PayPal|PowerPoint"
    "|TikTok|TypeScript|WhatsApp|WordPress|YouTube"
)
"""Names with a large letter amid them, which pages have everywhere."""
_NAME: Final = re.compile(r"(?<![^\s(“‘\"'/-])[^\W\d_]{0,20}[a-zß-ÿ](?:[A-ZÀ-Þ]+[a-zß-ÿ]{0,20}){1,3}(?![^\W_])")
_TIMES, _MOST_NAMES = 2, 200
_SIDE: Final = 40


def without_glue(text: str) -> Unlinked | None:
    """A dump with the parts of its page on lines of their own; None where it has them so."""
    raw = text.split("\n")
    if not any(len(line) >= _LONG and len(_SURE.findall(line)) >= _FEWEST for line in raw):
        return None
    names = _names_in(text)
    lines: list[str] = []
    origins: list[int] = []
    for number, line in enumerate(raw, start=1):
        parts = [part for stretch in _GAP.split(line) for part in _parts(stretch, names)]
        lines += parts
        origins += [number] * len(parts)
    return Unlinked(text="\n".join(lines), origins=tuple(origins))


def _names_in(text: str) -> re.Pattern[str]:
    """Names with a large letter amid them: everybody's, and those that come again and stand in a sentence."""
    found = Counter(match[0] for match in _NAME.finditer(text))
    amid = {match[0] for match in _NAME.finditer(text) if _is_amid(text, match)}
    own = [name for name, times in found.most_common(_MOST_NAMES) if times >= _TIMES and name in amid]
    return re.compile("|".join((_EVERYWHERE, *sorted(map(re.escape, own), key=len, reverse=True))))


def _is_amid(text: str, name: re.Match[str]) -> bool:
    """Whether a name stands in a sentence: small words around it, or a mark behind it."""
    before = text[max(0, name.start() - _SIDE) : name.start()]
    return _LOWER_BEFORE.search(before) is not None and _LOWER_BEHIND.match(text, name.end()) is not None


def _parts(line: str, names: re.Pattern[str]) -> Iterator[str]:
    named = {place for name in names.finditer(line) for place in range(name.start() + 1, name.end())}
    behind = 0
    for place in _MEETING.finditer(line):
        if place.start() not in named and _meet(line, place.start()):
            yield line[behind : place.start()]
            behind = place.start()
    yield line[behind:]


def _meet(line: str, place: int) -> bool:
    """Whether two parts meet at a place, and no name has a large letter there."""
    above = line[max(0, place - _SIDE) : place]
    word = _BEFORE.search(above)
    before = word[0] if word else ""
    if not before:
        # A sentence has ended; `U.S.` and `e.g.` have not.
        return above[-3:].count(".") <= 1
    if before in _PREFIXES:
        return False
    is_amid = _LOWER_BEFORE.search(above[: -len(before)]) is not None
    word = _HUMPS.match(line, place, place + _SIDE)
    if not is_amid or word is None or len(_HUMP.findall(word[0])) > _MOST_HUMPS:
        return True
    if before[0].isupper() and word[0].lower() in _BEGINNINGS:
        return True
    return _LOWER_BEHIND.match(line, word.end()) is None and not (before[0].isupper() and word.end() == len(line))
