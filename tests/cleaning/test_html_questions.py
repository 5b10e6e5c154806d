"""Questions of an article and their answers stand together, and all of them."""

from __future__ import annotations

import pytest

from generator.cleaning.html.questions import (
    whole_sets_of_questions,
    with_heads_of_questions,
    with_questions,
)
from generator.cleaning.markup.blocks import page_blocks
from generator.cleaning.markup.tree import DEEPEST, parse_page
from generator.cleaning.pieces.questions import with_heads
from tests.cleaning.test_html import cleaned


@pytest.mark.parametrize(
    ("questions", "stay"),
    [
        (("<p>Who pays?</p>", "<h3><a href='/w'>When does it open?</a></h3>"), True),
        (("<p>Who pays?</p>",), False),
        (("<p><a href='/p'>Who pays?</a></p>", "<p>When does it open?</p>"), False),
        (("<p>Who pays</p>", "<p>When does it open</p>"), False),
    ],
    ids=["two", "one", "a link", "no questions"],
)
def test_questions_stand_above_their_answers(questions: tuple[str, ...], stay: bool) -> None:  # noqa: FBT001
    """Where answers of the body stand right below several questions, these are of it too."""
    answer = "<p>The council says so.</p>"
    root = parse_page(f"<body>{answer}{''.join(question + answer for question in questions)}</body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    found = with_questions(blocks, [block.text == "The council says so." for block in blocks])
    assert all(found) == stay
    assert stay or sum(found) == len(questions) + 1


def asked(*parts: str, chosen: str) -> list[str]:
    """What is of the body of a page of questions, where some answers were chosen."""
    root = parse_page(f"<body><p>Text.</p>{''.join(parts)}<footer>Read more</footer></body>", DEEPEST)
    assert root is not None
    blocks = page_blocks(root)
    found = whole_sets_of_questions(blocks, [block.text in {"Text.", *chosen.split("|")} for block in blocks])
    return [block.text for block, stays in zip(blocks, found, strict=True) if stays]


PAYS = '<div class="faq"><div class="q">Who pays? expand_more</div><div class="a"><p>The town.</p></div></div>'
OPENS = (
    '<div class="faq"><div class="q">When does it open?</div><div class="a"><p>In May.</p><p>Or June.</p></div></div>'
)
ROOF = '<div class="faq"><div class="q"><a href="#">Has it a roof?</a></div><div class="a"><p>It has.</p></div></div>'
ALL = [
    "Text.",
    "Who pays? expand_more",
    "The town.",
    "When does it open?",
    "In May.",
    "Or June.",
    "Has it a roof?",
    "It has.",
]


@pytest.mark.parametrize("chosen", ["The town.", "In May.", "It has.|The town."])
def test_of_questions_made_alike_all_stay_or_none(chosen: str) -> None:
    """One answer of the body takes the others with it, the last one too, and all the questions."""
    assert asked(PAYS, OPENS, ROOF, chosen=chosen) == ALL


def test_without_an_answer_none_stays() -> None:
    """Nor where they are two, which may be buttons, nor what else stands between them."""
    assert asked(PAYS, OPENS, ROOF, chosen="") == ["Text."]
    assert asked(PAYS, OPENS, chosen="The town.") == ["Text.", "The town."]
    assert asked(PAYS, '<p class="ad">Buy boats.</p>', OPENS, ROOF, chosen="The town.") == ALL


def test_sections_below_questions_as_headings_are_no_set() -> None:
    """What has headings of its own between two questions is a part of the article, and weighed as such."""
    parts = [f"<h2>{one}?</h2><h3>Part</h3><p>{one} text.</p>" for one in ("Why", "How", "When")]
    assert asked(*parts, chosen="Why text.") == ["Text.", "Why text."]


@pytest.mark.parametrize(("number", "stays"), [("1.", True), ("12 of them", False)])
def test_the_number_of_the_first_question_may_stand_between(number: str, *, stays: bool) -> None:
    """On a line of its own, in HTML as in dumps."""
    told = "<p>The council says so.</p>"
    root = parse_page(f"<body>{told}<h2>FAQ</h2><span>{number}</span><h3>Who pays?</h3>{told}</body>", DEEPEST)
    assert root is not None
    assert with_heads_of_questions(page_blocks(root), [True, False, False, True, True])[1] is stays
    assert with_heads(["FAQ", number, "Who pays?"], [False, False, True])[0] is stays


@pytest.mark.parametrize(
    ("line", "below", "stays"),
    [
        ("FAQs", "Who pays for the pier?", True),
        ("FAQ", "Who pays for the pier?", True),
        ("Frequently Asked Questions about the pier", "Who pays for the pier?", True),
        ("The Pier FAQs", "Who pays for the pier?", True),
        ("FAQs", "Contact", False),
        ("Who asks?", "Who pays for the pier?", False),
    ],
)
def test_what_stands_over_questions_stays_with_them(line: str, below: str, *, stays: bool) -> None:
    """Elsewhere the same words lead to a page of the site."""
    told = "<p>The council says so.</p>"
    root = parse_page(f"<body>{told}<div>Buy it</div><h2>{line}</h2><h3>{below}</h3>{told}</body>", DEEPEST)
    assert root is not None
    assert with_heads_of_questions(page_blocks(root), [True, False, False, True, True])[2] is stays


@pytest.mark.parametrize(
    ("between", "stay"),
    [
        ("<p>Here is what many ask about the pier.</p>", True),
        ("<p><a href='/faq'>All that many ask</a></p>", False),
        ("<div><p>Here is what many ask about the pier.</p></div>", False),
    ],
    ids=["a sentence", "a link", "elsewhere"],
)
def test_a_sentence_may_bring_questions_in(between: str, *, stay: bool) -> None:
    """In one element with what they are called."""
    told = "<p>The council says so.</p>"
    root = parse_page(f"<body>{told}<h2>Pier FAQs</h2>{between}<h3>Who pays for it?</h3>{told}</body>", DEEPEST)
    assert root is not None
    found = with_heads_of_questions(page_blocks(root), [True, False, False, True, True])
    assert found == [True, stay, stay, True, True]


@pytest.mark.parametrize(
    ("parts", "heads"),
    [
        ((PAYS, OPENS, ROOF), 3),
        ((PAYS, OPENS), 0),
        ((PAYS, OPENS, ROOF.replace("<p>It has.</p>", "")), 0),
        (("<p>Who pays?</p><p>The town.</p><p>When?</p><p>In May.</p><p>Why?</p><p>It must.</p>",), 0),
    ],
    ids=["three", "two", "one has no answer", "made as their answers"],
)
def test_questions_over_answers_are_headings(parts: tuple[str, ...], heads: int) -> None:
    """Several made alike and unlike their answers; what a text asks and answers itself are paragraphs."""
    page = "".join(parts).replace(" expand_more", "")
    story = "<p>The old pier of the town opens again, and its council tells who pays and when it does so.</p>" * 4
    article = cleaned(f"<body><h1>The pier</h1>{story}<h2>Questions</h2>{page}</body>")
    found = [article.text[block.start : block.end] for block in article.blocks if block.kind == "heading"]
    assert found == ["Questions", "Who pays?", "When does it open?", "Has it a roof?"][: heads + 1]
    assert {block.level for block in article.blocks if block.kind == "heading"} == ({2, 3} if heads else {2})
