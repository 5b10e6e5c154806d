"""People: every sighting filed under one person, under a surname that asks "which one?", or under nobody."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.model import ArticleRow, Entity, EntityMention, HeldMerge, NameForm, Surname
from generator.resolution import mononyms
from generator.resolution.addresses import Claim, give_ids
from generator.resolution.ballots import Ballot
from generator.resolution.context import Context
from generator.resolution.judgements import Judged
from generator.resolution.merging import merge_names
from generator.resolution.misspellings import is_slip, merge_misspellings, nearly_known
from generator.resolution.references import People, Reference, refer
from generator.resolution.roles import roles_of
from generator.resolution.unions import Unions
from generator.resolution.variants import Survey, survey
from generator.text.names import fold, parse_name, same_first
from generator.text.slugs import slug

# A published page keeps its title until another form of the name is this many times as frequent.
_RETITLED = 3
# A name in this many places is known well enough to recognise its misspellings by.
_OFTEN = 3


@dataclass(frozen=True, slots=True)
class FiledPeople:
    """All people and surnames, and the mentions that are theirs: (article id, start)."""

    entities: tuple[Entity, ...]
    surnames: tuple[Surname, ...]
    private: tuple[Entity, ...]
    taken: frozenset[tuple[str, int]]
    held: tuple[HeldMerge, ...] = ()


@dataclass(slots=True)
class _Group:
    """One person in the making."""

    key: str
    references: list[Reference] = field(default_factory=list)
    label: str = ""
    """Slug of the entry in people.yml."""
    bare: bool = False
    """Nothing but one word is known of the name."""

    full: frozenset[str] | None = None

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


def file_people(rows: Sequence[ArticleRow], ballot: Ballot, judged: Judged, locked: frozenset[str]) -> FiledPeople:
    """Every person of the archive, under the maintainers' judgements.

    Args:
        rows: The articles, sorted by id.
        ballot: What the archive takes each name for.
        judged: people.yml.
        locked: Ids of people that are published.
    """
    forced = frozenset(judged.by_name) | {name for _, name in judged.by_article}
    suspects = _suspects(rows, ballot)
    found = survey(rows, ballot, forced | suspects)
    unions = _united(found, judged, locked)
    context = Context(rows, ballot)
    doubtful = merge_names(found.variants, unions, context)
    merge_misspellings(found, unions, context)
    people = People(found, unions)
    references = [_settled(r, doubtful, people) for r in refer(found, people, ballot, context)]
    doubtless = [r for r in references if not _is_suspect(r, suspects - forced, unions)]
    groups, open_ = _grouped(doubtless, rows, unions, judged, ballot)
    filed = _filed(rows, groups, open_, judged, locked)
    shown = {entity.id for entity in filed.entities}
    pairs = [pair for pair in unions.held_pages() if shown.issuperset(pair[:2])]
    return replace(filed, held=tuple(HeldMerge(one=one, other=other, rule=rule) for one, other, rule in pairs))


def _suspects(rows: Sequence[ArticleRow], ballot: Ballot) -> frozenset[str]:
    """Folded names that the model took for no person, but that are a slip from a person's who is often named."""
    counts = Counter(fold(mention.text) for row in rows for mention in row.mentions if " " in mention.text)
    known = {name: parse_name(name) for name in counts if counts[name] >= _OFTEN and ballot.kind(name) == "person"}
    rare = {name: parse_name(name) for name in counts if counts[name] < _OFTEN and ballot.kind(name) != "person"}
    return nearly_known(rare, known)


def _is_suspect(reference: Reference, suspects: frozenset[str], unions: Unions) -> bool:
    """Whether a name that was only suspected to be somebody's has turned out to be nobody's."""
    sighting = reference.sighting
    return bool(sighting.key) and fold(sighting.mention.text) in suspects and len(unions.members(sighting.key)) == 1


def _united(found: Survey, judged: Judged, locked: frozenset[str]) -> Unions:
    """Full names joined by people.yml, before any rule: a maintainer's word binds all that follows."""
    labels = {
        key: judged.by_name[folded]
        for key, variant in sorted(found.variants.items())
        for folded in sorted({fold(text) for text in variant.texts})
        if folded in judged.by_name
    }
    labels |= {
        key: judged.by_slug[slug(text)]
        for key, variant in sorted(found.variants.items())
        for text in sorted(variant.texts)
        if key not in labels and slug(text) in judged.by_slug
    }
    unions = Unions(sorted(found.variants), _kept_apart(found, judged), labels, _published(found, locked))
    first: dict[str, str] = {}
    for key in sorted(labels):
        unions.join(first.setdefault(labels[key], key), key, "alias", forced=True)
    return unions


def _kept_apart(found: Survey, judged: Judged) -> Mapping[str, frozenset[str]]:
    """Key -> keys of other people: named beside it in a sentence, or by a maintainer's word."""
    keys: dict[str, set[str]] = defaultdict(set)
    for key, variant in found.variants.items():
        for text in variant.texts:
            keys[fold(text)].add(key)
    apart = {key: set(others) for key, others in found.together.items()}
    for pair in sorted(judged.apart):
        for one, other in (pair, pair[::-1]):
            for key in keys[one]:
                apart.setdefault(key, set()).update(keys[other] - {key})
    return {key: frozenset(others) for key, others in apart.items()}


