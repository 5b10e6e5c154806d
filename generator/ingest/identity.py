"""Ids of articles: what each says of itself, and how two that say the same are told apart.

An id that is published stays with the bytes that it was published for. So a file with bytes that are known keeps its
id at a new path, and of two originals that claim one id the published one keeps it; among new ones it is the first by
path. The other is ``<id>#<hash of its path>``: built, reported, and never exchanged with the first, nor with a copy of
itself that lies elsewhere.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace
from typing import TYPE_CHECKING

from generator.text.slugs import short_hash
from generator.text.urls import normalize

if TYPE_CHECKING:
    from generator.model import Metadata, OriginalRow

_EXTENSION = re.compile(r"\.(?:txt|text|html?|xhtml|md|markdown|jsonl?|ndjson|csv|tsv|xml)(?:\.gz)?$", re.IGNORECASE)


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
    named = _keep_moved(sorted(originals, key=_place), known_ids)
    claims: dict[str, list[OriginalRow]] = defaultdict(list)
    for original in named:
        claims[original.id].append(original)
    settled: list[OriginalRow] = []
    rivalries: dict[tuple[str, str], list[tuple[str, str]]] = defaultdict(list)
    # An id with a distinction may be taken: by the bytes that were published under it and lie elsewhere now.
    taken = {identifier for identifier in claims if "#" in identifier}
    for identifier, rivals in claims.items():
        first, *others = sorted(rivals, key=lambda one: (not _is_published(one, known_ids), _place(one)))
        settled.append(first)
        for other, distinction in zip(others, _distinctions(first, others, taken), strict=True):
            settled.append(replace(other, id=f"{identifier}#{distinction}"))
            rivalries[other.origin.path, first.origin.path].append((identifier, settled[-1].id))
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


def _is_published(original: OriginalRow, known_ids: Mapping[str, Sequence[str]]) -> bool:
    return original.id in known_ids.get(original.origin.sha256, ())


def _place(original: OriginalRow) -> tuple[str, str, str]:
    return original.origin.path, original.origin.record or "", original.origin.sha256


def _distinctions(first: OriginalRow, others: Sequence[OriginalRow], taken: Collection[str]) -> list[str]:
    """For each of the others a hash of where it lies: path and record, and only within one file its bytes."""
    paths = Counter(one.origin.path for one in (first, *others))
    copies: Counter[tuple[str, ...]] = Counter()
    found: list[str] = []
    for other in others:
        path, record, digest = _place(other)
        place = (path, record, digest if paths[path] > 1 else "")
        while True:
            distinction = _distinction(place, copies[place])
            copies[place] += 1
            if f"{first.id}#{distinction}" not in taken:
                break
        found.append(distinction)
    return found


def _distinction(place: tuple[str, str, str], copy: int) -> str:
    return short_hash("\n".join((*place, str(copy))))


def _keep_moved(originals: Sequence[OriginalRow], known_ids: Mapping[str, Sequence[str]]) -> list[OriginalRow]:
    """Files that nobody names, with the id under which their bytes are published, if no other file has it now.

    Of files with the same bytes each first takes the id that tells its own path: another copy, by whatever id it goes,
    would get it in one build and the file itself in the next. Of those that claim one id besides, the first has it, and
    the others the ids of files that are gone: so it is in the next build, too, when all of them are published.
    """
    present = {original.id for original in originals}
    reserved = {_apart(one) for one in originals if _apart(one) in known_ids.get(one.origin.sha256, ())}
    alike: dict[tuple[str, str], list[OriginalRow]] = defaultdict(list)
    for original in originals:
        alike[original.origin.sha256, original.id].append(original)
    kept: list[OriginalRow] = []
    for (digest, claimed), copies in alike.items():
        published = known_ids.get(digest, ())
        heir = min(copies, key=lambda one: (_apart(one) in reserved, _place(one)))
        seeking = sum(_apart(one) not in reserved for one in copies)
        for original in copies:
            is_by_path = original.origin.record is None and claimed == id_from_path(original.origin.path)
            its_own = [name for name in published if is_by_path or name.startswith(f"{claimed}#")]
            free = [name for name in its_own if name not in present and name not in reserved]
            left = [name for name in free if not name.startswith(f"{claimed}#")]
            if _apart(original) in reserved:
                name = claimed if original is heir and claimed in published else _apart(original)
            elif original is heir:
                # Where there are fewer ids of files that are gone than copies, one will have the id that all claim.
                name = claimed if claimed in published or not free or 0 < len(left) < seeking else free[0]
            else:
                name = next(iter(left), claimed)
            present.add(name)
            kept.append(replace(original, id=name))
    return kept


def _apart(original: OriginalRow) -> str:
    """The id that an original has beside another file with the same id."""
    path, record, _ = _place(original)
    return f"{original.id}#{_distinction((path, record, ''), 0)}"
