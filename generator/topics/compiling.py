"""From the entries of subjects to a lexicon: who says what, and how loudly."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TYPE_CHECKING

from generator.topics.lexicon import Lexicon, Phrase, compile_lexicon, phrase_stems

if TYPE_CHECKING:
    from generator.config.schema import TopicEntry
    from generator.topics.vocabulary import Subject

STRONG = 3.0
WORD = 1.0

_Weights = dict[tuple[str, ...], dict[str, float]]


def compile_subjects(subjects: Iterable[Subject], lines: Mapping[str, tuple[str, ...]]) -> Lexicon:
    """A lexicon in which the maintainer's phrases and the built-in ones do not hide each other.

    Among the built-in ones the longest hides the others (``space station`` is no ``station``); a maintainer who adds
    ``2016 election`` does not want to lose ``election`` for that. Hidden subjects keep their phrases, which then speak
    for nothing but still mean what they mean.

    Args:
        subjects: all subjects, hidden ones included.
        lines: the ancestors of those that are not hidden.
    """
    ordered = list(subjects)
    builtin = _layer([(s.topic.id, s.builtin) for s in ordered if s.builtin], ordered, lines, cased=True)
    own = _layer([(s.topic.id, s.own) for s in ordered if s.own], ordered, lines, cased=False)
    return compile_lexicon([layer for layer in (builtin, own) if layer])


def _layer(
    entries: list[tuple[str, TopicEntry]],
    subjects: list[Subject],
    lines: Mapping[str, tuple[str, ...]],
    *,
    cased: bool,
) -> list[Phrase]:
    weights = _weights(entries, cased=cased)
    groups = _groups(entries)
    exclusions = [(s.topic.id, text) for s in subjects for entry in (s.builtin, s.own) if entry for text in entry.not_]
    if weights or groups:
        _exclude(weights, exclusions, lines, cased=cased)
    return [
        Phrase(
            stems=stems,
            weights=_with_ancestors(weights.get(stems, {}), lines),
            groups=frozenset(groups.get(stems, ())),
        )
        for stems in {*weights, *groups}
    ]


def _weights(entries: list[tuple[str, TopicEntry]], *, cased: bool) -> _Weights:
    weights: _Weights = {}
    for key, entry in entries:
        for weight, phrases in ((WORD, entry.words), (STRONG, entry.strong)):
            for text in phrases:
                if stems := phrase_stems(text, cased=cased):
                    weights.setdefault(stems, {})[key] = weight
    return weights


def _groups(entries: list[tuple[str, TopicEntry]]) -> dict[tuple[str, ...], set[tuple[str, int]]]:
    groups: dict[tuple[str, ...], set[tuple[str, int]]] = {}
    for key, entry in entries:
        for number, group in enumerate(entry.all):
            for text in group:
                if stems := phrase_stems(text, cased=False):
                    groups.setdefault(stems, set()).add((key, number))
    return groups


def _exclude(
    weights: _Weights, exclusions: list[tuple[str, str]], lines: Mapping[str, tuple[str, ...]], *, cased: bool
) -> None:
    """Let an excluded phrase say what its words say, but to the topic that excludes it, and to those below, nothing.

    A topic below that has the very phrase keeps it.
    """
    said = {text: _said_within(phrase_stems(text, cased=cased), weights) for _, text in exclusions}
    given = {stems: frozenset(topics) for stems, topics in weights.items()}
    for _, text in exclusions:
        if stems := phrase_stems(text, cased=cased):
            weights[stems] = weights.get(stems) or dict(said[text])
    for key, text in exclusions:
        stems = phrase_stems(text, cased=cased)
        topics = weights.get(stems, {})
        below = {topic for topic in topics if key in lines.get(topic, ())} - given.get(stems, frozenset())
        for topic in (key, *below):
            topics.pop(topic, None)


def _said_within(stems: tuple[str, ...], weights: _Weights) -> dict[str, float]:
    """What the longest phrases inside a phrase say together."""
    said: dict[str, float] = {}
    start = 0
    while start < len(stems):
        parts = (stems[start:end] for end in range(len(stems), start, -1))
        part = next((form for part in parts for form in (part, _uncased(part)) if form in weights), ())
        for topic, weight in weights.get(part, {}).items():
            said[topic] = max(weight, said.get(topic, 0.0))
        start += len(part) or 1
    return said


def _uncased(stems: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(stem_.lstrip("^") for stem_ in stems)


def _with_ancestors(said: Mapping[str, float], lines: Mapping[str, tuple[str, ...]]) -> dict[str, float]:
    """The weights of a phrase for its topics and, once, for each of their ancestors; nothing for hidden ones."""
    weights: dict[str, float] = {}
    for topic, weight in said.items():
        for key in lines.get(topic, ()):
            weights[key] = max(weight, weights.get(key, 0.0))
    return weights
