"""Full names that are one person by the rules of names: short forms, initials, middle names, generations."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from collections.abc import Set as AbstractSet
from itertools import pairwise

from generator.resolution.context import Context
from generator.resolution.unions import Unions
from generator.resolution.variants import Variant
from generator.text.first_names import canonical_first, compatible_middles, formal_names, same_first
from generator.text.gazetteer import family_names
from generator.text.names import parse_name
from generator.text.titles import offices

_UMLAUTS = str.maketrans({"ä": "ae", "ö": "oe", "ü": "ue", "Ä": "Ae", "Ö": "Oe", "Ü": "Ue", "ß": "ss"})
# A "Jr." and the plain name are one person when their company is at least this alike and no article names both.
_SAME_GENERATION = 0.12
# ... and a short form of several names (Jerry: Gerald, Jerome) is the one that is known from this likeness up.
_SOME_COMPANY = 0.03
# Half a year apart, as ``Context.nearness`` counts: whoever has a number behind the name then is hardly another.
_SAME_YEAR = 0.37
_HALF_YEAR = 182
# A plain name so many times as frequent as the one with a suffix is somebody's who goes without it.
_FREQUENT = 4
# Four years apart.
_YEARS = 0.0003


def merge_names(variants: Mapping[str, Variant], unions: Unions, context: Context) -> dict[str, tuple[str, ...]]:
    """Join what is one name. The result: a plain name's key -> keys of those among whom it is in doubt.

    ``George Bush`` is in doubt where both ``George W. Bush`` and ``George H. W. Bush`` are known.
    """
    doubtful: dict[str, tuple[str, ...]] = {}
    _merge_umlauts(variants, unions)
    for block in _blocks(variants):
        doubtful |= _merge_block(block, unions, context)
    for block in _blocks(variants):
        _merge_generations(block, unions, context)
    # Those among whom a name was in doubt may have turned out to be one person: then there is no doubt.
    return {key: among for key, among in doubtful.items() if len({unions.find(one) for one in (key, *among)}) > 1}


def _merge_umlauts(variants: Mapping[str, Variant], unions: Unions) -> None:
    """Join ``Juergen Mueller`` with ``Jürgen Müller``."""
    for key in sorted(variants):
        for text in sorted(variants[key].texts):
            written = text if text.isascii() else text.translate(_UMLAUTS)
            if written != text and parse_name(written).key in variants:
                unions.join(key, parse_name(written).key, "umlaut")


def _blocks(variants: Mapping[str, Variant]) -> list[list[Variant]]:
    """The variants by family name, each list sorted."""
    blocks: dict[str, list[Variant]] = defaultdict(list)
    for key in sorted(variants):
        blocks[variants[key].name.surname.replace(" ", "")].append(variants[key])
    return [blocks[surname] for surname in sorted(blocks)]


def _merge_block(block: Sequence[Variant], unions: Unions, context: Context) -> dict[str, tuple[str, ...]]:
    """Join within one family name; generations stay apart."""
    doubtful: dict[str, tuple[str, ...]] = {}
    groups: dict[tuple[str, str], list[Variant]] = defaultdict(list)
    for variant in block:
        groups[(canonical_first(variant.name.first), variant.name.suffix)].append(variant)
    for group in groups.values():
        doubtful |= _merge_middles(group, unions, context)
    for variant in block:
        _join_only_candidate(variant, block, unions, context)
    return doubtful


def _merge_middles(group: Sequence[Variant], unions: Unions, context: Context) -> dict[str, tuple[str, ...]]:
    """Join names of one first name whose middle names do not contradict each other."""
    spelt = sorted((v for v in group if v.name.middle), key=lambda v: (-len("".join(v.name.middle)), v.key))
    plain = [v for v in group if not v.name.middle]
    for one, other in pairwise(plain):
        if not _is_far(one, other, context):
            unions.join(one.key, other.key, "short-form")
    clusters: list[list[Variant]] = []
    for variant in spelt:
        fits = [c for c in clusters if all(compatible_middles(v.name.middle, variant.name.middle) for v in c)]
        if len(fits) == 1 and unions.join(fits[0][0].key, variant.key, "middle-name"):
            fits[0].append(variant)
        else:
            clusters.append([variant])
    if len(clusters) == 1 and plain and not _is_far(plain[0], clusters[0][0], context):
        unions.join(plain[0].key, clusters[0][0].key, "middle-name")
    if len(clusters) > 1:
        among = tuple(cluster[0].key for cluster in clusters)
        return {variant.key: among for variant in plain}
    return {}


def _is_far(one: Variant, other: Variant, context: Context) -> bool:
    """Whether a name and its short form are two people's.

    A father and his son are years apart, in other company and offices. Of a frequent family name, one whom a single
    article calls Dan and one whom another calls Daniel are two where neither has a title and they share no company.
    """
    if one.name.first == other.name.first:
        return False
    held = [offices(" ".join(variant.roles)) for variant in (one, other)]
    is_untold = not one.roles and not other.roles and len(one.articles) == len(other.articles) == 1
    if is_untold and one.name.surname in family_names():
        return not _same_company(one, [other], context)
    if not all(held) or held[0] & held[1]:
        return False
    days = context.days(one.articles)
    near = [nearness for article in other.articles if (nearness := context.nearness(article, days)) is not None]
    return bool(near) and max(near) < _YEARS and not _same_company(one, [other], context)


def _join_only_candidate(variant: Variant, block: Sequence[Variant], unions: Unions, context: Context) -> None:
    """Join a short form of several names, a bare initial or a quoted short form to the one person that it fits."""
    name = variant.name
    if name.nickname:
        for other in block:
            if canonical_first(other.name.first) == canonical_first(name.nickname) and other is not variant:
                unions.join(variant.key, other.key, "quoted-short-form")
    rule = "initial" if len(name.first) == 1 else "short-form"
    if len(name.first) > 1 and len(formal_names(name.first)) == 1:
        return
    fits = [
        other
        for other in block
        if other is not variant
        and other.name.suffix == name.suffix
        and (len(other.name.first) > 1 or len(name.first) > 1)
        and same_first(other.name.first, name.first)
        and compatible_middles(other.name.middle, name.middle)
    ]
    if len({unions.find(other.key) for other in fits}) == 1 and _same_company(variant, fits, context):
        unions.join(variant.key, fits[0].key, rule)


def _same_company(one: Variant, others: Sequence[Variant], context: Context) -> bool:
    """Whether a form that may be short for several names (Jerry) keeps the company of the only one that is known."""
    theirs = {article for other in others for article in other.articles}
    if theirs & one.articles:
        return True
    names = frozenset({" ".join((*v.name.given, v.name.surname)) for v in (*others, one)})
    return context.likeness(theirs, one.articles, names) >= _SOME_COMPANY


def _merge_generations(block: Sequence[Variant], unions: Unions, context: Context) -> None:
    """Join ``Roger Stone Jr.`` with ``Roger Stone``, but not ``Donald Trump Jr.`` with his father.

    Two who are named in one article are two, but for a plain name without a role of its own that stands nowhere else:
    it goes on with the whole one, as far as no sentence has both. Otherwise it must keep the same company.
    """
    juniors = [variant for variant in block if variant.name.suffix]
    for junior in juniors:
        if any(_outweighs(other, junior) for other in juniors):
            continue
        elders = [
            other
            for other in block
            if not other.name.suffix
            and len(other.name.first) > 1
            and same_first(other.name.first, junior.name.first)
            and compatible_middles(other.name.middle, junior.name.middle)
        ]
        if len({unions.find(other.key) for other in elders}) == 1 and _is_same_generation(junior, elders, context):
            unions.join(junior.key, elders[0].key, "suffix")


def _outweighs(other: Variant, junior: Variant) -> bool:
    """Whether the plain name is rather another junior's: Martin Luther King Jr., not the third."""
    return (
        other.name.suffix != junior.name.suffix
        and same_first(other.name.first, junior.name.first)
        and (len(other.articles), other.key) > (len(junior.articles), junior.key)
    )


