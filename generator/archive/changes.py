"""What became of everybody between two states of an archive: merged, split, renamed, new, lost, and what moved."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.store.standing import KINDS, Stand, Standing

Verb = str
"""``merged``, ``split``, ``renamed``, ``new`` or ``lost``."""

# Whoever gets this share of a page's mentions has a part of it worth telling.
_PART = 0.2


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """What became of one page, or how one came to be."""

    kind: str
    verb: Verb
    before: tuple[Standing, ...]
    """Whose pages they were; none of who is new."""
    after: tuple[Standing, ...]
    """Whose pages they are; none of who is lost."""

    @property
    def articles(self) -> int:
        """How many articles it concerns."""
        named = self.before or self.after
        return len(frozenset().union(*(one.articles for one in named)))


@dataclass(frozen=True, slots=True, kw_only=True)
class Move:
    """Articles that are filed elsewhere though both pages stay."""

    kind: str
    before: Standing
    after: Standing | None
    """None where nobody is named any more by words that meant somebody."""
    articles: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Changes:
    """All differences of two states."""

    changes: tuple[Change, ...] = ()
    moves: tuple[Move, ...] = ()

    def of(self, kind: str, verb: Verb) -> tuple[Change, ...]:
        """The changes of one kind and verb, the greatest first."""
        found = (one for one in self.changes if (one.kind, one.verb) == (kind, verb))
        return tuple(sorted(found, key=lambda one: (-one.articles, (one.before or one.after)[0].id)))


def compare(old: Stand, new: Stand) -> Changes:
    """What became of every person, organization, place and topic of ``old``, and who is new."""
    changes: list[Change] = []
    moves: list[Move] = []
    for kind in KINDS:
        one = _Comparison(kind, old.kinds.get(kind, {}), new.kinds.get(kind, {}))
        changes += one.changes()
        moves += one.moves()
    return Changes(changes=tuple(changes), moves=tuple(moves))


class _Comparison:
    """One kind: where the mentions of every old page are now, and where those of every new page were."""

    def __init__(self, kind: str, old: Mapping[str, Standing], new: Mapping[str, Standing]) -> None:
        self._kind, self._old, self._new = kind, old, new
        owners: dict[tuple[str, str], str] = {}
        for key in sorted(new):
            owners |= dict.fromkeys(new[key].mentions, key)
        # The same words may mean two people in one article: they stay with whoever they still mean.
        still = {key: new[key].mentions for key in old.keys() & new.keys()}
        self._went: dict[str, Counter[str]] = {
            key: Counter(key if m in still.get(key, ()) else owners[m] for m in one.mentions if m in owners)
            for key, one in old.items()
        }
        self._came: dict[str, Counter[str]] = defaultdict(Counter)
        for key, found in self._went.items():
            for to, count in found.items():
                self._came[to][key] += count

    def changes(self) -> Iterator[Change]:
        """Every page that is not what it was, each told once."""
        told: set[str] = set()
        merged: dict[str, list[str]] = defaultdict(list)
        for key in sorted(self._old):
            parts = self._parts(key)
            told.update(parts)
            if len(parts) > 1:
                yield self._change("split", (key,), parts)
            elif not parts:
                yield self._change("lost", (key,), ())
            elif parts[0] != key:
                merged[parts[0]].append(key)
            elif self._old[key].name != self._new[key].name:
                yield self._change("renamed", (key,), (key,))
        for to, keys in sorted(merged.items()):
            before = (*keys, to) if to in self._old else tuple(keys)
            yield self._change("merged" if len(before) > 1 else "renamed", before, (to,))
        for key in sorted(self._new.keys() - self._old.keys() - told):
            yield self._change("new", (), (key,))

    def moves(self) -> Iterator[Move]:
        """Articles that went from one page to another while both were and are there."""
        for key in sorted(self._old.keys() & self._new.keys()):
            stays = self._new[key].articles
            gone = self._old[key].articles - stays
            by_target: dict[str, set[str]] = defaultdict(set)
            for to in self._went[key]:
                if to != key and to in self._old:
                    words = (self._old[key].mentions - self._new[key].mentions) & self._new[to].mentions
                    by_target[to] |= {article for article, _ in words}
            for to, articles in sorted(by_target.items()):
                yield Move(
                    kind=self._kind, before=self._old[key], after=self._new[to], articles=tuple(sorted(articles))
                )
            left = gone.difference(*by_target.values())
            if left:
                yield Move(kind=self._kind, before=self._old[key], after=None, articles=tuple(sorted(left)))

    def _parts(self, key: str) -> tuple[str, ...]:
        """Whose pages the old one is now, the greatest part first: the page itself, and pages that are new."""
        went = self._went[key]
        total = sum(went.values())
        fresh = [to for to in went if to not in self._old and self._came[to].most_common(1)[0][0] == key]
        if key in self._new:
            return (key, *sorted(fresh))
        found = sorted((to for to in went if to in fresh or went[to] >= _PART * total), key=lambda to: (-went[to], to))
        known = [to for to in found if to in self._old]
        # Whoever went to a page that was there before was merged, whatever else a few mentions came to.
        return tuple(known[:1]) if known and known[0] == found[0] else tuple(found)

    def _change(self, verb: Verb, before: tuple[str, ...], after: tuple[str, ...]) -> Change:
        return Change(
            kind=self._kind,
            verb=verb,
            before=tuple(self._old[key] for key in before),
            after=tuple(self._new[key] for key in after),
        )
