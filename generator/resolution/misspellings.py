"""Misspelt names: a rare spelling that is one or two strokes from a frequent one, in the same company."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache

from generator.resolution.context import Context
from generator.resolution.unions import Unions
from generator.resolution.variants import Survey, Variant
from generator.text.first_names import canonical_first, compatible_middles, same_first, sounds_alike
from generator.text.gazetteer import family_names, given_names, sex
from generator.text.names import Name
from generator.text.slips import distance, is_usual_slip

_SHORTEST = 4
# From eight letters up two slips are one name; in shorter ones they are another name as often as not.
_TWO_SLIPS = 8
# How alike the company must be for a usual slip, and for one that makes another name as often as not.
_ENOUGH_COMPANY = 0.04
_MUCH_COMPANY = 0.3
# A spelling this many times as frequent needs no company: nobody else is likely to be named so.
_FREQUENT = 4
# ... and one that is no name by itself this many times.
_FREQUENT_UNKNOWN = 2
_LONG_FIRST = 6
# Words of this length that are no name by themselves are slips of a frequent one, usual or not.
_LONG_UNKNOWN = 5
# A spelling that stands in more than this share of the other's articles is a name of its own.
_RARE = 0.5


class _Archive:
    """What the archive knows that bears on a misspelling."""

    def __init__(self, survey: Survey, unions: Unions, context: Context) -> None:
        self.variants, self.unions, self.context = survey.variants, unions, context
        self._articles: dict[str, frozenset[int]] = {}
        self._firsts: dict[str, set[str]] = defaultdict(set)
        named: dict[int, set[str]] = defaultdict(set)
        bare: dict[int, set[str]] = defaultdict(set)
        for variant in survey.variants.values():
            self._firsts[variant.name.surname].add(canonical_first(variant.name.first))
        for sighting in survey.sightings:
            (named if sighting.key else bare)[sighting.article].add(sighting.name.surname)
        # Family names that an article cites though nobody bears them in full there.
        self._orphans = {article: surnames - named[article] for article, surnames in bare.items()}

    def articles(self, variant: Variant) -> frozenset[int]:
        """The articles of everybody who is known to be the variant's person before misspellings are looked for."""
        root = self.unions.find(variant.key)
        if root not in self._articles:
            self._articles[root] = frozenset().union(
                *(self.variants[key].articles for key in self.unions.members(root))
            )
        return self._articles[root]

    def established(self, surname: str, first: str) -> bool:
        """Whether a family name is one of its own: frequent in the world, or borne by others in the archive."""
        return surname in family_names() or len(self._firsts[surname] - {canonical_first(first)}) > 1

    def cited_right(self, variant: Variant, surname: str) -> bool:
        """Whether an article with the rare spelling cites the right family name too: Jim Jrodan, later Jordan."""
        return variant.name.surname != surname and any(surname in self._orphans.get(a, ()) for a in variant.articles)


def slips(word: str) -> int:
    """How many slips a word of this length may hold and still be the same name."""
    return 2 if len(word) >= _TWO_SLIPS else 1 if len(word) >= _SHORTEST else 0


def is_slip(one: str, other: str) -> bool:
    """Whether two folded words of the same first letter are so alike that one may be the other misspelt."""
    if one == other or one[:1] != other[:1]:
        return False
    short, long = (one, other) if len(one) <= len(other) else (other, one)
    # A letter left out may leave a word of three: Pte for Pete.
    limit = slips(short) or min(1, slips(long))
    # Each stroke changes at most two of the letters that the words are made of: that settles most pairs at once.
    if len(long) - len(short) > limit or (_letters(one) ^ _letters(other)).bit_count() > 2 * limit:
        return False
    return distance(one, other, limit) <= limit


@lru_cache(maxsize=200_000)
def _letters(word: str) -> int:
    """The letters of a word as bits."""
    return sum({1 << ord(letter) % 61 for letter in word})


