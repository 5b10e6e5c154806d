"""What cleaning leaves out of records whose text somebody has taken from its page already: jsonl/congress-press.

Nobody says line by line what of it is the article. But of a press release the first paragraph is, and little else is
not: what is left out by the model of whole pages alone, by no rule that names a reason, is most likely lost.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Final

from generator import ingest
from generator.cleaning import clean, survey
from generator.cleaning.account import OUTSIDE
from generator.config import default_site_config
from generator.model import CleanArticle, Original
from generator.stages import cleaning_settings, surveyed
from tests.quality.tables import Table

FOLDER: Final = Path("jsonl", "congress-press")
_COLUMNS: Final = ("records", "number", "words left out", "of these outside the article", "records without their lead")
_NOTE: Final = (
    "Each record cleaned with the others of its outlet. Words: of all in their texts. Without their lead: a first line "
    "of twelve words and more that ends as a sentence does is left out by no rule of its own."
)
_LEAD: Final = 12
_ENDS: Final = (".", "”", '"', "!", "?", ":")

Pair = tuple[Original, CleanArticle]


def cleaned(corpora: Path, every: int = 1) -> Iterator[Pair]:
    """Every so manieth file's records, and what they become."""
    folder, config = corpora / FOLDER, default_site_config()
    context, settings = ingest.make_context(folder, config, {}), cleaning_settings(config)
    files = ingest.discover(folder)[::every]
    originals = [item for file in files for item in ingest.read(file, context) if isinstance(item, Original)]
    learned = surveyed([one.row for one in originals], [survey.lines_of(one) for one in originals])
    for original, repeats in zip(originals, learned.repeats, strict=True):
        yield original, clean(original, repeats, settings)


def share_outside(pairs: Sequence[Pair]) -> tuple[float, float]:
    """The share of all words that is left out, and of these the share for which no rule is told but the model's."""
    left = [(rule, words) for pair in pairs for rule, words in _left_out(*pair)]
    words = sum(words for _, words in left)
    outside = sum(words for rule, words in left if rule == OUTSIDE)
    return words / sum(len(original.text.split()) for original, _ in pairs), outside / words


def without_lead(pairs: Iterable[Pair]) -> list[str]:
    """Ids of the records of which the model has left out the first line, a sentence."""
    return [original.id for original, article in pairs if _lacks_lead(original, article)]


def _left_out(original: Original, article: CleanArticle) -> Iterator[tuple[str, int]]:
    lines = original.text.split("\n")
    for told in article.account:
        if told.fate == "removed":
            yield told.rule, len(lines[told.number - 1].split())


def _lacks_lead(original: Original, article: CleanArticle) -> bool:
    said = ((line.strip(), told) for line, told in zip(original.text.split("\n"), article.account, strict=True))
    line, told = next(((line, told) for line, told in said if line), ("", None))
    is_lead = len(line.split()) >= _LEAD and line.endswith(_ENDS)
    return is_lead and told is not None and told.rule == OUTSIDE


def tables(corpora: Path) -> Iterator[Table]:
    """One row: what becomes of the records."""
    pairs = list(cleaned(corpora))
    table = Table(title="Records: what is left out of them", columns=_COLUMNS, notes=(_NOTE,))
    table.add(FOLDER.as_posix(), len(pairs), *share_outside(pairs), len(without_lead(pairs)))
    yield table
