"""How well HTML pages are cleaned, beside trafilatura, readability-lxml and resiliparse."""

from __future__ import annotations

import time
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from functools import partial
from pathlib import Path
from typing import Final

from generator.cleaning import CleaningSettings, clean
from generator.model import Metadata, Origin, Original, OutletRef
from tests.quality import folds, gold, of_certainty
from tests.quality.alternatives import HTML_TOOLS
from tests.quality.gold import Found, Page
from tests.quality.of_dumps import OURS, UNSEEN, found_in
from tests.quality.scores import FIELDS, Tally, pool
from tests.quality.tables import Table

_SETS: Final = ("web", "digitalgov", "usgov", "globalvoices")
_COLUMNS: Final = ("n", OURS, UNSEEN, *HTML_TOOLS, "goal")
_EXACT: Final = {"title": ".85", "author": ".80", "date": ".93"}
_INVENTED: Final = {"author": "≤ .05", "date": "≤ .01"}
_IN_SAMPLE: Final = (
    f"`{OURS}` on html/web is **in-sample**: the shipped trees were built from these very pages. `{UNSEEN}` cleans "
    f"each third by trees of the other two ({folds.FOLDS} folds): quote that one. Nothing was learned from other sets."
)
_METHOD: Final = (
    "globalvoices has fields only; readability-lxml and resiliparse read no bylines and dates. Exact: among all pages "
    "whose value is known. Invented: a value although the gold has none; a reader may still see one there, since the "
    "gold of html/web was drafted by a model."
)


def clean_page(page: Page) -> Found:
    """What we find in a page of which only the address is known."""
    original = Original(
        id=page.id,
        origin=Origin(path=page.id, sha256="", media_type="text/html", url=page.url or None),
        form="html",
        text=page.html,
        metadata=Metadata(),
        outlet=OutletRef(key="", name="", basis=""),
    )
    return found_in(clean(original, None, CleaningSettings()))


def tally_of(pages: Iterable[Page], cleaner: Callable[[Page], Found], into: Tally | None = None) -> Tally:
    """What a cleaner does with pages, against what is true of them."""
    tally = Tally() if into is None else into
    for page in pages:
        begun = time.process_time()
        found = cleaner(page)
        tally.seconds += time.process_time() - begun
        truth = page.truth
        tally.add(found, truth, {"title": bool(truth.title), "author": bool(truth.authors), "date": bool(truth.date)})
    return tally


def tallies(pages: Sequence[Page]) -> dict[str, Tally]:
    """Tool -> its tally, ours first."""
    found = {OURS: tally_of(pages, clean_page)}
    for tool, read in HTML_TOOLS.items():
        found[tool] = tally_of(pages, partial(_read, read))
    return found


def _read(read: Callable[[str], Found], page: Page) -> Found:
    return read(page.html)


def unseen(corpora: Path, pages: Sequence[Page], chosen: Sequence[Page], parts: int) -> Tally:
    """Our tally with trees that have not seen the page.

    Args:
        corpora: Where the trainer finds its pages.
        pages: All pages that the shipped trees were built from.
        chosen: Those of them that are measured.
        parts: Of how many parts of the pages.
    """
    found = Tally()
    for own in folds.unseen(folds.unseen_pages, corpora, pages, chosen, parts):
        tally_of(own, clean_page, found)
    return found


def tables(corpora: Path, most: int | None, *, parts: int) -> Iterator[Table]:
    """Bodies and speed by set, then fields over all sets."""
    all_pages = {name: list(gold.pages(corpora, name)) for name in _SETS}
    chosen = {name: gold.sample(pages, most) for name, pages in all_pages.items()}
    seen = {name: tallies(pages) for name, pages in chosen.items()}
    fresh = unseen(corpora, all_pages["web"], chosen["web"], parts) if parts else None
    yield _bodies(seen, fresh)
    yield _fields("html/web", seen["web"], fresh)
    yield _fields("digitalgov, usgov, globalvoices", _pooled([seen[name] for name in _SETS[1:]]), None)
    web = ("unseen pages", fresh) if fresh else ("html/web", seen["web"][OURS])
    others = ((f"html/{name}", seen[name][OURS]) for name in ("digitalgov", "usgov"))
    yield of_certainty.table_of("HTML pages", [web, *others])


def _pooled(found: Sequence[Mapping[str, Tally]]) -> dict[str, Tally]:
    return {tool: pool([one[tool] for one in found]) for tool in found[0]}


def _bodies(seen: Mapping[str, Mapping[str, Tally]], fresh: Tally | None) -> Table:
    table = Table(
        title="HTML: bodies (F1 of 4-gram bags, macro)", columns=("set", *_COLUMNS), notes=(_IN_SAMPLE, _METHOD)
    )
    scored = {name: found for name, found in seen.items() if found[OURS].bodies}
    for name, found in scored.items():
        new = fresh.f1 if fresh and name == "web" else None
        table.add(f"html/{name}", len(found[OURS].bodies), found[OURS].f1, new, *_f1(found), "")
    means = [sum(found[tool].f1 for found in scored.values()) / len(scored) for tool in (OURS, *HTML_TOOLS)]
    new = means[0] + (fresh.f1 - scored["web"][OURS].f1) / len(scored) if fresh else None
    table.add(
        "mean of the sets", sum(len(found[OURS].bodies) for found in scored.values()), means[0], new, *means[1:], ".965"
    )
    whole = _pooled(list(seen.values()))
    speeds = [len(tally.rows["title"]) / tally.seconds for tally in whole.values()]
    table.add(
        "pages per CPU-second",
        len(whole[OURS].rows["title"]),
        f"{speeds[0]:.0f}",
        None,
        *(f"{x:.0f}" for x in speeds[1:]),
        "≥ 40",
    )
    return table


def _f1(found: Mapping[str, Tally]) -> list[float]:
    return [found[tool].f1 for tool in HTML_TOOLS]


def _fields(name: str, found: Mapping[str, Tally], fresh: Tally | None) -> Table:
    table = Table(title=f"HTML: fields of {name}", columns=("field", *_COLUMNS))
    readers = {tool: tally for tool, tally in found.items() if tool in {OURS, "trafilatura"}}
    for label in FIELDS:
        cells = [found[tool].exact(label) if tool in readers or label == "title" else None for tool in HTML_TOOLS]
        ours = found[OURS]
        table.add(
            f"{label} exact",
            ours.fields(label).visible,
            ours.exact(label),
            fresh.exact(label) if fresh else None,
            *cells,
            _EXACT[label],
        )
    for label in _INVENTED:
        cells = [found[tool].invented(label) if tool in readers else None for tool in HTML_TOOLS]
        ours = found[OURS]
        table.add(
            f"{label} invented",
            ours.fields(label).absent,
            ours.invented(label),
            fresh.invented(label) if fresh else None,
            *cells,
            _INVENTED[label],
        )
    return table
