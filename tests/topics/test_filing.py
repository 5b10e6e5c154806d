"""From scores to what an article is filed under."""

from __future__ import annotations

from generator.config.schema import TopicEntities, TopicEntry, TopicExamples, TopicSettings
from generator.model import DateMention, Mention, Metadata
from generator.topics import file_articles, score, topics_of, unknown_topics
from tests.rows import row
from tests.topics.vocabularies import alone, builtin, extended, filed, keys, under

_TOPICS = {
    "insects": TopicEntry(name="Insects", iptc="medtop:1", strong=("insect", "antenna"), aliases=("bugs",)),
    "bees": TopicEntry(name="Bees", strong=("honey bee", "hive"), parent="insects"),
    "trees": TopicEntry(name="Trees", strong=("oak", "beech", "acorn")),
    "rocks": TopicEntry(name="Rocks", strong=("granite", "basalt")),
    "clouds": TopicEntry(name="Clouds", strong=("cirrus", "nimbus")),
}
_ALL = "insect antenna oak beech granite basalt cirrus nimbus"


def _filed(text: str, metadata: Metadata | None = None, **topics: TopicEntry) -> list[str]:
    vocabulary = alone(**{**_TOPICS, **topics})
    return keys(filed({"a": text}, vocabulary, metadata=metadata or Metadata())["a"])


def _named(date: str) -> DateMention:
    return DateMention(text=date, start=0, end=len(date), date=date)


def test_topics_below_the_share_of_the_best_are_left_out() -> None:
    """With half the best score as the limit, a passing word files nothing."""
    assert _filed("oak beech acorn, granite basalt, cirrus") == ["trees", "rocks"]


def test_one_phrase_is_not_enough() -> None:
    """An article that says one strong phrase once is about something else."""
    assert _filed("She sat below an oak.") == []


def test_a_passing_phrase_files_nothing_beside_other_topics() -> None:
    """Of a built-in topic: a maintainer's own has few phrases, and one in the headline is not in passing."""
    votes = "The senator and a congressman asked for a vote."
    church = "They gathered twice at a Baptist church: at the Baptist church of the town."
    assert keys(filed({"a": church}, builtin())["a"]) == ["christianity"]
    assert keys(filed({"a": f"{votes} {church}"}, builtin())["a"]) == ["legislature"]
    tended = extended(christianity=TopicEntry(words=("hymn",)))
    assert keys(filed({"a": f"{votes} {church}"}, tended)["a"]) == ["legislature", "christianity"]
    titled = {"a": score("A Baptist church votes", votes, builtin())}
    assert "christianity" in keys(file_articles([row("a")], titled, builtin(), {})["a"])


def test_a_common_word_is_no_team() -> None:
    """``met`` is the stem of ``Mets``, a baseball team."""
    assert [filing.topic for filing in score(None, "They met, and met again, and met.", builtin())] == []
    assert "baseball" in [filing.topic for filing in score(None, "They met the Mets.", builtin())]


def test_no_more_than_the_maximum() -> None:
    """At most three topics, or as many as the settings allow."""
    assert len(_filed(_ALL)) == 3
    vocabulary = under(TopicSettings(max_topics=1), **_TOPICS)
    assert len(filed({"a": _ALL}, vocabulary)["a"]) == 1


def test_a_subtopic_takes_the_article_and_its_parent_has_a_page() -> None:
    """An article on bees is filed under bees only; the page of insects exists to list it."""
    vocabulary = alone(**_TOPICS)
    filings = filed({"a": "The hive of the honey bee."}, vocabulary)
    assert keys(filings["a"]) == ["bees"]
    assert [topic.id for topic in topics_of(vocabulary, filings)] == ["bees", "insects"]


def test_metadata_wins() -> None:
    """``topics`` replaces, ``topics_add`` adds in front, ``topics_remove`` removes, by any name a topic has."""
    assert _filed("oak beech", Metadata(topics=("Bugs", "Rocks", "unheard of"))) == ["insects", "rocks"]
    assert _filed("oak beech", Metadata(topics_add=("medtop:1",))) == ["insects", "trees"]
    assert _filed("oak beech, granite basalt", Metadata(topics_remove=("trees",))) == ["rocks"]
    assert _filed("hive honey bee", Metadata(topics_remove=("insects",))) == []


