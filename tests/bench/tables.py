"""The figures as tables in Markdown: ratios against goals, what each run cost, and each stage at every size."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import pairwise

from tests.bench.runs import COLD, HUGO, MKDOCS, ONE, SAME, THEME, Measured, Run

Row = tuple[str, ...]


def report(found: Sequence[Measured]) -> str:
    """All tables, each below its heading."""
    parts = [part for measured in found for part in _of_size(measured)]
    if len(found) > 1:
        parts += ["### Growth", growth({one.articles: one.runs for one in found})]
    return "\n\n".join(parts) + "\n"


def growth(found: Mapping[int, Mapping[str, Run]]) -> str:
    """Each stage of a cold build, the whole and its memory at every size, and how much more a step up takes.

    Args:
        found: articles -> runs by their names.
    """
    cold = [runs[COLD] for runs in found.values()]
    whole = [
        _grown("all, processors", [run.cost.cpu for run in cold], "s"),
        _grown("memory", [run.cost.memory / 1e6 for run in cold], "MB"),
        _grown("site", [run.bytes / 1e6 for run in cold], "MB"),
        *(_grown(name, [runs[name].cost.cpu for runs in found.values()], "s") for name in (ONE, SAME)),
    ]
    stages = [_grown(stage, [run.wall.get(stage, 0) for run in cold], "s") for stage in cold[-1].wall]
    steps = [f"{after / before:.0f}x articles" for before, after in pairwise(found)]
    head = ("stage", *(f"{size:,} articles" for size in found), *steps)
    return _table(head, [*stages, *whole])


def _grown(what: str, values: Sequence[float], unit: str) -> Row:
    steps = (f"{after / before:.1f}x" if before else "" for before, after in pairwise(values))
    return (what, *(f"{value:.2f} {unit}" for value in values), *steps)


def _of_size(measured: Measured) -> Iterator[str]:
    yield f"### {_size(measured)}"
    yield _table(("what", "measured", "against", "ratio", "goal"), _ratios(measured))
    yield _table(("run", "CPU s", "wall s", "memory MB", "files", "MB"), map(_cost, measured.runs.values()))
    builds = [run for run in measured.runs.values() if run.wall]
    stages = list(dict.fromkeys(stage for run in builds for stage in run.wall))
    yield _table(
        ("wall s (CPU s)", *(run.name for run in builds)),
        ((stage, *(_stage(run, stage) for run in builds)) for stage in stages),
    )


def _size(measured: Measured) -> str:
    return f"{measured.articles:,} articles"


def _stage(run: Run, stage: str) -> str:
    return f"{run.wall[stage]:.2f} ({run.cpu.get(stage, 0):.2f})" if stage in run.wall else "–"


def _cost(run: Run) -> Row:
    cost = run.cost
    files, size = f"{run.files:,}", f"{run.bytes / 1e6:.0f}"
    return (run.name, f"{cost.cpu:.1f}", f"{cost.wall:.1f}", f"{cost.memory / 1e6:.0f}", files, size)


def _ratios(measured: Measured) -> Iterator[Row]:
    runs = measured.runs
    cold, one, theme = runs[COLD], runs[ONE], runs[THEME]
    if hugo := runs.get(HUGO):
        wall, cpu = (hugo.cost.wall, "Hugo, wall"), (hugo.cost.cpu, "Hugo, CPU")
        yield _ratio("pages and theme, cold", _laid_out(cold.wall), *wall, "≤ 0.8")
        yield _ratio("theme alone, cold", cold.wall["render"], *wall, "")
        yield _ratio("everything re-rendered after a change of theme", _laid_out(theme.wall), *wall, "≤ 0.5")
        yield _ratio("theme, one article added", one.cpu["render"], *cpu, "≤ 0.2")
    if plain := runs.get(MKDOCS):
        yield _ratio("theme alone, cold", cold.wall["render"], plain.cost.wall, "plain MkDocs, wall", "")
    spacy = measured.spacy
    entities = f"{spacy.alike:,} of {spacy.entities:,} entities the same"
    yield _ratio(f"analysis, cold ({entities})", cold.wall["analyze"], spacy.wall, "nlp.pipe, wall", "≤ 0.33")
    yield ("one article added, everything", f"{one.cost.cpu:.1f} s CPU", "", "", "≤ 3 s")
    yield ("nothing changed, everything", f"{runs[SAME].cost.cpu:.1f} s CPU", "", "", "≤ 1.5 s")
    yield ("memory, cold", f"{cold.cost.memory / 1e6:.0f} MB", "", "", "≤ 2,000 MB")
    yield ("weight of the site", f"{cold.bytes / 1e6:.0f} MB", "", "", "≤ 400 MB at 10,000")


def _laid_out(seconds: Mapping[str, float]) -> float:
    """From rows to pages in the theme: what Hugo does."""
    return seconds["publish"] + seconds["render"]


def _ratio(what: str, ours: float, theirs: float, name: str, goal: str) -> Row:
    return (what, f"{ours:.2f} s", f"{name} {theirs:.2f} s", f"{ours / theirs:.2f}", goal)


def _table(head: Row, rows: Iterable[Row]) -> str:
    cells = [head, *rows]
    widths = [max(len(row[column]) for row in cells) for column in range(len(head))]
    lines = [
        "| " + " | ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True)) + " |" for row in cells
    ]
    lines.insert(1, "| " + " | ".join("-" * width for width in widths) + " |")
    return "\n".join(lines)
