"""An article's words, weighed."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from generator.config.schema import TopicEntry
from generator.topics import score, score_all
from tests.topics.vocabularies import alone, builtin, extended, keys

_PIECES = ("Senate", "vote", "U.S.", "war,", "space-station", "“AIDS”", "İ", "ﬁ", "1969", "\n\n", "house's")
_BEES = TopicEntry(name="Bees", strong=("honey bee",), words=("hive", "swarm"))


def test_phrases_are_found_in_every_form_and_quoted_as_they_stand() -> None:
    """The evidence is the article's own spelling with its offsets."""
    text = "Two swarms left their Hives. A honey-bee stayed."
    (filing,) = score(None, text, alone(bees=_BEES))
    assert [because.text for because in filing.because] == ["honey-bee", "Hives", "swarms"]
    assert all(text[because.start : because.end] == because.text for because in filing.because)


def test_the_longest_phrase_hides_what_is_in_it() -> None:
    """A space station is not a station."""
    vocabulary = alone(
        rail=TopicEntry(name="Rail", strong=("station",)), space=TopicEntry(name="Space", strong=("space station",))
    )
    own = score(None, "The space station.", vocabulary)
    assert keys(own) == ["space"]


def test_the_words_of_addresses_say_nothing() -> None:
    """``honey-bee.html`` is where a page lies, and ``hive@…`` who answers; what stands beside it still counts."""
    text = "Swarms: (https://example.org/honey-bee.html), WWW.hive.example/swarm, hive@honey-bee.example or hive/swarm."
    (filing,) = score(None, text, alone(bees=_BEES))
    assert [because.text for because in filing.because] == ["Swarms", "hive"]
    assert score(None, "See <http://hive.example/honey-bee>.", alone(bees=_BEES)) == ()


def test_a_batch_is_scored_as_its_articles_are_one_by_one() -> None:
    """No phrase reaches from one article into the next, and every reason stands in its own article."""
    vocabulary = alone(bees=_BEES)
    articles = [(None, "We like honey"), ("Bee hives", ""), (None, ""), ("Hives", "A swarm; a honey bee, “hive”.")]
    assert score_all(articles, vocabulary) == [score(title, text, vocabulary) for title, text in articles]
    assert score_all([], vocabulary) == []


def test_a_vocabulary_without_phrases_says_nothing() -> None:
    """Topics that have only examples, or no topic at all, are no reason to fail."""
    assert score("Hives", "A swarm.", alone(bees=TopicEntry(name="Bees"))) == ()
    assert score("Hives", "A swarm.", alone()) == ()


def test_a_maintainers_phrase_does_not_take_from_builtin_topics() -> None:
    """Adding ``paper ballot`` to a topic of one's own leaves ``ballot`` to elections."""
    text = "A paper ballot was cast; voters cast every ballot on paper."
    before = {f.topic: f.score for f in score(None, text, builtin())}
    after = {
        f.topic: f.score for f in score(None, text, extended(paper=TopicEntry(name="Paper", strong=("paper ballot",))))
    }
    assert after.pop("paper") > 0
    assert after == before


def test_an_excluded_phrase_says_nothing_to_its_topic_alone() -> None:
    """``not`` takes a phrase's words away from one topic and leaves them to others."""
    vocabulary = alone(
        politics=TopicEntry(name="Politics", strong=("politics",), not_=("office politics",)),
        work=TopicEntry(name="Work", words=("office",)),
    )
    assert keys(score(None, "Office politics again.", vocabulary)) == ["work"]


def test_what_a_topic_excludes_says_nothing_to_those_below_either() -> None:
    """Or it would come back through them; but one that has the very phrase keeps it."""
    vocabulary = alone(
        work=TopicEntry(name="Work", words=("office",), not_=("office politics",)),
        rooms=TopicEntry(name="Rooms", parent="work", words=("office",)),
        quarrels=TopicEntry(name="Quarrels", parent="work", words=("office politics",)),
    )
    said = {filing.topic: filing.score for filing in score(None, "Office politics again.", vocabulary)}
    assert "rooms" not in said
    assert "quarrels" in said


