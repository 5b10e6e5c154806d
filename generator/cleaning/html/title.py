"""The headline of an HTML page: the wording on the page that its own description agrees with."""

from __future__ import annotations

import math
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import islice
from typing import Final

from generator.cleaning.fields.dating import read_dates
from generator.cleaning.html.head import TITLE_KEYS, Head, squeezed
from generator.cleaning.markup.blocks import HEADINGS, PageBlock
from generator.text.entities import resolved

_WORD: Final = re.compile(r"\w+")
_SEPARATOR: Final = re.compile(r"\s+[|\-–—·•»«:~/]+\s+|\s*[|»«]+\s*|:\s+")
_ANY_SEPARATOR: Final = re.compile(rf"{_SEPARATOR.pattern}|\s*(?:-{{2,}}|[：_])\s*")
"""What parts a window's title, wherever in the world."""
_BAR: Final = re.compile(r"\s+[|»]\s+")
_ADDED: Final = re.compile(r"\w+:|\(\S+\.\w+\)(?: \d+)?")
"""A label before a headline; behind it the host of what it is about, and how many comments there are."""
_AGREEMENT: Final = 0.4
_LONGEST: Final = 300
_CUTS: Final = 8
"""So many marks in a window's title are looked at for the name of a work."""
_SHORTEST: Final = 9
"""More letters has a headline that only a part of the window's title tells."""
_HINT: Final = 0.2
_WHOLE: Final = range(7, 26)
"""So many words has the only heading of the first order where it is a headline, neither a section nor a slogan."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Title:
    """A headline and where it was read."""

    text: str
    basis: str
    printed: str = ""
    """The whole line that it stands on, where that says more."""


def find_title(head: Head, blocks: Sequence[PageBlock]) -> Title | None:
    """The headline of a page, or None.

    A heading on the page is preferred to what the head says, and of several headings the one that the head agrees with.
    """
    found = _found(replace(head, mastheads=(*head.mastheads, *_works(head.title, blocks))), blocks)
    if found is None:
        # Better the name of the site than none: a page may be called as its author's site is.
        named = (block.text for block in blocks if block.element.tag == "h1" and not block.hidden)
        name = next(named, head.title)
        return Title(text=_line(name), basis="h1" if name != head.title else "title") if name else None
    shorter = _as_headed(found.text, blocks)
    return found if shorter == found.text else replace(found, text=shorter, printed=found.printed or found.text)


def _works(title: str, blocks: Sequence[PageBlock]) -> Iterator[str]:
    """The work of which a page is a part, as manuals and books call themselves in the first heading of every page.

    The window's title ends with it, and what stands before it is a heading further down: ``A pier - Harbours``.
    """
    cuts = list(islice(_SEPARATOR.finditer(title), _CUTS))
    shown = [block for block in blocks if cuts and block.element.tag in HEADINGS and not block.hidden]
    texts = [squeezed(block.text) for block in shown]
    for cut in cuts:
        work, part = squeezed(title[cut.end() :]), squeezed(title[: cut.start()])
        place = texts.index(work) if work in texts else len(texts)
        if part in texts[place:] and shown[place].element.tag == "h1":
            yield title[cut.end() :]


def _as_headed(title: str, blocks: Sequence[PageBlock]) -> str:
    """A title without the section and site behind it, where a heading of the page says the rest alone."""
    cuts = list(_BAR.finditer(title))
    headed = {squeezed(block.text) for block in blocks if cuts and block.element.tag in HEADINGS and not block.hidden}
    for cut in cuts:
        if squeezed(title[: cut.start()]) in headed:
            return title[: cut.start()].strip()
    return title


def _found(head: Head, blocks: Sequence[PageBlock]) -> Title | None:
    told = _told(head)
    headings = [
        block
        for block in blocks
        if block.element.tag == "h1" and len(block.text) <= _LONGEST and not is_site(block.text, head.sites)
    ]
    best = max(
        headings, key=lambda block: (_agreement(block.text, told), not block.hidden, -block.number), default=None
    )
    if best is not None and _agreement(best.text, told) >= _AGREEMENT:
        printed = _line(best.text)
        text = _without_additions(without_site(printed, head.sites), told)
        return Title(text=text, basis="h1", printed=printed)
    other = _matching(blocks, told)
    if other is not None:
        return other
    visible = [block for block in headings if not block.hidden]
    if len(visible) == 1 and (_is_headline(visible[0].text, told) if told else len(visible[0].text) > 3):
        return Title(text=_line(visible[0].text), basis="h1")
    if told:
        return _printed_part(head, blocks) or told[0]
    return Title(text=_line(visible[0].text), basis="h1") if visible else None


def _is_headline(heading: str, told: Sequence[Title]) -> bool:
    """Whether a heading is the headline though the page is told in other words, which stand nowhere on it.

    Those are for search engines: ``Electricians in Harbour Town - Prices 12/2025``.
    """
    return len(heading.split()) in _WHOLE and _agreement(heading, told) >= _HINT


def _told(head: Head) -> list[Title]:
    """The titles that the head gives, without the site's name, best first."""
    found = [Title(text=head.linked.headline, basis="json-ld")] if head.linked.headline else []
    found += [Title(text=value, basis="meta") for key in TITLE_KEYS for value in head.meta.get(key, ())]
    found.append(Title(text=head.title, basis="title"))
    stripped = [Title(text=without_site(one.text, head.sites), basis=one.basis) for one in found if one.text]
    return [one for one in stripped if one.text and not is_site(one.text, head.sites)]


