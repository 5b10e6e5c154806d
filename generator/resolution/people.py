"""People: every sighting filed under one person, under a surname that asks "which one?", or under nobody."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from generator.model import ArticleRow, HeldMerge, HeldSplit
from generator.resolution import mononyms
from generator.resolution.ballots import Ballot
from generator.resolution.citations import People, Reference
from generator.resolution.context import Context
from generator.resolution.evidence import credible
from generator.resolution.judgements import Judged
from generator.resolution.merging import merge_names
from generator.resolution.misspellings import merge_misspellings, nearly_known
from generator.resolution.pages import FiledPeople, filed
from generator.resolution.references import refer
from generator.resolution.unions import Unions
from generator.resolution.variants import Survey, survey
from generator.resolution.writing import Group
from generator.text.names import fold, parse_name
from generator.text.slugs import slug

# A name in this many places is known well enough to recognise its misspellings by.
_OFTEN = 3


def file_people(rows: Sequence[ArticleRow], ballot: Ballot, judged: Judged, locked: frozenset[str]) -> FiledPeople:
    """Every person of the archive, under the maintainers' judgements.

    Args:
        rows: The articles, sorted by id.
        ballot: What the archive takes each name for.
        judged: people.yml.
        locked: Ids of people that are published.
    """
    forced = frozenset(judged.by_name) | {name for _, name in judged.by_article}
    suspects = _suspects(ballot)
    found = survey(rows, ballot, forced | suspects, partial(_is_settled, judged))
    unions = _united(found, judged, locked)
    context = Context(rows, ballot)
    doubtful = merge_names(found.variants, unions, context)
    merge_misspellings(found, unions, context)
    parted = _kept_together(found, unions, judged)
    people = People(found, unions)
    cleared = _cleared(suspects - forced, found, unions)
    references = [
        _settled(r, doubtful, people) if r.sighting.key in doubtful else r
        for r in refer(found, people, ballot, context)
        if r.sighting.key not in cleared or fold(r.sighting.mention.text) not in cleared[r.sighting.key]
    ]
    groups, open_ = _grouped(references, rows, unions, judged, ballot)
    pages = filed(rows, credible(groups, locked), open_, judged, locked)
    shown = {entity.id for entity in pages.entities}
    pairs = [pair for pair in unions.held_pages() if shown.issuperset(pair[:2])]
    merges = tuple(HeldMerge(one=one, other=other, rule=rule) for one, other, rule in pairs)
    return replace(pages, held=(*merges, *parted))


def _is_settled(judged: Judged, text: str, articles: int) -> bool:
    """Whether a name in so many articles has a page that no rule may part, or is a maintainer's to decide about."""
    return (slug(text) in judged.settled.ids and articles > judged.settled_from) or fold(text) in judged.by_name


def _suspects(ballot: Ballot) -> frozenset[str]:
    """Folded names that the model took for no person, but that are a slip from a person's who is often named."""
    several = [(name, ballot.count(name, "all")) for name in ballot.names() if " " in name]
    known = {name: parse_name(name) for name, n in several if n >= _OFTEN and ballot.kind(name) == "person"}
    rare = {name: parse_name(name) for name, n in several if 0 < n < _OFTEN and ballot.kind(name) != "person"}
    return nearly_known(rare, known)


def _cleared(suspects: frozenset[str], found: Survey, unions: Unions) -> dict[str, frozenset[str]]:
    """Full name's key -> folded forms that were only suspected to be somebody's, and have turned out to be nobody's."""
    forms = {
        key: suspects & {fold(text) for text in variant.texts}
        for key, variant in (found.variants.items() if suspects else ())
        if len(unions.members(key)) == 1
    }
    return {key: folded for key, folded in forms.items() if folded}


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
    unions = Unions(
        sorted(found.variants), _kept_apart(found, judged), labels, _published(found, judged, labels, locked)
    )
    first: dict[str, str] = {}
    for key in sorted(labels):
        unions.join(first.setdefault(labels[key], key), key, "alias", forced=True)
    return unions


def _kept_apart(found: Survey, judged: Judged) -> Mapping[str, frozenset[str]]:
    """Key -> keys of other people: named beside it in a sentence, or by a maintainer's word."""
    if not judged.apart:
        return found.together
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


