"""What is known of whoever a question is about: names, years, roles, company and sentences, for people and programs."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import log

from generator.model import ArticleRow, EntityMention, Question
from generator.pipeline import Understood
from generator.text.sentences import sentence_spans

_ROLES, _FORMS, _COMPANY = 3, 5, 4
WIDE, NARROW = 90, 40
"""Characters of a long sentence on either side of the name: in twelve seconds nobody reads more of two sides."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Said:
    """A sentence that names somebody."""

    article: str
    title: str
    date: str
    before: str
    name: str
    after: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Card:
    """One side of a question."""

    name: str
    address: str
    articles: int
    years: str
    roles: tuple[str, ...]
    """``senator (3)``, the most frequent first."""
    forms: tuple[str, ...]
    company: tuple[str, ...]
    """Who is named in the same articles, the most telling first."""
    said: tuple[Said, ...]


class Dealer:
    """Makes cards from what was understood; look-ups are made once."""

    def __init__(self, understood: Understood) -> None:
        """Index people by id and by article."""
        self._understood = understood
        people = [entity for entity in understood.archive.entities if entity.kind == "person"]
        self._people = {person.id: person for person in people}
        self._open = {surname.surname: surname.mentions for surname in understood.archive.surnames}
        self._present: dict[str, list[str]] = {}
        for person in people:
            for article in person.articles:
                self._present.setdefault(article, []).append(person.id)
        lines = understood.links
        self._addresses = {line.id: line.address for line in lines if (line.kind, line.state) == ("person", "live")}

    def deal(self, question: Question, sentences: int, sides: int = WIDE) -> tuple[Card, ...]:
        """The cards of a question, each with at most so many sentences, in the order of its names.

        Sentences are cut to so many characters on either side of the name.
        """
        return tuple(
            replace(card, said=tuple(_cut(said, sides) for said in card.said))
            for card in self._sides(question, sentences)
        )

    def _sides(self, question: Question, sentences: int) -> tuple[Card, ...]:
        if question.kind == "which":
            asked = self._card(question.names[0], "", self._open.get(question.names[0], ()), sentences)
            return asked, *(self._whole(key, 1) for key in question.people)
        if question.kind == "apart":
            person = self._people[question.people[0]]
            theirs = [mention for mention in person.mentions if mention.text == question.names[1]]
            others = [mention for mention in person.mentions if mention.text != question.names[1]]
            return (
                self._card(person.name, person.id, others, sentences),
                self._card(question.names[1], person.id, theirs, sentences),
            )
        return tuple(self._whole(key, sentences) for key in question.people)

    def _whole(self, key: str, sentences: int) -> Card:
        person = self._people[key]
        return self._card(person.name, key, person.mentions, sentences)

    def _card(self, name: str, key: str, mentions: Sequence[EntityMention], sentences: int) -> Card:
        rows = self._understood.archive.articles
        articles = sorted({mention.article for mention in mentions}, key=lambda one: (_date(rows[one]) or "9", one))
        years = sorted({date[:4] for one in articles if (date := _date(rows[one]))})
        company = Counter(other for one in articles for other in self._present.get(one, ()) if other != key)
        return Card(
            name=name,
            address=self._addresses.get(key, ""),
            articles=len(articles),
            years="–".join(dict.fromkeys((years[0], years[-1]))) if years else "",
            roles=_most((mention.role for mention in mentions if mention.role), _ROLES),
            forms=_most((mention.text for mention in mentions), _FORMS),
            company=tuple(self._people[one].name for one in self._telling_company(company)),
            said=tuple(self._said(mention) for mention in _telling(mentions, articles)[:sentences]),
        )

    def _telling_company(self, company: Counter[str]) -> list[str]:
        """Who is named here more often than elsewhere: whoever is in every article tells nothing."""
        size = len(self._understood.archive.articles)
        weight = {one: count * log(size / len(self._people[one].articles)) for one, count in company.items()}
        return sorted(company, key=lambda one: (-round(weight[one], 6), one))[:_COMPANY]

    def _said(self, mention: EntityMention) -> Said:
        row = self._understood.archive.articles[mention.article]
        text = self._understood.cleaned[mention.article].text
        start, end = _sentence(text, mention.start, mention.end)
        return Said(
            article=row.id,
            title=row.title or row.id,
            date=_date(row),
            before=text[start : mention.start].lstrip(),
            name=text[mention.start : mention.end],
            after=text[mention.end : end].rstrip(),
        )


def _cut(said: Said, sides: int) -> Said:
    """The sentence with at most so many characters before and after the name, whole words."""
    before, after = said.before, said.after
    return replace(
        said,
        before=before if len(before) <= sides else "… " + before[-sides:].partition(" ")[2],
        after=after if len(after) <= sides else after[:sides].rpartition(" ")[0] + " …",
    )


def _telling(mentions: Iterable[EntityMention], articles: Sequence[str]) -> list[EntityMention]:
    """One mention an article, over the whole time: first, last, middle; those with a title before others."""
    first: dict[str, EntityMention] = {}
    for mention in sorted(mentions, key=lambda one: (not one.role, -len(one.text), one.start)):
        first.setdefault(mention.article, mention)
    spread = dict.fromkeys([0, len(articles) - 1, len(articles) // 2, *range(len(articles))])
    return [first[articles[number]] for number in spread if articles]


def _sentence(text: str, start: int, end: int) -> tuple[int, int]:
    """The sentence around a span, within its paragraph."""
    above = text.rfind("\n", 0, start) + 1
    below = text.find("\n", end)
    paragraph = text[above : below if below >= 0 else len(text)]
    for one, other in sentence_spans(paragraph):
        if above + one <= start < above + other:
            return above + one, max(above + other, end)
    return above, above + len(paragraph)


def _date(row: ArticleRow) -> str:
    return row.published.date if row.published else ""


def _most(texts: Iterable[str], shown: int) -> tuple[str, ...]:
    return tuple(f"{text} ({count})" for text, count in _ranked(Counter(texts))[:shown])


def _ranked(counts: Counter[str]) -> list[tuple[str, int]]:
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
