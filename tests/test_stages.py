"""The stages that work article by article: what each result is remembered by."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from generator import ingest, stages
from generator.config import default_site_config, load_site_config
from generator.config.schema import CleaningFile, CleaningRule, SiteConfig
from generator.ingest.originals import digest_of
from generator.model import Analysis, CleanArticle, CleanRow, Origin, Original, OriginalRow, OutletRef
from generator.progress import Ticker
from generator.stages.clean import Cleaned, row_of_cleaned
from generator.store.cache import Cache, stage_key
from generator.store.report import furniture_yaml
from generator.workers import Measure, Workers
from tests.cleaning.conftest import original_of

Run = Callable[..., tuple[int, list[CleanArticle]]]
_QUIET = Ticker(lambda _done, _total: None)
PAGE = (
    "The Gazette of Harbour Town\n\n{title}\n\nThe council of {title} met on the evening of day {number} to talk about "
    "the old pier, and it talked for a long time.\n\nWrite to the night desk\n"
)
TITLES = ("Pier Rebuilt", "Ferry Returns", "School Wins", "Market Moves", "Bridge Closed", "Light House", "New Mayor")


def _original(number: int, *, outlet: str = "gazette", text: str = PAGE) -> Original:
    made = original_of(text.format(title=TITLES[number], number=number), path=f"{outlet}/{number}.txt")
    return replace(
        made,
        origin=Origin(path=made.origin.path, sha256=f"{number:064}", media_type="text/plain"),
        outlet=OutletRef(key=outlet, name=outlet, basis="folder"),
        digest=digest_of(made.text),
        size=len(made.text),
    )


class _Shelf:
    """Originals at hand, in the place of files."""

    def __init__(self, originals: Sequence[Original]) -> None:
        self._texts = {original.id: original.text for original in originals}

    def texts(self, rows: Iterable[OriginalRow], _workers: Workers) -> Iterator[tuple[OriginalRow, Original]]:
        """As ``Library.texts``."""
        for row in rows:
            yield row, row.with_text(self._texts[row.id])


def _library(originals: Sequence[Original]) -> ingest.Library:
    return cast("ingest.Library", _Shelf(originals))


@pytest.fixture
def cleaned(tmp_path: Path) -> Run:
    """Survey and clean originals over one cache; gives how many were computed and the results."""

    def run(originals: Sequence[Original], config: SiteConfig | None = None) -> tuple[int, list[CleanArticle]]:
        ticker, wanted = Ticker(lambda _done, _total: None), config or default_site_config()
        rows, library = [original.row for original in originals], _library(originals)
        with Cache(tmp_path / "cache.sqlite") as cache, stages.workers_for(wanted) as workers:
            means = stages.Means(cache=cache, workers=workers, tick=_QUIET)
            learned = stages.survey_all(rows, library, means)
            found, articles = stages.clean_all(rows, learned.repeats, wanted, library, replace(means, tick=ticker))
            return ticker.computed, list(articles.stream(row.id for row in found))

    return run


def test_a_new_file_that_teaches_nothing_cleans_itself_alone(cleaned: Run) -> None:
    """The counts of an outlet's furniture are in no key, only what of it stands in the file."""
    assert cleaned([_original(number) for number in range(6)])[0] == 6
    assert cleaned([_original(number) for number in range(7)])[0] == 1


def test_new_furniture_cleans_the_files_that_have_it(cleaned: Run) -> None:
    """A line that begins to repeat is looked at again where it stands, and nowhere else."""
    with_more = PAGE + "\nThe bakery is open all night\n"
    files = [_original(number, text=with_more if number < 2 else PAGE) for number in range(5)]
    assert cleaned(files)[0] == 5
    computed, results = cleaned([*files, _original(5, text=with_more)])
    assert computed == 3
    assert "bakery" not in results[0].text


def test_learned_furniture_is_pinned_or_refused_by_copying(tmp_path: Path, cleaned: Run) -> None:
    """The report's list is a cleaning.yml: as it stands it drops its lines, with `keep` in the place of `drop` it keeps
    them; what it lists does not depend on anything but the originals, and what is decided is listed no more.
    """
    files = [_original(number, text=PAGE + "\n{number} readers like this\n") for number in range(5)]

    def listed(config: SiteConfig) -> str:
        with Cache(tmp_path / "other.sqlite") as cache, stages.workers_for(config) as workers:
            means = stages.Means(cache=cache, workers=workers, tick=_QUIET)
            rows, library = [file.row for file in files], _library(files)
            learned = stages.survey_all(rows, library, means)
            return furniture_yaml(stages.learned_lines(rows, learned, config, library, means))

    text = listed(default_site_config())
    assert "- outlet: 'gazette'" in text
    assert "# in 5 of 5 files; gazette/0\n      - '/^\\d+ readers like this$/'" in text
    assert "- 'Write to the night desk'" in text
    assert listed(default_site_config()) == text

    fates = {}
    for key in ("drop", "keep"):
        config = _configured(tmp_path, text.replace("    drop:", f"    {key}:"))
        (article,) = cleaned(files[:1], config)[1]
        fates[key] = {line.fate for line in article.account if line.rule.startswith("cleaning.yml:")}
        assert ("readers like this" in article.text) is (key == "keep")
        assert listed(config).endswith("rules: []\n")
    assert fates == {"drop": {"removed"}, "keep": {"body"}}


