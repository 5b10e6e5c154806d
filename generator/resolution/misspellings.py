"""Misspelt names: a rare spelling that is one or two strokes from a frequent one, in the same company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.resolution.context import Context
from generator.resolution.unions import Unions
from generator.resolution.variants import Variant
from generator.text.gazetteer import given_names, surnames
from generator.text.names import canonical_first, compatible_middles, distance, same_first

_SHORTEST = 4
# From eight letters up two slips are one name; in shorter ones they are another name as often as not.
_TWO_SLIPS = 8
_ENOUGH_COMPANY = 0.05
_MUCH_COMPANY = 0.15
# A spelling that stands in more than this share of the other's articles is a name of its own.
_RARE = 0.5


@dataclass(frozen=True, slots=True)
class _Bearers:
    """A family name's first names in the archive: a name that several people bear is no misspelling."""

    firsts: Mapping[str, frozenset[str]]

    def established(self, surname: str, first: str) -> bool:
        others = {canonical_first(other) for other in self.firsts.get(surname, ())} - {canonical_first(first)}
        return surname in surnames() or len(others) > 1


def slips(word: str) -> int:
    """How many slips a word of this length may hold and still be the same name."""
    return 2 if len(word) >= _TWO_SLIPS else 1 if len(word) >= _SHORTEST else 0


def is_slip(one: str, other: str) -> bool:
    """Whether two folded words of the same first letter are so alike that one may be the other misspelt."""
    limit = slips(min(one, other, key=len))
    return bool(limit) and one != other and one[0] == other[0] and distance(one, other, limit) <= limit


def merge_misspellings(variants: Mapping[str, Variant], unions: Unions, context: Context) -> None:
    """Join each rare spelling with the person whose name it is meant to be, if company and rarity speak for it."""
    firsts: dict[str, set[str]] = defaultdict(set)
    for variant in variants.values():
        firsts[variant.name.surname].add(variant.name.first)
    bearers = _Bearers({surname: frozenset(names) for surname, names in firsts.items()})
    found = []
    for one, other in _neighbours(variants):
        if unions.find(one.key) != unions.find(other.key):
            weight = _evidence(one, other, unions, bearers, context, variants)
            if weight:
                found.append((-weight, one.key, other.key))
    for _, one_key, other_key in sorted(found):
        unions.join(one_key, other_key, "misspelling")


def _neighbours(variants: Mapping[str, Variant]) -> Iterator[tuple[Variant, Variant]]:
    """Pairs whose family names or first names are a slip apart and whose other part agrees, each pair once."""
    buckets: dict[tuple[str, str, str], list[Variant]] = defaultdict(list)
    for key in sorted(variants):
        for bucket in sorted(_signatures(variants[key])):
            buckets[bucket].append(variants[key])
    seen: set[tuple[str, str]] = set()
    for bucket in sorted(buckets):
        members = buckets[bucket]
        for number, one in enumerate(members):
            for other in members[number + 1 :]:
                if (one.key, other.key) not in seen and one.key != other.key:
                    seen.add((one.key, other.key))
                    yield one, other


def _signatures(variant: Variant) -> set[tuple[str, str, str]]:
    """What two spellings share whatever the slip: the agreeing part, and the other part with letters left out."""
    name = variant.name
    if not name.full or len(name.first) < 2:  # noqa: PLR2004 - an initial agrees with too many
        return set()
    surname = name.surname.replace(" ", "")
    first = canonical_first(name.first)
    by_surname = {("surname", first, short) for short in _shortened(surname)}
    by_first = {("first", surname, short) for short in _shortened(name.first)}
    return by_surname | by_first


def _shortened(word: str) -> set[str]:
    """The word, and the word without each of its letters (two from eight letters up), the first letter kept."""
    short = {word}
    for _ in range(slips(word)):
        short |= {w[:i] + w[i + 1 :] for w in short for i in range(1, len(w))}
    return short


def _evidence(  # noqa: PLR0913 - one decision, all of its grounds
    one: Variant,
    other: Variant,
    unions: Unions,
    bearers: _Bearers,
    context: Context,
    variants: Mapping[str, Variant],
) -> float:
    """How strongly the rarer of two spellings speaks for being the other misspelt; 0 for not at all."""
    if one.name.suffix != other.name.suffix or not unions.may_join(one.key, other.key):
        return 0.0
    sets = [_articles(unions.members(v.key), variants) for v in (one, other)]
    if len(sets[0]) > len(sets[1]):
        one, other, sets = other, one, sets[::-1]
    rare, common = sets
    if len(rare) > max(1, _RARE * len(common)) and not rare & common:
        return 0.0
    if not _is_slip_of_name(one, other, bearers):
        return 0.0
    if rare & common:
        return 2.0
    names = frozenset({" ".join((*v.name.given, v.name.surname)) for v in (one, other)})
    names |= {one.name.surname, other.name.surname}
    likeness = context.likeness(rare, common, names)
    needed = _ENOUGH_COMPANY if one.name.surname != other.name.surname else _MUCH_COMPANY
    return likeness if likeness >= needed else 0.0


def _is_slip_of_name(one: Variant, other: Variant, bearers: _Bearers) -> bool:
    """Whether ``one`` can be ``other`` misspelt: exactly one part differs, by a slip, and it is no name by itself."""
    if one.name.surname == other.name.surname:
        if not compatible_middles(one.name.middle, other.name.middle):
            return False
        a, b = one.name.first, other.name.first
        both_known = one.name.first in given_names() and other.name.first in given_names()
        return is_slip(a, b) and not (both_known and len(a) < _TWO_SLIPS - 2) and not same_first(a, b)
    a, b = one.name.surname.replace(" ", ""), other.name.surname.replace(" ", "")
    if bearers.established(one.name.surname, one.name.first):
        return False
    return same_first(one.name.first, other.name.first) and is_slip(a, b)


def _articles(keys: Sequence[str], variants: Mapping[str, Variant]) -> frozenset[int]:
    return frozenset(article for key in keys for article in variants[key].articles)
