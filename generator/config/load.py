"""The whole configuration of an archive, or every reason why it cannot be used."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from generator.config.checks import check
from generator.config.conversion import convert
from generator.config.schema import (
    ArchiveSettings,
    CleaningFile,
    JudgementsFile,
    LearnedFile,
    OrganizationsFile,
    OutletsFile,
    PeopleFile,
    PlacesFile,
    Site,
    SiteConfig,
    SourcesFile,
    StoriesFile,
    TopicsFile,
)
from generator.config.yaml_file import Tree, parse_yaml, read_yaml
from generator.errors import ConfigError, Problem

if TYPE_CHECKING:
    from collections.abc import Collection, Mapping
    from pathlib import Path

FILES: dict[str, type[Any]] = {
    "archive": ArchiveSettings,
    "outlets": OutletsFile,
    "sources": SourcesFile,
    "cleaning": CleaningFile,
    "people": PeopleFile,
    "judgements": JudgementsFile,
    "organizations": OrganizationsFile,
    "places": PlacesFile,
    "topics": TopicsFile,
    "stories": StoriesFile,
    "topics.learned": LearnedFile,
}
"""Stem of each YAML file of site_config/ and its class; a file that is not there has its defaults."""

_FOLDER = "site_config"
_LINED = ("cleaning", "people", "judgements", "organizations", "places")
"""Files whose decisions are named by line once the articles are known."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Loaded:
    """One file: its tree for lines, its value where it is right, and what is wrong."""

    tree: Tree
    value: Any
    problems: tuple[Problem, ...]


def load_site_config(
    root: Path, default_topics: Collection[str] | None = None, texts: Mapping[str, str] | None = None
) -> SiteConfig:
    """Everything that the maintainers of the archive at ``root`` have decided.

    Args:
        root: The archive's folder, with mkdocs.yml and site_config/.
        default_topics: Keys of the built-in topics, for the check of ``parent``; None leaves that check out.
        texts: Stem of a file -> what to read in its place: a change that is not written yet.

    Raises:
        ConfigError: anything is wrong in any file; it carries every problem.
    """
    site = _load_site(root / "mkdocs.yml")
    files = {
        stem: _load_file(root / _FOLDER / f"{stem}.yml", wanted, (texts or {}).get(stem))
        for stem, wanted in FILES.items()
    }
    problems = [*site.problems, *_misplaced(root / _FOLDER)]
    problems += [problem for loaded in files.values() for problem in loaded.problems]
    right = {stem: loaded.value for stem, loaded in files.items() if loaded.value is not None}
    problems += check(right, {stem: loaded.tree for stem, loaded in files.items()}, default_topics)
    if problems:
        raise ConfigError(tuple(sorted(problems, key=lambda problem: (problem.file, problem.line or 0))))
    lines = {(stem, *path): line for stem in _LINED for path, line in files[stem].tree.lines.items()}
    return SiteConfig(site=site.value, lines=lines, **{_field(stem): value for stem, value in right.items()})


def default_site_config(name: str = "Archive") -> SiteConfig:
    """A configuration in which nothing was decided: what ``clipfile clean`` uses outside an archive."""
    return SiteConfig(site=Site(name=name), **{_field(stem): wanted(version=1) for stem, wanted in FILES.items()})


def _field(stem: str) -> str:
    """The field of ``SiteConfig`` that holds a file: ``learned`` for topics.learned.yml."""
    return stem.rpartition(".")[2]


def load_topics(path: Path) -> TopicsFile | StoriesFile:
    """A draft of topics.yml, or of stories.yml if it has ``stories:``, from anywhere.

    Raises:
        ConfigError: the file cannot be read as such.
    """
    tree = read_yaml(path, path.name)
    is_stories = isinstance(tree.value, dict) and "stories" in tree.value
    value, problems = convert(tree, StoriesFile) if is_stories else convert(tree, TopicsFile)
    if problems or value is None:
        raise ConfigError(problems)
    return value


def _load_file(path: Path, wanted: type[Any], text: str | None) -> _Loaded:
    shown = f"{_FOLDER}/{path.name}"
    if text is None and not path.exists():
        return _Loaded(tree=Tree(file=shown, value=None), value=wanted(version=1), problems=())
    try:
        tree = read_yaml(path, shown) if text is None else parse_yaml(text, shown)
    except ConfigError as error:
        return _Loaded(tree=Tree(file=shown, value=None), value=None, problems=error.problems)
    value, problems = convert(tree, wanted)
    return _Loaded(tree=tree, value=value, problems=problems)


def _load_site(path: Path) -> _Loaded:
    """Name, address and accent from mkdocs.yml, which may hold anything else that MkDocs allows."""
    try:
        tree = read_yaml(path, "mkdocs.yml", lenient=True)
    except ConfigError as error:
        remedy = "An archive has a mkdocs.yml with `site_name`; `clipfile new DIR` makes one."
        problems = tuple(problem if problem.remedy else _with_remedy(problem, remedy) for problem in error.problems)
        return _Loaded(tree=Tree(file="mkdocs.yml", value=None), value=None, problems=problems)
    found = tree.value if isinstance(tree.value, dict) else {}
    extra = found.get("extra") if isinstance(found.get("extra"), dict) else {}
    chosen = {"name": tree.texts.get(("site_name",)), "url": tree.texts.get(("site_url",))}
    chosen["accent"] = tree.texts.get(("extra", "accent")) if extra else None
    if not chosen["name"]:
        problem = Problem("mkdocs.yml", "`site_name` is missing", 1, "site_name", "Add `site_name: My archive`.")
        return _Loaded(tree=tree, value=None, problems=(problem,))
    return _Loaded(tree=tree, value=Site(**{key: text for key, text in chosen.items() if text}), problems=())


def _with_remedy(problem: Problem, remedy: str) -> Problem:
    return Problem(problem.file, problem.message, problem.line, problem.key, remedy)


def _misplaced(folder: Path) -> list[Problem]:
    """Files that nobody reads, because of their name."""
    known = {f"{stem}.yml" for stem in FILES}
    found = sorted(path.name for path in folder.glob("*.y*ml")) if folder.is_dir() else []
    return [
        Problem(f"{_FOLDER}/{name}", "is not a file that Clipfile reads", remedy=f"Known: {', '.join(sorted(known))}.")
        for name in found
        if name not in known
    ]
