"""Subjects and stories: a vocabulary, how articles score in it, what the archive teaches, and what is filed where."""

from __future__ import annotations

from generator.topics.checking import TopicsChecked, check_topics, without_examples
from generator.topics.filing import file_articles, topics_of, unknown_topics
from generator.topics.learning import Pupil, can_learn, learn, outgrown
from generator.topics.scoring import score
from generator.topics.suggesting import Suggestion, suggest
from generator.topics.telling import leanings_of, with_words
from generator.topics.vocabulary import Subject, Vocabulary, default_keys, load_vocabulary
from generator.topics.warnings import filing_warnings, outgrown_warnings
from generator.topics.words import Words, count_words
from generator.topics.writing import learned_yaml, relearned

__all__ = [
    "Pupil",
    "Subject",
    "Suggestion",
    "TopicsChecked",
    "Vocabulary",
    "Words",
    "can_learn",
    "check_topics",
    "count_words",
    "default_keys",
    "file_articles",
    "filing_warnings",
    "leanings_of",
    "learn",
    "learned_yaml",
    "load_vocabulary",
    "outgrown",
    "outgrown_warnings",
    "relearned",
    "score",
    "suggest",
    "topics_of",
    "unknown_topics",
    "with_words",
    "without_examples",
]
