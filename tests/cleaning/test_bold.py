"""Lines in bold over text are headings."""

from __future__ import annotations

import pytest

from generator.cleaning.markdown.clean import clean_markdown
from generator.cleaning.pieces.blocks import Part
from generator.cleaning.pieces.bold import with_bold_headings
from generator.cleaning.pieces.marks import Anchor
from generator.cleaning.settings import CleaningSettings
from generator.model import BlockKind
from tests.cleaning.conftest import MakeOriginal
from tests.cleaning.test_html import BODY, cleaned

TEXT = "The council voted on Monday to rebuild the old pier."


def leveled(*lines: str) -> list[tuple[str, int]]:
    """The headings of a body whose lines in bold stand in asterisks, those that were headings behind signs."""
    parts, bold = [], []
    for line in lines:
        level = line.count("#")
        parts.append(Part("heading" if level else "paragraph", level, line.strip("#* "), ()))
        bold.append(line.startswith("*"))
    return [(part.text, part.level) for part in with_bold_headings(parts, bold) if part.kind == "heading"]


def test_they_stand_below_the_heading_above_them() -> None:
    """The first ones of a page without headings are of the level of its sections."""
    question = "So if I were somebody who goes through this today, how would I know what of the south side is to come?"
    lines = ("*Boats*", TEXT, "## Piers", TEXT, "*North side*", TEXT, f"*{question}*", TEXT)
    assert leveled(*lines) == [("Boats", 2), ("Piers", 2), ("North side", 3), (question, 3)]


@pytest.mark.parametrize(
    "lines",
    [
        ("*Boats*", TEXT, TEXT),
        ("*Boats*", "*Piers*", TEXT, "*Nets*", "*Sails*", TEXT),
        ("*It is so.*", TEXT, "*We saw it!*", TEXT),
        ("*Boats*", "## Piers", TEXT, "*Nets*"),
        (f"*{TEXT} {TEXT}*", TEXT, f"*{TEXT} {TEXT}*", TEXT),
        ("Boats", TEXT, "Piers", TEXT),
    ],
    ids=["one alone", "in rows", "sentences", "over no text", "long", "not bold"],
)
def test_others_are_none(lines: tuple[str, ...]) -> None:
    """Whoever stresses a sentence does not head a section with it."""
    assert leveled(*lines) == [(line.strip("# "), 2) for line in lines if line.startswith("##")]


@pytest.mark.parametrize(
    ("asked", "others", "is_heading"),
    [
        ("NQ: Tell me what brought you to the pier.", ("NQ: Who pays for it?", "NQ: When will it open?"), True),
        ("Nora Quill: Tell me what brought you here.", ("NQ: Who pays for it?", "NQ: When will it open?"), True),
        ("NQ: Tell me what brought you to the pier.", ("Who pays for it?", "When will it open?"), False),
        ("We asked: what brought you to the pier.", ("NQ: Who pays for it?", "NQ: When will it open?"), False),
        ("NQ: Yes, do.", ("NQ: Who pays for it?", "NQ: When will it open?"), False),
        ("NQ: " + "Tell me more. " * 30, ("NQ: Who pays for it?", "NQ: When will it open?"), False),
    ],
    ids=["a request", "by name", "no interview", "another label", "an answer", "long"],
)
def test_in_an_interview_all_that_is_asked_is_a_heading(
    asked: str, others: tuple[str, ...], *, is_heading: bool
) -> None:
    """However it ends: who asks is known by two questions that are headings anyway."""
    found = leveled(*(line for one in (*others, asked) for line in (f"*{one}*", TEXT)))
    assert [text for text, _ in found] == [*others, *([asked] if is_heading else [])]


def test_html_and_markdown_tell_what_is_bold(make_original: MakeOriginal) -> None:
    """The mark behind a line may stand outside its bold; words beside it may not."""
    html = cleaned(
        f"<html><body><h1>Pier</h1><p><b>Boats</b></p><p>{BODY[0]}</p><p><strong>Why now</strong>?</p><p>{BODY[1]}</p>"
        f"<p><b>Nets</b> are</p><p>{BODY[0]}</p></body></html>"
    )
    text = f"# Pier\n\n**Boats**\n\n{BODY[0]}\n\n__Why now?__\n\n{BODY[1]}\n\n**Nets** are **dry**\n\n{BODY[0]}\n"
    markdown = clean_markdown(make_original(text), None, CleaningSettings())
    for article in (html, markdown):
        headings = [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]
        assert headings == ["Boats", "Why now?"]


@pytest.mark.parametrize(
    ("kind", "anchors", "heads"),
    [("item", (), True), ("paragraph", (), False), ("item", ((0, 14, "/best"),), False)],
)
def test_one_alone_heads_a_list(kind: BlockKind, anchors: tuple[Anchor, ...], heads: bool) -> None:  # noqa: FBT001
    """It says what the list is of; a link leads elsewhere."""
    parts = [Part("paragraph", 0, TEXT, ()), Part("paragraph", 0, "Best Practices", anchors), Part(kind, 0, TEXT, ())]
    found = with_bold_headings(parts, [False, True, False])
    assert [part.kind for part in found] == ["paragraph", "heading" if heads else "paragraph", kind]
