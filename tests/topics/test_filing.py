"""From scores to what an article is filed under."""

from __future__ import annotations

from generator.config.schema import TopicEntities, TopicEntry, TopicExamples, TopicSettings
from generator.model import DateMention, Mention, Metadata
from generator.topics import file_articles, topics_of, unknown_topics
from tests.rows import row
from tests.topics.vocabularies import alone, builtin, keys, scored, under

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
    rows = [scored("a", text, vocabulary, metadata=metadata or Metadata())]
    return keys(file_articles(rows, vocabulary, {})["a"])


def _named(date: str) -> DateMention:
    return DateMention(text=date, start=0, end=len(date), date=date)


def test_topics_below_the_share_of_the_best_are_left_out() -> None:
    """With half the best score as the limit, a passing word files nothing."""
    assert _filed("oak beech acorn, granite basalt, cirrus") == ["trees", "rocks"]


def test_one_phrase_is_not_enough() -> None:
    """An article that says one strong phrase once is about something else."""
    assert _filed("She sat below an oak.") == []


def test_no_more_than_the_maximum() -> None:
    """At most three topics, or as many as the settings allow."""
    assert len(_filed(_ALL)) == 3
    vocabulary = under(TopicSettings(max_topics=1), **_TOPICS)
    assert len(file_articles([scored("a", _ALL, vocabulary)], vocabulary, {})["a"]) == 1


def test_a_subtopic_takes_the_article_and_its_parent_has_a_page() -> None:
    """An article on bees is filed under bees only; the page of insects exists to list it."""
    vocabulary = alone(**_TOPICS)
    filings = file_articles([scored("a", "The hive of the honey bee.", vocabulary)], vocabulary, {})
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
    filings = file_articles(rows, vocabulary, {"a": frozenset({("person", "ada-stone")})})
    assert keys(filings["a"]) == ["rail"]
    assert [because.text for because in filings["a"][0].because] == ["Ada Stone"]
    assert filings["b"] == ()


def test_examples_are_filed_as_the_maintainer_says() -> None:
    """An example is in, a counter-example is out, whatever the words say."""
    trees = TopicEntry(name="Trees", strong=("oak", "beech"), examples=TopicExamples(yes=("a",), no=("b",)))
    vocabulary = alone(trees=trees)
    filings = file_articles([row("a"), scored("b", "oak beech", vocabulary)], vocabulary, {})
    assert keys(filings["a"]) == ["trees"]
    assert filings["b"] == ()


def test_stories_come_on_top_of_the_maximum_and_keep_to_their_dates() -> None:
    """A story is filed besides the topics, in its dates only, and where no date is known its words decide."""
    story = TopicEntry(name="Storm", kind="story", all=(("cirrus",), ("oak",)), dates=("1987-10", "1987"))
    vocabulary = under(TopicSettings(max_topics=1), **_TOPICS, storm=story)
    text = "cirrus nimbus oak beech acorn"
    rows = [
        scored("in", text, vocabulary, published="1987-10-16"),
        scored("early", text, vocabulary, published="1987-09-30"),
        scored("year", text, vocabulary, published="1987"),
        scored("late", text, vocabulary, not_before="1988-01-01"),
        scored("undated", text, vocabulary),
        scored("naming", text, vocabulary, dates=(_named("1995"), _named("1987-11-02"))),
        scored("naming another time", text, vocabulary, dates=(_named("1995"),)),
    ]
    filed = {id_: keys(filings) for id_, filings in file_articles(rows, vocabulary, {}).items()}
    assert filed == {
        "in": ["trees", "storm"],
        "early": ["trees"],
        "year": ["trees", "storm"],
        "late": ["trees"],
        "undated": ["trees", "storm"],
        "naming": ["trees", "storm"],
        "naming another time": ["trees"],
    }


def test_the_order_of_input_does_not_matter() -> None:
    """Shuffled rows give the same filings in the same order."""
    vocabulary = alone(**_TOPICS)
    rows = [scored(name, _ALL, vocabulary) for name in "abc"]
    forth, back = file_articles(rows, vocabulary, {}), file_articles(rows[::-1], vocabulary, {})
    assert list(forth.items()) == list(back.items())
