"""Pages of people and of surnames, made from the references that were filed under them."""

from __future__ import annotations

from collections import Counter
from collections.abc import Container, Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from itertools import chain

from generator.model import ArticleRow, Entity, EntityMention, HeldMerge, HeldSplit, Surname
from generator.resolution.addresses import Address, Claim, give_ids
from generator.resolution.citations import Reference
from generator.resolution.judgements import Judged
from generator.resolution.roles import roles_of
from generator.resolution.writing import Group, Writing, kept_title, title_of, writing_of
from generator.text.names import fold
from generator.text.slugs import slug


@dataclass(frozen=True, slots=True)
class FiledPeople:
    """All people and surnames, and where the mentions that are theirs begin, by article."""

    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...]
    private: tuple[Entity, ...]
    spots: Sequence[AbstractSet[int]]
    held: tuple[HeldMerge | HeldSplit, ...] = ()


def filed(
    rows: Sequence[ArticleRow],
    groups: Mapping[str, Group],
    open_: Mapping[str, list[Reference]],
    judged: Judged,
    locked: frozenset[str],
) -> FiledPeople:
    """The people and the surnames of the references.

    Args:
        rows: The articles, sorted by id.
        groups: The references to each person.
        open_: By family name, the references that could be given to nobody.
        judged: people.yml and judgements.yml.
        locked: Ids of people that are published.
    """
    writings = {key: writing_of(groups[key], judged) for key in sorted(groups)}
    titles = {key: title_of(writing, judged) for key, writing in writings.items()}
    claims = [_claim(writings[key], title, judged) for key, title in titles.items()]
    addresses = give_ids(claims, locked, frozenset(chain.from_iterable(judged.settled.former.values())))
    known = _Known(
        judged=judged,
        articles=[row.id for row in rows],
        years={row.id: row.published.date[:4] for row in rows if row.published},
        locked=locked,
        told_apart={name for pair in judged.apart for name in pair},
    )
    people = {key: _entity(writing, titles[key], addresses[key], known) for key, writing in writings.items()}
    hidden = {key for key, writing in writings.items() if judged.is_private(groups[key].label, writing.names)}
    shown = {key: person for key, person in people.items() if key not in hidden}
    # A bare name that only private people bear asks nobody which one is meant.
    public = {reference.key for key in shown for reference in groups[key].references}
    left = {name: [r for r in found if public & {*r.among} or not r.among] for name, found in open_.items()}
    return FiledPeople(
        _sorted(shown.values()),
        _surnames(rows, left, groups, {key: person.id for key, person in shown.items()}),
        _sorted(people[key] for key in hidden),
        _spots(len(rows), chain(chain.from_iterable(group.references for group in groups.values()), *open_.values())),
    )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What is known of the archive when a person's page is made."""

    judged: Judged
    articles: Sequence[str]
    """Ids, by the place of the article."""
    years: Mapping[str, str]
    """Article id -> the year of its publication."""
    locked: AbstractSet[str]
    told_apart: AbstractSet[str]
    """Folded names that a maintainer has told apart from another."""


def _entity(writing: Writing, preferred: str, address: Address, known: _Known) -> Entity:
    group, judged = writing.group, known.judged
    entry = judged.entries.get(group.label)
    wrong = {form.text for form in writing.forms if form.misspelling}
    mentions = tuple([_mention(r, known.articles[r.sighting.article], wrong) for r in group.references])
    name = kept_title(writing, preferred, judged, address.id if address.id in known.locked else "")
    return Entity(
        kind="person",
        id=address.id,
        name=name,
        preferred=preferred if preferred != name and slug(preferred) != slug(name) else "",
        judged=bool(group.label) or any(fold(form) in known.told_apart for form in writing.names),
        forms=writing.forms,
        mentions=mentions,
        aliases=address.aliases,
        note=entry.note if entry else "",
        roles=roles_of(mentions, known.years),
    )


def _spots(articles: int, references: Iterable[Reference]) -> list[set[int]]:
    """Where the mentions of people begin, by article."""
    spots: list[set[int]] = [set() for _ in range(articles)]
    for reference in references:
        spots[reference.sighting.article].add(reference.sighting.mention.start)
    return spots


def _sorted(people: Iterable[Entity]) -> tuple[Entity, ...]:
    return tuple(sorted(people, key=lambda person: person.id))


def _mention(reference: Reference, article: str, wrong: Container[str]) -> EntityMention:
    mention = reference.sighting.mention
    return EntityMention(
        article=article,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        rule="misspelling" if mention.text in wrong and reference.rule == "full-name" else reference.rule,
        role=mention.role,
        apposition=mention.apposition,
    )


def _claim(writing: Writing, title: str, judged: Judged) -> Claim:
    group = writing.group
    entry = judged.entries.get(group.label)
    return Claim(
        key=group.key,
        names=(title, *sorted(writing.counts if group.bare else writing.full)),
        weight=writing.size,
        fixed=judged.slugs.get(group.label, ""),
        merged=entry.merge if entry else (),
    )


def _surnames(
    rows: Sequence[ArticleRow],
    open_: Mapping[str, list[Reference]],
    groups: Mapping[str, Group],
    ids: Mapping[str, str],
) -> tuple[Surname, ...]:
    """A page for every family name with mentions that are left open."""
    members = {reference.key: ids[key] for key, group in groups.items() if key in ids for reference in group.references}
    found = []
    for surname in sorted(open_):
        references = open_[surname]
        if not references:
            continue
        texts = Counter(reference.sighting.mention.text for reference in references)
        text = min(texts, key=lambda t: (fold(t) != surname, t.isupper(), -texts[t], t))
        among = {root for reference in references for root in reference.among}
        found.append(
            Surname(
                id=slug(text),
                surname=text,
                bearers=tuple(sorted({members[root] for root in among if root in members})),
                mentions=tuple(_mention(r, rows[r.sighting.article].id, ()) for r in references),
            )
        )
    return tuple(found)
