"""What a change of topics.yml costs topics: ``python -m tests.bench.refiling [CORPORA]``.

Ten thousand articles of up to 500 words, those of the corpora over and over under new ids, whose words are counted, as
they are in a cache: scoring them all anew, learning, filing, and showing what was learned. What else a build does
before rendering (reading the cache, who is who, proposing stories, the open data) is not in it.
"""

from __future__ import annotations

import itertools
import sys
import time
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

from generator.config.schema import StoriesFile, TopicEntry, TopicsFile
from generator.topics import (
    Pupil,
    count_words,
    file_articles,
    leanings_of,
    learn,
    load_vocabulary,
    score_all,
    with_words,
)
from tests.bench.scoring import texts
from tests.quality.topics_metrics import CORPORA
from tests.rows import row

_ARTICLES = 10_000
_CHANGED = {"surveys": TopicEntry(name="Surveys", words=("survey", "poll", "respondents", "questionnaire", "census"))}


def spent(articles: Mapping[str, tuple[str | None, str]]) -> dict[str, float]:
    """Step -> CPU seconds."""
    words = {id_: count_words(*article) for id_, article in articles.items()}
    taken: dict[str, float] = {}
    with _timed("load the vocabulary", taken):
        vocabulary = load_vocabulary(TopicsFile(version=1, topics=_CHANGED), StoriesFile(version=1))
    with _timed("score", taken):
        scores = dict(zip(articles, score_all(list(articles.values()), vocabulary), strict=True))
    with _timed("learn", taken):
        told = {id_: {filing.topic: filing.score for filing in filed} for id_, filed in scores.items()}
        learned = learn([Pupil(id=id_, words=words[id_], scores=told[id_]) for id_ in articles], vocabulary)
    rows = [row(id_) for id_ in articles]
    with _timed("lean", taken):
        leanings = leanings_of(words, learned)
    with _timed("file", taken):
        filed = file_articles(rows, scores, vocabulary, {}, leanings)
    with _timed("show what was learned", taken):
        with_words(filed, vocabulary, learned, words, articles.__getitem__)
    return taken


@contextmanager
def _timed(step: str, taken: dict[str, float]) -> Iterator[None]:
    begun = time.process_time()
    yield
    taken[step] = time.process_time() - begun


def main() -> None:
    """Print each step and their sum."""
    found = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA)
    articles = {f"a{n}": one for n, one in enumerate(itertools.islice(itertools.cycle(found), _ARTICLES))}
    taken = spent(articles)
    for step, seconds in {**taken, "all": sum(taken.values())}.items():
        print(f"{step:24} {seconds:5.1f} s")


if __name__ == "__main__":
    main()
