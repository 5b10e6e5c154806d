"""Changes of an archive in words: what ``diff`` and ``judge`` print, and a build after an upgrade."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from generator.archive.changes import Change, Changes, Move
from generator.store.standing import KINDS, Standing

VERBS = ("merged", "split", "renamed", "lost", "new")
_SHOWN = 25
_ARTICLES = 4


def lines(changes: Changes, *, shown: int = _SHOWN) -> Iterator[str]:
    """The changes for people: a heading for each kind and verb, the greatest first."""
    for kind, plural in KINDS.items():
        for verb in VERBS:
            found = changes.of(kind, verb)
            if found:
                yield f"{len(found)} {plural if len(found) > 1 else kind} {verb}:"
                yield from (f"  {_change(one)}" for one in found[:shown])
                if len(found) > shown:
                    yield f"  … and {len(found) - shown} more"
        moves = sorted((one for one in changes.moves if one.kind == kind), key=_weight)
        if moves:
            count = len({article for one in moves for article in one.articles})
            yield f"{counted(count, 'article')} filed otherwise under {plural}:"
            yield from (f"  {_move(one)}" for one in moves[:shown])
            if len(moves) > shown:
                yield f"  … and {len(moves) - shown} more"


def as_data(changes: Changes) -> dict[str, Any]:
    """The changes for programs: every one, by kind and verb."""
    return {
        plural: {
            **{verb: [_change_data(one) for one in changes.of(kind, verb)] for verb in VERBS},
            "moved": [
                {
                    "from": one.before.id,
                    "to": one.after.id if one.after else None,
                    "articles": list(one.articles),
                }
                for one in changes.moves
                if one.kind == kind
            ],
        }
        for kind, plural in KINDS.items()
    }


def counted(count: int, noun: str) -> str:
    """``1 article``, ``2 articles``."""
    return f"{count} {noun}{'' if count == 1 else 's'}"


def _change(one: Change) -> str:
    after = ", ".join(_named(page) for page in one.after)
    before = " + ".join(_named(page) for page in one.before)
    return f"{before} → {after}" if before and after else before or after


def _named(page: Standing) -> str:
    return f"{page.name} ({counted(len(page.articles), 'article')})"


def _move(one: Move) -> str:
    articles = ", ".join(one.articles[:_ARTICLES]) + (", …" if len(one.articles) > _ARTICLES else "")
    to = one.after.name if one.after else "nobody"
    return f"{counted(len(one.articles), 'article')}: {one.before.name} → {to} ({articles})"


def _weight(one: Move) -> tuple[int, str, str]:
    return -len(one.articles), one.before.id, one.after.id if one.after else ""


def _change_data(one: Change) -> dict[str, Any]:
    return {
        "from": [_page_data(page) for page in one.before],
        "to": [_page_data(page) for page in one.after],
        "articles": one.articles,
    }


def _page_data(page: Standing) -> dict[str, Any]:
    return {"id": page.id, "name": page.name, "address": page.address or None, "articles": len(page.articles)}
