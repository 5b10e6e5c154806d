"""Who wrote an HTML page: what its markup says, weighed against the bylines that a reader sees."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator.cleaning.fields.byline import names_in, read_byline
from generator.cleaning.fields.name_forms import is_name, recased
from generator.cleaning.html.author_marks import cards_of_authors, is_of_a_work
from generator.cleaning.html.bylines import may_sign, printed_names, signed_below, under_labels
from generator.cleaning.html.head import AUTHOR_KEYS, Head, squeezed
from generator.cleaning.html.title import is_site
from generator.cleaning.html.unsigned import of_biography, owner
from generator.cleaning.markup.blocks import PageBlock

_LABEL: Final = re.compile(r"\A(?:(?:written|posted|published)\s+)?by\b\s*:?\s*", re.IGNORECASE)
_NOBODY: Final = re.compile(
    r"\A(?:(?:\w+ |web)?admin|administrator|webmaster|editors?|staff|guest|author|user|root|wordpress|blog"
    r"|news|team|info|contributor|unknown|none|null|undefined|n/?a|anonymous|default|super ?user|webadmin|\d+"
    r"|min read|read more|share"
    r"|home"
    r"|.+\b(?:inc|llc|ltd|p\.?c|pllc|llp|gmbh)\.?"
    r"|contact us|view .*|all posts.*|more .*)\Z",
    re.IGNORECASE,
)
_ADDRESS: Final = re.compile(r"https?:|www\.|\S/\S|\S@\S|\{\{|\.\w+\.\w+\.\w")
_JOINT: Final = re.compile(r"\s+(?:and|&|und|et|y)\s+|\s*[;|]\s*|,\s*(?:and\s+)?(?=\S+ \S)")
_SIGNED: Final = re.compile(
    r"(?:this (?:post|article|blog|story|guide|blog post|page) (?:was|is) )?(?:written|authored|posted) by:?\s+(?=\S)"
    r"|author:\s*(?=\S)",
    re.IGNORECASE,
)
_DIGIT: Final = re.compile(r"\d")
_LONGEST_SIGNATURE: Final = 200
_REACH: Final = 14
_INITIALS: Final = 2
_ABOVE: Final = 4
_MOST: Final = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Authors:
    """The authors of a page, how that is known, and the numbers of the blocks that only say so."""

    names: tuple[str, ...] = ()
    basis: str = ""
    blocks: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class _Page:
    """What is read of a page whose markup names no person."""

    head: Head
    blocks: Sequence[PageBlock]
    near: Sequence[PageBlock]
    """Those around the headline."""
    title: int | None
    seen: Mapping[int, tuple[str, ...]]
    """Number of a block -> the names that it gives as authors."""


def find_authors(head: Head, blocks: Sequence[PageBlock], title: int | None) -> Authors:
    """The authors of a page; none where neither markup nor byline names one.

    Args:
        head: What the page says of itself.
        blocks: Its visible blocks.
        title: Number of the block that is the headline, if it is known.
    """
    near = [
        block for block in blocks if not block.hidden and (title is None or -_ABOVE <= block.number - title <= _REACH)
    ]
    seen = printed_names(near, title)
    told, basis = _told(head)
    people = _people(told, head)
    if people:
        return _signed(people, basis, signed_below(near, title), seen)
    page = _Page(head=head, blocks=blocks, near=near, title=title, seen=seen)
    names, basis = next((found for found in _without_people(page, told, basis) if found[0]), ((), ""))
    return Authors(names=names[:_MOST], basis=basis, blocks=_holding(names, seen))


def _told(head: Head) -> tuple[tuple[str, ...], str]:
    """Whom the markup names, and where."""
    linked = _somebody((name for value in head.linked.authors for name in _split(value)), head)
    if linked:
        return linked, "json-ld"
    return _somebody((name for value in _meta_names(head) for name in _split(value)), head), "meta"


def _people(told: Sequence[str], head: Head) -> tuple[str, ...]:
    """The people among those whom the markup names; one called as the site is, only where there is nobody else."""
    people = tuple(name for name in told if _is_person(name))
    others = tuple(name for name in people if not _is_of_site(name, head))
    return others or tuple(name for name in people if name not in head.linked.organizations)


def _signed(
    people: tuple[str, ...], basis: str, signed: tuple[str, ...], seen: Mapping[int, tuple[str, ...]]
) -> Authors:
    """The people whom the markup names, or whom the page's byline names instead or beside them."""
    if signed and not _share(signed, people):
        # Markup may name whoever filed a page; its readers are told who wrote it.
        people, basis = signed, "byline"
    whole = next((names for names in seen.values() if _extends(names, people)), ())
    if whole:
        people, basis = whole[:_MOST], "byline"
    return Authors(names=people, basis=basis, blocks=_holding(people, seen))


