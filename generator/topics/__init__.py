"""Subjects and stories: a vocabulary, how articles score in it, what the archive teaches, and what is filed where."""

from __future__ import annotations

from generator.topics.checking import TopicsChecked, check_topics, without_examples
from generator.topics.filing import file_articles, speaking, topics_of, unknown_topics
from generator.topics.learning import Pupil, can_learn, drawn, learn, outgrown
from generator.topics.scoring import score, score_all
from generator.topics.sheaves import Bound, Sheaf, bind, sheaf_of
from generator.topics.stories.opening import opened, settle, sparing, topic_of, untold, with_stories
from generator.topics.stories.proposing import Proposal, propose
from generator.topics.suggesting import Suggestion, guessed, suggest
from generator.topics.telling import leanings_of, reader, with_words
from generator.topics.vocabulary import Subject, Vocabulary, default_keys, load_vocabulary
from generator.topics.warnings import filing_warnings, outgrown_warnings
from generator.topics.words import Words, count_words, written
from generator.topics.writing import learned_yaml, relearned, stories_yaml

__all__ = [
    "Bound",
    "Proposal",
    "Pupil",
    "Sheaf",
    "Subject",
    "Suggestion",
    "TopicsChecked",
    "Vocabulary",
    "Words",
    "bind",
    "can_learn",
    "check_topics",
    "count_words",
    "default_keys",
    "drawn",
    "file_articles",
    "filing_warnings",
    "guessed",
    "leanings_of",
    "learn",
    "learned_yaml",
    "load_vocabulary",
    "opened",
    "outgrown",
    "outgrown_warnings",
    "propose",
    "reader",
    "relearned",
    "score",
    "score_all",
    "settle",
    "sheaf_of",
    "sparing",
    "speaking",
    "stories_yaml",
    "suggest",
    "topic_of",
    "topics_of",
    "unknown_topics",
    "untold",
    "with_stories",
    "with_words",
    "without_examples",
    "written",
]
