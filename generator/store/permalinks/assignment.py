"""Which page gets which address: old ones are kept, new ones never depend on order."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from itertools import count

from generator.model import PageKind, Permalink
from generator.store.permalinks.registry import NAME, ROOTS, Permalinks, is_former
from generator.text.slugs import is_reserved, short_hash, words_slug

Key = tuple[PageKind, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Wish:
    """A page that wants an address."""

    kind: PageKind
    id: str
    text: str
    """Title or name: the source of the slug."""
    sha256: str = ""
    """Of an article's original."""
    aliases: tuple[str, ...] = ()
    """Ids of pages of this kind that were merged into this one."""
    names: tuple[str, ...] = ()
    """Slugs of other ways of writing the name: addresses that lead here, and remember that they do."""
    private: bool = False
    """A person who must not have a page: a published address of theirs is dropped, and their id with it."""


def assign(locked: Permalinks, wishes: Iterable[Wish], today: str) -> Permalinks:
    """The registry after a build in which exactly the wished pages exist.

    Args:
        locked: The registry as it was committed.
        wishes: Every page of the next site, in any order.
        today: ISO date for the lines that are new.
    """
    wanted: dict[Key, Wish] = {_key(wish): wish for wish in sorted(wishes, key=_key)}
    pages = {(line.kind, line.id): line for line in locked if not is_former(line)}
    moved = _moved(pages, wanted)
    merged = _merged(wanted)
    fates = _Fates(wanted=wanted, moved=moved, merged=_returned(pages, wanted, merged) | merged)
    kept = [(_hidden_line if line.state == "private" else _next_line)(line, fates) for line in locked]
    have = {(line.kind, line.id) for line in kept if line.state == "live"}
    new = [wish for key, wish in wanted.items() if key not in have and not wish.private]
    lines = [*kept, *_new_lines(new, kept, today)]
    return Permalinks(lines=tuple(sorted([*lines, *_name_lines(wanted.values(), lines, today)])))


def _key(wish: Wish) -> Key:
    return wish.kind, wish.id


@dataclass(frozen=True, slots=True, kw_only=True)
class _Fates:
    """All that decides on a locked line."""

    wanted: Mapping[Key, Wish]
    moved: Mapping[Key, str]
    """An article's old id -> the new one: same bytes at a new path, or with a new id."""
    merged: Mapping[Key, tuple[str, ...]]
    """An id that is no page any more -> the page that it was merged into, or the pages that it was split into."""

    def targets(self, kind: PageKind, identifier: str) -> tuple[str, ...]:
        """The ids of the pages where readers of ``identifier`` end up."""
        identifier = self.moved.get((kind, identifier), identifier)
        if (kind, identifier) in self.wanted:
            return (identifier,)
        return self.merged.get((kind, identifier), (identifier,))

    def is_private(self, kind: PageKind, identifier: str) -> bool:
        """Whether this page must not be named any more."""
        wish = self.wanted.get((kind, identifier))
        return wish is not None and wish.private


def _moved(pages: Mapping[Key, Permalink], wanted: Mapping[Key, Wish]) -> dict[Key, str]:
    """Articles whose bytes are known under an id that is no longer there, old id -> new id, each once."""
    absent: dict[str, list[str]] = defaultdict(list)
    for (kind, identifier), line in sorted(pages.items()):
        if kind == "article" and line.sha256 and (kind, identifier) not in wanted and line.state in ("live", "gone"):
            absent[line.sha256].append(identifier)
    moved: dict[Key, str] = {}
    for (kind, identifier), wish in wanted.items():
        if kind == "article" and (kind, identifier) not in pages and absent[wish.sha256]:
            moved["article", absent[wish.sha256].pop(0)] = identifier
    return moved


def _merged(wanted: Mapping[Key, Wish]) -> dict[Key, tuple[str, ...]]:
    """Alias -> the pages that claim it; a page that still exists is nobody's alias."""
    claims: dict[Key, list[str]] = defaultdict(list)
    for wish in wanted.values():
        for alias in wish.aliases:
            if (wish.kind, alias) not in wanted:
                claims[wish.kind, alias].append(wish.id)
    return {key: tuple(sorted(ids)) for key, ids in claims.items()}


def _returned(
    pages: Mapping[Key, Permalink], wanted: Mapping[Key, Wish], merged: Mapping[Key, tuple[str, ...]]
) -> dict[Key, tuple[str, ...]]:
    """A page that is gone -> where those are now that once gave way to it: a rename, merge or split was undone."""
    back: dict[Key, list[str]] = defaultdict(list)
    for (kind, identifier), line in sorted(pages.items()):
        verb, _, targets = line.state.partition(":")
        now = (identifier,) if (kind, identifier) in wanted else merged.get((kind, identifier), ())
        for target in targets.split("+") if verb in {"redirect", "split"} else ():
            if (kind, target) not in wanted:
                back[kind, target] += now
    return {key: tuple(sorted(set(ids))) for key, ids in back.items() if ids}


