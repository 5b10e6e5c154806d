"""``clipfile new``: what a fresh archive holds, and when none is made."""

from __future__ import annotations

import dataclasses
import re
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any, get_args, get_origin, get_type_hints

import pytest
import yaml
from click.testing import CliRunner, Result

from generator.cli import main
from generator.config import load_site_config
from generator.config.conversion import yaml_name
from generator.config.load import FILES
from generator.pipeline import Options, build
from generator.progress import Silent

_WRITTEN = sorted(FILES.keys() - {"topics.learned"})
"""The files that people write; topics.learned.yml is what `clipfile topics learn` writes."""
_COMMIT = "0123456789abcdef0123456789abcdef01234567"
_SWITCHED_OFF = re.compile(r"^#(?! \S)(?=.)", re.MULTILINE)
"""A setting at its default: `#` without a space, or with the two and more of what is indented. `# …` is prose."""


def _new(*arguments: object) -> Result:
    return CliRunner().invoke(main, ["new", *map(str, arguments)])


@pytest.fixture(name="fresh")
def _fresh(tmp_path: Path) -> Path:
    assert _new(tmp_path / "river-papers").exit_code == 0
    return tmp_path / "river-papers"


def _switched_on(path: Path) -> str:
    return _SWITCHED_OFF.sub("", path.read_text(encoding="utf-8"))


def _keys(wanted: Any, path: str = "") -> Iterator[str]:
    """Paths of all keys that a class of the schema knows; ``*`` stands for a key or item of the maintainer's own."""
    inner = [option for option in get_args(wanted) if dataclasses.is_dataclass(option)]
    if dataclasses.is_dataclass(wanted):
        hints = get_type_hints(wanted)
        for each in dataclasses.fields(wanted):
            name = f"{path}.{yaml_name(each.name)}".lstrip(".")
            yield name
            yield from _keys(hints[each.name], name)
    elif inner:
        yield from _keys(inner[0], f"{path}.*" if get_origin(wanted) in (Mapping, tuple) else path)


def _keys_written(value: Any, known: set[str], path: str = "") -> Iterator[str]:
    """Paths of all keys of a YAML value, in the form of ``_keys``."""
    if isinstance(value, dict):
        for key, inner in value.items():
            name = f"{path}.{key}".lstrip(".")
            if name in known:
                yield name
            yield from _keys_written(inner, known, name if name in known else f"{path}.*")
    elif isinstance(value, list):
        for inner in value:
            yield from _keys_written(inner, known, f"{path}.*")


@pytest.mark.parametrize("stem", _WRITTEN)
def test_every_key_of_the_schema_stands_in_the_template(fresh: Path, stem: str) -> None:
    """A maintainer finds each setting that there is in the file where it belongs."""
    known = set(_keys(FILES[stem]))
    written = yaml.load(_switched_on(fresh / "site_config" / f"{stem}.yml"), yaml.BaseLoader)  # noqa: S506 - text only
    assert known - set(_keys_written(written, known)) == set()


@pytest.mark.parametrize("stem", _WRITTEN)
def test_every_setting_is_explained(fresh: Path, stem: str) -> None:
    """Each key of the schema has a few words behind it on its own line."""
    names = {path.rpartition(".")[2] for path in _keys(FILES[stem])} - {"version"}
    text = (fresh / "site_config" / f"{stem}.yml").read_text(encoding="utf-8")
    found = re.findall(r"^#(?! \S)(?: |- )*([a-z_0-9]+):(?: [^#\n]*(?:\"[^\"]*\")?)?(  # .{4,})?$", text, re.MULTILINE)
    lacking = {name for name, explanation in found if name in names and not explanation}
    assert {name for name, _ in found} >= names
    assert lacking - {"version"} == set()


@pytest.mark.parametrize("stem", _WRITTEN)
def test_only_the_version_is_live(fresh: Path, stem: str) -> None:
    """A fresh archive decides nothing: each file says its version and nothing else."""
    assert yaml.safe_load((fresh / "site_config" / f"{stem}.yml").read_text(encoding="utf-8")) == {"version": 1}


@pytest.mark.parametrize("stem", _WRITTEN)
def test_settings_stand_at_their_defaults(fresh: Path, stem: str) -> None:
    """What the template shows for a plain setting is what the program does without it."""
    _assert_defaults(yaml.safe_load(_switched_on(fresh / "site_config" / f"{stem}.yml")), FILES[stem](version=1))


def _assert_defaults(written: Mapping[str, Any], defaults: Any) -> None:
    for each in dataclasses.fields(defaults):
        default, shown = getattr(defaults, each.name), written[yaml_name(each.name)]
        if dataclasses.is_dataclass(default):
            _assert_defaults(shown, default)
        elif not isinstance(default, Mapping | tuple):
            assert shown == default, each.name


def test_the_template_can_be_switched_on(fresh: Path) -> None:
    """With every setting taken out of its comment the configuration is still one that Clipfile accepts."""
    for stem in _WRITTEN:
        path = fresh / "site_config" / f"{stem}.yml"
        path.write_text(_switched_on(path), encoding="utf-8")
    config = load_site_config(fresh)
    assert config.people.people["ruth-calder"].misspellings == ("Ruth Caulder",)
    assert config.topics.topics["bridges"].not_ == ("bridge loan",)


