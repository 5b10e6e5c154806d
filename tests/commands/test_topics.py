"""``clipfile topics``: why, what if, what else, how good, and for good."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
import yaml
from click.testing import CliRunner, Result

from generator import pipeline
from generator.cli import main
from generator.config import load_site_config
from generator.model import Filing
from generator.progress import Clock, Silent
from generator.topics import Proposal

_TOPICS = """\
version: 1
use_default: false
topics:
  trees:
    name: Trees
    strong: [oak, beech]
    examples:
      yes: [t1, r1]
  rocks:
    name: Rocks
    strong: [granite, basalt]
    parent: null
"""


@pytest.fixture(scope="module", name="root")
def _root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An archive of 208 short records about trees and rocks."""
    root = tmp_path_factory.mktemp("archive")
    articles = root / "content" / "articles"
    articles.mkdir(parents=True)
    records = []
    for n in range(104):
        tree = f"The oak and the beech stood there, with bark, leaves and sap. It was report {n}."
        rock = f"The granite and the basalt lay there, with quartz, strata and ore. It was report {n}."
        records += [
            {"id": f"t{n}", "title": f"Wood {n}", "text": tree},
            {"id": f"r{n}", "title": f"Stone {n}", "text": rock},
        ]
    lines = "\n".join(json.dumps({**record, "cleaned": True}) for record in records)
    (articles / "all.jsonl").write_text(lines + "\n", encoding="utf-8")
    (root / "mkdocs.yml").write_text("site_name: Woods\nINHERIT: build/mkdocs-base.yml\n", encoding="utf-8")
    (root / "site_config").mkdir()
    (root / "site_config" / "topics.yml").write_text(_TOPICS, encoding="utf-8")
    return root


def _run(root: Path, *arguments: str) -> Result:
    return CliRunner().invoke(main, ["topics", *arguments, "-C", str(root)])


def _json(root: Path, *arguments: str) -> Any:
    result = _run(root, *arguments, "--json")
    assert result.exit_code == 0, result.output
    return json.loads(result.stdout)


def test_explain_shows_phrases_and_leanings(root: Path) -> None:
    """What the phrases say, how far the words lean, and by what the article is filed."""
    (topic,) = _json(root, "explain", "t5")[0]["topics"]
    assert (topic["topic"], topic["filed"], topic["because"]) == ("trees", "phrases", ["beech", "oak"])
    assert topic["leaning"] > 0.5
    assert "trees" in _run(root, "explain", "t5").stdout


def test_explain_takes_a_file_as_the_shell_completes_it(root: Path) -> None:
    """All articles of a file are explained."""
    assert len(_json(root, "explain", "content/articles/all.jsonl")) == 208


def test_try_names_who_would_gain_and_lose_and_writes_nothing(root: Path, tmp_path: Path) -> None:
    """A draft with other phrases is compared with what stands; topics.yml stays."""
    draft = tmp_path / "draft.yml"
    draft.write_text(_TOPICS.replace("granite, basalt", "limestone"), encoding="utf-8")
    moved = _json(root, "try", str(draft))
    assert {(one["topic"], one["gains"]) for one in moved} == {("rocks", False)}
    assert len(moved) == 104
    assert "104 of 208 articles would change." in _run(root, "try", str(draft)).stdout
    assert (root / "site_config" / "topics.yml").read_text(encoding="utf-8") == _TOPICS


def test_try_names_what_is_wrong_in_a_draft(root: Path, tmp_path: Path) -> None:
    """A draft is read as strictly as the file itself."""
    draft = tmp_path / "draft.yml"
    draft.write_text("version: 1\ntopics:\n  ponds:\n    nam: Ponds\n", encoding="utf-8")
    result = _run(root, "try", str(draft))
    assert result.exit_code == 1
    assert "draft.yml:4" in result.output


def test_suggest_offers_what_a_topic_lacks(root: Path) -> None:
    """Words that its articles share and others lack, none that it has already."""
    phrases = {one["phrase"] for one in _json(root, "suggest", "Rocks")}
    assert "strata" in phrases
    assert not phrases & {"granite", "basalt", "bark"}
    refused = _run(root, "suggest", "tres")
    assert (refused.exit_code, "Did you mean trees?" in refused.output) == (1, True)