def _next_line(line: Permalink, fates: _Fates) -> Permalink:
    """What a locked line becomes; its address stays in every case but one."""
    identifier = fates.moved.get((line.kind, line.id), line.id)
    wish = fates.wanted.get((line.kind, identifier))
    is_merged_anew = (line.kind, identifier) in fates.merged
    targets = fates.targets(line.kind, identifier if is_merged_anew else _pointed_at(line) or identifier)
    if fates.is_private(line.kind, identifier) or all(fates.is_private(line.kind, target) for target in targets):
        return _private(line)
    if is_former(line):
        return replace(line, id=identifier, state=f"redirect:{identifier}")
    if wish is not None:
        return replace(line, id=identifier, sha256=wish.sha256, state="live")
    if line.state.startswith("split:") and not is_merged_anew:
        parts = line.state.removeprefix("split:").split("+")
        return _leading(line, (target for part in parts for target in fates.targets(line.kind, part)), fates)
    if targets == (identifier,):
        return replace(line, state="gone" if line.state == "live" else line.state)
    return _leading(line, targets, fates)


def _leading(line: Permalink, targets: Iterable[str], fates: _Fates) -> Permalink:
    """A page that leads to another or offers several: those that may not be named are not among them."""
    named = [target for target in dict.fromkeys(targets) if not fates.is_private(line.kind, target)]
    if not named:
        return _private(line)
    return replace(line, state=f"split:{'+'.join(named)}" if len(named) > 1 else f"redirect:{named[0]}")


def _pointed_at(line: Permalink) -> str:
    """The id that a redirect leads to, or ''."""
    kind, _, identifier = line.state.partition(":")
    return identifier if kind == "redirect" else ""


def _private(line: Permalink) -> Permalink:
    """A line that names nobody: salted hashes of id and address, so that no namesake is given the address later."""
    salt = short_hash(f"{line.kind}\n{line.id}\n{line.address}\n{line.added}", 8)
    identifier = f"{salt}-{_salted(salt, line.id)}-{_salted(salt, line.address)}"
    return replace(line, id=identifier, address="", sha256="", state="private")


def _hidden_line(line: Permalink, fates: _Fates) -> Permalink:
    """What a private line becomes: the page at its address of before where somebody is private no more."""
    salt, identifier, address = line.id.split("-")
    for (kind, one), wish in fates.wanted.items():
        if kind == line.kind and not wish.private and _salted(salt, one) == identifier:
            name = words_slug(wish.text)
            places = [f"{ROOTS[kind]}/{name}/", *(_hashed_address(wish, name, digits) for digits in range(6, 12))]
            found = [place for place in places if _salted(salt, place) == address]
            return replace(line, id=one, address=found[0], sha256=wish.sha256, state="live") if found else line
    return line


def _salted(salt: str, text: str) -> str:
    return short_hash(f"{salt}\n{text}", 32)


def _new_lines(wishes: Iterable[Wish], kept: Iterable[Permalink], today: str) -> list[Permalink]:
    """Lines for pages without an address; of those that want the same one, each gets a hash of its id."""
    kept = tuple(kept)
    taken = _Taken(
        addresses={line.address for line in kept},
        private=tuple(tuple(line.id.split("-")) for line in kept if line.state == "private"),
    )
    rivals: dict[tuple[PageKind, str], list[Wish]] = defaultdict(list)
    for wish in wishes:
        rivals[wish.kind, words_slug(wish.text)].append(wish)
    lines: list[Permalink] = []
    for (kind, name), group in sorted(rivals.items()):
        plain = f"{ROOTS[kind]}/{name}/"
        alone = len(group) == 1 and not is_reserved(name) and not taken.holds(plain)
        for wish in sorted(group, key=lambda wish: wish.id):
            address = plain if alone else _with_hash(wish, name, taken)
            taken.addresses.add(address)
            lines.append(Permalink(kind=kind, id=wish.id, address=address, added=today, sha256=wish.sha256))
    return lines


def _name_lines(wishes: Iterable[Wish], lines: Iterable[Permalink], today: str) -> list[Permalink]:
    """Redirects for other ways of writing a name, where nobody ever had that id or address."""
    lines = tuple(lines)
    known = {(line.kind, line.id) for line in lines}
    taken = _Taken(
        addresses={line.address for line in lines},
        private=tuple(tuple(line.id.split("-")) for line in lines if line.state == "private"),
    )
    made = []
    for wish in wishes:
        for name in wish.names:
            address = f"{ROOTS[wish.kind]}/{name}/"
            if (wish.kind, name) not in known and not taken.holds(address):
                taken.addresses.add(address)
                known.add((wish.kind, name))
                state = f"redirect:{wish.id}"
                made.append(Permalink(kind=wish.kind, id=name, address=address, added=today, sha256=NAME, state=state))
    return made


@dataclass(frozen=True, slots=True, kw_only=True)
class _Taken:
    """Addresses that are not to be had."""

    addresses: set[str]
    private: tuple[tuple[str, ...], ...]

    def holds(self, address: str) -> bool:
        """Whether an address is or was somebody's."""
        return address in self.addresses or any(_salted(salt, address) == digest for salt, _, digest in self.private)


def _with_hash(wish: Wish, name: str, taken: _Taken) -> str:
    """The address with as much of the id's hash as makes it the only one."""
    for digits in count(6 if name else 10):
        address = _hashed_address(wish, name, digits)
        if not taken.holds(address):
            return address
    raise AssertionError  # pragma: no cover - ids differ, so their hashes do


def _hashed_address(wish: Wish, name: str, digits: int) -> str:
    ending = short_hash(wish.id, digits)
    return f"{ROOTS[wish.kind]}/{name}-{ending}/" if name else f"{ROOTS[wish.kind]}/{ending}/"