def test_a_fresh_archive_has_a_valid_configuration(fresh: Path) -> None:
    """The configuration loads as it was made, and the archive is named after its folder."""
    assert load_site_config(fresh).site.name == "River papers"


@pytest.mark.parametrize(
    "name", ['The "Daily": a & b # c', "L’Écho — 新聞 🗞", "no", "12:30", "__NAME_IN_YAML__", r"\1 \n"]
)
def test_a_name_is_kept_to_the_letter(tmp_path: Path, name: str) -> None:
    """Whatever YAML might take a name for, mkdocs.yml says it as it was given."""
    assert _new(tmp_path / "a", "--name", name).exit_code == 0
    assert load_site_config(tmp_path / "a").site.name == name


def test_nothing_of_the_template_is_left_unfilled(fresh: Path) -> None:
    """No marker of the template reaches an archive, and no file keeps the stand-in for its dot."""
    made = [path for path in fresh.rglob("*") if path.is_file()]
    assert not [path for path in made if re.search(rb"__[A-Z_]+__", path.read_bytes())]
    assert not [path for path in made if "dot-" in path.as_posix().removeprefix(fresh.as_posix())]
    assert (fresh / ".gitignore").is_file()
    assert (fresh / ".github" / "workflows" / "archive.yml").is_file()


def test_it_says_what_it_made_and_what_comes_next(tmp_path: Path) -> None:
    """The output names every file and the next commands, quoted so that they can be pasted."""
    result = _new(tmp_path / "river papers")
    made = [path.relative_to(tmp_path / "river papers") for path in (tmp_path / "river papers").rglob("*")]
    assert all(
        f"  {path.as_posix()}\n" in result.output for path in made if (tmp_path / "river papers" / path).is_file()
    )
    assert f"clipfile build -C '{tmp_path}/river papers'" in result.output
    assert "CLIPFILE_COMMIT" in result.output


def test_a_folder_with_something_in_it_is_left_alone(tmp_path: Path) -> None:
    """An archive is never made over other files, and the refusal says what to do."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = _new(tmp_path)
    assert result.exit_code == 1
    assert "is not empty (it holds notes.txt)" in result.output
    assert "does not exist yet" in result.output
    assert [path.name for path in tmp_path.iterdir()] == ["notes.txt"]


def test_a_file_in_the_way_is_named(tmp_path: Path) -> None:
    """Giving a file's name instead of a folder's is a clear error."""
    (tmp_path / "notes.txt").write_text("mine", encoding="utf-8")
    result = _new(tmp_path / "notes.txt")
    assert result.exit_code == 1
    assert "is a file" in result.output


def test_a_fresh_clone_counts_as_empty(tmp_path: Path) -> None:
    """A repository that was just made on GitHub and cloned holds .git alone: that is where an archive belongs."""
    (tmp_path / ".git").mkdir()
    assert _new(tmp_path).exit_code == 0
    assert (tmp_path / "mkdocs.yml").is_file()


def test_the_workflow_gets_its_pin(tmp_path: Path) -> None:
    """--repository and --commit end up in the workflow, and the hint to fill them in goes."""
    result = _new(tmp_path / "a", "--repository", "some-one/clip.file", "--commit", _COMMIT)
    workflow = yaml.safe_load((tmp_path / "a/.github/workflows/archive.yml").read_text(encoding="utf-8"))
    assert workflow["env"]["CLIPFILE_REPOSITORY"] == "some-one/clip.file"
    assert workflow["env"]["CLIPFILE_COMMIT"] == _COMMIT
    assert "CLIPFILE_COMMIT" not in result.output


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["--commit", _COMMIT], "together"),
        (["--repository", "a/b"], "together"),
        (["--repository", "a/b", "--commit", "main"], "all 40 digits"),
        (["--repository", "a/b", "--commit", _COMMIT[:12]], "all 40 digits"),
        (["--repository", "https://example.org/a/b", "--commit", _COMMIT], "OWNER/NAME"),
        (["--repository", 'a/b"\nx: y', "--commit", _COMMIT], "OWNER/NAME"),
        (["--name", "a\x1b[31mb"], "control characters"),
    ],
)
def test_what_cannot_be_is_refused(tmp_path: Path, arguments: list[str], said: str) -> None:
    """A pin that is no pin, or a name that is none, is a usage error, and nothing is made."""
    result = _new(tmp_path / "a", *arguments)
    assert result.exit_code == 2
    assert said in result.output
    assert not (tmp_path / "a").exists()


def test_a_fresh_archive_builds_at_once(fresh: Path) -> None:
    """Without touching anything the whole way runs, and nothing is quarantined or warned of."""
    report = build(fresh, Options(), Silent())
    assert (report.articles, report.quarantined, report.warnings) == (2, (), ())
    assert (fresh / "build" / "site" / "index.html").is_file()
    assert (fresh / "build" / "site" / "people" / "ruth-calder" / "index.html").is_file()
    assert "people/ruth-calder/" in (fresh / "site_config" / "permalinks.csv").read_text(encoding="utf-8")
