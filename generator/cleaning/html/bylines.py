"""Bylines that a reader of an HTML page sees: by their wording, by their markup, or by standing beside the date."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from typing import Final

from generator.cleaning.fields.byline import (
    is_label_alone,
    names_in,
    read_byline,
    read_dated_line,
    read_meta_line,
    read_name_line,
    signed_name,
)
from generator.cleaning.fields.dating import read_dates, unglued
from generator.cleaning.fields.name_forms import is_name, recased
from generator.cleaning.fields.translation import in_english
from generator.cleaning.html.author_marks import is_marked, is_of_a_work, links_to_authors, names_an_author
from generator.cleaning.html.seen import are_siblings
from generator.cleaning.markup.blocks import PageBlock
from generator.text.dates import find_dates

_BY: Final = re.compile(
    r"\b(?:written |posted |published |guide |words |story |text |article )?by"
    r"(?:\s*:\s*(?=\S)|\s+(?=\S)|(?=[A-Z][a-z]+ [A-Z]))",
    re.IGNORECASE,
)
_LABEL: Final = re.compile(
    r"\A(?:(?:written|posted|published|story|words|article|text)\s+)?(?:by|authors?)"
    r"(?:\b\s*:?\s*|(?=[A-Z][a-z]+ [A-Z]))",
    re.IGNORECASE,
)
_MONTH: Final = (
    r"(?:January|February|March|April|May|June|July|August|September|October|November|December"
    r"|Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b"
)
_NAMED: Final = re.compile(r"(?:authors?|writers?|contributors?)\s?:", re.IGNORECASE)
_SAYS_SO: Final = re.compile(r"\bby\b|:|\Aauthors?\b", re.IGNORECASE)
_LOGIN: Final = re.compile(r"(?:posted |written |published )?by:? ([a-z][\w.-]{2,20})", re.IGNORECASE)
_END: Final = re.compile(
    rf"\s*(?:[|•·⋅●—–/\n\t(]|\s-\s|\bon\b|\bin\b|\bfor\b|\bat\b|,\s|\d|(?<=[a-z])(?={_MONTH})|\b{_MONTH}"
    r"|\b(?:Published|Updated|Posted|Last|Follow|Share|Email|Reviewed|Edited|Founder|Former|Senior|Leave|No) ?\b)"
)
_OTHERS: Final = re.compile(
    r"\W{0,3}(?:(?:medically |fact[- ]?|technically )?(?:reviewed|checked|edited|updated|verified|translated)"
    r"|photo|image|illustrat|credit|contact)",
    re.IGNORECASE,
)
_CHECKED: Final = re.compile(r"(?:reviewed|checked|edited|verified|translated) by\b", re.IGNORECASE)
_NO_NAME: Final = re.compile(
    r"\b(?:bio|disclosure|learn|articles?|tags|browse|comments?|written|read|view|more|share|posts?|stories|subscribe"
    r"|newsletter|follow|our|your|the|how|why|what|best|guide|tips|ideas|contact|about|blog|home|search|menu|sign|log"
    r"|profile|website|page|click|with|photographers?|master|reviews?|news|strategy|by)\b(?! team)",
    re.IGNORECASE,
)
_TEAM: Final = re.compile(r"\b(?:team|staff|desk|editors|newsroom)\Z", re.IGNORECASE)
_DIGITS_OF_A_DATE: Final = re.compile(r"\s*\d{1,4}([-/.])\d{1,2}\1\d{2,4}\s*")
_LONGEST_LABEL: Final = 24
_INITIALS: Final = 2
_MONTHS: Final = re.compile(_MONTH)
_GLUED: Final = re.compile(r"\S+ .*[a-z]{2}[A-Z]{3}|\S+ \S+ .*[a-z]{3}[A-Z][a-z]")
_SEAM: Final = re.compile(r"[a-z]{5}[A-Z][a-z]{4}")
_ROLE_GLUED: Final = re.compile(r"(?<=[a-z]{3})(?:(?:Co-)?Founder|Author|Editor|Contributor|Writer|CEO|Owner)\b.*")
_TAG_PAGE: Final = re.compile(r"/(?:tags?|categor(?:y|ies)|topics?|hashtags?|sections?|industries)/", re.IGNORECASE)
_NO_SIGNATURE: Final = frozenset({"h1", "h2", "button"})
_WORD: Final = re.compile(r"\w")
_BESIDE: Final = 2
_WORDS_OF_A_NAME: Final = 5
_WORDS_MARKED: Final = 12
_LONGEST: Final = 160
_CLOSE: Final = 8
_EDGE: Final = " |•·⋅●—–-,"
_ON_BEHALF: Final = re.compile(r"\s+on behalf of\s", re.IGNORECASE)
_RIGHT_BELOW: Final = 3


def printed_names(blocks: Sequence[PageBlock], title: int | None) -> dict[int, tuple[str, ...]]:
    """Number of a block -> the names that it gives as authors, the surest blocks first.

    Args:
        blocks: The blocks where bylines may stand.
        title: Number of the block that is the headline, if it is known.
    """
    under = under_labels(blocks)
    if under:
        return dict(under[:1])
    # A heading of the first order that is not the headline calls the site, whoever it links to.
    others = [block for block in blocks if block.number != title and block.element.tag != "h1"]
    for reading in (_worded, _linked, _marked, _dated):
        found: dict[int, tuple[str, ...]] = {}
        for block in others:
            names = () if len(block.text) > _LONGEST or _OTHERS.match(block.text) else reading(block, title)
            if names:
                names = _whole_team(tuple(name for name in _as_linked(names, block) if may_sign(name)), block.text)
            # The first byline and what stands right beside it: one further down is another article's or a reviewer's.
            if names and (not found or block.number - max(found) <= _BESIDE):
                found[block.number] = names
        if found:
            return found
    return _beside_a_date(blocks, title)


def signed_below(blocks: Sequence[PageBlock], title: int | None) -> tuple[str, ...]:
    """The people whom a byline right below the headline names in so many words."""
    for block in blocks:
        if title is not None and 0 < block.number - title <= _RIGHT_BELOW and len(block.text) <= _LONGEST:
            names = () if _OTHERS.match(block.text) else _worded(block, title)
            if names and all(is_name(name) and may_sign(name) for name in names):
                return names
    return ()


def under_labels(blocks: Sequence[PageBlock]) -> list[tuple[int, tuple[str, ...]]]:
    """The blocks that stand under nothing but ``By`` or ``Written by``, with the names that they give."""
    found = []
    for place, (label, *under) in enumerate(zip(blocks, blocks[1:], blocks[2:], strict=False)):
        listed = label.element.tag == under[0].element.tag == "li"
        if listed or len(label.text) > _LONGEST_LABEL or not is_label_alone(label.text.replace("(s)", "s")):
            continue
        for block in under:
            text = " ".join(block.text.split())
            names = _below(label.text, text) if len(text) < _LONGEST // 2 else ()
            names = _whole_team(names, text)
            if names and all(may_sign(name) for name in names):
                found.append((block.number, (*names, *_listed_below(block, blocks[place + 2 :]))))
                break
    return found


def _below(label: str, text: str) -> tuple[str, ...]:
    """The names under a label; what is no person's stands only under one that says so, not under any ``Writer``."""
    return names_in(text) or (signed_name(text) if _SAYS_SO.search(label) else ())


