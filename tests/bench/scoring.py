"""How many articles a CPU-second files by their words: ``python -m tests.bench.scoring [CORPORA]``.

The articles are those of the corpora with 400 words and more, the longer ones cut at 500: scoring alone, from clean
text. The first pass also takes every new word to its stem.
"""

from __future__ import annotations

import gc
import itertools
import re
import sys
import time
from collections.abc import Sequence
from pathlib import Path

from generator.config.schema import StoriesFile, TopicsFile
from generator.topics import Vocabulary, load_vocabulary, score_all
from tests.quality.topics_corpora import archives
from tests.quality.topics_metrics import CORPORA

_LEAST, _MOST = 400, 500


def texts(corpora: Path) -> list[tuple[str | None, str]]:
    """Title and up to 500 words of every article that has nearly so many."""
    found = []
    for article in itertools.chain(*archives(corpora).values()):
        words = re.findall(r"\S+\s*", article.text)
        if len(words) >= _LEAST:
            found.append((article.title, "".join(words[:_MOST]).rstrip()))
    return found


def seconds(articles: Sequence[tuple[str | None, str]], vocabulary: Vocabulary) -> float:
    """CPU seconds that scoring all of them takes."""
    gc.collect()
    begun = time.process_time()
    score_all(articles, vocabulary)
    return time.process_time() - begun


def main() -> None:
    """Print articles per CPU-second, on words met for the first time and again."""
    articles = texts(Path(sys.argv[1]) if len(sys.argv) > 1 else CORPORA)
    vocabulary = load_vocabulary(TopicsFile(version=1), StoriesFile(version=1))
    print(f"{len(articles)} articles of {sum(len(text.split()) for _, text in articles) / len(articles):.0f} words")
    for words in ("new words", "known words"):
        print(f"  {words:<12} {len(articles) / seconds(articles, vocabulary):6.0f} articles per CPU-second")


if __name__ == "__main__":
    main()
