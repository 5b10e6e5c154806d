"""What ``clipfile topics`` reports, as rows for programs and as lines for people."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from generator.config.schema import LearnedFile
from generator.filing import Filed
from generator.model import Archive, ArticleRow, Filing
from generator.topics import Suggestion, TopicsChecked, leanings_of, written

_SHOWN = 12
_WORDS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Considered:
    """A topic that something speaks for in an article."""

    topic: str
    filed: str
    """Why it is filed there: ``phrases``, ``learned``, ``metadata``, ``example``, ``story``; '' where it is not."""
    score: float
    """What the phrases say."""
    leaning: float | None
    """How far the article leans there by what was learned, in standard deviations; None where nothing was learned."""
    because: tuple[str, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Explained:
    """An article with every topic that was considered for it."""

    article: str
    title: str | None
    topics: tuple[Considered, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Moved:
    """An article that would gain or lose a topic."""

    topic: str
    article: str
    gains: bool
    because: tuple[str, ...]


def explained(filed: Filed, row: ArticleRow) -> Explained:
    """All topics considered for an article: those it is filed under, in their order, then the others by score."""
    vocabulary, words = filed.vocabulary, filed.taught.words
    leaning = leanings_of({row.id: words[row.id]}, filed.taught.learned).get(row.id, {}) if row.id in words else {}
    given = {filing.topic: filing for filing in filed.filings[row.id]}
    scores = {filing.topic: filing for filing in filed.scores[row.id] if filing.topic in vocabulary.subjects}
    return Explained(
        article=row.id,
        title=row.title,
        topics=tuple(
            Considered(
                topic=key,
                filed=given[key].basis if key in given else "",
                score=scores[key].score if key in scores else 0.0,
                # What the archive teaches are topics; stories that the program has opened are none of them.
                leaning=leaning.get(vocabulary.root(key)) if key in vocabulary.subjects else None,
                because=_texts(given.get(key) or scores[key]),
            )
            for key in dict.fromkeys([*given, *scores])
        ),
    )


def explained_lines(told: Sequence[Explained]) -> Iterator[str]:
    """The explanation for people."""
    for one in told:
        yield f"article {one.article}: {one.title or '(no title)'}"
        for topic in one.topics:
            leaning = "" if topic.leaning is None else f"  leans {topic.leaning:+.1f}"
            words = ", ".join(topic.because)
            yield f"  {topic.filed or '-':<9} {topic.topic:<24} {topic.score:5.1f}{leaning}  [{words}]"
    yield ""
    yield "  First column: by what it is filed there; - is not filed. The number is what its phrases say; `leans`,"
    yield "  how far its words lean there by what the archive has taught, in standard deviations."


def moved(before: Filed, after: Filed) -> list[Moved]:
    """Every article that gains or loses a topic, by topic. The program's own stories are proposed anew by a build."""
    found, known = [], before.by_vocabulary
    for id_ in sorted(after.filings):
        old = {filing.topic: filing for filing in known.get(id_, ())}
        new = {filing.topic: filing for filing in after.filings[id_]}
        gained = [Moved(topic=key, article=id_, gains=True, because=_texts(new[key])) for key in new if key not in old]
        lost = [Moved(topic=key, article=id_, gains=False, because=_texts(old[key])) for key in old if key not in new]
        found += gained + lost
    return sorted(found, key=lambda one: (one.topic, not one.gains, one.article))


def moved_lines(found: Sequence[Moved], whole: Archive) -> Iterator[str]:
    """The changes for people, a topic at a time."""
    for topic, group in groupby(found, key=lambda one: one.topic):
        changes = list(group)
        gains = sum(one.gains for one in changes)
        yield f"{topic}: gains {gains}, loses {len(changes) - gains}"
        for one in changes[:_SHOWN]:
            title = whole.articles[one.article].title or one.article
            yield f"  {'+' if one.gains else '-'} {title}  [{', '.join(one.because)}]  {one.article}"
        if len(changes) > _SHOWN:
            yield f"  … and {len(changes) - _SHOWN} more (--json lists all)"
    articles = len({one.article for one in found})
    yield f"{articles} of {len(whole.articles)} articles would change." if found else "No article would change."


def suggested_lines(key: str, articles: int, found: Sequence[Suggestion]) -> Iterator[str]:
    """The suggestions as lines that can be pasted into topics.yml, and what each is worth."""
    if not found:
        yield f"{key} has {articles} articles; no phrase sets them apart that it does not have yet."
        return
    yield f"  {key}:"
    for field, strong in (("strong", True), ("words", False)):
        phrases = [one.phrase for one in found if one.strong is strong]
        if phrases:
            yield f"    {field}: [{', '.join(phrases)}]"
    yield ""
    yield f"  {'phrase':<28} in its {articles} articles   in others"
    yield from (f"  {one.phrase:<28} {one.inside:>14} {one.outside:>13}" for one in found)


def checked_lines(found: TopicsChecked, articles: int) -> Iterator[str]:
    """What to mend, for people."""
    for tried in found.examples:
        precision, recall = _share(tried.precision), _share(tried.recall)
        yield f"{tried.topic}: of the examples the phrases alone find {recall}; {precision} of what they find is right"
        yield from (f"  missed: {id_}" for id_ in tried.missed)
        yield from (f"  wrong:  {id_}" for id_ in tried.wrong)
    for key, lost in found.unknown.items():
        yield f"{key}: no such article: {', '.join(lost)}; `clipfile explain TITLE` tells an article's id"
    for key, number in found.few.items():
        yield f"{key}: only {number} articles; `clipfile topics suggest {key}` names phrases to add"
    for key, number in found.large.items():
        loose = found.loose.get(key)
        more = "sub-topics" if loose is None else f"{loose} of them under none of its sub-topics; more of these"
        yield f"{key}: {number} of {articles} articles{';' if loose is None else ','} {more} would help readers more"
    for key in found.outgrown:
        yield f"{key}: changed since `clipfile topics learn`; run it again with --only {key}"
    if found.without:
        yield f"{len(found.without)} articles are under no topic:"
        yield from (f"  {id_}" for id_ in found.without[:_SHOWN])
        if len(found.without) > _SHOWN:
            yield f"  … and {len(found.without) - _SHOWN} more (--json lists all)"
    if not any((found.examples, found.unknown, found.few, found.large, found.outgrown, found.without)):
        yield "Nothing to mend."


def learned_lines(file: str, learned: LearnedFile, changes: Sequence[Moved], texts: Iterable[str]) -> Iterator[str]:
    """What was learned, for people: the most telling stems of each topic, as the texts write them."""
    telling = {
        key: [stem for stem, weight in topic.words.items() if weight > 0][:_WORDS]
        for key, topic in sorted(learned.topics.items())
    }
    forms = written(texts, {stem for stems in telling.values() for stem in stems})
    for key, stems in telling.items():
        words = ", ".join(forms.get(stem, stem) for stem in stems)
        yield f"{key} (taught by {learned.topics[key].articles} articles): {words}"
    yield f"{len({one.article for one in changes})} articles change by this."
    yield f"Written: {file}. Review it and commit it; builds now use it and learn nothing new."


def _texts(filing: Filing) -> tuple[str, ...]:
    return tuple(dict.fromkeys(because.text for because in filing.because))


def _share(value: float | None) -> str:
    return "-" if value is None else f"{value:.0%}"