def _listed_below(first: PageBlock, blocks: Sequence[PageBlock]) -> Iterator[str]:
    """The names in the items that follow the first of a list."""
    for block in blocks:
        if block.element.tag != "li" or not are_siblings(block, first):
            return
        names = names_in(block.text) if len(block.text) < _LONGEST // 2 else ()
        if not names:
            return
        yield from names


def may_sign(name: str) -> bool:
    """Whether a name can be one: no call to read on, no month, no words that a page has glued, no initials."""
    if _TEAM.search(name):
        return not name[0].islower() or name.startswith("the ")
    return len(name) > _INITIALS and not (_NO_NAME.search(name) or _MONTHS.fullmatch(name) or _GLUED.match(name))


def _worded(block: PageBlock, title: int | None) -> tuple[str, ...]:
    """``By NAME``, at the beginning of a block or after its date; a short name close to the headline or so marked."""
    text = in_english(unglued(" ".join(block.text.split())))
    below = title is not None and 0 < block.number - title <= _CLOSE
    named = read_byline(text) if below and _NAMED.match(text) and not is_of_a_work(block) else None
    if named is not None:
        return named.authors
    handle = _handle(text) if below else ""
    if handle:
        return (handle,)
    match = _BY.search(text)
    if match is None or not _may_stand_before(text[: match.start()], text) or _CHECKED.search(text[: match.end()]):
        return ()
    byline = read_byline(text[match.start() :])
    if byline is not None and byline.authors:
        return byline.authors
    close = below and block.element.tag not in {"p", "li"}
    if len(text) > _LONGEST // 2 or not (close or is_marked(block.element)):
        return ()
    return _short(text[match.end() :])


