"""How well people are told apart, beside the script that one writes in an evening."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

from tests.quality import people_labels, people_metrics, people_stability
from tests.quality.tables import Table

_SCRIPT = "plain script"


def tables(corpora: Path) -> Iterator[Table]:
    """Labelled articles, then MEANTIME and the press releases of Congress with injected difficulties, then growth."""
    yield _labelled(corpora)
    yield _metrics(corpora)
    yield _growth(corpora)


def _labelled(corpora: Path) -> Table:
    """The articles in which every person is labelled by hand."""
    wanted = frozenset(label.article for label in people_labels.labels())
    rows = people_metrics.rows_for(people_labels.articles(corpora, wanted))
    measured = {(part, way): figures for part, way, figures in people_labels.measured(rows)}
    table = Table(
        title=f"People: {len(wanted)} articles labelled by hand",
        columns=("what", "n", "clipfile", _SCRIPT, "goal"),
        notes=(
            "The rules were tuned on `tune` only. `plain script`: strings, surname within the article, fuzzy names.",
        ),
    )
    for part in sorted({part for part, _ in measured}, reverse=True):
        ours, script = measured[part, "clipfile"], measured[part, _SCRIPT]
        table.add(f"{part}: B-cubed F1 over (article, person)", ours.people, ours.f1, script.f1, ".95")
        table.add(f"{part}: people of several articles with one page", "", ours.one_page, script.one_page, ".95")
        table.add(f"{part}: junk pages", ours.pages, ours.junk / ours.pages, script.junk / script.pages, "≤ .06")
        table.add(f"{part}: pages that mix two people", ours.pages, ours.mixed, script.mixed, "0")
    return table


def _metrics(corpora: Path) -> Table:
    table = Table(title="People: MEANTIME and Congress", columns=("what", "n", "clipfile", _SCRIPT, "goal"))
    cleans, gold = people_metrics.meantime(corpora)
    rows = people_metrics.rows_for(cleans)
    ours, script = (
        people_metrics.judge_meantime(gold, file(rows))
        for file in (people_metrics.by_clipfile, people_metrics.by_plain_script)
    )
    table.add("MEANTIME: B-cubed F1", len(gold), ours[0].f1, script[0].f1, ".95")
    table.add("MEANTIME: people of several articles with one page", ours[2], ours[1], script[1], ".95")
    cleans, members = people_metrics.congress(corpora)
    rows = people_metrics.rows_for(cleans)
    before = people_metrics.by_clipfile(rows)
    found = people_metrics.judge_congress(rows, members, before)
    plain = people_metrics.judge_congress(rows, members, people_metrics.by_plain_script(rows))
    table.add("Congress: issuing member found", len(members), found[0], plain[0], "")
    table.add("Congress: members of several articles with one page", "", found[1], plain[1], ".95")
    for name, make in (("hidden full names", people_metrics.hide_full_names), ("slips", people_metrics.misspell)):
        changed, truth = make(rows)
        right, wrong = people_metrics.judge_hidden(truth, before, people_metrics.by_clipfile(changed))
        table.add(f"Congress, {name}: filed right", len(truth), right, None, ".90" if name == "slips" else "")
        table.add(f"Congress, {name}: filed wrong", len(truth), wrong, None, "")
    return table


def _growth(corpora: Path) -> Table:
    table = Table(
        title="People: when the archive grows by a tenth",
        columns=("published people that are", "n", *people_stability.SAMPLES, "goal"),
        notes=("Press releases, Wikinews, web pages and Global Voices; three tenths by hash, one at a time.",),
    )
    samples = tuple(people_stability.measured(corpora))
    people = sum(growth.people for growth in samples) // len(samples)
    for what in ("merged", "split", "lost", "retitled"):
        table.add(what, people, *(len(getattr(growth, what)) / growth.people for growth in samples), "")
    table.add("any of that", people, *(growth.unstill for growth in samples), "≤ .005")
    return table