def _without_additions(heading: str, told: Sequence[Title]) -> str:
    """A heading without the label or date before it, or the host behind it, that the head leaves out."""
    for one in told:
        before, found, behind = heading.partition(one.text)
        added = f"{before}{behind}".strip()
        if found and added and (_ADDED.fullmatch(added) or any(line.bare for line in read_dates(added))):
            return one.text
    return heading


def without_site(title: str, sites: Sequence[str]) -> str:
    """A title without the site's name at its end or beginning."""
    cuts = list(_SEPARATOR.finditer(title))
    for cut in reversed(cuts):
        if is_site(title[cut.end() :], sites):
            return without_site(title[: cut.start()].strip(), sites) if cut.start() else title
    # At the beginning only the whole name counts: ``Gazette Special: …`` is a headline.
    if cuts and squeezed(title[: cuts[0].start()]) in {squeezed(site) for site in sites}:
        return title[cuts[0].end() :].strip() or title
    return title


def is_site(text: str, sites: Sequence[str]) -> bool:
    """Whether a text is nothing but the name of the site."""
    plain = squeezed(text)
    names = [squeezed(site) for site in sites]
    return bool(plain) and any(
        plain == name
        or (
            len(plain) > 4
            and len(name) > 4
            and (name.startswith(plain) or (plain.startswith(name) and len(plain) < 1.6 * len(name)))
        )
        for name in names
    )


def _agreement(text: str, told: Sequence[Title]) -> float:
    """How well a heading agrees with the best of the told titles: 1 for the same words."""
    return max((_likeness(text, one.text) for one in told), default=0.0)


def _likeness(one: str, other: str) -> float:
    left, right = set(_WORD.findall(one.casefold())), set(_WORD.findall(other.casefold()))
    if not left or not right:
        return 0.0
    small, large = sorted((len(left), len(right)))
    return len(left & right) / math.sqrt(small * large)


def _matching(blocks: Sequence[PageBlock], told: Sequence[Title]) -> Title | None:
    """A block of the page that has the very words of a told title."""
    for wanted in told:
        plain = squeezed(wanted.text)
        for block in blocks:
            if len(block.text) <= _LONGEST and squeezed(block.text) == plain:
                return Title(text=_line(block.text), basis="heading" if block.element.tag in HEADINGS else wanted.basis)
    return None


def _printed_part(head: Head, blocks: Sequence[PageBlock]) -> Title | None:
    """The longest part of the window's title that the page prints by itself, as pages without headings do."""
    title, cuts = head.title, list(islice(_ANY_SEPARATOR.finditer(head.title), _CUTS))
    parts = {squeezed(title[cut.end() :]) for cut in cuts} | {squeezed(title[: cut.start()]) for cut in cuts}
    printed = {squeezed(block.text): block for block in reversed(blocks) if not block.hidden and not block.linked}
    shown = [part for part in parts if part in printed and len(part) > _SHORTEST and not is_site(part, head.sites)]
    best = max(shown, key=lambda part: (len(part), part), default=None)
    return None if best is None else Title(text=_line(printed[best].text), basis="title")


def _line(text: str) -> str:
    return resolved(" ".join(text.split()))