def _without_people(page: _Page, told: tuple[str, ...], basis: str) -> Iterator[tuple[tuple[str, ...], str]]:
    """Whom a page may name where its markup names no person, the surest first, and how that is known."""
    head, seen = page.head, page.seen
    printed = _somebody((name for names in seen.values() for name in names), head)
    printed = tuple(name for name in printed if not _is_of_site(name, head)) or printed
    named = any(is_name(name) for name in printed)
    below = () if named else _somebody(_signed_below(page.blocks), head)
    if not told:
        yield below, "byline"
    if named or not told:
        yield printed, "byline"
    doubtful = [name for name in told if _is_account(name) or name in head.linked.organizations]
    shown = squeezed(" ".join(block.text for block in page.blocks)) if doubtful else ""
    yield tuple(name for name in told if name not in doubtful or squeezed(name) in shown), basis
    yield below, "byline"
    yield of_biography(page.blocks, page.title), "biography"
    yield _own_desk(head, seen), "byline" if seen else basis
    yield _printed_organization(page), "byline"
    yield owner(head, page.blocks), "site"
    # Whoever calls herself by a login calls herself so; one with a number in it the program made.
    yield tuple(name for name in _meta_names(head) if name in told and not _DIGIT.search(name)), "meta"


def _share(some: Sequence[str], others: Sequence[str]) -> bool:
    """Whether two lists of names have a word of somebody's name in common."""
    return not _words(some).isdisjoint(_words(others))


def _words(names: Sequence[str]) -> set[str]:
    return {word for name in names for word in name.casefold().split() if len(word) > _INITIALS}


def _printed_organization(page: _Page) -> tuple[str, ...]:
    """The outlet, where its markup names it as the author and its name stands right below the headline."""
    for block in page.near:
        if page.title is not None and 0 < block.number - page.title <= _ABOVE:
            plain = squeezed(block.text)
            for name in (*page.head.linked.authors, *page.head.meta.get("author", ())):
                if plain == squeezed(name):
                    return (name,)
    return ()


def _own_desk(head: Head, seen: Mapping[int, tuple[str, ...]]) -> tuple[str, ...]:
    """The outlet itself, where a byline says so or its markup names it as if it were a person."""
    told = [name for name in head.linked.authors if name not in head.linked.organizations] or _meta_names(head)
    printed = [name for names in seen.values() for name in names]
    for name in (*printed, *(name for name in told if not _is_account(name))):
        if 2 <= len(name) <= 80 and not (_NOBODY.match(name) or _ADDRESS.search(name)):
            return (name,)
    return ()


def _somebody(names: Iterable[str], head: Head) -> tuple[str, ...]:
    return tuple(dict.fromkeys(name for name in names if not _is_nobody(name, head)))


def _extends(printed: Sequence[str], told: Sequence[str]) -> bool:
    """Whether one byline names those whom the markup names, and others beside them."""
    shown = {squeezed(name) for name in printed}
    return 0 < len(told) < len(shown) and all(squeezed(name) in shown for name in told)


def _signed_below(blocks: Sequence[PageBlock]) -> tuple[str, ...]:
    """The author that a page names only below its text: ``Written by NAME``, if it does so for one byline alone."""
    shown = [
        block
        for block in blocks
        if not block.hidden and len(block.text) < _LONGEST_SIGNATURE and not is_of_a_work(block)
    ]
    found = {names for _, names in under_labels(shown)}
    for block in shown:
        text = " ".join(block.text.split())
        match = _SIGNED.match(text)
        names = names_in(text[match.end() :]) if match else ()
        byline = None if names or match is None else read_byline(text)
        names = names or (byline.authors if byline is not None else ())
        if names and all(may_sign(name) for name in names):
            found.add(names)
    cards = {(name,) for block in blocks if not found for name in cards_of_authors(block) if may_sign(name)}
    return next(iter(found or cards)) if len(found or cards) == 1 else ()


def _meta_names(head: Head) -> tuple[str, ...]:
    for key in AUTHOR_KEYS:
        values = tuple(value for value in head.meta.get(key, ()) if value and not _ADDRESS.search(value))
        if key == "twitter:data1" and "written by" not in " ".join(head.meta.get("twitter:label1", ())).lower():
            continue
        if any(not _is_nobody(value, head) for value in values):
            return values
    return ()


def _split(value: str) -> tuple[str, ...]:
    """The names that one value of markup joins; a value that is no list of names stays whole."""
    plain = _LABEL.sub("", " ".join(value.split())).strip(" ,;|")
    if not plain or len(plain) > 200:
        return ()
    parts = [part.strip() for part in _JOINT.split(plain)]
    if len(parts) > 1 and all(is_name(part) for part in parts):
        return tuple(recased(part) for part in parts)
    return (recased(plain),)


def _is_nobody(name: str, head: Head) -> bool:
    """Whether a value names nobody: an account, an address, or the outlet itself where it is no person's name."""
    return (
        not 2 <= len(name) <= 80
        or _NOBODY.match(name) is not None
        or _ADDRESS.search(name) is not None
        or (_is_of_site(name, head) and not _is_person(name))
        or not any(letter.isalpha() for letter in name)
    )


def _is_person(name: str) -> bool:
    """Whether a name that markup tells is a person's, be it written small."""
    return is_name(name) or (name.islower() and is_name(name.title()))


def _is_account(name: str) -> bool:
    """Whether a name is a login and no way to call a person."""
    return " " not in name and (name.islower() or any(sign.isdigit() for sign in name))


def _is_of_site(name: str, head: Head) -> bool:
    return is_site(name, head.sites)


def _holding(names: Sequence[str], seen: Mapping[int, tuple[str, ...]]) -> frozenset[int]:
    """The blocks that were read as a byline of one of the names."""
    wanted = {squeezed(name) for name in names}
    return frozenset(number for number, found in seen.items() if wanted.intersection(squeezed(name) for name in found))
