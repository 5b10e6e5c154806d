"""Ids of entities: slugs that never depend on order, and that stay what they were once published."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from generator.text.slugs import short_hash, slug


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """What an entity asks for: ``names`` are its forms, the display name first; ``fixed`` is a maintainer's slug."""

    key: str
    """Identifies the claim; ties are settled by it."""
    names: Sequence[str]
    weight: int
    """Number of articles: of two with one name the greater gets the bare slug."""
    fixed: str = ""
    merged: Sequence[str] = ()
    """Slugs that a maintainer has given up for this one."""


@dataclass(frozen=True, slots=True)
class Address:
    """An entity's id, and the published ids that redirect to it."""

    id: str
    aliases: tuple[str, ...] = ()


def give_ids(
    claims: Iterable[Claim], locked: frozenset[str], former: frozenset[str] = frozenset()
) -> Mapping[str, Address]:
    """An id for each claim's key.

    A maintainer's slug comes first, then an id that is published already (of several the name's own, else the smallest;
    the others become redirects), then one of ``former``, which was published once (a rename was taken back), then the
    slug of the name. No two entities get one id.
    """
    given: dict[str, Address] = {}
    ordered = sorted(claims, key=lambda claim: (not claim.fixed, -claim.weight, claim.names[0], claim.key))
    reserved = {claim.fixed for claim in ordered if claim.fixed}
    taken = reserved | locked
    owners = _owners(ordered, locked) if locked else {}
    for claim in ordered:
        published = _published(claim, owners, reserved)
        name = claim.fixed or next(iter(published), "") or _former(claim, former - taken) or _free(claim, taken)
        taken.add(name)
        aliases = sorted({*published, *claim.merged} - {name})
        given[claim.key] = Address(name, tuple(aliases))
    return given


def _published(claim: Claim, owners: Mapping[str, str], reserved: set[str]) -> list[str]:
    """The published ids that are the claim's, that of its display name first."""
    mine = slug(claim.names[0])
    free = (i for i in _slugs(claim) if owners.get(i) == claim.key and i not in reserved) if owners else ()
    return sorted(free, key=lambda identifier: (identifier != mine, identifier))


def _former(claim: Claim, free: AbstractSet[str]) -> str:
    """The id that the claim had once, that of its display name first; '' if it had none."""
    mine = slug(claim.names[0])
    return min(_slugs(claim) & free, key=lambda identifier: (identifier != mine, identifier), default="")


def _owners(ordered: Sequence[Claim], locked: frozenset[str]) -> dict[str, str]:
    """Published id -> the claim that may keep it: whose display name it is, else the greatest that knows the form."""
    owners: dict[str, str] = {}
    for claim in ordered:
        mine = slug(claim.names[0])
        if mine in locked:
            owners.setdefault(mine, claim.key)
    for claim in ordered:
        for form in sorted(_slugs(claim) & locked):
            owners.setdefault(form, claim.key)
    return owners


def _slugs(claim: Claim) -> set[str]:
    return {slug(name) for name in claim.names}


def _free(claim: Claim, taken: set[str]) -> str:
    plain = slug(claim.names[0])
    return plain if plain not in taken else f"{plain}-{short_hash(claim.key)}"
