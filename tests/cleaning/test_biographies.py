"""What a page says of its author is not the article."""

from __future__ import annotations

import pytest

from generator.cleaning import CleaningSettings, clean
from generator.cleaning.pieces.biographies import without_biographies
from tests.cleaning.conftest import MakeOriginal

STORY = (
    "The harbour council voted on Monday to rebuild the old pier that a storm had broken in the winter of last year.",
    "Members of the council had argued for months about the money, which will come from a fund for coastal towns.",
    "Work is to begin in the spring, and the mayor hopes to see the first boats there by the end of June.",
    "Fishermen who had moved to the next village said that they would come back when there was a crane for the boats.",
)
ASKED = "What did Nora Quill, who was there, say of it when she was asked?"
LIFE = "Nora Quill is a reporter who has written of harbours for twenty years."


@pytest.mark.parametrize(
    ("below", "kept"),
    [
        ((LIFE,), ()),
        (("Nora Quill", LIFE, "She lives in Harbour Town.", "Get our letter"), ()),
        (("Nora Quill Harbour Reporter", "Nora writes of harbours, and has for twenty years."), ()),
        (("Nora Quill", "Hi there! I’m Nora, and I have written of harbours for twenty years."), ()),
        (("Nora Quill (Reporter / Editor) – Nora comes from a family of sailors.",), ()),
        (
            (LIFE, "This article was originally posted on the harbour’s blog."),
            ("This article was originally posted on the harbour’s blog.",),
        ),
        (("Nora Quill (Reporter / Editor) – That is what the letter said.",),) * 2,
        (("Nora writes of harbours, and has for twenty years.",),) * 2,
        (
            ("Ada Boom is a reporter who has written of harbours.",),
            ("Ada Boom is a reporter who has written of harbours.",),
        ),
        (("Nora Quill covers harbours and writes", "The Letter, which tells of boats."), ()),
        (("What did Nora Quill, who lives here, say of it when she was asked?", LIFE),) * 2,
        ((ASKED, "Nora Quill", "Reporter", LIFE), (ASKED,)),
        ((ASKED, "Meet Nora Quill", "I’m Nora Quill, a reporter with twenty years at sea."), (ASKED,)),
        ((LIFE, *STORY, *STORY),) * 2,
    ],
    ids=[
        "at the end",
        "with her name and what follows",
        "first name",
        "in her words",
        "with her role",
        "above where it first stood",
        "a signature",
        "no name above",
        "somebody else",
        "torn at a link",
        "a person of the story",
        "signed with her name",
        "introduced",
        "in the middle",
    ],
)
def test_who_the_author_is_stands_beside_the_text(below: tuple[str, ...], kept: tuple[str, ...]) -> None:
    """Only somebody who signed and of whom the text does not tell has a biography there."""
    texts = (*STORY, *below)
    within = without_biographies(texts, [True] * len(texts), ("Nora Quill",))
    assert [text for text, stays in zip(texts, within, strict=True) if stays] == [*STORY, *kept]


def test_whom_a_text_names_once_it_has_begun_is_a_person_of_it() -> None:
    """She signs it, and did what it tells of; above its first words the same says who she is."""
    told = "Nora Quill, from the council, has worked with the harbour on a book that answers these questions."
    texts = (*STORY[:2], told, *STORY, *STORY)
    assert all(without_biographies(texts, [True] * len(texts), ("Nora Quill",)))
    assert without_biographies((told, *STORY, *STORY), [True] * 9, ("Nora Quill",))[0] is False


def test_an_article_about_its_author_stays() -> None:
    """What tells more of her than of anything else is no biography beside a text."""
    assert all(without_biographies((LIFE, STORY[0]), (True, True), ("Nora Quill",)))


def test_a_dump_ends_where_its_author_is_told_of(make_original: MakeOriginal) -> None:
    """Her name stays the byline."""
    lines = ("Old Pier To Be Rebuilt In The Spring", "By Nora Quill", "March 3, 2019", *STORY, LIFE)
    article = clean(make_original("\n\n".join(lines)), None, CleaningSettings())
    assert article.authors == ("Nora Quill",)
    assert article.text.split("\n\n") == list(STORY)


def test_a_dump_begins_below_who_looked_it_over(make_original: MakeOriginal) -> None:
    """What is told of somebody who checked the facts is no article either, though nobody by that name signs it."""
    above = ("The Old Pier Is To Be Rebuilt", "By Ada Boom", "Fact checked by Nora Quill", LIFE)
    text = "\n\n".join((*above, "Learn about our editorial policies", *STORY, *STORY))
    article = clean(make_original(text), None, CleaningSettings())
    assert article.authors == ("Ada Boom",)
    assert article.text.startswith(STORY[0])