def test_unknown_names_in_metadata_are_reported() -> None:
    """A topic that nobody defined is named with the articles that ask for it."""
    rows = [row("b", metadata=Metadata(topics=("Moles",))), row("a", metadata=Metadata(topics_add=("Moles", "sport")))]
    assert unknown_topics(rows, builtin()) == {"Moles": ("a", "b")}


def test_an_entity_speaks_for_its_topic() -> None:
    """An article that mentions an entity of a topic is filed there, because of the mention."""
    entry = TopicEntry(name="Rail", strong=("locomotive",), entities=TopicEntities(people=("ada-stone",)))
    vocabulary = alone(rail=entry)
    mention = Mention(kind="person", text="Ada Stone", start=4, end=13)
    rows = [row("a", mentions=(mention,)), row("b")]
    filings = file_articles(rows, {"a": (), "b": ()}, vocabulary, {"a": frozenset({("person", "ada-stone")})})
    assert keys(filings["a"]) == ["rail"]
    assert [because.text for because in filings["a"][0].because] == ["Ada Stone"]
    assert filings["b"] == ()


def test_examples_are_filed_as_the_maintainer_says() -> None:
    """An example is in, a counter-example is out, whatever the words say."""
    trees = TopicEntry(name="Trees", strong=("oak", "beech"), examples=TopicExamples(yes=("a",), no=("b",)))
    vocabulary = alone(trees=trees)
    filings = filed({"a": "", "b": "oak beech"}, vocabulary)
    assert keys(filings["a"]) == ["trees"]
    assert filings["b"] == ()


def test_stories_come_on_top_of_the_maximum_and_keep_to_their_dates() -> None:
    """A story is filed besides the topics, in its dates only, and where no date is known its words decide."""
    story = TopicEntry(name="Storm", kind="story", all=(("cirrus",), ("oak",)), dates=("1987-10", "1987"))
    vocabulary = under(TopicSettings(max_topics=1), **_TOPICS, storm=story)
    rows = [
        row("in", published="1987-10-16"),
        row("early", published="1987-09-30"),
        row("year", published="1987"),
        row("late", not_before="1988-01-01"),
        row("undated"),
        row("naming", dates=(_named("1995"), _named("1987-11-02"))),
        row("naming another time", dates=(_named("1995"),)),
    ]
    scores = dict.fromkeys((one.id for one in rows), score(None, "cirrus nimbus oak beech acorn", vocabulary))
    assert {id_: keys(found) for id_, found in file_articles(rows, scores, vocabulary, {}).items()} == {
        "in": ["trees", "storm"],
        "early": ["trees"],
        "year": ["trees", "storm"],
        "late": ["trees"],
        "undated": ["trees", "storm"],
        "naming": ["trees", "storm"],
        "naming another time": ["trees"],
    }


def test_an_example_of_a_story_shows_what_it_says_of_it() -> None:
    """It meets one group of two: no reason to file it, but to show where the maintainer does."""
    story = TopicEntry(name="Storm", kind="story", all=(("cirrus",), ("oak",)), examples=TopicExamples(yes=("named",)))
    found = filed({"named": "cirrus", "other": "cirrus"}, alone(storm=story))
    assert keys(found["other"]) == []
    (filing,) = found["named"]
    assert (filing.topic, filing.basis, [because.text for because in filing.because]) == (
        "storm",
        "example",
        ["cirrus"],
    )


def test_the_order_of_input_does_not_matter() -> None:
    """Shuffled rows give the same filings in the same order."""
    vocabulary = alone(**_TOPICS)
    forth, back = (filed(dict.fromkeys(ids, _ALL), vocabulary) for ids in ("abc", "cba"))
    assert list(forth.items()) == list(back.items())
