"""Subjects and stories: a vocabulary, how articles score in it, and what they are filed under."""

from __future__ import annotations

from generator.topics.filing import file_articles, topics_of, unknown_topics
from generator.topics.scoring import score
from generator.topics.vocabulary import Subject, Vocabulary, default_keys, load_vocabulary
from generator.topics.warnings import filing_warnings

__all__ = [
    "Subject",
    "Vocabulary",
    "default_keys",
    "file_articles",
    "filing_warnings",
    "load_vocabulary",
    "score",
    "topics_of",
    "unknown_topics",
]