def _configured(folder: Path, cleaning: str) -> SiteConfig:
    (folder / "mkdocs.yml").write_text("site_name: A\n", encoding="utf-8")
    (folder / "site_config").mkdir(exist_ok=True)
    (folder / "site_config" / "cleaning.yml").write_text(cleaning, encoding="utf-8")
    return load_site_config(folder)


def test_a_rule_cleans_only_the_files_that_it_names(cleaned: Run) -> None:
    """A change of cleaning.yml for one outlet repeats nothing for another."""
    files = [_original(number) for number in range(3)] + [_original(number, outlet="herald") for number in range(4)]
    assert cleaned(files)[0] == 7
    rule = CleaningRule(outlet="herald", drop=("/night desk/",))
    config = replace(default_site_config(), cleaning=CleaningFile(version=1, rules=(rule,)))
    assert cleaned(files, config)[0] == 4


def test_names_are_the_same_whoever_looks_for_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """In this process or in others."""
    texts = ("Ada Lovelace met Charles Babbage in London on June 5, 1833.", "NASA sent Neil Armstrong to the Moon.")
    articles = [CleanArticle(id=str(number), text=text, blocks=()) for number, text in enumerate(texts * 10)]

    def analyses(number: int) -> list[Analysis]:
        workers = Workers(Measure(seconds=30, memory=1_000_000_000))
        with Cache(tmp_path / f"{number}.sqlite") as cache, workers:
            means = stages.Means(cache=cache, workers=workers, tick=_QUIET)
            keys = {article.id: stage_key(article.id) for article in articles}
            cache.put_many("clean", {keys[article.id]: article for article in articles})
            kept = stages.Articles(("clean", CleanArticle), keys, cache, _lost)
            return stages.analyze_all([_row(article) for article in articles], kept, default_site_config(), means)

    here = analyses(1)
    assert [mention.text for mention in here[0].mentions] == ["Ada Lovelace", "Charles Babbage", "London"]
    monkeypatch.setattr(stages.analyze, "_TOLL", 100_000)
    assert analyses(2) == here


def _row(article: CleanArticle) -> CleanRow:
    return row_of_cleaned(article.id, Cleaned(article=article))


def _lost(article: str) -> CleanArticle:
    raise AssertionError(article)


def _in_language(spoken: str) -> CleanArticle:
    return CleanArticle(id=spoken, text="", blocks=(), language=spoken)


def test_a_language_with_its_country_is_read_by_the_model_of_the_language() -> None:
    """Pages say ``en-US``; of a language without a model the build says so, once."""
    found = stages.analyze_one(replace(_in_language("en-US"), text="Ada Lovelace met Charles Babbage."), (), "en")
    assert [mention.text for mention in found.mentions] == ["Ada Lovelace", "Charles Babbage"]
    articles = [_row(_in_language(spoken)) for spoken in ("en-GB", "", "nl", "nl-BE")]
    (warning,) = stages.unread_languages(articles, default_site_config())
    assert warning.startswith("2 articles are in `nl`, for which no model is installed")


@pytest.mark.parametrize(("basis", "share"), [("address", True), ("metadata", True), ("folder", False), ("", False)])
def test_files_that_may_be_of_many_sites_share_little(basis: str, *, share: bool) -> None:
    """Addresses and records tell a site; what lies in one folder, or is of no known outlet, may be of any."""
    outlet = OutletRef(key="gazette" if basis else "", name="", basis=basis)
    rows = [replace(_original(number).row, outlet=outlet) for number in range(5)]
    lines = [(*(f"own {number} {line}" for line in range(60)), "company", "contact") for number in range(5)]
    learned = stages.surveyed(rows, lines)
    assert set(learned.furniture[outlet.key].lines) == {"company", "contact"}
    assert [bool(found) for found in learned.repeats] == [share] * 5
