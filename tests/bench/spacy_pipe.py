"""The baseline of analysis: ``nlp.pipe`` of spaCy's full pipeline in one process, over a sample of cleaned articles.

``python -m tests.bench.spacy_pipe ARTICLES.JSONL SAMPLE OUT`` writes as JSON how long it took, over how many
characters, how many entities it found, and how many of them the model finds as this program loads it: a float in the
last place may move one in thousands.
"""

from __future__ import annotations

import json
import sys
import time
from pathlib import Path
from typing import Any

import spacy

from generator import language


def main() -> None:
    """Time the full pipeline, then compare its entities."""
    texts = _sample(Path(sys.argv[1]), int(sys.argv[2]))
    ours = language.load_model("en")
    if ours is None:
        raise SystemExit("no English model is installed")
    full = spacy.load(ours.name)
    list(full.pipe(texts[:5]))
    started = time.perf_counter(), time.process_time()
    found = [_entities(doc) for doc in full.pipe(texts)]
    took = time.perf_counter() - started[0], time.process_time() - started[1]
    pairs = [(set(one), set(_entities(doc))) for one, doc in zip(found, ours.nlp.pipe(texts), strict=True)]
    alike, either = (sum(map(len, sets)) for sets in ([a & b for a, b in pairs], [a | b for a, b in pairs]))
    characters = sum(map(len, texts))
    figures = {"wall": took[0], "cpu": took[1], "characters": characters, "alike": alike, "entities": either}
    Path(sys.argv[3]).write_text(json.dumps(figures), encoding="utf-8")


def _sample(articles: Path, size: int) -> list[str]:
    """The texts of so many articles, spread evenly."""
    texts = [json.loads(line)["text"] for line in articles.read_text(encoding="utf-8").splitlines()]
    return texts[:: max(1, len(texts) // size)][:size]


def _entities(doc: Any) -> list[tuple[str, int, int]]:
    return [(one.label_, one.start_char, one.end_char) for one in doc.ents]


if __name__ == "__main__":
    main()
