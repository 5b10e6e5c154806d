"""Organizations and places: filed by normalised name, by acronym where one was introduced, and by configured alias."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field

from generator.model import ArticleRow, Entity, EntityKind, EntityMention, Mention, NameForm
from generator.resolution.acronyms import LEGAL_FORMS, normalised, of_department, without_country
from generator.resolution.addresses import Claim, give_ids
from generator.resolution.ballots import Ballot
from generator.resolution.judgements import Judged
from generator.text.gazetteer import (
    bodies,
    body_words,
    common_words,
    demonyms,
    known_places,
    lies_in,
    namesakes,
    no_bodies,
    place_words,
    thing_words,
)
from generator.text.names import fold, strip_possessive

_SHORTEST = 2
_ACRONYM = 5
# A phrase that the model takes for a body so often is one.
_OFTEN = 5
_SHORTEST_PLACE = 3
# What is like, made by or after something: AI-powered, Biden-era.
_COMPOUND = re.compile("-(?:based|driven|era|first|focused|led|like|only|powered|ready|related|style)$", re.IGNORECASE)
_GOVERNED = re.compile("(?:city|commonwealth|state|town|village) of ")
_SEAT = re.compile("[DRI]-[A-Z][A-Za-z]?")
# Rules that a maintainer's word does not stand behind.
_GUESSED = frozenset({"acronym", "name"})


@dataclass(slots=True)
class _Group:
    label: str
    mentions: list[EntityMention] = field(default_factory=list)
    texts: Counter[str] = field(default_factory=Counter)

    def count(self) -> None:
        """Count the forms once all mentions are there."""
        for text, count in Counter([mention.text for mention in self.mentions]).items():
            self.texts[strip_possessive(text)] += count


@dataclass(frozen=True, slots=True)
class Left:
    """What people have left: mentions by article, and the folded names that are a person's and no body's or place's."""

    mentions: Sequence[tuple[str, Sequence[Mention]]]
    """Article id and its mentions that are nobody's."""
    taken: frozenset[str]


def left_by_people(rows: Sequence[ArticleRow], spots: Sequence[AbstractSet[int]]) -> Left:
    """The mentions that are no people's, and the names that are theirs where they stand in full, or most of the time.

    Args:
        rows: The articles, sorted by id.
        spots: Of each article, where the mentions of people begin.
    """
    beside = tuple(zip(rows, spots, strict=True))
    free = [(row.id, [mention for mention in row.mentions if mention.start not in starts]) for row, starts in beside]
    others = _folded(m.text for _, left in free for m in left if m.kind in {"organization", "place"})
    people = _folded(m.text for row, starts in beside for m in row.mentions if m.start in starts)
    places = known_places()
    return Left(free, frozenset(n for n, c in people.items() if n not in places and (" " in n or c >= others[n])))


def _folded(texts: Iterable[str]) -> Counter[str]:
    """How often each name stands there, however it is written."""
    folded: Counter[str] = Counter()
    for text, count in Counter(texts).items():
        folded[fold(text)] += count
    return folded


def file_named(
    kind: EntityKind,
    left: Left,
    ballot: Ballot,
    acronyms: Mapping[str, str],
    judged: Judged,
) -> Mapping[str, _Group]:
    """The mentions of one kind by entity: a slug of the configuration behind ``=``, or the normalised name.

    Args:
        kind: ``organization`` or ``place``.
        left: What is no people's.
        ballot: What the archive takes each name for.
        acronyms: Acronym -> the body that it stands for.
        judged: organizations.yml or places.yml.
    """
    rules = _Rules(kind, ballot, acronyms, judged)
    groups: dict[str, _Group] = {}
    filed: dict[str, tuple[str, str]] = {}
    bound = bool(judged.by_article)
    for article, mentions in left.mentions:
        for mention in mentions:
            text = mention.text
            if text not in filed:
                key, rule = rules.anywhere(text)
                filed[text] = ("", "") if rule in _GUESSED and fold(text) in left.taken else (key, rule)
            key, rule = (rules.binding(article, text) if bound else None) or filed[text]
            if key:
                if key not in groups:
                    groups[key] = _Group(key[1:] if key[0] == "=" else "")
                groups[key].mentions.append(
                    EntityMention(article=article, text=text, start=mention.start, end=mention.end, rule=rule)
                )
    for group in groups.values():
        group.count()
    return groups


def entities_of(
    kind: EntityKind, groups: Mapping[str, _Group], judged: Judged, locked: frozenset[str]
) -> tuple[Entity, ...]:
    """The groups as entities, sorted by id; private ones are left out."""
    public = {k: g for k, g in sorted(groups.items()) if not (g.label and judged.entries[g.label].private)}
    addresses = give_ids((_claim(key, group, judged) for key, group in public.items()), locked)
    found = [
        Entity(
            kind=kind,
            id=addresses[key].id,
            name=_name(key, group, judged),
            forms=tuple(
                NameForm(text=text, count=count, misspelling=fold(text) in judged.wrong)
                for text, count in sorted(group.texts.items(), key=lambda item: (-item[1], item[0]))
            ),
            mentions=tuple(group.mentions),
            aliases=addresses[key].aliases,
            note=judged.entries[group.label].note if group.label else "",
            within=lies_in(_name(key, group, judged)) if kind == "place" else (),
        )
        for key, group in public.items()
    ]
    return tuple(sorted(found, key=lambda entity: entity.id))


