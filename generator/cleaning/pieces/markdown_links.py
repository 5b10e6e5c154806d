"""A dump that holds its links in Markdown, as its reader sees it: without their addresses, a paragraph on one line.

What html2text, markdownify and the readers of language models write is read into a text such as the same tools write
without links. Line numbers stay: a line that went to the paragraph above is empty.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections import deque
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final, NamedTuple

from generator.cleaning.pieces.inline import joined, may_be_strings
from generator.cleaning.pieces.lines import raw_lines
from generator.cleaning.pieces.links import Link, Unlinked
from generator.cleaning.pieces.marks import plain

_FEWEST: Final = 3
"""Links: whoever wrote of Markdown, or pasted one link, wrote a text as it is to be read."""
_LONGEST: Final = 4_000
"""Letters between the brackets of a link: it may go around a picture, a headline and what is below them."""
_TITLE, _ADDRESS_LABEL, _CONTENT = "Title: ", "URL Source: ", "Markdown Content:"
_READER: Final = re.compile(rf"\s{{0,9}}{_TITLE}[^\n]{{0,1000}}\s{{1,9}}{_ADDRESS_LABEL}")
"""The header of a reader for language models (Jina)."""
_HEADER: Final = 12
"""Lines that it has at most."""
_DEEPEST: Final = 20
_ADDRESS: Final = r"""(?:<[^<>\n]*+>|(?:[^\s()<>]++|\([^\s()<>]*+\)|\n[ ]{0,8}(?=[^\s"']))*+)"""
"""One that html2text wrapped goes on below, if no title does."""
_SIGN: Final = re.compile(
    r"(?P<escaped>\\.)|(?P<open>!?\[)"
    rf"|\]\([ ]?(?P<href>{_ADDRESS})(?P<title>\s++(?:\"[^\"\n]*+(?:\n[^\"\n]+){{0,2}}\"|'[^'\n]*+'))?[ ]?\)"
    r"|\]\[(?P<reference>[^\[\]\n]{0,80})\]|(?P<close>\])"
)
_DEFINED: Final = re.compile(
    r"^ {0,3}\[(?P<reference>[^\[\]^\n][^\[\]\n]{0,80})\]: *+"
    r"<?(?P<href>(?:[a-z][a-z0-9+.-]{1,20}:|\.{0,2}/|#|www\.)[^\s<>]++)>?"
    r" *+(?:[\"'(][^\n]*+)?$",
    re.MULTILINE | re.IGNORECASE,
)
"""What a reference stands for: an address and at most a title. What somebody says (`[Mayor]: No.`) is text."""
_FENCE: Final = re.compile(r" {0,8}(?P<sign>`{3,}|~{3,})")
_BLOCK: Final = re.compile(r"\s*(?:#{1,6}\s|>|[-*+•·]\s|\d{1,3}[.)]\s|\||`{3}|~{3}|(?:[-*_=] *){3,}$|:{3})")
"""What begins anew below a line."""
_MARK_ALONE: Final = re.compile(r"\s*(?:[-*+•·>]|#{1,6}|\d{1,3}[.)])?[\s*_]*")
"""What is left of a line that held a picture or a link without words."""
_ROW: Final = re.compile(r"\s*(?:#|\||`{3}|~{3}|:{3}|(?:[-*_=] *){3,}$)")
"""What is whole on one line."""
_UNDERLINE: Final = re.compile(r" {0,3}(?:(?P<title>={3,})|-{3,})\s*")
_HEADING: Final = re.compile(r"#{1,6}\s")
_CODE: Final = 4
"""Blanks before a line of code."""
_WIDE: Final = 60
"""Letters of a heading that html2text may have wrapped."""
_HYPHEN: Final = re.compile(r"[^\W_]-$")
_SUSPENDING: Final = frozenset({"and", "or", "to", "und", "oder", "et", "ou", "y", "o", "e", "en", "of"})
"""Before such a word a hyphen stands for one that follows: `short- and long-term`."""
_SPACE: Final = re.compile(r"\s+")


class Span(NamedTuple):
    """Where a link or a picture stands in a text, with its signs; its words from ``inner`` to ``outer``."""

    start: int
    inner: int
    outer: int
    end: int
    href: str
    is_picture: bool


def without_markdown_links(text: str) -> Unlinked | None:
    """A dump without the signs of the links that it holds in Markdown; None where it holds hardly any."""
    by_reader = is_of_reader(text)
    if not by_reader and text.count("](") + text.count("][") < _FEWEST:
        return None
    defined = list(_DEFINED.finditer(text)) if "]: " in text else []
    spans = list(spans_in(text, {one["reference"].lower(): one["href"] for one in defined}))
    if not by_reader and len(spans) < _FEWEST:
        return None
    bare = _Bare.of(text, sorted({*(cut for span in spans for cut in _cuts(span)), *(one.span() for one in defined)}))
    lines, raw = bare.text.split("\n"), text.split("\n")
    # Where every line may be a string of a page somebody shows Markdown there.
    lines, homes = (lines, {}) if may_be_strings(raw_lines(text)) else _on_one_line(lines, raw)
    lines = _without_header(lines) if by_reader else lines
    found = (link._replace(line=homes.get(link.line, link.line)) for link in _links(bare, spans))
    return Unlinked(text="\n".join(lines), links=tuple(found), homes=homes)


def is_of_reader(text: str) -> bool:
    """Whether a reader for language models printed a page, below a header that says which."""
    return _READER.match(text) is not None


def spans_in(text: str, defined: Mapping[str, str]) -> Iterator[Span]:
    """The links and pictures of a text, those in others before these.

    Args:
        text: In Markdown.
        defined: The name of a reference, in small letters -> the address that it stands for.
    """
    fences = _fences(text)
    opened: deque[re.Match[str]] = deque(maxlen=_DEEPEST)
    for sign in _SIGN.finditer(text):
        if sign["escaped"] or bisect_right(fences, sign.start()) % 2:
            continue
        if sign["open"]:
            opened.append(sign)
            continue
        begun = opened.pop() if opened else None
        if begun is None or sign["close"] or sign.start() - begun.end() > _LONGEST:
            continue
        name = sign["reference"]
        href = sign["href"] if name is None else defined.get((name or text[begun.end() : sign.start()]).lower())
        if href is not None:
            where = _SPACE.sub("", href).strip("<>")
            yield Span(begun.start(), begun.end(), sign.start(), sign.end(), where, is_picture=begun[0] == "![")


def _fences(text: str) -> list[int]:
    """Where code between fences begins and ends, in turns."""
    found: list[int] = []
    place, fence = 0, ""
    for line in text.split("\n") if "```" in text or "~~~" in text else ():
        mark = _FENCE.match(line)
        if mark and (not fence or mark["sign"].startswith(fence)):
            fence = "" if fence else mark["sign"]
            found.append(place)
        place += len(line) + 1
    return found if not fence else found[:-1]


def _cuts(span: Span) -> Iterator[tuple[int, int]]:
    """What nobody sees of a link, or of a picture."""
    if span.is_picture:
        yield span.start, span.end
    else:
        yield span.start, span.inner
        yield span.outer, span.end


@dataclass(frozen=True, slots=True, kw_only=True)
class _Bare:
    """A text of which parts were cut out, all line ends kept."""

    text: str
    kept: Sequence[tuple[int, int, int]]
    """The parts that stayed: where each began, where it begins now, and its length."""

    @classmethod
    def of(cls, text: str, cuts: Sequence[tuple[int, int]]) -> _Bare:
        parts: list[str] = []
        kept: list[tuple[int, int, int]] = []
        behind = length = 0
        for start, end in (*cuts, (len(text), len(text))):
            part = text[behind:start]
            if behind < start or not kept:
                kept.append((behind, length, len(part)))
            ends = "\n" * text.count("\n", max(behind, start), max(behind, end))
            # A reader sees a gap between links that stand beside each other.
            is_beside = not part and not ends and start < len(text) and "".join(parts[-1:])[-1:].isalnum()
            gap = " " if is_beside else ""
            parts += [part, gap + ends] if gap or ends else [part] if part else []
            length += len(part) + len(gap) + len(ends)
            behind = max(behind, end)
        return cls(text="".join(parts), kept=kept)

    def place(self, before: int) -> int:
        """Where a place of the text is now."""
        start, now, length = self.kept[max(0, bisect_right(self.kept, (before, len(self.text), 0)) - 1)]
        return now + max(0, min(before - start, length))


def _links(bare: _Bare, spans: Sequence[Span]) -> Iterator[Link]:
    """The links that have words, in order."""
    ends = [match.start() for match in re.finditer("\n", bare.text)]
    for span in sorted(spans):
        start, end = bare.place(span.inner), bare.place(span.outer)
        said = bare.text[start:end]
        words = plain(_SPACE.sub(" ", said).strip())[0]
        if words and span.href and not span.is_picture:
            yield Link(bisect_right(ends, start + len(said) - len(said.lstrip()) - 1) + 1, words, span.href)


def _on_one_line(lines: list[str], raw: Sequence[str]) -> tuple[list[str], dict[int, int]]:
    """The lines, each paragraph on its first one, and which line went to which, both from 1.

    Args:
        lines: Of the text without signs.
        raw: Of the text as it was.
    """
    homes: dict[int, int] = {}
    paragraphs: dict[int, list[str]] = {}
    found: list[str] = []
    home: int | None = None
    fence = ""
    for place, line in enumerate(lines):
        shown = "" if line != raw[place] and _MARK_ALONE.fullmatch(line) else line
        mark = _FENCE.match(shown)
        if fence or mark:
            fence, home = _fence_below(fence, mark), None
        elif not shown.strip():
            home = None if not raw[place].strip() else home
        elif home is not None and (line_below := _UNDERLINE.fullmatch(shown)) and not _BLOCK.match(found[home]):
            # What is underlined is a heading; `#` says so in a line.
            paragraphs.setdefault(home, [found[home].rstrip()]).insert(0, "# " if line_below["title"] else "## ")
            homes[place + 1], home, shown = home + 1, None, ""
        elif home is not None and not _BLOCK.match(shown):
            own = paragraphs.setdefault(home, [found[home].rstrip()])
            own.append(_going_on(own[-1], shown.strip()))
            homes[place + 1] = home + 1
            home = None if _ends_there(raw[place]) else home
            shown = ""
        else:
            home = place if _may_go_on(shown, raw[place], found) else None
        found.append(shown)
    for place, parts in paragraphs.items():
        found[place] = "".join(parts)
    return found, homes


def _going_on(above: str, line: str) -> str:
    """A line as it goes on with the one above it: a blank before it, unless that one ends amid a word with a hyphen."""
    is_broken = _HYPHEN.search(above) is not None and line.split(" ", 1)[0] not in _SUSPENDING
    return line if is_broken else joined(above, line)[len(above) :]


def _without_header(lines: Sequence[str]) -> list[str]:
    """The lines without the labels of a reader's header: its title stands on top, as that of other tools' dumps."""
    found = [
        "" if line.startswith((_ADDRESS_LABEL, _CONTENT)) else line.removeprefix(_TITLE) for line in lines[:_HEADER]
    ]
    return [*found, *lines[_HEADER:]]


def _fence_below(fence: str, mark: re.Match[str] | None) -> str:
    """The fence of the code in which the next line stands, '' where it stands in none."""
    if mark is None or not mark["sign"].startswith(fence):
        return fence
    return "" if fence else mark["sign"]


def _may_go_on(line: str, raw: str, above: Sequence[str]) -> bool:
    """Whether the line below may be of the same paragraph."""
    if _ends_there(raw) or (_ROW.match(line) and not (_HEADING.match(line) and len(raw) >= _WIDE)):
        return False
    is_code = line[:_CODE].isspace() and not _BLOCK.match(line) and not any(one.strip() for one in above[-1:])
    return not is_code


def _ends_there(raw: str) -> bool:
    """Whether a line breaks where the page does."""
    return raw.endswith(("  ", "\\"))
