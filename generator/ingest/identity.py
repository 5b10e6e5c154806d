"""Ids of articles: what each says of itself, and how two that say the same are told apart.

An id that is published stays with the bytes that it was published for. So a file with bytes that are known keeps its
id at a new path, and of two originals that claim one id the published one keeps it; among new ones it is the first by
path. The other is ``<id>#<hash of its path>``, its *mark*: built, reported, and never exchanged with the first, nor
with a copy of itself that lies elsewhere. What one build gives, the next gives again.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import count
from typing import TYPE_CHECKING

from generator.text.slugs import short_hash
from generator.text.urls import normalize

if TYPE_CHECKING:
    from generator.model import Metadata, OriginalRow

_EXTENSION = re.compile(
    r"\.(?:txt|text|html?|xhtml|mht(?:ml)?|md|markdown|jsonl?|ndjson|csv|tsv|xml)(?:\.gz)?$", re.IGNORECASE
)


def id_from_path(name: str) -> str:
    """A file's name below content/articles without the ending that tells its format."""
    return _EXTENSION.sub("", name) or name


def id_of(metadata: Metadata, name: str) -> str:
    """The id of a file's only article: as given, its normalised address, or its path."""
    return metadata.id or (normalize(metadata.url) if metadata.url else id_from_path(name))


def id_of_record(metadata: Metadata, digest: str) -> str:
    """The id of one of many articles in a file: as given, its normalised address, or the hash of its bytes."""
    return metadata.id or (normalize(metadata.url) if metadata.url else f"sha256-{digest[:16]}")


def settle(
    originals: Sequence[OriginalRow],
    known_ids: Mapping[str, Sequence[str]],
) -> tuple[tuple[OriginalRow, ...], tuple[str, ...]]:
    """The originals sorted by id, each with an id of its own, and warnings where two had claimed the same.

    Args:
        originals: All of an archive, in any order.
        known_ids: SHA-256 of an original -> ids that are published for these bytes.
    """
    claims = tuple(_claims(originals, known_ids))
    given = _kept(claims)
    given |= _inherited(claims, given)
    marked = _marked(claims, given)
    holders = {identifier: claim.original for claim, identifier in given.items()}
    rivalries: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    for claim, mark in marked.items():
        rivalries[claim.original.origin.path, holders[claim.wanted].origin.path].append((claim.wanted, mark))
    settled = [
        claim.original if claim.wanted == identifier else replace(claim.original, id=identifier)
        for claim, identifier in (given | marked).items()
    ]
    warnings = sorted(_warning(*paths, ids) for paths, ids in rivalries.items())
    return tuple(sorted(settled, key=lambda original: original.id)), tuple(warnings)


def _warning(path: str, first: str, ids: Sequence[tuple[str, str]]) -> str:
    """What is said of the articles of one file that have the ids of another's: in web archives, captured twice."""
    claimed, kept = min(ids)
    if len(ids) == 1:
        return f"{path}: has the id `{claimed}` of {first} and is kept as `{kept}`; give one of them another `id`"
    beside = f"are kept beside them, as `{claimed}` is as `{kept}`; give them other ids"
    if path == first:
        return f"{path}: {len(ids)} articles have ids of others in it and {beside}"
    return (
        f"{path}: {len(ids)} articles have ids of {first} and {beside}, or take one of the files out if it holds the "
        "same captures"
    )


_Spot = tuple[str, str, str]
"""Where an original lies: its file, its record there, and only where that leaves a doubt the hash of its bytes."""
_TRIED = 4
"""So many marks of an original are looked for: one may have been another's when it got its own."""


@dataclass(frozen=True, slots=True, eq=False, kw_only=True)
class _Claim:
    """An original, the id that it claims, and the ids that its bytes have had."""

    original: OriginalRow
    wanted: str
    spot: _Spot
    copy: int
    """So many of its file are the same in all of this and come before it."""
    published: Sequence[str]
    mark: str
    """The one that is published for its bytes, or ''."""

    @property
    def is_by_path(self) -> bool:
        """Nobody has named it: it may keep any id that its bytes have had, else only marks of the id that it claims."""
        return self.original.origin.record is None and self.wanted == id_from_path(self.original.origin.path)