def test_the_title_counts_double_and_repeats_less() -> None:
    """A word in the title is worth two in the body; the tenth repeat is worth little."""
    vocabulary = alone(bees=_BEES)
    body = score(None, "hive", vocabulary)[0].score
    assert score("hive", "", vocabulary)[0].score == 2 * body
    assert score(None, "hive " * 10, vocabulary)[0].score < 4 * body


def test_a_shouted_title_names_no_initials() -> None:
    """In a headline wholly in capitals a pronoun is no organization."""
    vocabulary = alone(health=TopicEntry(name="Health", strong=("WHO",)))
    assert score("MAN WHO FELL", "", vocabulary) == ()
    assert keys(score("The WHO meets", "", vocabulary)) == ["health"]


def test_phrases_do_not_reach_over_sentences_and_paragraphs() -> None:
    """Words that only meet across a full stop, a comma or a blank line are no phrase."""
    vocabulary = alone(bees=TopicEntry(name="Bees", strong=("honey bee",)))
    for text in ("We ate honey. Bee hives stood there.", "honey, bee", "honey\n\nbee", "“honey” bee"):
        assert score(None, text, vocabulary) == ()
    assert score(None, "honey\nbee", vocabulary)


def test_what_speaks_for_a_subtopic_speaks_once_for_its_parent() -> None:
    """A phrase of two sub-topics is not counted twice for the topic above them."""
    vocabulary = alone(
        insects=TopicEntry(name="Insects", words=("wing",)),
        bees=TopicEntry(name="Bees", strong=("hive",), parent="insects"),
        wasps=TopicEntry(name="Wasps", strong=("hive",), parent="insects"),
    )
    scores = {filing.topic: filing.score for filing in score(None, "A hive.", vocabulary)}
    assert scores == {"insects": 3.0, "bees": 3.0, "wasps": 3.0}


def test_a_story_needs_every_group() -> None:
    """A story has a score when each of its groups is met, and says by what; met in part, it has only that to show."""
    story = TopicEntry(name="Comb war", kind="story", all=(("honey", "comb"), ("war", "battle")))
    vocabulary = alone(comb_war=story)
    (filing,) = score(None, "The honey was good.", vocabulary)
    assert (filing.score, filing.basis, [because.text for because in filing.because]) == (0.0, "phrases", ["honey"])
    (filing,) = score(None, "The battle for the honey.", vocabulary)
    assert filing.basis == "story"
    assert {because.text for because in filing.because} == {"battle", "honey"}


@given(
    st.text(max_size=60),
    st.lists(
        st.sampled_from(
            ["Senate", "vote", "U.S.", "war,", "space-station", "“AIDS”", "İ", "ﬁ", "1969", "\n\n", "house's"]
        )
    ),
)
def test_evidence_stands_verbatim_in_any_text(title: str, words: list[str]) -> None:
    """Whatever the text, every reason is at its offsets."""
    text = " ".join(words) + title
    for filing in score(title, text, builtin()):
        assert 0 < len(filing.because) <= 8
        for because in filing.because:
            where = title if because.where == "title" else text
            assert where[because.start : because.end] == because.text


def test_a_story_with_groups_is_not_scored_by_other_words() -> None:
    """Phrases beside the groups cannot bring an article to a story of which a group is missing."""
    story = TopicEntry(name="Comb war", kind="story", all=(("honey",), ("war",)), strong=("comb", "wax"))
    (filing,) = score(None, "Comb and wax and honey.", alone(comb_war=story))
    assert (filing.score, [because.text for because in filing.because]) == (0.0, ["honey"])


def test_punctuation_is_not_part_of_the_evidence() -> None:
    """Words are quoted without the marks around them, wherever they stand in a piece of text."""
    vocabulary = alone(bees=TopicEntry(name="Bees", strong=("hive", "honey bee", "wax", "comb")))
    text = "(Hive) “honey-bees”, wax/comb."
    (filing,) = score(None, text, vocabulary)
    assert {because.text for because in filing.because} == {"Hive", "honey-bees", "wax", "comb"}
    assert all(text[because.start : because.end] == because.text for because in filing.because)
