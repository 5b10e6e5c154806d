"""What a story is called, and what a name may be made of."""

from __future__ import annotations

from collections.abc import Sequence

import pytest

from generator.model import Entity, NameForm
from generator.topics.sheaves import sheaf_of
from generator.topics.stories.dated import Dated
from generator.topics.stories.naming import Namer, names_among
from generator.topics.stories.nouns import Speech, nominals_of, verbs_of
from generator.topics.words import count_words
from tests.rows import row


def _name(titles: Sequence[str], anchors: Sequence[str], *, story: int, names: Sequence[str] = ()) -> str | None:
    """The name of the first articles of an archive that has some headlines and nothing below them."""
    rows = [row(f"w{n:02}", title=title, published=f"2003-03-{n + 1:02}") for n, title in enumerate(titles)]
    words = sheaf_of({one.id: count_words(one.title, "") for one in rows})
    dated = Dated({one.id: one for one in rows}, [words])
    dated.common = frozenset()
    places = [
        Entity(kind="place", id=name.lower(), name=name, forms=(NameForm(text=name, count=1),), mentions=())
        for name in names
    ]
    return Namer([one.id for one in rows[:story]], dated, names_among(places)).name(anchors)


_OTHERS = [f"Notes on the county road, number {n}" for n in range(10)]


def test_a_name_is_the_phrase_that_the_articles_speak_of_and_others_do_not() -> None:
    """Two of eight headlines name a part of the story, however long and rare their phrase."""
    part = ["Weir Lane Flood Relief Fund Committee meets"] * 2
    whole = [f"Weir Lane Flood {word}" for word in ("rises", "recedes", "abates", "returns", "spreads", "ebbs")]
    assert _name([*part, *whole, *_OTHERS], ["Weir Lane"], story=8) == "Weir Lane Flood"


def test_a_story_that_no_phrase_names_has_no_name() -> None:
    """A label, a lone word and a form of publishing are no names."""
    labels = [f"INFORMATION ALERT: {word}" for word in ("Tides", "Roads", "Schools", "Taxes")]
    assert _name([*labels, *_OTHERS], ["INFORMATION ALERT"], story=4) is None
    words = ["A breach of the levee", "When the levee broke is told", "The levee has to be paid for", "Levee, again"]
    assert _name([*words, *_OTHERS], ["levee"], story=4) is None
    forms = [f"Press Release on {word}" for word in ("Tides", "Roads", "Schools", "Taxes")]
    assert _name([*forms, *_OTHERS], ["Press Release"], story=4) is None


def test_a_lone_word_is_a_name_where_it_is_one() -> None:
    """Of a place, or with capitals within, as products have."""
    places = ["Fenwick burns", "What became of Fenwick?", "Fenwick rebuilt", "Fenwick: a year on"]
    assert _name([*places, *_OTHERS], ["Fenwick"], story=4, names=["Fenwick"]) == "Fenwick"
    phones = ["The iPhone is here", "The iPhone again", "iPhone, the third", "Who wants an iPhone?"]
    assert _name([*phones, *_OTHERS], ["iPhone"], story=4) == "iPhone"


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Mourns the Loss of Four Fallen Oakland Police Officers", "Fallen Oakland Police Officers"),
        ("Statement on Joint Select Committee on Deficit Reduction", "Joint Select Committee on Deficit Reduction"),
        ("Celebrates Caribbean American Heritage Month", "Caribbean American Heritage Month"),
        ("Waiting for the iPhone 4", "iPhone 4"),
    ],
)
def test_a_phrase_is_as_whole_as_a_headline_has_it(title: str, phrase: str) -> None:
    """It begins behind what only counts or leads there and ends with the last noun."""
    found = {one.text: one.whole for one in nominals_of(title, Speech(names=frozenset({"iphone"})))}
    assert max(found.values()) == found[phrase]


@pytest.mark.parametrize(
    ("title", "phrase"),
    [
        ("Funding to Support Innovation", "Funding to Support Innovation"),
        ("Tax Filing Deadline Extended to April", "Tax Filing Deadline Extended"),
        ("$2.1 Million in Grants", "Million in Grants"),
        ("Protect the Safety Net", "Protect the Safety Net"),
        ("President Trump's", "President Trump's"),
        ("Federal Data—U.S. Patent", "Data—U.S. Patent"),
    ],
)
def test_a_phrase_is_no_part_of_a_sentence(title: str, phrase: str) -> None:
    """None holds a verb, begins with a number or ends with an owner."""
    assert phrase not in {one.text for one in nominals_of(title, Speech())}


def test_headlines_show_which_of_their_words_are_verbs() -> None:
    """What stands behind `to` is one, unless it is a name."""
    titles = ["Institute to Fund Research", "Fund Research Projects", "Travel Ban to Cuba"]
    verbs = verbs_of(titles, {"cuba"})
    assert verbs == {"fund"}
    assert "Fund Research Projects" not in {one.text for one in nominals_of(titles[1], Speech(verbs=verbs))}
    speech = Speech(names=frozenset({"cuba"}), verbs=verbs)
    assert "Travel Ban to Cuba" in {one.text for one in nominals_of(titles[2], speech)}


def test_no_phrase_holds_a_word_that_is_not_spoken_of() -> None:
    """Neither at its ends nor within."""
    title = "Union Budget and the President's Budget Proposal"
    found = {one.text for one in nominals_of(title, Speech(), {"union", "budget", "proposal"})}
    assert found == {"Union Budget", "Union", "Budget", "Budget Proposal", "Proposal"}
