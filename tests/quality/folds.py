"""Cleaning with models that have not seen the page: each third of html/web by what the other two taught.

Every model is kept below ``build/quality/folds`` by the digest of the code, the packages and the pages it comes from.
"""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager
from itertools import chain
from pathlib import Path
from typing import Any, Final
from unittest.mock import patch

from generator.cleaning import html_body, prose
from tests.quality import train_cleaning, train_html
from tests.quality.dumps import STYLES, render
from tests.quality.gold import Page

FOLDS: Final = 3
_ROOT: Final = Path(__file__).parents[2]
_CACHE: Final = _ROOT / "build" / "quality" / "folds"
_FEATURES: Final = (_ROOT / "generator" / "cleaning", _ROOT / "generator" / "text")
_LEARNING: Final = ("boosting.py", "dumps.py", "folds.py", "train_cleaning.py", "train_html.py")


def _code() -> Any:
    """The hash of everything that decides what a model learns."""
    files = [path for folder in _FEATURES for path in sorted(folder.rglob("*")) if path.suffix in {".py", ".txt"}]
    digest = hashlib.sha256()
    for path in [*files, *(Path(__file__).parent / name for name in _LEARNING)]:
        digest.update(path.read_bytes())
    return digest


# Taken when the code is loaded: others may edit it while this runs.
_CODE: Final = _code()


def part_of(pages: Sequence[Page], part: int) -> list[Page]:
    """The pages of one part; the models of the part were made from the others."""
    return list(pages[part::FOLDS])


@contextmanager
def unseen_dumps(pages: Sequence[Page], part: int) -> Iterator[None]:
    """Inside, dumps are cleaned by weights that were learned from all parts but one."""
    tables = _kept(f"dumps-{part}", pages, lambda: _weights(_others(pages, part)))
    with patch.object(prose, "weights", lambda model="prose": tables[model]):
        yield


@contextmanager
def unseen_pages(pages: Sequence[Page], part: int) -> Iterator[None]:
    """Inside, HTML is cleaned by trees that were built from all parts but one."""
    rows = _kept(f"trees-{part}", pages, lambda: _tree_rows(_others(pages, part)))
    grown: dict[str, list[list[str]]] = {}
    for line in rows:
        tree, *row = line.split("\t")
        grown.setdefault(tree, []).append(row)
    trees = tuple(html_body._tree(table) for table in grown.values())
    with patch.object(html_body, "trees", lambda: trees):
        yield


def _others(pages: Sequence[Page], part: int) -> list[Page]:
    return [page for number, page in enumerate(pages) if number % FOLDS != part]


def _weights(pages: Sequence[Page]) -> Mapping[str, Mapping[str, float]]:
    """Both tables of ``train_cleaning.main``, learned from these pages only."""
    texts = [(render(page, style).text, page) for page in pages for style in STYLES]
    gold = [{"title": page.truth.title, "body": page.truth.body} for page in pages]
    bare = [train_cleaning.bare_page(page, number) for number, page in enumerate(gold)]
    texts += list(zip(bare, pages, strict=True))
    learned = train_cleaning.fit(
        list(chain.from_iterable(train_cleaning.examples(text, page.truth.body) for text, page in texts))
    )
    with patch.object(prose, "weights", lambda _model="prose": learned):
        titles = [train_cleaning.title_examples(text, page.truth.title) for text, page in texts]
    return {"prose": learned, "title": train_cleaning.fit(list(chain.from_iterable(titles)))}


def _tree_rows(pages: Sequence[Page]) -> list[str]:
    found = [train_html.page_of(page.html, page.truth.body) for page in pages]
    known = [page for page in found if page is not None]
    names = train_html.columns(known)
    return train_html.lines(train_html.build(known, names), names)


def _kept(name: str, pages: Sequence[Page], make: Callable[[], Any]) -> Any:
    """What was made before from the same code and pages, else made now."""
    path = _CACHE / f"{name}-{_digest(pages)}.json"
    if not path.is_file():
        made = make()
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(json.dumps(made), encoding="utf-8")
    return json.loads(path.read_text(encoding="utf-8"))


def _digest(pages: Sequence[Page]) -> str:
    digest = _CODE.copy()
    for page in pages:
        digest.update(page.id.encode() + page.truth.body.encode())
    return str(digest.hexdigest()[:24])
