"""How well the built-in vocabulary files real articles.

On two blogs the truth is their editors' tags, mapped to topics in labels/topics_tags.csv; on articles of four more
corpora it is labels/topics.csv, given by one labeller from the title and the opening lines, not from the whole text. An
article may have more than one right first topic, and the blogs are nearly all about one: read "top-1" beside "always
the commonest", which is what naming one and the same top for every article would score.
"""

from __future__ import annotations

import itertools
import time
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TypeAlias

from generator.config.schema import StoriesFile, TopicSettings, TopicsFile
from generator.model import Filing
from generator.topics import (
    Pupil,
    Vocabulary,
    count_words,
    file_articles,
    leanings_of,
    learn,
    load_vocabulary,
    score_all,
    with_words,
)
from tests.quality.topics_corpora import Labelled, archives, read_by_hand, tagged_by_editors
from tests.rows import row

CORPORA = Path(__file__).parents[3] / "shared/corpora"
Figures = dict[str, float]
Confusion: TypeAlias = Counter[tuple[str, str]]


def measure(corpora: Path = CORPORA) -> tuple[dict[str, Figures], Confusion]:
    """Accuracy of the first of 17 tops and of any shown, topics an article and speed, a set at a time.

    Every corpus is filed as an archive of its own: from 200 articles on it teaches what tells its topics apart. The
    confusion is that of all sets, both halves.
    """
    vocabulary = load_vocabulary(TopicsFile(version=1), StoriesFile(version=1))
    alone = load_vocabulary(TopicsFile(version=1, settings=TopicSettings(learn="never")), StoriesFile(version=1))
    sets: dict[str, Sequence[Labelled]] = {"by hand": read_by_hand(corpora), **tagged_by_editors(corpora)}
    whole = archives(corpora)
    figures: dict[str, Figures] = {}
    confusion: Confusion = Counter()
    for suffix, chosen in (("", vocabulary), (", phrases alone", alone)):
        filed = {id_: filings for articles in whole.values() for id_, filings in file_archive(articles, chosen).items()}
        for name, articles in sets.items():
            for half, held_out in (("developed on", False), ("held out", True)):
                these = [article for article in articles if article.held_out is held_out and article.id in filed]
                figures[f"{name}, {half}{suffix}"] = _agreement(these, filed, chosen)
                if chosen is vocabulary:
                    confusion += _confusion(these, filed, chosen)
    figures["all articles"] = _coverage(tuple(itertools.chain(*whole.values())), vocabulary)
    return figures, confusion


def file_archive(articles: Sequence[Labelled], vocabulary: Vocabulary) -> Mapping[str, tuple[Filing, ...]]:
    """Article id -> its topics, as a build of these articles files them."""
    texts = {article.id: (article.title, article.text) for article in articles}
    scores = dict(zip(texts, score_all(list(texts.values()), vocabulary), strict=True))
    words = {id_: count_words(title, text) for id_, (title, text) in texts.items()}
    pupils = [Pupil(id=id_, words=words[id_], scores={f.topic: f.score for f in scores[id_]}) for id_ in texts]
    learned = learn(pupils, vocabulary)
    filed = file_articles([row(id_) for id_ in texts], scores, vocabulary, {}, leanings_of(words, learned))
    return with_words(filed, vocabulary, learned, words, texts.__getitem__)


def _agreement(
    articles: Sequence[Labelled], filed: Mapping[str, tuple[Filing, ...]], vocabulary: Vocabulary
) -> Figures:
    shown = {article.id: [filing.topic for filing in filed[article.id]] for article in articles}
    tops = {id_: [vocabulary.root(key) for key in keys] for id_, keys in shown.items()}
    right = {article.id: {vocabulary.root(key) for key in article.right} for article in articles}
    number = len(articles)
    ((_, commonest),) = Counter(top for accepted in right.values() for top in accepted).most_common(1)
    return {
        "articles": number,
        "always the commonest": commonest / number,
        "top-1": sum(bool(tops[id_]) and tops[id_][0] in right[id_] for id_ in shown) / number,
        "any of three": sum(not right[id_].isdisjoint(tops[id_]) for id_ in shown) / number,
        "exact topic shown": sum(not article.right.isdisjoint(shown[article.id]) for article in articles) / number,
        "topics an article": sum(map(len, shown.values())) / number,
        "without": sum(not keys for keys in shown.values()) / number,
    }


def _confusion(
    articles: Sequence[Labelled], filed: Mapping[str, tuple[Filing, ...]], vocabulary: Vocabulary
) -> Confusion:
    """(Right, said) -> articles; where the first topic said is not among the right ones, their first by name."""
    found: Confusion = Counter()
    for article in articles:
        right = sorted({vocabulary.root(key) for key in article.right})
        said = vocabulary.root(filed[article.id][0].topic) if filed[article.id] else "none"
        found[said if said in right else right[0], said] += 1
    return found


def _coverage(articles: Sequence[Labelled], vocabulary: Vocabulary) -> Figures:
    begun = time.process_time()
    score_all([(article.title, article.text) for article in articles], vocabulary)
    scored = time.process_time()
    filed = file_archive(articles, vocabulary)
    texts = {article.id: (article.title or "", article.text) for article in articles}
    return {
        "articles": len(articles),
        "words an article": sum(len(article.text.split()) for article in articles) / len(articles),
        "topics an article": sum(map(len, filed.values())) / len(articles),
        "without": sum(not filings for filings in filed.values()) / len(articles),
        "evidence verbatim": _verbatim(filed, texts),
        "scored a CPU second": len(articles) / (scored - begun),
    }


def _verbatim(filed: Mapping[str, tuple[Filing, ...]], texts: Mapping[str, tuple[str, str]]) -> float:
    """The share of reasons that stand at their offsets."""
    reasons = [(id_, because) for id_, filings in filed.items() for filing in filings for because in filing.because]
    places = ("title", "body")
    true = sum(texts[id_][places.index(b.where)][b.start : b.end] == b.text for id_, b in reasons)
    return true / len(reasons)
