"""What repeats over the originals of an outlet, and what of it maintainers may pin or refuse."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from generator.cleaning import survey
from generator.cleaning.learned import as_rule, is_open, words_of
from generator.config.schema import SiteConfig
from generator.model import Furniture, LearnedLine, Original, Repeats
from generator.stages.running import Means, Stage, as_json, run
from generator.stages.settings import cleaning_settings
from generator.store.cache import stage_key
from generator.store.version import code_digest
from generator.workers import Overrun, Workers

_Sought = tuple[Original, Repeats, frozenset[str]]
"""An original, what repeats in it, and which of that no original before it has."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Surveyed:
    """What the survey has learned from all originals together."""

    furniture: Mapping[str, Furniture]
    """Outlet key -> the lines that repeat over its originals."""
    repeats: tuple[Repeats, ...]
    """What each original needs to know of it, in their order."""


def survey_all(originals: Sequence[Original], means: Means) -> Surveyed:
    """The furniture of every outlet, and which of it stands in each original."""
    code = stage_key(code_digest("cleaning"), as_json(means.workers.measure))
    stage: Stage[Original, tuple[str, ...]] = Stage(
        name="survey",
        gives=tuple[str, ...],
        key=lambda original: stage_key(code, original.form, original.text),
        compute=lambda batch: lines_of_all(batch, means.workers),
    )
    return surveyed(originals, tuple(run(stage, originals, means)))


def lines_of_all(originals: Sequence[Original], workers: Workers) -> list[tuple[str, ...]]:
    """The lines of each original; of one that takes too much, none: cleaning will say so."""
    found = workers.map(survey.lines_of, originals, size_of)
    return [() if isinstance(lines, Overrun) else lines for lines in found]


def surveyed(originals: Sequence[Original], lines: Sequence[tuple[str, ...]]) -> Surveyed:
    """What is learned from the lines of each original (see ``survey.lines_of``)."""
    by_outlet: defaultdict[str, dict[str, tuple[str, ...]]] = defaultdict(dict)
    for original, found in zip(originals, lines, strict=True):
        by_outlet[original.outlet.key][original.id] = found
    furniture = {outlet: survey.furniture(outlet, by_outlet[outlet]) for outlet in sorted(by_outlet)}
    return Surveyed(
        furniture=furniture,
        repeats=tuple(
            survey.repeats(furniture[original.outlet.key], found)
            for original, found in zip(originals, lines, strict=True)
        ),
    )


def learned_lines(
    originals: Sequence[Original], learned: Surveyed, config: SiteConfig, means: Means
) -> tuple[LearnedLine, ...]:
    """The furniture that was learned and that no rule speaks of, by outlet, the commonest lines first."""
    settings, code = cleaning_settings(config), code_digest("cleaning")
    asked: defaultdict[str, set[str]] = defaultdict(set)
    sought: list[_Sought] = []
    for original, known in zip(originals, learned.repeats, strict=True):
        if new := frozenset(known) - asked[original.outlet.key]:
            asked[original.outlet.key] |= new
            sought.append((original, known, new))
    stage: Stage[_Sought, dict[str, str]] = Stage(
        name="learned",
        gives=dict[str, str],
        key=lambda one: stage_key(code, one[0].form, one[0].text, as_json(sorted(one[2]))),
        compute=lambda batch: [
            {} if isinstance(words, Overrun) else words
            for words in means.workers.map(_words, batch, lambda one: size_of(one[0]))
        ],
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


def _words(sought: _Sought) -> dict[str, str]:
    return words_of(sought[0], sought[2])


def size_of(original: Original) -> int:
    """What the work on an original is measured by."""
    return len(original.text)
