"""The maintainers' word, ready for use: people.yml and judgements.yml as labels by name, by article and by page."""

from __future__ import annotations

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from generator.config.schema import EntityEntry, Judgement, SiteConfig
from generator.config.ties import Ties, names_of, ties
from generator.model import Published
from generator.text.names import fold
from generator.text.slugs import short_hash, slug

_HASH = "sha256:"
_SALT = 16


@dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """The decisions about one kind of entity by what they speak of. All names are folded.

    A label stands for one person: the slug of an entry in people.yml, or ``~`` and a name where only judgements speak.
    """

    entries: Mapping[str, EntityEntry]
    """Label -> what is decided; a judgement that titles nobody leaves the name empty."""
    by_name: Mapping[str, str]
    """Name, alias or misspelling -> label."""
    wrong: frozenset[str]
    """The misspellings among them."""
    by_article: Mapping[tuple[str, str], str]
    """(article id, name as it stands there) -> label."""
    by_slug: Mapping[str, str]
    """The slug of a page that is another's -> label."""
    never: frozenset[str]
    """Names of which nobody makes a page."""
    slugs: Mapping[str, str] = field(default_factory=dict)
    """Label -> the slug of its page, where that is decided."""
    known_as: Mapping[str, str] = field(default_factory=dict)
    """Label -> a name as it was written, for whom no article names in full."""
    moved: Mapping[tuple[str, str], str] = field(default_factory=dict)
    """(article id, label) -> the label of whoever is meant there: a split."""
    bynames: frozenset[str] = frozenset()
    """Names by which nobody's page is titled."""
    apart: frozenset[tuple[str, str]] = frozenset()
    """Pairs of names that are two people."""
    settled: Published = field(default_factory=Published)
    """The people whom no rule may merge, part or retitle …"""
    settled_from: int = 1
    """… if they are named in more articles than this."""
    hashes: tuple[tuple[str, str], ...] = ()
    """Salt and digest of the names of private people."""

    def is_private(self, label: str, names: Iterable[str]) -> bool:
        """Whether somebody who has this label, or is written in one of these ways, must not be shown."""
        if label and self.entries[label].private:
            return True
        return any(salted(salt, fold(name)) == digest for name in names for salt, digest in self.hashes)


def judged(entries: Mapping[str, EntityEntry], never: tuple[str, ...]) -> Judged:
    """The entries of organizations.yml or places.yml, indexed."""
    by_name: dict[str, str] = {}
    wrong: set[str] = set()
    by_article: dict[tuple[str, str], str] = {}
    by_slug: dict[str, str] = {}
    for key in sorted(entries):
        entry = entries[key]
        for name in (entry.name, *entry.aliases, *entry.misspellings):
            by_name.setdefault(fold(name), key)
        wrong |= {fold(name) for name in entry.misspellings}
        by_article |= {(article, fold(name)): key for article, name in entry.articles.items()}
        by_slug |= dict.fromkeys((key, *entry.merge), key)
    return Judged(
        entries=entries,
        by_name=by_name,
        wrong=frozenset(wrong),
        by_article=by_article,
        by_slug=by_slug,
        never=frozenset(fold(name) for name in never),
        slugs={key: key for key in entries},
    )


def judged_people(config: SiteConfig) -> Judged:
    """people.yml and judgements.yml together."""
    said = judged(config.people.people, config.people.not_a_person)
    judgements = config.judgements.judgements
    known = ties(config.people, config.judgements)
    labels = _labels(known, said)
    written = {fold(name): name for one in reversed(judgements) for name in names_of(one)}
    made = _Making(
        dict(said.entries), dict(said.slugs), {label: written.get(label[1:], "") for label in labels.values()}
    )
    for one in judgements:
        made.add(one, labels)
    return replace(
        said,
        entries=made.entries | {label: EntityEntry(name="") for label in labels.values() if label not in made.entries},
        by_name=dict(said.by_name) | labels,
        by_article={**said.by_article, **_bound(judgements, labels)},
        never=said.never | {fold(name) for one in judgements for name in one.not_a_person},
        slugs=made.slugs,
        known_as={label: name for label, name in made.known_as.items() if name},
        moved=_moved(judgements, labels),
        bynames=frozenset(fold(one.alias) for one in judgements if one.alias),
        apart=frozenset(known.apart),
        hashes=tuple(_hashes(judgements)),
    )


def _labels(known: Ties, said: Judged) -> dict[str, str]:
    """Every name of which something is said -> the label of its person."""
    labels: dict[str, str] = {}
    for members in known.classes():
        entries = sorted({said.by_name[name] for name in members if name in said.by_name})
        label = entries[0] if entries else f"~{min(members)}"
        labels |= dict.fromkeys(members, label)
    return labels


