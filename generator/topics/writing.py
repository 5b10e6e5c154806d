"""topics.learned.yml as a maintainer reviews it: a topic a paragraph, its words by their weight."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection
from dataclasses import replace

from generator.config.schema import LearnedFile, LearnedTopic

_HEAD = """\
# What this archive has taught of its topics, written by `clipfile topics learn`. Builds use this and learn nothing new,
# so that no page moves because an article was added. Remove the file, and every build learns anew.
# words: stem -> weight, the most telling first; below zero: speaks against the topic.

version: 1
"""
_WIDTH = 116


def learned_yaml(learned: LearnedFile) -> str:
    """The file's text; the same weights give the same bytes."""
    topics = "".join(_topic(key, learned.topics[key]) for key in sorted(learned.topics))
    return f"{_HEAD}articles: {learned.articles}\ntopics:\n{topics}" if topics else f"{_HEAD}articles: 0\n"


def relearned(old: LearnedFile, new: LearnedFile, only: Collection[str]) -> LearnedFile:
    """What was learned anew; of the topics not named in ``only`` (if it names any), what was known before."""
    if not only:
        return new
    kept = {key: topic for key, topic in old.topics.items() if key not in only}
    fresh = {key: topic for key, topic in new.topics.items() if key in only}
    return replace(old, articles=new.articles, topics={**kept, **fresh})


def _topic(key: str, topic: LearnedTopic) -> str:
    words = ", ".join(f"{json.dumps(word, ensure_ascii=False)}: {weight:g}" for word, weight in topic.words.items())
    lines = textwrap.wrap(words, _WIDTH, break_long_words=False, break_on_hyphens=False)
    return (
        f"  {key}:\n"
        f"    phrases: {json.dumps(topic.phrases)}\n"
        f"    articles: {topic.articles}\n"
        f"    mean: {topic.mean:.6f}\n"
        f"    spread: {topic.spread:.6f}\n"
        "    words: {\n" + "".join(f"      {line}\n" for line in lines) + "    }\n"
    )
