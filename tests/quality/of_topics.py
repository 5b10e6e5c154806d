"""How well the built-in vocabulary files articles, beside naming the commonest topic for every one."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Final

from tests.quality import topics_metrics
from tests.quality.tables import Table

_GOALS: Final = {"by hand, held out": ".93", "digitalgov, held out": ".83", "18f, held out": ".85"}


def tables(corpora: Path) -> Iterator[Table]:
    """Accuracy of the first of 17 tops, without any configuration."""
    figures = topics_metrics.measure(corpora)
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
    verbatim = figures["all articles"]["evidence verbatim"]
    table.add(
        "evidence that stands verbatim in the article",
        int(figures["all articles"]["articles"]),
        verbatim,
        None,
        None,
        None,
        "1.0",
    )
    yield table