def merge_misspellings(survey: Survey, unions: Unions, context: Context) -> None:
    """Join each rare spelling with the person whose name it is meant to be, if company and rarity speak for it."""
    archive = _Archive(survey, unions, context)
    found = []
    for one, other in _neighbours(archive):
        if _may_be_one_generation(one.name, other.name) and unions.find(one.key) != unions.find(other.key):
            weight = _evidence(one, other, archive)
            if weight:
                found.append((-weight, one.key, other.key))
    for _, one_key, other_key in sorted(found):
        unions.join(one_key, other_key, "misspelling")


def _may_be_one_generation(one: Name, other: Name) -> bool:
    """Whether two suffixes agree; a number is dropped more often than a ``Jr.`` (``Robert Muller``, Mueller III)."""
    suffixes = {one.suffix, other.suffix}
    return len(suffixes) == 1 or ("" in suffixes and suffixes.isdisjoint({"jr", "sr"}))


def nearly_known(names: Mapping[str, Name], known: Mapping[str, Name]) -> frozenset[str]:
    """Which of the names (text -> name) are one usual slip from a known one: people whom the model has missed."""
    blocks: dict[tuple[str, str, str], list[Name]] = defaultdict(list)
    for text in sorted(known):
        for block in _blocks(known[text]):
            blocks[block].append(known[text])
    return frozenset(
        text
        for text, name in names.items()
        if any(_is_usual_pair(name, other) for block in _blocks(name) for other in blocks.get(block, ()))
    )


def _is_usual_pair(one: Name, other: Name) -> bool:
    if one.suffix != other.suffix or len(one.given) != len(other.given):
        return False
    if one.surname == other.surname:
        return is_usual_slip(one.first, other.first)
    return one.first == other.first and is_usual_slip(one.surname, other.surname)


def _neighbours(archive: _Archive) -> Iterator[tuple[Variant, Variant]]:
    """Pairs whose family names or first names are a slip apart and whose other part agrees, each pair once.

    One of a pair must be named in several articles, or both in one: nothing speaks for two that are rare and far apart.
    """
    variants = archive.variants
    blocks: dict[tuple[str, str, str], list[Variant]] = defaultdict(list)
    for key in sorted(variants):
        for block in _blocks(variants[key].name):
            blocks[block].append(variants[key])
    seen: set[tuple[str, str]] = set()
    for block in sorted(blocks):
        if len(blocks[block]) == 1:
            continue
        for one, other in _near(block[0], blocks[block], archive):
            pair = (one.key, other.key) if one.key < other.key else (other.key, one.key)
            if pair not in seen:
                seen.add(pair)
                yield variants[pair[0]], variants[pair[1]]


def _near(part: str, members: Sequence[Variant], archive: _Archive) -> Iterator[tuple[Variant, Variant]]:
    """Pairs of a block's members, one named in several articles or both in one, that may be a slip apart."""
    words = {one.key: _word(one.name, part) for one in members}
    often: dict[str, list[Variant]] = defaultdict(list)
    for one in members:
        if len(archive.articles(one)) > 1:
            often[words[one.key]].append(one)
    beside = _beside(members)
    near: dict[str, list[Variant]] = {}
    for one in members:
        word = words[one.key]
        if word not in near:
            near[word] = [other for text, bearers in often.items() if _is_near(word, text, part) for other in bearers]
        yield from ((one, other) for other in near[word] if other is not one)
        for other in beside.get(one.key, ()):
            if other is not one and _is_near(word, words[other.key], part):
                yield one, other


def _blocks(name: Name) -> set[tuple[str, str, str]]:
    """What two spellings share whatever the slip: the part that agrees, and the first letter of the other."""
    if not name.full:
        return set()
    first = canonical_first(name.first) if len(name.first) > 1 else "".join(name.given)
    return {("surname", first, name.surname[:1]), ("first", name.surname, name.first[:1])}


def _beside(members: Sequence[Variant]) -> Mapping[str, list[Variant]]:
    """Key -> those of the members that stand in an article with it."""
    by_article: dict[int, list[Variant]] = defaultdict(list)
    for one in members:
        for article in one.articles:
            by_article[article].append(one)
    beside: dict[str, list[Variant]] = {}
    for together in by_article.values():
        if len(together) > 1:
            for one in together:
                beside.setdefault(one.key, []).extend(together)
    return beside


