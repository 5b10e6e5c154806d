"""Why the model of prose kept or removed the lines of a dump: the traits that weighed most."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Final

from generator.cleaning.features import traits
from generator.cleaning.prose import score, weights
from generator.cleaning.settings import CleaningSettings, settings_for
from generator.cleaning.text import read_page
from generator.model import Original, Repeats

_STRONGEST: Final = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class Reasons:
    """What the model says of one line: above 0 it speaks for the article, below against it."""

    score: float
    strongest: tuple[tuple[str, float], ...]
    """Traits with their weights, those first that weigh most."""


def reasons_of(original: Original, repeats: Repeats | None, settings: CleaningSettings) -> dict[int, Reasons]:
    """Number of each raw line of a dump -> what the model says of the paragraph that it is part of.

    Of other forms nothing: their lines are chosen by trees, in which no single trait decides.
    """
    if original.form != "text":
        return {}
    known = weights()
    looks = read_page(original, repeats, settings_for(original, settings)).looks
    found: dict[int, Reasons] = {}
    for look, own in zip(looks, traits(looks), strict=True):
        weighed = {trait: round(known[trait], 2) for trait in own if trait in known}
        strongest = sorted(weighed.items(), key=lambda pair: (-abs(pair[1]), pair[0]))[:_STRONGEST]
        reasons = Reasons(score=round(score(own), 2), strongest=tuple(strongest))
        found |= dict.fromkeys(look.piece.numbers, reasons)
    return found