def _published(found: Survey, judged: Judged, labels: Mapping[str, str], locked: frozenset[str]) -> dict[str, str]:
    """Full name's key -> the published page that bears this name, of names in more than a few articles.

    A page of one article is no loss to anybody: it may be joined, and redirects. Whoever a maintainer has spoken of has
    a page, published or not yet: what the page before it kept apart, it keeps apart when that has given way to it.
    """
    if not judged.settled.ids:
        return {}
    pages: dict[str, str] = {}
    for key, variant in found.variants.items():
        if len(variant.articles) > judged.settled_from:
            slugs, label = {slug(text) for text in variant.texts}, labels.get(key)
            if label:
                pages[key] = judged.slugs.get(label) or min(slugs & locked, default=label)
            elif published := slugs & judged.settled.ids:
                pages[key] = min(published)
    return pages


def _kept_together(found: Survey, unions: Unions, judged: Judged) -> tuple[HeldSplit, ...]:
    """Put names back onto the published pages where they stood and no rule puts them now; which ones these are.

    A maintainer's word that parts them is stronger.
    """
    if not judged.settled.names:
        return ()
    spelt = {slug(text): (key, text) for key, variant in sorted(found.variants.items()) for text in variant.texts}
    parted = {name for pair in judged.apart for name in pair}
    held = []
    settled = judged.settled
    for name, page in sorted(settled.names.items()):
        bearers = (spelt[slug_] for slug_ in (page, *settled.former.get(page, ())) if slug_ in spelt)
        (one, text), (other, _) = spelt.get(name, ("", "")), next(bearers, ("", ""))
        is_free = one and other and fold(text) not in parted and not unions.label(one)
        if is_free and unions.find(one) != unions.find(other):
            unions.join(other, one, "published", forced=True)
            held.append(HeldSplit(person=page, name=text))
    return tuple(held)


def _settled(reference: Reference, doubtful: Mapping[str, tuple[str, ...]], people: People) -> Reference:
    """A plain name in doubt (``George Bush``) given to the one bearer whose fuller name stands in the same article."""
    article = reference.sighting.article
    near = sorted({people.unions.find(k) for k in doubtful[reference.sighting.key]})
    near = [root for root in near if article in people.articles[root]]
    if len(near) == 1:
        return Reference(reference.sighting, near[0], "fuller-name-in-article")
    return reference


def _judgement(reference: Reference, rows: Sequence[ArticleRow], unions: Unions, judged: Judged) -> tuple[str, str]:
    """The label of the person whom a maintainer takes the reference for, and by what kind of word; '' for no word."""
    folded, article = fold(reference.sighting.mention.text), rows[reference.sighting.article].id
    bound = judged.by_article.get((article, folded), "")
    label = bound or judged.by_name.get(folded, "") or (unions.label(reference.key) if reference.key else "")
    moved = judged.moved.get((article, label), "")
    return (moved, "split") if moved else (label, "binding" if bound else "alias")


def _grouped(
    references: Iterable[Reference], rows: Sequence[ArticleRow], unions: Unions, judged: Judged, ballot: Ballot
) -> tuple[dict[str, Group], dict[str, list[Reference]]]:
    """The references by person, and those that are left open by surname."""
    groups: dict[str, Group] = {}
    open_: dict[str, list[Reference]] = defaultdict(list)
    is_judged = bool(judged.entries)
    for reference in references:
        mention = reference.sighting.mention
        label, rule = _judgement(reference, rows, unions, judged) if is_judged else ("", "")
        if label and not (reference.key and unions.label(reference.key) == label):
            reference = Reference(reference.sighting, reference.key, rule)  # noqa: PLW2901 - the maintainer's word
        if not label and not reference.key:
            open_[reference.sighting.name.surname].append(reference)
            continue
        key = f"={label}" if label else unions.find(reference.key)
        group = groups.get(key)
        if group is None:
            group = groups[key] = Group(key, label=label)
        group.references.append(reference)
        if mention.text not in group.rules:
            group.rules[mention.text] = unions.rules.get(reference.sighting.key, "")
    for surname in sorted(open_):
        if not any(r.among for r in open_[surname]):
            found = mononyms.fate(surname, open_[surname], ballot)
            if found == "person":
                groups[f"?{surname}"] = Group(f"?{surname}", open_[surname], bare=True)
            if found != "open":
                del open_[surname]
    return groups, open_