@dataclass(frozen=True, slots=True)
class _Rules:
    """By what the mentions of one kind are filed."""

    kind: EntityKind
    ballot: Ballot
    acronyms: Mapping[str, str]
    judged: Judged

    def binding(self, article: str, text: str) -> tuple[str, str] | None:
        """The group to which a maintainer has bound a text in one article, and the rule; None where nobody has."""
        folded = fold(strip_possessive(text))
        for name in (folded, normalised(folded)):
            if (article, name) in self.judged.by_article:
                return f"={self.judged.by_article[article, name]}", "binding"
        return None

    def anywhere(self, text: str) -> tuple[str, str]:
        """The group of a text in any article and the rule that puts it there; '' when it is none of this kind."""
        folded = fold(strip_possessive(text))
        plain = normalised(folded)
        for name in (folded, plain):
            if name in self.judged.by_name:
                return f"={self.judged.by_name[name]}", "alias"
        return self._place(text, folded, plain) if self.kind == "place" else self._body(text, folded, plain)

    def _place(self, text: str, folded: str, plain: str) -> tuple[str, str]:
        governed = self._governed(plain)
        if governed in self.judged.by_name:
            return f"={self.judged.by_name[governed]}", "alias"
        if not governed and (not self._is_mine(folded, plain) or _is_no_place(text, plain)):
            return "", ""
        name = governed or plain
        return fold(known_places().get(name, name)), "name"

    def _body(self, text: str, folded: str, plain: str) -> tuple[str, str]:
        plain = normalised(without_country(plain, self.ballot))
        if not self._is_mine(folded, plain) or self._governed(plain) or _is_no_body(text, plain):
            return "", ""
        expanded = self._expanded(plain)
        if expanded == plain and _is_phrase(plain) and not self._is_shown(folded, plain):
            return "", ""
        if expanded in self.judged.by_name:
            return f"={self.judged.by_name[expanded]}", "acronym"
        return expanded, "acronym" if expanded != plain else "name"

    def _governed(self, plain: str) -> str:
        """The place that a city or a state governs (``City of Oakland`` -> ``oakland``); '' for any other name."""
        seat = _GOVERNED.match(plain)
        place = plain[seat.end() :] if seat else ""
        is_place = place in known_places() or (self.ballot.kind(place) == "place" and plain[:5] != "state")
        return place if place and is_place else ""

    def _expanded(self, plain: str) -> str:
        """The full name of a body without its country, where the archive knows one."""
        full = self.acronyms.get(plain)
        return of_department(normalised(without_country(full, self.ballot)) if full else plain, self.ballot)

    def _is_shown(self, folded: str, plain: str) -> bool:
        """Whether a phrase of everyday words is a body: it is a firm, speaks, has initials, is often one."""
        if not LEGAL_FORMS.isdisjoint(folded.split()):
            return True
        speaks, times = self.ballot.count(folded, "says"), self.ballot.count(folded, "organization")
        return bool(speaks) or times >= _OFTEN or plain in self.acronyms.values()

    def _is_mine(self, folded: str, plain: str) -> bool:
        """Whether the archive takes a name for this kind, and nothing keeps it from having a page."""
        if plain in self.judged.never or plain in demonyms() or len(plain) < _SHORTEST:
            return False
        return self.ballot.kind(folded) == self.kind


def _is_phrase(plain: str) -> bool:
    """Whether a name of several words is made of everyday words only, none of them a body's (``American Jobs``)."""
    words = plain.split()
    return len(words) > 1 and plain not in namesakes() and all(map(_is_everyday, words))


def _is_everyday(word: str) -> bool:
    is_common = word in common_words() or word in demonyms()
    return is_common and word not in body_words() and word not in bodies()


def _is_no_place(text: str, plain: str) -> bool:
    """Whether a word that stands on no map is one of everyday or of things, a number, an acronym, or holds a dot."""
    if plain in known_places():
        return False
    if fold(text) in no_bodies() or _COMPOUND.search(text):
        return True
    if " " in text:
        return _is_phrase(plain) and place_words().isdisjoint(plain.split())
    is_short = len(text) < _SHORTEST_PLACE or (text.isupper() and len(text) <= _ACRONYM)
    is_word = plain in common_words() or plain in thing_words()
    return is_short or is_word or "." in text or any(map(str.isdigit, text))


def _is_no_body(text: str, plain: str) -> bool:
    """Whether a name is a small word at the head of a line, a seat (``D-MI``), or known to be no body's (``PDF``)."""
    if _SEAT.match(text) or _COMPOUND.search(text) or fold(text) in no_bodies():
        return True
    is_acronym = text.isupper() and len(text) <= _ACRONYM
    return plain in common_words() and plain not in bodies() and not is_acronym


def _name(key: str, group: _Group, judged: Judged) -> str:
    if group.label:
        return judged.entries[group.label].name
    if key in known_places():
        return known_places()[key]
    texts = group.texts

    def rank(text: str) -> tuple[bool, bool, int, str]:
        return text.isupper() and " " in text, text[:1].isdigit(), -texts[text], text

    return _without_article(min(texts, key=rank))


def _without_article(text: str) -> str:
    return text[4:] if text[:4].lower() == "the " else text


def _claim(key: str, group: _Group, judged: Judged) -> Claim:
    entry = judged.entries.get(group.label)
    return Claim(
        key=key,
        names=(_name(key, group, judged), *sorted(group.texts)),
        weight=len({mention.article for mention in group.mentions}),
        fixed=group.label,
        merged=entry.merge if entry else (),
    )
