"""Floors for cleaning on a fixed sample of the development corpora, which are not part of this repository."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from tests.quality import gold, of_exactness, of_labels, of_pages, of_records, of_tools
from tests.quality.dumps import STYLES, render_all
from tests.quality.of_dumps import alone, found_in, tallies_of_folder, tally_of
from tests.quality.scores import Tally, pool

FLOORS = tomllib.loads((Path(__file__).parent / "floors.toml").read_text(encoding="utf-8"))
pytestmark = [
    pytest.mark.skipif(not gold.DEFAULT.is_dir(), reason=f"no development corpora in {gold.DEFAULT}"),
    pytest.mark.xdist_group("quality floors"),  # they share fixtures
]
_PAGES = 16


@pytest.fixture(scope="module")
def web() -> list[gold.Page]:
    """A few pages of html/web, the same in every run."""
    return gold.sample(list(gold.pages(gold.DEFAULT, "web")), _PAGES)


@pytest.fixture(scope="module")
def dumps(web: list[gold.Page]) -> dict[str, Tally]:
    """Style -> how their dumps are cleaned, each alone."""
    return {style: tally_of(render_all(web, style), alone) for style in STYLES}


@pytest.fixture(scope="module")
def html(web: list[gold.Page]) -> Tally:
    """How the pages themselves are cleaned."""
    return of_pages.tally_of(web, of_pages.clean_page)


def figures_of(tally: Tally) -> dict[str, float]:
    """The figures that have floors."""
    exact = {f"{name}_exact": tally.exact(name) for name in ("title", "author", "date")}
    return {"f1": tally.f1, **exact}


def hold(name: str, figures: dict[str, float]) -> None:
    """Fail where a figure is below its floor."""
    low = {key: (figures[key], floor) for key, floor in FLOORS[name].items() if figures[key] < floor}
    assert not low, f"{name}: below the floors of floors.toml (figure, floor): {low}"


@pytest.mark.parametrize("style", STYLES)
def test_bodies_of_dumps(dumps: dict[str, Tally], style: str) -> None:
    """The body of a dump is found in every style."""
    hold("dumps", {style: dumps[style].f1} | dict.fromkeys(set(STYLES) - {style}, 1.0))


def test_fields_of_dumps(dumps: dict[str, Tally]) -> None:
    """Title, author and date are found where a reader can see them, and hardly ever invented."""
    whole = pool(list(dumps.values()))
    hold("fields of dumps", figures_of(whole))
    assert whole.invented("author") <= FLOORS["ceilings"]["author invented in dumps"]
    assert whole.invented("date") <= FLOORS["ceilings"]["date invented in dumps"]


@pytest.mark.parametrize("tool", [tool for tool in FLOORS["tools"] if tool in of_tools.TOOLS])
def test_bodies_of_other_tools(web: list[gold.Page], tool: str) -> None:
    """Nor is it lost in dumps of tools that the models do not know."""
    hold(
        "tools",
        {tool: tally_of(of_tools.printed(web, tool), of_tools.cleaner(tool)).f1}
        | dict.fromkeys(set(FLOORS["tools"]) - {tool}, 1.0),
    )


def test_pages(html: Tally) -> None:
    """Body and fields of HTML pages are found."""
    hold("html", figures_of(html))


@pytest.mark.parametrize("name", ["digitalgov-resiliparse", "digitalgov-tools"])
def test_folders(name: str) -> None:
    """What repeats over the files of an outlet is left out of its articles."""
    chosen = gold.sample(list(gold.dumps(gold.DEFAULT, name)), 12)
    hold(name, figures_of(tallies_of_folder(chosen, others=False)["clipfile"]))


def test_seed_frame() -> None:
    """In the seed's frame body and fields are exact."""
    numbered = list(enumerate(gold.pages(gold.DEFAULT, "web")))
    wanted = {page.id for page in gold.sample([page for _, page in numbered], 40)}
    judged = of_exactness.frames((number, page) for number, page in numbered if page.id in wanted)
    hold("seed frame", {"body": sum(body for body, _ in judged) / 40, "all": sum(whole for _, whole in judged) / 40})


def test_records() -> None:
    """Of the texts of records hardly a word is left out without a reason of its own, and no first paragraph."""
    pairs = list(of_records.cleaned(gold.DEFAULT, 6))
    assert of_records.without_lead(pairs) == []
    assert of_records.share_outside(pairs)[1] <= FLOORS["ceilings"]["words of records outside the article"]


def test_labelled_lines() -> None:
    """The lines that a reader called body are kept, and few others."""
    labels, stale = of_labels.labelled(gold.DEFAULT)
    assert not stale, f"labels of dumps that have another text now: {stale}"
    found = of_labels.alone(labels)
    result = of_labels.score(list(zip(labels, map(of_labels.our_lines, found), strict=True)))
    fields = [found_in(article) for article in found]
    figures = {"f1": result.f1, "exact": result.exact / len(labels)}
    for name in ("title", "byline", "date"):
        seen = [(one, value) for one, value in zip(labels, fields, strict=True) if any(one.places[name])]
        figures[name] = sum(of_labels.is_right(name, value, one.places[name]) for one, value in seen) / len(seen)
    hold("labelled", figures)
