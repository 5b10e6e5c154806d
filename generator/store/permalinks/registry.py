"""permalinks.csv: the addresses that are kept for ever, as lines that merge by union.

A page's line is found by kind and id. A line whose state is ``redirect:<its own id>`` is a former address of that page.
"""

from __future__ import annotations

import csv
import io
import os
import re
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, get_args

from generator.errors import ConfigError, Problem
from generator.model import PageKind, Permalink, Published

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

COLUMNS = ("kind", "id", "address", "added", "sha256", "state")
ROOTS: Mapping[PageKind, str] = {
    "article": "articles",
    "person": "people",
    "organization": "organizations",
    "place": "places",
    "topic": "topics",
    "story": "stories",
    "source": "sources",
    "outlet": "outlets",
    "credit": "credits",
    "surname": "surnames",
}
"""Under which folder of the site the pages of a kind lie."""

_FILE = "site_config/permalinks.csv"
_CONFLICT_MARKS = ("<<<<<<<", "|||||||", "=======", ">>>>>>>")
_ADDRESS = re.compile(r"[a-z]+/[a-z0-9]+(?:-[a-z0-9]+)*/")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}")
_STATE = re.compile(r"live|gone|private|(?:redirect|split):.+")


@dataclass(frozen=True, slots=True, kw_only=True)
class Permalinks:
    """The registry: its lines, sorted, each address once."""

    lines: tuple[Permalink, ...] = ()
    warnings: tuple[str, ...] = ()
    """What had to be settled while reading, after two branches had given out the same address."""

    def __iter__(self) -> Iterator[Permalink]:
        """The lines, sorted."""
        return iter(self.lines)


def is_former(line: Permalink) -> bool:
    """Whether a line is a former address of the page with its own id."""
    return line.state == f"redirect:{line.id}"


def addresses(links: Permalinks) -> dict[tuple[PageKind, str], str]:
    """Kind and id -> address, of the pages that are live."""
    return {(line.kind, line.id): line.address for line in links if line.state == "live"}


def live_ids(links: Permalinks) -> dict[str, frozenset[str]]:
    """Kind -> ids of its live pages; every kind is there."""
    live: dict[str, set[str]] = {kind: set() for kind in ROOTS}
    for kind, identifier in addresses(links):
        live[kind].add(identifier)
    return {kind: frozenset(identifiers) for kind, identifiers in live.items()}


JUDGED, NAME = "judged", "name"
"""In the column of the hash, for people: a maintainer's word stands behind the page; the address is but a name's."""


def settled_people(links: Permalinks) -> Published:
    """The people whose pages the program has made by itself, and whose names it has put there by itself.

    A page that rests on a maintainer's word is not among them: when the word is taken back, nothing holds it. The names
    that the program had put on the page before stay there, whatever a maintainer has called it since.
    """
    people = [line for line in links if line.kind == "person"]
    live = {line.id: line.sha256 for line in people if line.state == "live"}
    names: dict[str, str] = {}
    former: dict[str, list[str]] = defaultdict(list)
    for line in people:
        verb, _, page = line.state.partition(":")
        if verb != "redirect" or page not in live or page == line.id:
            continue
        if line.sha256 == NAME:
            names[line.id] = page
        else:
            former[page].append(line.id)
    return Published(
        ids=frozenset(key for key, stands_for in live.items() if stands_for != JUDGED),
        names=names,
        former={page: tuple(ids) for page, ids in former.items()},
    )


def known_ids(links: Permalinks) -> dict[str, tuple[str, ...]]:
    """SHA-256 of an original -> ids of the articles made from these bytes, for ingest: a moved file keeps its id."""
    known: dict[str, list[str]] = {}
    for line in links:
        if line.kind == "article" and line.sha256 and line.state in ("live", "gone"):
            known.setdefault(line.sha256, []).append(line.id)
    return {digest: tuple(sorted(identifiers)) for digest, identifiers in known.items()}


def read(path: Path) -> Permalinks:
    """The registry in a file; empty where there is none.

    Marks of a merge conflict are passed over, equal lines are one, and of two lines that cannot both stand the older
    one does: what two branches have added is joined without asking anybody.

    Raises:
        ConfigError: lines that are none; it carries every one of them.
    """
    if not path.exists():
        return Permalinks()
    try:
        text = path.read_text(encoding="utf-8-sig")
    except (OSError, UnicodeError) as error:
        raise ConfigError((Problem(_FILE, f"cannot be read: {error}", remedy="Restore it from git."),)) from error
    problems: list[Problem] = []
    lines: list[Permalink] = []
    for number, row in enumerate(text.splitlines(), 1):
        if row.strip() and not row.startswith(_CONFLICT_MARKS) and row != ",".join(COLUMNS):
            parsed = _parse(row, number)
            (problems if isinstance(parsed, Problem) else lines).append(parsed)  # type: ignore[arg-type]
    if problems:
        raise ConfigError(tuple(problems))
    return _union(lines)


