"""The workflow for GitHub: this repository's own, and the one that ``clipfile new`` gives every archive."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from generator.model import Quarantined
from generator.store.report import Report, write_report

_ROOT = Path(__file__).parent.parent
_OWN = _ROOT / ".github/workflows/archive.yml"
_TEMPLATE = _ROOT / "generator/template/dot-github/workflows/archive.yml"
_ONLY_IN_TEMPLATE = {"Clipfile must be pinned", "Check out Clipfile"}
_ACTIONS = {
    "actions/cache/restore@v5",
    "actions/cache/save@v5",
    "actions/checkout@v5",
    "actions/deploy-pages@v5",
    "actions/download-artifact@v7",
    "actions/setup-python@v6",
    "actions/upload-artifact@v6",
    "actions/upload-pages-artifact@v5",
}
_LEDGER = "kind,id,address,added,sha256,state\narticle,a,articles/a/,2026-01-02,,live\n"


def _load(path: Path) -> dict[str, Any]:
    # The base loader, because YAML takes the key `on` for true.
    loaded = yaml.load(path.read_text(encoding="utf-8"), yaml.BaseLoader)  # noqa: S506 - text only
    assert isinstance(loaded, dict)
    return loaded


@pytest.fixture(name="workflow", params=[_OWN, _TEMPLATE], ids=["own", "template"])
def _workflow(request: pytest.FixtureRequest) -> dict[str, Any]:
    return _load(request.param)


def _steps(workflow: dict[str, Any], job: str = "build") -> dict[str, dict[str, Any]]:
    steps: list[dict[str, Any]] = workflow["jobs"][job]["steps"]
    return {step.get("name", step.get("uses", "")): step for step in steps}


def _bash(script: str, folder: Path, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a step as GitHub does."""
    settings = {
        "PATH": os.environ["PATH"],
        "HOME": str(folder),
        "GIT_CONFIG_GLOBAL": os.devnull,
        "GIT_CONFIG_NOSYSTEM": "1",
    } | environment
    command = ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script]
    return subprocess.run(command, cwd=folder, env=settings, capture_output=True, text=True, check=False)


# ── what it may do ────────────────────────────────────────────────────────────────────────────────────────────────────


def test_each_job_may_do_only_its_own_work(workflow: dict[str, Any]) -> None:
    """The job that reads strangers' files can neither write to the repository nor publish."""
    assert workflow["permissions"] == {}
    assert {name: job["permissions"] for name, job in workflow["jobs"].items()} == {
        "build": {"contents": "read"},
        "record": {"contents": "write"},
        "publish": {"pages": "write", "id-token": "write"},
    }


def test_it_uses_no_secret(workflow: dict[str, Any]) -> None:
    """A pull request from anyone can be built: there is nothing to steal."""
    assert "secrets." not in json.dumps(workflow)
    assert set(workflow["on"]) == {"pull_request", "push", "schedule", "workflow_dispatch"}
    for name, step in _steps(workflow).items():
        if step.get("uses", "").startswith("actions/checkout"):
            assert step["with"]["persist-credentials"] == "false", name


def test_only_main_records_and_publishes(workflow: dict[str, Any]) -> None:
    """Neither a pull request nor the weekly run changes anything that readers see."""
    for job in ("record", "publish"):
        assert "github.ref == 'refs/heads/main'" in workflow["jobs"][job]["if"]
    assert "github.event_name != 'schedule'" in workflow["jobs"]["publish"]["if"]
    assert workflow["on"]["push"]["branches"] == ["main"]


def test_a_site_is_published_only_with_its_addresses_kept(workflow: dict[str, Any]) -> None:
    """Publishing waits for the commit of permalinks.csv and does not happen when that failed."""
    publish = workflow["jobs"]["publish"]
    assert publish["needs"] == ["build", "record"]
    assert "needs.record.result == 'success' || needs.record.result == 'skipped'" in publish["if"]
    assert [step["uses"] for step in publish["steps"]] == ["actions/deploy-pages@v5"]


def test_actions_are_githubs_own_and_pinned(workflow: dict[str, Any]) -> None:
    """Every action is one of GitHub's, at a version that was chosen."""
    used = {step["uses"] for job in workflow["jobs"].values() for step in job["steps"] if "uses" in step}
    assert used == _ACTIONS


def test_no_expression_stands_in_a_script(workflow: dict[str, Any]) -> None:
    """What comes from outside reaches a script as a variable, never as code."""
    scripts = [step["run"] for job in workflow["jobs"].values() for step in job["steps"] if "run" in step]
    assert scripts
    assert not [script for script in scripts if "${{" in script]


def test_every_job_ends(workflow: dict[str, Any]) -> None:
    """A job that hangs is stopped long before GitHub's six hours."""
    assert all(1 <= int(job["timeout-minutes"]) <= 120 for job in workflow["jobs"].values())


# ── how it builds ─────────────────────────────────────────────────────────────────────────────────────────────────────


