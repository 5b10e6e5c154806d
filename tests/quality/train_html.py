"""Builds the trees that choose the body of a page, ``generator/cleaning/data/html_trees.tsv``, from known articles.

Run as ``python -m tests.quality.train_html CORPORA``: the same pages give the same trees. ``--folds`` only measures:
each fifth of the pages is cleaned by trees that were built from the other four.
"""

from __future__ import annotations

import gzip
import re
import sys
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from generator.cleaning.html_blocks import page_blocks
from generator.cleaning.html_choice import TREES
from generator.cleaning.html_traits import page_traits
from generator.cleaning.html_tree import DEEPEST, parse_page
from generator.cleaning.html_wording import CONTROLS
from tests.quality.boosting import Array, Node, boost, predict
from tests.quality.cleaning_metrics import gold_articles, macro_f1, overlap

_DATA: Final = Path(__file__).parents[2] / "generator" / "cleaning" / "data"
_TOKEN: Final = re.compile(r"\w+")
_ROUNDS: Final = 150
_FOLDS: Final = 5
_LONG: Final = 6
_GRAM: Final = 4
_MOST: Final = 0.6
_RAREST: Final = 200
"""A trait that fewer blocks than this have is left out: it would be learned by heart."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """The blocks of one page, measured, with what is right for each."""

    body: str
    texts: Sequence[str]
    traits: Mapping[str, Array]
    right: Sequence[bool]

    @property
    def weights(self) -> Array:
        """What each block counts: by its words, and less the more the page has."""
        sizes = np.array([min(60, 3 + len(text.split())) for text in self.texts], dtype=float)
        return sizes / sizes.sum() ** 0.5  # type: ignore[no-any-return]


def right_blocks(texts: Sequence[str], body: str) -> list[bool]:
    """Which blocks stand in the body: long ones by their 4-grams, short ones by what stands right beside them there."""
    words = _TOKEN.findall(body.lower())
    whole = f" {' '.join(words)} "
    grams = {tuple(words[start : start + _GRAM]) for start in range(len(words) - _GRAM + 1)}
    tokens = [_TOKEN.findall(text.lower()) for text in texts]
    right: list[bool | None] = [None if 0 < len(own) < _LONG else _overlaps(own, grams) for own in tokens]
    before: list[str] = []
    for index, own in enumerate(tokens):
        if right[index] is None:
            after = next((other for other in tokens[index + 1 : index + 4] if other), [])
            right[index] = _stands_beside(own, before, after, whole)
        if right[index]:
            before = own
    return [bool(one) for one in right]


def _overlaps(own: Sequence[str], grams: set[tuple[str, ...]]) -> bool:
    mine = [tuple(own[start : start + _GRAM]) for start in range(len(own) - _GRAM + 1)]
    return bool(mine) and sum(1 for gram in mine if gram in grams) >= _MOST * len(mine)


def _stands_beside(own: Sequence[str], before: Sequence[str], after: Sequence[str], whole: str) -> bool:
    alone = f" {' '.join(own)} "
    if len(own) >= 3 and alone in whole:
        return True
    if before:
        return f" {' '.join([*before[-4:], *own])} " in whole
    return (bool(after) and f" {' '.join([*own, *after[:4]])} " in whole) or whole.startswith(alone)


def html_of(corpora: Path, name: str) -> str:
    """The decoded page of a gold row."""
    return gzip.decompress((corpora / "html" / "web" / name).read_bytes()).decode("utf-8", "replace")


def pages(corpora: Path) -> list[Page]:
    """The articles of the corpus with what is right for each block."""
    found = []
    for gold in gold_articles(corpora):
        root = parse_page(html_of(corpora, gold["file"]), DEEPEST)
        blocks = page_blocks(root) if root is not None else ()
        if root is None or not blocks:
            continue
        texts = [block.text for block in blocks]
        right = [
            one and block.element.tag not in CONTROLS
            for one, block in zip(right_blocks(texts, gold["body"]), blocks, strict=True)
        ]
        found.append(Page(body=gold["body"], texts=texts, traits=page_traits(blocks), right=right))
    return found


def columns(found: Sequence[Page]) -> list[str]:
    """The traits that enough blocks have."""
    counts: dict[str, int] = {}
    for page in found:
        for name, column in page.traits.items():
            counts[name] = counts.get(name, 0) + int(np.count_nonzero(column))
    return sorted(name for name, count in counts.items() if count >= _RAREST)


def table(found: Sequence[Page], names: Sequence[str]) -> Array:
    """A row a block, a column a trait."""
    return np.concatenate(
        [np.stack([page.traits.get(name, np.zeros(len(page.texts))) for name in names], axis=1) for page in found]
    )


def build(found: Sequence[Page], names: Sequence[str]) -> list[list[Node]]:
    """The trees of some pages; a page whose body is not on it teaches nothing."""
    taught = [page for page in found if sum(page.right) > 1]
    answers = np.array([float(one) for page in taught for one in page.right])
    return boost(table(taught, names), answers, np.concatenate([page.weights for page in taught]), _ROUNDS)


def measure(found: Sequence[Page], names: Sequence[str]) -> str:
    """F1 of bodies that were chosen by trees which had not seen their page."""
    overlaps = []
    for fold in range(_FOLDS):
        trees = build([page for number, page in enumerate(found) if number % _FOLDS != fold], names)
        for page in found[fold::_FOLDS]:
            chosen = [
                text for text, value in zip(page.texts, predict(trees, table([page], names)), strict=True) if value > 0
            ]
            overlaps.append(overlap("\n\n".join(chosen), page.body))
    return f"F1 of unseen pages: {macro_f1(overlaps):.4f}"


def lines(trees: Sequence[Sequence[Node]], names: Sequence[str]) -> list[str]:
    """The trees as lines of the table: tree, trait, threshold, below, above, value."""
    return [
        "\t".join(
            (
                str(number),
                names[node.column] if node.column >= 0 else "",
                f"{node.threshold:.6g}",
                str(node.below),
                str(node.above),
                f"{node.value:.4g}",
            )
        )
        for number, tree in enumerate(trees)
        for node in tree
    ]


def main() -> None:
    """Build the table, or measure in folds."""
    found = pages(Path(sys.argv[1]))
    names = columns(found)
    print(f"{len(found)} pages, {sum(len(page.texts) for page in found)} blocks, {len(names)} traits")
    if "--folds" in sys.argv:
        print(measure(found, names))
        return
    (_DATA / TREES).write_text("\n".join(lines(build(found, names), names)) + "\n", "utf-8")


if __name__ == "__main__":
    main()
