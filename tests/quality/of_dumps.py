"""How well text dumps are cleaned, beside what others make of them."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Final

from generator.cleaning import CleaningSettings, clean, survey
from generator.model import CleanArticle, Furniture
from tests.quality import folds, gold, of_certainty
from tests.quality.alternatives import DUMP_TOOLS, YARDSTICK
from tests.quality.cleaning_metrics import original_of
from tests.quality.dumps import SEED_STYLE, STYLES, render_all
from tests.quality.gold import Dump, Found, Page
from tests.quality.scores import FIELDS, Tally, pool
from tests.quality.tables import Table

Cleaner = Callable[[Dump], Found]
Row = tuple[str, int, Mapping[str, float], str]
"""Name of a set, its size, tool -> F1, and the goal."""
OURS: Final = "clipfile"
UNSEEN: Final = "clipfile, unseen pages"
_COLUMNS: Final = ("set", "n", OURS, UNSEEN, *DUMP_TOOLS, "goal")
_EXACT: Final = {"title": ".92", "author": ".80", "date": ".94"}
_INVENTED: Final = {"author": "≤ .05", "date": "≤ .01"}
_SMALL: Final = 3
"""Files of a small folder."""
_FOLDERS: Final = ("digitalgov-resiliparse", "digitalgov-resiliparse-main", "digitalgov-tools")
_IN_SAMPLE: Final = (
    f"`{OURS}` on html/web is **in-sample**: the shipped weights were learned from these very pages. `{UNSEEN}` cleans "
    f"each third by weights that were learned from the other two ({folds.FOLDS} folds): quote that one. Nothing was "
    "learned from digitalgov and usgov, but their dumps were read while the rules were written."
)
_METHOD: Final = (
    "Precision and recall of each article's bag of 4-grams, averaged over articles, then F1 of the averages. `sentence "
    "filter`: lines of five words or more that end like a sentence. `trafilatura on the HTML` sees what no reader of "
    "dumps can see. A single file is cleaned knowing nothing else; a folder is surveyed as a build does."
)
_VISIBLE: Final = (
    "Exact: equal but for case, punctuation and `and`, among the dumps in which the true value's words stand. "
    "Invented: a value was given although none is true, or the true one does not stand in the dump."
)


def clean_with(dump: Dump, furniture: Furniture | None) -> CleanArticle:
    """The article of a dump, of whose outlet only the furniture is known."""
    original = original_of(dump.text, dump.id)
    known = None if furniture is None else survey.repeats(furniture, survey.lines_of(original))
    return clean(original, known, CleaningSettings())


def clean_alone(dump: Dump) -> CleanArticle:
    """The article of a dump of which nothing else is known, not even its address."""
    return clean_with(dump, None)


def furniture_of(dumps: Iterable[Dump]) -> Furniture:
    """What repeats over dumps of one outlet."""
    return survey.furniture("", {dump.id: survey.lines_of(original_of(dump.text, dump.id)) for dump in dumps})


def clean_together(dumps: Sequence[Dump]) -> dict[str, CleanArticle]:
    """Id -> article, of dumps of one outlet that were surveyed together."""
    learned = furniture_of(dumps)
    return {dump.id: clean_with(dump, learned) for dump in dumps}


def found_in(article: CleanArticle) -> Found:
    """An article as the measures take it."""
    date = article.published.date if article.published else ""
    return Found(
        body=article.text,
        title=article.title or "",
        authors=article.authors,
        date=date,
        certainty=article.certainty,
    )


def alone(dump: Dump) -> Found:
    """What we find in a dump of which nothing else is known."""
    return found_in(clean_alone(dump))


def tally_of(dumps: Iterable[Dump], cleaner: Cleaner, into: Tally | None = None) -> Tally:
    """What a cleaner does with dumps, against what a reader can see in them."""
    tally = Tally() if into is None else into
    for dump in dumps:
        begun = time.process_time()
        found = cleaner(dump)
        tally.seconds += time.process_time() - begun
        tally.add(found, dump.truth, gold.visible(dump.truth, dump.text))
    return tally


def tallies(dumps: Sequence[Dump]) -> dict[str, Tally]:
    """Tool -> its tally, ours first."""
    return {OURS: tally_of(dumps, alone)} | {tool: tally_of(dumps, cleaner) for tool, cleaner in DUMP_TOOLS.items()}


def unseen(corpora: Path, pages: Sequence[Page], chosen: Sequence[Page], parts: int) -> dict[str, Tally]:
    """Style -> our tally with weights that have not seen the page.

    Args:
        corpora: Where the trainer finds its pages.
        pages: All pages that the shipped weights were learned from.
        chosen: Those of them that are measured.
        parts: Of how many parts of the pages.
    """
    found = {style: Tally() for style in STYLES}
    for own in folds.unseen(folds.unseen_dumps, corpora, pages, chosen, parts):
        for style in STYLES:
            tally_of(render_all(own, style), alone, found[style])
    return found


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """Bodies, then fields, of dumps in five styles and of folders of one outlet."""
    web = list(gold.pages(corpora, "web"))
    chosen = gold.sample(web, most)
    seen = {style: tallies(list(render_all(chosen, style))) for style in STYLES}
    fresh = unseen(corpora, web, chosen, parts) if parts else {}
    yield _bodies(seen, fresh, [_many_sites(chosen), *_other_pages(corpora, most), *_whole_folders(corpora, most)])
    yield _fields(seen, fresh)
    pages = "unseen pages" if fresh else "html/web"
    measured = fresh or {style: found[OURS] for style, found in seen.items()}
    yield of_certainty.table_of("dumps", ((f"{pages}, {style}", tally) for style, tally in measured.items()))


def tallies_of_folder(dumps: Sequence[Dump], *, others: bool = True) -> dict[str, Tally]:
    """Tool -> its tally, of ours only where others are not asked for; ours learns the furniture of a style's dumps."""
    together: dict[str, CleanArticle] = {}
    for style in sorted({dump.style for dump in dumps}):
        together |= clean_together([dump for dump in dumps if dump.style == style])
    ours = tally_of(dumps, lambda dump: found_in(together[dump.id]))
    tools = {tool: cleaner for tool, cleaner in DUMP_TOOLS.items() if others and (tool != YARDSTICK or dumps[0].html)}
    return {OURS: ours} | {tool: tally_of(dumps, cleaner) for tool, cleaner in tools.items()}