def _claims(originals: Iterable[OriginalRow], known_ids: Mapping[str, Sequence[str]]) -> Iterator[_Claim]:
    """What each original claims, by path."""
    ordered = sorted(originals, key=lambda one: (*_place(one), one.place))
    wanted, within = {one.id for one in ordered}, Counter((one.id, one.origin.path) for one in ordered)
    alike: dict[tuple[str, _Spot], list[OriginalRow]] = defaultdict(list)
    for one in ordered:
        path, record, digest = _place(one)
        alike[one.id, (path, record, digest if within[one.id, path] > 1 else "")].append(one)
    for (name, spot), twins in alike.items():
        for copy, one in enumerate(twins):
            published = known_ids.get(one.origin.sha256, ())
            marks = [mark for mark in published if mark.startswith(f"{name}#") and mark not in wanted]
            own = (_mark(name, spot, copy + more) for more in range(_TRIED if len(twins) == 1 else 1)) if marks else ()
            mark = next((mark for mark in own if mark in marks), "")
            yield _Claim(original=one, wanted=name, spot=spot, copy=copy, published=published, mark=mark)


def _place(original: OriginalRow) -> tuple[str, str, str]:
    return original.origin.path, original.origin.record or "", original.origin.sha256


def _mark(wanted: str, spot: _Spot, copy: int) -> str:
    return f"{wanted}#{short_hash(chr(10).join((*spot, str(copy))))}"


def _kept(claims: Sequence[_Claim]) -> dict[_Claim, str]:
    """The ids of those that are published under what they claim, or under a mark of their own."""
    heirs: dict[str, list[_Claim]] = defaultdict(list)
    for claim in claims:
        if claim.wanted in claim.published:
            heirs[claim.wanted].append(claim)
    kept = {min(copies, key=lambda one: bool(one.mark)): wanted for wanted, copies in heirs.items()}
    return kept | {claim: claim.mark for claim in claims if claim.mark and claim not in kept}


def _inherited(claims: Sequence[_Claim], kept: Mapping[_Claim, str]) -> dict[_Claim, str]:
    """The ids of the others: those that their bytes had and that nobody has now, then what they claim.

    Of copies that claim one id and are more than such ids the first has what they claim: so it has in the next build,
    when all of these are published.
    """
    wanted, taken = {claim.wanted for claim in claims}, set(kept.values())
    alike: dict[tuple[str, str], list[_Claim]] = defaultdict(list)
    for claim in claims:  # those that have theirs too: when a group has its turn must not change with the builds
        alike[claim.original.origin.sha256, claim.wanted].append(claim)
    found: dict[_Claim, str] = {}
    for (_, name), copies in alike.items():
        if not (seeking := [one for one in copies if one not in kept]):
            continue
        left = [one for one in copies[0].published if one not in wanted and one not in taken]
        given = _matched(seeking, left)
        if len(given) < len(seeking) and name not in taken:
            given = {seeking[0]: name, **_matched(seeking[1:], left)}
        found |= given
        taken.update(given.values())
    return found


def _matched(seeking: Sequence[_Claim], left: Collection[str]) -> dict[_Claim, str]:
    """For each the first id that it may have, while there are any."""
    free = list(left)
    found: dict[_Claim, str] = {}
    for claim in seeking:
        mine = (name for name in free if claim.is_by_path or name.startswith(f"{claim.wanted}#"))
        if name := next(mine, None):
            found[claim] = name
            free.remove(name)
    return found


def _marked(claims: Sequence[_Claim], given: Mapping[_Claim, str]) -> dict[_Claim, str]:
    """Marks for those that have no id yet, none of which is another's id."""
    taken = {claim.wanted for claim in claims} | set(given.values())
    found: dict[_Claim, str] = {}
    for claim in claims:
        if claim not in given:
            marks = (_mark(claim.wanted, claim.spot, copy) for copy in count(claim.copy))
            found[claim] = next(mark for mark in marks if mark not in taken)
            taken.add(found[claim])
    return found