def dump(links: Permalinks) -> str:
    """The registry as CSV, the same bytes for the same lines."""
    buffer = io.StringIO()
    writer = csv.writer(buffer, lineterminator="\n")
    writer.writerow(COLUMNS)
    writer.writerows(_row(line) for line in sorted(links))
    return buffer.getvalue()


def write(links: Permalinks, path: Path) -> None:
    """Put the registry in a file, in one step; an unchanged file is not touched."""
    data = dump(links).encode("utf-8")
    if path.exists() and path.read_bytes() == data:
        return
    path.parent.mkdir(parents=True, exist_ok=True)
    beside = path.with_name(f".{path.name}.{os.getpid()}")
    with beside.open("wb") as file:
        file.write(data)
        file.flush()
        os.fsync(file.fileno())
    beside.replace(path)


def diff(old: Permalinks, new: Permalinks) -> tuple[str, ...]:
    """The lines that go (``- …``) and come (``+ …``), sorted by line: what ``--locked`` prints.

    An address that is there no more was a private person's, whom the report does not name either.
    """
    kept = {line.address for line in new}
    changes = [(line, "-") for line in set(old) - set(new)] + [(line, "+") for line in set(new) - set(old)]
    return tuple(
        f"{sign} {','.join(_row(line) if line.address in kept or sign == '+' else (line.kind, 'private'))}"
        for line, sign in sorted(changes, key=lambda change: _key(*change))
    )


def _key(line: Permalink, sign: str) -> tuple[str, str, str, bool]:
    return line.kind, line.id, line.address, sign == "+"


def _row(line: Permalink) -> tuple[str, ...]:
    return line.kind, line.id, line.address, line.added, line.sha256, line.state


def _parse(row: str, number: int) -> Permalink | Problem:
    """One line, or what is wrong with it."""
    cells = next(csv.reader([row]), [])
    if len(cells) != len(COLUMNS):
        message = f"has {len(cells)} cells, not {len(COLUMNS)}"
        return Problem(_FILE, message, number, remedy=f"A line is {','.join(COLUMNS)}.")
    kind, identifier, address, added, digest, state = cells
    wrong = None
    if kind not in get_args(PageKind):
        wrong = ("kind", kind, f"One of {', '.join(ROOTS)}.")
    elif not identifier:
        wrong = ("id", identifier, "Every page has an id.")
    elif not _STATE.fullmatch(state):
        wrong = ("state", state, "live, gone, private, redirect:<id> or split:<id>+<id>.")
    elif bool(address) == (state == "private") or (address and not _ADDRESS.fullmatch(address)):
        wrong = ("address", address, "For example people/sally-ride/; empty only where the state is private.")
    elif not _DATE.fullmatch(added):
        wrong = ("added", added, "A date like 2026-11-24.")
    if wrong:
        return Problem(_FILE, f"`{wrong[1]}` cannot stand here", number, wrong[0], wrong[2])
    return Permalink(kind=kind, id=identifier, address=address, added=added, sha256=digest, state=state)  # type: ignore[arg-type]


def _union(lines: Iterable[Permalink]) -> Permalinks:
    """The lines of all branches together: each address once, each page with one line that is no former address."""
    by_address: dict[tuple[str, str], Permalink] = {}
    warnings: list[str] = []
    for line in sorted(set(lines), key=lambda line: (line.added, line.kind, line.id, line.state != "live", line)):
        place = (line.address, "") if line.address else (line.kind, line.id)
        first = by_address.setdefault(place, line)
        if (first.kind, first.id) != (line.kind, line.id):
            warnings.append(f"{_FILE}: {line.address} was given to {first.id} and to {line.id}, which gets a new one")
        elif line.state == "live" and first.state != "live":
            by_address[place] = replace(line, added=first.added)
    pages: dict[tuple[str, str], Permalink] = {}
    former: list[Permalink] = []
    for line in sorted(by_address.values(), key=lambda line: (line.added, line.address)):
        if is_former(line) or (line.kind, line.id) in pages:
            former.append(replace(line, sha256="", state=f"redirect:{line.id}"))
        else:
            pages[line.kind, line.id] = line
    return Permalinks(lines=tuple(sorted([*pages.values(), *former])), warnings=tuple(sorted(warnings)))