def _handle(text: str) -> str:
    """The one word by which a line right below the headline says who wrote, alone or beside its date."""
    login = _LOGIN.fullmatch(text)
    dated = read_dated_line(text) if login is None else None
    name = login[1] if login else dated.authors[0] if dated else ""
    return "" if " " in name else name


def _linked(block: PageBlock, _title: int | None) -> tuple[str, ...]:
    """The names in links to authors' own pages."""
    names = [_short(_LABEL.sub("", words)) for words in links_to_authors(block)]
    if len(" ".join(block.text.split())) > _LONGEST // 2 and not is_marked(block.element):
        return ()
    return tuple(dict.fromkeys(name for found in names for name in found))


def _marked(block: PageBlock, _title: int | None) -> tuple[str, ...]:
    text = " ".join(block.text.split())
    if len(text.split()) > _WORDS_MARKED or not is_marked(block.element):
        return ()
    plain = _ROLE_GLUED.sub("", _LABEL.sub("", text))
    names = names_in(plain) or _after_a_date(unglued(text))
    if names:
        return names
    return _short(plain) if names_an_author(block.element) else ()


def _after_a_date(text: str) -> tuple[str, ...]:
    """The names behind the date of a line that begins with it."""
    first = next(iter(find_dates(text)), None)
    if first is None or first.start > 0:
        return ()
    return names_in(_ON_BEHALF.split(text[first.end :], maxsplit=1)[0].lstrip(_EDGE))


def _may_stand_before(before: str, text: str) -> bool:
    """Whether a byline may follow what a line begins with: nothing, or a date."""
    return not before or bool(read_dates(text)) or before.strip()[-4:].isdigit()


def _as_linked(names: tuple[str, ...], block: PageBlock) -> tuple[str, ...]:
    """The names without what a page says of their bearers, where a link to an author's page holds the name alone."""
    linked = [one for one in links_to_authors(block) if is_name(one)]
    return tuple(next((one for one in linked if name.startswith(f"{one} ")), name) for name in names)


def _whole_team(names: tuple[str, ...], text: str) -> tuple[str, ...]:
    """``By the NAME Team`` names a team, not NAME."""
    return tuple(f"{name} Team" if f"{name} Team" in text else name for name in names)


def _dated(block: PageBlock, title: int | None) -> tuple[str, ...]:
    """The name on a line right below the headline that also gives the date."""
    if title is None or not 0 < block.number - title <= _CLOSE:
        return ()
    text = unglued(" ".join(block.text.split()))
    line = read_meta_line(text) if read_dates(text) and not _CHECKED.search(text) else None
    return line.authors if line is not None else ()


def _beside_a_date(blocks: Sequence[PageBlock], title: int | None) -> dict[int, tuple[str, ...]]:
    """A block that is a name and nothing else, near the headline and beside a date, but for strokes between them."""
    if title is None:
        return {}
    lean = [block for block in blocks if block.number != title and _WORD.search(block.text)]
    for place, block in enumerate(lean):
        filed = block.element.tag in _NO_SIGNATURE or any(_TAG_PAGE.search(href) for *_, href in block.links)
        if -_BESIDE <= block.number - title <= _CLOSE and len(block.text) < 60 and not filed:
            found = read_name_line(" ".join(block.text.split()))
            may = found is not None and all(may_sign(name) and not _SEAM.search(name) for name in found.authors)
            if found and may and any(_is_date(beside.text) for beside in lean[max(0, place - 1) : place + 2]):
                return {block.number: found.authors}
    return {}


def _is_date(text: str) -> bool:
    """Whether a block is nothing but a date, be it one of which nobody knows the day from the month."""
    return _DIGITS_OF_A_DATE.fullmatch(text) is not None or any(line.bare for line in read_dates(text))


def _short(text: str) -> tuple[str, ...]:
    """A name as its page writes it, where it is short enough to be one."""
    text = _ROLE_GLUED.sub("", text)
    names = names_in(text)
    if names:
        return names
    cut = _END.search(text)
    plain = (text[: cut.start()] if cut else text).strip(" ,;:.")
    if (
        not plain
        or len(plain.split()) > _WORDS_OF_A_NAME
        or not any(letter.isalpha() for letter in plain)
        or len(plain) < 3
    ):
        return ()
    return (recased(plain) if is_name(plain) else plain,)
