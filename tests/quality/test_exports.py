"""Floors for files of other programs, which are part of this repository."""

from __future__ import annotations

import pytest

from tests.quality.of_exports import KINDS, PARTS, score_of
from tests.quality.test_floors import figures_of, hold


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("kind", KINDS)
def test_files_of_other_programs(kind: str, part: str) -> None:
    """Every article of a file is found, with what the file tells of it."""
    hold(f"exports, {kind}", figures_of(score_of(kind, part).tally))