def _published(found: Survey, locked: frozenset[str]) -> dict[str, str]:
    """Full name's key -> the published page that bears this name, of names in more than one article.

    A page of one article is no loss to anybody: it may be joined, and redirects.
    """
    if not locked:
        return {}
    several = ((key, variant) for key, variant in found.variants.items() if len(variant.articles) > 1)
    return {key: page for key, variant in several for page in sorted({slug(t) for t in variant.texts} & locked)[:1]}


def _settled(reference: Reference, doubtful: Mapping[str, tuple[str, ...]], people: People) -> Reference:
    """A plain name in doubt (``George Bush``) given to the one bearer whose fuller name stands in the same article."""
    if reference.sighting.key not in doubtful:
        return reference
    article = reference.sighting.article
    near = sorted({people.unions.find(k) for k in doubtful[reference.sighting.key]})
    near = [root for root in near if article in people.articles[root]]
    if len(near) == 1:
        return Reference(reference.sighting, near[0], "fuller-name-in-article")
    return reference


def _grouped(
    references: Iterable[Reference], rows: Sequence[ArticleRow], unions: Unions, judged: Judged, ballot: Ballot
) -> tuple[dict[str, _Group], dict[str, list[Reference]]]:
    """The references by person, and those that are left open by surname."""
    groups: dict[str, _Group] = {}
    open_: dict[str, list[Reference]] = defaultdict(list)
    for reference in references:
        mention = reference.sighting.mention
        folded = fold(mention.text)
        label = judged.by_article.get((rows[reference.sighting.article].id, folded), "")
        rule = "binding" if label else "alias"
        label = label or judged.by_name.get(folded, "")
        if not label and reference.key:
            label = unions.label(reference.key)
        moved = judged.moved.get((rows[reference.sighting.article].id, label), "")
        label, rule = (moved, "split") if moved else (label, rule)
        if label and not (reference.key and unions.label(reference.key) == label):
            reference = Reference(reference.sighting, reference.key, rule)  # noqa: PLW2901 - the maintainer's word
        if not label and not reference.key:
            open_[reference.sighting.name.surname].append(reference)
            continue
        key = f"={label}" if label else unions.find(reference.key)
        groups.setdefault(key, _Group(key, label=label)).references.append(reference)
    for surname in sorted(open_):
        if not any(r.among for r in open_[surname]):
            found = mononyms.fate(surname, open_[surname], ballot)
            if found == "person":
                groups[f"?{surname}"] = _Group(f"?{surname}", open_[surname], bare=True)
            if found != "open":
                del open_[surname]
    return groups, open_


# ── pages ─────────────────────────────────────────────────────────────────────────────────────────────────────────────


def _filed(
    rows: Sequence[ArticleRow],
    groups: Mapping[str, _Group],
    open_: Mapping[str, list[Reference]],
    judged: Judged,
    locked: frozenset[str],
) -> FiledPeople:
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
    shown: dict[str, Entity] = {}
    private: dict[str, Entity] = {}
    for key, ways in forms.items():
        group = groups[key]
        entry = judged.entries.get(group.label)
        wrong = {form.text for form in ways if form.misspelling}
        mentions = tuple(_mention(r, rows, wrong) for r in group.references)
        (private if key in hidden else shown)[key] = Entity(
            kind="person",
            id=addresses[key].id,
            name=_shown(group, ways, judged, addresses[key].id if addresses[key].id in locked else ""),
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


def _forms(group: _Group, judged: Judged) -> tuple[NameForm, ...]:
    """The ways in which the person is written, most frequent first; a rare slip of the best form is a misspelling."""
    counts = Counter(reference.sighting.mention.text for reference in group.references)
    best = _most_frequent(group, counts)
    name = parse_name(best)
    spellings = Counter[str]()
    for text, count in counts.items():
        spellings[parse_name(text).surname] += count
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
        return slip and not same_first(other.first, name.first) and counts[text] < counts[best]

    ordered = sorted(counts.items(), key=lambda item: (-item[1], item[0]))
    return tuple(NameForm(text=text, count=count, misspelling=is_wrong(text)) for text, count in ordered)


def _most_frequent(group: _Group, counts: Mapping[str, int]) -> str:
    """The most frequent full form; a plain name in doubt, capitals throughout and initials come last."""
    full = [text for text in counts if text in group.full_forms()] or list(counts)
    return min(full, key=lambda t: (t.isupper(), len(parse_name(t).first) == 1, -counts[t], t))


def _shown(group: _Group, forms: Sequence[NameForm], judged: Judged, published: str) -> str:
    """The name at the head of the page; a ``published`` page keeps its own as long as that is not seldom used."""
    counts = {form.text: form.count for form in forms if form.text in group.full_forms() and not form.misspelling}
    kept = {text: count for text, count in counts.items() if published and slug(text) == published}
    if group.label or not kept or sum(kept.values()) * _RETITLED <= max(counts.values()):
        return _name(group, forms, judged)
    return min(kept, key=lambda text: (text.isupper(), -kept[text], text))


def _names(group: _Group, forms: Sequence[NameForm]) -> tuple[str, ...]:
    """The ways in which the person is written in full, or all where nobody does."""
    full = tuple(form.text for form in forms if form.text in group.full_forms())
    return full or tuple(form.text for form in forms)


def _name(group: _Group, forms: Sequence[NameForm], judged: Judged) -> str:
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


def _claim(group: _Group, forms: Sequence[NameForm], judged: Judged) -> Claim:
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
    groups: Mapping[str, _Group],
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