def test_clipfile_is_never_installed_by_its_bare_name(workflow: dict[str, Any]) -> None:
    """Packages come by hash and Clipfile from a checkout: its name on the package index is not ours."""
    commands = _steps(workflow)["Install Clipfile"]["run"].splitlines()
    assert len(commands) == 2
    assert re.search(r"--require-hashes -r (\.clipfile/)?requirements\.txt$", commands[0])
    assert re.search(r"--no-deps (\./\.clipfile|\.)$", commands[1])
    assert not re.search(r"pip install[^\n]* clipfile\b", _TEMPLATE.read_text(encoding="utf-8"))


def test_builds_of_main_wait_for_each_other(workflow: dict[str, Any]) -> None:
    """Two builds of main never run at once and none is cut off; a newer push replaces a pull request's build."""
    group = workflow["concurrency"]["group"]
    assert group == "archive-${{ github.event_name == 'pull_request' && github.ref || 'main' }}"
    assert workflow["concurrency"]["cancel-in-progress"] == "${{ github.event_name == 'pull_request' }}"


def test_the_cache_is_found_again(workflow: dict[str, Any]) -> None:
    """Every run writes a cache of its own and reads the newest; neither depends on times or on the checkout."""
    restore = _steps(workflow)["Restore what earlier builds remember"]["with"]
    save = _steps(workflow)["Keep what this build remembers"]
    assert restore["path"] == save["with"]["path"] == "build/cache"
    assert restore["key"] == save["with"]["key"]
    assert "github.run_id" in restore["key"]
    prefix = restore["restore-keys"].strip()
    assert restore["key"].startswith(prefix)
    assert "hashFiles" not in restore["key"]
    assert "github.sha" not in restore["key"]
    assert "always()" in save["if"]
    assert len(workflow["on"]["schedule"]) == 1
    assert re.fullmatch(r"\d+ \d+ \* \* [0-6]", workflow["on"]["schedule"][0]["cron"])


@pytest.mark.parametrize(
    ("locked", "shrink", "given"),
    [("false", "false", []), ("true", "false", ["--locked"]), ("true", "true", ["--locked", "--allow-shrink"])],
)
def test_the_build_gets_its_options(
    workflow: dict[str, Any], tmp_path: Path, locked: str, shrink: str, given: list[str]
) -> None:
    """--locked where nothing may change, --allow-shrink only where someone asked for it."""
    fake = tmp_path / "clipfile"
    fake.write_text('#!/bin/sh\nprintf "%s\\n" "$@"\n', encoding="utf-8")
    fake.chmod(0o755)
    path = f"{tmp_path}{os.pathsep}{os.environ['PATH']}"
    ran = _bash(_steps(workflow)["Build"]["run"], tmp_path, LOCKED=locked, ALLOW_SHRINK=shrink, PATH=path)
    assert ran.stdout.split() == ["build", *given]


def test_both_are_one_workflow() -> None:
    """This repository tries what every archive gets: only where Clipfile comes from differs."""
    own, template = _load(_OWN), _load(_TEMPLATE)
    steps = template["jobs"]["build"]["steps"]
    template["jobs"]["build"]["steps"] = [step for step in steps if step.get("name") not in _ONLY_IN_TEMPLATE]
    template["env"] = {key: value for key, value in template["env"].items() if not key.startswith("CLIPFILE_")}
    assert json.loads(json.dumps(template).replace("./.clipfile", ".").replace(".clipfile/", "")) == own


# ── its scripts, run ──────────────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("repository", "commit", "fine"),
    [
        ("owner/name", "0123456789abcdef0123456789abcdef01234567", True),
        ("", "", False),
        ("owner/name", "main", False),
        ("owner/name", "0123456", False),
        ("https://example.org/owner/name", "0123456789abcdef0123456789abcdef01234567", False),
    ],
)
def test_an_archive_without_a_pin_is_told(tmp_path: Path, repository: str, commit: str, *, fine: bool) -> None:
    """The first step stops with a sentence that says what to set and where."""
    step = _load(_TEMPLATE)["jobs"]["build"]["steps"][0]
    ran = _bash(step["run"], tmp_path, CLIPFILE_REPOSITORY=repository, CLIPFILE_COMMIT=commit)
    assert (ran.returncode == 0) is fine
    assert ("::error::Set CLIPFILE_REPOSITORY" in ran.stdout) is not fine


def _git(folder: Path, command: str) -> str:
    ran = _bash(f"git -c user.name=T -c user.email=t@example.org {command}", folder)
    assert ran.returncode == 0, ran.stderr
    return ran.stdout


