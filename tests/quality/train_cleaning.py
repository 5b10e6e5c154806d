"""Builds the weights of cleaning's two models, ``prose.tsv`` and ``title.tsv``, from labelled pages.

Run as ``python -m tests.quality.train_cleaning CORPORA DUMPS``: the same pages give the same weights. Each model is
logistic regression on named traits, fitted by gradient descent from zero; a weight is rounded to two decimals.
"""

from __future__ import annotations

import re
import sys
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np
from numpy.typing import NDArray

from generator.cleaning import CleaningSettings
from generator.cleaning.features import traits
from generator.cleaning.heads import first_prose
from generator.cleaning.lines import raw_lines
from generator.cleaning.looks import look_at
from generator.cleaning.prose import weights
from generator.cleaning.text import article_pieces, read_page
from generator.cleaning.title import same_words, title_traits
from generator.cleaning.wrap import pieces
from tests.quality.cleaning_metrics import gold_articles, grams, original_of

_TABLES: Final = Path(__file__).parents[2] / "generator" / "cleaning" / "data"
_TOKEN: Final = re.compile(r"\w+")
_FEWEST: Final = 30
_STEPS, _RATE, _RIDGE = 120, 0.1, 3.0
_SHORT, _NEAR, _LONGEST = 5, 4, 60


@dataclass(frozen=True, slots=True, kw_only=True)
class Example:
    """One piece: its traits, whether it is of the article, and how much it weighs in its page."""

    traits: Sequence[str]
    label: bool
    weight: float


def examples(text: str, truth: str) -> Iterator[Example]:
    """The pieces of a dump, labelled by the article's true body."""
    looks = [look_at(piece) for piece in pieces(raw_lines(text))]
    labels = _labels([_TOKEN.findall(look.piece.text.lower()) for look in looks], truth.lower())
    weights = [min(look.words, _LONGEST) ** 0.7 for look in looks]
    whole = sum(weights) or 1.0
    for own, label, weight in zip(traits(looks), labels, weights, strict=True):
        if label is not None and any(labels):
            yield Example(traits=own, label=label, weight=100 * weight / whole)


def _labels(lines: Sequence[Sequence[str]], truth: str) -> list[bool | None]:
    """A long piece by its share of the body's 4-grams; a short one if the body has it and its neighbours are in."""
    body, words = grams(truth), f" {' '.join(_TOKEN.findall(truth))} "
    sure = [len(line) >= _SHORT and _share(line, body) >= 0.5 for line in lines]
    result: list[bool | None] = []
    for index, line in enumerate(lines):
        if not line:
            result.append(None)
        elif len(line) >= _SHORT:
            result.append(sure[index])
        else:
            near = sum(sure[max(0, index - _NEAR) : index + _NEAR + 1])
            result.append(near >= 2 and f" {' '.join(line)} " in words)
    return result


def _share(line: Sequence[str], body: Counter[tuple[str, ...]]) -> float:
    own = grams(" ".join(line))
    return sum(count for gram, count in own.items() if gram in body) / own.total()


def fit(training: Sequence[Example]) -> Mapping[str, float]:
    """The weight of every trait that is common enough."""
    counts = Counter(trait for example in training for trait in example.traits)
    numbers = {
        trait: number for number, trait in enumerate(sorted(t for t, n in counts.items() if n >= _FEWEST), start=1)
    }
    most = max(len(example.traits) for example in training)
    table = np.zeros((len(training), most), dtype=np.int32)
    for row, example in enumerate(training):
        known = [numbers.get(trait, 0) for trait in example.traits]
        table[row, : len(known)] = known
    labels = np.array([example.label for example in training], dtype=np.float64)
    weights = np.array([example.weight for example in training], dtype=np.float64)
    found = _descend(table, labels, weights, len(numbers) + 1)
    return {trait: round(float(found[number]), 2) for trait, number in numbers.items() if abs(found[number]) >= 0.05}


def _descend(
    table: NDArray[np.int32], labels: NDArray[np.float64], weights: NDArray[np.float64], size: int
) -> NDArray[np.float64]:
    found, mean, square = np.zeros(size), np.zeros(size), np.zeros(size)
    flat, width, scale, rate = table.ravel(), table.shape[1], weights.sum() / 100, _RATE
    for step in range(1, _STEPS + 1):
        found[0] = 0.0
        error = (1 / (1 + np.exp(-found[table].sum(axis=1))) - labels) * weights
        slope = (np.bincount(flat, weights=np.repeat(error, width), minlength=size) + _RIDGE * found) / scale
        mean = 0.9 * mean + 0.1 * slope
        square = 0.999 * square + 0.001 * slope**2
        found -= rate * (mean / (1 - 0.9**step)) / (np.sqrt(square / (1 - 0.999**step)) + 1e-8)
        rate *= 0.95 if step > 0.6 * _STEPS else 1.0
    return found


def title_examples(text: str, truth: str) -> list[Example]:
    """The lines of a dump that could be its headline, if the true one is among them."""
    page = read_page(original_of(text, "page"), None, CleaningSettings())
    start = first_prose(page.looks, article_pieces(page, ()))
    rows = [(own, same_words(page.looks[index].piece.text, truth)) for index, own in title_traits(page.looks, start)]
    hits = sum(label for _, label in rows)
    return [
        Example(traits=own, label=label, weight=100 / hits if label else 200 / len(rows)) for own, label in rows if hits
    ]


def write(model: str, training: Sequence[Example]) -> None:
    """Write a table of weights, one trait a line."""
    rows = [f"{trait}\t{weight}\n" for trait, weight in sorted(fit(training).items())]
    (_TABLES / f"{model}.tsv").write_text("".join(rows), encoding="utf-8")


_ABOVE: Final = (
    "Skip to main content\n\n{title}\n\n  • Author:\n  • Updated:\n\n",
    "{title}\n\n",
    "Home\nNews\n\n{title}\n\nBy Jane Doe\n\nMarch 3, 2017\n\n",
    "Skip to content\nMenu\n{title}\n\n",
)
_BELOW: Final = (
    "\n\nPopular Video",
    "\n\nMore from News\n\nFive Things To Know This Week\n\nAnother Headline\n\n© 2017 Example. All rights reserved.",
    "",
    "\n\nShare\nTweet\nEmail\n\nRelated Articles\n\nAn Older Story About The Same Thing",
)


def bare_page(page: Mapping[str, str], number: int) -> str:
    """A page like those of a main-content extractor: the true article between a few lines of furniture."""
    above, below = _ABOVE[number % len(_ABOVE)], _BELOW[number // len(_ABOVE) % len(_BELOW)]
    return above.format(title=page["title"] or "A Headline") + page["body"] + below


def main(corpora: Path, dumps: Path) -> None:
    """Write both tables; titles come second, since they are looked for above the prose."""
    styles = sorted(path for path in dumps.iterdir() if path.is_dir())
    articles = list(gold_articles(corpora))
    pages = [
        ((style / f"{Path(page['file']).name.split('.')[0]}.txt").read_text(encoding="utf-8"), page)
        for page in articles
        for style in styles
    ]
    pages += [(bare_page(page, number), page) for number, page in enumerate(articles)]
    write("prose", [example for text, page in pages for example in examples(text, page["body"])])
    weights.cache_clear()
    write("title", [example for text, page in pages for example in title_examples(text, page["title"] or "")])


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
