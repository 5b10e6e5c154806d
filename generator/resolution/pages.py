"""Pages of people and of surnames, made from the references that were filed under them."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from generator.model import ArticleRow, Entity, EntityMention, HeldMerge, HeldSplit, NameForm, Surname
from generator.resolution import mononyms
from generator.resolution.addresses import Claim, give_ids
from generator.resolution.judgements import Judged
from generator.resolution.misspellings import is_slip
from generator.resolution.references import Reference
from generator.resolution.roles import roles_of
from generator.text.names import fold, parse_name, same_first
from generator.text.slugs import slug

# A published page keeps its title until another form of the name is this many times as frequent.
_RETITLED = 3
_BYNAME = re.compile(r"""[(\"“]""")


@dataclass(frozen=True, slots=True)
class FiledPeople:
    """All people and surnames, and the mentions that are theirs: (article id, start)."""

    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...]
    private: tuple[Entity, ...]
    taken: frozenset[tuple[str, int]]
    held: tuple[HeldMerge | HeldSplit, ...] = ()


@dataclass(slots=True)
class Group:
    """One person in the making."""

    key: str
    references: list[Reference] = field(default_factory=list)
    label: str = ""
    """Slug of the entry in people.yml."""
    bare: bool = False
    """Nothing but one word is known of the name."""
    rules: dict[str, str] = field(default_factory=dict)
    """Way of writing the full name -> the rule that joined it with the others."""

    full: frozenset[str] | None = None

    def articles(self) -> set[int]:
        """Numbers of the rows that name the person."""
        return {reference.sighting.article for reference in self.references}

    def full_forms(self) -> frozenset[str]:
        """The ways in which the full name is written, but for a plain form that may be somebody else's too."""
        if self.full is None:
            self.full = self._full_forms()
        return self.full

    def _full_forms(self) -> frozenset[str]:
        named = [r for r in self.references if r.sighting.key]
        full = {r.sighting.mention.text for r in named if parse_name(r.sighting.mention.text).key == r.sighting.key}
        sure = full & {r.sighting.mention.text for r in named if r.rule != "fuller-name-in-article"}
        return frozenset(sure or full)


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
    taken = {
        (rows[r.sighting.article].id, r.sighting.mention.start)
        for references in (*(group.references for group in groups.values()), *open_.values())
        for r in references
    }
    forms = {key: _forms(group, judged) for key, group in sorted(groups.items())}
    addresses = give_ids((_claim(groups[key], forms[key], judged) for key in forms), locked)
    hidden = {key for key in forms if judged.is_private(groups[key].label, _names(groups[key], forms[key]))}
    keys = {key: {reference.key for reference in groups[key].references} for key in forms}
    public = {one for key in forms if key not in hidden for one in keys[key]}
    years = {row.id: row.published.date[:4] for row in rows if row.published}
    told_apart = {name for pair in judged.apart for name in pair}
    shown: dict[str, Entity] = {}
    private: dict[str, Entity] = {}
    for key, ways in forms.items():
        group = groups[key]
        entry = judged.entries.get(group.label)
        wrong = {form.text for form in ways if form.misspelling}
        mentions = tuple(_mention(r, rows, wrong) for r in group.references)
        name = _shown(group, ways, judged, addresses[key].id if addresses[key].id in locked else "")
        preferred = _name(group, ways, judged)
        (private if key in hidden else shown)[key] = Entity(
            kind="person",
            id=addresses[key].id,
            name=name,
            preferred=preferred if slug(preferred) != slug(name) else "",
            judged=bool(group.label) or any(fold(form) in told_apart for form in _names(group, ways)),
            forms=ways,
            mentions=mentions,
            aliases=addresses[key].aliases,
            note=entry.note if entry else "",
            roles=roles_of(mentions, years),
        )
    # A bare name that only private people bear asks nobody which one is meant.
    left = {name: [r for r in found if public & {*r.among} or not r.among] for name, found in open_.items()}
    return FiledPeople(
        tuple(sorted(shown.values(), key=lambda entity: entity.id)),
        _surnames(rows, left, groups, {key: entity.id for key, entity in shown.items()}),
        tuple(sorted(private.values(), key=lambda entity: entity.id)),
        frozenset(taken),
    )


