"""What repeats over the originals of an outlet, and what of it maintainers may pin or refuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from generator import ingest
from generator.cleaning import survey
from generator.cleaning.learned import as_rule, is_open, words_of
from generator.config.schema import SiteConfig
from generator.model import Furniture, LearnedLine, Original, OriginalRow, Repeats
from generator.stages.running import Means, Stage, as_json, code_of, run
from generator.stages.settings import cleaning_settings
from generator.stages.texts import with_texts
from generator.store.cache import stage_key
from generator.workers import Overrun, Workers

_Sought = tuple[OriginalRow, Repeats, frozenset[str]]
"""An original, what repeats in it, and which of that no original before it has."""


_OF_SITES: Final = frozenset({"address", "metadata"})
"""What tells an outlet and is the same for all pages of a site; a folder may hold whatever was dropped into it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What the survey has learned from all originals together."""

    furniture: Mapping[str, Furniture]
    """Outlet key -> the lines that repeat over its originals."""
    repeats: tuple[Repeats, ...]
    """What each original needs to know of it, in their order."""


def survey_all(originals: Sequence[OriginalRow], library: ingest.Library, means: Means) -> Surveyed:
    """The furniture of every outlet, and which of it stands in each original."""
    code = stage_key(code_of("survey"), as_json(means.workers.measure))
    stage: Stage[OriginalRow, tuple[str, ...]] = Stage(
        name="survey",
        gives=tuple[str, ...],
        key=lambda original: stage_key(code, original.form, original.digest),
        compute=lambda missing: lines_of_all(missing, library, means.workers),
    )
    return surveyed(originals, run(stage, originals, means))


def lines_of_all(
    originals: Sequence[OriginalRow], library: ingest.Library, workers: Workers
) -> Iterator[tuple[int, tuple[str, ...]]]:
    """Place and lines of each original, in any order; of one that takes too much, none: cleaning will say so."""
    for place, lines in with_texts(_lines, [(original, None) for original in originals], library, workers):
        yield place, () if isinstance(lines, Overrun) else lines


def _lines(pair: tuple[Original, None]) -> tuple[str, ...]:
    return survey.lines_of(pair[0])


def surveyed(originals: Sequence[OriginalRow], lines: Sequence[tuple[str, ...]]) -> Surveyed:
    """What is learned from the lines of each original (see ``survey.lines_of``)."""
    by_outlet: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for original, found in zip(originals, lines, strict=True):
        by_outlet[original.outlet.key][original.id] = found
    sites = {original.outlet.key for original in originals if original.outlet.basis in _OF_SITES}
    furniture = {
        outlet: survey.furniture(outlet, by_outlet[outlet], is_one_site=outlet in sites) for outlet in sorted(by_outlet)
    }
    return Surveyed(
        furniture=furniture,
        repeats=tuple(
            survey.repeats(furniture[original.outlet.key], found)
            for original, found in zip(originals, lines, strict=True)
        ),
    )


def learned_lines(
    originals: Sequence[OriginalRow], learned: Surveyed, config: SiteConfig, library: ingest.Library, means: Means
) -> tuple[LearnedLine, ...]:
    """The furniture that was learned and that no rule speaks of, by outlet, the commonest lines first."""
    settings, code = cleaning_settings(config), code_of("learned")
    asked: defaultdict[str, set[str]] = defaultdict(set)
    sought: list[_Sought] = []
    for original, known in zip(originals, learned.repeats, strict=True):
        if new := frozenset(known) - asked[original.outlet.key]:
            asked[original.outlet.key] |= new
            sought.append((original, known, new))

    def compute(missing: Sequence[_Sought]) -> Iterator[tuple[int, dict[str, str]]]:
        pairs = [(original, new) for original, _, new in missing]
        for place, words in with_texts(_words, pairs, library, means.workers):
            yield place, {} if isinstance(words, Overrun) else words

    stage: Stage[_Sought, dict[str, str]] = Stage(
        name="learned",
        gives=dict[str, str],
        key=lambda one: stage_key(code, one[0].form, one[0].digest, as_json(sorted(one[2]))),
        compute=compute,
    )
    found = [
        LearnedLine(
            outlet=original.outlet.key,
            line=as_rule(line),
            files=learned.furniture[original.outlet.key].lines[mark],
            of=learned.furniture[original.outlet.key].files,
            example=original.id,
        )
        for (original, known, _), words in zip(sought, run(stage, sought, means), strict=True)
        for mark, line in words.items()
        if is_open(line, original, known, settings)
    ]
    return tuple(sorted(found, key=lambda one: (one.outlet, -one.files, one.line)))


def _words(pair: tuple[Original, frozenset[str]]) -> dict[str, str]:
    return words_of(*pair)
