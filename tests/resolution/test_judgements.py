"""Judgements as the resolver reads them."""

from __future__ import annotations

from dataclasses import replace

from generator.config.schema import Judgement, JudgementsFile
from generator.resolution.judgements import hashed, judged_people
from tests.resolution.cases import config_of


def test_a_private_name_is_known_by_its_hash_alone() -> None:
    """Case, accents and dots do not matter; the file names nobody, and no salt gives the same line twice."""
    line = hashed("Zoë Roe", "5a17")
    assert "roe" not in line.casefold()
    assert line != hashed("Zoë Roe", "a5a1")
    file = JudgementsFile(version=1, judgements=(Judgement(private=(line,)),))
    judged = judged_people(replace(config_of(), judgements=file))
    assert judged.is_private("", ("Anna Quill", "ZOE ROE"))
    assert not judged.is_private("", ("Anna Quill",))
