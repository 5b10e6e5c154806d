"""Why the model of prose kept or removed the lines of a dump: the traits that weighed most."""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np

from generator.cleaning.dump.features import SHARE, TREES, scores, traits
from generator.cleaning.dump.page import read_page
from generator.cleaning.dump.prose import weights
from generator.cleaning.dump.sheet import sheet_of
from generator.cleaning.dump.surroundings import surroundings
from generator.cleaning.pieces.forest import read_forest
from generator.cleaning.pieces.looks import Look
from generator.cleaning.pieces.markdown_pages import is_page
from generator.cleaning.settings import CleaningSettings, settings_for
from generator.model import Original, Repeats

Numbers = np.ndarray[Any, np.dtype[Any]]

_STRONGEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What the model says of one line: above 0 it speaks for the article, below against it."""

    score: float
    strongest: tuple[tuple[str, float], ...]
    """Traits with what they add to the score, those first that add or take most."""


def reasons_of(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> dict[int, Reasons]:
    """Number of each raw line of a dump -> what the model says of the paragraph that it is part of.

    Of other forms nothing: their lines are not judged one by one. Nor is a line that was read as several judged whole.
    """
    if original.form != "text" and not (original.form == "markdown" and is_page(original.text)):
        return {}
    page = read_page(original, repeats, settings_for(original, settings))
    looks, dump = page.looks, page.unlinked
    found: dict[int, Reasons] = {}
    for look, score, added in zip(looks, scores(looks), _added(looks), strict=True):
        strongest = sorted(added.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_STRONGEST]
        found |= dict.fromkeys(look.piece.numbers, Reasons(score=round(score, 2), strongest=tuple(strongest)))
    found |= {number: found[home] for number, home in dump.homes.items() if home in found}
    if not dump.origins:
        return found
    parts = Counter(dump.origins)
    whole = ((dump.origins[number - 1], reasons) for number, reasons in found.items())
    return {number: reasons for number, reasons in whole if parts[number] == 1}


def _added(looks: Sequence[Look]) -> list[dict[str, float]]:
    """What each trait adds to the score of every piece: its weight, or what it changes in the trees."""
    known = weights()
    found = [{trait: SHARE * known[trait] for trait in own if trait in known} for own in traits(looks)]
    for trait, change in _changed(looks).items():
        for added, value in zip(found, change.tolist(), strict=True):
            added[trait] = (1 - SHARE) * value
    return [{trait: round(value, 2) for trait, value in added.items() if round(value, 2)} for added in found]


def _changed(looks: Sequence[Look]) -> Mapping[str, Numbers]:
    """By how much the trees would say otherwise were a piece in a trait like its page's middle one, for each trait."""
    if not looks:
        return {}
    forest, count, told = read_forest(TREES), len(looks), surroundings(sheet_of(looks))
    whole = forest.scores(told, count)
    usual = {trait: np.full(count, np.median(told[trait])) for trait in forest.traits}
    return {trait: whole - forest.scores({**told, trait: column}, count) for trait, column in usual.items()}