def test_check_tries_the_phrases_on_the_examples(root: Path) -> None:
    """The phrases alone find one of two examples; what holds nearly everything is named."""
    checked = _json(root, "check")
    (tried,) = checked["examples"]
    assert (tried["topic"], tried["found"], tried["missed"]) == ("trees", ["t1"], ["r1"])
    assert checked["large"].keys() == {"trees", "rocks"}
    assert "of the examples the phrases alone find 50%" in _run(root, "check").stdout


def test_check_says_how_much_of_a_large_topic_its_sub_topics_leave(tmp_path: Path) -> None:
    """That it is large is nothing to mend where they hold it; of one that has none they are asked for."""
    (tmp_path / "content" / "articles").mkdir(parents=True)
    mined = ("Miners sank a shaft and opened a copper mine.",) * 2 + ("Nobody goes there.",) * 3
    records = [
        {"id": str(n), "text": f"It is granite and basalt. {more}", "cleaned": True} for n, more in enumerate(mined)
    ]
    lines = "\n".join(map(json.dumps, records))
    (tmp_path / "content" / "articles" / "all.jsonl").write_text(lines + "\n", encoding="utf-8")
    (tmp_path / "mkdocs.yml").write_text("site_name: Hills\nINHERIT: build/mkdocs-base.yml\n", encoding="utf-8")
    (tmp_path / "site_config").mkdir()
    mines = "  mines: {name: Mines, strong: [miners, shaft, copper mine], parent: rocks}\n"
    for topics, told in (
        (_TOPICS, "rocks: 5 of 5 articles; sub-topics would"),
        (_TOPICS + mines, "rocks: 5 of 5 articles, 3 of them under none of its sub-topics; more of these would"),
    ):
        (tmp_path / "site_config" / "topics.yml").write_text(topics, encoding="utf-8")
        assert told in _run(tmp_path, "check").stdout


def test_learn_freezes_the_weights_and_check_says_when_they_are_old(root: Path) -> None:
    """The file is what a build would have learned; a topic that changes later is named until learned anew."""
    path = root / "site_config" / "topics.learned.yml"
    topics = root / "site_config" / "topics.yml"
    try:
        report = _json(root, "learn")
        assert report["topics"] == ["rocks", "trees"]
        assert report["moved"] == [], "frozen weights are those that were learned in memory"
        assert yaml.safe_load(path.read_text(encoding="utf-8"))["topics"]["trees"]["words"]["sap"] > 0
        assert load_site_config(root).learned.topics.keys() == {"rocks", "trees"}
        topics.write_text(_TOPICS.replace("oak, beech", "oak, beech, elm"), encoding="utf-8")
        assert "run `clipfile topics learn --only trees`" in CliRunner().invoke(main, ["check", "-C", str(root)]).output
        _json(root, "learn", "--only", "trees")
        assert "younger" not in CliRunner().invoke(main, ["check", "-C", str(root)]).output
        assert _run(root, "learn", "--only", "moles").exit_code == 1
    finally:
        path.unlink()
        topics.write_text(_TOPICS, encoding="utf-8")


def test_stories_that_the_program_has_opened_are_no_topics(
    root: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """They have pages without standing in any file: they are explained, and neither checked nor lost by a draft."""
    known = pipeline.understand(root, pipeline.Options(), Clock(Silent()))
    story = Proposal(
        key="storm-2003",
        name="Storm, 2003",
        anchors=("oak",),
        first="2003-01-01",
        last="2003-01-02",
        articles=("t3", "t4"),
        keys=("storm-2003",),
        worth=1.0,
        why="",
    )
    opened = {id_: (*filed, *_under(story, id_)) for id_, filed in known.filed.filings.items()}
    filed = replace(known.filed, filings=opened, opened=(story,))
    monkeypatch.setattr("generator.commands.topics._understand", lambda _: replace(known, filed=filed))
    draft = tmp_path / "draft.yml"
    draft.write_text(_TOPICS, encoding="utf-8")
    (explained,) = _json(root, "explain", "t3")
    assert [topic["leaning"] for topic in explained["topics"] if topic["filed"] == "story"] == [None]
    assert _json(root, "try", str(draft)) == []
    assert _run(root, "suggest", "trees").exit_code == 0
    assert _run(root, "check").exit_code == 0


def _under(story: Proposal, article: str) -> tuple[Filing, ...]:
    return (Filing(topic=story.key, score=1.0, basis="story"),) * (article in story.articles)
