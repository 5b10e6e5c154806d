"""A maintainer is told of topics that are misspelt in metadata or hardly used."""

from __future__ import annotations

from generator.config.schema import TopicEntry
from generator.model import Filing, Metadata
from generator.topics import filing_warnings
from tests.rows import row
from tests.topics.vocabularies import alone

_VOCABULARY = alone(bees=TopicEntry(name="Bees", strong=("hive",)), trees=TopicEntry(name="Trees", strong=("oak",)))


def test_a_topic_of_ones_own_that_is_hardly_used_is_named() -> None:
    """Fewer articles than min_articles is worth a word; a topic with enough of them is not, nor a built-in one."""
    rows = [row(name) for name in "abc"]
    filings = {one.id: (Filing(topic="bees", score=1.0),) for one in rows} | {"a": (Filing(topic="trees", score=1.0),)}
    (warning,) = filing_warnings(
        rows, _VOCABULARY, {**filings, "d": (Filing(topic="bees", score=1.0),)}, {"bees", "trees"}
    )
    assert warning.startswith("topic `trees` holds 1 articles (min_articles is 3)")
    assert filing_warnings(rows, _VOCABULARY, filings, ()) == ()


def test_a_topic_that_nobody_defined_is_named_with_an_article() -> None:
    """A name in metadata that leads nowhere is said once, with where it stands."""
    rows = [row(name, metadata=Metadata(topics=("Moles",))) for name in "ab"]
    assert filing_warnings(rows, _VOCABULARY, {}, ()) == (
        "metadata names the topic 'Moles', which topics.yml does not have: a and 1 more",
    )