def _mention(reference: Reference, rows: Sequence[ArticleRow], wrong: Iterable[str]) -> EntityMention:
    mention = reference.sighting.mention
    return EntityMention(
        article=rows[reference.sighting.article].id,
        text=mention.text,
        start=mention.start,
        end=mention.end,
        rule="misspelling" if mention.text in wrong and reference.rule == "full-name" else reference.rule,
        role=mention.role,
        apposition=mention.apposition,
    )


def _forms(group: Group, judged: Judged) -> tuple[NameForm, ...]:
    """The ways in which the person is written, most frequent first; a rare slip of the best form is a misspelling."""
    counts = Counter(reference.sighting.mention.text for reference in group.references)
    best = _most_frequent(group, counts)
    name = parse_name(best)
    articles = _articles_by_text(group)
    spellings = Counter[str]()
    for text in counts:
        spellings[parse_name(text).surname] += articles[text]
    entry = judged.entries.get(group.label)
    right = {fold(entry.name), *map(fold, entry.aliases)} if entry else set()

    def is_wrong(text: str) -> bool:
        if fold(text) in judged.wrong:
            return True
        if fold(text) in right:
            return False
        other = parse_name(text)
        if other.surname != name.surname:
            return is_slip(other.surname, name.surname) and spellings[other.surname] < spellings[name.surname]
        slip = is_slip(other.first, name.first) if other.first and name.first else False
        return slip and not same_first(other.first, name.first) and articles[text] < articles[best]

    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(
        NameForm(text=text, count=count, misspelling=is_wrong(text), rule=group.rules.get(text, ""))
        for text, count in ordered
    )


def _articles_by_text(group: Group) -> Counter[str]:
    """In how many articles each way of writing the name stands."""
    return Counter(text for text, _ in {(r.sighting.mention.text, r.sighting.article) for r in group.references})


def _most_frequent(group: Group, counts: Mapping[str, int]) -> str:
    """The full form of the most articles; a plain name in doubt, capitals throughout and initials come last.

    ``Virgil I. (Gus) Grissom`` says how somebody is also called, and heads a page only where no plain form stands.
    """
    full = [text for text in counts if text in group.full_forms()] or list(counts)
    articles = _articles_by_text(group)

    def rank(text: str) -> tuple[bool, bool, bool, int, int, str]:
        initial = len(parse_name(text).first) == 1
        return text.isupper(), initial, bool(_BYNAME.search(text)), -articles[text], -counts[text], text

    return min(full, key=rank)


def _shown(group: Group, forms: Sequence[NameForm], judged: Judged, published: str) -> str:
    """The name at the head of the page; a ``published`` page keeps its own as long as that is not seldom used.

    Who is named in more than a few articles keeps it until a maintainer says otherwise.
    """
    counts = {form.text: form.count for form in forms if form.text in group.full_forms() and not form.misspelling}
    kept = {text: count for text, count in counts.items() if published and slug(text) == published}
    settled = published in judged.settled.ids and len(group.articles()) > judged.settled_from
    if group.label or not kept or (not settled and sum(kept.values()) * _RETITLED <= max(counts.values())):
        return _name(group, forms, judged)
    return min(kept, key=lambda text: (text.isupper(), -kept[text], text))


def _names(group: Group, forms: Sequence[NameForm]) -> tuple[str, ...]:
    """The ways in which the person is written in full, or all where nobody does."""
    full = tuple(form.text for form in forms if form.text in group.full_forms())
    return full or tuple(form.text for form in forms)


def _name(group: Group, forms: Sequence[NameForm], judged: Judged) -> str:
    if group.label and judged.entries[group.label].name:
        return judged.entries[group.label].name
    if group.label in judged.known_as and not group.full_forms():
        return judged.known_as[group.label]
    if group.bare:
        regnal = mononyms.regnal_name([reference.sighting.mention for reference in group.references])
        if regnal:
            return regnal
    fit = (form for form in forms if not form.misspelling and fold(form.text) not in judged.bynames)
    right = {form.text: form.count for form in fit}
    return _most_frequent(group, right or {form.text: form.count for form in forms})


def _claim(group: Group, forms: Sequence[NameForm], judged: Judged) -> Claim:
    name = _name(group, forms, judged)
    full = sorted(form.text for form in forms if group.bare or form.text in group.full_forms())
    entry = judged.entries.get(group.label)
    return Claim(
        key=group.key,
        names=(name, *full),
        weight=len({reference.sighting.article for reference in group.references}),
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
                mentions=tuple(_mention(reference, rows, ()) for reference in references),
            )
        )
    return tuple(found)
