"""How well articles are filed: by the built-in vocabulary, and by topics of a maintainer's own."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.quality import topics_metrics, topics_own, topics_stories
from tests.quality.tables import Table

_GOALS: Final = {"by hand, held out": ".93", "digitalgov, held out": ".83", "18f, held out": ".85"}
_GROWTHS: Final = 3


def tables(corpora: Path) -> Iterator[Table]:
    """The first of 17 tops without configuration, what is taken for what, and topics of a maintainer's own."""
    figures, confusion = topics_metrics.measure(corpora)
    yield _builtin(figures)
    yield _confused(confusion)
    yield _own(corpora)
    yield _stories(corpora)


def _builtin(figures: dict[str, topics_metrics.Figures]) -> Table:
    table = Table(
        title="Topics with no configuration: first of 17 tops",
        columns=("set", "n", "clipfile", "phrases alone", "any of those shown", "always the commonest", "goal"),
        notes=(
            "The goals are of other sets of articles (three corpora that are not here): near, not the same.",
            "`developed on`: the half that the vocabulary was tuned on.",
        ),
    )
    for name, values in figures.items():
        if "top-1" in values and "phrases alone" not in name:
            alone = figures[f"{name}, phrases alone"]["top-1"]
            shares = (values["top-1"], alone, values["any of three"], values["always the commonest"])
            table.add(name, int(values["articles"]), *shares, _GOALS.get(name, ""))
    whole = figures["all articles"]
    number = int(whole["articles"])
    for name, figure, goal in (
        ("evidence that stands verbatim in the article", whole["evidence verbatim"], "1.0"),
        ("articles of full length under a topic", 1 - whole["without"], ".99"),
        ("topics an article", whole["topics an article"], "1.2 to 2.0"),
    ):
        table.add(name, number, figure, None, None, None, goal)
    return table


def _confused(confusion: topics_metrics.Confusion) -> Table:
    table = Table(
        title="Topics with no configuration: what is taken for what",
        columns=("right", "n", "filed so", "filed first elsewhere"),
        notes=("All three sets, both halves. Of an article missed with several right tops, one counts.",),
    )
    for top in sorted({right for right, _ in confusion}):
        said = Counter({filed: number for (right, filed), number in confusion.items() if right == top})
        elsewhere = ", ".join(f"{name} {number}" for name, number in said.most_common() if name != top)
        table.add(top, said.total(), said[top], elsewhere)
    return table


def _own(corpora: Path) -> Table:
    table = Table(
        title="Topics of a maintainer's own: the first of each article",
        columns=("archive", "topics", "n", "macro-F1", "accuracy", "filed nowhere", "goal of macro-F1"),
        notes=(
            "The goals are of other sets of articles. No configuration but the topics: no built-in vocabulary.",
            "The topics are the editors' tags, merged where they mean the same; rare tags are none of them.",
        ),
    )
    for archive in topics_own.read(corpora):
        for way, result, goal in (
            ("five keywords", topics_own.by_keywords(archive), ".95, .78, .80"),
            ("ten examples", topics_own.by_examples(archive), ".955, .82, .85"),
        ):
            figures = result.figures()
            shares = (figures["macro-F1"], figures["accuracy"], figures["without"])
            table.add(f"{archive.name}, {way}", len(result.topics), int(figures["articles"]), *shares, goal)
    return table


def _stories(corpora: Path) -> Table:
    table = Table(
        title="Stories: the best proposal for each that a reader sees",
        columns=(
            "archive",
            "stories",
            "articles",
            "proposals",
            "mean best F1",
            "found",
            "well named",
            "addresses kept",
        ),
        notes=(
            "Goals, on another archive: .80, .92, .90, 1.0. Found: F1 of .5 and more. Kept: the mean of three growths.",
            "Well named, of those found: the name has the words that a reader would know the story by.",
        ),
    )
    for archive in topics_stories.read(corpora):
        proposals = archive.proposed()
        stories = topics_stories.met(archive, proposals)
        articles = sum(one.articles for one in stories)
        f1 = sum(one.f1 for one in stories) / len(stories)
        figures = (f1, topics_stories.found(stories), topics_stories.well_named(stories))
        still = sum(topics_stories.kept(archive, sample) for sample in range(_GROWTHS)) / _GROWTHS
        table.add(archive.name, len(stories), articles, len(proposals), *figures, still)
    return table
