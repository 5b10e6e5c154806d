"""What is named in a text, case by case: tests/golden/language holds one text a file."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from generator.language import analyze, load_model
from generator.model import Block, CleanArticle

_GOLDEN = Path(__file__).parent.parent / "golden" / "language"
_FILES = sorted(_GOLDEN.glob("*.yml"))
_KINDS = {"people": "person", "places": "place", "things": "thing"}


@pytest.mark.parametrize("path", _FILES, ids=[path.stem for path in _FILES])
def test_case(path: Path) -> None:
    """The text of the case names what its file says, and nothing that its file rules out."""
    case = yaml.safe_load(path.read_text(encoding="utf-8"))
    text = case["text"].strip()
    code = [(text.index(piece), len(piece)) for piece in case.get("code", ())]
    blocks = tuple(Block(kind="code", start=start, end=start + length) for start, length in code)
    found = analyze(CleanArticle(id="a", text=text, blocks=blocks), load_model("en")).mentions
    for key, kind in _KINDS.items():
        if key in case:
            assert [mention.text for mention in found if mention.kind == kind] == case[key], case["what"]
    assert not {mention.text for mention in found} & set(case.get("absent", ())), case["what"]
    for kind, names in case.get("absent_kinds", {}).items():
        assert not {mention.text for mention in found if mention.kind == kind} & set(names), case["what"]
