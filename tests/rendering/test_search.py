"""The search index: made part by part, and only where something changed."""

from __future__ import annotations

import gzip
import json
import os
import shutil
from pathlib import Path

import pytest

from generator.rendering import parts, search
from generator.rendering.packing import LOADS
from generator.rendering.parts import Findable
from generator.rendering.swap import begin, current_site, publish

USUAL = search.Settings()
_HTML = "<html><body><main data-pagefind-body><h1>Article {0}</h1><p>A word on rhubarb, {0}.</p></main></body></html>"


def _site(root: Path, texts: dict[int, str]) -> list[Findable]:
    """A site of articles, ten a year."""
    for number, text in texts.items():
        page = root / f"articles/{number}/index.html"
        page.parent.mkdir(parents=True)
        page.write_text(_HTML.format(text), encoding="utf-8")
    return [
        Findable(f"articles/{number}/", f"{1960 + number // 10}-01-01", text.encode()) for number, text in texts.items()
    ]


def _inodes(site: Path) -> dict[str, set[int]]:
    """Part -> its files."""
    names = json.loads((site / "pagefind" / "parts.json").read_text("utf-8"))["parts"]
    return {name: {path.stat().st_ino for path in (site / "pagefind" / name).rglob("*.*")} for name in names}


@pytest.fixture(autouse=True)
def _small_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(parts, "_LEAST", 10)


def test_only_the_part_of_a_changed_page_is_made_anew(tmp_path: Path) -> None:
    """The others are the same files under another name; what is found is what a first build finds."""
    texts = {number: str(number) for number in range(40)}
    assert search.index(tmp_path / "1", _site(tmp_path / "1", texts), USUAL) == 40
    pages = _site(tmp_path / "2", {**texts, 15: "fifteen"})
    assert search.index(tmp_path / "2", pages, USUAL, before=tmp_path / "1") == 40
    before, now = _inodes(tmp_path / "1"), _inodes(tmp_path / "2")
    assert before.keys() == now.keys()
    assert [before[name] == now[name] for name in sorted(now)] == [True, False, True, True]
    assert before[max(now)] != set()


def test_what_is_right_in_an_old_index_stays(tmp_path: Path) -> None:
    """Where the next site is made out of an old one: the same files as in the one before, and nothing else."""
    texts = {number: str(number) for number in range(40)}
    search.index(tmp_path / "1", _site(tmp_path / "1", texts), USUAL)
    pages = _site(tmp_path / "2", {**texts, 15: "fifteen"})
    shutil.copytree(tmp_path / "1" / "pagefind", tmp_path / "2" / "pagefind", copy_function=os.link)
    (tmp_path / "2" / "pagefind" / "left" / "fragment").mkdir(parents=True)
    search.index(tmp_path / "2", pages, USUAL, before=tmp_path / "1")
    search.index(tmp_path / "3", _site(tmp_path / "3", {**texts, 15: "fifteen"}), USUAL, before=tmp_path / "1")
    before, now, third = (_inodes(tmp_path / name) for name in "123")
    assert [before[name] == now[name] for name in sorted(now)] == [True, False, True, True]
    assert {name: len(found) for name, found in now.items()} == {name: len(found) for name, found in third.items()}
    assert sorted(path.name for path in (tmp_path / "2" / "pagefind").iterdir()) == [*sorted(now), "parts.json"]


def test_a_part_that_somebody_touched_is_made_anew(tmp_path: Path) -> None:
    """Likewise one whose record is lost."""
    texts = {number: str(number) for number in range(10)}
    search.index(tmp_path / "1", _site(tmp_path / "1", texts), USUAL)
    entry = next(tmp_path.glob("1/pagefind/*/pagefind-entry.json"))
    entry.write_text("{}", encoding="utf-8")
    search.index(tmp_path / "2", _site(tmp_path / "2", texts), USUAL, before=tmp_path / "1")
    assert "languages" in json.loads(next(tmp_path.glob("2/pagefind/*/pagefind-entry.json")).read_text("utf-8"))


def test_a_part_that_came_out_as_it_was_is_linked_by_the_build_after(tmp_path: Path) -> None:
    """Remade after an update of the program, say: no swap may replace what the record tells of."""
    texts = {number: str(number) for number in range(10)}
    for number in range(3):
        with begin(tmp_path) as generation:
            before = current_site(tmp_path)
            search.index(generation.path, _site(generation.path, texts), USUAL, before=before if number == 2 else None)
            publish(generation)
    assert _inodes(tmp_path / "previous") == _inodes(tmp_path / "site")


def test_what_browsers_run_lies_beside_the_first_part_and_asks_for_no_word_without_one(tmp_path: Path) -> None:
    """A choice of filters alone must not load the whole index: the place in Pagefind's scripts is still there."""
    search.index(tmp_path / "1", _site(tmp_path / "1", {number: str(number) for number in range(30)}), USUAL)
    scripts = sorted(tmp_path.glob("1/pagefind/*/*.js"))
    assert [script.name for script in scripts] == ["pagefind-worker.js", "pagefind.js"]
    assert all(script.parent.name == min(_inodes(tmp_path / "1")) for script in scripts)
    assert all(search._ASKS[1] in script.read_text("utf-8") for script in scripts)


def test_where_files_are_to_be_few_extracts_share_them(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A file has several by name, and the scripts look for them there: both places in Pagefind's scripts are there."""
    monkeypatch.setattr(parts, "_LEAST", 400)
    texts = {number: str(number) for number in range(300)}
    search.index(tmp_path / "1", _site(tmp_path / "1", texts), search.Settings(few_files=True))
    found = sorted(tmp_path.glob("1/pagefind/*/fragment/*"))
    packs = [json.loads(gzip.decompress(path.read_bytes()).removeprefix(b"pagefind_dcd")) for path in found]
    assert len(packs) < 256
    assert sorted(page["url"] for pack in packs for page in pack.values()) == sorted(f"/articles/{n}/" for n in texts)
    assert all(name.endswith(path.stem) for path, pack in zip(found, packs, strict=True) for name in pack)
    for script in tmp_path.glob("1/pagefind/*/*.js"):
        assert all(new in script.read_text("utf-8") for _, new in LOADS)


def test_an_archive_without_articles_has_an_index_without_parts(tmp_path: Path) -> None:
    """Pagefind itself takes that for a mistake."""
    tmp_path.joinpath("1").mkdir()
    assert search.index(tmp_path / "1", [], USUAL) == 0
    assert _inodes(tmp_path / "1") == {}