def _word(name: Name, part: str) -> str:
    """The part of a name in which the members of a block differ."""
    return name.surname.replace(" ", "") if part == "surname" else name.first


def _is_near(one: str, other: str, part: str) -> bool:
    """Whether the parts that differ are so alike that a slip may be all."""
    return abs(len(one) - len(other)) <= 2 and (is_slip(one, other) or (part == "first" and sounds_alike(one, other)))


def _evidence(one: Variant, other: Variant, archive: _Archive) -> float:
    """How strongly the rarer of two spellings speaks for being the other misspelt; 0 for not at all."""
    rare, common = archive.articles(one), archive.articles(other)
    if (len(rare), one.key) > (len(common), other.key):
        one, other, rare, common = other, one, common, rare
    most = len(common) if _lacks_letter(one, other) else max(1, _RARE * len(common))
    if not (rare & common or len(rare) <= most) or not _is_slip_of_name(one, other, archive):
        return 0.0
    if rare & common or archive.cited_right(one, other.name.surname):
        return 2.0
    names = frozenset({" ".join((*v.name.given, v.name.surname)) for v in (one, other)})
    likeness = archive.context.likeness(rare, common, names | {one.name.surname, other.name.surname})
    differing, known = _differing(one, other)
    if not _is_usual(one, other):
        often = len(common) >= (_FREQUENT if len(differing) >= _LONG_UNKNOWN else 2 * _FREQUENT) * len(rare)
        clear = often and not known and len(differing) >= _SHORTEST
        return 0.5 + likeness if clear else likeness if likeness >= _MUCH_COMPANY else 0.0
    if len(common) >= (_FREQUENT if known else _FREQUENT_UNKNOWN) * len(rare):
        return 1.0 + likeness
    return likeness if likeness >= _ENOUGH_COMPANY else 0.0


def _lacks_letter(one: Variant, other: Variant) -> bool:
    """Whether a first name is nobody's, and somebody's but for a letter that got lost with its accent (Ral, Raúl)."""
    short, whole = one.name.first, other.name.first
    if one.name.surname != other.name.surname or short in given_names() or whole not in given_names():
        return False
    return any(short == whole[:at] + whole[at + 1 :] for at in range(1, len(whole)))


def _differing(one: Variant, other: Variant) -> tuple[str, bool]:
    """The rare spelling's part that is spelt otherwise, and whether it is a name by itself."""
    if one.name.surname == other.name.surname:
        return one.name.first, one.name.first in given_names()
    return one.name.surname, one.name.surname in family_names()


def _is_usual(one: Variant, other: Variant) -> bool:
    """Whether the part that differs does so by a usual slip."""
    if one.name.surname == other.name.surname:
        return is_usual_slip(one.name.first, other.name.first) or sounds_alike(one.name.first, other.name.first)
    return is_usual_slip(one.name.surname.replace(" ", ""), other.name.surname.replace(" ", ""))


def _is_slip_of_name(one: Variant, other: Variant, archive: _Archive) -> bool:
    """Whether ``one`` can be ``other`` misspelt: exactly one part differs, by a slip, and it is no name by itself."""
    if one.name.surname == other.name.surname:
        a, b = one.name.first, other.name.first
        if same_first(a, b) or not compatible_middles(one.name.middle, other.name.middle):
            return False
        # Maria is not Marie misspelt, but Hilary is Hillary: short first names differ by a letter as often as not.
        both_known = a in given_names() and b in given_names()
        if both_known and {sex(a), sex(b)} == {"female", "male"}:
            return False
        return sounds_alike(a, b) or (is_slip(a, b) and not (both_known and len(a) < _LONG_FIRST))
    a, b = one.name.surname.replace(" ", ""), other.name.surname.replace(" ", "")
    # Robert Muller of the article that names Robert Mueller is he, though others are called Muller.
    is_beside = one.name.first == other.name.first and one.articles <= other.articles and is_usual_slip(a, b)
    if archive.established(one.name.surname, one.name.first) and not is_beside:
        return False
    return same_first(one.name.first, other.name.first) and is_slip(a, b)
