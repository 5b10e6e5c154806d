"""``make quality``: how good cleaning, people and topics are, beside the alternatives in the same run.

``python -m tests.quality [SUBJECT …] [--sample N] [--corpora DIR] [--folds N|--in-sample]``.
What is measured and how is told in docs/quality.md.
"""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Final

from tests.quality import (
    by_markup,
    gold,
    of_code,
    of_dumps,
    of_exactness,
    of_exports,
    of_headings,
    of_labels,
    of_languages,
    of_levels,
    of_lists,
    of_pages,
    of_people,
    of_records,
    of_seams,
    of_tools,
    of_topics,
)
from tests.quality.folds import FOLDS
from tests.quality.of_dumps import UNSEEN
from tests.quality.tables import Table

Measure = Callable[[argparse.Namespace], Iterator[Table]]


def _cleaning(asked: argparse.Namespace) -> Iterator[Table]:
    yield from of_dumps.tables(asked.corpora, asked.sample, parts=asked.folds)
    yield from of_exactness.tables(asked.corpora, asked.sample, parts=asked.folds)
    yield from of_labels.tables(asked.corpora)
    yield from of_seams.tables(asked.corpora, asked.sample, parts=asked.folds)
    for measure in (of_headings, of_levels, of_code, of_lists):
        yield by_markup.answer(measure.QUESTION, asked.corpora, asked.sample, parts=asked.folds)
    yield from of_records.tables(asked.corpora)


def _tools(asked: argparse.Namespace) -> Iterator[Table]:
    return of_tools.tables(asked.corpora, asked.sample, parts=asked.folds)


def _languages(_asked: argparse.Namespace) -> Iterator[Table]:
    return of_languages.tables()


def _exports(_asked: argparse.Namespace) -> Iterator[Table]:
    return of_exports.tables()


def _html(asked: argparse.Namespace) -> Iterator[Table]:
    return of_pages.tables(asked.corpora, asked.sample, parts=asked.folds)


def _people(asked: argparse.Namespace) -> Iterator[Table]:
    return of_people.tables(asked.corpora)


def _topics(asked: argparse.Namespace) -> Iterator[Table]:
    return of_topics.tables(asked.corpora)


SUBJECTS: Final[Mapping[str, Measure]] = {
    "cleaning": _cleaning,
    "tools": _tools,
    "languages": _languages,
    "exports": _exports,
    "html": _html,
    "people": _people,
    "topics": _topics,
}


def main() -> int:
    """Print a table a subject; 1 where the corpora are not there."""
    parser = argparse.ArgumentParser(prog="python -m tests.quality", description=__doc__.partition("\n")[0])
    parser.add_argument("subjects", nargs="*", metavar="SUBJECT", help=f"one of {', '.join(SUBJECTS)}; default: all")
    parser.add_argument(
        "--sample", type=int, metavar="N", help="only the same N pages of every set of cleaning and html"
    )
    parser.add_argument("--corpora", type=Path, default=gold.DEFAULT, help="where the development corpora are")
    unseen = parser.add_mutually_exclusive_group()
    unseen.add_argument(
        "--folds",
        type=int,
        choices=range(1, FOLDS + 1),
        default=FOLDS,
        help=f"how many of the {FOLDS} parts of html/web are cleaned by models that have not seen them; default: all",
    )
    unseen.add_argument("--in-sample", dest="folds", action="store_const", const=0, help="none of them")
    asked = parser.parse_args()
    if unknown := set(asked.subjects) - set(SUBJECTS):
        parser.error(f"unknown subject: {', '.join(sorted(unknown))}")
    if not asked.corpora.is_dir():
        print(f"There are no corpora in {asked.corpora}: name their folder with --corpora.", file=sys.stderr)
        return 1
    if 0 < asked.folds < FOLDS:
        print(f"`{UNSEEN}` is of {asked.folds} in {FOLDS} pages, the other columns of all: they do not compare.\n")
    for subject in asked.subjects or SUBJECTS:
        for table in SUBJECTS[subject](asked):
            print(table, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