@dataclass(frozen=True, slots=True)
class _Making:
    """Entries, slugs and names while the judgements are read one by one."""

    entries: dict[str, EntityEntry]
    slugs: dict[str, str]
    known_as: dict[str, str]

    def add(self, one: Judgement, labels: Mapping[str, str]) -> None:
        """Take down what one judgement decides about a person as a whole."""
        if one.rename and one.to:
            self._title(labels[fold(one.rename)], one.to)
        if one.split and one.to:
            self._title(labels[fold(one.to)], one.to)
            self._part(labels[fold(one.split)], one.split, one.rest)
            self._give_up(labels[fold(one.to)], slug(one.split))
        for name in (one.to if one.bind or one.alias else None, *one.same[:1]):
            if name:
                self.known_as[labels[fold(name)]] = name

    def _title(self, label: str, name: str) -> None:
        self._set(label, name=name)
        self.slugs.setdefault(label, slug(name))

    def _part(self, label: str, name: str, rest: str | None) -> None:
        """Whoever keeps a name that was split gets another address: the old one offers both."""
        if rest:
            self._title(label, rest)
        self.slugs.setdefault(label, f"{slug(name)}-{short_hash(f'rest of {fold(name)}')}")
        self._give_up(label, slug(name))

    def _give_up(self, label: str, address: str) -> None:
        entry = self.entries.get(label) or EntityEntry(name="")
        self._set(label, merge=(*entry.merge, address))

    def _set(self, label: str, **values: object) -> None:
        entry = self.entries.get(label) or EntityEntry(name="")
        self.entries[label] = replace(entry, **values)  # type: ignore[arg-type]


def _bound(judgements: Sequence[Judgement], labels: Mapping[str, str]) -> dict[tuple[str, str], str]:
    return {
        (article, fold(one.bind)): labels[fold(one.to)]
        for one in judgements
        if one.bind and one.to
        for article in one.articles
    }


def _moved(judgements: Sequence[Judgement], labels: Mapping[str, str]) -> dict[tuple[str, str], str]:
    return {
        (article, labels[fold(one.split)]): labels[fold(one.to)]
        for one in judgements
        if one.split and one.to
        for article in one.articles
    }


# ── private people ────────────────────────────────────────────────────────────────────────────────────────────────────


def hashed(name: str, salt: str) -> str:
    """A private person's name as judgements.yml may hold it: who knows the name can find it, nobody can read it."""
    return f"{_HASH}{salt}:{salted(salt, fold(name))}"


def salted(salt: str, folded: str) -> str:
    """The digest of a folded name under a salt."""
    return hashlib.sha256(f"{salt}\n{folded}".encode()).hexdigest()


def speaks_of(one: Judgement, name: str) -> bool:
    """Whether a judgement names somebody, plainly or by hash."""
    folded = fold(name)
    if any(fold(said) == folded for said in names_of(one)):
        return True
    return any(salted(salt, folded) == digest for salt, digest in _hashes((one,)))


def _hashes(judgements: Iterable[Judgement]) -> Iterator[tuple[str, str]]:
    for one in judgements:
        for name in one.private:
            if name.startswith(_HASH):
                salt, _, digest = name.removeprefix(_HASH).partition(":")
                yield salt, digest
            else:
                yield "", salted("", fold(name))


# ── stale targets ─────────────────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True, slots=True)
class Seen:
    """What stands in the articles: (article id, folded name) of all mentions, and the ids of all articles."""

    mentions: frozenset[tuple[str, str]]
    names: frozenset[str]
    articles: frozenset[str]


def stale(config: SiteConfig, stem: str, entries: Mapping[str, EntityEntry], seen: Seen) -> tuple[str, ...]:
    """Warnings for names and bindings of people.yml, organizations.yml or places.yml that no article holds."""
    warnings = []
    for key in sorted(entries):
        entry = entries[key]
        for part, names in (("aliases", entry.aliases), ("misspellings", entry.misspellings)):
            for number, name in enumerate(names):
                if fold(name) not in seen.names:
                    where = config.where(stem, stem, key, part, number)
                    shown = f"{key}.{part}: {name!r}" if not entry.private else f"{part} of a private entry: a name"
                    warnings.append(f"{where}: {shown} stands in no article; correct or remove it")
        for article, name in sorted(entry.articles.items()):
            if (article, fold(name)) not in seen.mentions:
                where = config.where(stem, stem, key, "articles", article)
                shown = f"{key}.articles: {name!r}" if not entry.private else "articles of a private entry: a name"
                warnings.append(f"{where}: {shown} does not stand in article {article!r}; correct or remove it")
    return tuple(warnings)


def stale_judgements(config: SiteConfig, seen: Seen) -> tuple[str, ...]:
    """Warnings for names and articles of judgements.yml that are no longer there, with line and remedy."""
    warnings = []
    for number, one in enumerate(config.judgements.judgements):
        where = config.where("judgements", "judgements", number)
        missing = [article for article in one.articles if article not in seen.articles]
        warnings += [f"{where}: there is no article {article!r}; correct or remove it" for article in missing]
        absent = [name for name in _expected(one) if fold(name) not in seen.names]
        warnings += [f"{where}: {name!r} stands in no article; correct or remove it" for name in absent]
        if one.bind and fold(one.bind) in seen.names:
            warnings += [
                f"{where}: {one.bind!r} does not stand in article {article!r}; correct or remove it"
                for article in one.articles
                if article not in missing and (article, fold(one.bind)) not in seen.mentions
            ]
    return tuple(warnings)


def _expected(one: Judgement) -> tuple[str, ...]:
    """The names of a judgement that must stand in some article; private ones are named by nobody."""
    single = tuple(name for name in (one.rename, one.split, one.bind, one.alias) if name)
    return (*one.same, *one.different, *one.person, *one.not_a_person, *single)
