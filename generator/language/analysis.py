"""What the language stage finds in one article: mentions and dates, each with offsets."""

from __future__ import annotations

from bisect import bisect_right
from collections import deque
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from generator.language.appositions import apposition
from generator.language.cues import cue
from generator.language.found import Found
from generator.language.mentions import find_mentions
from generator.language.models import Model
from generator.language.silence import blanked, silent_spans, without_shouting
from generator.model import Analysis, CleanArticle, DateMention, Mention, MentionKind
from generator.text.date_meanings import resolve_all
from generator.text.dates import DatePhrase, find_dates
from generator.text.sentences import sentence_spans

# The model's memory grows with the text it is given at once; paragraphs are handed over in pieces of about this size.
_PIECE = 20_000
_KINDS: dict[str, MentionKind] = {
    "PERSON": "person",
    "ORG": "organization",
    "GPE": "place",
    "LOC": "place",
    "FAC": "place",
    "NORP": "unknown",
}


@dataclass(frozen=True, slots=True)
class _Piece:
    """A part of an article's text that the model sees at once."""

    offset: int
    last: bool


def analyze(clean: CleanArticle, model: Model | None) -> Analysis:
    """The article's mentions and dates. Without a model only what capitals and titles tell."""
    return next(analyze_many((clean,), model))


def analyze_many(cleans: Iterable[CleanArticle], model: Model | None) -> Iterator[Analysis]:
    """The analysis of each article, in their order; the texts stream through the model."""
    if model is None:
        for clean in cleans:
            yield _analysis(clean, ())
        return
    waiting: deque[CleanArticle] = deque()
    entities: list[Found] = []
    for doc, piece in model.nlp.pipe(_pieces(cleans, waiting), as_tuples=True):
        entities += [
            Found(_KINDS[entity.label_], piece.offset + entity.start_char, piece.offset + entity.end_char)
            for entity in doc.ents
            if entity.label_ in _KINDS
        ]
        if piece.last:
            yield _analysis(waiting.popleft(), tuple(entities))
            entities = []


def _pieces(cleans: Iterable[CleanArticle], waiting: deque[CleanArticle]) -> Iterator[tuple[str, _Piece]]:
    """The texts for the model, headlines in capitals blanked out; every article is also put on the waiting list."""
    for clean in cleans:
        waiting.append(clean)
        text = without_shouting(_heard(clean))
        offset = 0
        while True:
            end = len(text) if len(text) - offset <= _PIECE else text.rfind("\n", offset + 1, offset + _PIECE)
            end = end if end > offset else min(offset + _PIECE, len(text))
            yield text[offset:end], _Piece(offset, last=end == len(text))
            if end == len(text):
                break
            offset = end


def _heard(clean: CleanArticle) -> str:
    """The text with blanks for what is not to be read for names; every offset stays."""
    return blanked(clean.text, silent_spans(clean.text, clean.blocks))


def _analysis(clean: CleanArticle, entities: tuple[Found, ...]) -> Analysis:
    starts = [start for start, _ in sentence_spans(clean.text)]
    mentions = tuple(
        Mention(
            kind=found.kind,
            text=clean.text[found.start : found.end],
            start=found.start,
            end=found.end,
            role=found.role,
            sentence=max(0, bisect_right(starts, found.start) - 1),
            cue=cue(clean.text, found.start, found.end),
            apposition=apposition(clean.text, found.start, found.end) if found.kind in {"person", "unknown"} else "",
        )
        for found in find_mentions(_heard(clean), entities)
    )
    published = clean.published.date if clean.published else None
    phrases = find_dates(clean.text)
    dates = tuple(
        DateMention(text=phrase.text, start=phrase.start, end=phrase.end, date=date)
        for phrase, date in zip(phrases, resolve_all(clean.text, phrases, published), strict=True)
    )
    return Analysis(mentions=mentions, dates=dates, not_before=None if published else _latest(phrases))


def _latest(phrases: Iterable[DatePhrase]) -> str | None:
    """The latest full date of which the text speaks as past: the article cannot be older."""
    full = (phrase.iso for phrase in phrases if not phrase.ahead and phrase.iso and phrase.day)
    return max(full, default=None)
