"""``clipfile topics``: what the articles are filed under, why, and what a change of topics would move."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

import click
import msgspec

from generator import filing, pipeline, topics
from generator.commands import options, topics_report
from generator.commands.explain import find
from generator.commands.progress import bars
from generator.config import load_topics
from generator.config.schema import LearnedFile, SiteConfig, StoriesFile
from generator.errors import ClipfileError
from generator.filing import Filed
from generator.model import ArticleRow
from generator.pipeline import Understood
from generator.progress import Clock

LEARNED = Path("site_config", "topics.learned.yml")
"""The file that ``learn`` writes."""


@click.group("topics")
def command() -> None:
    """See why articles are filed where they are, and make topics better.

    \b
    A round of work on a topic of your own:
      clipfile topics suggest floods       phrases that its articles share and others lack
      (write some of them into a copy of site_config/topics.yml)
      clipfile topics try draft.yml        which articles would gain or lose a topic, and why
      (move the draft to site_config/topics.yml)
      clipfile topics check                how the phrases do on your examples; small and huge topics
      clipfile topics explain ARTICLE      everything that speaks for each topic in one article
      clipfile topics learn                freeze what the archive has taught, for review and for good
    """  # noqa: D301 - \b is click's mark for a paragraph that is not re-wrapped


@command.command("explain")
@click.argument("article")
@options.archive
@options.as_json
def explain(article: str, root: Path, *, as_json: bool) -> None:
    """Say why ARTICLE (id, title, file or address) is filed where it is, and why not elsewhere.

    Every topic that anything speaks for is shown: what its phrases say, how far the article leans there by what the
    archive has taught, and whether it was filed.
    """
    understood = _understand(root)
    rows = [found for found in find(understood, article) if isinstance(found, ArticleRow)]
    if not rows:
        raise ClipfileError(f"{article!r} is no article; `clipfile explain` tells what else is called so.")
    told = [topics_report.explained(understood.filed, row) for row in rows]
    _show(told, as_json, topics_report.explained_lines(told))


@command.command("try")
@click.argument("file", type=click.Path(exists=True, dir_okay=False, path_type=Path))
@options.archive
@options.as_json
def try_(file: Path, root: Path, *, as_json: bool) -> None:
    """Say which articles would gain or lose a topic if FILE were site_config/topics.yml (or stories.yml).

    FILE is read as stories.yml if it has `stories:`. Nothing is written.
    """
    understood = _understand(root)
    config = _with_file(understood.gathered.config, file)
    moved = topics_report.moved(understood.filed, _refile(understood, config))
    _show(moved, as_json, topics_report.moved_lines(moved, understood.archive))


@command.command("suggest")
@click.argument("topic")
@options.archive
@options.as_json
def suggest(topic: str, root: Path, *, as_json: bool) -> None:
    """Suggest phrases for TOPIC (key or name): what its articles and examples share and other articles lack.

    Those that hardly stand anywhere else are named as `strong`, the others as `words`; take what fits the subject.
    """
    understood = _understand(root)
    filed = understood.filed
    key = filed.vocabulary.names.get(topic.casefold())
    if key is None:
        raise ClipfileError(
            f"There is no topic {topic!r}: name its key in topics.yml, or its name.{_meant(topic, filed)}"
        )
    lines = filed.vocabulary.lines
    inside = {id_ for id_, filings in filed.by_vocabulary.items() if any(key in lines[f.topic] for f in filings)}
    texts = {id_: f"{clean.title or ''}\n{clean.text}" for id_, clean in understood.cleaned.items()}
    found = topics.suggest(key, filed.vocabulary, inside, texts)
    _show(found, as_json, topics_report.suggested_lines(key, len(inside), found))


@command.command("check")
@options.archive
@options.as_json
def check(root: Path, *, as_json: bool) -> None:
    """Try the phrases on the examples of topics.yml, and name topics and articles that need a look.

    Precision and recall are those of the phrases alone, as if the examples were not given. Also named: your own topics
    with fewer than three articles, topics with more than 40 % of them, articles under no topic, and topics that have
    changed since `clipfile topics learn`.
    """
    understood = _understand(root)
    config, filed = understood.gathered.config, understood.filed
    bare, told = topics.without_examples(config.topics, config.stories)
    by_phrases = _refile(understood, replace(config, topics=bare, stories=told))
    own = {*config.topics.topics, *config.stories.stories}
    found = topics.check_topics(filed.vocabulary, filed.by_vocabulary, by_phrases.filings, own)
    _show(found, as_json, topics_report.checked_lines(found, len(filed.filings)))


@command.command("learn")
@click.option("--only", multiple=True, metavar="KEY", help="Learn this topic anew and keep the others (repeatable).")
@options.archive
@options.as_json
def learn(only: Sequence[str], root: Path, *, as_json: bool) -> None:
    """Freeze what the archive teaches of its topics in site_config/topics.learned.yml.

    Builds then use these weights and learn nothing new, so that no page moves because an article was added. Review the
    file and commit it; run this again when `clipfile check` says that a topic is younger than the weights.
    """
    understood = _understand(root)
    config = understood.gathered.config
    vocabulary = understood.filed.vocabulary
    if unknown := sorted(set(only) - set(vocabulary.tops)):
        raise ClipfileError(f"No top-level topics: {', '.join(unknown)}. Known: {', '.join(vocabulary.tops)}.")
    fresh = _refile(understood, replace(config, learned=LearnedFile(version=1)))
    if not fresh.taught.learned.topics:
        raise ClipfileError("Nothing can be learned: that takes 200 articles, and `learn: auto` in topics.yml.")
    learned = topics.relearned(config.learned, fresh.taught.learned, only)
    path = root / LEARNED
    path.write_text(topics.learned_yaml(learned), encoding="utf-8")
    after = _refile(understood, replace(config, learned=learned))
    moved = topics_report.moved(understood.filed, after)
    report = {"file": str(LEARNED), "topics": sorted(learned.topics), "articles": learned.articles, "moved": moved}
    texts = (clean.text for clean in understood.cleaned.values())
    _show(report, as_json, topics_report.learned_lines(str(LEARNED), learned, moved, texts))


def _understand(root: Path) -> Understood:
    with bars() as progress:
        return pipeline.understand(root, pipeline.Options(), Clock(progress))


def _meant(topic: str, filed: Filed) -> str:
    """A question for somebody who names no topic, where it can be guessed which is meant."""
    found = topics.guessed(topic, filed.vocabulary)
    return f" Did you mean {' or '.join(found)}?" if found else ""


def _refile(understood: Understood, config: SiteConfig) -> Filed:
    with bars() as progress:
        return filing.refile(
            understood.archive, (understood.rows, understood.cleaned), understood.cache, config, Clock(progress)
        )


def _with_file(config: SiteConfig, file: Path) -> SiteConfig:
    """The configuration with a draft in the place of topics.yml or stories.yml."""
    found = load_topics(file)
    return replace(config, stories=found) if isinstance(found, StoriesFile) else replace(config, topics=found)


def _show(report: Any, as_json: bool, lines: Iterable[str]) -> None:  # noqa: FBT001 - what a caller asked for
    if as_json:
        click.echo(msgspec.json.format(msgspec.json.encode(report), indent=2).decode())
        return
    for line in lines:
        click.echo(line)
