"""What a line of a known shape says of the place where it stands."""

from __future__ import annotations

from generator.cleaning.pieces.looks import Look


def stands_alone(look: Look) -> bool:
    """Whether a line is furniture wherever it stands, and says nothing of the lines around it: ``Advertisement``."""
    return look.shape is not None and look.shape.effect == "line"


def leads_away(look: Look) -> bool:
    """Whether a line speaks for those below it, which are of other articles or of the site: ``Most popular``."""
    return look.shape is not None and look.shape.effect != "line"
