"""Resolution: who is who over the whole archive, under the maintainers' judgements."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from generator.collecting import uncollected
from generator.config.schema import SiteConfig
from generator.model import ArticleRow, Published, Resolution
from generator.resolution.acronyms import acronyms
from generator.resolution.ballots import Ballot
from generator.resolution.judgements import Seen, judged, judged_people, stale, stale_judgements
from generator.resolution.named import entities_of, file_named, left_by_people
from generator.resolution.people import file_people
from generator.resolution.questions import questions
from generator.text.names import fold

__all__ = ["questions", "resolve"]


def resolve(
    rows: Iterable[ArticleRow],
    config: SiteConfig,
    locked: Mapping[str, frozenset[str]] | None = None,
    settled: Published | None = None,
) -> Resolution:
    """Every person, organization and place that the articles name, and what is left open.

    The result does not depend on the order of the articles.

    Args:
        rows: The articles without their texts.
        config: people.yml, judgements.yml, organizations.yml and places.yml have the last word.
        locked: Kind -> ids that are published already and are kept.
        settled: The people whom no rule may merge, part or retitle. None: all that are locked.
    """
    with uncollected():
        known = locked or {}
        return _resolved(rows, config, known, settled or Published(ids=known.get("person", frozenset())))


def _resolved(
    rows: Iterable[ArticleRow], config: SiteConfig, published: Mapping[str, frozenset[str]], settled: Published
) -> Resolution:
    ordered = sorted(rows, key=lambda row: row.id)
    people = replace(judged_people(config), settled=settled, settled_from=config.archive.thresholds.settled)
    organizations = judged(config.organizations.organizations, config.organizations.not_an_organization)
    places = judged(config.places.places, config.places.not_a_place)
    ballot = Ballot(ordered, people.never)
    filed = file_people(ordered, ballot, people, published.get("person", frozenset()))
    left = left_by_people(ordered, filed.spots)
    bodies = file_named("organization", left, ballot, acronyms(ordered, ballot), organizations)
    named = (
        *entities_of("organization", bodies, organizations, published.get("organization", frozenset())),
        *entities_of(
            "place", file_named("place", left, ballot, {}, places), places, published.get("place", frozenset())
        ),
    )
    seen = _seen(ordered, any((people.entries, organizations.entries, places.entries, config.judgements.judgements)))
    return Resolution(
        entities=filed.entities + named,
        surnames=filed.surnames,
        private=filed.private,
        held=filed.held,
        warnings=(
            *stale(config, "people", config.people.people, seen),
            *stale_judgements(config, seen),
            *stale(config, "organizations", config.organizations.organizations, seen),
            *stale(config, "places", config.places.places, seen),
        ),
    )


def _seen(rows: Iterable[ArticleRow], is_asked: bool) -> Seen:  # noqa: FBT001 - private, and named where it is called
    """What stands in the articles; nothing where no maintainer has spoken and nobody asks."""
    mentions = (
        frozenset((row.id, fold(mention.text)) for row in rows for mention in row.mentions) if is_asked else frozenset()
    )
    return Seen(mentions, frozenset(name for _, name in mentions), frozenset(row.id for row in rows))
