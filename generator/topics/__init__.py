"""Subjects and stories: a vocabulary, how articles score in it, what the archive teaches, and what is filed where."""

from __future__ import annotations

from generator.topics.filing import file_articles, topics_of, unknown_topics
from generator.topics.learning import Pupil, can_learn, learn, outgrown
from generator.topics.scoring import score
from generator.topics.telling import leanings_of, with_words
from generator.topics.vocabulary import Subject, Vocabulary, default_keys, load_vocabulary
from generator.topics.warnings import filing_warnings
from generator.topics.words import Words, count_words

__all__ = [
    "Pupil",
    "Subject",
    "Vocabulary",
    "Words",
    "can_learn",
    "count_words",
    "default_keys",
    "file_articles",
    "filing_warnings",
    "leanings_of",
    "learn",
    "load_vocabulary",
    "outgrown",
    "score",
    "topics_of",
    "unknown_topics",
    "with_words",
]
