"""Cleaning with models that have not seen the page: each third of html/web by what the other two taught.

The trainers themselves make the models, from fewer pages and into another folder: ``build/quality/folds``, where they
are kept by the digest of the code and the pages they come from.
"""

from __future__ import annotations

import hashlib
import os
from collections.abc import Callable, Collection, Iterator, Sequence
from contextlib import AbstractContextManager, contextmanager
from importlib import resources
from importlib.resources.abc import Traversable
from pathlib import Path
from types import ModuleType
from typing import Any, Final
from unittest.mock import patch

from generator.cleaning.dump import prose, tallies
from generator.cleaning.pieces import forest
from tests.quality import gold
from tests.quality.cleaning_metrics import gold_articles
from tests.quality.gold import Page
from tests.quality.trainers import OF_DUMPS, OF_PAGES

FOLDS: Final = 3
_ROOT: Final = Path(__file__).parents[2]
_BUILD: Final = _ROOT / "build" / "quality"
_FEATURES: Final = (_ROOT / "generator" / "cleaning", _ROOT / "generator" / "text")
_LEARNING: Final = (
    "boosting.py", "cleaning_metrics.py", "dumps.py", "folds.py", "forests.py", "lessons.py", "logistic.py",
    "page_items.py", "page_pictures.py", "page_strings.py", "tallying.py",
    *(f"{trainer.__name__.rpartition('.')[2]}.py" for trainer in (*OF_DUMPS, *OF_PAGES)),
)  # fmt: skip
_PACKAGE_FILES: Final = resources.files


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
def unseen_dumps(corpora: Path, part: int) -> Iterator[None]:
    """Inside, dumps are cleaned by weights that were learned from all parts but one."""
    with _reading(_kept("dumps", corpora, part, _learn_weights)):
        yield


@contextmanager
def unseen_pages(corpora: Path, part: int) -> Iterator[None]:
    """Inside, HTML is cleaned by trees that were built from all parts but one."""
    with _reading(_kept("trees", corpora, part, _learn_trees)):
        yield


def unseen(
    within: Callable[[Path, int], AbstractContextManager[None]],
    corpora: Path,
    pages: Sequence[Page],
    chosen: Sequence[Page],
    parts: int,
) -> Iterator[list[Page]]:
    """The chosen pages of each part; while they are worked on, the models have not seen them.

    Args:
        within: :func:`unseen_dumps` or :func:`unseen_pages`.
        corpora: Where the trainers find their pages.
        pages: All pages that the shipped models were learned from.
        chosen: Those of them that are measured.
        parts: Of how many parts of the pages.
    """
    wanted = {page.id for page in chosen}
    for part in range(parts):
        with within(corpora, part):
            yield [page for page in part_of(pages, part) if page.id in wanted]


def _learn_weights(corpora: Path, folder: Path, files: Collection[str]) -> None:
    _learn(OF_DUMPS, corpora, folder, files)


def _learn_trees(corpora: Path, folder: Path, files: Collection[str]) -> None:
    _learn(OF_PAGES, corpora, folder, files)


def _learn(trainers: Sequence[ModuleType], corpora: Path, folder: Path, files: Collection[str]) -> None:
    pages = [page for page in gold.pages(corpora, "web") if page.id.partition("/")[2] in files]
    for trainer in trainers:
        (folder / trainer.TABLE).write_text(trainer.build(pages), encoding="utf-8")


def _kept(name: str, corpora: Path, part: int, learn: Callable[[Path, Path, Collection[str]], None]) -> Path:
    """The folder of models that were made of all parts but one, now or in an earlier run."""
    rows = [row for number, row in enumerate(gold_articles(corpora)) if number % FOLDS != part]
    digest = _CODE.copy()
    for row in rows:
        digest.update(f"{row['file']} {row['title']} {row['body']}".encode())
    folder = _BUILD / "folds" / f"{name}-{part}-{digest.hexdigest()[:24]}"
    if not folder.is_dir():
        unfinished = folder.with_name(f"{folder.name}.{os.getpid()}")
        unfinished.mkdir(parents=True)
        with _reading(unfinished):
            learn(corpora, unfinished, {row["file"] for row in rows})
        unfinished.rename(folder)
    return folder


@contextmanager
def _reading(folder: Path) -> Iterator[None]:
    """Inside, cleaning reads those of its models from a folder that stand there."""
    _forget()
    with patch.object(resources, "files", lambda package: _Overlay(_PACKAGE_FILES(package), folder)):
        yield
    _forget()


def _forget() -> None:
    """Let the models be read anew."""
    for module in (forest, prose, tallies):
        for value in vars(module).values():
            if hasattr(value, "cache_clear"):
                value.cache_clear()


class _Overlay:
    """A package's files, some of them replaced."""

    def __init__(self, files: Traversable, folder: Path) -> None:
        self._files, self._folder = files, folder

    def joinpath(self, *parts: str) -> Traversable:
        """The file of that name in the folder, else the package's."""
        replaced = self._folder / parts[-1].rpartition("/")[2]
        return replaced if replaced.is_file() else self._files.joinpath(*parts)
