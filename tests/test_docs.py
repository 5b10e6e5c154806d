"""What the documentation says is what the code does."""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from generator.cli import main
from tests.configuration_page import PAGE, REPOSITORY, files, page

DOCS = REPOSITORY / "docs"
_LINK = re.compile(r"\[[^\]]*\]\(([^)\s]+)\)")
_CODE = re.compile(r"^```.*?^```", re.MULTILINE | re.DOTALL)


def _verbs() -> Iterator[tuple[str, click.Command]]:
    assert isinstance(main, click.Group)
    context = click.Context(main)
    for name in main.list_commands(context):
        command = main.get_command(context, name)
        assert command is not None, f"`clipfile {name}` is announced and has no module"
        yield name, command


def _sections(text: str) -> dict[str, str]:
    """Heading of the second level -> what stands below it."""
    parts = re.split(r"^## (.+)$", text, flags=re.MULTILINE)
    return dict(zip(parts[1::2], parts[2::2], strict=True))


def test_every_command_has_a_section_and_every_section_a_command() -> None:
    """docs/commands.md describes the verbs that there are, and no others."""
    assert set(_sections(_text(DOCS / "commands.md"))) == {name for name, _ in _verbs()}


def test_every_option_is_described() -> None:
    """The section of a verb names each of its options, by its short form too, and none that it does not have."""
    sections = _sections(_text(DOCS / "commands.md"))
    for name, command in _verbs():
        options = {
            option
            for parameter in command.params
            if isinstance(parameter, click.Option)
            for option in (*parameter.opts, *parameter.secondary_opts)
        }
        described = set(re.findall(r"(?<![\w-])(--?[A-Za-z][\w-]*)", _CODE.sub("", sections[name])))
        rows = set(re.findall(r"(?<![\w-])(--?[A-Za-z][\w-]*)", "\n".join(_table(sections[name]))))
        assert options - described == set(), f"clipfile {name}: not in docs/commands.md"
        assert rows - options == set(), f"clipfile {name}: in docs/commands.md, but no option"


def _table(section: str) -> Iterator[str]:
    """The first cell of every row of the tables."""
    for line in section.splitlines():
        if line.startswith("| `"):
            yield line.split("|")[1]


def test_every_example_calls_what_there_is() -> None:
    """Each call of Clipfile in a code block of the README and of docs/ names a verb that exists."""
    known = {name for name, _ in _verbs()}
    for path in _documents():
        for block in _CODE.findall(_text(path)):
            assert set(re.findall(r"^\s*(?:\S*/)?clipfile ([a-z]+)", block, re.MULTILINE)) <= known, path


def test_every_room_is_named() -> None:
    """docs/architecture.md has a word for each module and folder right below generator/."""
    text = _text(DOCS / "architecture.md")
    rooms = (path for path in (REPOSITORY / "generator").iterdir() if not path.name.startswith(("_", ".")))
    names = {f"{path.name}/" if path.is_dir() else path.stem for path in rooms if path.suffix in ("", ".py")}
    assert {name for name in names if f"`{name}`" not in text} == set()


def test_configuration_is_shown_as_it_is() -> None:
    """docs/configuration.md holds every file of site_config verbatim, as tests.configuration_page writes it."""
    assert _text(PAGE) == page(), "regenerate it: python -m tests.configuration_page"
    assert len(files()) >= 10


def _documents() -> list[Path]:
    return [*sorted(REPOSITORY.glob("*.md")), *sorted(DOCS.rglob("*.md"))]


@pytest.mark.parametrize("path", _documents(), ids=lambda path: path.relative_to(REPOSITORY).as_posix())
def test_links_lead_somewhere(path: Path) -> None:
    """Each relative link of the documentation points to a file, and to a heading of it where it names one."""
    for link in _LINK.findall(_CODE.sub("", _text(path))):
        if re.match(r"[a-z]+:", link):
            continue
        name, _, anchor = link.partition("#")
        target = (path.parent / name).resolve() if name else path
        assert target.exists(), f"{path.name}: {link}"
        assert not anchor or anchor in _anchors(target), f"{path.name}: {link}"


def _anchors(path: Path) -> set[str]:
    """Anchors of a document's headings, as code hosts make them."""
    headings = re.findall(r"^#+ (.+)$", _CODE.sub("", _text(path)), re.MULTILINE)
    return {re.sub(r"[^\w\- ]", "", heading.lower()).strip().replace(" ", "-") for heading in headings}


def test_every_decision_is_listed() -> None:
    """docs/decisions/README.md links each decision, by its own heading."""
    index = _text(DOCS / "decisions" / "README.md")
    for path in sorted((DOCS / "decisions").glob("[0-9]*.md")):
        number, title = _text(path).splitlines()[0].removeprefix("# ").split(". ", 1)
        assert f"| [{number}]({path.name}) | {title} |" in index


def test_the_changelog_has_room_for_what_comes() -> None:
    """CHANGELOG.md begins with what is not released yet."""
    assert next(iter(_sections(_text(REPOSITORY / "CHANGELOG.md")))) == "Unreleased"


def test_the_makefile_explains_itself() -> None:
    """Each target that the README names is one that `make help` lists."""
    targets = set(re.findall(r"^([a-z]+):.*## ", _text(REPOSITORY / "Makefile"), re.MULTILINE))
    named = set(re.findall(r"`make ([a-z]+)`|^make ([a-z]+)", _text(REPOSITORY / "README.md"), re.MULTILINE))
    assert {name for pair in named for name in pair if name} <= targets


def _text(path: Path) -> str:
    return path.read_text(encoding="utf-8")