def _many_sites(pages: Sequence[Page]) -> Row:
    """Pages of as many sites in one folder: no better than each alone, and it must be no worse."""
    means = _mean([tallies_of_folder(list(render_all(pages, style)), others=False) for style in STYLES])
    return "html/web, five styles, one folder of as many sites", len(pages), means, ""


def _other_pages(corpora: Path, most: int | None) -> Iterator[Row]:
    """Pages of two more sets in five styles: each dump alone, and a style's dumps of one outlet together."""
    for name in ("usgov", "digitalgov"):
        pages = gold.sample(list(gold.pages(corpora, name)), most)
        dumps = [list(render_all(pages, style)) for style in STYLES]
        yield f"html/{name}, five styles, single files", len(pages), _mean([tallies(one) for one in dumps]), ".945"
        if name == "digitalgov":
            together = _mean([tallies_of_folder(one) for one in dumps])
            yield f"html/{name}, five styles, one folder", len(pages), together, ".970"


def _whole_folders(corpora: Path, most: int | None) -> Iterator[Row]:
    for name in _FOLDERS:
        dumps = gold.sample(list(gold.dumps(corpora, name)), most)
        yield f"textdumps/{name}, one folder", len(dumps), _mean([tallies_of_folder(dumps)]), ".970"
        if name == _FOLDERS[0]:
            groups = [dumps[first : first + _SMALL] for first in range(0, len(dumps) - _SMALL + 1, _SMALL)]
            ours = pool([tallies_of_folder(group, others=False)[OURS] for group in groups])
            yield f"textdumps/{name}, folders of three", len(ours.bodies), {OURS: ours.f1}, ".970"


def _mean(found: Sequence[Mapping[str, Tally]]) -> dict[str, float]:
    """Tool -> the mean of its F1 over styles."""
    return {tool: sum(one[tool].f1 for one in found) / len(found) for tool in found[0]}


def _bodies(seen: Mapping[str, Mapping[str, Tally]], fresh: Mapping[str, Tally], others: Iterable[Row]) -> Table:
    table = Table(title="Dumps: bodies (F1 of 4-gram bags, macro)", columns=_COLUMNS, notes=(_IN_SAMPLE, _METHOD))
    unseen_f1 = {style: tally.f1 for style, tally in fresh.items()}
    rows: list[Row] = [
        (f"html/web, {style}", len(found[OURS].bodies), _mean([found]), ".960" if style == SEED_STYLE else "")
        for style, found in seen.items()
    ]
    rows.append(("html/web, mean of five styles", rows[0][1], _mean(list(seen.values())), ".945"))
    for style, (name, count, means, goal) in zip([*seen, ""], rows, strict=True):
        mean = sum(unseen_f1.values()) / len(unseen_f1) if unseen_f1 else None
        table.add(name, count, means[OURS], unseen_f1.get(style, mean), *(means.get(t) for t in DUMP_TOOLS), goal)
    for name, count, means, goal in others:
        table.add(name, count, means[OURS], None, *(means.get(tool) for tool in DUMP_TOOLS), goal)
    return table


def _fields(seen: Mapping[str, Mapping[str, Tally]], fresh: Mapping[str, Tally]) -> Table:
    """Title, author and date over all five styles at once."""
    tools = (OURS, *DUMP_TOOLS)
    pooled = {tool: pool([found[tool] for found in seen.values()]) for tool in tools}
    new = pool(list(fresh.values())) if fresh else None
    table = Table(title="Dumps: fields of html/web, five styles pooled", columns=_COLUMNS, notes=(_VISIBLE,))
    table.columns = ("field", *_COLUMNS[1:])
    for name in FIELDS:
        cells = [pooled[tool].exact(name) for tool in tools[1:]]
        count = pooled[OURS].fields(name).visible
        table.add(
            f"{name} exact", count, pooled[OURS].exact(name), new.exact(name) if new else None, *cells, _EXACT[name]
        )
    for name in _INVENTED:
        cells = [pooled[tool].invented(name) for tool in tools[1:]]
        count, ours = pooled[OURS].fields(name).absent, pooled[OURS].invented(name)
        table.add(f"{name} invented", count, ours, new.invented(name) if new else None, *cells, _INVENTED[name])
    return table