def _is_same_generation(junior: Variant, elders: Sequence[Variant], context: Context) -> bool:
    """Whether the plain name keeps the company of the one with a suffix, or stands near it in time for a ``III``."""
    theirs = {article for other in elders for article in other.articles}
    if junior.name.suffix == "jr" and _comes_after(junior, theirs, context):
        return False
    # A third is named beside his grandfather less often than a junior beside his father.
    is_son_likely = junior.name.suffix in {"jr", "sr"}
    goes_on = theirs <= junior.articles
    if theirs & junior.articles and (_has_role_of_its_own(elders, junior) or (is_son_likely and not goes_on)):
        return False
    if goes_on:
        return True
    names = frozenset({" ".join((*v.name.given, v.name.surname)) for v in (*elders, junior)})
    likeness = context.likeness(theirs, junior.articles, names)
    if is_son_likely:
        return likeness >= _SAME_GENERATION
    days = context.days(theirs)
    near = max((context.nearness(article, days) or 0.0 for article in junior.articles), default=0.0)
    return likeness >= _SOME_COMPANY or near >= _SAME_YEAR


def _comes_after(junior: Variant, theirs: AbstractSet[int], context: Context) -> bool:
    """Whether a junior is first named half a year after a plain name of many articles was last: he who comes next."""
    days, his = context.days(theirs), context.days(junior.articles)
    is_frequent = len(theirs) >= _FREQUENT * len(junior.articles)
    return is_frequent and bool(days and his) and his[0] - days[-1] > _HALF_YEAR


def _has_role_of_its_own(elders: Sequence[Variant], junior: Variant) -> bool:
    """Whether a plain name is called what the one with a suffix never is."""
    words = [{word for role in one.roles for word in role.lower().split()} for one in (*elders, junior)]
    return any(own and not own & words[-1] for own in words[:-1])
