"""topics.learned.yml as a maintainer reviews it: a topic a paragraph, its words by their weight."""

from __future__ import annotations

import json
import textwrap
from collections.abc import Collection, Mapping, Sequence
from dataclasses import replace

from generator.config.schema import LearnedFile, LearnedTopic
from generator.topics.stories.proposing import Proposal

_HEAD = """\
# What this archive has taught of its topics, written by `clipfile topics learn`. Builds use this and learn nothing new,
# so that no page moves because an article was added. Remove the file, and every build learns anew.
# words: stem -> weight, the most telling first; below zero: speaks against the topic.

version: 1
"""
_STORIES_HEAD = """\
# Stories that this archive seems to hold, the surest first; a build writes this file anew. Copy those that you want to
# site_config/stories.yml and edit them there. `thresholds: story:` in archive.yml says how sure one must be to get its
# page without you. A key is part of an address and is kept for ever.

version: 1
"""
_STORIES_MORE = "# {} more are less sure: they come up as you copy these, or say `hidden: true` under their keys.\n"
_WIDTH = 116
_ASKED = 24
_ARTICLES_ASKED = 100
"""So many stories are proposed at once, and one more for so many articles."""


def learned_yaml(learned: LearnedFile) -> str:
    """The file's text; the same weights give the same bytes."""
    topics = "".join(_topic(key, learned.topics[key]) for key in sorted(learned.topics))
    return f"{_HEAD}articles: {learned.articles}\ntopics:\n{topics}" if topics else f"{_HEAD}articles: 0\n"


def stories_yaml(proposals: Sequence[Proposal], opened: Collection[str], titles: Mapping[str, str | None]) -> str:
    """The proposals in the form of stories.yml, each with its articles and why, to be copied and edited.

    Of those without a page only the surest, as many as can be looked at: about two dozen, and more in a large archive.
    """
    waiting = [one.key for one in proposals if one.key not in opened]
    later = frozenset(waiting[_ASKED + len(titles) // _ARTICLES_ASKED :])
    stories = "".join(_story(one, one.key in opened, titles) for one in proposals if one.key not in later)
    more = _STORIES_MORE.format(len(later)) if later else ""
    return f"{_STORIES_HEAD}{more}stories:\n{stories}" if stories else f"{_STORIES_HEAD}stories: {{}}\n"


def _story(story: Proposal, is_open: bool, titles: Mapping[str, str | None]) -> str:  # noqa: FBT001 - one of two words
    anchors = ", ".join(_quoted(anchor) for anchor in story.anchors)
    state = "has a page" if is_open else "proposed only"
    articles = "".join(f"        - {_quoted(id_)}  # {_one_line(titles[id_])}\n" for id_ in story.articles)
    return (
        f"  # {story.worth:.2f}, {state}. {story.why}\n"
        f"  {story.key}:\n"
        f"    name: {_quoted(story.name)}\n"
        f"    all: [[{anchors}]]\n"
        f"    dates: [{_quoted(story.first[:7])}, {_quoted(story.last[:7])}]\n"
        f"    examples:\n      yes:\n{articles}"
    )


def _one_line(title: str | None) -> str:
    return " ".join((title or "(no title)").split())


def _quoted(text: str) -> str:
    return json.dumps(text, ensure_ascii=False)


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
