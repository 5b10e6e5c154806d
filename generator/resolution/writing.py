"""How one person is written over the archive: the forms of the name, which are slips, which is the title."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field

from generator.config.schema import EntityEntry
from generator.model import NameForm
from generator.resolution import mononyms
from generator.resolution.citations import Reference
from generator.resolution.judgements import Judged
from generator.resolution.misspellings import is_slip
from generator.resolution.seats import plain_key
from generator.text.first_names import same_first
from generator.text.names import fold, key_of, parse_name
from generator.text.slugs import slug

# A published page keeps its title until another form of the name is this many times as frequent.
_RETITLED = 3


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


@dataclass(frozen=True, slots=True)
class Writing:
    """How a person is written, counted once."""

    group: Group
    counts: Mapping[str, int]
    """Form -> its mentions."""
    articles: Mapping[str, int]
    """Form -> its articles."""
    full: frozenset[str]
    """The ways in which the full name is written, but for a plain form that may be somebody else's too."""
    size: int
    """Articles that name the person."""
    forms: tuple[NameForm, ...]
    """Most frequent first; a rare slip of the best form is a misspelling."""

    @property
    def names(self) -> tuple[str, ...]:
        """The ways in which the person is written in full, or all where nobody does."""
        full = tuple(form.text for form in self.forms if form.text in self.full)
        return full or tuple(form.text for form in self.forms)


def writing_of(group: Group, judged: Judged) -> Writing:
    """How the group's person is written, under the maintainers' word."""
    by_text: dict[str, list[Reference]] = {}
    for reference in group.references:
        text = reference.sighting.mention.text
        if text in by_text:
            by_text[text].append(reference)
        else:
            by_text[text] = [reference]
    counts = {text: len(references) for text, references in by_text.items()}
    where = {text: {reference.sighting.article for reference in found} for text, found in by_text.items()}
    articles = {text: len(found) for text, found in where.items()}
    full, sure = _in_full(by_text)
    best = _most_frequent(counts, articles, sure or full)
    rules = _joined_to(best, full, group.rules)
    forms = tuple(
        NameForm(
            text=text,
            count=counts[text],
            misspelling=_is_wrong(text, best, articles, group.label, judged),
            rule=rules.get(text, ""),
        )
        for text in sorted(counts, key=lambda text: (-counts[text], text))
    )
    return Writing(group, counts, articles, frozenset(sure or full), len(set().union(*where.values())), forms)


def _joined_to(best: str, full: Collection[str], rules: Mapping[str, str]) -> Mapping[str, str]:
    """Form -> the rule that joined it with the best one, whose own rule is that of the others."""
    lead, key = rules.get(best, ""), key_of(best)
    if not lead:
        return rules
    return {**rules, **{text: "" if key_of(text) == key else rules.get(text) or lead for text in full}}


def _in_full(by_text: Mapping[str, Sequence[Reference]]) -> tuple[set[str], set[str]]:
    """The forms that are full names, and those among them that are surely this person's."""
    full, sure = set(), set()
    for text, references in by_text.items():
        key = key_of(text)
        rules = {reference.rule for reference in references if plain_key(reference.sighting.key) == key}
        if rules and key:
            full.add(text)
            if rules != {"fuller-name-in-article"}:
                sure.add(text)
    return full, sure


def _is_wrong(text: str, best: str, articles: Mapping[str, int], label: str, judged: Judged) -> bool:
    """Whether a form is a slip of the best one: by a maintainer's word, or because it is rarer and nearly the same."""
    if judged.wrong and fold(text) in judged.wrong:
        return True
    if text == best or (label and _is_right(fold(text), judged.entries[label])):
        return False
    name, other = parse_name(best), parse_name(text)
    if other.surname != name.surname:
        spelt = Counter[str]()
        for form, count in articles.items():
            spelt[parse_name(form).surname] += count
        return is_slip(other.surname, name.surname) and spelt[other.surname] < spelt[name.surname]
    slip = is_slip(other.first, name.first) if other.first and name.first else False
    return slip and not same_first(other.first, name.first) and articles[text] < articles[best]


def _is_right(folded: str, entry: EntityEntry) -> bool:
    return folded in {fold(entry.name), *map(fold, entry.aliases)}


def _most_frequent(counts: Mapping[str, int], articles: Mapping[str, int], full: Collection[str]) -> str:
    """The full form of the most articles; a plain name in doubt, capitals throughout and initials come last.

    Of forms as frequent as each other the one leads whose family name stands alone more often, and ``Osama bin Laden``
    before ``Osama Bin Laden``.

    ``Virgil I. (Gus) Grissom`` says how somebody is also called, and heads a page only where no plain form stands.
    """
    among = [text for text in counts if text in full] or list(counts)
    if len(among) == 1:
        return among[0]

    bare = Counter({fold(text): count for text, count in counts.items() if " " not in text})
    # An accent that one half of the papers prints does not make the name rarer.
    alike = Counter[str]()
    for text in among:
        alike[fold(text)] += articles[text]

    def rank(text: str) -> tuple[bool, bool, bool, int, int, int, int, str]:
        name = parse_name(text)
        shape = text.isupper(), len(name.first) == 1, bool(name.nickname)
        return *shape, -alike[fold(text)], -articles[text], -bare[name.surname], -counts[text], text.swapcase()

    return min(among, key=rank)


def title_of(writing: Writing, judged: Judged) -> str:
    """The name that the page would have if it were new: a maintainer's, a regnal one, else the best form."""
    group = writing.group
    if group.label and judged.entries[group.label].name:
        return judged.entries[group.label].name
    if group.label in judged.known_as and not writing.full:
        return judged.known_as[group.label]
    if group.bare:
        regnal = mononyms.regnal_name([reference.sighting.mention for reference in group.references])
        if regnal:
            return regnal
    right = {
        form.text: form.count
        for form in writing.forms
        if not form.misspelling and fold(form.text) not in judged.bynames
    }
    return _most_frequent(right or writing.counts, writing.articles, writing.full)


def kept_title(writing: Writing, title: str, judged: Judged, published: str) -> str:
    """The name at the head of the page; a ``published`` page keeps its own as long as that is not seldom used.

    Who is named in more than a few articles keeps it until a maintainer says otherwise.
    """
    if writing.group.label or not published:
        return title
    counts = {form.text: form.count for form in writing.forms if form.text in writing.full and not form.misspelling}
    kept = {text: count for text, count in counts.items() if slug(text) == published}
    settled = published in judged.settled.ids and writing.size > judged.settled_from
    if not kept or (not settled and sum(kept.values()) * _RETITLED <= max(counts.values())):
        return title
    return min(kept, key=lambda text: (text.isupper(), -kept[text], text.swapcase()))
