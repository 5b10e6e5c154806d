"""What an archive teaches of its own topics."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace

import pytest

from generator.config.schema import (
    LearnedFile,
    LearnedTopic,
    StoriesFile,
    TopicEntry,
    TopicExamples,
    TopicSettings,
    TopicsFile,
)
from generator.model import Filing
from generator.topics import (
    Pupil,
    Vocabulary,
    count_words,
    drawn,
    file_articles,
    leanings_of,
    learn,
    learning,
    load_vocabulary,
    outgrown,
    score,
    with_words,
)
from generator.topics.choosing import Chooser
from generator.topics.leaning import Weights
from tests.rows import row
from tests.topics.vocabularies import keys

_TOPICS = {
    "trees": TopicEntry(name="Trees", strong=("oak", "beech", "acorn")),
    "rocks": TopicEntry(name="Rocks", strong=("granite", "basalt", "gravel")),
}
_TREES = "The oak and the beech: bark, leaves and sap of report {0}."
_ROCKS = "The granite and the basalt: quartz, strata and ore of report {0}."
_UNSURE = "Oak and beech, granite and basalt: {0}."
_TREE_WORDS = "bark and leaves and sap, and sap on the bark of a leaf"


def _texts(number: int = 100, **more: str) -> dict[str, str]:
    trees = {f"t{n}": _TREES.format(n) for n in range(number)}
    return {**trees, **{f"r{n}": _ROCKS.format(n) for n in range(number)}, **more}


def _vocabulary(learned: LearnedFile | None = None, **topics: TopicEntry) -> Vocabulary:
    file = TopicsFile(version=1, use_default=False, topics={**_TOPICS, **topics})
    return load_vocabulary(file, StoriesFile(version=1), learned)


def _pupils(texts: Mapping[str, str], vocabulary: Vocabulary) -> list[Pupil]:
    return [
        Pupil(
            id=id_,
            words=count_words(None, text),
            scores={filing.topic: filing.score for filing in score(None, text, vocabulary)},
        )
        for id_, text in texts.items()
    ]


def _filed(texts: Mapping[str, str], vocabulary: Vocabulary) -> Mapping[str, tuple[Filing, ...]]:
    learned = learn(_pupils(texts, vocabulary), vocabulary)
    words = {id_: count_words(None, text) for id_, text in texts.items()}
    scores = {id_: score(None, text, vocabulary) for id_, text in texts.items()}
    filed = file_articles([row(id_) for id_ in texts], scores, vocabulary, {}, leanings_of(words, learned))
    return with_words(filed, vocabulary, learned, words, lambda id_: (None, texts[id_]))


def test_a_small_archive_teaches_nothing() -> None:
    """Below two hundred articles, and with `learn: never`, there are no weights."""
    vocabulary = _vocabulary()
    assert learn(_pupils(_texts(99), vocabulary), vocabulary).topics == {}
    assert learn(_pupils(_texts(100), vocabulary), vocabulary).topics.keys() == {"trees", "rocks"}
    silent = replace(vocabulary, settings=TopicSettings(learn="never"))
    assert learn(_pupils(_texts(100), silent), silent).topics == {}


def test_the_same_articles_teach_the_same_in_any_order() -> None:
    """Shuffled articles give the same weights."""
    vocabulary = _vocabulary()
    pupils = _pupils(_texts(), vocabulary)
    assert learn(pupils, vocabulary) == learn(pupils[::-1], vocabulary)


def test_what_speaks_of_the_name_teaches_a_topic_that_has_examples_and_no_phrase() -> None:
    """Its examples say nothing of fossils, but articles that speak of shale do; a phrase makes the name needless."""
    texts = {**_texts(), **{f"s{n}": f"The shale and a fossil, the rib of report {n}." for n in range(20)}}
    examples = TopicExamples(yes=tuple(f"r{n}" for n in range(10)))
    shown = _vocabulary(shale=TopicEntry(name="Shale", examples=examples))
    told = _vocabulary(shale=TopicEntry(name="Shale", examples=examples, words=("slate",)))
    assert (shown.nameable, told.nameable) == ({"shale": "Shale"}, {})
    assert learn(_pupils(texts, shown), shown).topics["shale"].words["fossil"] > 0
    assert learn(_pupils(texts, told), told).topics["shale"].words.get("fossil", 0) <= 0
    renamed = _vocabulary(shale=TopicEntry(name="Slate", examples=examples))
    assert renamed.phrases_digest("shale") != shown.phrases_digest("shale")
    assert renamed.phrases_digest("trees") == shown.phrases_digest("trees")


def test_of_a_big_archive_some_teach_and_every_example(monkeypatch: pytest.MonkeyPatch) -> None:
    """A half or a quarter, the same in any order; a maintainer's examples are always among them.

    What comes later takes nobody's place, and often teaches nothing itself.
    """
    monkeypatch.setattr(learning, "_MOST", 100)
    vocabulary = _vocabulary(rocks=TopicEntry(name="Rocks", strong=("granite",), examples=TopicExamples(yes=("r7",))))
    articles = list(_texts())
    teachers = drawn(articles, vocabulary)
    assert teachers == drawn(articles[::-1], vocabulary)
    assert drawn(teachers, vocabulary) == teachers
    assert 50 < len(teachers) <= 101
    assert teachers[0] == "r7"
    more = [set(drawn([*articles, f"new{n}"], vocabulary)) for n in range(10)]
    assert all(set(teachers) <= one for one in more)
    assert any(set(teachers) == one for one in more)


def test_what_is_learned_decides_between_topics_that_the_phrases_leave_open() -> None:
    """Of two topics that are as strong, the one comes first whose words the article uses; these are shown."""
    vocabulary = _vocabulary()
    texts = _texts(wood=_UNSURE.format(_TREE_WORDS), stone=_UNSURE.format("quartz and strata and ore, of quartz"))
    filed = _filed(texts, vocabulary)
    assert (filed["wood"][0].topic, filed["stone"][0].topic) == ("trees", "rocks")
    learned = filed["wood"][0]
    assert learned.basis == "learned"
    assert {"bark", "sap"} <= {because.text for because in learned.because}
    assert all(texts["wood"][because.start : because.end] == because.text for because in learned.because)


def test_weak_words_are_no_reason_to_show() -> None:
    """However typical of a topic, ``million`` and ``his`` tell a reader nothing; ``bark`` does."""
    said = {f"s{n}": f"The oak and the beech cost his firm a million: {n}." for n in range(40)}
    stones = {f"q{n}": _ROCKS.format(n) for n in range(150)}
    wood = _UNSURE.format("bark, his million, his million, his million")
    filed = _filed({**_texts(), **said, **stones, "wood": wood}, _vocabulary())
    assert filed["wood"][0].basis == "learned"
    assert "bark" in (shown := {because.text for because in filed["wood"][0].because})
    assert shown.isdisjoint({"his", "million"})


def test_an_article_without_any_phrase_goes_where_it_clearly_leans() -> None:
    """Words alone file an article that no phrase speaks for; one that leans nowhere stays without."""
    filed = _filed(_texts(quiet="Bark, leaves, sap.", other="A fine evening on the river."), _vocabulary())
    assert (keys(filed["quiet"]), filed["quiet"][0].basis) == (["trees"], "learned")
    assert filed["other"] == ()


@pytest.mark.parametrize(("topics", "filed"), [(6, ["topic-1"]), (3, [])])
def test_topics_that_cover_an_archive_take_in_what_leans_a_little(topics: int, filed: list[str]) -> None:
    """Where a handful of topics cover an archive, a faint word and a leaning do; where there are few, they do not."""
    entries = {f"topic-{n}": TopicEntry(name=f"Topic {n}", words=(f"word{n}",)) for n in range(topics)}
    chooser = Chooser(load_vocabulary(TopicsFile(version=1, use_default=False, topics=entries), StoriesFile(version=1)))
    assert keys(tuple(chooser.choose_by_leaning(_faint("topic-1"), {"topic-1": 0.5, "topic-2": 0.4}))) == filed
    assert chooser.choose_by_leaning(_faint("topic-1"), {"topic-1": 0.1, "topic-2": 0.1}) == []


def _faint(key: str) -> dict[str, Filing]:
    return {key: Filing(topic=key, score=0.5)}


def test_words_alone_make_a_teacher() -> None:
    """A topic without strong phrases teaches from the articles in which one of its words comes again."""
    mushrooms = {f"m{n}": f"Toadstool by toadstool: spores, caps and gills of report {n}." for n in range(8)}
    texts = {**_texts(quiet="Spores, caps and gills."), **mushrooms}
    filed = _filed(texts, _vocabulary(mushrooms=TopicEntry(name="Mushrooms", words=("toadstool",))))
    assert keys(filed["quiet"]) == ["mushrooms"]


def test_a_topic_of_which_the_phrases_are_certain_stays() -> None:
    """However much the words lean away, three strong phrases keep an article under their topic."""
    text = f"Granite, basalt and gravel, oak, beech and acorn. {_TREE_WORDS}"
    filed = _filed(_texts(both=text), _vocabulary())
    assert keys(filed["both"]) == ["trees", "rocks"]


def test_examples_teach_where_there_are_no_phrases() -> None:
    """A topic that has nothing but examples takes in the articles that read like them."""
    ponds = {f"p{n}": f"Frogs and newts and duckweed in the water, report {n}." for n in range(8)}
    entry = TopicEntry(name="Ponds", examples=TopicExamples(yes=tuple(sorted(ponds))[:5]))
    filed = _filed({**_texts(), **ponds}, _vocabulary(ponds=entry))
    assert all(keys(filed[id_])[0] == "ponds" for id_ in ponds)
    assert filed["p7"][0].basis == "learned"
    assert keys(filed["t1"]) == ["trees"]


def test_a_topic_is_younger_than_the_weights_when_its_phrases_have_changed() -> None:
    """Changed and new topics of the maintainer's are named; without committed weights none is."""
    vocabulary = _vocabulary()
    frozen = learn(_pupils(_texts(), vocabulary), vocabulary)
    assert outgrown(_vocabulary(frozen)) == ()
    changed = TopicEntry(name="Trees", strong=("oak", "beech", "elm"))
    ponds = TopicEntry(name="Ponds", strong=("frog",))
    assert outgrown(_vocabulary(frozen, trees=changed, ponds=ponds)) == ("ponds", "trees")
    assert outgrown(_vocabulary(None, trees=changed)) == ()


def test_an_article_leans_no_farther_than_three_deviations_and_less_where_few_have_taught() -> None:
    """A topic of three teachers is half trusted; one of three hundred is nearly so."""
    few, many = (
        LearnedTopic(phrases="", articles=taught, mean=0.0, spread=0.01, words={"orbit": 1.0}) for taught in (3, 297)
    )
    weights = Weights({"few": few, "many": many})
    orbit, garden, nothing = weights.leanings(
        [count_words(None, text) for text in ("orbit orbit", "garden", "")]
    ).tolist()
    assert orbit == pytest.approx([1.5, 2.97])
    assert garden == nothing == [0.0, 0.0]
