"""What the versions of a story differ in."""

from __future__ import annotations

from generator.archive.differences import differences
from generator.cleaning.pieces.blocks import Part, assemble
from generator.model import ArticleRow, CleanArticle, Differences
from tests.rows import row

LEAD = "The harbour council opened the old pier again on Monday, after two years of work."
CROWD = "Many people came to see it, and the band of the harbour school played for them."
COST = "The work has cost three million crowns, twice as much as was planned."
LETTER = "A reader wrote that a pier of stone would have been cheaper."


def _version(*paragraphs: str, title: str = "Pier Opens") -> tuple[ArticleRow, CleanArticle]:
    text, blocks, links = assemble([Part("paragraph", 0, one, ()) for one in paragraphs])
    return row("a", title=title), CleanArticle(id="a", text=text, blocks=blocks, links=links, title=title)


def test_the_same_words_are_the_same_story() -> None:
    """Typography is no difference."""
    assert differences(_version(LEAD, CROWD), _version(LEAD, CROWD.upper().replace(",", " —"))) == Differences()


def test_paragraphs_are_added_left_out_and_changed() -> None:
    """Each by the number of its block; a paragraph with half its words in common was changed."""
    changed = COST.replace("three million", "two million").replace("twice", "nearly as")
    found = differences(_version(LEAD, changed, LETTER, title="Old Pier Opens"), _version(LEAD, CROWD, COST))
    assert found == Differences(fields=("title",), added=(2,), removed=(1,), changed=((1, 2),))