@pytest.fixture(name="clone")
def _clone(tmp_path: Path) -> Path:
    """A clone of a repository whose main has one line of permalinks.csv."""
    (tmp_path / "clone" / "site_config").mkdir(parents=True)
    _git(tmp_path, "init --quiet --bare --initial-branch=main origin.git")
    _git(tmp_path / "clone", "init --quiet --initial-branch=main")
    (tmp_path / "clone/site_config/permalinks.csv").write_text(_LEDGER, encoding="utf-8")
    _git(tmp_path / "clone", "add .")
    _git(tmp_path / "clone", "commit --quiet --message=first")
    _git(tmp_path / "clone", "remote add origin ../origin.git")
    _git(tmp_path / "clone", "push --quiet origin main")
    return tmp_path / "clone"


def _add_line(clone: Path, line: str) -> None:
    with (clone / "site_config/permalinks.csv").open("a", encoding="utf-8") as file:
        file.write(line + "\n")


@pytest.mark.parametrize("changed", [False, True])
def test_new_addresses_are_noticed(clone: Path, *, changed: bool) -> None:
    """The build hands permalinks.csv on exactly when it differs from what is committed."""
    if changed:
        _add_line(clone, "article,b,articles/b/,2026-01-03,,live")
    output = clone.parent / "output"
    script = _steps(_load(_OWN))["Find new permanent addresses"]["run"]
    ran = _bash(script, clone, RUNNER_TEMP=str(clone.parent), GITHUB_OUTPUT=str(output))
    assert ran.returncode == 0, ran.stderr
    assert output.read_text(encoding="utf-8") == f"new_addresses={str(changed).lower()}\n"
    assert ("+article,b" in (clone.parent / "permalinks.diff").read_text(encoding="utf-8")) is changed


def test_a_first_permalinks_file_is_noticed(clone: Path) -> None:
    """An archive's very first build has new addresses although Git does not know the file yet."""
    _git(clone, "rm --quiet --cached site_config/permalinks.csv")
    _git(clone, "commit --quiet --message=none")
    output = clone.parent / "output"
    script = _steps(_load(_OWN))["Find new permanent addresses"]["run"]
    _bash(script, clone, RUNNER_TEMP=str(clone.parent), GITHUB_OUTPUT=str(output))
    assert output.read_text(encoding="utf-8") == "new_addresses=true\n"


def test_new_addresses_join_those_that_main_has_gained(clone: Path) -> None:
    """When main has moved on since the build, both sides' lines are kept and nothing is undone."""
    _git(clone.parent, "clone --quiet origin.git other")
    other = clone.parent / "other"
    _add_line(other, "article,c,articles/c/,2026-01-03,,live")
    _git(other, "commit --quiet --all --message=theirs")
    _git(other, "push --quiet origin main")

    _add_line(clone, "article,b,articles/b/,2026-01-03,,live")
    quick = clone.parent / "sleep"
    quick.write_text("#!/bin/sh\n", encoding="utf-8")
    quick.chmod(0o755)
    script = _steps(_load(_OWN), "record")["Commit the new permanent addresses"]["run"]
    ran = _bash(script, clone, PATH=f"{clone.parent}{os.pathsep}{os.environ['PATH']}")

    assert ran.returncode == 0, ran.stderr
    kept = _git(clone.parent / "origin.git", "show main:site_config/permalinks.csv").splitlines()
    assert sorted(line.split(",")[1] for line in kept[1:]) == ["a", "b", "c"]
    assert _git(clone.parent / "origin.git", "log -1 --format=%s main").strip().endswith("[skip ci]")


def test_the_report_says_what_changes_and_runs_nothing(tmp_path: Path) -> None:
    """A pull request's summary counts articles, addresses, quarantine and warnings; strangers' text stays text."""
    report = Report(
        site="build/site",
        articles=12,
        computed={"clean": 3},
        pages={"article": 12},
        quarantined=(Quarantined(path="a/<img src=x>.txt", sha256="0", reason="too deep"),),
        warnings=("people.yml:4: `x` & </pre>",) * 201,
    )
    write_report(report, tmp_path / "build/report")
    diff = "--- a/site_config/permalinks.csv\n+++ b/site_config/permalinks.csv\n@@ -1 +1,2 @@\n+article,b,articles/b/\n"
    (tmp_path / "permalinks.diff").write_text(diff, encoding="utf-8")
    step = _steps(_load(_TEMPLATE))["Report"]
    assert step["shell"] == "python"
    environment = {"RUNNER_TEMP": str(tmp_path), "GITHUB_STEP_SUMMARY": str(tmp_path / "summary.md")}
    subprocess.run([sys.executable, "-c", step["run"]], cwd=tmp_path, env=environment, check=True)
    summary = (tmp_path / "summary.md").read_text(encoding="utf-8")
    assert "### 12 articles\n\nPages: 12 article\n\nNot from the cache: clean 3\n" in summary
    assert "Changed lines of permalinks.csv: 1</summary>\n<pre>+article,b,articles/b/</pre>" in summary
    assert "a/&lt;img src=x&gt;.txt: too deep" in summary
    assert "Warnings: 201<" in summary
    assert "… and 1 more" in summary
    assert summary.count("</pre>") == 3
