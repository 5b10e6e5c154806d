"""The built-in vocabulary and what a maintainer makes of it."""

from __future__ import annotations

import json
import pickle
from pathlib import Path

import pytest

from generator.config.schema import StoriesFile, TopicEntry, TopicsFile
from generator.errors import ConfigError
from generator.topics import default_keys, load_vocabulary, score
from generator.topics.builtin import builtin_entries
from tests.topics.vocabularies import alone, builtin, extended, keys

_IPTC = Path(__file__).parents[3] / "shared/reference/iptc_mediatopics_en.json"


def test_seventeen_tops_with_their_codes() -> None:
    """The tops are the seventeen of IPTC, 01000000 to 17000000."""
    tops = {s.topic.iptc for s in builtin().subjects.values() if s.topic.parent is None}
    assert tops == {f"medtop:{number:02}000000" for number in range(1, 18)}


def test_every_builtin_topic_can_be_read() -> None:
    """Each has a name, a sentence for its page, phrases, a known parent, and a slug for a key."""
    for key, entry in builtin_entries().items():
        assert entry.name
        assert entry.description.endswith(".")
        assert entry.strong
        assert entry.parent is None or entry.parent in default_keys()
        assert key == key.lower().replace("_", "-").replace(" ", "-")


def test_codes_are_iptcs() -> None:
    """Every code exists in IPTC's vocabulary and no two topics share one."""
    if not _IPTC.exists():
        pytest.skip("the IPTC vocabulary is not on this machine")
    known = {topic["id"] for topic in json.loads(_IPTC.read_text())["topics"]}
    used = [entry.iptc for entry in builtin_entries().values() if entry.iptc]
    assert set(used) <= known
    assert len(used) == len(set(used))


def test_an_extended_topic_keeps_its_phrases() -> None:
    """A maintainer's words are added to the built-in ones."""
    vocabulary = extended(politics=TopicEntry(strong=("zorbling",)))
    assert keys(score(None, "The zorbling began. The prime minister spoke.", vocabulary))[0] == "politics"
    (first, *_) = score(None, "The zorbling began. The prime minister spoke.", vocabulary)
    assert {because.text for because in first.because} >= {"zorbling", "prime minister"}


def test_a_replaced_topic_has_only_the_maintainers_phrases() -> None:
    """``replace: true`` forgets the built-in phrases and keeps the key."""
    vocabulary = extended(weather=TopicEntry(name="Weather lore", strong=("cuckoo",), replace=True))
    assert vocabulary.subjects["weather"].topic.name == "Weather lore"
    assert "weather" not in keys(score(None, "Snowfall and a weather forecast.", vocabulary))
    assert "weather" in keys(score(None, "The cuckoo calls.", vocabulary))


def test_a_hidden_topic_hides_its_branch_and_still_disambiguates() -> None:
    """Hidden topics get no article, but their phrases keep others from being misled."""
    vocabulary = extended(science=TopicEntry(hidden=True), rail=TopicEntry(name="Rail", strong=("station",)))
    assert "science" not in vocabulary.subjects
    assert "space-stations" not in vocabulary.subjects
    assert not {"science", "space-stations"} & set(keys(score(None, "The space station.", vocabulary)))


def test_a_named_subtopic_of_a_hidden_topic_stands_alone() -> None:
    """What the maintainer names himself is not hidden with its parent."""
    vocabulary = extended(sport=TopicEntry(hidden=True), football=TopicEntry(words=("dribble",)))
    assert vocabulary.subjects["football"].topic.parent is None
    assert "rugby" not in vocabulary.subjects


def test_without_the_default_only_the_maintainers_topics_stand() -> None:
    """``use_default: false`` leaves what is in the file."""
    assert set(alone(bees=TopicEntry(name="Bees", strong=("hive",))).subjects) == {"bees"}


def test_problems_are_reported_together() -> None:
    """A missing name, an unknown parent, a circle and an empty story are all named, with file and key."""
    topics = {
        "nameless": TopicEntry(strong=("x",)),
        "lost": TopicEntry(name="Lost", strong=("x",), parent="nowhere"),
        "egg": TopicEntry(name="Egg", strong=("x",), parent="hen"),
        "hen": TopicEntry(name="Hen", strong=("x",), parent="egg"),
    }
    stories = {"empty": TopicEntry(name="Empty")}
    with pytest.raises(ConfigError) as caught:
        load_vocabulary(TopicsFile(version=1, topics=topics), StoriesFile(version=1, stories=stories))
    found = {(problem.file, problem.key) for problem in caught.value.problems}
    assert found == {
        ("site_config/topics.yml", "topics.nameless"),
        ("site_config/topics.yml", "topics.lost.parent"),
        ("site_config/topics.yml", "topics.egg.parent"),
        ("site_config/topics.yml", "topics.hen.parent"),
        ("site_config/stories.yml", "stories.empty"),
    }
    assert all(problem.remedy for problem in caught.value.problems)


def test_the_digest_follows_phrases_only() -> None:
    """What does not change a score leaves the cached scores valid."""
    plain = alone(bees=TopicEntry(name="Bees", strong=("hive",)))
    renamed = alone(bees=TopicEntry(name="Honey bees", strong=("hive",), description="Buzz."))
    reworded = alone(bees=TopicEntry(name="Bees", strong=("hive", "swarm")))
    assert plain.digest == renamed.digest
    assert plain.digest != reworded.digest


def test_a_vocabulary_travels_to_another_process() -> None:
    """A pickled vocabulary scores as the first one does."""
    copy = pickle.loads(pickle.dumps(builtin()))  # noqa: S301
    text = "The senator voted against the bill in Congress."
    assert score(None, text, copy) == score(None, text, builtin())
